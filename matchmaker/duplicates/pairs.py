"""Pairs of supplier records: how probably they are one firm, and which pairs are worth a person's look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from matchmaker.duplicates.blocking import candidates
from matchmaker.duplicates.evidence import Comparison
from matchmaker.duplicates.names import Name
from matchmaker.duplicates.proper_names import relation
from matchmaker.duplicates.scoring import Likeness, likeness_of, name_points
from matchmaker.duplicates.traits import Traits, traits_of
from matchmaker.records import Supplier

SHARED_FROM = 4
"""Records with one telephone number, mail address or domain from which it is taken for a park's or a group's: one firm
stands in two or three lists."""

_NO_NAME = Name("")
_AGREEING = frozenset({"same", "turned", "slip", "order", "initials", "translated", "sound"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records by their ids, the one that came first in front, and how alike they are."""

    a_id: str
    b_id: str
    likeness: Likeness


def score_pair(a: Supplier, b: Supplier) -> Likeness:
    """How probably two records are one firm (same firm from 0.5 up), with the reasons."""
    return likeness_of(compared(a, b))


def compared(a: Supplier, b: Supplier) -> Comparison:
    """The comparison that the score of two records rests on."""
    return _comparison(traits_of(a), traits_of(b), frozenset())


def likely_pairs(suppliers: Sequence[Supplier], *, at_least: float = 0.5) -> list[Pair]:
    """The pairs of records with a probability of `at_least` (0..1), the most probable first, then by ids.

    Only pairs that share a key are compared (`matchmaker.duplicates.blocking`), so `at_least` below 0.5 may miss some.
    """
    traits = [traits_of(supplier) for supplier in suppliers]
    shared = _shared(traits)
    pairs = [
        Pair(suppliers[i].id, suppliers[j].id, likeness_of(_comparison(traits[i], traits[j], shared)))
        for i, j in candidates(traits)
    ]
    likely = [pair for pair in pairs if pair.likeness.probability >= at_least]
    return sorted(likely, key=lambda pair: (-pair.likeness.probability, pair.a_id, pair.b_id))


def _shared(traits: Sequence[Traits]) -> frozenset[str]:
    """Telephone numbers, mail addresses and domains of several firms."""
    counts = Counter(value for record in traits for value in record.phones | record.mails | record.domains)
    return frozenset(value for value, count in counts.items() if count >= SHARED_FROM)


def _comparison(a: Traits, b: Traits, shared: frozenset[str]) -> Comparison:
    """The comparison by those two names that speak most for one firm.

    A second reading of a name counts only if it makes the names agree, not for being vaguer. A domain that both have is
    evidence of its own and not counted again as a trade name.
    """
    domains = a.domains & b.domains
    pairs = [(x, y) for x, y in product(a.names, b.names) if not _are_both_the_domain(x, y, domains)]
    ways = [Comparison(a, b, x, y, relation(x, y), shared) for x, y in pairs or [(_NO_NAME, _NO_NAME)]]
    agreeing = [way for way in ways if way.proper.kind in _AGREEING]
    firsts = [way for way in ways if not (way.name_a.is_second_reading or way.name_b.is_second_reading)]
    return max(agreeing or firsts, key=_preference)


def _are_both_the_domain(a: Name, b: Name, domains: frozenset[str]) -> bool:
    return a.is_alias and b.is_alias and a.written == b.written and a.written in domains


def _preference(way: Comparison) -> tuple[float, float, list[str]]:
    """What decides between two ways to compare, whichever record comes first."""
    return round(name_points(way), 9), way.information, sorted((way.name_a.written, way.name_b.written))
