"""How two proper names stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from matchmaker.duplicates.initials import initials_fit
from matchmaker.duplicates.lines import specific_activities
from matchmaker.duplicates.names import Name
from matchmaker.duplicates.readings import latin, sound_likeness
from matchmaker.duplicates.senses import english_senses, shared_senses
from matchmaker.duplicates.wording import Extra, alignment, extras
from matchmaker.duplicates.words import Word, folds_to_usual, information, is_syllable, is_usual, likeness
from matchmaker.text.folding import fold

SAME_SOUND, OTHER_SOUND = 0.84, 0.62
"""Likeness from which two readings are one name, and below which they are two: between lie loose transcriptions."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` says how: same, turned (same, each with words of its own about the business), slip (of the pen), order (of
    coined words), part (one has more words), initials, translated, sound (across scripts), near (alike, but each a
    name that firms have), overlap (each has its own words), other, or silent (nothing that could be compared).

    `strength` is the information shared, for initials the letters that fit, for translated the meanings shared, for
    sound the likeness. `missing` is the information of the words that only one side has, for part.
    """

    kind: str
    strength: float = 0.0
    missing: float = 0.0


def relation(a: Name, b: Name) -> Relation:
    """How the proper names of `a` and `b` stand to each other."""
    if _are_written_alike(a, b):
        return Relation("same", max(a.information, b.information))
    if not a.proper or not b.proper:
        written_alike = _differ_by_spaces(a, b, _joined(a), _joined(b))
        return Relation("same", max(a.information, b.information)) if written_alike else Relation("silent")
    if a.is_signs or b.is_signs:
        return _by_sound(a, b)
    return _alike(a, b) or _by_initials(a, b) or _translated(a, b) or _near(a, b) or _partly(a, b)


def _are_written_alike(a: Name, b: Name) -> bool:
    marked = a.is_marked and b.is_marked
    same = a.written.casefold() == b.written.casefold() or (not marked and fold(a.written) == fold(b.written))
    return same and bool(a.information and b.information)


def _alike(a: Name, b: Name) -> Relation | None:
    marked = a.is_marked and b.is_marked
    known = min(a.information, b.information)
    if len(a.proper) == len(b.proper):
        scores = [likeness(x, y, marked=marked) for x, y in zip(a.proper, b.proper, strict=True)]
        if all(score == 1 for score in scores):
            return Relation("same", known)
        if all(scores) and sum(scores) > len(scores) - 0.75:
            return Relation("slip", known)
    joined_a, joined_b = _joined(a), _joined(b)
    if joined_a == joined_b and len(a.proper) != len(b.proper):
        return Relation("same", known)
    if _differ_by_spaces(a, b, joined_a, joined_b):
        return Relation("same", max(a.information, b.information))
    if sorted(word.key for word in a.proper) == sorted(word.key for word in b.proper) and joined_a != joined_b:
        return Relation("order" if any(map(_is_coined, a.proper)) else "near", known)
    if len(a.proper) != len(b.proper) and not _is_longer(a, b) and _is_slip_when_joined(joined_a, joined_b):
        return Relation("slip", known)
    return None


def _is_longer(a: Name, b: Name) -> bool:
    """Whether one name is the other with words before or behind: Đông Nam, Đông Nam Á."""
    short, long = sorted(([word.key for word in name.proper] for name in (a, b)), key=len)
    return short in (long[: len(short)], long[-len(short) :])


def _joined(name: Name) -> str:
    return "".join(word.plain for word in name.proper)


def _differ_by_spaces(a: Name, b: Name, joined_a: str, joined_b: str) -> bool:
    """Whether the names differ by spaces only, over all parts (Sun Tech Mold, Suntech Mold), or by a VN or Vina written
    on to a coined name."""
    short, long = sorted((joined_a, joined_b), key=len)
    if len(short) > 4 and long in (short + ending for ending in ("vn", "vina", "vietnam")):
        return True
    return a.everything != b.everything and "".join(a.everything) == "".join(b.everything)


def _near(a: Name, b: Name) -> Relation | None:
    """Names of usual syllables a letter or a mark apart: Thành and Thanh, Hoàn and Hoàng."""
    joined_a, joined_b = _joined(a), _joined(b)
    allowed = min(2, (min(len(joined_a), len(joined_b)) - 1) // 4)
    if len(a.proper) != len(b.proper) or OSA.distance(joined_a, joined_b, score_cutoff=allowed) > allowed:
        return None
    return Relation("near", min(a.information, b.information))


def _is_slip_when_joined(a: str, b: str) -> bool:
    return (
        min(len(a), len(b)) > 6 and OSA.distance(a, b, score_cutoff=1) == 1 and not (is_syllable(a) or is_syllable(b))
    )


def _by_initials(a: Name, b: Name) -> Relation | None:
    fit = max(initials_fit(a, b), initials_fit(b, a))
    return Relation("initials", fit) if fit else None


def _translated(a: Name, b: Name) -> Relation | None:
    for english, other in ((a, b), (b, a)):
        shared = 0 if english.is_marked else shared_senses(english.proper, other.proper)
        if shared:
            return Relation("translated", shared)
    return None


def _by_sound(a: Name, b: Name) -> Relation:
    spoken_a, spoken_b = _spoken(a), _spoken(b)
    if not spoken_a or not spoken_b:
        return Relation("silent")
    best = max(sound_likeness(x, y) for x in spoken_a for y in spoken_b)
    if any(x.is_kana_or_hangul and y.is_marked and all(map(is_usual, y.proper)) for x, y in ((a, b), (b, a))):
        return Relation("other")
    if best >= SAME_SOUND:
        return Relation("sound", best)
    return Relation("other" if best < OTHER_SOUND else "silent")


def _spoken(name: Name) -> tuple[str, ...]:
    return latin("".join(word.plain for word in name.proper))


def _partly(a: Name, b: Name) -> Relation:
    shared = alignment(a.proper, b.proper, marked=a.is_marked and b.is_marked)
    known = sum(min(_told(a.proper[i:j]), _told(b.proper[k:m])) for i, j, k, m in shared)
    only_a, only_b = extras(a, b, shared)
    if not shared:
        return Relation("silent" if _untranslatable(a, b) else "other")
    if known >= 1.2 and (_is_turned(a, only_a, b, only_b) or _is_turned(b, only_b, a, only_a)):
        return Relation("turned", known)
    if only_a.words and only_b.words:
        return Relation("overlap", known)
    longer = only_a if only_a.words else only_b
    return Relation("part", known, longer.information) if longer.information else Relation("same", known)


def _told(words: Sequence[Word]) -> float:
    return sum(map(information, words))


def _untranslatable(a: Name, b: Name) -> bool:
    """Whether one name is English words or a coined word, so that the other may say the same in its own way."""
    return any(_could_stand_for(x, y) for x, y in ((a, b), (b, a)))


def _could_stand_for(foreign: Name, other: Name) -> bool:
    """Whether only `foreign` has words that are no Vietnamese syllables, as an English trade name has."""
    if foreign.is_marked or any(map(_is_coined, other.proper)):
        return False
    return any(map(_is_coined, foreign.proper)) or bool(english_senses(foreign.proper))


def _is_turned(vietnamese: Name, front: Extra, english: Name, behind: Extra) -> bool:
    """Vietnamese puts the business in front of the proper name and English behind it: such words are no proper name.

    A single syllable in front is one of the proper name if firms like it in theirs. Behind may stand a
    known business, for which the Vietnamese has its own words.
    """
    is_business = len(front.words) > 1 or (len(front.words) == 1 and not folds_to_usual(front.words[0]))
    has_front = vietnamese.is_described or is_business
    if not (has_front and front.all_before):
        return False
    if not behind.words:
        return front.words != () and not vietnamese.activities and _has_business_behind(english)
    return behind.all_behind and not any(word.is_marked or is_syllable(word.plain) for word in behind.words)


def _has_business_behind(name: Name) -> bool:
    return any(keys & specific_activities() and not keys & name.in_front for keys in name.activities)


def _is_coined(word: Word) -> bool:
    return not is_syllable(word.plain)


def spoken_forms(name: Name) -> Iterator[str]:
    """The sounds by which a name may be found: its letters, and the readings of its signs."""
    yield from _spoken(name) if name.is_signs else (_joined(name),)
