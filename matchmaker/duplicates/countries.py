"""The countries that firms sit in: the parent abroad is not its company in Vietnam."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from matchmaker.duplicates.lists import rows
from matchmaker.duplicates.phrases import VIETNAM
from matchmaker.duplicates.words import SIGNS
from matchmaker.text.folding import fold
from matchmaker.vocabulary.concepts import cell


@lru_cache(maxsize=20_000)
def country_of(address: str) -> str | None:
    """The country that an address names, by itself or by a city; None where it names none."""
    folded = fold(address)
    found = _pattern().search(folded)
    return _named()[found.group()] if found else None


@lru_cache(maxsize=20_000)
def country_of_form(written: str) -> str | None:
    """The country whose law knows a legal form of the name (GmbH, Sdn Bhd), or None."""
    folded = f" {' '.join(re.findall(r'[a-z]+', fold(written)))} "
    forms = ((form, row["country"]) for row in rows("countries") for form in cell(row, "forms"))
    return next((country for form, country in forms if f" {form} " in folded), None)


@lru_cache(maxsize=1)
def _named() -> Mapping[str, str]:
    return dict(_names())


def _names() -> Iterator[tuple[str, str]]:
    for country in ("Việt Nam", "Vietnam", "ベトナム", "越南", "베트남"):
        yield fold(country), VIETNAM
    for row in rows("countries"):
        for name in (*cell(row, "names"), *cell(row, "cities")):
            yield fold(name), row["country"]


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = sorted(_named(), key=len, reverse=True)
    words = "|".join(re.escape(name) for name in names if not SIGNS.search(name))
    signs = "|".join(re.escape(name) for name in names if SIGNS.search(name))
    return re.compile(rf"\b(?:{words})\b|{signs}")
