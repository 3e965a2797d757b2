"""Tolerance, size and volume."""

from __future__ import annotations

from collections.abc import Iterable

from matchmaker.ranking.documents import Document, Reach
from matchmaker.ranking.gates.results import FAIL, PASS, UNKNOWN, GateResult
from matchmaker.ranking.queries import Query
from matchmaker.ranking.sayings import say
from matchmaker.ranking.units import comparable
from matchmaker.vocabulary import vocabulary


def tolerance(query: Query, document: Document) -> Iterable[GateResult]:
    """The firm states a tolerance at least as tight as needed."""
    need = query.requirement.tolerance_mm
    if need is None:
        return
    has = tolerance_of(query, document)
    if has is None:
        yield GateResult("tolerance", UNKNOWN, say("tolerance.none", need=need), say("tolerance.ask", need=need))
    elif has <= need:
        yield GateResult("tolerance", PASS, say("tolerance.pass", has=has, need=need))
    else:
        yield GateResult("tolerance", FAIL, say("tolerance.fail", has=has, need=need))


def size(query: Query, document: Document) -> Iterable[GateResult]:
    """The part fits the largest size that the firm states for the process."""
    need = query.requirement.size_mm
    if not need:
        return
    reaches = [reach.max_size_mm for reach in _reaches(query, document) if len(reach.max_size_mm) == len(need)]
    if not reaches:
        yield GateResult("size", UNKNOWN, say("size.none", need=_size(need)), say("size.ask", need=_size(need)))
        return
    fitting = [reach for reach in reaches if all(a <= b for a, b in zip(sorted(need), sorted(reach), strict=True))]
    code, answer = ("size.pass", PASS) if fitting else ("size.fail", FAIL)
    yield GateResult("size", answer, say(code, has=_size((fitting or reaches)[0]), need=_size(need)))


def capacity(query: Query, document: Document) -> Iterable[GateResult]:
    """The firm states a monthly capacity that covers the need."""
    need = query.monthly_volume
    if need is None:
        return
    asked = {"need": need, "need_unit": query.unit or "pcs"}
    stated = capacity_of(query, document)
    if stated is None:
        yield GateResult("capacity", UNKNOWN, say("capacity.none", **asked), say("capacity.ask", **asked))
        return
    value, unit = stated
    has = comparable(value, unit, query.unit, query.requirement.weight_kg)
    if has is None:
        says = say("capacity.unit", has=value, unit=unit or "pcs", **asked)
        yield GateResult("capacity", UNKNOWN, says, say("capacity.ask", **asked))
    else:
        code, answer = ("capacity.pass", PASS) if has >= need else ("capacity.fail", FAIL)
        yield GateResult("capacity", answer, say(code, has=value, unit=unit or "pcs", need=need))


def tolerance_of(query: Query, document: Document) -> float | None:
    """The tightest tolerance in mm that is stated for the process or a further step, else for the firm.

    A casting is held to what machining reaches afterwards.
    """
    reaches = _reaches(query, document, with_steps=True)
    stated = [reach.tolerance_mm for reach in reaches if reach.tolerance_mm is not None]
    return min(stated, default=document.tolerance_mm)


def capacity_of(query: Query, document: Document) -> tuple[float, str] | None:
    """The monthly capacity and its unit as stated for the process, else for the firm."""
    for reach in _reaches(query, document):
        if reach.capacity_per_month is not None:
            return reach.capacity_per_month, reach.unit
    if document.capacity_per_month is None:
        return None
    return document.capacity_per_month, document.unit


def _reaches(query: Query, document: Document, with_steps: bool = False) -> list[Reach]:
    """The stated capabilities of the process that is needed, and of the further steps."""
    words = vocabulary()
    needs = [need.key for need in (query.process, *(query.steps if with_steps else ())) if need]
    return [reach for reach in document.reaches if any(words.covers(need, key) for need in needs for key in reach.keys)]


def _size(size_mm: tuple[float, ...]) -> str:
    return " × ".join(f"{edge:g}" for edge in size_mm)
