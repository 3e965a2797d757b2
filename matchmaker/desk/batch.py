"""Every open requirement against every supplier, spread over processes or machines by joblib."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import joblib
from sqlalchemy.orm import Session

from matchmaker.desk import requirements as desk
from matchmaker.desk.actors import Actor
from matchmaker.desk.index_upkeep import IndexKeeper
from matchmaker.errors import MatchmakerError
from matchmaker.ranking.index import Index
from matchmaker.ranking.match import rank
from matchmaker.ranking.queries import query_of
from matchmaker.records import Requirement

PAGE = 200


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be ranked: requirements under the row's own id, and the index."""

    requirements: list[tuple[str, Requirement]]
    index: Index


def prepare(session: Session, keeper: IndexKeeper, actor: Actor) -> Work:
    """All open requirements that the actor may see, and the index of now."""
    found: list[tuple[str, Requirement]] = []
    after = ""
    while posted := desk.page(session, actor, after, PAGE):
        found += [(item.key, item.requirement) for item in posted]
        after = posted[-1].key
    return Work(found, keeper.index(session))


def ranked(
    work: Work, on: date, top: int, workers: int, cluster: str, progress: Callable[[], Any]
) -> Iterator[dict[str, Any]]:
    """The ranked list of each requirement, in order; the same on one machine and on many."""
    with _backend(workers, cluster):
        parallel = joblib.Parallel(return_as="generator")
        for answer in parallel(joblib.delayed(_answer)(work.index, item, on, top) for item in work.requirements):
            progress()
            yield answer


def _answer(index: Index, item: tuple[str, Requirement], on: date, top: int) -> dict[str, Any]:
    key, requirement = item
    matches = rank(query_of(requirement, on), index)[:top]
    bodies = [{"supplier": {"id": match.supplier_id}, **match.body("en")} for match in matches]
    return {"key": key, "requirement_id": requirement.id, "matches": bodies}


def _backend(workers: int, cluster: str) -> Any:
    if not cluster:
        return joblib.parallel_config("loky", n_jobs=workers)
    try:
        from distributed import Client
    except ImportError:
        raise MatchmakerError("a cluster needs the extra: pip install 'matchmaker[cluster]'") from None
    Client(cluster)  # type: ignore[no-untyped-call]
    return joblib.parallel_config("dask")
