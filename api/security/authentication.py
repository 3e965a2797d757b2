"""Who is asking: the bearer key of a request becomes an actor."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import g, request

from api.problems import refuse
from api.security.keys import KeyParts, matches, parse_key
from api.security.policy import POLICY
from api.transactions import reading
from matchmaker.desk.accounts import KeyHolder, holder
from matchmaker.desk.actors import Actor

_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="matchmaker"'}


def admit() -> None:
    """Let the request in as `g.actor`, or end it with 401 or 403. Runs before every operation."""
    g.actor = _actor()
    operation = (request.endpoint or "").rpartition(".")[2]
    if g.actor.role not in POLICY.get(operation, frozenset()):
        refuse(403, "forbidden", f"A key with the role {g.actor.role} may not do this.")


def actor() -> Actor:
    """Who is asking in the present request."""
    admitted: Actor = g.actor
    return admitted


def _actor() -> Actor:
    at = datetime.now(UTC)
    parts = parse_key(_token())
    known = _holder(parts, at) if parts else None
    if known is None:
        refuse(401, "unauthorized", "This key is not known, has expired or was revoked.", headers=_CHALLENGE)
    return Actor(known.organisation_id, known.role, f"key {known.public_id}", at)


def _token() -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        refuse(401, "unauthorized", "Send your key as `Authorization: Bearer mm_…`.", headers=_CHALLENGE)
    return token.strip()


def _holder(parts: KeyParts, at: datetime) -> KeyHolder | None:
    with reading() as session:
        found = holder(session, parts.public_id, at)
    return found if found and matches(parts, bytes.fromhex(found.sha256)) else None
