"""The one secret of an installation, and the keys made of it."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from api.config import Settings

KEPT_IN = Path("instance/secret")


def secret_of(settings: Settings) -> bytes:
    """The operator's secret, else the one kept in `KEPT_IN`, which is made when it is first asked for."""
    return settings.secret.encode() or _kept(KEPT_IN)


def key_for(purpose: str, secret: bytes) -> bytes:
    """32 bytes for one purpose, so that what is signed for one cannot serve another."""
    return hmac.digest(secret, purpose.encode(), hashlib.sha256)


def _kept(path: Path) -> bytes:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_once(path, secrets.token_urlsafe(48).encode())
    return path.read_bytes()


def _write_once(path: Path, content: bytes) -> None:
    # Workers start together: each writes its own file, the first link wins and all read that one.
    own = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with open(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(own, path)
    except FileExistsError:
        pass
    finally:
        own.unlink()
