"""How the part is made, and the steps that finish it."""

from __future__ import annotations

from collections.abc import Iterable

from matchmaker.ranking.documents import MADE_BY, Document, Evidence
from matchmaker.ranking.gates.results import FAIL, PASS, UNKNOWN, GateResult, first, names
from matchmaker.ranking.queries import Need, Query
from matchmaker.ranking.sayings import Named, say
from matchmaker.vocabulary import recogniser, vocabulary


def process(query: Query, document: Document) -> Iterable[GateResult]:
    """The firm does the process that makes the part."""
    need = query.process
    if need is None:
        return
    words = vocabulary()
    label = Named(need.key)
    stated = [item for item in document.of_kind("process:") if item.field != MADE_BY and not item.role]
    implied = _implied(query, document, stated)
    ask = say("process.ask", need=label)
    if item := first(stated, lambda item: words.covers(need.key, item.key)):
        yield GateResult("process", PASS, say("process.pass", need=label, words=item.words))
    elif item := first(stated, lambda item: item.key in words.parents(need.key) and _works_the_grade(query, document)):
        yield GateResult("process", PASS, say("process.with_grade", need=label, words=item.words))
    elif item := first(stated, lambda item: words.covers(item.key, need.key)):
        yield GateResult("process", UNKNOWN, say("process.broader", need=label, words=item.words), ask)
    elif query.implied and (item := first(document.of_kind("part:"), lambda item: _is_part(query, item))):
        yield GateResult("process", PASS, say("process.makes_it", words=item.words))
    elif item := first(implied, lambda item: words.covers(need.key, item.key) or words.covers(item.key, need.key)):
        yield GateResult("process", UNKNOWN, say("process.implied", need=label, words=item.words), ask)
    elif stated or implied:
        has = names(stated or implied)
        yield GateResult("process", FAIL, say("process.other", need=label, has=has))
    else:
        yield GateResult("process", UNKNOWN, say("process.none"), ask)


def steps(query: Query, document: Document) -> Iterable[GateResult]:
    """The firm also does the further steps, or may have them done outside."""
    if not query.steps:
        return
    missing = [need for need in query.steps if not _does(document, need, role="")]
    outside = [need for need in missing if _does(document, need, role="outsourced")]
    blank = [need for need in missing if need not in outside]
    if query.requirement.outsourced_steps_ok is False and outside:
        yield GateResult("steps", FAIL, say("steps.outsourced", missing=names(outside)))
    elif blank and query.requirement.outsourced_steps_ok is not True:
        missing_names = names(blank)
        yield GateResult(
            "steps", UNKNOWN, say("steps.unknown", missing=missing_names), say("steps.ask", missing=missing_names)
        )
    else:
        yield GateResult("steps", PASS, say("steps.pass", done=names(query.steps)))


def _works_the_grade(query: Query, document: Document) -> bool:
    """Whether the process needed is named after its material, and the firm lists the grade.

    Who casts iron and lists FCD450 casts ductile iron; who moulds PA66 need not do so with inserts.
    """
    words = vocabulary()
    label = words[query.process.key].label() if query.process else ""
    named_after = any(mention.kind == "material" for mention in recogniser().mentions(label))
    return named_after and any(
        words.covers(need.key, item.key)
        for need in query.materials
        for item in document.of_kind("material:")
        if item.field in ("materials", "capabilities")
    )


def _implied(query: Query, document: Document, stated: list[Evidence]) -> list[Evidence]:
    """The processes that follow from the products.

    Who states processes that make things has said what it does; then only a product like the part itself adds any.
    """
    words = vocabulary()
    implied = [item for item in document.of_kind("process:") if item.field == MADE_BY]
    if not any("primary" in words[item.key].extra.get("stage", ()) for item in stated):
        return implied
    parts = {item.words for item in document.of_kind("part:") if _is_part(query, item)}
    return [item for item in implied if item.words in parts]


def _is_part(query: Query, item: Evidence) -> bool:
    words = vocabulary()
    return not item.role and any(words.covers(need.key, item.key) for need in query.parts)


def _does(document: Document, need: Need, role: str) -> bool:
    words = vocabulary()
    return any(
        item.role == role and item.field != MADE_BY and words.covers(need.key, item.key)
        for item in document.of_kind("process:")
    )
