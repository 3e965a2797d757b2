"""Text with separators → a sheet of rows."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from matchmaker.errors import FileRefused
from matchmaker.intake import limits
from matchmaker.intake.cells import Row, Sheet, clean

DELIMITERS = ",;\t|"
PROBED_ROWS = 100
"""Enough to see the header under its titles and how regular the rows are."""


def sheet_of(text: str, strength: Callable[[Sheet], int]) -> Sheet:
    """The table in `text`, parted by the separator that gives the strongest header, else the most regular rows."""
    best = max(DELIMITERS, key=lambda delimiter: _likelihood(text, delimiter, strength))
    try:
        return Sheet("", tuple(_within_limits(_rows(text, best))), ragged=True)
    except csv.Error as error:
        raise FileRefused(
            f"The file breaks off as a table: {error}. A quotation mark that is not closed has this effect.",
            code="not-a-table",
        ) from error


def _likelihood(text: str, delimiter: str, strength: Callable[[Sheet], int]) -> tuple[int, int]:
    try:
        rows = tuple(islice(_rows(text, delimiter), PROBED_ROWS))
    except csv.Error:
        return -1, 0
    widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    return strength(Sheet("", rows, ragged=True)), max(widths.values(), default=0)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 0
    for number, record in enumerate(reader, start=1):
        yield Row(number, line + 1, tuple(clean(cell) for cell in record))
        line = reader.line_num


def _within_limits(rows: Iterator[Row]) -> Iterator[Row]:
    total = 0
    for row in rows:
        total += len(row.cells)
        if row.number > limits.ROWS:
            raise limits.too_large("too many rows", limits.ROWS)
        if total > limits.CELLS:
            raise limits.too_large("too many cells", limits.CELLS)
        if any(row.cells[limits.COLUMNS :]):
            raise limits.too_large(f"{len(row.cells)} columns in row {row.number}", limits.COLUMNS)
        if any(len(cell) > limits.CELL_CHARACTERS for cell in row.cells):
            raise limits.too_large(f"a very long cell in row {row.number} (in characters)", limits.CELL_CHARACTERS)
        yield row
