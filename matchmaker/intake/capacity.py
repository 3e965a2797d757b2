"""Production capacities as figures a month."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matchmaker.intake.draft import Cell, Draft, shown, whole
from matchmaker.text.quantities import Amount, amounts, basis, per_month

ASSUMED_UNIT = "pcs"
_OTHER_PERIOD = re.compile(r"\s*/\s*[^\W\d_]")
_WORD = re.compile(r"\s*([^\W\d_]+)")
PERIODS_VI = {"month": "tháng", "year": "năm", "quarter": "quý", "week": "tuần"}
UNITS_VI = {"pcs": "chiếc", "sets": "bộ", "mould sets": "bộ khuôn", "t": "tấn", "pairs": "đôi", "rolls": "cuộn"}


def read_capacity(draft: Draft, cell: Cell) -> None:
    """The text, and the first figure with a unit, else the first, as a capacity a month.

    Header and cell may each name unit and period.
    """
    draft.put("capacity", cell.text, cell)
    header_unit, header_period = basis(cell.column.header)
    found = amounts(cell.text)
    first = next((amount for amount in found if amount.unit), found[0] if found else None)
    if first is None or not first.value:
        draft.report_unclear(cell, "capacity")
        return
    behind = cell.text[first.end :]
    period = first.period or header_period
    monthly = per_month(first, period)
    if monthly is None or _OTHER_PERIOD.match(behind):
        draft.report("capacity-period", cell)
        return
    other_unit = _WORD.match(behind)
    unit = first.unit or header_unit or first.of or (other_unit[1] if other_unit else "")
    if not unit:
        draft.report("unit-assumed", cell)
    read, read_vi = _rates(first, monthly, unit or ASSUMED_UNIT, period)
    draft.put("capacity_per_month", whole(monthly), cell, read)
    draft.put("unit", unit or ASSUMED_UNIT, cell)
    if len(found) > 1:
        draft.report("several-capacities", cell, read=read, read_vi=read_vi)
        _by_process(draft, found, header_period, cell)


def monthly_rate(monthly: float, unit: str) -> tuple[str, str]:
    """`60000 pcs a month`, and the same in Vietnamese."""
    figure = shown(whole(monthly))
    return f"{figure} {unit} a month", f"{figure} {UNITS_VI.get(unit, unit)}/tháng"


def _rates(amount: Amount, monthly: float, unit: str, period: str) -> tuple[str, str]:
    read, read_vi = monthly_rate(monthly, unit)
    if period == "month":
        return read, read_vi
    stated = shown(amount.value)
    return f"{read} ({stated} a {period})", f"{read_vi} ({stated}/{PERIODS_VI[period]})"


def _by_process(draft: Draft, found: Sequence[Amount], period: str, cell: Cell) -> None:
    """`10.000 tấn đúc/năm; 2.500 tấn rèn/năm` says of each process what it yields."""
    for amount in found:
        monthly = per_month(amount, period)
        if amount.of and amount.unit and monthly:
            capability = {"process": amount.of, "capacity_per_month": whole(monthly), "unit": amount.unit}
            draft.append("capabilities", capability, cell)
