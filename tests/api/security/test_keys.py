from __future__ import annotations

import hashlib
import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.security.keys import ALPHABET, matches, new_key, parse_key


def test_a_new_key_has_its_form_and_is_stored_as_a_hash() -> None:
    shown_once, public_id, sha256 = new_key("staff")
    assert re.fullmatch(r"mm_staff_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}", shown_once)
    assert shown_once.split("_")[2] == public_id
    assert sha256 == hashlib.sha256(shown_once.encode()).digest()


def test_the_last_six_are_the_crc32_of_the_rest_in_base_62() -> None:
    shown_once, _, _ = new_key()
    number = 0
    for digit in shown_once[-6:]:
        number = number * 62 + ALPHABET.index(digit)
    assert number == zlib.crc32(shown_once[:-6].encode())


def test_a_key_is_parsed_and_matches_only_itself() -> None:
    shown_once, public_id, sha256 = new_key()
    parts = parse_key(shown_once)
    assert parts is not None
    assert (parts.kind, parts.public_id) == ("key", public_id)
    assert matches(parts, sha256)
    assert not matches(parts, new_key()[2])
    assert not matches(parts, b"")


def test_a_key_with_one_wrong_letter_is_refused_without_a_query() -> None:
    shown_once, _, _ = new_key()
    for index, letter in enumerate(shown_once):
        other = "a" if letter != "a" else "b"
        assert parse_key(shown_once[:index] + other + shown_once[index + 1 :]) is None


@pytest.mark.parametrize("text", ["", "mm_", " {key}", "{key} ", "{key}\n", "{key}{key}", "Bearer {key}", "MM{rest}"])
def test_what_only_resembles_a_key_is_none(text: str) -> None:
    key, _, _ = new_key()
    assert parse_key(text.format(key=key, rest=key[2:])) is None


@given(st.text(max_size=80))
def test_any_text_can_be_asked_about(text: str) -> None:
    assert parse_key(text) is None


def test_the_secret_stays_out_of_representations() -> None:
    shown_once, _, sha256 = new_key()
    shown = repr(parse_key(shown_once))
    assert shown_once not in shown
    assert repr(sha256) not in shown


def test_keys_differ() -> None:
    made = [new_key() for _ in range(200)]
    assert len({key for key, _, _ in made}) == len({public_id for _, public_id, _ in made}) == 200


@pytest.mark.parametrize("kind", ["", "a", "Staff", "a_b", "a" * 13])
def test_a_kind_is_a_short_word(kind: str) -> None:
    with pytest.raises(ValueError, match="kind"):
        new_key(kind)
