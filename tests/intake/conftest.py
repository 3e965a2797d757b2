"""Small lists, written as a person would send them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

import matchmaker
from matchmaker.intake import Reading, ReadSupplier, read_suppliers

NAME = "Tên doanh nghiệp"


@pytest.fixture(scope="session")
def sample() -> Path:
    return Path(matchmaker.__file__).parent / "sample"


@pytest.fixture(scope="session")
def csv_bytes() -> Callable[..., bytes]:
    def write(*rows: Sequence[str], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=delimiter).writerows(rows)
        return text.getvalue().encode(encoding)

    return write


@pytest.fixture(scope="session")
def xlsx_bytes() -> Callable[..., bytes]:
    def write(sheets: Mapping[str, Sequence[Sequence[Any]]], merged: Mapping[str, str] | None = None) -> bytes:
        """`merged` gives ranges of the first sheet their text."""
        content = io.BytesIO()
        with xlsxwriter.Workbook(content) as book:
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
            for place, text in (merged or {}).items():
                book.worksheets()[0].merge_range(place, text)
        return content.getvalue()

    return write


@pytest.fixture(scope="session")
def read_table(csv_bytes: Callable[..., bytes]) -> Callable[..., Reading]:
    def read(*rows: Sequence[str], **options: Any) -> Reading:
        return read_suppliers(csv_bytes(*rows), "list.csv", **options)

    return read


@pytest.fixture(scope="session")
def read_row(read_table: Callable[..., Reading]) -> Callable[..., tuple[ReadSupplier, list[str]]]:
    """Reads one company with the given cells; answers it and the codes of its problems."""

    def read(cells: Mapping[str, str]) -> tuple[ReadSupplier, list[str]]:
        cells = {NAME: "Công ty TNHH Ví Dụ", **cells}
        reading = read_table(list(cells), list(cells.values()))
        (supplier,) = reading.suppliers
        return supplier, [problem.code for problem in reading.problems if problem.row == supplier.row]

    return read
