"""Which supplier records are one firm, and why. Nothing is merged here until people have said so."""

from dataclasses import dataclass
from itertools import combinations

from matchmaker.duplicates.merging import merged
from matchmaker.duplicates.pairs import score_pair
from matchmaker.duplicates.scoring import Likeness

__all__ = ["Pair", "likely_pairs", "merged", "score_pair"]


@dataclass(frozen=True)
class Pair:
    a_id: str
    b_id: str
    likeness: Likeness


def likely_pairs(suppliers, *, at_least=0.5):
    pairs = [Pair(a.id, b.id, score_pair(a, b)) for a, b in combinations(suppliers, 2)]
    return sorted((p for p in pairs if p.likeness.probability >= at_least), key=lambda p: -p.likeness.probability)
