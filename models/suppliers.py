"""Suppliers as they stated themselves, where each statement came from, and what the engine read in them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, one_of

KINDS = ("manufacturer", "trader", "service", "machine_seller", "unknown")
CERTIFICATE_STATUSES = ("claimed", "document_seen", "registry_confirmed", "in_progress", "planned")
ITEM_FIELDS = ("products", "processes", "materials", "machines", "customers", "export_markets")


class Supplier(Base):
    """One record as one source states it. Records that people call one firm point to the leading one."""

    __tablename__ = "suppliers"
    __table_args__ = (one_of("kind", KINDS),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    version: Mapped[int] = mapped_column()
    merged_into_id: Mapped[str | None] = mapped_column(ForeignKey("suppliers.id"), index=True)
    withdrawn_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    name: Mapped[str] = mapped_column(String(500))
    name_folded: Mapped[str] = mapped_column(String(1200), index=True)
    name_en: Mapped[str] = mapped_column(String(500))
    short_name: Mapped[str] = mapped_column(String(200))
    tax_code: Mapped[str] = mapped_column(String(40), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(8))
    province: Mapped[str] = mapped_column(String(200))
    province_code: Mapped[str] = mapped_column(String(2), index=True)
    province_code_2025: Mapped[str] = mapped_column(String(2), index=True)
    industrial_zone: Mapped[str] = mapped_column(String(300))
    address: Mapped[str] = mapped_column(String(1000))
    founded_year: Mapped[int | None]
    employees: Mapped[int | None]
    website: Mapped[str] = mapped_column(String(2048))
    description: Mapped[str] = mapped_column(Text)
    tolerance_mm: Mapped[float | None]
    capacity_per_month: Mapped[float | None]
    unit: Mapped[str] = mapped_column(String(40))
    capacity: Mapped[str] = mapped_column(String(1000))
    moq: Mapped[float | None]
    lead_time_days: Mapped[int | None]

    items: Mapped[list[SupplierItem]] = relationship(cascade="all, delete-orphan", order_by="SupplierItem.position")
    capabilities: Mapped[list[SupplierCapability]] = relationship(
        cascade="all, delete-orphan", order_by="SupplierCapability.position"
    )
    certificates: Mapped[list[SupplierCertificate]] = relationship(
        cascade="all, delete-orphan", order_by="SupplierCertificate.position"
    )
    contacts: Mapped[list[SupplierContact]] = relationship(
        cascade="all, delete-orphan", order_by="SupplierContact.position"
    )

    __mapper_args__ = {"version_id_col": version}


class SupplierItem(Base):
    """One line of a list (products, processes, materials, machines, customers, export markets) as written."""

    __tablename__ = "supplier_items"
    __table_args__ = (one_of("field", ITEM_FIELDS),)

    supplier_id: Mapped[str] = mapped_column(ForeignKey("suppliers.id"), primary_key=True)
    field: Mapped[str] = mapped_column(String(20), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(1000))


class SupplierCapability(Base):
    __tablename__ = "supplier_capabilities"

    supplier_id: Mapped[str] = mapped_column(ForeignKey("suppliers.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    process: Mapped[str] = mapped_column(String(500))
    materials: Mapped[list[Any]]
    tolerance_mm: Mapped[float | None]
    max_size_mm: Mapped[list[Any]]
    capacity_per_month: Mapped[float | None]
    unit: Mapped[str] = mapped_column(String(40))
    in_house: Mapped[bool | None]


class SupplierCertificate(Base):
    __tablename__ = "supplier_certificates"
    __table_args__ = (one_of("status", CERTIFICATE_STATUSES),)

    supplier_id: Mapped[str] = mapped_column(ForeignKey("suppliers.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    standard: Mapped[str] = mapped_column(String(200))
    issuer: Mapped[str] = mapped_column(String(300))
    number: Mapped[str] = mapped_column(String(100))
    scope: Mapped[str] = mapped_column(String(1000))
    valid_until: Mapped[date | None]
    status: Mapped[str] = mapped_column(String(20))


class SupplierContact(Base):
    """Personal data: it leaves the programme only with `consent`, given at `consent_at`."""

    __tablename__ = "supplier_contacts"

    supplier_id: Mapped[str] = mapped_column(ForeignKey("suppliers.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(100))
    email: Mapped[str] = mapped_column(String(254))
    phone: Mapped[str] = mapped_column(String(60))
    consent: Mapped[bool]
    consent_at: Mapped[datetime | None]


class SupplierConcept(Base):
    """A concept that the engine read in the profile; the code belongs to `scheme` in `scheme_version`."""

    __tablename__ = "supplier_concepts"
    __table_args__ = (Index("ix_supplier_concepts_code", "kind", "code"),)

    supplier_id: Mapped[str] = mapped_column(ForeignKey("suppliers.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    code: Mapped[str] = mapped_column(String(80), primary_key=True)
    scheme: Mapped[str] = mapped_column(String(40))
    scheme_version: Mapped[str] = mapped_column(String(20))


class Provenance(Base):
    """Who said a field's value, when, and where: file, sheet, row, column and the words themselves."""

    __tablename__ = "provenance"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    supplier_id: Mapped[str] = mapped_column(ForeignKey("suppliers.id"), index=True)
    field: Mapped[str] = mapped_column(String(80))
    source: Mapped[str] = mapped_column(String(20))
    said_by: Mapped[str] = mapped_column(String(200))
    said_at: Mapped[datetime]
    import_id: Mapped[str | None] = mapped_column(ForeignKey("imports.id"), index=True)
    filename: Mapped[str] = mapped_column(String(300))
    sheet: Mapped[str] = mapped_column(String(100))
    row: Mapped[int | None]
    column: Mapped[str] = mapped_column(String(300))
    raw: Mapped[str] = mapped_column(Text)

    __table_args__ = (one_of("source", ("import", "edit")),)


class SupplierDocument(Base):
    """What the index needs of one firm, analysed when it was written. `document` is null once the firm is gone.

    `sequence` is the counter's value at the last change, so that a worker asks only for what it has not seen.
    """

    __tablename__ = "supplier_documents"

    supplier_id: Mapped[str] = mapped_column(ForeignKey("suppliers.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(BigInteger, index=True)
    analysis_version: Mapped[str] = mapped_column(String(60))
    document: Mapped[dict[str, Any] | None]


class Counter(Base):
    """A number that grows inside the transaction of each change; its row lock gives changes their commit order."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[int] = mapped_column(BigInteger)
