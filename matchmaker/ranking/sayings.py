"""The sentences of gates, features and questions, in the reader's language.

A saying is a code with its values; the sentence is made when somebody reads it, so one stored run serves every reader.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

from matchmaker.vocabulary import vocabulary

READER_LANGUAGES = ("en", "vi")


class Named(str):
    """The key of a concept that a sentence names in the reader's language."""

    __slots__ = ()


class Saying(NamedTuple):
    """`values` fill the places of the sentence; numbers are written as a person would."""

    code: str
    values: dict[str, Any]

    def text(self, language: str = "en") -> str:
        """The sentence in `language` (`en` or `vi`)."""
        shown = {name: _shown(value, language) for name, value in self.values.items()}
        return _sentences()[self.code][language].format_map(shown)


def say(code: str, **values: Any) -> Saying:
    """The saying of a code. Values are text, numbers, names of concepts, or lists of these."""
    return Saying(code, values)


@lru_cache(maxsize=1)
def _sentences() -> dict[str, dict[str, str]]:
    data = resources.files(__package__) / "sentences.tsv"
    with data.open(encoding="utf-8") as lines:
        return {
            row["code"]: row
            for row in csv.DictReader(
                (line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
            )
        }


def _shown(value: Any, language: str) -> str:
    if isinstance(value, Named):
        return vocabulary()[value].label(language)
    if isinstance(value, float | int) and not isinstance(value, bool):
        return _number(float(value), language)
    if isinstance(value, list | tuple):
        return ", ".join(_shown(item, language) for item in value)
    return str(value)


def _number(value: float, language: str) -> str:
    text = f"{value:,.4f}".rstrip("0").rstrip(".") if abs(value) < 100 else f"{value:,.0f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "vi" else text
