"""Tolerances in millimetres, wherever a text states them: `±5 µm`, `dung sai 0,02`, `-0,02 / +0,05 mm`.

Sizes (`dây 0,1-8 mm`, `tôn 0,8÷6 mm`), percentages, degrees and IT grades are not tolerances in millimetres.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matchmaker.text.quantities import NUMERAL, TO, WORD_END, number

LARGEST_MM = 4.0
"""A larger figure is taken for a size: ISO 2768-1 class c allows ±4 mm on the longest parts it covers."""

MM_PER_UNIT = {"mm": 1.0, "µm": 0.001, "inch": 25.4, "si": 0.01}

_MILLIMETRES = ("mm", "ly", "li", "毫米", "ミリ", "밀리")
"""Workshops in Vietnam call the millimetre `ly` or `li`, those in China a hundredth of it `丝`."""
_UNIT = (
    rf"(?P<unit>{'|'.join(_MILLIMETRES)}|[µμu]m|microns?|mic|inch|ミクロン|마이크로미터|미크론|微米|[丝絲]){WORD_END}"
)
_OTHER_UNIT = (
    r"[%°º‰℃x×*度도日秒个個]|(?:[dđ][oộ]|deg|sigma|kg|g|n|mpa|bar|s|h|gi[oờ]|ng[aà]y|days?|t[aấ]n|t|kw|v|a|hz|hrc)"
    + WORD_END
)
_LENGTH_FOLLOWS = rf"(?:\s*{_UNIT}|(?!\s*(?:{_OTHER_UNIT})))"
_WORDS = (
    r"(?:dung sai|[dđ][oộ] ch[ií]nh x[aá]c|c[aấ]p ch[ií]nh x[aá]c|\bcx\b|sai s[oố]"
    r"|\btolerances?\b|\btol\b|\baccuracy\b|公差|精度|误差|誤差|공차|정밀도)[^\d;,/\n±+、，。；]{0,24}?"
)
_MINUS = r"[-−–]\s*"
_STATED = [
    re.compile(rf"(?:{_WORDS})?{pattern}", re.I)
    for pattern in (
        rf"{_MINUS}(?P<value>{NUMERAL})\s*(?:mm)?\s*[/;,]?\s*\+\s*(?P<other>{NUMERAL}){_LENGTH_FOLLOWS}",
        rf"\+\s*(?P<value>{NUMERAL})\s*(?:mm)?\s*[/;,]?\s*{_MINUS}(?P<other>{NUMERAL}){_LENGTH_FOLLOWS}",
        rf"\+\s*(?P<value>{NUMERAL})\s*(?:mm)?\s*/\s*(?P<other>0)(?![.,]?\d){_LENGTH_FOLLOWS}",
        rf"(?<![\d.,])(?P<other>0)\s*/\s*{_MINUS}(?P<value>{NUMERAL}){_LENGTH_FOLLOWS}",
        rf"(?<=[\s\d]){_MINUS}(?P<value>0[.,]\d+)\s*(?:mm)?\s*[/;]\s*{_MINUS}(?P<other>0[.,]\d+){_LENGTH_FOLLOWS}",
        rf"(?:±|\+\s*/\s*[-−–]|\+[-−])\s*(?P<value>{NUMERAL}){_LENGTH_FOLLOWS}",
    )
] + [
    re.compile(rf"{_WORDS}(?P<value>{NUMERAL})(?:{TO}{NUMERAL})?\s*{_UNIT}", re.I),
    re.compile(rf"{_WORDS}(?P<value>0[.,]\d+)(?:{TO}{NUMERAL})?{_LENGTH_FOLLOWS}", re.I),
    re.compile(rf"\b[dđ][aạ]t\s*(?P<value>0[.,]\d+)\s*{_UNIT}", re.I),
]
_LENGTH = re.compile(rf"\s*(?:[≤<~]\s*)?(?P<value>{NUMERAL})\s*{_UNIT}\s*", re.I)
_FIGURE = re.compile(rf"(?P<value>{NUMERAL}){_LENGTH_FOLLOWS}", re.I)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """`mm` is the stated deviation to either side: the larger of two sides, the tighter end of a range.

    It stands at `start:end`.
    """

    mm: float
    start: int
    end: int


def tolerances(text: str) -> list[Tolerance]:
    """The tolerances that `text` states by a sign or a word, in order. A number without a unit is in millimetres."""
    found: list[Tolerance] = []

    def take(match: re.Match[str]) -> str:
        mm = _mm(match)
        if mm is None:
            return match.group()
        found.append(Tolerance(mm, match.start(), match.end()))
        return "\0" * len(match.group())

    for pattern in _STATED:
        text = pattern.sub(take, text)
    return sorted(found, key=lambda one: one.start)


def lone_length_mm(text: str) -> float | None:
    """The length in millimetres if `text` is nothing else: among processes, `0.05mm` is a tolerance."""
    match = _LENGTH.fullmatch(text)
    return _mm(match) if match else None


def accuracy_mm(text: str, unit: str = "mm") -> float | None:
    """The first tolerance of a text that is known to speak of accuracy; there a bare number counts, in `unit`."""
    return next(_figures(text, unit), None)


def _figures(text: str, unit: str) -> Iterator[float]:
    for one in tolerances(text):
        yield one.mm
    for match in _FIGURE.finditer(text):
        if mm := _mm(match, unit):
            yield mm


def _mm(match: re.Match[str], unit: str = "mm") -> float | None:
    sides = [number(side) for name in ("value", "other") if (side := match.groupdict().get(name))]
    scale = MM_PER_UNIT[_unit(match["unit"]) if match["unit"] else unit]
    mm = round(max(side or 0.0 for side in sides) * scale, 6)
    return mm if 0 < mm <= LARGEST_MM else None


def _unit(written: str) -> str:
    if written.casefold() in _MILLIMETRES:
        return "mm"
    if written in "丝絲":
        return "si"
    return "inch" if written.casefold() == "inch" else "µm"
