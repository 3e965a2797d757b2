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
    return Sheet("", tuple(_rows(text, best)), ragged=True)


def _likelihood(text: str, delimiter: str, strength: Callable[[Sheet], int]) -> tuple[int, int]:
    rows = tuple(islice(_rows(text, delimiter), PROBED_ROWS))
    widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    return strength(Sheet("", rows, ragged=True)), max(widths.values(), default=0)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = cells = 0
    try:
        for number, record in enumerate(reader, start=1):
            cells += len(record)
            _check_size(number, record, cells)
            yield Row(number, line + 1, tuple(clean(cell) for cell in record))
            line = reader.line_num
    except csv.Error as error:
        raise FileRefused(
            f"The file breaks off as a table near line {reader.line_num}: {error}. "
            "A quotation mark that is not closed has this effect.",
            code="not-a-table",
        ) from error


def _check_size(number: int, record: list[str], cells: int) -> None:
    if number > limits.ROWS:
        raise limits.too_large("too many rows", limits.ROWS)
    if cells > limits.CELLS:
        raise limits.too_large("too many cells", limits.CELLS)
    if len(record) > limits.COLUMNS and any(record[limits.COLUMNS :]):
        raise limits.too_large(f"{len(record)} columns in row {number}", limits.COLUMNS)
    if any(len(cell) > limits.CELL_CHARACTERS for cell in record):
        raise limits.too_large(
            f"a cell of more than {limits.CELL_CHARACTERS:,} characters in row {number}", limits.CELL_CHARACTERS
        )
