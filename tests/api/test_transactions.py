from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from api.transactions import reading, transaction


@pytest.fixture(autouse=True)
def _table(app: Flask) -> None:
    with app.app_context(), transaction() as session:
        session.execute(text("CREATE TABLE notes (body TEXT)"))


def notes() -> list[str]:
    with reading() as session:
        return list(session.scalars(text("SELECT body FROM notes")))


def test_returning_commits(app: Flask) -> None:
    with app.app_context():
        with transaction() as session:
            session.execute(text("INSERT INTO notes VALUES ('kept')"))
        assert notes() == ["kept"]


def write_and_raise() -> None:
    with transaction() as session:
        session.execute(text("INSERT INTO notes VALUES ('lost')"))
        raise RuntimeError


def test_raising_rolls_back(app: Flask) -> None:
    with app.app_context():
        with pytest.raises(RuntimeError):
            write_and_raise()
        assert notes() == []


def test_a_reader_cannot_write(app: Flask) -> None:
    with app.app_context(), pytest.raises(OperationalError, match="readonly"), reading() as session:
        session.execute(text("INSERT INTO notes VALUES ('no')"))
