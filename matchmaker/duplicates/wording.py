"""Which words two proper names share, and where the others stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import OSA

from matchmaker.duplicates.names import Name
from matchmaker.duplicates.phrases import activity_spellings
from matchmaker.duplicates.words import Word, folds_to_usual, information, is_syllable, likeness

Span = tuple[int, int, int, int]
"""Words `start:end` of the one name and `start:end` of the other."""

_STEPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
_FORM_INITIALS = frozenset("cjsv")


@dataclass(frozen=True, slots=True)
class Extra:
    """Words of a proper name that the other lacks. `information` leaves out what only describes the business."""

    words: tuple[Word, ...]
    all_before: bool
    all_behind: bool
    information: float


def alignment(a: Sequence[Word], b: Sequence[Word], *, marked: bool) -> list[Span]:
    """The words that both names share, in order and with gaps; syllables written together match them written apart."""
    matches = list(_matches(a, b, marked=marked))
    best: dict[Span, list[Span]] = {}
    for span in matches:
        before = [way for last, way in best.items() if last[1] <= span[0] and last[3] <= span[2]]
        best[span] = [*max(before, key=_covered, default=[]), span]
    return max(best.values(), key=_covered, default=[])


def _matches(a: Sequence[Word], b: Sequence[Word], *, marked: bool) -> Iterator[Span]:
    for i, j in product(range(len(a)), range(len(b))):
        for m, n in _STEPS:
            if i + m <= len(a) and j + n <= len(b) and _match(a[i : i + m], b[j : j + n], marked=marked):
                yield i, i + m, j, j + n


def extras(a: Name, b: Name, shared: Sequence[Span]) -> tuple[Extra, Extra]:
    """What each name has beyond the shared words."""
    in_a = [(start, end) for start, end, _, _ in shared]
    in_b = [(start, end) for _, _, start, end in shared]
    return _extra(a, in_a, b), _extra(b, in_b, a)


def _match(a: Sequence[Word], b: Sequence[Word], *, marked: bool) -> bool:
    if len(a) == len(b) == 1:
        return likeness(a[0], b[0], marked=marked) > 0
    if a[0].plain[0] != b[0].plain[0]:
        return False
    return "".join(word.plain for word in a) == "".join(word.plain for word in b)


def _covered(spans: Sequence[Span]) -> int:
    return sum(end - start + last - first for start, end, first, last in spans)


def _extra(name: Name, spans: Sequence[tuple[int, int]], other: Name) -> Extra:
    inside = {position for start, end in spans for position in range(start, end)}
    outside = [position for position in range(len(name.proper)) if position not in inside]
    words = tuple(name.proper[position] for position in outside)
    before = bool(inside) and all(position < min(inside) for position in outside)
    behind = bool(inside) and all(position > max(inside) for position in outside)
    coined = any(not is_syllable(name.proper[position].plain) for position in inside)
    told = len(words) > 1 and _stands_in(words, other)
    worth = sum(0.0 if told or _says_business(word, other) else information(word) for word in words)
    describes = before and coined and name.is_marked
    return Extra(words, before, behind, worth * (0.3 if describes else 1.0))


def _stands_in(words: Sequence[Word], other: Name) -> bool:
    """Whether the other name has the words too, one behind another, but not in its proper name."""
    proper = {word.key for word in other.proper}
    keys = [word.key for word in words]
    return not proper & set(keys) and f" {' '.join(keys)} " in f" {' '.join(other.everything)} "


def _says_business(word: Word, other: Name) -> bool:
    """Whether the other name has the word, or one a slip away, among its words about the business, in any language."""
    if _abbreviates(word, other.activities):
        return True
    if folds_to_usual(word) or len(word.key) < 5:
        return False
    proper = {known.key for known in other.proper}
    written = [known for known in other.everything if known not in proper]
    return any(_is_near(word.key, known) for known in (*written, *_spellings(other.activities)))


@lru_cache(maxsize=20_000)
def _spellings(activities: tuple[frozenset[str], ...]) -> tuple[str, ...]:
    return tuple(word for keys in activities for key in keys for word in activity_spellings()[key])


def _is_near(a: str, b: str) -> bool:
    return a == b or (a[0] == b[0] and len(b) > 3 and OSA.distance(a, b, score_cutoff=1) == 1)


@lru_cache(maxsize=50_000)
def _abbreviates(word: Word, activities: tuple[frozenset[str], ...]) -> bool:
    """Whether a short word is made of the initials of the other name's business, as in Hoang Minh STP Co., Ltd."""
    if not (len(word.plain) <= 4 and word.upper and activities) or (len(word.plain) > 1 and is_syllable(word.plain)):
        return False
    letters = {spelling[0] for keys in activities for key in keys for spelling in activity_spellings()[key]}
    return set(word.plain) <= letters | _FORM_INITIALS
