"""The words of a company name in groups: which belong to its form, its activities, its places, its proper name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matchmaker.duplicates.phrases import (
    LONGEST_FURTHER,
    VIETNAM,
    Entry,
    foreign_countries,
    further_phrases,
    misspelt,
    phrases,
)
from matchmaker.duplicates.words import SIGNS, Word, folds_to_usual, is_slip_of_marks, is_usual, spoken, words_of

ALL = 99
"""As many guesses as there may be words."""

_LINKS = frozenset({"va", "and"})
_SMALL_LINKS = frozenset({"of", "the", "cua", "tai", "at", "no", "so"})
_ABBREVIATIONS = ("tnhh", "mtv", "cp", "xnk", "sx", "tm", "dv", "xd", "dt", "ck", "cn", "kt", "vt", "gc", "tb")
_ENGLISH_FORMS = frozenset("jsc ltd corp corporation inc llc company limited plc cooperative enterprise".split())
_VIETNAMESE_STARTS = frozenset("cong cty c ctcp dntn htx tap tong doanh hop xi chi nha co".split())
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that stand for one thing: `kind` is form, activity, place, number or proper."""

    kind: str
    keys: frozenset[str]
    words: tuple[Word, ...]
    is_guess: bool = False


def units_of(words: Sequence[Word], *, guesses: int = ALL) -> list[Unit]:
    """The groups of `words` in order, the longest phrases first.

    Some activity words are syllables of proper names too (Đúc, Sơn, Hàn), and so are provinces (Thái Bình). The first
    `guesses` such words before the proper name are taken for activities, and unless it is 0 provinces behind it for
    places; the others are proper.
    """
    units: list[Unit] = []
    marked = any(word.is_marked for word in words)
    most = 0 if _is_english(words) else guesses
    position = 0
    while position < len(words):
        found = _next(words, position, _Reader(units, marked, sum(unit.is_guess for unit in units) < most))
        units.extend(found)
        position += sum(len(unit.words) for unit in found) if not _from_signs(found) else 1
    return _settled([unit for unit in units if unit.kind != "link"], bold=guesses > 0)


def _is_english(words: Sequence[Word]) -> bool:
    """Whether the legal form is stated in English: then no Vietnamese activity stands before the proper name."""
    return (
        bool(words) and words[0].plain not in _VIETNAMESE_STARTS and any(word.plain in _ENGLISH_FORMS for word in words)
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    units: Sequence[Unit]
    marked: bool
    bold: bool

    @property
    def before_proper(self) -> bool:
        return all(unit.kind != "proper" for unit in self.units)


def _next(words: Sequence[Word], position: int, reader: _Reader) -> list[Unit]:
    known = _known(words, position, reader) or _further(words, position, reader)
    if known:
        return [known]
    word = words[position]
    if SIGNS.search(word.low):
        return list(_by_signs(word))
    if not word.is_marked and (entries := misspelt(word.plain)):
        return [Unit(entries[0].kind, entries[0].keys, (word,))]
    return _abbreviations(word, reader) or [_single(words, position)]


def _known(words: Sequence[Word], position: int, reader: _Reader) -> Unit | None:
    table = phrases()
    for length in range(min(table.longest, len(words) - position), 0, -1):
        written = tuple(word.key for word in words[position : position + length])
        entries = table.by_words.get(written) or table.by_sound.get(tuple(map(spoken, written)), ())
        if unit := _fitting(entries, words, position, length, reader):
            return unit
    return None


def _further(words: Sequence[Word], position: int, reader: _Reader) -> Unit | None:
    """A phrase of the vocabulary of which no part is in the lists of this room."""
    table, longest = further_phrases(), 0
    while longest < LONGEST_FURTHER and position + longest < len(words):
        if longest and _known(words, position + longest, reader):
            break
        longest += 1
    for length in range(longest, 0, -1):
        entries = table.get(tuple(word.key for word in words[position : position + length]), ())
        if unit := _fitting(entries, words, position, length, reader):
            return unit
    return None


def _fitting(
    entries: Sequence[Entry], words: Sequence[Word], position: int, length: int, reader: _Reader
) -> Unit | None:
    group = tuple(words[position : position + length])
    fitting = [entry for entry in entries if _fits(entry, words, position, length, reader)]
    if not fitting:
        return None
    entry = max(fitting, key=lambda entry: _equal_marks(entry, group))
    return Unit(entry.kind, entry.keys, group, _is_guess(entry, group, reader))


def _is_guess(entry: Entry, group: Sequence[Word], reader: _Reader) -> bool:
    """Whether a reader without guesses would not have taken the words for an activity."""
    if entry.kind != "activity" or not reader.bold:
        return False
    shy = _Reader(reader.units, reader.marked, bold=False)
    return not _fits(entry, group, 0, len(group), shy)


def _equal_marks(entry: Entry, group: Sequence[Word]) -> int:
    return sum(word.marks == label.marks for word, label in zip(group, entry.written, strict=True))


def _fits(entry: Entry, words: Sequence[Word], position: int, length: int, reader: _Reader) -> bool:
    if length > 1:
        return _phrase_fits(entry, words[position : position + length], reader)
    word, label = words[position], entry.written[0]
    if entry.kind == "place":
        return label.upper == word.upper or not label.upper
    if word.plain == "co":
        return not word.is_marked and position == len(words) - 1
    if label.upper and entry.kind == "activity":
        return word.upper and not reader.before_proper
    if word.marks != label.marks and (word.is_marked or (reader.marked and folds_to_usual(word))):
        return _is_wrongly_marked(word, label) and reader.bold and reader.before_proper and position < len(words) - 1
    guessed = label.is_marked and not word.is_marked
    if entry.kind == "activity" and (guessed or folds_to_usual(word) or len(word.plain) < 3):
        return reader.bold and reader.before_proper and position < len(words) - 1
    return True


def _is_wrongly_marked(word: Word, label: Word) -> bool:
    """Whether a marked word is none that firms have in their names, so that its marks may be a slip (Nhưa, Nhựa)."""
    long = word.is_marked and label.is_marked and len(word.plain) > 3
    return long and not is_usual(word) and is_slip_of_marks(word.low, label.low)


def _phrase_fits(entry: Entry, group: Sequence[Word], reader: _Reader) -> bool:
    """Whether the words have the label's marks: Thạnh Hóa is not Thanh Hóa, Cơ khí Đức not cơ khí đúc.

    Slips are let pass in words about the business, not in names of places and usual syllables of proper names. Without
    marks, a phrase that ends in such a syllable (CO KHI DUC) is taken only by a bold reader.
    """
    pairs = list(zip(group, entry.written, strict=True))
    strict = [word for word, known in pairs if word.is_marked and known.is_marked and word.marks != known.marks]
    if any(is_usual(word) for word in strict) or (entry.kind == "place" and _has_other_marks(pairs)):
        return False
    last, known = pairs[-1]
    return reader.bold or entry.kind == "place" or last.marks == known.marks or not folds_to_usual(last)


def _has_other_marks(pairs: Sequence[tuple[Word, Word]]) -> bool:
    """Whether a word is marked, and not as the label is: Lãng Sơn is not the Lang Son of English texts."""
    return any(word.is_marked and word.marks != known.marks for word, known in pairs)


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
    """Abbreviations run together, as in SXTM, ĐTXD or CPCN."""
    if not (word.upper and reader.before_proper and 4 <= len(word.plain) <= 10):
        return []
    rest, entries = word.plain, []
    while rest:
        part = next((short for short in _ABBREVIATIONS if rest.startswith(short)), None)
        if part is None:
            return []
        entries.append(phrases().by_words[(part,)][0])
        rest = rest[len(part) :]
    return [Unit(entry.kind, entry.keys, () if index else (word,)) for index, entry in enumerate(entries)]


def _single(words: Sequence[Word], position: int) -> Unit:
    word = words[position]
    if _is_link(words, position):
        return Unit("link", frozenset(), (word,))
    if word.plain.isdigit():
        return Unit("number", frozenset([str(int(word.plain))]), (word,))
    if _is_roman(words, position):
        return Unit("number", frozenset([_ROMAN[word.low]]), (word,))
    between_numbers = 0 < position < len(words) - 1 and words[position - 1].plain.isdigit()
    if word.plain == "thang" and between_numbers:
        return Unit("link", frozenset(), (word,))
    return Unit("proper", frozenset(), (word,))


def _is_link(words: Sequence[Word], position: int) -> bool:
    """Words like và, of, số. In capitals they may be syllables of a name (Yen The), unless a number follows."""
    word = words[position]
    if word.is_marked and word.low not in ("và", "của", "tại", "số"):
        return False
    before_number = position + 1 < len(words) and words[position + 1].plain.isdigit()
    return word.plain in _LINKS or (
        word.plain in _SMALL_LINKS and (word.is_marked or not word.capital or before_number)
    )


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
        if (_is_abroad(unit) and len(units) > 1 if not some_proper else index < last or not bold)
        and _is_part_of_country(unit)
        and not _after_branch(units, index)
        else unit
        for index, unit in enumerate(units)
    ]


def _is_part_of_country(unit: Unit) -> bool:
    return unit.kind == "place" and VIETNAM not in unit.keys


def _is_abroad(unit: Unit) -> bool:
    return unit.kind == "place" and not unit.keys.isdisjoint(foreign_countries())


def _after_branch(units: Sequence[Unit], index: int) -> bool:
    return index > 0 and bool(units[index - 1].keys & {"branch", "office", "plant"})
