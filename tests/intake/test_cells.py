"""Cells as clean text."""

from __future__ import annotations

import unicodedata

import pytest

from matchmaker.intake.cells import clean, is_formula_like, states_nothing


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("  Hà\u00a0Nội  ", "Hà Nội"),
        (unicodedata.normalize("NFD", "Hà Nội"), "Hà Nội"),
        ("a\r\n  b \r c", "a\nb\nc"),
        ("\ufeffa\u200bb\u202e", "ab"),
        ("'0199301825", "0199301825"),
        ("'=1+1", "=1+1"),
        ("\t=1+1", "=1+1"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
    ],
)
def test_cells_are_cleaned(written: str, cleaned: str) -> None:
    assert clean(written) == cleaned


@pytest.mark.parametrize("text", ["", "—", "- ", "...", "không", "Không có", "(đang cập nhật)", "N/A", "chua co"])
def test_words_for_an_empty_cell(text: str) -> None:
    assert states_nothing(text)


@pytest.mark.parametrize("text", ["0", "không gỉ", "Nam", "日本", "IATF: chưa có"])
def test_words_that_say_something(text: str) -> None:
    assert not states_nothing(text)


@pytest.mark.parametrize("text", ["=1+1", " =1", "@SUM(A1)", "＝1", "+cmd|' /C calc'!A0", "-SUM(A1:A2)", "-2+3|x"])
def test_what_a_spreadsheet_would_calculate(text: str) -> None:
    assert is_formula_like(text)


@pytest.mark.parametrize(
    "text", ["+84 24 3000 0026", "-0,02 / +0,05 mm", "- dập", "-dập", "a=b", "info@a.example", "±0,05"]
)
def test_what_it_would_not(text: str) -> None:
    assert not is_formula_like(text)
