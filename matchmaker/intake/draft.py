"""A supplier while it is being read from a row: its form, where each value came from, what a person should know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, NamedTuple

from matchmaker.intake.problems import Place, problem
from matchmaker.intake.reading import Column, Origin, Problem
from matchmaker.records import Supplier
from matchmaker.text.folding import fold

_WORD = re.compile(r"[^\W\d_]+|\d+")


class Cell(NamedTuple):
    """A cell that states something, with its column."""

    column: Column
    text: str

    @property
    def label(self) -> str:
        """What a person calls the column."""
        return self.column.header.replace("\n", " ") or f"column {self.column.position}"


class Draft:
    """What has been read so far of one row."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.form: dict[str, Any] = {}
        self.origins: dict[str, Origin] = {}
        self.problems: list[Problem] = []
        self.remarks: list[tuple[str, Cell]] = []

    def report(self, code: str, cell: Cell, found: str | None = None, **details: object) -> None:
        """Notes a problem of `cell`; `found` is its text unless another part is named."""
        place = replace(self.place, column=cell.label)
        self.problems.append(problem(code, place, cell.text if found is None else found, **details))

    def put(self, field: str, value: Any, cell: Cell, read: str = "") -> None:
        """Sets a field. `read` says how the value was found where the value itself does not."""
        self.form[field] = value
        self.origins[field] = Origin(cell.label, cell.text, read or shown(value))

    def put_read(self, field: str, value: Any, cell: Cell, read: str = "") -> None:
        """Sets a field and notes it, unless the value says all that the cell said."""
        self.put(field, value, cell, read)
        if not says(shown(value), cell.text):
            self.report("read-as", cell, read=read or shown(value))

    def extend(self, field: str, items: Iterable[str], cell: Cell) -> None:
        """Adds items to a list field, each once; several columns may feed one field."""
        known = {fold(item): item for item in self.form.get(field, [])}
        for item in items:
            known.setdefault(fold(item), item)
        if not known:
            return
        self.form[field] = list(known.values())
        before = self.origins.get(field)
        if before and cell.label not in before.column.split(" + "):
            columns, raw = f"{before.column} + {cell.label}", f"{before.raw}\n{cell.text}"
        else:
            columns, raw = (before.column, before.raw) if before else (cell.label, cell.text)
        self.origins[field] = Origin(columns, raw, shown(self.form[field]))

    def append(self, field: str, item: Mapping[str, Any], cell: Cell) -> None:
        """Adds one object to a list of objects; its origin goes by its place in the list."""
        items = self.form.setdefault(field, [])
        self.origins[f"{field}/{len(items)}"] = Origin(cell.label, cell.text, shown(item))
        items.append(dict(item))

    def remark(self, cell: Cell) -> None:
        """Keeps the text of a column that has no field of its own, under the column's name."""
        self.remarks.append((f"{cell.label}: {cell.text}", cell))

    def put_remarks(self) -> None:
        """Makes the description of all that was remarked."""
        if self.remarks:
            self.form["description"] = "\n".join(text for text, _ in self.remarks)
            cells = [cell for _, cell in self.remarks]
            columns = " + ".join(dict.fromkeys(cell.label for cell in cells))
            raw = "\n".join(cell.text for cell in cells)
            self.origins["description"] = Origin(columns, raw, self.form["description"])

    def ordered_form(self) -> dict[str, Any]:
        """The form with its fields in the order of the public form."""
        return {field.name: self.form[field.name] for field in fields(Supplier) if field.name in self.form}

    def unclear(self, cell: Cell, wanted: str) -> None:
        """Keeps a text that could not be read as what its column holds, and says so."""
        self.remark(cell)
        self.report_unclear(cell, wanted)

    def report_unclear(self, cell: Cell, wanted: str) -> None:
        """Says that a text could not be read as what its column holds."""
        self.report("value-unclear", cell, wanted=WANTED[wanted][0], wanted_vi=WANTED[wanted][1])


WANTED = {
    "year": ("a year of founding", "năm thành lập"),
    "headcount": ("a number of employees", "số lao động"),
    "tolerance": ("a tolerance in millimetres", "dung sai (mm)"),
    "capacity": ("a production capacity", "sản lượng"),
    "quantity": ("a quantity", "số lượng"),
    "days": ("a number of days", "số ngày"),
    "kind": ("a kind of business", "loại hình doanh nghiệp"),
    "website": ("a web address", "địa chỉ website"),
    "email": ("an e-mail address", "địa chỉ email"),
    "certificate": ("a detail of the certificates", "thông tin chứng chỉ"),
}


def shown(value: Any) -> str:
    """`value` as a person would write it on one line."""
    if isinstance(value, Mapping):
        return ", ".join(shown(part) for part in value.values() if not isinstance(part, bool))
    if isinstance(value, list | tuple):
        return "; ".join(shown(item) for item in value)
    return f"{value:.10f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def says(value: str, text: str) -> bool:
    """Whether `value` says every word and number of `text`, or the same with other blanks."""
    told, asked = _WORD.findall(fold(value)), _WORD.findall(fold(text))
    return set(asked) <= set(told) or "".join(asked) == "".join(told)


def whole(value: float) -> int | float:
    """`value` as an integer where it is one, else to two decimals."""
    return int(value) if value == int(value) else round(value, 2)
