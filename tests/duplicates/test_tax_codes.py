"""Tax codes as typed. Check digits computed by hand: weights 31 29 23 19 17 13 7 5 3, digit 10 − (sum mod 11)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.duplicates import TaxCode, parse_tax_code

# 0 1 0 0 1 0 9 1 0: 29 + 17 + 63 + 5 = 114, 114 mod 11 = 4, 10 − 4 = 6.
COMPANY = "0100109106"


@pytest.mark.parametrize(
    "text",
    [
        "0100109106",
        " 0100109106 ",
        "0100.109.106",
        "0100 109 106",
        "0100\u00a0109106",
        "'0100109106",
        "MST: 0100109106",
    ],
)
def test_a_company_code_in_its_notations(text: str) -> None:
    assert parse_tax_code(text) == TaxCode("company", COMPANY)


@pytest.mark.parametrize("text", ["100109106", "100109106.0", "100.109.106"])
def test_a_lost_leading_zero_is_put_back_where_the_check_digit_holds(text: str) -> None:
    assert parse_tax_code(text) == TaxCode("company", COMPANY)


@pytest.mark.parametrize("text", ["0100109107", "100109107", "", "không có", "12345", "01001091061", "0000000000"])
def test_what_is_no_code_is_none(text: str) -> None:
    assert parse_tax_code(text) is None


@pytest.mark.parametrize("text", ["0100109106-001", "0100109106001", "100109106-001", "0100109106 - 001"])
def test_a_branch_code_knows_its_parent(text: str) -> None:
    code = parse_tax_code(text)
    assert code == TaxCode("branch", "0100109106001")
    assert code.parent == COMPANY
    assert str(code) == "0100109106-001"


def test_twelve_digits_are_a_personal_number() -> None:
    assert parse_tax_code("001185012345") == TaxCode("personal", "001185012345")


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    code = parse_tax_code(text)
    assert code is None or (code.kind, len(code.digits)) in {("company", 10), ("branch", 13), ("personal", 12)}
