"""Supplier files: what would change, and the change itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matchmaker.desk.actors import Actor, new_id, record
from matchmaker.desk.index_upkeep import EVERYTHING, refresh, take_turn
from matchmaker.desk.profiles import supplier_of, write_row
from matchmaker.desk.registry import add_row
from matchmaker.errors import NotFound
from matchmaker.intake import Reading, ReadSupplier
from matchmaker.records import form_of, supplier_from
from models import Import, ImportProblem, Provenance
from models import Supplier as Row

NEW, CHANGED, UNCHANGED, KEPT = "new", "changed", "unchanged", "kept"
"""`kept`: somebody has edited the record since the file last spoke of it, so the file does not overwrite it."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a file does to one record."""

    supplier_id: str
    name: str
    row: int
    effect: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did, or would do: `import_id` is empty for a dry run."""

    import_id: str
    already_imported: bool
    counts: dict[str, int]
    effects: tuple[Effect, ...]


def dry_run(session: Session, reading: Reading) -> Outcome:
    """What publishing the reading would change."""
    effects = tuple(_effect(session, read) for read in reading.suppliers)
    return Outcome("", False, _counts(reading, effects), effects)


def publish(
    session: Session, actor: Actor, reading: Reading, source: str, progress: Callable[[], Any] = lambda: None
) -> Outcome:
    """Publish the reading in the caller's transaction. The same file from the same source changes nothing."""
    take_turn(session)
    earlier = session.scalar(select(Import).where(Import.sha256 == reading.sha256, Import.source == source))
    if earlier:
        return Outcome(earlier.id, True, earlier.counts, ())
    import_id = _note(session, actor, reading, source)
    effects = []
    for read in reading.suppliers:
        effect = _effect(session, read)
        if effect.effect in (NEW, CHANGED):
            _write(session, actor, read)
            _say(session, actor, reading, read, import_id)
        effects.append(effect)
        progress()
    written = [effect.supplier_id for effect in effects if effect.effect in (NEW, CHANGED)]
    if written:
        refresh(session, _leading(session, written))
    counts = _counts(reading, effects)
    session.get_one(Import, import_id).counts = counts
    record(session, actor, "import", ("import", import_id), filename=reading.filename, **counts)
    return Outcome(import_id, False, counts, tuple(effects))


def read(session: Session, import_id: str) -> Import:
    """A published import with its problems. Raises `NotFound`."""
    found = session.get(Import, import_id)
    if found is None:
        raise NotFound(f"there is no import {import_id}")
    return found


def _effect(session: Session, read: ReadSupplier) -> Effect:
    supplier = supplier_from(read.form)
    row = session.get(Row, supplier.id, options=EVERYTHING)
    if row is None:
        effect = NEW
    elif form_of(supplier_of(row)) == form_of(supplier):
        effect = UNCHANGED
    elif _edited_since(session, supplier.id):
        effect = KEPT
    else:
        effect = CHANGED
    return Effect(supplier.id, supplier.name, read.row, effect)


def _edited_since(session: Session, supplier_id: str) -> bool:
    """Whether the last word on the record was a person's."""
    newest = session.scalar(select(func.max(Provenance.id)).where(Provenance.supplier_id == supplier_id))
    return newest is not None and session.get_one(Provenance, newest).source == "edit"


def _write(session: Session, actor: Actor, read: ReadSupplier) -> None:
    supplier = supplier_from(read.form)
    row = session.get(Row, supplier.id, options=EVERYTHING)
    if row is None:
        add_row(session, actor, supplier)
    else:
        write_row(row, supplier, actor)
        session.flush()


def _say(session: Session, actor: Actor, reading: Reading, read: ReadSupplier, import_id: str) -> None:
    """Note for each value where in the file it came from."""
    session.add_all(
        Provenance(
            supplier_id=read.form["id"],
            field=field,
            source="import",
            said_by=actor.name,
            said_at=actor.at,
            import_id=import_id,
            filename=reading.filename,
            sheet=read.sheet,
            row=read.row,
            column=origin.column,
            raw=origin.raw,
        )
        for field, origin in read.origins.items()
    )


def _note(session: Session, actor: Actor, reading: Reading, source: str) -> str:
    import_id = new_id("import")
    session.add(
        Import(
            id=import_id,
            filename=reading.filename,
            source=source,
            sha256=reading.sha256,
            columns=[dataclasses.asdict(column) for column in reading.columns],
            counts={},
            created_by=actor.name,
            created_at=actor.at,
            problems=[
                ImportProblem(
                    position=place,
                    severity=problem.severity,
                    code=problem.code,
                    sheet=problem.sheet or "",
                    row=problem.row,
                    column=problem.column or "",
                    found=problem.found,
                    message=problem.message,
                    advice=problem.advice,
                )
                for place, problem in enumerate(reading.problems)
            ],
        )
    )
    session.flush()
    return import_id


def _leading(session: Session, ids: Iterable[str]) -> list[str]:
    rows = session.execute(select(Row.id, Row.merged_into_id).where(Row.id.in_(list(ids))))
    return sorted({merged_into_id or supplier_id for supplier_id, merged_into_id in rows})


def _counts(reading: Reading, effects: Iterable[Effect]) -> dict[str, int]:
    effects = list(effects)
    counts = {name: sum(effect.effect == name for effect in effects) for name in (NEW, CHANGED, UNCHANGED, KEPT)}
    for severity in ("error", "warning", "note"):
        counts[f"{severity}s"] = sum(problem.severity == severity for problem in reading.problems)
    return counts
