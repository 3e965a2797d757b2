"""Records that may be one firm: the machine proposes, people decide, and every decision can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matchmaker.desk.actors import Actor, record
from matchmaker.desk.index_upkeep import EVERYTHING, refresh, take_turn
from matchmaker.desk.profiles import supplier_of
from matchmaker.duplicates import Pair, fullness, likely_pairs
from matchmaker.errors import Invalid, NotFound
from models import DuplicateDecision
from models import Supplier as Row

SAME, DIFFERENT = "same", "different"
OPEN_VERDICTS = ("unsure", "withdrawn")


def proposals(session: Session) -> list[Pair]:
    """Pairs that look like one firm and that nobody has decided on, most alike first."""
    rows = session.scalars(select(Row).where(Row.withdrawn_at.is_(None)).options(*EVERYTHING))
    decided = {pair for pair, verdict in standing(session).items() if verdict not in OPEN_VERDICTS}
    pairs = likely_pairs([supplier_of(row) for row in rows])
    return [pair for pair in pairs if _ordered(pair.a_id, pair.b_id) not in decided]


def body(pair: Pair) -> dict[str, Any]:
    """The public form of a proposed pair."""
    reasons = [{"feature": r.feature, "points": r.points, "detail": r.detail} for r in pair.likeness.reasons]
    return {"a": pair.a_id, "b": pair.b_id, "probability": pair.likeness.probability, "reasons": reasons}


def standing(session: Session) -> dict[tuple[str, str], str]:
    """The latest verdict on each pair."""
    latest = select(func.max(DuplicateDecision.id)).group_by(DuplicateDecision.a_id, DuplicateDecision.b_id)
    rows = session.scalars(select(DuplicateDecision).where(DuplicateDecision.id.in_(latest)))
    return {(row.a_id, row.b_id): row.verdict for row in rows}


def decide(session: Session, actor: Actor, ids: tuple[str, str], verdict: str, note: str = "") -> DuplicateDecision:
    """The stored verdict on a pair; records called the same are shown and matched as one firm from now on."""
    a_id, b_id = _ordered(*ids)
    if a_id == b_id:
        raise Invalid("a record is always the same firm as itself; name two", pointer="/b")
    take_turn(session)
    for supplier_id in (a_id, b_id):
        if session.get(Row, supplier_id) is None:
            raise NotFound(f"there is no supplier {supplier_id}")
    decision = DuplicateDecision(
        a_id=a_id, b_id=b_id, verdict=verdict, note=note, decided_by=actor.name, decided_at=actor.at
    )
    session.add(decision)
    record(session, actor, "same_firm", ("supplier", a_id), other=b_id, verdict=verdict)
    session.flush()
    _regroup(session, (a_id, b_id))
    return decision


def _ordered(a_id: str, b_id: str) -> tuple[str, str]:
    return (a_id, b_id) if a_id < b_id else (b_id, a_id)


def _regroup(session: Session, ids: Sequence[str]) -> None:
    """Point every record of the firms touched to its leading one, from all standing verdicts.

    The fullest record leads; on a tie the one with the smaller id.
    """
    leaders = session.scalars(select(Row.merged_into_id).where(Row.id.in_(ids)))
    touched = {*ids, *(leading for leading in leaders if leading)}
    same = [pair for pair, verdict in standing(session).items() if verdict == SAME]
    touched |= set(session.scalars(select(Row.id).where(Row.merged_into_id.in_(touched))))
    groups = _groups(touched, same)
    members = {
        row.id: row for row in session.scalars(select(Row).where(Row.id.in_(set().union(*groups))).options(*EVERYTHING))
    }
    for group in groups:
        leading = min(group, key=lambda supplier_id: (-fullness(supplier_of(members[supplier_id])), supplier_id))
        for supplier_id in group:
            members[supplier_id].merged_into_id = None if supplier_id == leading else leading
    refresh(session, sorted(members))


def _groups(ids: set[str], same: Sequence[tuple[str, str]]) -> list[set[str]]:
    """The connected groups of records that the `same` pairs make, for the records `ids` and all they touch."""
    groups = [{supplier_id} for supplier_id in sorted(ids)]
    for a_id, b_id in same:
        joined = [group for group in groups if a_id in group or b_id in group]
        if joined:
            groups = [group for group in groups if group not in joined]
            groups.append({a_id, b_id}.union(*joined))
    return groups
