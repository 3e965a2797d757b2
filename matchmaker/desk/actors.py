"""Who does something, and when: every change carries it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from models import Audit

STAFF_ROLES = frozenset({"admin", "staff"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or program acting for an organisation at a moment (UTC, given by the edge)."""

    organisation_id: str
    role: str
    name: str
    at: datetime

    @property
    def is_staff(self) -> bool:
        return self.role in STAFF_ROLES


def new_id(kind: str) -> str:
    """A fresh id with 96 random bits, so that ids can be neither counted nor guessed."""
    return f"{kind}-{secrets.token_hex(12)}"


def record(session: Session, actor: Actor, action: str, subject: tuple[str, str], **detail: Any) -> None:
    """Write the audit row of a change into its own transaction. `subject` is (kind, id)."""
    session.add(
        Audit(
            at=actor.at,
            organisation_id=actor.organisation_id,
            actor=actor.name,
            action=action,
            subject_kind=subject[0],
            subject_id=subject[1],
            detail=detail,
        )
    )
