"""Match runs: live lists, and lists kept as they were shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from matchmaker import ENGINE_VERSION
from matchmaker.desk.actors import Actor, new_id, record
from matchmaker.desk.index_upkeep import IndexKeeper
from matchmaker.desk.requirements import read as read_requirement
from matchmaker.desk.requirements import row_of
from matchmaker.errors import NotFound
from matchmaker.ranking.index import Index
from matchmaker.ranking.match import Match, rank
from matchmaker.ranking.queries import Query, query_of
from matchmaker.records import Requirement, form_of
from matchmaker.vocabulary.concepts import VERSION
from models import Match as MatchRow
from models import Requirement as RequirementRow
from models import Run as RunRow

STORED_LANGUAGES = ("en", "vi")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A ranked list with what made it. `cards` are the suppliers' public forms by id."""

    requirement: Requirement
    effective_on: date
    matches: Sequence[Match]
    index: Index
    engine_version: str = ENGINE_VERSION
    vocabulary_version: str = VERSION

    def bodies(self, language: str, top: int) -> list[dict[str, Any]]:
        """The first `top` matches in their public form."""
        return [
            {"supplier": self.index.documents[match.supplier_id].card, **match.body(language)}
            for match in self.matches[:top]
        ]


@dataclass(frozen=True, slots=True)
class StoredRun:
    """A run as it was kept; `requirement` is the form it ranked, `bodies` the matches in the asked language."""

    id: str
    reference: str
    requirement: dict[str, Any]
    effective_on: date
    engine_version: str
    vocabulary_version: str
    created_by: str
    created_at: datetime
    bodies: Sequence[dict[str, Any]]


def ranked(session: Session, keeper: IndexKeeper, requirement: Requirement, on: date) -> Ranked:
    """The suppliers for a requirement as of now, ranked for the date `on`."""
    query: Query = query_of(requirement, on)
    index = keeper.index(session)
    return Ranked(requirement, query.effective_on, rank(query, index), index)


def ranked_stored(session: Session, keeper: IndexKeeper, actor: Actor, reference: str, on: date) -> Ranked:
    """The suppliers for a stored requirement that the actor may see."""
    return ranked(session, keeper, read_requirement(session, actor, reference).requirement, on)


def store(session: Session, keeper: IndexKeeper, actor: Actor, reference: str, on: date, top: int) -> str:
    """The id of a new run of a stored requirement; its first `top` matches are kept with their reasons."""
    row = row_of(session, actor, reference)
    result = ranked_stored(session, keeper, actor, reference, on)
    run = RunRow(
        id=new_id("run"),
        requirement_id=row.id,
        requirement=form_of(result.requirement),
        requirement_version=row.version,
        effective_on=result.effective_on,
        engine_version=result.engine_version,
        vocabulary_version=result.vocabulary_version,
        index_sequence=result.index.sequence,
        created_by=actor.name,
        created_at=actor.at,
        matches=_rows(result, top),
    )
    session.add(run)
    session.flush()
    record(session, actor, "run", ("requirement", row.id), run=run.id, matches=len(run.matches))
    return run.id


def _rows(result: Ranked, top: int) -> list[MatchRow]:
    spoken = {language: result.bodies(language, top) for language in STORED_LANGUAGES}
    return [
        MatchRow(
            rank=match.rank,
            supplier_id=match.supplier_id,
            band=match.band,
            score=match.score,
            body={language: spoken[language][place] for language in STORED_LANGUAGES},
        )
        for place, match in enumerate(result.matches[:top])
    ]


def read(session: Session, actor: Actor, run_id: str, language: str) -> StoredRun:
    """A stored run that the actor may see. Raises `NotFound`."""
    query = select(RunRow).where(RunRow.id == run_id).join(RunRow.stored_requirement)
    if not actor.is_staff:
        query = query.where(RequirementRow.organisation_id == actor.organisation_id)
    run = session.scalar(query.options(selectinload(RunRow.matches), selectinload(RunRow.stored_requirement)))
    if run is None:
        raise NotFound(f"there is no run {run_id}")
    return StoredRun(
        id=run.id,
        reference=run.stored_requirement.reference,
        requirement=run.requirement,
        effective_on=run.effective_on,
        engine_version=run.engine_version,
        vocabulary_version=run.vocabulary_version,
        created_by=run.created_by,
        created_at=run.created_at,
        bodies=[match.body[language] for match in run.matches],
    )
