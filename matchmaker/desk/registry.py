"""The register of suppliers: read, write, withdraw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from matchmaker.desk.actors import Actor, record
from matchmaker.desk.index_upkeep import EVERYTHING, firm_of, refresh, take_turn
from matchmaker.desk.profiles import supplier_of, write_row
from matchmaker.errors import Conflict, NotFound, Stale
from matchmaker.records import Supplier, form_of
from matchmaker.text.folding import fold
from matchmaker.vocabulary.places import province_of
from models import Provenance, SupplierConcept
from models import Supplier as Row


@dataclass(frozen=True, slots=True)
class Entry:
    """A firm in the register: its profile, the version of its leading record, when that last changed."""

    supplier: Supplier
    version: int
    updated_at: datetime
    merged_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which firms to list; empty means all. Codes are concept ids of the vocabulary."""

    text: str = ""
    process: str = ""
    material: str = ""
    certificate: str = ""
    province: str = ""


def create(session: Session, actor: Actor, supplier: Supplier) -> Entry:
    """The new firm. Raises `Conflict` where the id is taken."""
    take_turn(session)
    if session.get(Row, supplier.id):
        raise Conflict(
            f"a supplier {supplier.id} exists already; change it with PUT or choose another id", code="id_taken"
        )
    add_row(session, actor, supplier)
    say_all(session, actor, supplier)
    refresh(session, [supplier.id])
    record(session, actor, "create", ("supplier", supplier.id), form=form_of(supplier))
    return read(session, supplier.id)


def add_row(session: Session, actor: Actor, supplier: Supplier) -> Row:
    """A new row that states `supplier`, without its document."""
    row = Row(id=supplier.id, created_at=actor.at)
    write_row(row, supplier, actor)
    session.add(row)
    session.flush()
    return row


def replace(session: Session, actor: Actor, supplier: Supplier, version: int) -> Entry:
    """The firm with its leading record replaced whole.

    Raises `NotFound`, and `Stale` where the record is no longer the `version` that the caller read.
    """
    take_turn(session)
    row = _leading(session, supplier.id)
    if row.version != version:
        raise Stale(f"supplier {supplier.id} has changed since you read it; read it again and repeat your change")
    before = supplier_of(row)
    write_row(row, supplier, actor)
    say_all(session, actor, supplier, unlike=before)
    refresh(session, [row.id])
    record(session, actor, "replace", ("supplier", row.id), before=form_of(before), after=form_of(supplier))
    return read(session, row.id)


def withdraw(session: Session, actor: Actor, supplier_id: str, version: int) -> None:
    """Take a firm out of lists and matches. Its record, runs and decisions stay."""
    take_turn(session)
    row = _leading(session, supplier_id)
    if row.version != version:
        raise Stale(f"supplier {supplier_id} has changed since you read it; read it again")
    row.withdrawn_at = actor.at
    refresh(session, [row.id])
    record(session, actor, "withdraw", ("supplier", row.id))


def read(session: Session, supplier_id: str) -> Entry:
    """The firm of an id; a record that was merged answers with its firm. Raises `NotFound`."""
    row = session.get(Row, supplier_id)
    leading_id = (row.merged_into_id or row.id) if row else ""
    entries = _entries(session, [leading_id]) if leading_id else []
    if not entries:
        raise NotFound(f"there is no supplier {supplier_id}")
    return entries[0]


def page(session: Session, wanted: Filter, after: str, size: int) -> list[Entry]:
    """Up to `size` firms with ids greater than `after`, by id."""
    leading = select(Row.id).where(Row.merged_into_id.is_(None), Row.withdrawn_at.is_(None), Row.id > after)
    ids = session.scalars(_filtered(leading, wanted).order_by(Row.id).limit(size)).all()
    return _entries(session, ids)


def _filtered(query: Select[str], wanted: Filter) -> Select[str]:
    for kind in ("process", "material", "certificate"):
        if code := getattr(wanted, kind):
            having = select(SupplierConcept.supplier_id).where(
                SupplierConcept.kind == kind, SupplierConcept.code == code
            )
            query = query.where(Row.id.in_(having))
    if wanted.province:
        province = province_of(wanted.province)
        query = query.where(Row.province_code_2025 == (province.new_code if province else "?"))
    if wanted.text:
        folded = f"%{_escaped(fold(wanted.text))}%"
        query = query.where(Row.name_folded.like(folded, escape="\\"))
    return query


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _entries(session: Session, leading_ids: Sequence[str]) -> list[Entry]:
    """The firms of these leading ids, in their order, in a constant number of queries."""
    rows = session.scalars(
        select(Row).where(Row.id.in_(leading_ids) | Row.merged_into_id.in_(leading_ids)).options(*EVERYTHING)
    ).all()
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.merged_into_id or row.id, []).append(row)
    return [entry for leading_id in leading_ids if (entry := _entry(leading_id, groups))]


def _entry(leading_id: str, groups: Mapping[str, list[Row]]) -> Entry | None:
    rows = groups.get(leading_id, [])
    supplier = firm_of(leading_id, rows)
    if supplier is None:
        return None
    leading = next(row for row in rows if row.id == leading_id)
    merged_ids = tuple(sorted(row.id for row in rows if row.id != leading_id))
    return Entry(supplier, leading.version, leading.updated_at, merged_ids)


def _leading(session: Session, supplier_id: str) -> Row:
    row = session.get(Row, supplier_id, options=EVERYTHING)
    if row is None or row.withdrawn_at:
        raise NotFound(f"there is no supplier {supplier_id}")
    if row.merged_into_id:
        raise Conflict(
            f"record {supplier_id} is part of the firm {row.merged_into_id}; change that one", code="merged_record"
        )
    return row


def say_all(session: Session, actor: Actor, supplier: Supplier, unlike: Supplier | None = None) -> None:
    """Note who said each field by an edit; with `unlike`, only the fields that differ from it."""
    before = form_of(unlike) if unlike else {}
    for field, value in form_of(supplier).items():
        if field != "id" and before.get(field) != value:
            session.add(_said(actor, supplier.id, field, str(value)))


def _said(actor: Actor, supplier_id: str, field: str, raw: str) -> Provenance:
    return Provenance(
        supplier_id=supplier_id,
        field=field,
        source="edit",
        said_by=actor.name,
        said_at=actor.at,
        filename="",
        sheet="",
        column="",
        raw=raw,
    )


def provenance(session: Session, supplier_ids: Iterable[str]) -> list[Provenance]:
    """Who said what of these records, oldest first."""
    return list(
        session.scalars(
            select(Provenance).where(Provenance.supplier_id.in_(list(supplier_ids))).order_by(Provenance.id)
        )
    )
