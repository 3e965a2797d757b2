"""The value objects that every room speaks of: suppliers and requirements as people state them.

The forms are those of the public JSON (see README, "Forms"). Unknown is left out: `None`, an empty tuple, an empty
string. Nothing here judges or resolves; `vocabulary` reads concepts from these texts and keeps the texts as written.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

SUPPLIER_KINDS = ("manufacturer", "trader", "service", "machine_seller", "unknown")
CERTIFICATE_STATUSES = ("claimed", "document_seen", "registry_confirmed", "in_progress", "planned")
CONFIDENTIALITIES = ("public", "anonymous", "nda_first")
LANGUAGES = ("en", "vi", "ja", "ko", "zh")

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Certificate:
    """`valid_until` is the last day it holds; a month without a day means that month's last day."""

    standard: str
    issuer: str = ""
    number: str = ""
    scope: str = ""
    valid_until: date | None = None
    status: str = "claimed"


@dataclass(frozen=True, slots=True)
class Capability:
    """One process with what it reaches. `max_size_mm` is length, width, height (or diameter, length)."""

    process: str = ""
    materials: tuple[str, ...] = ()
    tolerance_mm: float | None = None
    max_size_mm: tuple[float, ...] = ()
    capacity_per_month: float | None = None
    unit: str = ""
    in_house: bool | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at the firm. Without `consent` the details stay with the programme."""

    name: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    consent: bool = False


@dataclass(frozen=True, slots=True)
class Supplier:
    """A firm's capability profile."""

    id: str
    name: str
    name_en: str = ""
    short_name: str = ""
    tax_code: str = ""
    kind: str = "unknown"
    language: str = ""
    province: str = ""
    industrial_zone: str = ""
    address: str = ""
    founded_year: int | None = None
    employees: int | None = None
    website: str = ""
    description: str = ""
    products: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    machines: tuple[str, ...] = ()
    capabilities: tuple[Capability, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    tolerance_mm: float | None = None
    capacity_per_month: float | None = None
    unit: str = ""
    capacity: str = ""
    moq: float | None = None
    lead_time_days: int | None = None
    customers: tuple[str, ...] = ()
    export_markets: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class CertificateNeeds:
    """Standards by their usual names."""

    required: tuple[str, ...] = ()
    preferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Price:
    """`amount` is a decimal number as text, so that nothing is rounded on the way."""

    amount: str
    currency: str


@dataclass(frozen=True, slots=True)
class Requirement:
    """A part that a buyer needs. `annual_volume` counts `unit`s a year."""

    id: str
    title: str = ""
    description: str = ""
    language: str = ""
    part: str = ""
    processes: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    equivalent_material_ok: bool | None = None
    tolerance_mm: float | None = None
    size_mm: tuple[float, ...] = ()
    weight_kg: float | None = None
    annual_volume: float | None = None
    unit: str = ""
    certificates: CertificateNeeds = CertificateNeeds()
    start_on: date | None = None
    lead_time_days: int | None = None
    delivery: str = ""
    provinces: tuple[str, ...] = ()
    exclude_suppliers: tuple[str, ...] = ()
    outsourced_steps_ok: bool | None = None
    confidentiality: str = "public"
    target_price: Price | None = None
    quote_by: date | None = None


NOTHING_SAID: tuple[object, ...] = (None, "", (), CertificateNeeds())


def supplier_from(form: Mapping[str, Any]) -> Supplier:
    """The supplier of a JSON object whose form has been checked; left-out, null and empty mean unknown."""
    return _build(Supplier, form)


def requirement_from(form: Mapping[str, Any]) -> Requirement:
    """The requirement of a JSON object whose form has been checked. `process` is taken for `processes`."""
    if form.get("process") and not form.get("processes"):
        form = {**form, "processes": [form["process"]]}
    return _build(Requirement, {key: value for key, value in form.items() if key != "process"})


def form_of(record: Any) -> dict[str, Any]:
    """The JSON object of a record: unknown values left out, dates as ISO text, tuples as lists, 5.0 as 5."""
    form = {}
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if value in NOTHING_SAID or (field.name == "kind" and value == "unknown"):
            continue
        form[field.name] = _plain(value)
    return form


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return form_of(value)
    return value


def _build(cls: type[Record], form: Mapping[str, Any]) -> Record:
    hints = get_type_hints(cls)
    values = {name: _value(hints[name], value) for name, value in form.items() if value is not None and name in hints}
    return cls(**values)


def _value(hint: Any, value: Any) -> Any:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _value(next(arg for arg in get_args(hint) if arg is not type(None)), value)
    if origin is tuple:
        return tuple(_value(get_args(hint)[0], item) for item in value)
    if dataclasses.is_dataclass(hint):
        return value if isinstance(value, hint) else _build(hint, value)  # type: ignore[arg-type]
    if hint is date and isinstance(value, str):
        return date.fromisoformat(value)
    if hint is float:
        return float(value)
    return value
