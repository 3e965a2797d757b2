"""Dates with the day first, as periods."""

from __future__ import annotations

import time
from datetime import date

import pytest

from matchmaker.text.dates import first_period, periods


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("25/4/1980", date(1980, 4, 25), date(1980, 4, 25)),
        ("05/11/2002", date(2002, 11, 5), date(2002, 11, 5)),
        ("31-12-2027", date(2027, 12, 31), date(2027, 12, 31)),
        ("12.05.27", date(2027, 5, 12), date(2027, 5, 12)),
        ("2028-05-31", date(2028, 5, 31), date(2028, 5, 31)),
        ("2026-05-05 09:07", date(2026, 5, 5), date(2026, 5, 5)),
        ("14 Sep 2018", date(2018, 9, 14), date(2018, 9, 14)),
        ("September 14, 2018", date(2018, 9, 14), date(2018, 9, 14)),
        ("ngày 15 tháng 6 năm 2026", date(2026, 6, 15), date(2026, 6, 15)),
        ("2028年5月31日", date(2028, 5, 31), date(2028, 5, 31)),
        ("2026년 9월", date(2026, 9, 1), date(2026, 9, 30)),
        ("03/2008", date(2008, 3, 1), date(2008, 3, 31)),
        ("HL 02/2028", date(2028, 2, 1), date(2028, 2, 29)),
        ("exp. 2028-05", date(2028, 5, 1), date(2028, 5, 31)),
        ("tháng 5/2028", date(2028, 5, 1), date(2028, 5, 31)),
        ("T5/2028", date(2028, 5, 1), date(2028, 5, 31)),
        ("May 2028", date(2028, 5, 1), date(2028, 5, 31)),
        ("11/28", date(2028, 11, 1), date(2028, 11, 30)),
        ("03/98", date(1998, 3, 1), date(1998, 3, 31)),
        ("1998", date(1998, 1, 1), date(1998, 12, 31)),
    ],
)
def test_a_date_is_a_period(text: str, first: date, last: date) -> None:
    period = first_period(text)
    assert period is not None
    assert (period.first, period.last) == (first, last)


def test_a_year_is_known_to_be_no_more() -> None:
    assert [one.is_year for one in periods("1998; 03/2008; 25/4/1980")] == [True, False, False]


def test_dates_come_in_the_order_of_the_text() -> None:
    assert [one.first.year for one in periods("1998 (CPH 2005), 25/4/1980")] == [1998, 2005, 1980]


@pytest.mark.parametrize("text", ["31/4/2020", "13/2020", "30/02/2024", "05/11", "0199301825", "30 -> 10 min", ""])
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    """Neither is a month and day turned around, nor a part of the wrong date taken for a right one."""
    assert periods(text) == []


@pytest.mark.parametrize("text", ["1/" * 20_000, "2028 " * 8000, "05/2028 " * 5000, "ngày 1 " * 6000])
def test_hostile_text_costs_little(text: str) -> None:
    before = time.perf_counter()
    periods(text)
    assert time.perf_counter() - before < 1
