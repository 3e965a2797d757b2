"""The wiring keeps what it acknowledges, and lets several processes write."""

from __future__ import annotations

import multiprocessing
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DatabaseError

from models import Counter, Organisation
from models.engine import Database, has_wal_reset_fix, open_database

WRITERS, ROUNDS = 4, 25


def test_a_read_session_cannot_write(database: Database) -> None:
    """Seen to fail with `query_only` off and with an ordinary transaction on PostgreSQL."""
    with database.read_sessions() as session, pytest.raises(DatabaseError, match=r"readonly|read-only"):
        session.execute(update(Counter).values(value=7))


def test_sqlite_is_wired_to_keep_acknowledged_writes(database: Database) -> None:
    if database.write.dialect.name != "sqlite":
        with database.write.connect() as connection:
            assert connection.scalar(text("SHOW synchronous_commit")) == "on"
        return
    with database.write.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA synchronous")) == 2
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1


def test_foreign_keys_hold(database: Database) -> None:
    insert = text(
        "INSERT INTO api_keys (public_id, organisation_id, role, label, sha256, created_at)"
        " VALUES ('x', 'nobody', 'staff', '', '', '2026-01-01 00:00:00')"
    )
    with pytest.raises(DatabaseError, match=r"(?i)foreign key"), database.write.begin() as connection:
        connection.execute(insert)


def test_several_processes_lose_no_update(database_url: str) -> None:
    """Read, then write: with the driver's own transactions most of these updates are lost. Seen to fail so."""
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_count_up, args=(database_url,)) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    database = open_database(database_url)
    with database.read_sessions() as session:
        assert session.scalar(select(Counter.value)) == WRITERS * ROUNDS
    database.dispose()


def _count_up(database_url: str) -> None:
    database = open_database(database_url)
    for _ in range(ROUNDS):
        with database.write_sessions.begin() as session:
            counter = session.scalars(select(Counter).with_for_update()).one()
            counter.value += 1
    database.dispose()


def test_a_moment_comes_back_in_utc(database: Database) -> None:
    at = datetime(2026, 6, 1, 12, 30, tzinfo=UTC)
    with database.write_sessions.begin() as session:
        session.add(Organisation(id="o", kind="buyer", name="O", created_at=at))
    with database.read_sessions() as session:
        assert session.get_one(Organisation, "o").created_at == at


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with database.write_sessions() as session:
        session.add(Organisation(id="o", kind="buyer", name="O", created_at=datetime(2026, 6, 1)))  # noqa: DTZ001
        with pytest.raises(Exception, match="time zone"):
            session.flush()


@pytest.mark.parametrize(
    ("version", "fixed"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_the_releases_with_the_wal_reset_fix_are_known(version: tuple[int, int, int], fixed: bool) -> None:
    """3.51.3 and the backports 3.50.7 and 3.44.6, by the SQLite change list."""
    assert has_wal_reset_fix(version) is fixed


def test_other_databases_are_refused() -> None:
    with pytest.raises(ValueError, match="sqlite or postgresql"):
        open_database("mysql://host/name")
