"""The words of a company name in groups: which belong to its form, its activities, its places, its proper name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matchmaker.duplicates.phrases import Entry, phrases, province_now
from matchmaker.duplicates.words import SIGNS, Word, folds_to_usual, words_of

_LINKS = frozenset({"va", "and", "of", "the", "cua", "tai", "at", "no", "so"})
_ABBREVIATIONS = ("xnk", "sx", "tm", "dv", "xd", "dt", "ck", "cn", "kt", "vt", "gc", "tb")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that stand for one thing: `kind` is form, activity, place, number or proper."""

    kind: str
    keys: frozenset[str]
    words: tuple[Word, ...]


def units_of(words: Sequence[Word], *, bold: bool) -> list[Unit]:
    """The groups of `words` in order, the longest phrases first.

    Some activity words are syllables of proper names too (Đúc, Sơn, Hàn), and so are provinces (Thái Bình). `bold`
    takes them for activities before the proper name and for places behind it; otherwise they are proper.
    """
    units: list[Unit] = []
    marked = any(word.is_marked for word in words)
    position = 0
    while position < len(words):
        found = _next(words, position, _Reader(units, marked, bold))
        units.extend(found)
        position += sum(len(unit.words) for unit in found) if not _from_signs(found) else 1
    return _settled([unit for unit in units if unit.kind != "link"], bold=bold)


@dataclass(frozen=True, slots=True)
class _Reader:
    units: Sequence[Unit]
    marked: bool
    bold: bool

    @property
    def before_proper(self) -> bool:
        return all(unit.kind != "proper" for unit in self.units)


def _next(words: Sequence[Word], position: int, reader: _Reader) -> list[Unit]:
    table = phrases()
    for length in range(min(table.longest, len(words) - position), 0, -1):
        group = tuple(words[position : position + length])
        for entry in table.by_words.get(tuple(word.key for word in group), ()):
            if _fits(entry, words, position, length, reader):
                return [Unit(entry.kind, entry.keys, group)]
    word = words[position]
    if SIGNS.search(word.low):
        return list(_by_signs(word))
    return _abbreviations(word, reader) or [_single(words, position)]


def _fits(entry: Entry, words: Sequence[Word], position: int, length: int, reader: _Reader) -> bool:
    if length > 1:
        return True
    word, label = words[position], entry.written[0]
    if entry.kind == "place":
        return label.upper == word.upper or not label.upper
    if word.plain == "co":
        return not word.is_marked and position == len(words) - 1
    if word.marks != label.marks and (word.is_marked or reader.marked and folds_to_usual(word)):
        return False
    if entry.kind == "activity" and (folds_to_usual(word) or len(word.plain) < 3):
        return reader.bold and reader.before_proper and position < len(words) - 1
    return True


def _by_signs(word: Word) -> Iterator[Unit]:
    table, rest = phrases(), 0
    for found in table.signs.finditer(word.low):
        yield from _signs(word.low[rest : found.start()])
        entry = table.by_signs[found.group()]
        yield Unit(entry.kind, entry.keys, words_of(found.group()))
        rest = found.end()
    yield from _signs(word.low[rest:])


def _signs(text: str) -> Iterator[Unit]:
    if text:
        yield Unit("proper", frozenset(), words_of(text))


def _from_signs(units: Sequence[Unit]) -> bool:
    return any(SIGNS.search(word.low) for unit in units for word in unit.words)


def _abbreviations(word: Word, reader: _Reader) -> list[Unit]:
    """Abbreviations run together, as in SXTM or ĐTXD."""
    if not (word.upper and reader.before_proper and 4 <= len(word.plain) <= 8):
        return []
    rest, keys = word.plain, []
    while rest:
        part = next((short for short in _ABBREVIATIONS if rest.startswith(short)), None)
        if part is None:
            return []
        keys.append(phrases().by_words[(part,)][0].keys)
        rest = rest[len(part) :]
    return [Unit("activity", key, (word,) if index == 0 else ()) for index, key in enumerate(keys)]


def _single(words: Sequence[Word], position: int) -> Unit:
    word = words[position]
    if word.plain in _LINKS and not (word.is_marked and word.low not in ("và", "của", "tại", "số")):
        return Unit("link", frozenset(), (word,))
    if word.plain.isdigit():
        return Unit("number", frozenset([str(int(word.plain))]), (word,))
    if _is_roman(words, position):
        return Unit("number", frozenset([_ROMAN[word.low]]), (word,))
    between_numbers = 0 < position < len(words) - 1 and words[position - 1].plain.isdigit()
    if word.plain == "thang" and between_numbers:
        return Unit("link", frozenset(), (word,))
    return Unit("proper", frozenset(), (word,))


def _is_roman(words: Sequence[Word], position: int) -> bool:
    """A Roman numeral behind other words; among capitals only I, II and III, for VI may be Vĩ."""
    word = words[position]
    among_capitals = all(other.upper for other in words)
    return word.upper and word.low in _ROMAN and position > 0 and (set(word.low) == {"i"} or not among_capitals)


def _settled(units: list[Unit], *, bold: bool) -> list[Unit]:
    """Provinces count as places behind a "branch", and if `bold` at the end, behind a proper name or an activity."""
    last = max((index for index, unit in enumerate(units) if unit.kind in ("proper", "activity")), default=-1)
    some_proper = any(unit.kind == "proper" for unit in units)
    return [
        Unit("proper", frozenset(), unit.words)
        if some_proper and (index < last or not bold) and _is_province(unit) and not _after_branch(units, index)
        else unit
        for index, unit in enumerate(units)
    ]


def _is_province(unit: Unit) -> bool:
    return unit.kind == "place" and unit.keys <= province_now().keys()


def _after_branch(units: Sequence[Unit], index: int) -> bool:
    return index > 0 and bool(units[index - 1].keys & {"branch", "office", "plant"})
