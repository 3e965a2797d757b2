"""Words as they are compared."""

from __future__ import annotations

import pytest

from matchmaker.text.folding import fold, is_marked
from matchmaker.text.tokens import mark_key, same_spelling, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đúc ÁP LỰC", "duc ap luc"), ("５μm", "5μm"), ("ガ", "ガ"), ("와이어", "와이어"), ("Nguyễn", "nguyen")],
)
def test_fold(text: str, folded: str) -> None:
    """Latin marks go; Japanese and Korean ones change the word and stay."""
    assert fold(text) == folded


def test_marks() -> None:
    assert is_marked("đúc")
    assert not is_marked("DUC")


def test_designations_do_not_depend_on_spaces_or_hyphens() -> None:
    assert [t.folded for t in tokens("SUS304")] == [t.folded for t in tokens("SUS-304")] == ["sus", "304"]


def test_signs_stand_alone() -> None:
    assert [t.folded for t in tokens("圧縮ばね M6")] == ["圧", "縮", "ば", "ね", "m", "6"]


def test_numbers_keep_their_decimals() -> None:
    assert [t.folded for t in tokens("0,05 mm")] == ["0,05", "mm"]


def test_old_and_new_spelling_are_one_word() -> None:
    assert mark_key("hoá") == mark_key("hóa")
    assert mark_key("hóa") != mark_key("hòa")


@pytest.mark.parametrize(
    ("word", "same"),
    [("screws", "screw"), ("bodies", "body"), ("brass", "brass"), ("molding", "moulding"), ("anodizing", "anodising")],
)
def test_variants_of_an_english_word(word: str, same: str) -> None:
    assert same_spelling(word) == same


def test_a_comma_is_a_break() -> None:
    assert [token.after_break for token in tokens("a, b c")] == [False, True, False]
