"""Buyers' requirements. A buyer sees its own and never learns of another's; staff see all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from matchmaker.desk.actors import Actor, new_id, record
from matchmaker.errors import Conflict, NotFound, Stale
from matchmaker.records import CertificateNeeds, Price, Requirement, form_of
from models import Organisation
from models import Requirement as Row

SAME_FIELDS = (
    "title",
    "description",
    "language",
    "part",
    "equivalent_material_ok",
    "tolerance_mm",
    "weight_kg",
    "annual_volume",
    "unit",
    "start_on",
    "lead_time_days",
    "delivery",
    "outsourced_steps_ok",
    "confidentiality",
    "quote_by",
)
LIST_FIELDS = ("processes", "materials", "size_mm", "provinces", "exclude_suppliers")


@dataclass(frozen=True, slots=True)
class Posted:
    """A stored requirement: whose it is, its version, when it last changed. `key` is the row's own id."""

    key: str
    organisation_id: str
    requirement: Requirement
    version: int
    updated_at: datetime


def create(session: Session, actor: Actor, requirement: Requirement) -> Posted:
    """The new requirement of the actor's organisation, with an id made here where the buyer gave none.

    Raises `Conflict` where the organisation uses the id already.
    """
    reference = requirement.id or new_id("req")
    _take_turn(session, actor.organisation_id)
    if session.scalar(select(Row.id).where(Row.organisation_id == actor.organisation_id, Row.reference == reference)):
        raise Conflict(f"you have a requirement {reference} already; change it with PUT", code="id_taken")
    row = Row(id=new_id("requirement"), organisation_id=actor.organisation_id, reference=reference, created_at=actor.at)
    _write(row, requirement, actor)
    session.add(row)
    session.flush()
    record(session, actor, "create", ("requirement", row.id), form=form_of(requirement))
    return _posted(row)


def _take_turn(session: Session, organisation_id: str) -> None:
    """Wait until others of the organisation who post are through. SQLite's writers queue by themselves."""
    session.execute(select(Organisation.id).where(Organisation.id == organisation_id).with_for_update(key_share=True))


def replace(session: Session, actor: Actor, requirement: Requirement, version: int) -> Posted:
    """The requirement, replaced whole. Raises `NotFound`, and `Stale` where it is no longer that `version`."""
    row = row_of(session, actor, requirement.id)
    _check(row, version)
    before = form_of(_requirement_of(row))
    _write(row, requirement, actor)
    session.flush()
    record(session, actor, "replace", ("requirement", row.id), before=before, after=form_of(requirement))
    return _posted(row)


def withdraw(session: Session, actor: Actor, reference: str, version: int) -> None:
    """Close a requirement. Its runs and decisions stay."""
    row = row_of(session, actor, reference)
    _check(row, version)
    row.withdrawn_at = actor.at
    record(session, actor, "withdraw", ("requirement", row.id))


def read(session: Session, actor: Actor, reference: str) -> Posted:
    """The requirement of an id, as far as the actor may know of it. Raises `NotFound`."""
    return _posted(row_of(session, actor, reference))


def page(session: Session, actor: Actor, after: str, size: int) -> list[Posted]:
    """Up to `size` requirements that the actor may see, by row key, after the key `after`."""
    rows = session.scalars(_visible(actor).where(Row.id > after).order_by(Row.id).limit(size))
    return [_posted(row) for row in rows]


def row_of(session: Session, actor: Actor, reference: str) -> Row:
    """The row of a requirement that the actor may see, by the buyer's id or the row's own. Raises `NotFound`.

    Two buyers may use one id; staff then name the row's own id.
    """
    rows = session.scalars(_visible(actor).where((Row.reference == reference) | (Row.id == reference)).limit(2)).all()
    if not rows:
        raise NotFound(f"there is no requirement {reference}")
    if len(rows) > 1:
        raise Conflict(f"several buyers have a requirement {reference}; name it by its key", code="ambiguous_id")
    return rows[0]


def _visible(actor: Actor) -> Select[Row]:
    living = select(Row).where(Row.withdrawn_at.is_(None))
    return living if actor.is_staff else living.where(Row.organisation_id == actor.organisation_id)


def _check(row: Row, version: int) -> None:
    if row.version != version:
        raise Stale(f"requirement {row.reference} has changed since you read it; read it again and repeat your change")


def _posted(row: Row) -> Posted:
    return Posted(row.id, row.organisation_id, _requirement_of(row), row.version, row.updated_at)


def _requirement_of(row: Row) -> Requirement:
    price = row.target_price_amount
    return Requirement(
        id=row.reference,
        **_same(row),
        **_lists(row),
        certificates=CertificateNeeds(tuple(row.certificates_required), tuple(row.certificates_preferred)),
        target_price=Price(price, row.target_price_currency) if price else None,
    )


def _same(row: Row) -> dict[str, Any]:
    return {field: getattr(row, field) for field in SAME_FIELDS}


def _lists(row: Row) -> dict[str, Any]:
    return {field: tuple(getattr(row, field)) for field in LIST_FIELDS}


def _write(row: Row, requirement: Requirement, actor: Actor) -> None:
    for field in SAME_FIELDS:
        setattr(row, field, getattr(requirement, field))
    for field in LIST_FIELDS:
        setattr(row, field, list(getattr(requirement, field)))
    row.certificates_required = list(requirement.certificates.required)
    row.certificates_preferred = list(requirement.certificates.preferred)
    price = requirement.target_price
    row.target_price_amount = price.amount if price else ""
    row.target_price_currency = price.currency if price else ""
    row.updated_at = actor.at
