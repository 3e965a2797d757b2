"""The real service on each database, and a key for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from faults.service import Service

from api.commands.access import issue
from models.engine import Database


@pytest.fixture
def key(database: Database) -> str:
    """A key of the programme's staff."""
    with database.write_sessions.begin() as session:
        return issue(session, "programme", "staff", "faults", None)


@pytest.fixture
def service(database_url: str, tmp_path: Path) -> Service:
    """The service, started and stopped by a `with` block."""
    return Service(database_url, tmp_path)
