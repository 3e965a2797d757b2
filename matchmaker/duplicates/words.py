"""Words of a company name, how alike two of them are, and how much one tells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from matchmaker.duplicates.lists import rows
from matchmaker.text.folding import fold
from matchmaker.text.tokens import mark_key

SIGNS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Kana, Chinese characters and Hangul: scripts written without reliable spaces."""

_HOI_AND_NGA = frozenset("\u0309\u0303")
_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|\b[^\W\d_]\.[^\W\d_]\b")
_JOINED = re.compile(r"(?<=\b[^\W_])\s*[&+]\s*(?=[^\W_]\b)")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
    r"(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|oai|oao|oay|oeo|uay|uoi|uou|uya|uye|uyu"
    r"|ieu|yeu|ya)(?:ch|nh|ng|[cmnpt])?"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed (`low`: small letters), with marks in one order (`marks`) and without any (`plain`).

    `key` is `plain` with i for a last y, which Vietnamese writes at will (Mỹ, Mĩ).
    """

    low: str
    marks: str
    plain: str
    key: str
    upper: bool
    capital: bool

    @property
    def is_marked(self) -> bool:
        return self.marks != self.plain


def words_of(text: str) -> tuple[Word, ...]:
    """The words of `text`: letters and digits stay together, M.K.D and H & T are one word each."""
    text = unicodedata.normalize("NFKC", text)
    text = _INITIALS.sub(lambda found: found.group().replace(".", ""), text)
    return tuple(_word(found) for found in _WORD.findall(_JOINED.sub("", text)))


@lru_cache(maxsize=100_000)
def _word(written: str) -> Word:
    plain = fold(written)
    ending = re.fullmatch(r"(.*[^aeiou])y", plain)
    key = f"{ending[1]}i" if ending else plain
    return Word(written.casefold(), mark_key(written), plain, key, written.isupper(), written[0].isupper())


@lru_cache(maxsize=1)
def _commonness() -> tuple[Mapping[str, str], Mapping[str, str]]:
    marked: dict[str, str] = {}
    plain: dict[str, str] = {}
    for row in rows("syllables"):
        for syllable in words_of(row["syllables"]):
            marked.setdefault(syllable.marks, row["how_common"])
            plain.setdefault(syllable.key, row["how_common"])
    return marked, plain


def is_usual(word: Word) -> bool:
    """Whether the word, with just these marks, is a syllable that Vietnamese firms like in their names."""
    return word.marks in _commonness()[0]


def folds_to_usual(word: Word) -> bool:
    """Whether the word without its marks looks like such a syllable."""
    return word.key in _commonness()[1]


def is_syllable(plain: str) -> bool:
    """Whether a folded word is built like a Vietnamese syllable."""
    return bool(_SYLLABLE.fullmatch(plain))


@lru_cache(maxsize=100_000)
def information(word: Word) -> float:
    """How much a word tells two firms apart, 0.6 (An, Phát: in thousands of names) to 3 (a coined word)."""
    if any(char.isdigit() for char in word.plain):
        return 1.8
    common = _commonness()[1].get(word.key)
    if common:
        return 0.6 if common == "very" else 1.0
    if is_syllable(word.plain):
        return 1.4
    return min(3.0, 0.8 + 0.35 * len(word.plain))


def likeness(a: Word, b: Word, *, marked: bool) -> float:
    """How surely two words are the same word: 1 the same, 0.5 to 0.9 a slip of the pen, 0 another word.

    `marked` says that both names are written with marks, so that a differing mark means something. A slip needs a word
    that is no usual syllable: Phát and Phú are one letter apart and two names, Trườngg is a typing error.
    """
    if a.key == b.key:
        return _marks(a, b) if marked else 1.0
    if any(char.isdigit() for char in a.plain + b.plain):
        return 0.0
    usual = folds_to_usual(a) + folds_to_usual(b)
    return 0.0 if usual == 2 else _slip(a, b, one_usual=usual == 1)


def _marks(a: Word, b: Word) -> float:
    if _without_y(a.marks) == _without_y(b.marks):
        return 1.0
    return 0.0 if (is_usual(a) and is_usual(b)) or not is_slip_of_marks(a.low, b.low) else 0.9


def is_slip_of_marks(a: str, b: str) -> bool:
    """Whether one word only lacks marks of the other, or hỏi stands for ngã; another tone makes another name."""
    marks_a, marks_b = _combining(a), _combining(b)
    return marks_a <= marks_b or marks_b <= marks_a or marks_a ^ marks_b == _HOI_AND_NGA


def _combining(word: str) -> frozenset[str]:
    return frozenset(char for char in unicodedata.normalize("NFD", word) if unicodedata.combining(char) or char == "đ")


def _without_y(marks: str) -> str:
    return marks.replace("y", "i")


def _slip(a: Word, b: Word, *, one_usual: bool) -> float:
    short, long = sorted((a.plain, b.plain), key=len)
    if len(long) < 4 or OSA.distance(short, long, score_cutoff=1) > 1:
        return 0.0
    if re.sub(r"(.)\1", r"\1", long) == re.sub(r"(.)\1", r"\1", short):
        return 0.8
    syllables = is_syllable(short) + is_syllable(long)
    if syllables == 2:
        lost_inside = one_usual and len(short) < len(long) and short[0] == long[0] and short[-1] == long[-1]
        return 0.6 if lost_inside or _sounds_alike(short, long) else 0.0
    if syllables == 1 or len(long) < 6:
        return 0.8 if syllables and len(long) > 4 else 0.0
    return _slip_in_coined(short, long)


def _slip_in_coined(short: str, long: str) -> float:
    """Brands differ by a letter on purpose (Vinafit, Vinafix; Altec, Alutec): a slip is a letter lost inside a long
    word, two swapped ones, or m for n."""
    lost_inside = 8 < len(long) > len(short) and short[0] == long[0] and short[-1] == long[-1]
    if lost_inside or sorted(short) == sorted(long):
        return 0.8
    return 0.6 if short.replace("m", "n") == long.replace("m", "n") else 0.0


def _sounds_alike(a: str, b: str) -> bool:
    return spoken(a) == spoken(b) or sorted(a) == sorted(b)


def spoken(plain: str) -> str:
    """A folded syllable with one letter for the consonants that sound alike in some part of the country."""
    for written, spoken in (("tr", "ch"), ("gi", "d"), ("r", "d"), ("s", "x"), ("l", "n"), ("y", "i")):
        if plain.startswith(written):
            return spoken + plain[len(written) :]
    return plain
