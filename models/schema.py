"""The schema of a database: where it stands, and how it moves."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from models.engine import Database


def upgrade(database: Database, to: str = "head") -> None:
    """Bring the schema up to a revision, all of it or nothing."""
    with database.write.begin() as connection:
        command.upgrade(_config(connection), to)


def downgrade(database: Database, to: str) -> None:
    """Take the schema down to a revision, all of it or nothing."""
    with database.write.begin() as connection:
        command.downgrade(_config(connection), to)


def current(database: Database) -> str | None:
    """The revision that the database stands at, None where it is empty."""
    with database.read.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str:
    """The revision that this program needs."""
    revision = _script().get_current_head()
    if revision is None:
        raise LookupError("there are no migrations")
    return revision


def is_known(revision: str) -> bool:
    """Whether this program knows a revision; it does not know those of newer programs."""
    return any(script.revision == revision for script in _script().walk_revisions())


def _script() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "models:migrations")
    config.attributes["connection"] = connection
    return config
