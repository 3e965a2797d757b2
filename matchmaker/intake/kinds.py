"""What a row below the header is: a company, part of the layout, or damaged."""

from __future__ import annotations

import re

from matchmaker.intake.cells import Row, is_formula_like
from matchmaker.intake.headers import plain
from matchmaker.intake.layout import NAMES, UNTOLD, Layout
from matchmaker.text.folding import fold

FEW = 3
"""Titles, totals and signatures fill no more cells than this."""

LONGEST = 200
"""Characters of a title or signature that are looked at."""

_TOTAL = re.compile(r"(?:tong(?: cong| so)?|cong|total|grand total|subtotal|sum)\s*(?:$|[:=(\d])|tong so [^:]*:\s*\d")
_SIGNATURE = re.compile(
    r".*\bngay\b.*\bthang\b.*\bnam\b|(?:nguoi lap|lap bieu|ky ten|\(ky|thu truong|tm\.|nguon\s*:|ghi chu\s*:|luu y\s*:"
    r"|prepared by|approved by|signature|source\s*:|notes?\s*:)"
)
_SECTION = re.compile(r"(?:[ivx]+|[a-z]|\d{1,2})\s*[.):/]\s*\S|(?:phan|nhom|muc|khoi|section|group|part) [\divxa-z]+\b")
_COUNTER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?")


def kind_of(row: Row, layout: Layout, ragged: bool) -> str:
    """`company`, `blank`, or the code of the problem for which the row is passed over or left out."""
    filled = [cell for cell in row.cells if cell]
    if not filled:
        return "blank"
    if _repeats_header(row, layout):
        return "repeated-header"
    if _is_layout(row, layout, filled):
        return "layout-row"
    if ragged and len(row.cells) < layout.width:
        return "short-row"
    if ragged and any(row.cells[len(layout.columns) :]):
        return "long-row"
    return "company" if name_of(row, layout) else "name-missing"


def name_of(row: Row, layout: Layout) -> str:
    """The first name in the row."""
    return next((text for field in NAMES for text in _cells_of(row, layout, field) if text), "")


def _cells_of(row: Row, layout: Layout, field: str) -> list[str]:
    return [text for column, text in zip(layout.columns, row.cells, strict=False) if column.field == field]


def _repeats_header(row: Row, layout: Layout) -> bool:
    header = layout.header.cells if layout.header else ()
    pairs = [(cell, known) for cell, known in zip(row.cells, header, strict=False) if cell]
    return bool(pairs) and all(plain(cell) == plain(known) for cell, known in pairs)


def _is_layout(row: Row, layout: Layout, filled: list[str]) -> bool:
    if len(filled) > FEW:
        return all(_COUNTER.fullmatch(cell) for cell in filled)
    name = name_of(row, layout)
    first = fold((name or filled[0])[:LONGEST])
    if _TOTAL.match(first) or _SIGNATURE.match(first):
        return True
    if not name:
        return len(_told(row, layout)) <= 1
    return len(filled) == 1 and bool(_SECTION.match(first)) and not is_formula_like(name)


def _told(row: Row, layout: Layout) -> list[str]:
    return [
        text for column, text in zip(layout.columns, row.cells, strict=False) if text and column.field not in UNTOLD
    ]
