"""What the engine said, and what people decided."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, one_of
from models.requirements import Requirement

BANDS = ("qualified", "needs_evidence", "failed")
VERDICTS = ("approved", "shortlisted", "rejected", "unsure", "withdrawn")
REASON_CODES = (
    "price",
    "capacity",
    "tolerance",
    "certificate",
    "no_response",
    "already_supplied",
    "drawing_not_released",
    "distance",
    "wrong_process",
    "other",
)
DUPLICATE_VERDICTS = ("same", "different", "unsure", "withdrawn")


class Run(Base):
    """One ranking of one requirement as it was then, with all that is needed to say who made it."""

    __tablename__ = "runs"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    requirement_id: Mapped[str] = mapped_column(ForeignKey("requirements.id"), index=True)
    requirement: Mapped[dict[str, Any]]
    requirement_version: Mapped[int]
    effective_on: Mapped[date]
    engine_version: Mapped[str] = mapped_column(String(20))
    vocabulary_version: Mapped[str] = mapped_column(String(20))
    index_sequence: Mapped[int]
    created_by: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]

    matches: Mapped[list[Match]] = relationship(order_by="Match.rank", cascade="all, delete-orphan")
    stored_requirement: Mapped[Requirement] = relationship()


class Match(Base):
    """One supplier in a run. `body` is the public match, reasons and all, as it was shown."""

    __tablename__ = "matches"
    __table_args__ = (one_of("band", BANDS), Index("ix_matches_supplier_id", "supplier_id"))

    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id"), primary_key=True)
    rank: Mapped[int] = mapped_column(primary_key=True)
    supplier_id: Mapped[str] = mapped_column(ForeignKey("suppliers.id"))
    band: Mapped[str] = mapped_column(String(16))
    score: Mapped[float]
    body: Mapped[dict[str, Any]]


class Decision(Base):
    """A person's verdict on a pair. Rows are only added; the latest stands, `withdrawn` cancels."""

    __tablename__ = "decisions"
    __table_args__ = (
        one_of("verdict", VERDICTS),
        one_of("reason_code", ("", *REASON_CODES)),
        Index("ix_decisions_pair", "requirement_id", "supplier_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    requirement_id: Mapped[str] = mapped_column(ForeignKey("requirements.id"))
    supplier_id: Mapped[str] = mapped_column(ForeignKey("suppliers.id"))
    run_id: Mapped[str | None] = mapped_column(ForeignKey("runs.id"))
    verdict: Mapped[str] = mapped_column(String(16))
    reason_code: Mapped[str] = mapped_column(String(32))
    note: Mapped[str] = mapped_column(Text)
    shown: Mapped[dict[str, Any]]
    decided_by: Mapped[str] = mapped_column(String(200))
    decided_at: Mapped[datetime]


class DuplicateDecision(Base):
    """A person's word on whether two records are one firm. The pair is stored with `a_id` < `b_id`."""

    __tablename__ = "duplicate_decisions"
    __table_args__ = (
        one_of("verdict", DUPLICATE_VERDICTS),
        Index("ix_duplicate_decisions_pair", "a_id", "b_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    a_id: Mapped[str] = mapped_column(ForeignKey("suppliers.id"))
    b_id: Mapped[str] = mapped_column(ForeignKey("suppliers.id"))
    verdict: Mapped[str] = mapped_column(String(16))
    note: Mapped[str] = mapped_column(Text)
    decided_by: Mapped[str] = mapped_column(String(200))
    decided_at: Mapped[datetime]
