"""Years, headcounts, tolerances, capacities and other figures."""

from __future__ import annotations

import re

from matchmaker.intake.draft import Cell, Draft, says, shown, whole
from matchmaker.intake.lists import items
from matchmaker.text.dates import first_period
from matchmaker.text.folding import fold
from matchmaker.text.quantities import Amount, amounts, basis, per_month
from matchmaker.text.tolerances import accuracy_mm

MOST_EMPLOYEES = 1_000_000
EARLIEST_YEAR = 1850
DAYS_PER = {"day": 1, "week": 7, "month": 30}
PERIODS_VI = {"month": "tháng", "year": "năm", "quarter": "quý", "week": "tuần"}
UNITS_VI = {"pcs": "chiếc", "sets": "bộ", "mould sets": "bộ khuôn", "t": "tấn", "pairs": "đôi", "rolls": "cuộn"}
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
    if high and high > low:
        draft.put_read(
            "employees", round((low + high) / 2), cell, f"{round((low + high) / 2)}, the middle of the range"
        )
    else:
        draft.put_read("employees", round(low), cell)


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


def read_capacity(draft: Draft, cell: Cell) -> None:
    """The text, and the first figure in it as a capacity a month. Header and cell may each name unit and period."""
    draft.put("capacity", cell.text, cell)
    found = amounts(cell.text)
    if not found:
        draft.report_unclear(cell, "capacity")
        return
    header_unit, header_period = basis(cell.column.header)
    monthly = per_month(found[0], header_period)
    if monthly is None or not monthly:
        draft.report("capacity-period", cell)
        return
    unit = found[0].unit or found[0].of or header_unit
    if not unit:
        draft.report("unit-assumed", cell)
    every = found[0].period or header_period
    read, read_vi = monthly_rate(monthly, unit or "pcs"), monthly_rate(monthly, unit or "pcs", vi=True)
    if every != "month":
        read += f" ({shown(found[0].value)} a {every})"
        read_vi += f" ({shown(found[0].value)}/{PERIODS_VI[every]})"
    draft.put("capacity_per_month", whole(monthly), cell, read)
    draft.put("unit", unit or "pcs", cell)
    if len(found) > 1:
        draft.report("several-capacities", cell, read=read, read_vi=read_vi)
        _by_process(draft, found, header_period, cell)


def monthly_rate(monthly: float, unit: str, *, vi: bool = False) -> str:
    """`60000 pcs a month`, or in Vietnamese."""
    figure = shown(whole(monthly))
    return f"{figure} {UNITS_VI.get(unit, unit)}/tháng" if vi else f"{figure} {unit} a month"


def _by_process(draft: Draft, found: list[Amount], period: str, cell: Cell) -> None:
    """`10.000 tấn đúc/năm; 2.500 tấn rèn/năm` says of each process what it yields."""
    for amount in found:
        monthly = per_month(amount, period)
        if amount.of and amount.unit and monthly:
            capability = {"process": amount.of, "capacity_per_month": whole(monthly), "unit": amount.unit}
            draft.append("capabilities", capability, cell)


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


def read_list(draft: Draft, cell: Cell) -> None:
    """A column of things, as a list."""
    draft.extend(cell.column.field or "", items(cell.text), cell)
