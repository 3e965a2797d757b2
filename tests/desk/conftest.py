"""The sample's three lists in a database, and the people who work with them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

import matchmaker
from matchmaker.desk import imports
from matchmaker.desk.actors import Actor
from matchmaker.intake import Reading, read_suppliers
from models.engine import Database

SAMPLE = Path(matchmaker.__file__).parent / "sample"
LISTS = ("suppliers-association.xlsx", "suppliers-fair.csv", "suppliers-legacy.csv")


@pytest.fixture
def officer() -> Actor:
    return Actor("programme", "staff", "Lan", datetime(2026, 6, 20, 9, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def readings() -> dict[str, Reading]:
    """The three lists as read, by file name."""
    return {name: read_suppliers((SAMPLE / name).read_bytes(), name) for name in LISTS}


@pytest.fixture
def stocked(database: Database, officer: Actor, readings: dict[str, Reading]) -> Database:
    """A database with the three lists in it."""
    for name, reading in readings.items():
        with database.write_sessions.begin() as session:
            imports.publish(session, officer, reading, name)
    return database
