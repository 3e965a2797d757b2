"""RFC 9457 problems: one shape for everything that goes wrong under /api."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NoReturn
from urllib.parse import quote

from flask import Response, current_app, request
from werkzeug.exceptions import HTTPException

from api.request_id import request_id

MEDIA_TYPE = "application/problem+json"

TITLES = {
    "bad_request": "The request cannot be read",
    "bad_json": "The body is not JSON that can be read",
    "body_missing": "The body is missing",
    "bad_cursor": "The cursor does not belong to this list",
    "unauthorized": "Sign in or send a valid key",
    "forbidden": "This key or role may not do that",
    "not_found": "No such thing here",
    "method_not_allowed": "This path does not take that method",
    "not_acceptable": "No answer in an accepted form",
    "conflict": "The request does not fit what is stored",
    "stale": "It has changed since it was read",
    "length_required": "Say how long the file is",
    "body_too_large": "The body is too large",
    "wrong_media_type": "The body has another type than this path takes",
    "invalid": "Some fields are not valid",
    "file_refused": "The file cannot be read",
    "precondition_required": "Say which version this change is meant for",
    "too_many_requests": "Too many requests",
    "internal_error": "Something went wrong on our side",
    "unavailable": "The service is busy or its database is away",
    "refused": "The request is refused",
}
"""Every code we give by ourselves, with the sentence that heads it; errors from below may bring their own codes."""

CODES = {
    400: "bad_request",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    406: "not_acceptable",
    409: "conflict",
    411: "length_required",
    412: "stale",
    413: "body_too_large",
    415: "wrong_media_type",
    422: "invalid",
    428: "precondition_required",
    429: "too_many_requests",
    500: "internal_error",
    503: "unavailable",
}
"""The code of a status that came without one."""


class Refusal(HTTPException):
    """A problem that the web layer itself finds. Below the edge raise an error of `matchmaker.errors` instead."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        errors: Iterable[Mapping[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.code = status
        self.problem_code = code
        self.errors = list(errors)
        self.headers = dict(headers or {})


def refuse(
    status: int,
    code: str,
    detail: str,
    *,
    errors: Iterable[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> NoReturn:
    """Ends the request with this problem."""
    raise Refusal(status, code, detail, errors, headers)


def problem(
    status: int,
    code: str,
    detail: str,
    errors: Iterable[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer that tells of one problem: JSON under /api, plain text elsewhere."""
    title = TITLES.get(code) or TITLES[CODES.get(status, "bad_request")]
    if not wants_problem():
        text = f"{title}\n\n{detail}\n\n{request_id()}\n"
        return Response(text, status, headers, content_type="text/plain; charset=utf-8")
    body: dict[str, Any] = {
        "type": f"/api/docs#{code}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": quote(request.path),
        "code": code,
        "request_id": request_id(),
    }
    if found := list(errors):
        body["errors"] = found
    return Response(current_app.json.dumps(body), status, headers, content_type=MEDIA_TYPE)


def wants_problem() -> bool:
    """Whether the asker is a program, to judge by the path; people get text."""
    return request.path == "/api" or request.path.startswith("/api/")
