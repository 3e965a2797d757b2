"""Soft evidence: each feature is a value in 0..1, `SILENT` where the profile says nothing, None where nothing is asked.

Each docstring is the sentence that users read. Weights need not add up to one, for the score is the weighted mean of
the features that are asked for. Silence counts nothing, so evidence taken away lowers the score. They were fitted by
coordinate ascent on the 30 judged requirements of the sample and rounded; the 280 of the other collection, which they
had not seen, lose nothing by it (nDCG@10 0.8995 → 0.9011). Around here the ranking hardly depends on them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz import process as fuzzy

from matchmaker.ranking.documents import MADE_BY, Document, Evidence
from matchmaker.ranking.gates import PASS
from matchmaker.ranking.gates.certificates import certificate, implied_certificates
from matchmaker.ranking.gates.figures import capacity_of, tolerance_of
from matchmaker.ranking.queries import Need, Query
from matchmaker.ranking.sayings import Named, Saying, say
from matchmaker.ranking.units import comparable
from matchmaker.text.folding import fold
from matchmaker.vocabulary import vocabulary

IMPLIED = 0.7
"""What a process that only follows from a product is worth beside one that is stated."""
CAPACITY_BEST = (0.1, 0.7)
"""The share of monthly capacity that suits best: worth the firm's while, and room to grow (domain report 3c)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A feature's value in 0..1 and the sentence that says why."""

    value: float
    says: Saying


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document with its likeness to the query (0..1, 1 for the most alike), how much of the query's wording it has
    (0..1) and the words they share."""

    document: Document
    likeness: float
    wording: float
    shared: tuple[str, ...]


SILENT = Finding(0.0, say("feature.silent"))
"""The profile says nothing of what a feature asks: no reason is given, and no points."""

Feature = Callable[[Query, Candidate], Finding | None]


def process_fit(query: Query, candidate: Candidate) -> Finding | None:
    """How near the firm's processes are to the one that makes the part."""
    need = query.process
    items = [item for item in candidate.document.of_kind("process:") if not item.role]
    if need is None:
        return None
    if not items:
        return SILENT
    best, item = max(((_process_value(need, item), item) for item in items), key=lambda pair: pair[0])
    label = Named(need.key)
    if best == 0:
        return Finding(0.0, say("process.other", need=label, has=Named(item.key)))
    code = "process.implied" if item.field == MADE_BY else "process.pass" if best == 1 else "process.broader"
    return Finding(best, say(code, need=label, words=item.words))


def _process_value(need: Need, item: Evidence) -> float:
    words = vocabulary()
    value = 1.0 if words.covers(need.key, item.key) else words.likeness(need.key, item.key)
    return value * IMPLIED if item.field == MADE_BY else value


def steps_fit(query: Query, candidate: Candidate) -> Finding | None:
    """How many of the further steps the firm does itself."""
    if not query.steps:
        return None
    if not candidate.document.of_kind("process:"):
        return SILENT
    words = vocabulary()
    stated = [i.key for i in candidate.document.of_kind("process:") if i.field != MADE_BY and not i.role]
    done = sum(any(words.covers(need.key, key) for key in stated) for need in query.steps)
    return Finding(done / len(query.steps), say("steps_fit.value", done=done, all=len(query.steps)))


def part_fit(query: Query, candidate: Candidate) -> Finding | None:
    """How like the firm's products are to the part."""
    products = candidate.document.products
    if not query.part_words:
        return None
    if not products:
        return SILENT
    by_words, product = _best_product(query.part_words, candidate.document)
    by_concept, evidence = _best_part(query, candidate.document)
    if by_concept >= by_words and evidence:
        return Finding(by_concept, say("part.alike", words=evidence.words, need=query.parts[0].words))
    return Finding(by_words, say("part.alike", words=product, need=query.part_words))


def _best_product(part: str, document: Document) -> tuple[float, str]:
    """The product whose words are most like the part's; their order does not matter.

    Token sets alone would call "xe máy" (motorcycle) a full match for any part of one: sorted tokens have half a say.
    """
    wanted, offered = [fold(part)], document.products_folded
    likeness = sum(fuzzy.cdist(wanted, offered, scorer=by)[0] for by in (fuzz.token_set_ratio, fuzz.token_sort_ratio))
    best = int(np.argmax(likeness))
    return _stretched(float(likeness[best]) / 200), document.products[best]


def _stretched(ratio: float) -> float:
    """Below 0.5 two short texts of one alphabet are alike by chance only."""
    return max(0.0, ratio - 0.5) * 2


def _best_part(query: Query, document: Document) -> tuple[float, Evidence | None]:
    words = vocabulary()
    pairs = [
        (1.0 if words.covers(need.key, item.key) else words.likeness(need.key, item.key), item)
        for need in query.parts
        for item in document.of_kind("part:")
        if not item.role
    ]
    return max(pairs, key=lambda pair: pair[0], default=(0.0, None))


def material_fit(query: Query, candidate: Candidate) -> Finding | None:
    """How near the firm's materials are to those asked for."""
    items = [item for item in candidate.document.of_kind("material:") if not item.role]
    if not query.materials:
        return None
    if not items:
        return SILENT
    best = [
        max(((_material_value(need, item), item) for item in items), key=lambda p: p[0]) for need in query.materials
    ]
    value = sum(pair[0] for pair in best) / len(best)
    words = list(dict.fromkeys(item.words for number, item in best if number >= 0.5)) or [best[0][1].words]
    return Finding(value, say("material.pass", words=words))


def _material_value(need: Need, item: Evidence) -> float:
    words = vocabulary()
    if words.covers(need.key, item.key):
        return 1.0
    if need.key.partition(":")[2] in words[item.key].extra.get("near", ()):
        return 0.9
    return words.likeness(need.key, item.key) * 0.8


def text_fit(query: Query, candidate: Candidate) -> Finding | None:
    """How much of the requirement's wording and concepts the profile shares (TF-IDF)."""
    if not query.of_the_field:
        return None
    if not candidate.shared:
        return Finding(candidate.likeness, say("text.unlike"))
    return Finding(candidate.likeness, say("text.alike", words=list(candidate.shared)))


def wording_fit(query: Query, candidate: Candidate) -> Finding:
    """How much of the requirement's own words the profile has, rare words first (BM25)."""
    if not candidate.shared:
        return Finding(candidate.wording, say("text.unlike"))
    return Finding(candidate.wording, say("wording.alike", words=list(candidate.shared)))


def certificates_fit(query: Query, candidate: Candidate) -> Finding | None:
    """How many of the required and preferred certificates the firm holds or is working on."""
    wanted = (*query.required, *query.preferred)
    facts = candidate.document.certificates
    if not wanted:
        return None
    if not facts:
        return SILENT
    required = {need.standard for need in query.required}
    results = {r.gate: r.answer for r in certificate(query, candidate.document)}
    held, points, weights = [], 0.0, 0.0
    for need in wanted:
        weight = 1.0 if need.standard in required else 0.5
        stated = [f for f in facts if f.key in need.keys or implied_certificates(f.key) & set(need.keys)]
        passed = results.get(f"certificate {need.standard}") == PASS
        value = 1.0 if passed else max((_nearness(query, fact) for fact in stated), default=0.0)
        points += weight * value
        weights += weight
        held += [need.standard] if value >= 0.5 else []
    return Finding(points / weights, say("certificates.value", held=held or "–"))


def _nearness(query: Query, fact: object) -> float:
    """A certificate that is stated but does not pass: undated 0.7, being made 0.4, ended 0.3."""
    status, until = getattr(fact, "status", ""), getattr(fact, "valid_until", None)
    if until is not None:
        return 1.0 if until >= query.effective_on else 0.3
    return 0.4 if status in ("in_progress", "planned") else 0.7


def capacity_fit(query: Query, candidate: Candidate) -> Finding | None:
    """How well the volume suits the firm: from a tenth to seven tenths of its monthly capacity is best."""
    stated = capacity_of(query, candidate.document)
    if query.monthly_volume is None:
        return None
    has = stated and stated[0] > 0 and comparable(*stated, query.unit, query.requirement.weight_kg)
    if not has:
        return SILENT
    share = query.monthly_volume / has
    low, high = CAPACITY_BEST
    value = 1.0 if low <= share <= high else share / low if share < low else max(0.0, 1 - (share - high))
    return Finding(max(0.2, value) if share <= 1 else value, say("capacity_fit.value", share=f"{share:.0%}"))


def tolerance_margin(query: Query, candidate: Candidate) -> Finding | None:
    """How far the firm's tolerance is inside the one needed; twice as tight is full marks."""
    need, has = query.requirement.tolerance_mm, tolerance_of(query, candidate.document)
    if need is None:
        return None
    if has is None:
        return SILENT
    value = min(1.0, 0.5 * need / has) if has <= need else 0.5 * (need / has) ** 2
    return Finding(value, say("tolerance_margin.value", has=has, need=need))


def lead_time(query: Query, candidate: Candidate) -> Finding | None:
    """Whether the firm's lead time is within the one asked for."""
    need, has = query.requirement.lead_time_days, candidate.document.lead_time_days
    if need is None:
        return None
    if has is None:
        return SILENT
    return Finding(min(1.0, need / has) if has else 1.0, say("lead_time.value", has=has, need=need))


WEIGHTS: dict[Feature, float] = {
    process_fit: 0.14,
    part_fit: 0.05,
    text_fit: 0.66,
    wording_fit: 0.11,
    material_fit: 0.04,
    steps_fit: 0.02,
    certificates_fit: 0.02,
    capacity_fit: 0.02,
    tolerance_margin: 0.01,
    lead_time: 0.01,
}
