"""Supplier rows ↔ the supplier as a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from matchmaker.desk.actors import Actor
from matchmaker.records import Capability, Certificate, Contact, Supplier
from matchmaker.text.folding import fold
from matchmaker.vocabulary.places import province_of
from models import Supplier as Row
from models import SupplierCapability, SupplierCertificate, SupplierContact, SupplierItem
from models.suppliers import ITEM_FIELDS

PLAIN_FIELDS = (
    "name",
    "name_en",
    "short_name",
    "tax_code",
    "kind",
    "language",
    "province",
    "industrial_zone",
    "address",
    "founded_year",
    "employees",
    "website",
    "description",
    "tolerance_mm",
    "capacity_per_month",
    "unit",
    "capacity",
    "moq",
    "lead_time_days",
)


def supplier_of(row: Row) -> Supplier:
    """The supplier that a row and its lists state."""
    plain: dict[str, Any] = {field: getattr(row, field) for field in PLAIN_FIELDS}
    lists: dict[str, Any] = {
        field: tuple(item.text for item in row.items if item.field == field) for field in ITEM_FIELDS
    }
    return Supplier(
        id=row.id,
        **plain,
        **lists,
        capabilities=tuple(_capability_of(item) for item in row.capabilities),
        certificates=tuple(
            Certificate(item.standard, item.issuer, item.number, item.scope, item.valid_until, item.status)
            for item in row.certificates
        ),
        contacts=tuple(Contact(item.name, item.role, item.email, item.phone, item.consent) for item in row.contacts),
    )


def write_row(row: Row, supplier: Supplier, actor: Actor) -> None:
    """Make the row and its lists state exactly `supplier`. Consent already given keeps its moment."""
    for field in PLAIN_FIELDS:
        setattr(row, field, getattr(supplier, field))
    row.name_folded = fold(" ".join([supplier.name, supplier.name_en, supplier.short_name, supplier.tax_code]))
    province = province_of(supplier.province)
    row.province_code = province.code if province else ""
    row.province_code_2025 = province.new_code if province else ""
    row.items = list(_items(supplier))
    row.capabilities = [_capability_row(place, item) for place, item in enumerate(supplier.capabilities)]
    row.certificates = [_certificate_row(place, item) for place, item in enumerate(supplier.certificates)]
    consented = {(c.name, c.email, c.phone): c.consent_at for c in row.contacts if c.consent}
    row.contacts = [_contact_row(place, item, consented, actor) for place, item in enumerate(supplier.contacts)]
    row.updated_at = actor.at


def _items(supplier: Supplier) -> Iterator[SupplierItem]:
    for field in ITEM_FIELDS:
        for place, text in enumerate(getattr(supplier, field)):
            yield SupplierItem(field=field, position=place, text=text)


def _capability_of(item: SupplierCapability) -> Capability:
    return Capability(
        process=item.process,
        materials=tuple(item.materials),
        tolerance_mm=item.tolerance_mm,
        max_size_mm=tuple(item.max_size_mm),
        capacity_per_month=item.capacity_per_month,
        unit=item.unit,
        in_house=item.in_house,
    )


def _capability_row(place: int, item: Capability) -> SupplierCapability:
    return SupplierCapability(
        position=place,
        process=item.process,
        materials=list(item.materials),
        tolerance_mm=item.tolerance_mm,
        max_size_mm=list(item.max_size_mm),
        capacity_per_month=item.capacity_per_month,
        unit=item.unit,
        in_house=item.in_house,
    )


def _certificate_row(place: int, item: Certificate) -> SupplierCertificate:
    return SupplierCertificate(
        position=place,
        standard=item.standard,
        issuer=item.issuer,
        number=item.number,
        scope=item.scope,
        valid_until=item.valid_until,
        status=item.status,
    )


def _contact_row(
    place: int, item: Contact, consented: Mapping[tuple[str, str, str], datetime | None], actor: Actor
) -> SupplierContact:
    given_at = consented.get((item.name, item.email, item.phone)) or actor.at
    return SupplierContact(
        position=place,
        name=item.name,
        role=item.role,
        email=item.email,
        phone=item.phone,
        consent=item.consent,
        consent_at=given_at if item.consent else None,
    )
