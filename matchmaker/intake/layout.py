"""Where the list stands in a sheet: its header, its columns, and which rows below are companies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from matchmaker.errors import Invalid
from matchmaker.intake.cells import Row, Sheet
from matchmaker.intake.headers import FIELDS, Meaning, meaning_of, plain
from matchmaker.intake.reading import Column

HEADER_WITHIN = 40
"""Rows from the top in which a header is looked for: letterheads and titles are shorter."""

NAMES = ("name", "name_en")
UNTOLD = ("row_number", "ignore")
"""Columns that say nothing about a company."""
REPEATABLE = frozenset(
    "products processes materials machines customers certificates export_markets description phone email".split()
) | frozenset(UNTOLD)
"""Fields that several columns may fill."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A mapping that a person gave: fields by the position of a column (from 1) and by its header."""

    by_position: Mapping[int, str]
    by_header: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """`header` is None where a mapping by position makes up for a missing one. `meanings` stand beside `columns`."""

    header: Row | None
    columns: tuple[Column, ...]
    meanings: tuple[Meaning | None, ...]
    width: int


def wanted(mapping: Mapping[str, str] | None) -> Wanted:
    """The mapping, checked. Raises `Invalid` for a field that does not exist."""
    for key, field in (mapping or {}).items():
        if field not in FIELDS:
            raise Invalid(
                f"The mapping gives column “{key}” the field “{field}”, which does not exist. "
                f"Fields: {', '.join(FIELDS)}.",
                pointer=f"/mapping/{key}",
            )
    items = {key.strip(): field for key, field in (mapping or {}).items()}
    positions = {int(key): field for key, field in items.items() if key.isdecimal()}
    headers = {plain(key) or key: key for key in items if not key.isdecimal()}
    return Wanted(positions, {form: items[key] for form, key in headers.items()}, headers)


def strength(sheet: Sheet, want: Wanted) -> int:
    """How many fields the best header row of the sheet names; 0 where no row is a header."""
    return max((_strength(_header_cells(sheet, row), want) for row in sheet.rows[:HEADER_WITHIN]), default=0)


def layout_of(sheet: Sheet, want: Wanted) -> Layout | None:
    """The layout by the header row that names most fields, the topmost of equals; without one, by the mapping."""
    rows = sheet.rows[:HEADER_WITHIN]
    best = max(rows, key=lambda row: _strength(_header_cells(sheet, row), want), default=None)
    if best is not None and _strength(_header_cells(sheet, best), want):
        return _by_header(best._replace(cells=_header_cells(sheet, best)), want)
    if set(NAMES) & set(want.by_position.values()):
        return _by_position(sheet, want)
    return None


def _header_cells(sheet: Sheet, row: Row) -> tuple[str, ...]:
    return tuple(cell or sheet.merged.get((row.number, i), "") for i, cell in enumerate(row.cells))


def _strength(cells: Sequence[str], want: Wanted) -> int:
    """A header names the company and something else, or consists of nothing but known headers."""
    named = [_meaning(cell, want) for cell in cells if cell]
    fields = {meaning.field for meaning in named if meaning} - set(UNTOLD)
    enough = len(fields) > 1 or (len(fields) == 1 and None not in named)
    return len(fields) if enough and fields & set(NAMES) else 0


def _meaning(header: str, want: Wanted) -> Meaning | None:
    field = want.by_header.get(plain(header) or header)
    return Meaning(field, 1.0, header) if field else meaning_of(header)


def _by_header(header: Row, want: Wanted) -> Layout:
    meanings = [_meaning(text, want) for text in header.cells]
    for position, field in want.by_position.items():
        if 1 <= position <= len(meanings):
            meanings[position - 1] = Meaning(field, 1.0, header.cells[position - 1])
    columns = [
        Column(position, text, meaning.field if meaning else None, meaning.confidence if meaning else 0.0)
        for position, (text, meaning) in enumerate(zip(header.cells, meanings, strict=True), start=1)
    ]
    width = max((column.position for column in columns if column.header), default=0)
    return Layout(header, _without_rivals(columns), tuple(meanings), width)


def _without_rivals(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Of several columns for a field that takes one, only the surest keeps it, the first of equals."""
    surest: dict[str, Column] = {}
    for column in columns:
        if column.field and (column.field not in surest or column.confidence > surest[column.field].confidence):
            surest[column.field] = column
    return tuple(
        column
        if column.field in REPEATABLE or column.field is None or surest[column.field] is column
        else replace(column, field=None, confidence=0.0)
        for column in columns
    )


def _by_position(sheet: Sheet, want: Wanted) -> Layout:
    widths = Counter(len(row.cells) for row in sheet.rows if any(row.cells))
    width = max(widths, key=lambda width: (widths[width], width), default=0)
    columns = tuple(
        Column(position, "", field := want.by_position.get(position), 1.0 if field else 0.0)
        for position in range(1, width + 1)
    )
    return Layout(None, columns, (None,) * width, width)


def unmerged(row: Row, sheet: Sheet, layout: Layout) -> Row:
    """`row` with the text of cells merged over several rows, as a reader of the sheet sees it.

    Where the name itself is merged, the row goes on about the company above and stays as it is.
    """
    spread = {i: text for i in range(len(row.cells)) if (text := sheet.merged.get((row.number, i)))}
    if not spread or any(column.field in NAMES and column.position - 1 in spread for column in layout.columns):
        return row
    return row._replace(cells=tuple(cell or spread.get(i, "") for i, cell in enumerate(row.cells)))
