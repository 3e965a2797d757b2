from __future__ import annotations

import contextlib
import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api import strict_json

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcđ", max_size=3), inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_what_json_says_is_read_as_it_was_said(value: Any) -> None:
    assert strict_json.parse(json.dumps(value).encode()) == value
    assert strict_json.parse(" \n" + json.dumps(value, ensure_ascii=False) + "\t") == value


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_as_a_value_error(raw: bytes) -> None:
    with contextlib.suppress(ValueError):
        strict_json.parse(raw)


def test_an_emoji_is_one_sign_in_either_spelling() -> None:
    assert strict_json.parse('["\\ud83d\\ude00", "😀"]') == ["😀", "😀"]


def test_the_limits_are_where_they_are_said_to_be() -> None:
    assert strict_json.parse("[" * 32 + "]" * 32)
    with pytest.raises(ValueError, match="32 levels"):
        strict_json.parse("[" * 33 + "]" * 33)
    assert len(strict_json.parse(json.dumps([0] * (strict_json.MAX_NODES - 1)))) == strict_json.MAX_NODES - 1
    with pytest.raises(ValueError, match="20,000"):
        strict_json.parse(json.dumps([0] * strict_json.MAX_NODES))
    assert strict_json.parse("9" * 40) == int("9" * 40)
    with pytest.raises(ValueError, match="40 digits"):
        strict_json.parse("9" * 41)


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 1_000_000,
        b'{"a":' * 200_000,
        b"9" * 1_000_000,
        b'"' + b"\\ud800" * 160_000 + b'"',
        b"{" + b",".join(b'"k%d":0' % n for n in range(70_000)) + b',"k69999":0}',
        b"[" + b"0," * 499_999 + b"0]",
        b"1e" + b"9" * 999_990,
        b"0." + b"9" * 999_990 + b"x",
    ],
    ids=["lists", "objects", "digits", "surrogates", "names", "values", "exponent", "fraction"],
)
def test_a_hostile_megabyte_is_refused_at_once(raw: bytes) -> None:
    started = time.perf_counter()
    with pytest.raises(ValueError, match=r"."):
        strict_json.parse(raw)
    assert time.perf_counter() - started < 1
