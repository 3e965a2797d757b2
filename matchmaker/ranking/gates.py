"""Hard conditions with three answers. A blank is neither a pass nor a fail: it is unknown, and becomes a question.

A gate that the requirement does not ask for gives no answer. Each docstring is the sentence that users read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz import process as fuzzy

from matchmaker.ranking.documents import MADE_BY, CertificateFact, Document, Evidence, Reach
from matchmaker.ranking.queries import CertificateNeed, Need, Query
from matchmaker.ranking.sayings import Saying, say
from matchmaker.ranking.units import comparable
from matchmaker.vocabulary import vocabulary

PASS, FAIL, UNKNOWN = "pass", "fail", "unknown"
SAME_WORDS = 90
"""From this token-set likeness (0..100) two material names are one with a typing difference."""

FAMILY_DEPTH = 2
"""Materials that part above this depth (metal and plastic, steel and aluminium) are other materials; below it they
are grades of one family."""


@dataclass(frozen=True, slots=True)
class GateResult:
    """The answer of one gate: `pass`, `fail` or `unknown`, why, and what to ask where it is unknown."""

    gate: str
    answer: str
    says: Saying
    question: Saying | None = None


Gate = Callable[[Query, Document], Iterable[GateResult]]


def maker(query: Query, document: Document) -> Iterable[GateResult]:
    """The firm makes things itself; it does not only trade, serve or sell machines."""
    if document.kind in ("trader", "service", "machine_seller"):
        yield GateResult("maker", FAIL, say("maker.fail", kind=document.kind.replace("_", " ")))
    elif document.kind == "manufacturer" or _does_something(document):
        yield GateResult("maker", PASS, say("maker.pass"))
    else:
        yield GateResult("maker", UNKNOWN, say("maker.none"), say("maker.ask"))


def exclusion(query: Query, document: Document) -> Iterable[GateResult]:
    """The buyer has not excluded the firm."""
    if query.requirement.exclude_suppliers:
        excluded = document.id in query.requirement.exclude_suppliers
        yield GateResult(
            "exclusion", FAIL if excluded else PASS, say("exclusion.fail" if excluded else "exclusion.pass")
        )


def process(query: Query, document: Document) -> Iterable[GateResult]:
    """The firm does the process that makes the part."""
    need = query.process
    if need is None:
        return
    words = vocabulary()
    label = words[need.key].label()
    stated = [item for item in document.of_kind("process:") if item.field != MADE_BY and not item.role]
    implied = _implied(query, document, stated)
    ask = say("process.ask", need=label)
    if item := _first(stated, lambda item: words.covers(need.key, item.key)):
        yield GateResult("process", PASS, say("process.pass", need=label, words=item.words))
    elif item := _first(stated, lambda item: words.covers(item.key, need.key)):
        yield GateResult("process", UNKNOWN, say("process.broader", need=label, words=item.words), ask)
    elif item := _first(implied, lambda item: words.covers(need.key, item.key) or words.covers(item.key, need.key)):
        yield GateResult("process", UNKNOWN, say("process.implied", need=label, words=item.words), ask)
    elif stated or implied:
        has = _labels(stated or implied)
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
        yield GateResult("steps", FAIL, say("steps.outsourced", missing=_labels(outside)))
    elif blank and query.requirement.outsourced_steps_ok is not True:
        labels = _labels(blank)
        yield GateResult("steps", UNKNOWN, say("steps.unknown", missing=labels), say("steps.ask", missing=labels))
    else:
        yield GateResult("steps", PASS, say("steps.pass", done=_labels(query.steps)))


def material(query: Query, document: Document) -> Iterable[GateResult]:
    """The firm works the material, or an accepted substitute."""
    if not query.materials and not query.other_materials:
        return
    words = vocabulary()
    label = words[query.materials[0].key].label() if query.materials else query.other_materials[0]
    ask = say("material.ask", need=label)
    has = [item for item in document.of_kind("material:") if not item.role]
    if item := _first(has, lambda item: any(words.covers(n.key, item.key) for n in query.materials)):
        yield GateResult("material", PASS, say("material.pass", words=item.words))
    elif word := _same_words(query, document):
        yield GateResult("material", PASS, say("material.pass", words=word))
    elif (
        item := _first(has, lambda item: _is_near(item, query))
    ) and query.requirement.equivalent_material_ok is not False:
        yield GateResult("material", PASS, say("material.near", words=item.words, need=label))
    elif item := _first(has, lambda item: any(words.covers(item.key, n.key) for n in query.materials)):
        yield GateResult("material", UNKNOWN, say("material.broader", words=item.words, need=label), ask)
    elif item := _first(has, lambda item: any(same_family(item.key, n.key) for n in query.materials)):
        yield GateResult("material", UNKNOWN, say("material.family", words=item.words, need=label), ask)
    elif has and query.materials:
        yield GateResult("material", FAIL, say("material.other", words=_words(has), need=label))
    else:
        code = "material.unlisted" if document.material_words else "material.none"
        yield GateResult("material", UNKNOWN, say(code, need=label), ask)


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


def certificate(query: Query, document: Document) -> Iterable[GateResult]:
    """The firm holds each required certificate on the day it must hold."""
    for need in query.required:
        yield _certificate(need, query, document)


def place(query: Query, document: Document) -> Iterable[GateResult]:
    """The firm is in a province the buyer asks for, by its name before or after 2025."""
    if not query.province_codes:
        return
    need = list(query.requirement.provinces)
    if not document.province_codes:
        yield GateResult("place", UNKNOWN, say("place.none", need=need), say("place.ask"))
    elif set(document.province_codes) & set(query.province_codes):
        yield GateResult("place", PASS, say("place.pass", has=document.province))
    else:
        yield GateResult("place", FAIL, say("place.fail", has=document.province, need=need))


GATES: tuple[Gate, ...] = (maker, exclusion, process, steps, material, size, tolerance, capacity, certificate, place)


def tolerance_of(query: Query, document: Document) -> float | None:
    """The tightest tolerance in mm that is stated for the process, else for the firm."""
    stated = [reach.tolerance_mm for reach in _reaches(query, document) if reach.tolerance_mm is not None]
    return min(stated, default=document.tolerance_mm)


def capacity_of(query: Query, document: Document) -> tuple[float, str] | None:
    """The monthly capacity and its unit as stated for the process, else for the firm."""
    for reach in _reaches(query, document):
        if reach.capacity_per_month is not None:
            return reach.capacity_per_month, reach.unit
    if document.capacity_per_month is None:
        return None
    return document.capacity_per_month, document.unit


def same_family(a: str, b: str) -> bool:
    """Whether two materials meet at `FAMILY_DEPTH` or below."""
    words = vocabulary()
    common = ({a} | words.ancestors(a)) & ({b} | words.ancestors(b))
    return any(words.depths[key] >= FAMILY_DEPTH for key in common)


def _certificate(need: CertificateNeed, query: Query, document: Document) -> GateResult:
    facts = [(fact, _holds(fact, need)) for fact in document.certificates]
    facts = [(fact, holds) for fact, holds in facts if holds]
    name = f"certificate {need.standard}"
    ask = say("certificate.ask", need=need.standard)
    if not facts:
        return GateResult(name, UNKNOWN, say("certificate.none", need=need.standard), ask)
    return min((_judged(name, fact, holds, need, query) for fact, holds in facts), key=lambda r: _BEST.index(r.answer))


_BEST = (PASS, UNKNOWN, FAIL)


def _judged(name: str, fact: CertificateFact, holds: str, need: CertificateNeed, query: Query) -> GateResult:
    until = fact.valid_until.isoformat() if fact.valid_until else ""
    asked = {"need": need.standard}
    if fact.status in ("in_progress", "planned") and not fact.valid_until:
        return GateResult(name, FAIL, say(f"certificate.{fact.status}", **asked))
    if fact.valid_until is None:
        return GateResult(name, UNKNOWN, say("certificate.undated", **asked), say("certificate.ask_date", **asked))
    if fact.valid_until < query.effective_on:
        on = query.effective_on.isoformat()
        return GateResult(name, FAIL, say("certificate.expired", until=until, on=on, **asked))
    if holds == "implied":
        return GateResult(name, PASS, say("certificate.implied", has=fact.standard, until=until, **asked))
    return GateResult(name, PASS, say("certificate.pass", until=until, **asked))


def _holds(fact: CertificateFact, need: CertificateNeed) -> str:
    """Whether a certificate is the one needed ("same"), includes it ("implied"), or neither ("")."""
    if not need.keys:
        return "same" if fact.standard.casefold() == need.standard.casefold() else ""
    if fact.key in need.keys:
        return "same"
    return "implied" if implied_certificates(fact.key) & set(need.keys) else ""


def implied_certificates(key: str) -> frozenset[str]:
    """The certificates whose requirements a holder of `key` meets as well."""
    if not key:
        return frozenset()
    found: set[str] = set()
    waiting = [key]
    while waiting:
        for name in vocabulary()[waiting.pop()].extra.get("implies", ()):
            if (implied := f"certificate:{name}") not in found:
                found.add(implied)
                waiting.append(implied)
    return frozenset(found)


def _reaches(query: Query, document: Document) -> list[Reach]:
    """The stated capabilities of the process that is needed."""
    words = vocabulary()
    return [
        reach
        for reach in document.reaches
        if query.process and any(words.covers(query.process.key, key) for key in reach.keys)
    ]


def _does(document: Document, need: Need, role: str) -> bool:
    words = vocabulary()
    return any(
        item.role == role and item.field != MADE_BY and words.covers(need.key, item.key)
        for item in document.of_kind("process:")
    )


def _does_something(document: Document) -> bool:
    return any(not item.role for item in document.of_kind("process:")) or any(
        not item.role for item in document.of_kind("part:")
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
    return any(words.covers(need.key, item.key) for need in query.parts)


def _same_words(query: Query, document: Document) -> str:
    """A material that the vocabulary does not know, in the words of both sides; "" where there is none."""
    for wanted in query.other_materials:
        found = fuzzy.extractOne(wanted, document.material_words, scorer=fuzz.token_set_ratio, score_cutoff=SAME_WORDS)
        if found:
            return str(found[0])
    return ""


def _is_near(item: Evidence, query: Query) -> bool:
    near = vocabulary()[item.key].extra.get("near", ())
    return any(need.key.partition(":")[2] in near for need in query.materials)


def _first(items: Iterable[Evidence], fits: Callable[[Evidence], bool]) -> Evidence | None:
    return next((item for item in items if fits(item)), None)


def _labels(items: Iterable[Need | Evidence]) -> list[str]:
    labels = dict.fromkeys(vocabulary()[item.key].label() for item in items)
    return list(labels)[:4]


def _words(items: Iterable[Evidence]) -> list[str]:
    return list(dict.fromkeys(item.words for item in items))[:4]


def _size(size_mm: tuple[float, ...]) -> str:
    return " × ".join(f"{edge:g}" for edge in size_mm)
