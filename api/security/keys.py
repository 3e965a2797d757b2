"""API keys: `mm_<kind>_<public id>_<secret><check>`, shown once, kept as a public id and a SHA-256.

The secret has 32 base62 characters, about 190 bits, so a plain hash is enough (ASVS 5.0, 6.5.2). The check is a CRC32
in base62: a mistyped key is refused, and a leaked one found by scanners, without a query.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import string
import zlib
from dataclasses import dataclass, field

ALPHABET = string.digits + string.ascii_letters
PUBLIC_LENGTH = 8
SECRET_LENGTH = 32
CHECK_LENGTH = 6

_FORM = re.compile(
    rf"mm_(?P<kind>[a-z]{{2,12}})_(?P<public>[0-9A-Za-z]{{{PUBLIC_LENGTH}}})"
    rf"_[0-9A-Za-z]{{{SECRET_LENGTH}}}(?P<check>[0-9A-Za-z]{{{CHECK_LENGTH}}})"
)


@dataclass(frozen=True, slots=True)
class KeyParts:
    """A well-formed key. Only `public_id` may be logged."""

    kind: str
    public_id: str
    sha256: bytes = field(repr=False)


def new_key(kind: str = "key") -> tuple[str, str, bytes]:
    """A fresh key: the text to show once, the public id, and the SHA-256 to store. `kind` is 2–12 letters a–z."""
    if not re.fullmatch("[a-z]{2,12}", kind):
        raise ValueError(f"{kind!r} is not a kind of key: 2 to 12 letters a–z")
    public_id = _random(PUBLIC_LENGTH)
    body = f"mm_{kind}_{public_id}_{_random(SECRET_LENGTH)}"
    shown_once = body + _check(body)
    return shown_once, public_id, _digest(shown_once)


def parse_key(text: str) -> KeyParts | None:
    """The parts of a key whose form and check are right, else None. Says nothing about whether it is known."""
    found = _FORM.fullmatch(text)
    if found is None or found["check"] != _check(text[:-CHECK_LENGTH]):
        return None
    return KeyParts(found["kind"], found["public"], _digest(text))


def matches(parts: KeyParts, stored_sha256: bytes) -> bool:
    """Whether the key is the one stored, in a time that does not depend on where they differ."""
    return hmac.compare_digest(parts.sha256, stored_sha256)


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def _check(body: str) -> str:
    number, digits = zlib.crc32(body.encode()), ""
    for _ in range(CHECK_LENGTH):
        number, digit = divmod(number, len(ALPHABET))
        digits = ALPHABET[digit] + digits
    return digits


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
