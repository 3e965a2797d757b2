"""The public forms of suppliers and requirements, as in README "Forms"; unknown is left out, never guessed.

Sizes follow the columns in `models`. `load` gives a dict for `matchmaker.records.supplier_from` and `requirement_from`.
"""

from __future__ import annotations

from typing import Any, ClassVar

from marshmallow import ValidationError, fields, post_load, validates_schema

from api.fields import CalendarDate, Id, Listed, Money, Number, Patterned, Text, Whole, Word, YesNo
from api.v1.forms import Form, said
from matchmaker.records import CERTIFICATE_STATUSES, CONFIDENTIALITIES, LANGUAGES, SUPPLIER_KINDS

MOST_ITEMS = 200
MOST_PIECES = 1e12
MOST_MM = 100_000
MOST_TOLERANCE_MM = 100


def _texts(description: str, *examples: Any) -> Listed:
    return Listed(Text(1000, least=1), MOST_ITEMS, metadata=said(description, *examples))


def _tolerance() -> Number:
    return Number(above=0, most=MOST_TOLERANCE_MM, metadata=said("Tightest tolerance, ± this many millimetres", 0.01))


def _sizes(description: str) -> Listed:
    size = Number(above=0, most=MOST_MM)
    return Listed(size, 3, least=1, metadata=said(description + ", millimetres", [800, 500, 400]))


def _pieces(description: str, example: float) -> Number:
    return Number(above=0, most=MOST_PIECES, metadata=said(description, example))


def _lead_time() -> Whole:
    return Whole(most=3650, metadata=said("Days from order to delivery", 30))


def _unit() -> Text:
    return Text(40, metadata=said("What is counted", "pcs"))


def _said_in(name: str) -> dict[str, Any]:
    return {"required": [name], "properties": {name: {"type": "string", "pattern": r"\S"}}}


class CapabilitySchema(Form):
    """One process with what it reaches."""

    process = Text(500, metadata=said("Process in the firm's own words, any language", "CNC milling"))
    materials = _texts("Materials worked with it", ["A6061"])
    tolerance_mm = _tolerance()
    max_size_mm = _sizes("Largest part: length, width, height, or diameter, length")
    capacity_per_month = _pieces("Units a month", 20000)
    unit = _unit()
    in_house = YesNo(metadata=said("Done by the firm itself, not by a subcontractor", True))


class CertificateSchema(Form):
    standard = Text(200, least=1, required=True, metadata=said("Standard with its edition if known", "ISO 9001:2015"))
    issuer = Text(300, metadata=said("Body that issued it", "TÜV SÜD"))
    number = Text(100, metadata=said("Number on the certificate"))
    scope = Text(1000, metadata=said("What it covers"))
    valid_until = CalendarDate(
        or_month=True, metadata=said("Last day it holds; a month means its last day", "2027-02-09", "2027-02")
    )
    status = Word(CERTIFICATE_STATUSES, metadata=said("How sure it is; left out means claimed", "claimed"))


class ContactSchema(Form):
    """A person at the firm. Without `consent` the details stay with the programme."""

    name = Text(200, metadata=said("Name", "Nguyễn Văn An"))
    role = Text(100, metadata=said("Position", "Sales manager"))
    email = Patterned(r"^[^@\s]+@[^@\s]+$", "must be one e-mail address", 254, metadata=said("E-mail address"))
    phone = Text(60, metadata=said("Telephone", "+84 24 3300 0000"))
    consent = YesNo(metadata=said("The person agreed that buyers see these details"))


class SupplierSchema(Form):
    """A firm's capability profile."""

    id = Id(required=True, metadata=said("Id in your own list", "S001"))
    name = Text(500, least=1, required=True, metadata=said("Registered name", "Công ty TNHH Cơ khí ABC"))
    name_en = Text(500, metadata=said("Name in English", "ABC Mechanical Co., Ltd"))
    short_name = Text(200, metadata=said("Name people use", "ABC"))
    tax_code = Text(40, metadata=said("Tax code as written", "0100109106"))
    kind = Word(SUPPLIER_KINDS, metadata=said("What the firm is", "manufacturer"))
    language = Word(LANGUAGES, metadata=said("Language the profile is mostly in", "vi"))
    province = Text(200, metadata=said("Province or city, before or after the merger of 2025", "Hà Nội"))
    industrial_zone = Text(300, metadata=said("Industrial zone or cluster", "KCN Thăng Long"))
    address = Text(1000, metadata=said("Postal address"))
    founded_year = Whole(least=1800, most=2200, metadata=said("Year of foundation", 2008))
    employees = Whole(most=10_000_000, metadata=said("Headcount", 120))
    website = Text(2048, metadata=said("Web address as written; never fetched"))
    description = Text(20_000, lines=True, metadata=said("Free text, any language"))
    products = _texts("Products", ["gear housings"])
    processes = _texts("Processes, any language", ["phay CNC", "die casting"])
    materials = _texts("Materials, any language", ["ADC12"])
    machines = _texts("Machines", ["Mazak VCN-530C x 4"])
    capabilities = Listed(
        fields.Nested(CapabilitySchema), MOST_ITEMS, metadata=said("Processes with what each reaches")
    )
    certificates = Listed(fields.Nested(CertificateSchema), MOST_ITEMS, metadata=said("Certificates"))
    tolerance_mm = _tolerance()
    capacity_per_month = _pieces("Units a month over all products", 100000)
    unit = _unit()
    capacity = Text(1000, metadata=said("Capacity as free text"))
    moq = _pieces("Smallest order in units", 500)
    lead_time_days = _lead_time()
    customers = _texts("Customers", ["Toyota"])
    export_markets = _texts("Countries exported to", ["Japan"])
    contacts = Listed(fields.Nested(ContactSchema), 20, metadata=said("People to talk to"))


class CertificateNeedsSchema(Form):
    required = _texts("Standards a supplier must hold", ["ISO 9001"])
    preferred = _texts("Standards that count in favour", ["IATF 16949"])


class PriceSchema(Form):
    amount = Money(required=True, metadata=said("Price of one unit as text, so that nothing is rounded", "1.20"))
    currency = Patterned(
        "^[A-Z]{3}$", "must be a currency code such as USD", 3, required=True, metadata=said("ISO 4217 code", "USD")
    )


class RequirementSchema(Form):
    """A part that a buyer needs. One of `title` and `description` is required; in files `id` is too."""

    class Meta(Form.Meta):
        document: ClassVar[dict[str, Any]] = {"anyOf": [_said_in("title"), _said_in("description")]}

    id = Id(metadata=said("Id in your own list; made for you when left out", "R01"))
    title = Text(500, metadata=said("What is needed, in a line", "Aluminium die-cast gear housing"))
    description = Text(20_000, lines=True, metadata=said("Free text, any language"))
    language = Word(LANGUAGES, metadata=said("Language it is written in", "en"))
    part = Text(500, metadata=said("Name of the part", "gear housing"))
    processes = _texts("Processes, any language", ["high-pressure die casting", "CNC machining"])
    process = Text(1000, load_only=True, metadata=said("One process; the same as a list of one in `processes`"))
    materials = _texts("Materials, any language", ["ADC12"])
    equivalent_material_ok = YesNo(metadata=said("An equivalent grade will do", True))
    tolerance_mm = _tolerance()
    size_mm = _sizes("Size of the part: length, width, height, or diameter, length")
    weight_kg = Number(above=0, most=1_000_000, metadata=said("Weight of one part in kilograms", 0.18))
    annual_volume = _pieces("Units a year", 600000)
    unit = _unit()
    certificates = fields.Nested(CertificateNeedsSchema)
    start_on = CalendarDate(metadata=said("Start of production", "2026-09-01"))
    lead_time_days = _lead_time()
    delivery = Text(1000, metadata=said("Place and terms of delivery", "Hai Phong"))
    provinces = _texts("Provinces the supplier should be in", ["Hải Phòng"])
    exclude_suppliers = Listed(Id(), MOST_ITEMS, metadata=said("Ids of suppliers not wanted", ["S009"]))
    outsourced_steps_ok = YesNo(metadata=said("Steps may be done by subcontractors", True))
    confidentiality = Word(CONFIDENTIALITIES, metadata=said("What suppliers may learn; left out means public"))
    target_price = fields.Nested(PriceSchema)
    quote_by = CalendarDate(metadata=said("Last day for quotations", "2026-07-01"))

    @validates_schema
    def _says_what_is_needed(self, form: dict[str, Any], **_: Any) -> None:
        if not (form.get("title") or form.get("description")):
            raise ValidationError("is required when description is left out", "title")

    @post_load
    def _process_among_processes(self, form: dict[str, Any], **_: Any) -> dict[str, Any]:
        process = form.pop("process", None)
        listed = form.get("processes") or []
        if process and process not in listed:
            form["processes"] = [*listed, process]
        return form


class NamedSupplierSchema(SupplierSchema):
    """A supplier that needs no id, because its pair has one."""

    id = Id(metadata=said("Id in your own list", "S001"))


class PairSchema(Form):
    """Two supplier records that may be one firm."""

    pair_id = Text(200, least=1, required=True, metadata=said("Id of the pair", "P1"))
    a = fields.Nested(NamedSupplierSchema, required=True)
    b = fields.Nested(NamedSupplierSchema, required=True)
