"""Phrases of company names that are no part of the proper name: legal forms, activities, places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from matchmaker.duplicates.lines import Line, further_lines, listed_lines
from matchmaker.duplicates.lists import rows
from matchmaker.duplicates.words import SIGNS, Word, spoken, words_of
from matchmaker.vocabulary.concepts import cell
from matchmaker.vocabulary.concepts import rows_of as vocabulary_rows

VIETNAM = "Việt Nam"

LONGEST_FURTHER = 4
"""Words of a phrase of the vocabulary that is looked for in names."""

SHORTEST_MISSPELT = 7
"""Letters from which a word a letter away from a known one is that word: shorter ones are brands (Plastec)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase of a list stands for: `kind` form, activity or place, `keys` its meanings (of several, any)."""

    kind: str
    keys: frozenset[str]
    written: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their folded words, and those in Chinese, Japanese or Korean signs as they are, the longest first.

    `by_sound` has businesses of several Vietnamese words by their sound, `with_gap` long words with a letter left out.
    """

    by_words: Mapping[tuple[str, ...], tuple[Entry, ...]]
    by_sound: Mapping[tuple[str, ...], tuple[Entry, ...]]
    with_gap: Mapping[str, tuple[Entry, ...]]
    by_signs: Mapping[str, Entry]
    signs: re.Pattern[str]
    longest: int


def _is_vietnamese_business(entry: Entry) -> bool:
    return entry.kind == "activity" and any(word.is_marked for word in entry.written)


def misspelt(word: str) -> tuple[Entry, ...]:
    """What a long word means if a letter inside it was left out, written twice or swapped with the next (Precison)."""
    table = phrases()
    swapped = (word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(1, len(word) - 2))
    near = (table.by_words.get((other,), ()) for other in (*gaps(word), *swapped))
    return table.with_gap.get(word) or next(filter(None, near), ())


def gaps(word: str) -> list[str]:
    """`word` with one letter inside left out; none for short words, which are too near to others."""
    if len(word) < SHORTEST_MISSPELT or not word.isascii():
        return []
    return [word[:place] + word[place + 1 :] for place in range(1, len(word) - 1)]


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """All phrases that are no part of a proper name."""
    by_words: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    by_signs: dict[str, Entry] = {}
    for kind, keys, label in _labels():
        words = words_of(label)
        entry = Entry(kind, keys, words)
        if SIGNS.search(label):
            by_signs.setdefault("".join(word.low for word in words), entry)
        else:
            by_words[tuple(word.key for word in words)].append(entry)
    return Phrases(
        {words: tuple(entries) for words, entries in by_words.items()},
        {
            tuple(map(spoken, words)): tuple(entries)
            for words, entries in by_words.items()
            if len(words) > 1 and any(_is_vietnamese_business(entry) for entry in entries)
        },
        {gap: tuple(entries) for words, entries in by_words.items() if len(words) == 1 for gap in gaps(words[0])},
        by_signs,
        re.compile("|".join(re.escape(sign) for sign in sorted(by_signs, key=len, reverse=True))),
        max(map(len, by_words)),
    )


def _labels() -> Iterator[tuple[str, frozenset[str], str]]:
    for row in rows("legal_forms"):
        for label in cell(row, "spellings"):
            yield "form", frozenset(row["form"].split("|")), label
    yield from _activities(listed_lines())
    for place, labels in place_names().items():
        for label in labels:
            yield "place", frozenset([place]), label


def _activities(lines: Iterable[Line]) -> Iterator[tuple[str, frozenset[str], str]]:
    for line in lines:
        for label in line.spellings:
            yield "activity", line.keys, label


@lru_cache(maxsize=1)
def further_phrases() -> Mapping[tuple[str, ...], tuple[Entry, ...]]:
    """Words of the vocabulary about a business, for what the lists of this room do not know; signs are left out."""
    found: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for kind, keys, label in _activities(further_lines()):
        words = words_of(label)
        if not SIGNS.search(label) and len(words) <= LONGEST_FURTHER:
            found[tuple(word.key for word in words)].append(Entry(kind, keys, words))
    return {words: tuple(entries) for words, entries in found.items()}


@lru_cache(maxsize=1)
def place_names() -> Mapping[str, tuple[str, ...]]:
    """Provinces by their name before July 2025, regions and countries, with all spellings."""
    names = {row["place"]: list(cell(row, "names")) for row in rows("regions")}
    names.update((row["country"], list(cell(row, "names"))) for row in rows("countries"))
    for row in vocabulary_rows("places.tsv"):
        for column in ("name", "aliases", "en", "ja", "ko", "zh"):
            names.setdefault(row["name"], []).extend(cell(row, column))
    return {place: tuple(dict.fromkeys(labels)) for place, labels in names.items()}


@lru_cache(maxsize=1)
def foreign_countries() -> frozenset[str]:
    """The countries but Vietnam by the name that they have among the places."""
    return frozenset(row["country"] for row in rows("countries"))


@lru_cache(maxsize=1)
def province_now() -> Mapping[str, str]:
    """The present province of each former one."""
    return {row["name"]: row["new_name"] for row in vocabulary_rows("places.tsv")}


@lru_cache(maxsize=1)
def activity_spellings() -> Mapping[str, tuple[str, ...]]:
    """The folded words in Latin letters that each activity goes by."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for words, entries in (*phrases().by_words.items(), *further_phrases().items()):
        for entry in entries:
            if entry.kind == "activity":
                for key in entry.keys:
                    spellings[key].update(words)
    return {key: tuple(sorted(found)) for key, found in spellings.items()}
