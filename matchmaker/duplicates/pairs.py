"""Pairs of supplier records: how probably they are one firm, and which pairs are worth a person's look."""

from __future__ import annotations

from itertools import product

from matchmaker.duplicates.evidence import Comparison
from matchmaker.duplicates.names import Name
from matchmaker.duplicates.proper_names import relation
from matchmaker.duplicates.scoring import Likeness, likeness_of, name_points
from matchmaker.duplicates.traits import Traits, traits_of
from matchmaker.records import Supplier

_NO_NAME = Name("")
_AGREEING = frozenset({"same", "turned", "slip", "order", "initials", "translated", "sound"})
"""A second reading of a name counts only if it makes the names agree, not for being vaguer."""


def score_pair(a: Supplier, b: Supplier) -> Likeness:
    """How probably two records are one firm (same firm from 0.5 up), with the reasons."""
    return likeness_of(_comparison(traits_of(a), traits_of(b), frozenset()))


def _comparison(a: Traits, b: Traits, shared: frozenset[str]) -> Comparison:
    """The comparison by those two names that speak most for one firm."""
    pairs = product(a.names or (_NO_NAME,), b.names or (_NO_NAME,))
    ways = [Comparison(a, b, x, y, relation(x, y), shared) for x, y in pairs]
    agreeing = [way for way in ways if way.proper.kind in _AGREEING]
    firsts = [way for way in ways if not (way.name_a.is_second_reading or way.name_b.is_second_reading)]
    return max(agreeing or firsts, key=name_points)
