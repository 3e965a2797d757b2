"""Where transactions begin and end: one visible block in an endpoint, returning commits, raising rolls back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flask import current_app
from sqlalchemy.orm import Session

from api.config import Settings
from matchmaker.desk.index_upkeep import IndexKeeper
from models.engine import Database


def _ready() -> bool:
    return True


@dataclass
class Services:
    """What a running application holds, as `app.extensions["matchmaker"]`.

    `ready` answers /readyz; the first request may come before it is true.
    """

    settings: Settings
    database: Database
    cursor_key: bytes
    keeper: IndexKeeper = field(default_factory=IndexKeeper)
    ready: Callable[[], bool] = _ready


def services() -> Services:
    """The present application's services."""
    found: Services = current_app.extensions["matchmaker"]
    return found


@contextmanager
def transaction() -> Iterator[Session]:
    """A session that may write. On SQLite it holds the one write lock, so keep the block short."""
    with services().database.write_sessions.begin() as session:
        yield session


@contextmanager
def reading() -> Iterator[Session]:
    """A session that sees one snapshot and cannot write."""
    with services().database.read_sessions() as session:
        yield session
