"""Keeps the documents beside the suppliers, and each worker's index level with the documents."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, selectinload

from matchmaker.desk.profiles import supplier_of
from matchmaker.duplicates import merged
from matchmaker.errors import Conflict
from matchmaker.ranking.documents import ANALYSIS_VERSION, Document, analyse, document_from_json
from matchmaker.ranking.index import Index
from matchmaker.records import Supplier
from matchmaker.vocabulary.concepts import SCHEME, VERSION
from models import Counter, SupplierConcept, SupplierDocument
from models import Supplier as Row

SUPPLIERS = "suppliers"
"""The counter that every change of a supplier raises."""

EVERYTHING = (
    selectinload(Row.items),
    selectinload(Row.capabilities),
    selectinload(Row.certificates),
    selectinload(Row.contacts),
)


class IndexKeeper:
    """One process's index. Threads share it; it only ever moves forward."""

    def __init__(self) -> None:
        self._index = Index([])
        self._lock = threading.Lock()

    def index(self, session: Session) -> Index:
        """The index as fresh as the session's snapshot, or fresher."""
        now = sequence_now(session)
        if self._index.sequence < now:
            with self._lock:
                if self._index.sequence < now:
                    self._index = _caught_up(session, self._index, now)
        return self._index


def _caught_up(session: Session, index: Index, sequence: int) -> Index:
    changed = session.execute(
        select(SupplierDocument.supplier_id, SupplierDocument.document, SupplierDocument.analysis_version).where(
            SupplierDocument.sequence > index.sequence
        )
    )
    changes = {supplier_id: _readable(form, version) for supplier_id, form, version in changed}
    return index.changed(changes, sequence)


def _readable(form: dict[str, Any] | None, version: str) -> Document | None:
    if form is None:
        return None
    if version != ANALYSIS_VERSION:
        raise Conflict(
            f"the suppliers were analysed by version {version} of the program, this is {ANALYSIS_VERSION}: "
            "run `matchmaker db upgrade`",
            code="analysis_outdated",
        )
    return document_from_json(form)


def sequence_now(session: Session) -> int:
    """The number of the last change that this session can see."""
    return session.scalar(select(Counter.value).where(Counter.name == SUPPLIERS)) or 0


def take_turn(session: Session) -> None:
    """Wait until those who are changing the register are through: what is read from here on stays so until we are.

    SQLite's writers queue by themselves. PostgreSQL's would read side by side and collide when they write.
    """
    session.execute(select(Counter.value).where(Counter.name == SUPPLIERS).with_for_update())


def next_sequence(session: Session) -> int:
    """A new change number. The counter's row is locked until the transaction ends, so numbers follow commits."""
    raised = update(Counter).where(Counter.name == SUPPLIERS).values(value=Counter.value + 1).returning(Counter.value)
    return session.scalars(raised).one()


def firm(session: Session, leading_id: str) -> Supplier | None:
    """The profile of a firm: its leading record with those merged into it; None where it is withdrawn or merged."""
    rows = session.scalars(
        select(Row).where((Row.id == leading_id) | (Row.merged_into_id == leading_id)).options(*EVERYTHING)
    )
    return firm_of(leading_id, rows)


def firm_of(leading_id: str, rows: Iterable[Row]) -> Supplier | None:
    """The profile of a firm from the rows of all its records."""
    living = [row for row in rows if row.withdrawn_at is None]
    leading = next((row for row in living if row.id == leading_id and not row.merged_into_id), None)
    if leading is None:
        return None
    others = sorted((row for row in living if row is not leading), key=lambda row: row.id)
    records = [(supplier_of(row), _stated_on(row)) for row in (leading, *others)]
    profile = merged(records) if others else records[0][0]
    return profile if profile.id == leading_id else _renamed(profile, leading_id)


def _stated_on(row: Row) -> date:
    return row.updated_at.date()


def _renamed(profile: Supplier, supplier_id: str) -> Supplier:
    return dataclasses.replace(profile, id=supplier_id)


def refresh(session: Session, leading_ids: Sequence[str]) -> None:
    """Analyse these firms anew and publish them under one new change number."""
    session.flush()
    sequence = next_sequence(session)
    for leading_id in leading_ids:
        profile = firm(session, leading_id)
        document = analyse(profile) if profile else None
        session.merge(
            SupplierDocument(
                supplier_id=leading_id,
                sequence=sequence,
                analysis_version=ANALYSIS_VERSION,
                document=document.to_json() if document else None,
            )
        )
        _write_concepts(session, leading_id, document)


def _write_concepts(session: Session, supplier_id: str, document: Document | None) -> None:
    session.execute(delete(SupplierConcept).where(SupplierConcept.supplier_id == supplier_id))
    if document is None:
        return
    keys = {item.key for item in document.evidence if not item.role}
    keys |= {fact.key for fact in document.certificates if fact.key}
    for key in sorted(keys):
        kind, _, code = key.partition(":")
        session.add(
            SupplierConcept(supplier_id=supplier_id, kind=kind, code=code, scheme=SCHEME, scheme_version=VERSION)
        )


def reanalyse(session: Session) -> int:
    """Analyse anew what an older engine or vocabulary has analysed; returns how many firms that were."""
    outdated = session.scalars(
        select(SupplierDocument.supplier_id).where(
            SupplierDocument.analysis_version != ANALYSIS_VERSION, SupplierDocument.document.is_not(None)
        )
    ).all()
    if outdated:
        refresh(session, outdated)
    return len(outdated)
