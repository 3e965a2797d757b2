"""The lines of business that company names state: this room's list, widened by the vocabulary's processes and parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from matchmaker.duplicates.lists import rows
from matchmaker.duplicates.words import SIGNS, is_syllable
from matchmaker.text.folding import fold
from matchmaker.vocabulary import Concept, vocabulary
from matchmaker.vocabulary.concepts import cell

SHORTEST_WORD = 5
"""Letters of a single word from the vocabulary that is taken for a business, not for a brand."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of business by its `keys`, of which any may be meant, with the wider ones right above it.

    `is_specific` says that it tells firms apart; trading, technology and investment stand in thousands of names.
    """

    keys: frozenset[str]
    broader: tuple[str, ...]
    is_specific: bool
    spellings: tuple[str, ...]


@lru_cache(maxsize=1)
def listed_lines() -> tuple[Line, ...]:
    """The lines of this room's list."""
    return tuple(
        Line(
            frozenset(row["activity"].split("|")),
            tuple(row["broader"].split()),
            row["weight"] == "specific",
            cell(row, "spellings"),
        )
        for row in rows("activities")
    )


@lru_cache(maxsize=1)
def further_lines() -> tuple[Line, ...]:
    """What the vocabulary adds: words for a listed line, or a line of its own below those of its parents."""
    return tuple(_from_vocabulary())


def _from_vocabulary() -> Iterator[Line]:
    known = {fold(spelling): line.keys for line in listed_lines() for spelling in line.spellings}
    taken = set(known) | _translated_words()
    own: dict[str, frozenset[str]] = {}
    for concept in (*vocabulary().of_kind("process"), *vocabulary().of_kind("part")):
        labels = [label.lstrip("=") for label in _labels(concept)]
        same = next((known[fold(label)] for label in labels if fold(label) in known), None)
        own[concept.key] = same or frozenset([concept.label().lower()])
        spellings = tuple(label for label in labels if fold(label) not in taken and _is_telling(label))
        taken.update(map(fold, spellings))
        yield Line(own[concept.key], () if same else _above(concept, own), True, spellings)


def _labels(concept: Concept) -> Iterator[str]:
    for language in ("en", "vi", "ja", "ko", "zh"):
        yield from concept.labels.get(language, ())


def _above(concept: Concept, own: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    parents = (*vocabulary().parents(concept.key), *(f"process:{made}" for made in concept.extra.get("made_by", ())))
    return tuple(sorted({key for parent in parents for key in own.get(parent, ())}))


def _is_telling(label: str) -> bool:
    """Whether a label is surely about a business: several words, signs, or a long English word in small letters."""
    if SIGNS.search(label):
        return len(label) > 1
    folded = fold(label)
    return " " in folded or (label.islower() and len(label) >= SHORTEST_WORD and not is_syllable(folded))


def _translated_words() -> set[str]:
    """English words of translated proper names (crown, shell), which are no business."""
    return {word for row in rows("senses") for word in cell(row, "english")}


@lru_cache(maxsize=1)
def broader_activities() -> Mapping[str, frozenset[str]]:
    """For each activity the wider ones above it, in one or more steps."""
    above: dict[str, set[str]] = defaultdict(set)
    for line in (*listed_lines(), *further_lines()):
        for key in line.keys:
            above[key].update(line.broader if len(line.keys) == 1 else ())

    def climb(activity: str, seen: frozenset[str]) -> Iterator[str]:
        for wider in above[activity] - seen:
            yield wider
            yield from climb(wider, seen | {wider})

    return {activity: frozenset(climb(activity, frozenset([activity]))) for activity in list(above)}


@lru_cache(maxsize=1)
def made_of() -> Mapping[str, frozenset[str]]:
    """Activities that are two put together, which a name may state apart: auto parts of auto and parts."""
    above = {row["activity"]: row["broader"].split() for row in rows("activities") if "_" in row["activity"]}
    return {activity: frozenset(parts) for activity, parts in above.items() if len(parts) > 1}


@lru_cache(maxsize=1)
def specific_activities() -> frozenset[str]:
    """Activities that tell firms apart; the others (trading, technology, investment) stand in thousands of names."""
    known = (*listed_lines(), *further_lines())
    return frozenset(key for line in known if line.is_specific and len(line.keys) == 1 for key in line.keys)
