"""The house stands as its README says: rooms, arrows (by import-linter), nothing lying about."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
TOP_LEVEL = {
    "matchmaker",
    "models",
    "api",
    "tests",
    "notebooks",
    "setup.cfg",
    "Procfile",
    "README.md",
    "pyproject.toml",
    "requirements.txt",
    "requirements-dev.txt",
    "Makefile",
    "CHANGELOG.md",
    "LICENSE",
    ".ci",
    ".gitignore",
    ".gitattributes",
}


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [Path(name) for name in listed.decode().split("\0") if name]


def test_the_top_level_is_what_a_newcomer_expects() -> None:
    assert {path.parts[0] for path in _tracked()} <= TOP_LEVEL


def test_locks_hold_versions_and_hashes_and_no_addresses() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lock = (ROOT / name).read_text()
        assert "://" not in lock
        assert "--index-url" not in lock
        packages = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]
        assert packages
        assert all("==" in line and line.endswith("\\") for line in packages)


def test_modules_stay_small_enough_to_read() -> None:
    """A file of more than 350 lines holds two ideas."""
    python = [path for path in _tracked() if path.suffix == ".py" and "migrations" not in path.parts]
    lengths = {path: len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in python}
    assert {path: length for path, length in lengths.items() if length > 350} == {}
