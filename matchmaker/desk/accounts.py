"""Organisations, their people and their keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from matchmaker.desk.actors import Actor, new_id, record
from matchmaker.errors import Conflict, Invalid
from models import ApiKey, Organisation, Person
from models.organisations import ORGANISATION_KINDS, ROLES


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """Whom a key stands for, with the hash that the shown key must have."""

    public_id: str
    sha256: str
    organisation_id: str
    role: str


def organisation(session: Session, actor: Actor, organisation_id: str, kind: str, name: str) -> Organisation:
    """The organisation of an id, made where there is none. Raises `Conflict` where it exists as another kind."""
    if kind not in ORGANISATION_KINDS:
        raise Invalid(f"{kind} is no kind of organisation; use one of {', '.join(ORGANISATION_KINDS)}")
    found = session.get(Organisation, organisation_id)
    if found is None:
        found = Organisation(id=organisation_id, kind=kind, name=name or organisation_id, created_at=actor.at)
        session.add(found)
        session.flush()
        record(session, actor, "create", ("organisation", organisation_id), kind=kind, name=found.name)
    elif found.kind != kind:
        raise Conflict(f"organisation {organisation_id} is a {found.kind}, not a {kind}")
    return found


def add_key(session: Session, actor: Actor, key: ApiKey) -> None:
    """Store a key's public id and hash. The key itself never comes here."""
    if key.role not in ROLES:
        raise Invalid(f"{key.role} is no role; use one of {', '.join(ROLES)}")
    session.add(key)
    record(session, actor, "create", ("key", key.public_id), role=key.role, organisation=key.organisation_id)


def holder(session: Session, public_id: str, at: datetime) -> KeyHolder | None:
    """Whom a live key stands for at a moment, or None where it is unknown, expired or revoked."""
    key = session.get(ApiKey, public_id)
    if key is None or key.revoked_at or (key.expires_at and key.expires_at <= at):
        return None
    return KeyHolder(key.public_id, key.sha256, key.organisation_id, key.role)


def add_person(session: Session, actor: Actor, person: Person) -> None:
    """Store a person who may sign in. Raises `Conflict` where the address is in use."""
    if session.scalar(select(Person.id).where(Person.email == person.email)):
        raise Conflict(f"somebody with the address {person.email} exists already")
    person.id = new_id("person")
    session.add(person)
    record(session, actor, "create", ("person", person.id), role=person.role, organisation=person.organisation_id)
