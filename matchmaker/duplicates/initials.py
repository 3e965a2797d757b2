"""Trade names made of a firm's initials or first letters: VAKI of Vạn Kiều, TKF of Trường Khê Fastener."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from matchmaker.duplicates.names import Name
from matchmaker.duplicates.phrases import VIETNAM, activity_spellings
from matchmaker.duplicates.words import folds_to_usual

LEAST = 2.2
"""Two initials fit one pair of names in fifty by chance; two with an activity's letter, or three, are evidence."""

MOST = 3.5
"""What letters can tell at most, however many of them."""

KEY_LENGTH = 4
"""Letters under which a trade name and a full name meet."""

_ENDINGS = ("co", "corp", "company", "jsc", "group", "vn", "vina", "vietnam", "ltd", "industry")
_SIMPLER = {"ngh": "n", "ng": "n", "nh": "n", "ch": "c", "gh": "g", "gi": "g", "kh": "k", "ph": "p", "qu": "q",
            "th": "t", "tr": "t"}  # fmt: skip
_NO_FIT = -9.0
_AS_SPOKEN = {"ph": "f", "c": "k", "qu": "k"}


def initials_fit(short: Name, full: Name) -> float:
    """How well the one word of `short` is made of the first letters of `full`: 0 not at all, 2 two initials, 3 three.

    Every syllable of the proper name is used. Further letters of a syllable count 0.3 each, as do those of a business
    behind the syllables or written before them. A syllable that firms like is no trade name, and a company that calls
    itself Việt Nam bears its own name, not the first letters of one that does not.
    """
    if len(short.proper) != 1 or not 2 <= len(full.proper) <= 5 or full.is_country:
        return 0.0
    if folds_to_usual(short.proper[0]) or (VIETNAM in short.places and VIETNAM not in full.places):
        return 0.0
    word = short.proper[0].plain
    if not 2 <= len(word) <= 11 or not word.isascii() or word in {part.plain for part in full.proper}:
        return 0.0
    fit = _fit(word, tuple(part.plain for part in full.proper), full.everything, full.activities)
    return min(MOST, fit) if fit >= LEAST else 0.0


@lru_cache(maxsize=50_000)
def _fit(word: str, parts: tuple[str, ...], written: tuple[str, ...], activities: tuple[frozenset[str], ...]) -> float:
    tails = tuple(spellings_of(keys) for keys in activities)
    heads = {word[:length] for other in written if other not in parts for length in range(1, _shared(word, other) + 1)}
    return max(
        _syllables(word, parts, tails), *(0.3 + _syllables(word[len(head) :], parts, tails) for head in heads), 0.0
    )


@lru_cache(maxsize=5_000)
def spellings_of(activity: frozenset[str]) -> tuple[str, ...]:
    """The words in Latin letters that an activity goes by, in any language."""
    return tuple({spelling for key in activity for spelling in activity_spellings()[key]})


def _syllables(rest: str, parts: tuple[str, ...], tails: Sequence[Sequence[str]]) -> float:
    if not parts:
        return _tail(rest, tails)
    best = _NO_FIT
    for length in _shared_starts(rest, parts[0]):
        best = max(best, 0.7 + 0.3 * length + _syllables(rest[length:], parts[1:], tails))
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


def _tail(rest: str, tails: Sequence[Sequence[str]]) -> float:
    """The worth of the letters behind the syllables: of an activity each, then of Co, Corp, JSC and the like."""
    if not rest or any(word.startswith(rest) for word in _ENDINGS):
        return 0.1 if rest else 0.0
    best = _NO_FIT
    for place, words in enumerate(tails):
        others = [*tails[:place], *tails[place + 1 :]]
        for length in {length for word in words for length in range(1, _shared(rest, word) + 1)}:
            best = max(best, 0.3 + _tail(rest[length:], others))
    return best


def _shared(rest: str, word: str) -> int:
    length = 0
    while length < min(len(rest), len(word)) and rest[length] == word[length]:
        length += 1
    return length


def keys_of_trade_name(name: Name) -> Iterator[str]:
    """Under which letters a one-word name may be met by the names that it could be made of."""
    if len(name.proper) == 1 and name.proper[0].plain.isascii():
        word = name.proper[0].plain
        yield from {word[start : start + KEY_LENGTH] for start in range(min(KEY_LENGTH, max(1, len(word) - 2)))}


def keys_of_full_name(name: Name) -> frozenset[str]:
    """The first letters that trade names made of `name` may begin with, behind a business's letters or without."""
    if not 2 <= len(name.proper) <= 5 or name.is_country:
        return frozenset()
    starts = {spelling[:2] for keys in name.activities for spelling in spellings_of(keys)}
    endings = frozenset({*(start[:1] for start in starts), *starts, *(ending[:2] for ending in _ENDINGS), "c", "v", ""})
    return frozenset(_beginnings("", tuple(word.plain for word in name.proper), endings))


def _beginnings(begun: str, parts: tuple[str, ...], endings: frozenset[str]) -> Iterator[str]:
    if len(begun) >= KEY_LENGTH or not parts:
        yield from {(begun + ending)[:KEY_LENGTH] for ending in (endings if not parts else ("",))}
        return
    for beginning in {form[:length] for form in _forms(parts[0]) for length in range(1, KEY_LENGTH + 1)}:
        yield from _beginnings(begun + beginning, parts[1:], endings)
