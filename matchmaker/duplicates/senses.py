"""Proper names that are translated, not transcribed: Khuôn Hạc Đỏ is Red Heron Mold & Die."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, islice, product

from matchmaker.duplicates.lists import rows
from matchmaker.duplicates.words import Word, words_of
from matchmaker.vocabulary.concepts import cell

_LONGEST = 4
_MOST_WAYS = 200


def shared_senses(english: Sequence[Word], vietnamese: Sequence[Word]) -> float:
    """How many meanings two proper names share, if the Vietnamese has each that the English has; else 0.

    Words that only the Vietnamese has (Bông Lúa Vàng, Golden Rice) are allowed beside two shared ones, for 0.7 each.
    """
    words = tuple(word.plain for word in english)
    return max(
        _shared(_english(words, together), _vietnamese(tuple(vietnamese), longest))
        for together in (2, 1)
        for longest in (_LONGEST, 1)
    )


def _shared(meant: Sequence[str], found: Sequence[frozenset[str]]) -> float:
    spare = len(found) - len(meant)
    if not meant or spare < 0 or (spare and (len(meant) < 2 or not all(found))):
        return 0.0
    if not _matched(list(meant), list(found)):
        return 0.0
    return len(meant) - 0.7 * spare


def english_senses(words: Sequence[Word]) -> frozenset[str]:
    """The meanings that English words of a proper name have, none if one of them has no entry."""
    return frozenset(_english(tuple(word.plain for word in words), 2))


def keys_of_english(words: Sequence[Word]) -> Iterator[str]:
    """The meanings of an English proper name in one order, as keys."""
    plain = tuple(word.plain for word in words)
    yield from {" ".join(sorted(_english(plain, together))) for together in (2, 1)} - {""}


def keys_of_vietnamese(words: Sequence[Word]) -> frozenset[str]:
    """The keys of the English proper names that may translate a Vietnamese one."""
    keys: set[str] = set()
    for longest in (_LONGEST, 1):
        found = [senses for senses in _vietnamese(tuple(words), longest) if senses]
        for count in range(max(1, len(found) - 1), len(found) + 1):
            chosen = (product(*some) for some in combinations(found, count))
            keys |= {" ".join(sorted(meant)) for ways in chosen for meant in islice(ways, _MOST_WAYS)}
    return frozenset(keys)


def _matched(meant: list[str], found: list[frozenset[str]]) -> bool:
    if not meant:
        return True
    return any(
        meant[0] in senses and _matched(meant[1:], found[:index] + found[index + 1 :])
        for index, senses in enumerate(found)
    )


@lru_cache(maxsize=20_000)
def _english(words: tuple[str, ...], together: int) -> tuple[str, ...]:
    meant: list[str] = []
    position = 0
    while position < len(words):
        length, senses = _english_at(words[position : position + together], together)
        if not senses:
            return ()
        meant.extend(senses)
        position += length
    return tuple(meant)


def _english_at(words: tuple[str, ...], together: int) -> tuple[int, tuple[str, ...]]:
    known = _english_words()
    for length in range(len(words), 0, -1):
        sense = known.get(" ".join(words[:length]))
        if sense:
            return length, (sense,)
    return 1, _compound(words[0], together)


def _compound(word: str, together: int) -> tuple[str, ...]:
    """The two words run together in one (Stonehill), or the one behind a plural."""
    known = _english_words()
    if word.endswith("s") and word[:-1] in known:
        return (known[word[:-1]],)
    for cut in range(3, len(word) - 2):
        if together > 1 and f"{word[:cut]} {word[cut:]}" in known:
            return (known[f"{word[:cut]} {word[cut:]}"],)
        if word[:cut] in known and word[cut:] in known:
            return known[word[:cut]], known[word[cut:]]
    return ()


@lru_cache(maxsize=20_000)
def _vietnamese(words: tuple[Word, ...], longest: int) -> tuple[frozenset[str], ...]:
    """The meanings of each group of up to `longest` words: thanh long is a fruit together, a green dragon apart."""
    return tuple(_vietnamese_units(words, longest))


def _vietnamese_units(words: tuple[Word, ...], longest: int) -> Iterator[frozenset[str]]:
    marked = any(word.is_marked for word in words)
    position = 0
    while position < len(words):
        length, senses = _vietnamese_at(words[position : position + longest], marked=marked)
        yield senses
        position += length


def _vietnamese_at(words: tuple[Word, ...], *, marked: bool) -> tuple[int, frozenset[str]]:
    for length in range(len(words), 0, -1):
        written = " ".join(word.marks if marked else word.plain for word in words[:length])
        senses = _vietnamese_words()[0 if marked else 1].get(written)
        if senses:
            return length, senses
    return 1, frozenset()


@lru_cache(maxsize=1)
def _english_words() -> Mapping[str, str]:
    return {word: cell(row, "english")[0] for row in rows("senses") for word in cell(row, "english")}


@lru_cache(maxsize=1)
def _vietnamese_words() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    marked: dict[str, set[str]] = {}
    plain: dict[str, set[str]] = {}
    for row in rows("senses"):
        for label in cell(row, "vietnamese"):
            words = words_of(label)
            marked.setdefault(" ".join(word.marks for word in words), set()).add(cell(row, "english")[0])
            plain.setdefault(" ".join(word.plain for word in words), set()).add(cell(row, "english")[0])
    return (
        {written: frozenset(senses) for written, senses in marked.items()},
        {written: frozenset(senses) for written, senses in plain.items()},
    )
