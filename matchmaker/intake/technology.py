"""The column of processes: what the firm does, how exactly, how much of it, and what it has done outside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from matchmaker.intake.capacity import ASSUMED_UNIT, monthly_rate
from matchmaker.intake.draft import Cell, Draft, whole
from matchmaker.intake.figures import put_tolerance
from matchmaker.intake.lists import items
from matchmaker.text.folding import fold
from matchmaker.text.quantities import Amount, amounts, per_month
from matchmaker.text.tolerances import Tolerance, lone_length_mm, tolerances

_OUTSOURCED = re.compile(r"\bthue ngoai\b|\bthue gia cong\b|\bgia cong ngoai\b|\boutsourc|\bsub-?contract")
_EMPTY_BRACKETS = re.compile(r"\(\s*[;,]?\s*\)|\[\s*\]")
_LOOSE = " \t,;–-:."


def read_processes(draft: Draft, cell: Cell) -> None:
    """Each step as a process, without the tolerance and the capacity that stand with it.

    A tolerance right beside a step (`tiện CNC ±0,05`) is also that step's own; one after a comma or alone is the
    firm's. A step that is bought in is no process of the firm: it becomes a capability that is not in house.
    """
    steps = []
    for piece in items(cell.text):
        if is_outsourced(piece):
            draft.append("capabilities", {"process": piece, "in_house": False}, cell)
        elif (mm := lone_length_mm(piece)) is not None:
            put_tolerance(draft, mm, cell, piece)
        else:
            steps.append(_read_step(draft, cell, piece))
    draft.extend("processes", filter(None, steps), cell)


def read_outsourced(draft: Draft, cell: Cell) -> None:
    """Steps that a remark says are bought in: `Mạ thuê ngoài (Cr3+, Zn-Ni)`. The remark itself is kept elsewhere."""
    for piece in items(cell.text):
        if is_outsourced(piece):
            draft.append("capabilities", {"process": piece, "in_house": False}, cell)


def is_outsourced(text: str) -> bool:
    """Whether `text` says that the step is done by another firm."""
    return bool(_OUTSOURCED.search(fold(text)))


def _read_step(draft: Draft, cell: Cell, piece: str) -> str:
    """The step itself; its tolerance and capacity go to the draft."""
    stated = tolerances(piece)
    yields = [amount for amount in amounts(piece) if amount.period and per_month(amount)]
    step = _without(piece, [*stated, *yields]) or _without(piece, stated)
    for one in stated:
        put_tolerance(draft, one.mm, cell, piece[one.start : one.end])
    own: dict[str, Any] = {}
    beside = [one.mm for one in stated if piece[: one.start].rstrip("( ") and not _parted(piece[: one.start])]
    if beside:
        own["tolerance_mm"] = min(beside)
    if yields:
        own |= _capacity(yields[0])
        read, read_vi = monthly_rate(own["capacity_per_month"], own["unit"])
        draft.report("read-as", cell, piece, read=read, read_vi=read_vi)
    if own:
        draft.append("capabilities", {"process": step, **own}, cell)
    return step


def _parted(before: str) -> bool:
    return before.rstrip().endswith((",", ";", "–", ":"))


def _capacity(amount: Amount) -> dict[str, Any]:
    return {"capacity_per_month": whole(per_month(amount) or 0.0), "unit": amount.unit or amount.of or ASSUMED_UNIT}


def _without(piece: str, spans: Sequence[Tolerance | Amount]) -> str:
    for span in sorted(spans, key=lambda span: span.start, reverse=True):
        piece = f"{piece[: span.start]} {piece[span.end :]}"
    return re.sub(r" {2,}", " ", _EMPTY_BRACKETS.sub(" ", piece)).strip(_LOOSE)
