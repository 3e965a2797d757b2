"""The whole database as one file, and back: the same file for SQLite and PostgreSQL.

The file is gzip'd JSON Lines: a head with the schema's revision, then each table's rows in an order that keeps foreign
keys whole. It is read in one snapshot, so it is consistent while others write.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Date, Table, func, insert, select, update
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from matchmaker.errors import Conflict, Invalid
from models import Base, Supplier
from models.base import Moment

FORM = "matchmaker-backup-1"
CHUNK = 500


def backup(session: Session, revision: str, path: Path) -> int:
    """Write every row to `path`; returns how many. The file appears only once it is whole."""
    unfinished = path.with_name(path.name + ".part")
    rows = 0
    with gzip.open(unfinished, "wt", encoding="utf-8") as out:
        out.write(json.dumps({"form": FORM, "revision": revision}) + "\n")
        for table in Base.metadata.sorted_tables:
            for row in session.execute(select(table)).yield_per(CHUNK):
                out.write(json.dumps([table.name, _plain(row._mapping)], ensure_ascii=False) + "\n")
                rows += 1
        out.write(json.dumps({"rows": rows}) + "\n")
    unfinished.replace(path)
    return rows


def restore(session: Session, revision: str, path: Path) -> int:
    """Fill an empty database of the same revision from `path`; returns how many rows.

    Raises `Invalid` for a file that is no whole backup or of another revision, `Conflict` where there are rows.
    """
    if session.scalar(select(Supplier.id).limit(1)):
        raise Conflict("the database holds suppliers already; restore into an empty one")
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            return _restore(session, revision, lines)
    except (OSError, EOFError, UnicodeDecodeError, ValueError, KeyError, TypeError) as error:
        raise Invalid(f"{path.name} is no whole backup: {error}") from error


def _restore(session: Session, revision: str, lines: IO[str]) -> int:
    head = json.loads(next(lines, "{}"))
    if head.get("form") != FORM:
        raise Invalid("this is no backup of Matchmaker")
    if head["revision"] != revision:
        raise Invalid(
            f"the backup has schema {head['revision']}, this program {revision}; restore it with its own program"
        )
    for table in reversed(Base.metadata.sorted_tables):
        session.execute(table.delete())
    restored, promised, late = 0, None, []
    for table, values in _chunks(lines):
        if table is None:
            promised = values[0]["rows"]
            continue
        if table.name == Supplier.__tablename__:
            late += [row for row in values if row["merged_into_id"]]
            values = [{**row, "merged_into_id": None} for row in values]
        session.execute(insert(table), values)
        restored += len(values)
    if promised != restored:
        raise Invalid(f"the backup promises {promised} rows and holds {restored}")
    for row in late:
        session.execute(update(Supplier).where(Supplier.id == row["id"]).values(merged_into_id=row["merged_into_id"]))
    _continue_numbers(session)
    return restored


def _chunks(lines: IO[str]) -> Iterator[tuple[Table | None, list[dict[str, Any]]]]:
    """The rows table by table, at most `CHUNK` at a time; the end of the file under None."""
    name = ""
    rows: list[dict[str, Any]] = []
    for line in lines:
        item = json.loads(line)
        if isinstance(item, dict) or item[0] != name or len(rows) == CHUNK:
            if rows:
                yield Base.metadata.tables[name], rows
            rows = []
        if isinstance(item, dict):
            yield None, [item]
        else:
            name = item[0]
            rows.append(_typed(Base.metadata.tables[name], item[1]))
    if rows:
        raise ValueError("its end is missing")


def _plain(row: Any) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date | datetime) else value for name, value in row.items()}


def _typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(table.columns[name].type, value) for name, value in row.items()}


def _value(kind: TypeEngine[Any], value: Any) -> Any:
    if value is not None and isinstance(kind, Moment):
        return datetime.fromisoformat(value)
    if value is not None and isinstance(kind, Date):
        return date.fromisoformat(value)
    return value


def _continue_numbers(session: Session) -> None:
    """Let PostgreSQL number new rows after the restored ones; SQLite does so by itself."""
    if session.get_bind().dialect.name != "postgresql":
        return
    for table in Base.metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            session.execute(select(func.setval(sequence, func.coalesce(func.max(column), 0) + 1, False)))
