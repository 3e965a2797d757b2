"""Vietnamese words of two syllables: `bánh răng` is one word, gear, although `bánh` alone is a wheel or a cake.

Syllables that stand together much more often than chance would have it are one word. The measure is the normalised
pointwise mutual information, 1 where neither stands without the other and 0 where they meet by chance (Bouma 2009,
"Normalized (Pointwise) Mutual Information in Collocation Extraction").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, pairwise
from math import log

from matchmaker.text.tokens import Token

Unit = tuple[Token, ...]
"""One or two syllables that are one word."""


def found_units(lines: Collection[Sequence[Token]], at_least: int, npmi: float) -> frozenset[tuple[str, str]]:
    """The pairs of neighbours, in marked form, that stand together `at_least` times and as closely as `npmi` asks."""
    single = Counter(word.marked for words in lines for word in words)
    double = Counter(chain.from_iterable(_neighbours(words) for words in lines))
    total = single.total()
    return frozenset(
        (first, second)
        for (first, second), count in double.items()
        if count >= at_least and log(count * total / (single[first] * single[second])) >= -npmi * log(count / total)
    )


def _neighbours(words: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for first, second in pairwise(words):
        if not second.after_break and first.marked[0].isalpha() and second.marked[0].isalpha():
            yield first.marked, second.marked


def units_of(words: Sequence[Token], pairs: Collection[tuple[str, str]]) -> Iterator[Unit]:
    """The words of a line in order, two syllables together wherever `pairs` has them, from the left."""
    place = 0
    while place < len(words):
        unit = tuple(words[place : place + 2])
        if len(unit) < 2 or unit[1].after_break or (unit[0].marked, unit[1].marked) not in pairs:
            unit = unit[:1]
        yield unit
        place += len(unit)
