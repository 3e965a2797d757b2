"""Keys and people, as commands make them."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from api.commands.stores import PROGRAMME, operator
from api.security.keys import new_key
from matchmaker.desk import accounts
from models import ApiKey
from models.engine import Database

SAMPLE_KEYS = Path("instance/sample-keys.txt")
KINDS = {
    "admin": "programme",
    "staff": "programme",
    "organiser": "organiser",
    "association": "association",
    "buyer": "buyer",
    "supplier": "supplier",
}
"""The kind of organisation that a role belongs to."""


def issue(session: Session, organisation_id: str, role: str, label: str, days: int | None) -> str:
    """A new key, to be shown once; its organisation is made where there is none."""
    actor = operator()
    accounts.organisation(session, actor, organisation_id, KINDS[role], "")
    shown_once, public_id, sha256 = new_key(role)
    key = ApiKey(
        public_id=public_id,
        organisation_id=organisation_id,
        role=role,
        label=label,
        sha256=sha256.hex(),
        created_at=actor.at,
        expires_at=_expiry(actor.at, days),
    )
    accounts.add_key(session, actor, key)
    return shown_once


def _expiry(at: datetime, days: int | None) -> datetime | None:
    return at + timedelta(days=days) if days else None


def sample_keys(database: Database, buyer: str) -> None:
    """Make a key for staff and one for the sample's buyer, unless they are there; the file is for this user only."""
    if SAMPLE_KEYS.exists():
        return
    with database.write_sessions.begin() as session:
        lines = [
            f"staff {issue(session, PROGRAMME, 'staff', 'sample', None)}",
            f"buyer {issue(session, buyer, 'buyer', 'sample', None)}",
        ]
    SAMPLE_KEYS.parent.mkdir(exist_ok=True)
    with open(os.open(SAMPLE_KEYS, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
