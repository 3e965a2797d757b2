"""Versions on the wire: a strong ETag on what is read, If-Match on what is changed."""

from __future__ import annotations

from flask import request

from api.problems import refuse

LONGEST = 20


def etag(version: int) -> dict[str, str]:
    """The header that carries a version."""
    return {"ETag": f'"{version}"'}


def asked_version() -> int:
    """The version that the request says it changes; 428 where it says none, 412 where it is no version of ours."""
    header = request.headers.get("If-Match", "").strip()
    if not header:
        refuse(428, "precondition_required", "Send If-Match with the ETag that you read, so that no change is lost.")
    version = header.strip('"')
    if not (header == f'"{version}"' and version.isascii() and version.isdigit() and len(version) <= LONGEST):
        refuse(412, "stale", "If-Match holds no ETag of this service; read it again.")
    return int(version)
