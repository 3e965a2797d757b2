"""Files that came in, and what was wrong in them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, one_of

SEVERITIES = ("error", "warning", "note")


class Import(Base):
    """One published file. The same bytes from the same source are published once."""

    __tablename__ = "imports"
    __table_args__ = (UniqueConstraint("sha256", "source"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    filename: Mapped[str] = mapped_column(String(300))
    source: Mapped[str] = mapped_column(String(100))
    sha256: Mapped[str] = mapped_column(String(64))
    columns: Mapped[list[Any]]
    counts: Mapped[dict[str, Any]]
    created_by: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]

    problems: Mapped[list[ImportProblem]] = relationship(
        cascade="all, delete-orphan", order_by="ImportProblem.position"
    )


class ImportProblem(Base):
    """What a person should look at: where, what was found and what to do. `row` is null for the whole file."""

    __tablename__ = "import_problems"
    __table_args__ = (one_of("severity", SEVERITIES),)

    import_id: Mapped[str] = mapped_column(ForeignKey("imports.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    severity: Mapped[str] = mapped_column(String(8))
    code: Mapped[str] = mapped_column(String(60))
    sheet: Mapped[str] = mapped_column(String(100))
    row: Mapped[int | None]
    column: Mapped[str] = mapped_column(String(300))
    found: Mapped[str] = mapped_column(Text)
    message: Mapped[str] = mapped_column(Text)
    advice: Mapped[str] = mapped_column(Text)
