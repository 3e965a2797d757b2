"""Numbers with units: every expected value was worked out by hand from the text."""

from __future__ import annotations

import time

import pytest

from matchmaker.text.quantities import Amount, amounts, basis, number, per_month


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("60.000", 60_000),
        ("280,000", 280_000),
        ("2.500.000", 2_500_000),
        ("1,000,000", 1_000_000),
        ("10 000", 10_000),
        ("10\u00a0000", 10_000),
        ("0,005", 0.005),
        ("0.125", 0.125),
        ("1,2", 1.2),
        ("12,500.50", 12_500.5),
        ("12.500,50", 12_500.5),
        ("85", 85),
        ("1.2.3,4,5", None),
        ("", None),
        ("abc", None),
        ("十五", 15),
        ("三百", 300),
        ("1" * 40, None),
    ],
)
def test_numbers_in_both_notations(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "value", "unit", "period"),
    [
        ("1,2 triệu sp/tháng", 1_200_000, "pcs", "month"),
        ("25 triệu con/tháng", 25_000_000, "pcs", "month"),
        ("20.000.000 con/thang", 20_000_000, "pcs", "month"),
        ("800k bo/tháng", 800_000, "pcs", "month"),
        ("350k bo/thang", 350_000, "sets", "month"),
        ("3,6 triệu sp/năm", 3_600_000, "pcs", "year"),
        ("350T/th", 350, "t", "month"),
        ("120 tấn/tháng", 120, "t", "month"),
        ("900 nghìn sp", 900_000, "pcs", ""),
        ("1.2M pcs", 1_200_000, "pcs", ""),
        ("300K boards", 300_000, "pcs", ""),
        ("5 mil pcs", 5_000_000, "pcs", ""),
        ("2 million trays", 2_000_000, "pcs", ""),
        ("1,500 tons", 1500, "t", ""),
        ("180,000 pcs/mth", 180_000, "pcs", "month"),
        ("20 sets of mould", 20, "mould sets", ""),
        ("20 bộ khuôn/tháng", 20, "mould sets", "month"),
        ("150.000 bộ /tháng", 150_000, "sets", "month"),
        ("50k/month", 50_000, "", "month"),
        ("10 000 kg per year", 10_000, "kg", "year"),
        ("500 m/ngày", 500, "m", "day"),
        ("100 m2/tháng", 100, "m2", "month"),
        ("2.500.000", 2_500_000, "", ""),
        ("5万個/月", 50_000, "pcs", "month"),
        ("1万5千個/月", 15_000, "pcs", "month"),
        ("1万2000個/年", 12_000, "pcs", "year"),
        ("五万件/月", 50_000, "pcs", "month"),
        ("600万个/年", 6_000_000, "pcs", "year"),
        ("1.2亿只", 120_000_000, "pcs", ""),
        ("120만 세트", 1_200_000, "sets", ""),
        ("1만 5천개/월", 15_000, "pcs", "month"),
        ("3千本", 3_000, "pcs", ""),
        ("40トン/月", 40, "t", "month"),
        ("50kpcs/month", 50_000, "pcs", "month"),
        ("600k p.a.", 600_000, "", "year"),
        ("3개월", 3, "", ""),
    ],
)
def test_amounts_with_unit_and_period(text: str, value: float, unit: str, period: str) -> None:
    (amount,) = amounts(text)
    assert (amount.value, amount.unit, amount.period) == (value, unit, period)


def test_two_amounts_each_know_what_they_are_of() -> None:
    casting, forging = amounts("10.000 tấn đúc/năm; 2.500 tấn rèn/năm")
    assert (casting.value, casting.of, casting.period) == (10_000, "đúc", "year")
    assert (forging.value, forging.of, forging.period) == (2_500, "rèn", "year")


def test_a_range_has_both_ends_in_one_amount() -> None:
    (amount,) = amounts("1-1,2 triệu sp/tháng")
    assert (amount.value, amount.high) == (1_000_000, 1_200_000)
    assert [(one.value, one.high) for one in amounts("200-300")] == [(200, 300)]


def test_the_place_of_an_amount_is_where_it_stands() -> None:
    text = "chế tạo khuôn (15 bộ/tháng)"
    (amount,) = amounts(text)
    assert text[amount.start : amount.end] == "15 bộ/tháng"


@pytest.mark.parametrize(
    ("amount_period", "default", "monthly"),
    [("year", "", 300), ("", "month", 3600), ("quarter", "month", 1200), ("", "", None), ("day", "month", None)],
)
def test_a_month_is_counted_only_from_a_known_period(amount_period: str, default: str, monthly: float | None) -> None:
    assert per_month(Amount(3600, "pcs", amount_period, 0, 4), default) == monthly


@pytest.mark.parametrize(
    ("header", "unit", "period"),
    [
        ("Sản lượng/tháng", "", "month"),
        ("Monthly Capacity", "", "month"),
        ("Sản lượng (tấn/năm)", "t", "year"),
        ("Công suất (sp/tháng)", "pcs", "month"),
        ("Capacity per year", "", "year"),
        ("Sản lượng", "", ""),
    ],
)
def test_a_header_may_name_unit_and_period(header: str, unit: str, period: str) -> None:
    assert basis(header) == (unit, period)


@pytest.mark.parametrize(
    "text", ["1" * 40_000, "1." * 20_000, "1 " * 20_000, "1-" * 20_000, "1 tấn " + "đúc " * 10_000]
)
def test_hostile_text_costs_little(text: str) -> None:
    before = time.perf_counter()
    amounts(text)
    assert time.perf_counter() - before < 1
