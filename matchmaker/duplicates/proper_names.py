"""How two proper names stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from matchmaker.duplicates.initials import initials_fit
from matchmaker.duplicates.names import Name
from matchmaker.duplicates.readings import latin, sound_likeness
from matchmaker.duplicates.senses import english_senses, shared_senses, vietnamese_senses
from matchmaker.duplicates.words import Word, information, is_syllable, likeness

SAME_SOUND = 0.84
OTHER_SOUND = 0.62


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind`: same, slip, order, part, initials, translated, sound, overlap, other, or silent (nothing to compare).

    `strength` is the information shared (same, slip, order, part, overlap), the letters that fit (initials), the
    meanings shared (translated) or the likeness of the sound. `missing` is the information that only one side has.
    """

    kind: str
    strength: float = 0.0
    missing: float = 0.0


@lru_cache(maxsize=200_000)
def relation(a: Name, b: Name) -> Relation:
    """How the proper names of `a` and `b` stand to each other."""
    if not a.proper or not b.proper:
        return Relation("silent")
    if a.is_signs or b.is_signs:
        return _by_sound(a, b)
    return _alike(a, b) or _by_initials(a, b) or _translated(a, b) or _near(a, b) or _partly(a, b)


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
    if (joined_a == joined_b and len(a.proper) != len(b.proper)) or _are_written_together(a, b):
        return Relation("same", max(a.information, b.information))
    if sorted(word.key for word in a.proper) == sorted(word.key for word in b.proper) and joined_a != joined_b:
        return Relation("order", known)
    if len(a.proper) != len(b.proper) and _is_slip_when_joined(joined_a, joined_b):
        return Relation("slip", known)
    return None


def _joined(name: Name) -> str:
    return "".join(word.plain for word in name.proper)


def _are_written_together(a: Name, b: Name) -> bool:
    """Whether the whole names differ by spaces only, though their parts were told apart otherwise (Sun Tech, Suntech)."""
    return a.everything != b.everything and "".join(a.everything) == "".join(b.everything)


def _near(a: Name, b: Name) -> Relation | None:
    """Names of usual syllables a letter or a mark apart: Thành and Thanh, Hoàn and Hoàng."""
    joined_a, joined_b = _joined(a), _joined(b)
    allowed = min(2, (min(len(joined_a), len(joined_b)) - 1) // 4)
    if len(a.proper) != len(b.proper) or OSA.distance(joined_a, joined_b, score_cutoff=allowed) > allowed:
        return None
    return Relation("near", min(a.information, b.information))


def _is_slip_when_joined(a: str, b: str) -> bool:
    return min(len(a), len(b)) > 6 and OSA.distance(a, b, score_cutoff=1) == 1 and not (is_syllable(a) or is_syllable(b))


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
    if best >= SAME_SOUND:
        return Relation("sound", best)
    return Relation("other", missing=1.5) if best < OTHER_SOUND else Relation("silent")


def _spoken(name: Name) -> tuple[str, ...]:
    return latin("".join(word.plain for word in name.proper))


def _partly(a: Name, b: Name) -> Relation:
    marked = a.is_marked and b.is_marked
    shared = _aligned(a.proper, b.proper, marked=marked)
    only_a = sum(map(information, a.proper)) - sum(information(x) for x, _ in shared)
    only_b = sum(map(information, b.proper)) - sum(information(y) for _, y in shared)
    if not shared:
        return Relation("silent" if _untranslatable(a, b) else "other", missing=min(only_a, only_b))
    known = sum(information(x) for x, _ in shared)
    if len(shared) == min(len(a.proper), len(b.proper)):
        return Relation("part", known, max(only_a, only_b))
    return Relation("overlap", known, min(only_a, only_b))


def _aligned(a: Sequence[Word], b: Sequence[Word], *, marked: bool) -> list[tuple[Word, Word]]:
    """The longest run of words, in order and with gaps, that both names share."""
    best: list[list[list[tuple[Word, Word]]]] = [[[] for _ in range(len(b) + 1)] for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            without = max(best[i][j + 1], best[i + 1][j], key=len)
            paired = [*best[i][j], (x, y)] if likeness(x, y, marked=marked) else []
            best[i + 1][j + 1] = max(paired, without, key=len)
    return best[-1][-1]


def _untranslatable(a: Name, b: Name) -> bool:
    """Whether one name is English words or a coined word, so that the other may say the same in its own way."""
    return any(_could_stand_for(x, y) for x, y in ((a, b), (b, a)))


def _could_stand_for(coined: Name, other: Name) -> bool:
    if coined.is_marked:
        return False
    if english_senses(coined.proper):
        return not english_senses(other.proper) and not vietnamese_senses(other.proper)
    single = len(coined.proper) == 1 and not is_syllable(coined.proper[0].plain)
    return single and len(other.proper) > 1 and not any(_is_coined(word) for word in other.proper)


def _is_coined(word: Word) -> bool:
    return not is_syllable(word.plain)


def spoken_forms(name: Name) -> Iterator[str]:
    """The sounds by which a name may be found: its letters, and the readings of its signs."""
    yield from _spoken(name) if name.is_signs else (_joined(name),)
