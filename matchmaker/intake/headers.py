"""Which field a column header means."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from rapidfuzz import fuzz, process

from matchmaker.text.folding import fold

RESEMBLES = 86.0
"""Least likeness (rapidfuzz `ratio`, 0–100) at which an unknown header is taken for a known one.

`Tên doanh nhiệp` is 97 like `Tên doanh nghiệp`, `Số dien thoai` 87 like `Điện thoại`; `Registered at` is 77 like
`Registered address`, `Ngày cập nhật` 67 like `Ngày thành lập`. Short headers are too easily alike (`MST`, `STT`).
"""
SUREST_LIKENESS = 0.94
"""No likeness makes a header as sure as a known one."""
LEAST_LETTERS = 6
LONGEST = 80
"""Characters of a header; longer cells are content."""

_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"[(\[（](.*?)[)\]）]")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A header's field, how sure it is (0..1), and the known header it was taken for."""

    field: str
    confidence: float
    known: str


@lru_cache(maxsize=4096)
def meaning_of(header: str) -> Meaning | None:
    """The field that `header` means, or None.

    The whole header counts 1.0; its first line, or all of it without brackets, 0.95, and so does one in two languages
    that mean the same; a header that resembles a known one counts its likeness.
    """
    if not header or len(header) > LONGEST:
        return None
    for index, form in enumerate(_forms(header)):
        if field := _known().get(form):
            return Meaning(field, 0.95 if index else 1.0, form)
    return _in_two_languages(header) or _resembling(header)


def plain(header: str) -> str:
    """`header` for comparison: folded words, nothing else."""
    return " ".join(_WORD.findall(fold(header)))


@lru_cache(maxsize=1)
def _known() -> Mapping[str, str]:
    lines = (resources.files(__package__) / "headers.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {plain(header) or header: row["field"] for row in rows for header in row["headers"].split("|")}


FIELDS = (*dict.fromkeys(_known().values()), "ignore")
"""What a mapping may name: the fields of the supplier form that fit in a cell, and `ignore`."""


def _forms(header: str) -> tuple[str, ...]:
    return plain(header) or header, plain(_BRACKETS.sub(" ", header)), plain(header.partition("\n")[0])


def _in_two_languages(header: str) -> Meaning | None:
    parts = [part for part in map(plain, re.split(r"[\n/–-]", header)) if part]
    fields = {_known().get(part) for part in parts}
    field = fields.pop() if len(fields) == 1 else None
    return Meaning(field, 0.95, parts[0]) if field else None


def _resembling(header: str) -> Meaning | None:
    form = plain(_BRACKETS.sub(" ", header))
    if len(form) < LEAST_LETTERS:
        return None
    best = process.extractOne(form, _known().keys(), scorer=fuzz.ratio, score_cutoff=RESEMBLES)
    return Meaning(_known()[best[0]], min(round(best[1] / 100, 2), SUREST_LIKENESS), best[0]) if best else None
