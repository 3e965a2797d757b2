"""What an operator can set, read once from the environment into one frozen object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from matchmaker.errors import Invalid

SETTINGS = (
    (
        "DATABASE_URL",
        "sqlite:///instance/matchmaker.sqlite3",
        "Where the data live: an SQLite file or a PostgreSQL address.",
    ),
    ("PORT", "8000", "Port that `matchmaker serve` listens on, 1–65535."),
    (
        "MATCHMAKER_SECRET",
        "",
        "Signs page cursors and forms: 32 characters or more, the same on every host. "
        "Left out, one is made and kept in ./instance/secret.",
    ),
    (
        "MATCHMAKER_PROXIES",
        "0",
        "How many reverse proxies of ours stand in front and set X-Forwarded-For and -Proto, 0–5.",
    ),
)
"""Name, default, description; README is compared with this."""

SECRET_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Settings:
    """`secret` is empty when the operator gave none, see `api.security.secret`."""

    database_url: str
    port: int
    secret: str
    proxies: int


def settings_from(environ: Mapping[str, str]) -> Settings:
    """The settings that `environ` asks for; raises `Invalid` naming the variable. Empty means left out."""
    _refuse_unknown(environ)
    value = {name: environ.get(name) or default for name, default, _ in SETTINGS}
    return Settings(
        database_url=_database_url(value["DATABASE_URL"]),
        port=_whole("PORT", value["PORT"], 1, 65535),
        secret=_secret(value["MATCHMAKER_SECRET"]),
        proxies=_whole("MATCHMAKER_PROXIES", value["MATCHMAKER_PROXIES"], 0, 5),
    )


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    known = {name for name, _, _ in SETTINGS}
    unknown = sorted(name for name in environ if name.startswith("MATCHMAKER_") and name not in known)
    if unknown:
        raise _wrong(unknown[0], f"is not a setting; the settings are {', '.join(sorted(known))}")


def _database_url(text: str) -> str:
    # Addresses are never repeated in the message: they may hold a password.
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise _wrong("DATABASE_URL", "is not a database address such as postgresql://host/name") from None
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise _wrong("DATABASE_URL", "must begin with sqlite:// or postgresql://")
    if url.database in (None, "", ":memory:"):
        raise _wrong("DATABASE_URL", "must name a file or a database")
    return text


def _whole(name: str, text: str, least: int, most: int) -> int:
    if text.isascii() and text.isdigit() and least <= int(text[:9]) <= most:
        return int(text)
    raise _wrong(name, f"must be a whole number from {least} to {most}")


def _secret(text: str) -> str:
    if text and len(text) < SECRET_LENGTH:
        raise _wrong("MATCHMAKER_SECRET", f"must have {SECRET_LENGTH} characters or more")
    return text


def _wrong(name: str, why: str) -> Invalid:
    return Invalid(f"{name} {why}.", code="wrong_setting")
