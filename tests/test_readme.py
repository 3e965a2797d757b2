"""What README lists is what the program has."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from api.commands import COMMANDS
from api.config import SETTINGS, settings_from
from api.create_app import create_app
from api.security.policy import POLICY
from matchmaker.ranking.features import WEIGHTS
from matchmaker.ranking.gates import GATES

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading, without its head."""
    section = re.split(r"^#+ ", README.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.M)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip().strip("`") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def test_gates() -> None:
    assert rows("Gates") == [[gate.__name__, gate.__doc__] for gate in GATES]


def test_features() -> None:
    assert rows("Features") == [[f.__name__, f"{weight:g}", f.__doc__] for f, weight in WEIGHTS.items()]


def test_settings() -> None:
    assert rows("Settings") == [[name, default, text.replace("`", "")] for name, default, text in SETTINGS] or [
        [cell.replace("`", "") for cell in row] for row in rows("Settings")
    ] == [[name, default, text.replace("`", "")] for name, default, text in SETTINGS]


def test_commands() -> None:
    listed = {row[0] for row in rows("Commands")}
    known = set()
    for command in COMMANDS:
        inner = command.commands.values() if isinstance(command, click.Group) else [command]
        known |= {f"{command.name} {one.name}" if one is not command else str(command.name) for one in inner}
    assert listed == known


@pytest.fixture
def operations(tmp_path: Path) -> dict[str, tuple[str, str]]:
    """Operation → (method, path), from the OpenAPI document."""
    app = create_app(settings_from({"DATABASE_URL": f"sqlite:///{tmp_path}/x.sqlite3", "MATCHMAKER_SECRET": "k" * 32}))
    paths = app.test_client().get("/api/v1/openapi.json").json["paths"]
    app.extensions["matchmaker"].database.dispose()
    return {
        operation["operationId"]: (method.upper(), path)
        for path, item in paths.items()
        for method, operation in item.items()
        if method in ("get", "post", "put", "patch", "delete")
    }


def test_endpoints_and_their_roles(operations: dict[str, tuple[str, str]]) -> None:
    listed = {(row[0], row[1]): row[3] for row in rows("Endpoints")}
    roles = {operations[name]: ", ".join(sorted(allowed)) for name, allowed in POLICY.items()}
    everybody = ", ".join(sorted(frozenset.union(*POLICY.values())))
    shown = {where: "every role" if allowed == everybody else allowed for where, allowed in roles.items()}
    assert listed == {(method, path.removeprefix("/api/v1")): allowed for (method, path), allowed in shown.items()}


def test_every_operation_has_a_row_in_the_policy(operations: dict[str, tuple[str, str]]) -> None:
    assert set(operations) == set(POLICY)
