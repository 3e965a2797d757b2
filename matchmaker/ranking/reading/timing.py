"""Start of production, last day for quotations, and lead time."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from math import ceil

from matchmaker.ranking.reading.facts import Fact, fact, sentence
from matchmaker.text.dates import Period, periods
from matchmaker.text.quantities import NUMERAL, TO, number

_CUES = {
    "start_on": re.compile(
        r"\bsop\b|start of (?:mass )?production|mass[- ]production|production (?:start\w*|from|begins)"
        r"|start(?:s|ing)?\b"
        r"|ramp[- ]?up|b[aắ]t [đd][aầ]u|s[aả]n xu[aấ]t h[aà]ng lo[aạ]t(?: t[uừ])?"
        r"|\bfrom(?= (?:Q[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
        r"|\bt[uừ](?= (?:th|qu|ng|\d))|kh[oở]i [đd][oộ]ng"
        r"|量産(?:開始|予定)?|生産開始|開始|양산|생산 시작|量产|投产|批量生产|开始",
        re.I,
    ),
    "quote_by": re.compile(
        r"\bquot(?:e|es|ation|ations)\b|\brfq\b|\boffers?\b|b[aá]o gi[aá]|ch[aà]o gi[aá]"
        r"|見積\w{0,2}|견적\w{0,2}|报价|報價",
        re.I,
    ),
}
_REACH = 40
_QUARTER = re.compile(
    r"(?:\bQ|\bqu[yý]\s*|第)(?P<q1>[1-4]|(?<=\s)(?:I{1,3}|IV)\b)"
    r"(?:四半期|季度)?\s*[-/. ,]?\s*(?:n[aă]m\s*)?(?P<y1>20\d\d)"
    r"|(?P<y2>20\d\d)\s*[-/ 年년]?\s*(?:Q(?P<q2>[1-4])|第?(?P<q3>[1-4])\s*(?:四半期|季度|분기))",
    re.I,
)
_DAYS_PER = {"day": 1.0, "working": 7 / 5, "week": 7.0, "month": 30.0}
_SPAN = (
    rf"(?P<low>{NUMERAL})(?:{TO}(?P<high>{NUMERAL}))?\s*(?:"
    r"(?P<working>working days|business days|ng[aà]y l[aà]m vi[eệ]c|営業日|영업일|个工作日|工作日)"
    r"|(?P<week>weeks?|wks?|tu[aầ]n|週間|週|주|周|星期)|(?P<month>months?|th[aá]ng|ヶ月|か月|カ月|個月|个月|개월)"
    r"|(?P<day>(?:calendar )?days?|ng[aà]y|日|일|天))"
)
_LEAD = [
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:lead[- ]?time|\bL/T\b|delivery time|delivery|deliver(?:ed|y)?(?: with)?in|ship(?:ped|ment)? (?:with)?in"
        r"|\bT1\b|th[oờ]i gian giao(?: h[aà]ng)?|th[oờ]i h[aạ]n giao(?: h[aà]ng)?|giao h[aà]ng(?: trong| sau)?"
        r"|giao (?:khu[oô]n|m[aẫ]u) (?:trong|sau)"
        r"|giao trong|giao sau|tr[aả](?: h[aà]ng)? (?:trong|sau)|ti[eế]n [đd][oộ](?: giao)?"
        rf"|納期|リードタイム|납기|리드\s?타임|交期|交货期|交貨期|货期|交付周期)(?:max\.|[^\d\n.;。；]){{0,20}}?{_SPAN}",
        rf"{_SPAN}\s*(?:lead[- ]?time|(?:after|from|ARO\b)\s*(?:receipt of )?(?:PO|order)|delivery"
        r"|(?:以)?内?(?:に?納品|に?納入|交货|交貨|出货)|\s*(?:이내|내)?\s*(?:납품|납기))",
    )
]
_LONGEST_DAYS = 3650


def lead_time(text: str) -> tuple[int | None, list[Fact]]:
    """The days from order to delivery, of a range the longer end; a month counts 30, five working days a week."""
    for pattern in _LEAD:
        for match in pattern.finditer(text):
            unit = next(name for name in _DAYS_PER if match[name])
            days = ceil(round((number(match["high"] or match["low"]) or 0) * _DAYS_PER[unit], 3))
            if 0 < days <= _LONGEST_DAYS:
                return days, [fact("lead_time_days", text, *match.span())]
    return None, []


def dates(text: str) -> tuple[dict[str, date], list[Fact]]:
    """`start_on` (the first day of what is named) and `quote_by` (its last), where a word beside the date says so.

    A bare year is too coarse for either.
    """
    read: dict[str, date] = {}
    facts = []
    for period in _periods(text):
        field, start, end = _cue(text, period)
        if field and field not in read:
            read[field] = period.first if field == "start_on" else period.last
            facts.append(fact(field, text, min(start, period.start), max(end, period.end)))
    return read, facts


def _periods(text: str) -> Iterator[Period]:
    if not re.search(r"\d\d", text):
        return
    for match in _QUARTER.finditer(text):
        yield _quarter(match)
    without = _QUARTER.sub(lambda match: "\0" * len(match.group()), text)
    yield from (period for period in periods(without) if not period.is_year)


def _quarter(match: re.Match[str]) -> Period:
    year, quarter = int(match["y1"] or match["y2"]), _quarter_number(match["q1"] or match["q2"] or match["q3"])
    last = quarter * 3
    return Period(
        date(year, last - 2, 1), date(year, last, calendar.monthrange(year, last)[1]), match.start(), match.end()
    )


def _quarter_number(written: str) -> int:
    return int(written) if written.isdigit() else ("I", "II", "III", "IV").index(written.upper()) + 1


def _distance(text: str, period: Period, cue: re.Match[str]) -> int:
    """How many signs lie between; a word of another item of the list is farther than any of the same item."""
    between = text[cue.end() : period.start] or text[period.end : cue.start()]
    return len(between) + _REACH * bool(re.search(r"[,、，]", between))


def _cue(text: str, period: Period) -> tuple[str, int, int]:
    """The nearest word that says what a date is for, and where it stands; `""` where none does."""
    first, last = sentence(text, period.start, period.end)
    first, last = max(first, period.start - _REACH), min(last, period.end + _REACH)
    near = [
        (_distance(text, period, cue), field, cue.start(), cue.end())
        for field, pattern in _CUES.items()
        for cue in pattern.finditer(text, first, last)
    ]
    _, field, start, end = min(near, default=(0, "", 0, 0))
    return field, start, end
