"""What people decided, as examples to learn weights from."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from matchmaker.desk import requirements
from matchmaker.desk.actors import Actor
from matchmaker.desk.index_upkeep import IndexKeeper
from matchmaker.ranking import rank_on
from matchmaker.ranking.learning import Example, examples_of
from models import Decision, Requirement, Supplier

GRADES = {"approved": 3, "shortlisted": 2, "rejected": 0}
"""What a verdict is worth as a grade; `unsure` and `withdrawn` say nothing."""


def decided(session: Session, keeper: IndexKeeper, actor: Actor, on: date) -> list[Example]:
    """The decided suppliers of each open requirement as the engine ranks them now, for the date `on`.

    Suppliers that nobody decided on are left out, not taken for bad (condensed lists: Sakai 2007).
    """
    index = keeper.index(session)
    matches, qrels = {}, {}
    for key, grades in standing_grades(session).items():
        posted = requirements.read(session, actor, key)
        # Two buyers may use one id, and a buyer's translations share what stands before the language.
        name = f"{posted.organisation_id}/{posted.requirement.id}"
        ranked = rank_on(posted.requirement, index, on)
        matches[name] = [match for match in ranked if match.supplier_id in grades]
        qrels[name] = grades
    return examples_of(matches, qrels)


def standing_grades(session: Session) -> dict[str, dict[str, int]]:
    """Requirement key → supplier → grade, from the latest verdict on each pair; merged records count as one firm."""
    rows = session.execute(
        select(Decision.requirement_id, Supplier.id, Supplier.merged_into_id, Decision.verdict)
        .join(Supplier, Supplier.id == Decision.supplier_id)
        .join(Requirement, Requirement.id == Decision.requirement_id)
        .where(Requirement.withdrawn_at.is_(None), Supplier.withdrawn_at.is_(None))
        .order_by(Decision.id)
    )
    verdicts: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for key, supplier_id, merged_into_id, verdict in rows:
        verdicts[key][merged_into_id or supplier_id] = verdict
    grades = {key: {s: GRADES[v] for s, v in pairs.items() if v in GRADES} for key, pairs in verdicts.items()}
    return {key: graded for key, graded in grades.items() if graded}
