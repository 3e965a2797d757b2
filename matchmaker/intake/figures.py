"""Years, headcounts, tolerances, order quantities, lead times."""

from __future__ import annotations

import re

from matchmaker.intake.draft import Cell, Draft, says, shown, whole
from matchmaker.text.dates import first_period
from matchmaker.text.folding import fold
from matchmaker.text.quantities import amounts
from matchmaker.text.tolerances import accuracy_mm

MOST_EMPLOYEES = 1_000_000
EARLIEST_YEAR = 1850
DAYS_PER = {"day": 1, "week": 7, "month": 30}
_DAY_WORDS = {"day": r"ngay|days?|d\b", "week": r"tuan|weeks?|wks?", "month": r"thang|months?"}


def read_founded_year(draft: Draft, cell: Cell) -> None:
    """The first year that the cell names: `1998 (CPH 2005)` was founded in 1998 and changed its form later."""
    period = first_period(cell.text)
    if period is None or period.first.year < EARLIEST_YEAR:
        draft.unclear(cell, "year")
    else:
        draft.put_read("founded_year", period.first.year, cell)


def read_employees(draft: Draft, cell: Cell) -> None:
    """The headcount; of a range (`200-300`) the middle, and that is noted."""
    found = amounts(cell.text)
    if not found or not 0 < found[0].value <= MOST_EMPLOYEES:
        draft.unclear(cell, "headcount")
        return
    low, high = found[0].value, found[0].high
    if not high or high <= low:
        draft.put_read("employees", round(low), cell)
        return
    middle = round((low + high) / 2)
    draft.put("employees", middle, cell, f"{middle}, the middle of the range")
    draft.report("read-as", cell, read=draft.origins["employees"].read, read_vi=f"{middle} (lấy số giữa)")


def read_accuracy(draft: Draft, cell: Cell) -> None:
    """A column of tolerances; its header may name the unit of bare numbers."""
    micrometres = re.search(r"[µμ]m|micron", cell.label, re.I)
    mm = accuracy_mm(cell.text, "µm" if micrometres else "mm")
    if mm is None:
        draft.unclear(cell, "tolerance")
    else:
        put_tolerance(draft, mm, cell, cell.text)


def put_tolerance(draft: Draft, mm: float, cell: Cell, words: str) -> None:
    """Sets the firm's tolerance to the tightest stated so far, in millimetres; `words` state it."""
    read = f"{shown(mm)} mm"
    tightest = mm < draft.form.get("tolerance_mm", float("inf"))
    if tightest:
        draft.put("tolerance_mm", mm, cell, read)
    if not tightest or not says(read, words):
        draft.report("read-as", cell, words, read=read)


def read_moq(draft: Draft, cell: Cell) -> None:
    found = amounts(cell.text)
    if found:
        draft.put_read("moq", whole(found[0].value), cell)
    else:
        draft.unclear(cell, "quantity")


def read_lead_time(draft: Draft, cell: Cell) -> None:
    """The lead time in days, of a range the longer end; a bare number counts days, weeks or months by the header."""
    found = amounts(cell.text)
    unit = _day_unit(cell.text) or _day_unit(cell.label) or ("day" if cell.text.isdecimal() else "")
    if not found or not unit:
        draft.unclear(cell, "days")
        return
    days = round((found[0].high or found[0].value) * DAYS_PER[unit])
    draft.put_read("lead_time_days", days, cell)


def _day_unit(text: str) -> str:
    folded = fold(text)
    return next((unit for unit, words in _DAY_WORDS.items() if re.search(rf"\b(?:{words})", folded)), "")
