"""What comes out of a file: columns, suppliers, problems."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list. `position` counts from 1; `field` is None where nobody knows what the column holds.

    `confidence` is 1.0 for a header in the dictionary or a mapping, less for one that only resembles such a header.
    """

    position: int
    header: str
    field: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value came from: the column's header, the cell as it was written, and what it was read as."""

    column: str
    raw: str
    read: str


@dataclass(frozen=True, slots=True)
class ReadSupplier:
    """A row that became a supplier. `form` is the public JSON object; `origins` goes by field path.

    A path is a field (`tolerance_mm`, `products`) or a field with a place in its list (`certificates/0`). `row` is the
    row as a spreadsheet program numbers it, in a CSV file too: titles, header and blank lines count.
    """

    row: int
    sheet: str
    form: dict[str, Any]
    origins: dict[str, Origin]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should know. `code` is stable and never translated.

    `severity` is `error` (the row was left out), `warning` (read, but look at it) or `note` (for information).
    `found` is the text that it is about.
    """

    severity: str
    code: str
    filename: str
    sheet: str
    row: int | None
    column: str | None
    found: str
    message: str
    advice: str
    message_vi: str
    advice_vi: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that was read: suppliers and problems in file order."""

    filename: str
    sha256: str
    columns: tuple[Column, ...]
    suppliers: tuple[ReadSupplier, ...]
    problems: tuple[Problem, ...]
