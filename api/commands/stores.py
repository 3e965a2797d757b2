"""The database behind a command."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import click

from api.config import Settings, settings_from
from matchmaker.desk.actors import Actor
from matchmaker.errors import Conflict
from models import schema
from models.engine import Database, open_database

PROGRAMME = "programme"
"""The organisation that the command line acts for."""


def settings() -> Settings:
    """The settings of the environment. Raises `Invalid` naming the variable."""
    return settings_from(os.environ)


def operator() -> Actor:
    """Whoever sits at the machine: staff of the programme, now."""
    return Actor(PROGRAMME, "admin", "command line", datetime.now(UTC))


@contextmanager
def opened() -> Iterator[Database]:
    """The configured database at the schema that this program needs; refused at any other."""
    database = open_database(settings().database_url)
    try:
        check_schema(database)
        yield database
    finally:
        database.dispose()


def check_schema(database: Database) -> None:
    """Raises `Conflict` where the schema is older or newer than this program."""
    found, needed = schema.current(database), schema.head()
    if found == needed:
        return
    if found and not schema.is_known(found):
        raise Conflict(f"the database has schema {found}, which is newer than this program; run the newer program")
    raise Conflict(
        f"the database has schema {found or 'none'}, this program needs {needed}: run `matchmaker db upgrade`"
    )


def done(text: str) -> None:
    """Says what was done, on stderr, so that answers on stdout stay clean."""
    click.echo(text, err=True)
