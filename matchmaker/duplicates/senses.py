"""Proper names that are translated, not transcribed: Khuôn Hạc Đỏ is Red Heron Mold & Die."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from matchmaker.duplicates.lists import rows
from matchmaker.duplicates.words import Word, words_of
from matchmaker.vocabulary.concepts import cell

_LONGEST = 4


def shared_senses(english: Sequence[Word], vietnamese: Sequence[Word]) -> int:
    """How many meanings two proper names share, where each says nothing that the other does not; else 0."""
    meant = _english(tuple(word.plain for word in english))
    if not meant:
        return 0
    found = _vietnamese(tuple(vietnamese))
    return len(meant) if len(found) == len(meant) and _matched(list(meant), list(found)) else 0


def english_senses(words: Sequence[Word]) -> frozenset[str]:
    """The meanings that English words of a proper name have, none if one of them has no entry."""
    return frozenset(_english(tuple(word.plain for word in words)))


def vietnamese_senses(words: Sequence[Word]) -> frozenset[str]:
    """All meanings that Vietnamese words of a proper name may have."""
    return frozenset(sense for senses in _vietnamese(tuple(words)) for sense in senses)


def _matched(meant: list[str], found: list[frozenset[str]]) -> bool:
    if not meant:
        return True
    return any(
        meant[0] in senses and _matched(meant[1:], found[:index] + found[index + 1 :])
        for index, senses in enumerate(found)
    )


@lru_cache(maxsize=20_000)
def _english(words: tuple[str, ...]) -> tuple[str, ...]:
    meant: list[str] = []
    position = 0
    while position < len(words):
        length, senses = _english_at(words, position)
        if not senses:
            return ()
        meant.extend(senses)
        position += length
    return tuple(meant)


def _english_at(words: tuple[str, ...], position: int) -> tuple[int, tuple[str, ...]]:
    known = _english_words()
    for length in (2, 1):
        sense = known.get(" ".join(words[position : position + length]))
        if sense:
            return length, (sense,)
    return 1, _compound(words[position])


def _compound(word: str) -> tuple[str, ...]:
    """The two words run together in one (Stonehill), or the one behind a plural."""
    known = _english_words()
    if word.endswith("s") and word[:-1] in known:
        return (known[word[:-1]],)
    for cut in range(3, len(word) - 2):
        if word[:cut] in known and word[cut:] in known:
            return known[word[:cut]], known[word[cut:]]
    return ()


@lru_cache(maxsize=20_000)
def _vietnamese(words: tuple[Word, ...]) -> tuple[frozenset[str], ...]:
    return tuple(_vietnamese_units(words))


def _vietnamese_units(words: tuple[Word, ...]) -> Iterator[frozenset[str]]:
    marked = any(word.is_marked for word in words)
    position = 0
    while position < len(words):
        length, senses = _vietnamese_at(words[position : position + _LONGEST], marked=marked)
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
