"""Engines wired so that an acknowledged write is kept: SQLite by default, PostgreSQL for teams.

SQLite: the driver's own transaction handling is off, because with it read-then-write loses updates between processes.
Writers say BEGIN IMMEDIATE, so they queue for `BUSY_TIMEOUT_MS` instead of failing half-way; readers get an engine of
their own that cannot write. `synchronous=FULL` syncs the write-ahead log before a commit returns.
"""

from __future__ import annotations

import importlib
import sqlite3
import warnings
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker

BUSY_TIMEOUT_MS = 15_000
"""The longest wait for a lock seen with eight writers was 3 to 4 s."""


@dataclass(frozen=True)
class Database:
    """The two ways in: `write` opens transactions that may change rows, `read` ones that see one snapshot."""

    write: Engine
    read: Engine

    @property
    def write_sessions(self) -> sessionmaker[Session]:
        return sessionmaker(self.write, expire_on_commit=False)

    @property
    def read_sessions(self) -> sessionmaker[Session]:
        return sessionmaker(self.read, autoflush=False)

    def dispose(self) -> None:
        self.write.dispose()
        self.read.dispose()


def open_database(url: str) -> Database:
    """The database at `url` (`sqlite:///FILE` or `postgresql://…`). Creates the folder of an SQLite file."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _open_sqlite(parsed)
    if parsed.get_backend_name() == "postgresql":
        return _open_postgresql(parsed)
    raise ValueError(f"DATABASE_URL names {parsed.get_backend_name()}; use sqlite or postgresql")


def _open_postgresql(url: URL) -> Database:
    options: dict[str, Any] = {"pool_pre_ping": True, "hide_parameters": True}
    url = url.set(drivername="postgresql+psycopg")
    return Database(
        write=create_engine(url, **options),
        read=create_engine(
            url,
            isolation_level="REPEATABLE READ",
            execution_options={"postgresql_readonly": True},
            **options,
        ),
    )


def _open_sqlite(url: URL) -> Database:
    if not url.database or url.database == ":memory:":
        raise ValueError("SQLite needs a file: several workers share it")
    Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    driver = sqlite_driver()
    options: dict[str, Any] = {
        "module": driver,
        "connect_args": {"check_same_thread": False},
        "hide_parameters": True,
    }
    write, read = create_engine(url, **options), create_engine(url, **options)
    _wire(write, "BEGIN IMMEDIATE", query_only=False)
    _wire(read, "BEGIN", query_only=True)
    return Database(write=write, read=read)


def _wire(engine: Engine, begin: str, *, query_only: bool) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        if query_only:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def sqlite_driver() -> ModuleType:
    """The SQLite driver to use: the bundled one, else the standard one where it is past the WAL-reset bug."""
    try:
        return importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        if not has_wal_reset_fix(sqlite3.sqlite_version_info):
            warnings.warn(
                f"SQLite {sqlite3.sqlite_version} can corrupt a database that several processes write; "
                "install pysqlite3 or use PostgreSQL",
                stacklevel=2,
            )
        return sqlite3


def has_wal_reset_fix(version: tuple[int, ...]) -> bool:
    """Whether an SQLite `version` has the fix of 3.51.3, backported to 3.50.7 and 3.44.6 (sqlite.org change list)."""
    if version[:2] == (3, 44):
        return version >= (3, 44, 6)
    if version[:2] == (3, 50):
        return version >= (3, 50, 7)
    return version >= (3, 51, 3) or version < (3, 7, 0)
