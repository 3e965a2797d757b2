"""Problems from one table of codes, in English and Vietnamese."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from matchmaker.intake.reading import Problem

SHOWN = 200
"""Characters of a cell that a sentence quotes; `found` holds the whole."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which file."""

    filename: str
    sheet: str = ""
    row: int | None = None
    column: str | None = None


def problem(code: str, place: Place, found: str = "", **details: object) -> Problem:
    """The problem of a code, its sentences filled with `found` and `details`.

    `read_vi` stands for `read` in the Vietnamese sentences and may be left out where the two are the same.
    """
    texts = problem_texts()[code]
    values = {"found": found if len(found) <= SHOWN else f"{found[:SHOWN]}…", "read_vi": details.get("read"), **details}
    said = {key: _filled(texts[key], values) for key in ("message", "advice", "message_vi", "advice_vi")}
    return Problem(
        severity=texts["severity"],
        code=code,
        filename=place.filename,
        sheet=place.sheet,
        row=place.row,
        column=place.column,
        found=found,
        **said,
    )


def _filled(sentence: str, values: Mapping[str, object]) -> str:
    """Sentences without places are shared: a long list may have one problem a row."""
    return sentence.format_map(values) if "{" in sentence else sentence


@lru_cache(maxsize=1)
def problem_texts() -> Mapping[str, Mapping[str, str]]:
    """The table, by code: severity, message and advice in both languages."""
    lines = (resources.files(__package__) / "problems.tsv").read_text(encoding="utf-8").splitlines()
    return {row["code"]: row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}
