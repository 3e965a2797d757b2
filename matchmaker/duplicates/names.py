"""Company names taken apart: legal form, activities, places, numbers, and the proper name that is left."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import takewhile

from matchmaker.duplicates.phrases import VIETNAM
from matchmaker.duplicates.slips import put_right
from matchmaker.duplicates.units import ALL, Unit, units_of
from matchmaker.duplicates.words import SIGNS, Word, information, is_syllable, is_usual, words_of
from matchmaker.text.folding import fold
from matchmaker.vocabulary.places import zone_of

LEGAL_FORMS = frozenset({"limited", "joint_stock", "corporation", "private", "cooperative", "household"})
LONGEST = 12
"""Words of a proper name that are read; what is longer is no name."""

_MOST_GUESSES = 3
"""Doubtful words that stand in front of a proper name at most, one by one."""

LONGEST_TEXT = 300
"""Letters of a name cell that are read; the longest registered names have about 200."""

STANDINGS = frozenset({"group", "holding", "general", "branch", "office", "plant", "institute"})
"""Words that make a parent, a member or a part of a firm of the name."""

_SIGN_FORMS = {"(株)": " 株式会社 ", "(有)": " 有限会社 ", "(주)": " 주식회사 ", "(유)": " 유한회사 "}
_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_DASHES = re.compile(r"\s+[-–—|/]+\s+|\s*[|;]\s*")
_BRANCH = re.compile(r"^\s*CN[\s.](?=.*\b(?:công ty|cty|ctcp|cong ty)\b)", re.IGNORECASE)
_CALLED = re.compile(
    r"^\s*(?:tên\s+)?(?:viết tắt|gọi tắt|giao dịch|tiếng anh|short name|trade name|english name|abbr|aka|a\.k\.a)"
    r"(?:\s+(?:là|tiếng anh|quốc tế))*[.:\s]+",
    re.IGNORECASE,
)
_PERSON = re.compile(r"^(?:mr|mrs|ms|ông|bà|anh|chị)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts. `proper` is what is left when forms, activities and places are taken out.

    A name of nothing but activities and places ("Nhựa Hà Nội") has its place, else its number, as proper name, and says
    so in `borrowed`; `is_described` says that unknown words about the business were left out too. `in_front` holds the
    activities before the proper name. `everything` is all words but the legal form.
    """

    written: str
    proper: tuple[Word, ...] = ()
    borrowed: bool = False
    activities: tuple[frozenset[str], ...] = ()
    in_front: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    standings: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    everything: tuple[str, ...] = ()
    is_described: bool = False
    is_alias: bool = False
    is_second_reading: bool = False

    @property
    def is_marked(self) -> bool:
        return any(word.is_marked for word in self.proper)

    @property
    def is_coined(self) -> bool:
        """Whether the proper name has a word that is no Vietnamese syllable."""
        return any(not is_syllable(word.plain) for word in self.proper)

    @property
    def is_country(self) -> bool:
        """Whether the name has nothing but the country's name for a proper name."""
        return self.borrowed and self.places == {VIETNAM}

    @property
    def is_signs(self) -> bool:
        """Whether the proper name is written in Chinese, Japanese or Korean signs."""
        return any(SIGNS.search(word.low) for word in self.proper)

    @property
    def is_kana_or_hangul(self) -> bool:
        """Whether the proper name has Japanese or Korean letters, which no Vietnamese name is written in."""
        return any(SIGNS.match(char) and not "\u3400" <= char <= "\u9fff" for word in self.proper for char in word.low)

    @property
    def information(self) -> float:
        """How much the proper name tells firms apart: about 1 for Thành Công, 3 and more for rare and coined names."""
        return 1.0 if self.borrowed else sum(map(information, self.proper))


@dataclass(slots=True)
class _Parts:
    names: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)


@lru_cache(maxsize=50_000)
def names_in(text: str) -> tuple[Name, ...]:
    """The name that `text` states and the trade names beside it, in brackets or behind a dash.

    Where a word may be an activity or part of the proper name (Đúc, Sơn), both readings are given.
    """
    parts = _parts(text[:LONGEST_TEXT])
    zones = frozenset(parts.places)
    readings = [replace(name, places=name.places | zones) for name in _readings(" ".join(parts.names))]
    if not readings:
        return ()
    aliases = [
        completed(name, readings[0])
        for alias in parts.aliases
        for name in _readings(alias)
        if name.proper and not name.borrowed
    ]
    return (*readings, *aliases)


def completed(alias: Name, full: Name) -> Name:
    """`alias` as a trade name of the firm called `full`, with what only the full name says: form, business, place."""
    return replace(
        alias,
        forms=alias.forms or full.forms,
        standings=alias.standings | full.standings,
        activities=alias.activities or full.activities,
        places=alias.places or full.places,
        numbers=alias.numbers or (frozenset() if full.borrowed else full.numbers),
        is_alias=True,
    )


def _parts(text: str) -> _Parts:
    text = put_right(unicodedata.normalize("NFKC", text))
    for sign, word in _SIGN_FORMS.items():
        text = text.replace(sign, word)
    text = _BRANCH.sub("Chi nhánh ", text)
    parts = _Parts()
    pieces = [piece for piece in _DASHES.split(_BRACKETS.sub(" ", text)) if piece.strip()]
    pieces = [piece for piece in pieces if not _PERSON.match(piece)]
    proper = [piece for piece in pieces if _is_proper(piece)]
    for piece in pieces:
        is_alias = piece in proper and _is_another_name(piece, [other for other in proper if other != piece])
        (parts.aliases if is_alias or _CALLED.match(piece) else parts.names).append(_CALLED.sub("", piece))
    for piece in _BRACKETS.findall(text):
        _sort_bracket(_CALLED.sub("", piece), parts)
    if not parts.names:
        parts.names, parts.aliases = parts.aliases, []
    return parts


def _sort_bracket(piece: str, parts: _Parts) -> None:
    if any("aside" in unit.keys for unit in units_of(words_of(piece))):
        return
    if zone := _zone(piece):
        parts.places.append(zone)
        return
    (parts.aliases if _is_proper(piece) else parts.names).append(piece)


def _zone(piece: str) -> str | None:
    """The industrial zone, district or town that a bracket names and nothing else."""
    found = zone_of(piece)
    is_all = found is not None and fold(found.name).endswith(fold(piece).strip())
    return found.name if found and is_all else None


def _is_proper(piece: str) -> bool:
    name = _name(piece)
    return bool(name.proper) and not name.borrowed and not name.standings & {"branch", "plant", "office"}


def _is_another_name(piece: str, others: Sequence[str]) -> bool:
    """A piece in capitals beside one that is not, a coined word beside a name with a legal form, or a second name with
    its own form."""
    if not others:
        return False
    name, beside = _name(piece), _name(others[0])
    word = name.proper[0]
    if len(name.proper) == 1 and not name.activities and (word.upper or (beside.forms and not is_usual(word))):
        return True
    if piece.isupper() and not others[0].isupper():
        return True
    return bool(name.forms and beside.forms) and not word.is_marked


def _readings(text: str) -> list[Name]:
    """The boldest reading first, then those that take fewer words for activities, as far as they differ."""
    boldest = _name(text)
    others = (replace(_name(text, guesses), is_second_reading=True) for guesses in range(_MOST_GUESSES))
    readings = {name.proper: name for name in (*others, boldest)}
    names = [boldest, *(name for name in readings.values() if name is not boldest)]
    return [name for name in names if name.proper or name.activities]


@lru_cache(maxsize=20_000)
def _name(text: str, guesses: int = ALL) -> Name:
    words = words_of(text)
    units = [unit for unit in units_of(words, guesses=guesses) if "aside" not in unit.keys]
    proper, borrowed = _proper(units)
    forms = {key for unit in units if unit.kind == "form" for key in unit.keys}
    return Name(
        written=text.strip(),
        proper=proper[:LONGEST],
        borrowed=borrowed,
        activities=tuple(unit.keys for unit in units if unit.kind == "activity"),
        in_front=frozenset(_in_front(units)),
        forms=frozenset(forms & LEGAL_FORMS),
        standings=frozenset(forms & STANDINGS),
        places=frozenset(key for unit in units if unit.kind == "place" for key in unit.keys),
        numbers=frozenset(number for unit in units if unit.kind == "number" for number in unit.keys),
        is_described=bool(_describing(units)),
        everything=tuple(word.key for unit in units if unit.kind != "form" for word in unit.words),
    )


def _in_front(units: Sequence[Unit]) -> Iterator[str]:
    for unit in takewhile(lambda unit: unit.kind != "proper", units):
        if unit.kind == "activity":
            yield from unit.keys


def _proper(units: Sequence[Unit]) -> tuple[tuple[Word, ...], bool]:
    describing = _describing(units)
    proper = tuple(_words([unit for unit in units if unit not in describing], "proper"))
    if proper:
        return proper, False
    places = [unit for unit in units if unit.kind == "place"]
    named = [unit for unit in places if VIETNAM not in unit.keys] or places
    return tuple(_words(named, "place")) or tuple(_words(units, "number")), True


def _describing(units: Sequence[Unit]) -> list[Unit]:
    """Unknown words that an activity parts from the proper name: they tell the business too.

    Vietnamese has them in front (Bóng đèn in a name that goes on with Cơ khí Rạng Đông), English behind (Sprocket).
    """
    proper = [index for index, unit in enumerate(units) if unit.kind == "proper"]
    parting = [
        index
        for index, unit in enumerate(units)
        if unit.kind == "activity" and proper and proper[0] < index < proper[-1]
    ]
    if not parting:
        return []
    if any(word.is_marked for unit in units for word in unit.words):
        return [units[index] for index in proper if index < parting[-1] and _is_plain_syllable(units[index])]
    return [units[index] for index in proper if index > parting[0] and not is_syllable(units[index].words[0].plain)]


def _is_plain_syllable(unit: Unit) -> bool:
    return not unit.words[0].upper and is_syllable(unit.words[0].plain)


def _words(units: Sequence[Unit], kind: str) -> Iterator[Word]:
    for unit in units:
        if unit.kind == kind:
            yield from unit.words
