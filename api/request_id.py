"""One name for each request, so that an answer, a log line and a question to the helpdesk can be brought together."""

from __future__ import annotations

import re
import secrets

from flask import Response, request

HEADER = "X-Request-ID"
_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{8,64}")
_KEPT_AS = "matchmaker.request_id"


def request_id() -> str:
    """The caller's own id when it is well formed, else a fresh one; the same for the whole request."""
    if _KEPT_AS not in request.environ:
        given = request.headers.get(HEADER, "")
        request.environ[_KEPT_AS] = given if _ACCEPTED.fullmatch(given) else secrets.token_hex(16)
    return str(request.environ[_KEPT_AS])


def name_answer(response: Response) -> Response:
    """`response` with the request's id in its headers."""
    response.headers[HEADER] = request_id()
    return response
