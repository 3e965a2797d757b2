"""Vietnamese words of two syllables."""

from __future__ import annotations

from matchmaker.text.tokens import tokens
from matchmaker.vocabulary.word_units import found_units, units_of


def _units(*texts: str, at_least: int = 2, npmi: float = 0.5) -> set[str]:
    found = found_units([tokens(text) for text in texts], at_least, npmi)
    return {" ".join(word.folded for word in tokens(" ".join(pair))) for pair in found}


def test_syllables_that_never_part_are_one_word() -> None:
    assert _units("cao su đen", "cao su đỏ", "thép đen", "thép đỏ") == {"cao su"}


def test_syllables_that_also_stand_elsewhere_are_less_close() -> None:
    """By hand: `a b` is seen 2 times in 6 words, `a` and `b` 3 times each: ln(2·6 ÷ 9) ÷ ln(6 ÷ 2) = 0.26."""
    texts = ("a b", "a b", "a", "b")
    assert _units(*texts, npmi=0.26) == {"a b"}
    assert _units(*texts, npmi=0.27) == set()


def test_no_word_reaches_across_a_comma_or_takes_in_a_number() -> None:
    assert _units("cao, su", "cao, su", "loại 5", "loại 5") == set()


def test_a_line_is_read_from_the_left_in_the_longest_words() -> None:
    words = tokens("bánh răng răng bánh, răng")
    units = units_of(words, {(words[0].marked, words[1].marked)})
    assert [[word.folded for word in unit] for unit in units] == [["banh", "rang"], ["rang"], ["banh"], ["rang"]]
