"""Dates as lists write them, the day first: `25/4/1980`, `03/2008`, `2028-05`, `tháng 5/2028`, `14 Sep 2018`.

A date may be a day, a month or a year; each is the period from its first to its last day.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

PIVOT = 69
"""Two-digit years from here on are of the last century, as in POSIX `strptime`."""

_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAME = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_SHORT_YEAR = r"(?P<y>(?:19|20)\d\d|\d\d)(?!\d)"
_TH = r"(?:th[aá]ng|thg|\bt)\.?\s*"
_PATTERNS = [
    re.compile(rf"(?<!\d){pattern}", re.I)
    for pattern in (
        r"(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)",
        rf"(?P<d>\d{{1,2}})(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep){_SHORT_YEAR}",
        rf"(?:ng[aà]y\s*)?(?P<d>\d{{1,2}})\s*{_TH}(?P<m>\d{{1,2}})\s*(?:n[aă]m|[-/.])?\s*{_YEAR}",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_NAME}[ ,-]*{_YEAR}",
        rf"\b{_NAME} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}",
        rf"{_YEAR}\s*[年년](?:\s*(?P<m>\d{{1,2}})\s*[月월](?:\s*(?P<d>\d{{1,2}})\s*[日일号])?)?",
        rf"{_TH}(?P<m>\d{{1,2}})\s*(?:n[aă]m|[-/.])?\s*{_YEAR}",
        rf"(?P<m>\d{{1,2}})\s*[-/.]\s*{_YEAR}",
        r"(?P<y>(?:19|20)\d\d)\s*[-/.]\s*(?P<m>\d{1,2})(?!\d)",
        rf"\b{_NAME}[ ,-]*{_YEAR}",
        r"(?P<m>\d{1,2})/(?P<y>[1-9]\d)(?!\d|/)",
        _YEAR,
    )
]


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month or year by its `first` and `last` day. It stands at `start:end`."""

    first: date
    last: date
    start: int
    end: int

    @property
    def is_year(self) -> bool:
        """Whether no more than the year is known."""
        return (self.last - self.first).days > 31


def periods(text: str) -> list[Period]:
    """The dates in `text`, in order. What no calendar has (month 13, 31 April) is passed over, never turned around.

    `05/28` is a month only where it can be no day and month: `11/28` is November 2028, `05/11` is nothing.
    """
    found: list[Period | None] = []

    def take(match: re.Match[str]) -> str:
        found.append(_period(match))
        return "\0" * len(match.group())

    for pattern in _PATTERNS:
        text = pattern.sub(take, text)
    return sorted((one for one in found if one), key=lambda one: one.start)


def first_period(text: str) -> Period | None:
    """The first date in `text`."""
    return next(iter(periods(text)), None)


def _period(match: re.Match[str]) -> Period | None:
    parts = match.groupdict()
    year, month, day = _full_year(parts["y"]), _month(parts), parts.get("d")
    if month is None:
        return Period(date(year, 1, 1), date(year, 12, 31), *match.span())
    if not 1 <= month <= 12 or (len(parts["y"]) == 2 and not day and int(parts["y"]) <= 12):
        return None
    days = calendar.monthrange(year, month)[1]
    if day and not 1 <= int(day) <= days:
        return None
    first, last = (int(day), int(day)) if day else (1, days)
    return Period(date(year, month, first), date(year, month, last), *match.span())


def _month(parts: dict[str, str | None]) -> int | None:
    if name := parts.get("name"):
        return _MONTH_NAMES.index(name[:3].casefold()) + 1
    month = parts.get("m")
    return int(month) if month else None


def _full_year(year: str | None) -> int:
    value = int(year or 0)
    if value >= 100:
        return value
    return value + (1900 if value >= PIVOT else 2000)
