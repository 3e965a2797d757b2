"""What a gate answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from matchmaker.ranking.documents import Document, Evidence
from matchmaker.ranking.queries import Need, Query
from matchmaker.ranking.sayings import Named, Saying

PASS, FAIL, UNKNOWN = "pass", "fail", "unknown"


@dataclass(frozen=True, slots=True)
class GateResult:
    """The answer of one gate: `pass`, `fail` or `unknown`, why, and what to ask where it is unknown."""

    gate: str
    answer: str
    says: Saying
    question: Saying | None = None


Gate = Callable[[Query, Document], Iterable[GateResult]]


def first(items: Iterable[Evidence], fits: Callable[[Evidence], bool]) -> Evidence | None:
    """The first piece of evidence that fits: the plainest statement, for documents keep those first."""
    return next((item for item in items if fits(item)), None)


def names(items: Iterable[Need | Evidence]) -> list[Named]:
    """The concepts, each once, at most four."""
    return list(dict.fromkeys(Named(item.key) for item in items))[:4]
