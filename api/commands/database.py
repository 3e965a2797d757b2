"""Commands on the database as a whole."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from api.commands.stores import done, opened, operator, settings
from matchmaker.desk import backups, index_upkeep
from matchmaker.errors import Conflict
from models import schema
from models.engine import open_database

FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def db() -> None:
    """Look after the database."""


@db.command()
def upgrade() -> None:
    """Bring the database to the schema and the vocabulary of this program.

    Example: matchmaker db upgrade
    """
    database = open_database(settings().database_url)
    try:
        found = schema.current(database)
        if found and not schema.is_known(found):
            raise Conflict(f"the database has schema {found}, which is newer than this program; run the newer program")
        schema.upgrade(database)
        with database.write_sessions.begin() as session:
            renewed = index_upkeep.reanalyse(session)
    finally:
        database.dispose()
    done(f"schema {schema.head()}, {renewed} suppliers analysed anew")


@click.command()
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Write the whole database to a file; others may go on writing.

    Example: matchmaker backup matchmaker-2026-06-01.jsonl.gz
    """
    with opened() as database, database.read_sessions() as session:
        rows = backups.backup(session, schema.head(), file)
    done(f"{rows} rows written to {file}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Fill an empty database from a backup; SQLite and PostgreSQL read each other's.

    Example: matchmaker restore matchmaker-2026-06-01.jsonl.gz
    """
    database = open_database(settings().database_url)
    try:
        schema.upgrade(database)
        with database.write_sessions.begin() as session:
            rows = backups.restore(session, schema.head(), file)
    finally:
        database.dispose()
    done(f"{rows} rows restored by {operator().name}")
