"""How names in Chinese, Japanese and Korean signs may be read in Latin letters, and whether two readings agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, product

from rapidfuzz.distance import Levenshtein

from matchmaker.duplicates.lists import rows
from matchmaker.duplicates.words import SIGNS
from matchmaker.vocabulary.concepts import cell

MOST_READINGS = 64
"""A character reads in two or three ways, a name has up to four: more than this is chance, not evidence."""

_INITIALS = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
_SOUNDS = (
    ("tsu", "tu"), ("sh", "s"), ("ch", "j"), ("ts", "j"), ("ph", "p"), ("th", "t"), ("kh", "k"), ("gh", "k"),
    ("qu", "ku"), ("ng", "n"), ("nh", "n"), ("tr", "j"), ("x", "s"), ("q", "k"), ("c", "k"), ("g", "k"), ("d", "t"),
    ("b", "p"), ("v", "p"), ("f", "h"), ("z", "j"), ("r", "l"), ("eo", "u"), ("oo", "u"), ("ou", "u"), ("eu", "u"),
    ("wo", "u"), ("w", ""), ("ae", "e"), ("ee", "i"), ("y", "i"), ("o", "u"),
)  # fmt: skip


@lru_cache(maxsize=20_000)
def latin(text: str) -> tuple[str, ...]:
    """The possible readings of `text` in small Latin letters without spaces; none where a character is not listed."""
    parts = list(_readings(text))
    if not all(parts):
        return ()
    return tuple(dict.fromkeys("".join(choice) for choice in islice(product(*parts), MOST_READINGS)))


def sound_likeness(a: str, b: str) -> float:
    """How alike two texts sound, 0..1, across the usual ways of writing Korean and Japanese in Latin letters."""
    a, b = _sound(a), _sound(b)
    whole = Levenshtein.normalized_similarity(a, b)
    return (whole + Levenshtein.normalized_similarity(_consonants(a), _consonants(b))) / 2


def keys_of_sound(text: str) -> frozenset[str]:
    """Keys under which texts that sound alike meet: the first consonants, or the later ones."""
    consonants = _consonants(_sound(text))
    return frozenset({f"begins {consonants[:3]}", f"ends {consonants[-3:]}"})


def _sound(text: str) -> str:
    for written, sound in _SOUNDS:
        text = text.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", text)


def _consonants(sound: str) -> str:
    return re.sub(r"(?<!^)[aeiu]", "", sound)


def _readings(text: str) -> Iterator[tuple[str, ...]]:
    while text:
        length, readings = _first(text)
        yield readings
        text = text[length:]


def _first(text: str) -> tuple[int, tuple[str, ...]]:
    for length in range(min(4, len(text)), 0, -1):
        if text[:length] in _listed():
            return length, _listed()[text[:length]]
    if text[0] in "ーっッ":
        return 1, ("",)
    if "가" <= text[0] <= "힣":
        return 1, (_hangul(text[0]),)
    return 1, () if SIGNS.match(text) else (text[0],)


def _hangul(syllable: str) -> str:
    index = ord(syllable) - ord("가")
    return _INITIALS[index // 588] + _VOWELS[index % 588 // 28] + _FINALS[index % 28]


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, tuple[str, ...]]:
    return {row["written"]: cell(row, "readings") for row in rows("readings")}
