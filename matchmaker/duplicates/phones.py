"""Telephone numbers reduced to the digits that stay when notation and area codes change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from matchmaker.duplicates.lists import rows

_NUMBER = re.compile(r"\+?\(?\d[\d\s.()\-–]{6,}\d")
_EXTENSION = re.compile(r"(?:ext|máy lẻ|nhánh|số nội bộ)\.?\s*:?\s*\d+", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def phones_in(text: str) -> frozenset[str]:
    """The numbers in `text` without country code and leading zero, area codes as they are since 2017 and 2018.

    A number that may be a mobile of today or a landline of before 2017 (038 3…: Nghệ An once) is given in both forms.
    """
    return frozenset(_numbers(_EXTENSION.sub(" ", text)))


def _numbers(text: str) -> Iterator[str]:
    for part in re.split(r"[/;,|\n]|\s-\s", text):
        for found in _NUMBER.findall(part):
            number = _national(re.sub(r"\D", "", found))
            if 8 <= len(number) <= 11:
                yield from _present(number)


def _national(digits: str) -> str:
    digits = digits.removeprefix("00")
    if digits.startswith("84") and len(digits) > 9:
        digits = digits[2:]
    return digits.lstrip("0")


def _present(number: str) -> Iterator[str]:
    renewed = [_codes()[number[:length]] + number[length:] for length in (3, 2, 1) if _is_old(number, length)]
    if not renewed or (len(number) == 9 and number[0] in "3578"):
        yield number
    yield from renewed[:1]


def _is_old(number: str, length: int) -> bool:
    """Whether the first `length` digits are an old code: told by the number of digits behind it."""
    if number[:length] not in _codes():
        return False
    if number[0] == "1":
        return len(number) == 10
    local = len(number) - length
    return local in (6, 7) if length > 1 else local == 8


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    return {row["old"]: row["new"] for row in rows("phone_codes")}
