"""What people decide on pairs. Rows are only added: the latest stands, `withdrawn` cancels, `unsure` is not no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from matchmaker.desk.actors import Actor, record
from matchmaker.desk.requirements import row_of
from matchmaker.errors import Invalid
from models import Decision, Match, Organisation, Requirement, Run, Supplier

APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody decides on a supplier for a requirement; `run_id` names the list that was on the screen."""

    supplier_id: str
    verdict: str
    reason_code: str = ""
    note: str = ""
    run_id: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """An approved pair, ready to be taken to a fair or an introduction. `body` is the match as decided upon."""

    reference: str
    requirement: Requirement
    buyer: Organisation
    supplier: Supplier
    decision: Decision
    body: dict[str, Any]


def decide(session: Session, actor: Actor, reference: str, verdict: Verdict) -> Decision:
    """The stored decision, with what the named run showed of the pair. Raises `NotFound` and `Invalid`."""
    requirement = row_of(session, actor, reference)
    if session.get(Supplier, verdict.supplier_id) is None:
        raise Invalid(f"there is no supplier {verdict.supplier_id}", pointer="/supplier_id")
    decision = Decision(
        requirement_id=requirement.id,
        supplier_id=verdict.supplier_id,
        run_id=verdict.run_id or None,
        verdict=verdict.verdict,
        reason_code=verdict.reason_code,
        note=verdict.note,
        shown=_shown(session, requirement, verdict),
        decided_by=actor.name,
        decided_at=actor.at,
    )
    session.add(decision)
    session.flush()
    record(
        session,
        actor,
        "decide",
        ("requirement", requirement.id),
        supplier=verdict.supplier_id,
        verdict=verdict.verdict,
        reason_code=verdict.reason_code,
    )
    return decision


def _shown(session: Session, requirement: Requirement, verdict: Verdict) -> dict[str, Any]:
    """What was on the screen: the pair's match in the run, or nothing where no run was named."""
    if not verdict.run_id:
        return {}
    match = session.scalar(
        select(Match)
        .join(Run, Run.id == Match.run_id)
        .where(
            Run.requirement_id == requirement.id,
            Run.id == verdict.run_id,
            Match.supplier_id == verdict.supplier_id,
        )
    )
    if match is None:
        raise Invalid(
            f"run {verdict.run_id} of this requirement does not list {verdict.supplier_id}", pointer="/run_id"
        )
    shown: dict[str, Any] = match.body["en"]
    return shown


def history(session: Session, actor: Actor, reference: str) -> Sequence[Decision]:
    """All decisions on a requirement, oldest first."""
    requirement = row_of(session, actor, reference)
    return session.scalars(
        select(Decision).where(Decision.requirement_id == requirement.id).order_by(Decision.id)
    ).all()


def approved_pairs(session: Session) -> list[Pair]:
    """The pairs whose standing decision is `approved`, by buyer's name, requirement and supplier."""
    latest = select(func.max(Decision.id)).group_by(Decision.requirement_id, Decision.supplier_id)
    rows = session.execute(
        select(Decision, Requirement, Organisation, Supplier)
        .join(Requirement, Requirement.id == Decision.requirement_id)
        .join(Organisation, Organisation.id == Requirement.organisation_id)
        .join(Supplier, Supplier.id == Decision.supplier_id)
        .where(Decision.id.in_(latest), Decision.verdict == APPROVED)
        .where(Requirement.withdrawn_at.is_(None), Supplier.withdrawn_at.is_(None))
        .order_by(Organisation.name, Requirement.reference, Supplier.name, Supplier.id)
        .options(selectinload(Supplier.contacts))
    )
    return [
        Pair(requirement.reference, requirement, buyer, supplier, decision, decision.shown)
        for decision, requirement, buyer, supplier in rows
    ]


def note_export(session: Session, actor: Actor, rows: int, form: str) -> None:
    """Note that approved pairs left, for they carry personal data."""
    record(session, actor, "export", ("pairs", APPROVED), rows=rows, format=form)
