"""An .xlsx workbook → sheets of rows."""

from __future__ import annotations

import datetime
import io

import python_calamine

from matchmaker.intake.cells import Row, Sheet, clean
from matchmaker.intake.workbook_guard import check_workbook, damaged


def sheets_of(content: bytes) -> list[Sheet]:
    """The worksheets of a workbook in its order, hidden ones too. Numbers and dates become text that reads the same."""
    check_workbook(content)
    try:
        workbook = python_calamine.load_workbook(io.BytesIO(content))
        worksheets = [
            workbook.get_sheet_by_name(about.name)
            for about in workbook.sheets_metadata
            if about.typ == python_calamine.SheetTypeEnum.WorkSheet
        ]
        return [_sheet(worksheet) for worksheet in worksheets]
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # a panic inside the reader is no Exception
        raise damaged() from error


def _sheet(worksheet: python_calamine.CalamineSheet) -> Sheet:
    values = worksheet.to_python(skip_empty_area=False)
    rows = tuple(Row(i, i, tuple(_text(value) for value in row)) for i, row in enumerate(values, start=1))
    merged = {
        (below + 1, left): rows[top].cells[left]
        for (top, left), (bottom, _) in worksheet.merged_cell_ranges or ()
        if top < len(rows) and left < len(rows[top].cells)
        for below in range(top + 1, min(bottom + 1, len(rows)))
    }
    return Sheet(worksheet.name, rows, ragged=False, merged=merged)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _numeral(value)
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    return clean(str(value))


def _numeral(value: float) -> str:
    """`value` with a point for decimals, and not exactly three of them after 1 or more: `1.234` reads as thousands."""
    if value.is_integer():
        return f"{value:.0f}"
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return f"{text}0" if abs(value) >= 1 and len(text.rpartition(".")[2]) == 3 else text
