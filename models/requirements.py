"""What buyers need."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, one_of
from models.organisations import Organisation

CONFIDENTIALITIES = ("public", "anonymous", "nda_first")


class Requirement(Base):
    """A part need. `reference` is the buyer's own id: two buyers may use the same one and never learn of it."""

    __tablename__ = "requirements"
    __table_args__ = (
        one_of("confidentiality", CONFIDENTIALITIES),
        UniqueConstraint("organisation_id", "reference"),
        Index("ix_requirements_reference", "reference"),
    )

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisations.id"))
    reference: Mapped[str] = mapped_column(String(64))
    version: Mapped[int] = mapped_column()
    withdrawn_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    title: Mapped[str] = mapped_column(String(500))
    description: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    part: Mapped[str] = mapped_column(String(500))
    processes: Mapped[list[Any]]
    materials: Mapped[list[Any]]
    equivalent_material_ok: Mapped[bool | None]
    tolerance_mm: Mapped[float | None]
    size_mm: Mapped[list[Any]]
    weight_kg: Mapped[float | None]
    annual_volume: Mapped[float | None]
    unit: Mapped[str] = mapped_column(String(40))
    certificates_required: Mapped[list[Any]]
    certificates_preferred: Mapped[list[Any]]
    start_on: Mapped[date | None]
    lead_time_days: Mapped[int | None]
    delivery: Mapped[str] = mapped_column(String(1000))
    provinces: Mapped[list[Any]]
    exclude_suppliers: Mapped[list[Any]]
    outsourced_steps_ok: Mapped[bool | None]
    confidentiality: Mapped[str] = mapped_column(String(16))
    target_price_amount: Mapped[str] = mapped_column(String(24))
    target_price_currency: Mapped[str] = mapped_column(String(3))
    quote_by: Mapped[date | None]

    organisation: Mapped[Organisation] = relationship()

    __mapper_args__ = {"version_id_col": version}
