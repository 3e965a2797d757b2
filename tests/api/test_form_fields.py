from __future__ import annotations

import re
import time
import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError, fields

from api.fields import CalendarDate, Id, Listed, Money, Number, QueryWhole, QueryYesNo, Text, Whole, Word, YesNo

Field = fields.Field[Any]


def loads(field: Field, value: Any) -> Any:
    return field.deserialize(value)


def refused(field: Field, value: Any) -> bool:
    try:
        field.deserialize(value)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  ABC\t Co.\u00a0Ltd \n", "ABC Co. Ltd"),
        (unicodedata.normalize("NFD", "Cơ khí Đại Việt"), "Cơ khí Đại Việt"),
        ("東海\u3000精密", "東海 精密"),
        ("\ufeffA\u200bB\u00adC\u2060", "ABC"),
        ("=1+1", "=1+1"),
        ("👩‍🔧 한국", "👩‍🔧 한국"),
    ],
)
def test_one_line_of_text_is_kept_in_one_spelling(written: str, kept: str) -> None:
    assert loads(Text(100), written) == kept


def test_text_of_several_lines_keeps_them() -> None:
    assert loads(Text(100, lines=True), " a\r\nb\rc\n\n  d\te \n") == "a\nb\nc\n\n  d\te"


@pytest.mark.parametrize(
    "text",
    ["a\0b", "a\x1bb", "a\x7f", "a\x85b", "\ud800", "a\u202eb", "\u2066x\u2069", "e" + "\u0301" * 5, "\u20dd" * 5],
)
def test_signs_that_cannot_be_shown_are_refused(text: str) -> None:
    assert refused(Text(100), text)
    assert refused(Text(100, lines=True), text)


def test_four_marks_on_a_base_are_taken() -> None:
    assert not refused(Text(100), "e" + "\u0302\u0301\u0323\u0330")


def test_length_is_counted_after_normalising_and_trimming() -> None:
    assert loads(Text(3), "  " + unicodedata.normalize("NFD", "Việ") + "  ") == "Việ"
    assert refused(Text(3), "Việt")
    assert refused(Text(3, least=1), " \u200b ")


@given(st.text())
def test_what_text_keeps_it_keeps_again_unchanged(text: str) -> None:
    for field in (Text(1000), Text(1000, lines=True)):
        if not refused(field, text):
            kept = loads(field, text)
            assert loads(field, kept) == kept == unicodedata.normalize("NFC", kept)


@given(st.text(max_size=50))
def test_the_documented_pattern_refuses_nothing_that_text_takes(text: str) -> None:
    for field in (Text(100), Text(100, least=1)):
        if not refused(field, text) and "\ufeff" not in text:
            assert re.search(field.metadata["pattern"], text.replace("\r", "\n").strip("\n"), re.DOTALL) is not None


@pytest.mark.parametrize(
    "flood",
    [
        "a" + "\u0301" * 40_000,
        "\u0316\u0301" * 20_000,
        "\u202e" * 40_000,
        "@" * 40_000,
        "e\u0301" * 40_000,
        "0" * 40_000,
    ],
)
def test_hostile_text_is_judged_quickly(flood: str) -> None:
    contact = Text(254)
    for field in (contact, Id(), Money(), CalendarDate(), Text(20_000, lines=True)):
        started = time.perf_counter()
        refused(field, flood)
        assert time.perf_counter() - started < 0.2


@pytest.mark.parametrize(
    "field",
    [Text(9), Number(most=9), Whole(most=9), YesNo(), CalendarDate(), Money(), Id(), Listed(Text(9), 3), Word(("a",))],
)
@pytest.mark.parametrize("value", [{}, [[]], object(), b"5", None])
def test_no_field_takes_another_kind(field: Field, value: Any) -> None:
    assert refused(field, value)


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        (0.01, True),
        (100, True),
        (1, True),
        (0, False),
        (-1, False),
        (100.1, False),
        ("1", False),
        (True, False),
        (float("nan"), False),
        (float("inf"), False),
        (10**400, False),
    ],
)
def test_a_number_lies_within_its_bounds(value: Any, taken: bool) -> None:
    assert refused(Number(above=0, most=100), value) is not taken


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        (0, True),
        (9, True),
        (5.0, True),
        (10, False),
        (-1, False),
        (5.5, False),
        ("5", False),
        (True, False),
        (2**63, False),
        (-(2**63) - 1, False),
        (float("nan"), False),
        (float("inf"), False),
        (1e300, False),
    ],
)
def test_a_whole_number_lies_within_its_bounds(value: Any, taken: bool) -> None:
    assert refused(Whole(most=9), value) is not taken
    if taken:
        assert type(loads(Whole(most=9), value)) is int


def test_in_a_query_numbers_and_truths_are_text() -> None:
    assert loads(QueryWhole(most=200), "50") == 50
    assert loads(QueryYesNo(), "true") is True
    assert loads(QueryYesNo(), "false") is False
    assert refused(QueryYesNo(), "yes")


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        ("1.20", True),
        ("0.0035", True),
        ("99999999999.9999", True),
        ("0", False),
        ("0.00", False),
        ("-1", False),
        ("1e3", False),
        ("1,2", False),
        ("1.", False),
        (".5", False),
        ("１", False),
        ("0.00001", False),
        ("100000000000", False),
        ("NaN", False),
        (1.2, False),
    ],
)
def test_money_is_a_decimal_above_nothing(value: Any, taken: bool) -> None:
    assert refused(Money(), value) is not taken


@pytest.mark.parametrize(
    "value", ["2026-02-29", "2026-13-01", "0000-01-01", "20260901", "2026-W01-1", "2026-9-1", "1.9.2026", "2026-09", ""]
)
def test_what_is_no_day_of_the_calendar_is_refused(value: str) -> None:
    assert refused(CalendarDate(), value)


def test_a_month_means_its_last_day_where_it_may() -> None:
    assert loads(CalendarDate(or_month=True), "2028-02") == "2028-02-29"
    assert loads(CalendarDate(or_month=True), "2027-02-09") == "2027-02-09"
    assert refused(CalendarDate(or_month=True), "2027-13")


@given(st.dates())
def test_every_day_is_kept_as_iso_text(day: date) -> None:
    assert loads(CalendarDate(), day.isoformat()) == day.isoformat()


def test_an_id_fits_a_path() -> None:
    for good in ("S001", "a", "0.x_y:z-1", "a" * 64):
        assert loads(Id(), good) == good
    for bad in ("", "-a", "a/b", "a b", "é", "a" * 65):
        assert refused(Id(), bad)


def test_a_list_has_its_size_and_names_the_wrong_item() -> None:
    sizes = Listed(Number(above=0, most=10), 3, least=1)
    assert loads(sizes, [1, 2.5, 3]) == [1.0, 2.5, 3.0]
    assert refused(sizes, [])
    assert refused(sizes, [1, 2, 3, 4])
    with pytest.raises(ValidationError) as error:
        sizes.deserialize([1, None, -1])
    assert error.value.messages == {1: ["must not be null"], 2: ["must be more than 0 and at most 10"]}
