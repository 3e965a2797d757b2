"""The schema goes up, down and up again, and says what the models say."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect
from sqlalchemy.exc import OperationalError

from models import Base, schema
from models.engine import Database, open_database


def test_migrations_and_models_agree(database: Database) -> None:
    with database.read.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_down_and_up_again(database: Database) -> None:
    schema.downgrade(database, "base")
    assert schema.current(database) is None
    schema.upgrade(database)
    assert schema.current(database) == schema.head()


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """The tables that a failed migration made are gone. Seen to fail with the driver's own transactions."""
    database = open_database(f"sqlite:///{tmp_path / 'half.sqlite3'}")
    with database.write.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE counters (name TEXT)")
    with pytest.raises(OperationalError, match="counters"):
        schema.upgrade(database)
    assert inspect(database.read).get_table_names() == ["counters"]
    database.dispose()
