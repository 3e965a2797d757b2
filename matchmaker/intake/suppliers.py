"""One row → one supplier."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from matchmaker.intake.addresses import read_address, read_province, read_website, read_zone
from matchmaker.intake.capacity import read_capacity
from matchmaker.intake.cells import Row, is_formula_like, states_nothing
from matchmaker.intake.certificates import read_certificates, read_details
from matchmaker.intake.contacts import read_contacts
from matchmaker.intake.draft import Cell, Draft
from matchmaker.intake.figures import read_accuracy, read_employees, read_founded_year, read_lead_time, read_moq
from matchmaker.intake.identity import read_kind, read_name, read_name_en, read_tax_code, read_trade_name
from matchmaker.intake.lists import items
from matchmaker.intake.problems import Place
from matchmaker.intake.reading import Column
from matchmaker.intake.technology import read_outsourced, read_processes


def _read_short_name(draft: Draft, cell: Cell) -> None:
    draft.put("short_name", cell.text, cell)


def _read_list(draft: Draft, cell: Cell) -> None:
    draft.extend(cell.column.field or "", items(cell.text), cell)


def _read_description(draft: Draft, cell: Cell) -> None:
    draft.remarks.append((cell.text, cell))
    read_outsourced(draft, cell)


READERS: Mapping[str, Callable[[Draft, Cell], None]] = {
    "name": read_name,
    "name_en": read_name_en,
    "short_name": _read_short_name,
    "trade_name": read_trade_name,
    "tax_code": read_tax_code,
    "kind": read_kind,
    "industrial_zone": read_zone,
    "province": read_province,
    "address": read_address,
    "founded_year": read_founded_year,
    "employees": read_employees,
    "website": read_website,
    "products": _read_list,
    "processes": read_processes,
    "materials": _read_list,
    "machines": _read_list,
    "tolerance_mm": read_accuracy,
    "certificates": read_certificates,
    "capacity": read_capacity,
    "moq": read_moq,
    "lead_time_days": read_lead_time,
    "customers": _read_list,
    "export_markets": _read_list,
    "description": _read_description,
}
"""In the order in which they are read: a column of provinces before the address that may also name one."""

CERTIFICATE_DETAILS = ("certificate_expiry", "certificate_issuer", "certificate_number")
CONTACT_PARTS = ("contact_name", "contact_role", "phone", "email")


def draft_of(row: Row, columns: tuple[Column, ...], place: Place) -> Draft:
    """The supplier of a row, without its id."""
    draft = Draft(place)
    cells: dict[str | None, list[Cell]] = {}
    for cell in _telling(draft, row, columns):
        cells.setdefault(cell.column.field, []).append(cell)
    for field, read in READERS.items():
        for cell in cells.get(field, ()):
            read(draft, cell)
    read_details(draft, *(cells.get(field, []) for field in CERTIFICATE_DETAILS))
    read_contacts(draft, *(cells.get(field, []) for field in CONTACT_PARTS))
    for cell in cells.get(None, ()):
        draft.remark(cell)
    draft.put_remarks()
    return draft


def _telling(draft: Draft, row: Row, columns: tuple[Column, ...]) -> list[Cell]:
    """The cells that state something; words for an empty cell are noted, what looks like a formula is warned of."""
    telling = []
    for column, text in zip(columns, row.cells, strict=False):
        if not text or column.field in ("ignore", "row_number"):
            continue
        cell = Cell(column, text)
        if is_formula_like(text):
            draft.report("formula-like", cell)
        if column.field not in ("name", "name_en") and states_nothing(text):
            if any(char.isalnum() for char in text):
                draft.report("nothing-stated", cell)
            continue
        telling.append(cell)
    return telling
