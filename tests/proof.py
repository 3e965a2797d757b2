"""Promises at two sizes: `make test` runs the small one, `make prove` the large one, which writes `tests/PROOF.md`."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

PROOF = Path(__file__).parent / "PROOF.md"
HEAD = """# What was proven

Written by `make prove`; each figure comes from the test that is named beside it. {at:%Y-%m-%d}, {machine}.

| Promise | Figure | Test |
|---|---|---|
"""


@dataclass
class Proof:
    """What the present test uses: its size, and the book that its figures go into."""

    large: bool
    test: str
    book: list[tuple[str, str, str]] = field(default_factory=list)

    def size(self, small: int, large: int) -> int:
        """The number of rounds, kills, examples … of this run."""
        return large if self.large else small

    def figure(self, promise: str, figure: str) -> None:
        """Note what was measured, as in `("acknowledged writes lost to kill -9", "0 of 51,204")`."""
        self.book.append((promise, figure, self.test))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--large", action="store_true", help="run the proofs at their large size and write tests/PROOF.md")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[BOOK] = []


BOOK = pytest.StashKey[list[tuple[str, str, str]]]()


@pytest.fixture
def proof(request: pytest.FixtureRequest) -> Proof:
    """The size of this run, and where its figures are noted."""
    name = request.node.nodeid.removeprefix("tests/")
    return Proof(request.config.getoption("--large"), name, request.config.stash[BOOK])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for promise, figure, _ in config.stash[BOOK]:
        terminalreporter.write_line(f"{promise}: {figure}")
    if config.getoption("--large") and config.stash[BOOK]:
        PROOF.write_text(proven(config.stash[BOOK]), encoding="utf-8")


def proven(book: list[tuple[str, str, str]]) -> str:
    """The page that says what was proven, in the order in which it was."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    rows = "".join(f"| {promise} | {figure} | `{test}` |\n" for promise, figure, test in book)
    return HEAD.format(at=datetime.now(UTC), machine=machine) + rows
