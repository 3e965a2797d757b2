"""Trade names made of a firm's initials or first letters: VAKI of Vạn Kiều, TKF of Trường Khê Fastener."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from matchmaker.duplicates.names import Name
from matchmaker.duplicates.phrases import activity_spellings

LEAST = 2.2
"""Two initials fit one pair of names in fifty by chance; two with an activity's letter, or three, are evidence."""

_ENDINGS = ("co", "corp", "company", "jsc", "group", "vn", "vina", "vietnam", "ltd", "industry")
_SIMPLER = {"ngh": "n", "ng": "n", "nh": "n", "ch": "c", "gh": "g", "gi": "g", "kh": "k", "ph": "p", "qu": "q",
            "th": "t", "tr": "t"}  # fmt: skip
_NO_FIT = -9.0
_AS_SPOKEN = {"ph": "f", "c": "k", "qu": "k"}


def initials_fit(short: Name, full: Name) -> float:
    """How well the one word of `short` is made of the first letters of `full`: 0 not at all, 2 two initials, 3 three.

    Further letters of a syllable count 0.5 each, an activity's letter 0.3. Every syllable of the proper name is used.
    """
    if len(short.proper) != 1 or not 2 <= len(full.proper) <= 5 or full.is_country:
        return 0.0
    word = short.proper[0].plain
    if not 2 <= len(word) <= 11 or not word.isascii():
        return 0.0
    parts = tuple(part.plain for part in full.proper)
    fit = _fit(word, parts, tuple(full.activities))
    return fit if fit >= LEAST else 0.0


@lru_cache(maxsize=50_000)
def _fit(word: str, parts: tuple[str, ...], activities: tuple[frozenset[str], ...]) -> float:
    tails = tuple({spelling for keys in activities for key in keys for spelling in activity_spellings()[key]})
    best = _syllables(word, parts, tails)
    for length in {_shared(word, spelling) for spelling in tails}:
        if length:
            best = max(best, *(0.3 + _syllables(word[cut:], parts, tails) for cut in range(1, length + 1)))
    return best


def _syllables(rest: str, parts: tuple[str, ...], tails: Sequence[str]) -> float:
    if not parts:
        return _tail(rest, tails)
    best = _NO_FIT
    for length in _shared_starts(rest, parts[0]):
        best = max(best, 0.5 + 0.5 * length + _syllables(rest[length:], parts[1:], tails))
    return best


def _shared_starts(rest: str, part: str) -> Iterator[int]:
    for form in _forms(part):
        for length in range(1, min(len(form), len(rest)) + 1):
            if rest[:length] != form[:length]:
                break
            yield length


@lru_cache(maxsize=20_000)
def _forms(part: str) -> tuple[str, ...]:
    """`part` as written and with its first consonants as trade names shorten or pronounce them (thanh → tanh)."""
    forms = [part]
    for table in (_SIMPLER, _AS_SPOKEN):
        start = next((onset for onset in table if part.startswith(onset)), None)
        if start:
            forms.append(table[start] + part[len(start) :])
    return tuple(forms)


def _tail(rest: str, tails: Sequence[str], most: int = 2) -> float:
    """The worth of the letters behind the syllables: of up to `most` activities, then of Co, Corp, JSC and the like."""
    if not rest or any(word.startswith(rest) for word in _ENDINGS):
        return 0.1 if rest else 0.0
    if not most:
        return _NO_FIT
    lengths = {length for word in tails for length in range(1, _shared(rest, word) + 1)}
    return max((0.3 + _tail(rest[length:], tails, most - 1) for length in lengths), default=_NO_FIT)


def _shared(rest: str, word: str) -> int:
    length = 0
    while length < min(len(rest), len(word)) and rest[length] == word[length]:
        length += 1
    return length
