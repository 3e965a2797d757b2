"""What is raised, and the problem it becomes: the one table from errors below the edge to HTTP statuses."""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, current_app, request
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from api.problems import CODES, TITLES, Refusal, problem, wants_problem
from api.request_id import request_id
from matchmaker import errors

STATUSES: dict[type[Exception], int] = {
    errors.MatchmakerError: 400,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.Stale: 412,
    errors.Invalid: 422,
    errors.FileRefused: 422,
    StaleDataError: 412,
    OperationalError: 503,
    InterfaceError: 503,
    PoolTimeout: 503,
}
"""What is raised below the edge, and the status it becomes; the nearest class counts."""

RETRY_AFTER_S = 2
"""A database that restarts, or a writer ahead of us in the queue, is usually through by then."""

_UNEXPECTED = "The cause is in our log under the request id. Try again, or ask the helpdesk with that id."
_AWAY = f"Nothing was changed. Try again in {RETRY_AFTER_S} seconds."


def register(app: Flask) -> None:
    """Makes `app` answer every failure through this file."""
    app.register_error_handler(HTTPException, handle_http_exception)
    for kind in STATUSES:
        app.register_error_handler(kind, handle_refusal)


def handle_http_exception(error: HTTPException) -> Response | HTTPException:
    """The problem for an error of the web layer, with the error's own headers (Allow, Retry-After, …)."""
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if error.response is not None or status < HTTPStatus.BAD_REQUEST or not wants_problem():
        return error
    if isinstance(error, Refusal):
        return problem(status, error.problem_code, str(error.description), error.errors, error.headers)
    return problem(status, CODES.get(status, "bad_request"), _detail(status, error), headers=dict(error.get_headers()))


def _detail(status: int, error: HTTPException) -> str:
    if status == HTTPStatus.INTERNAL_SERVER_ERROR:
        return _UNEXPECTED
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE and request.max_content_length:
        return f"At most {request.max_content_length:,} bytes are taken here."
    return error.description or ""


def handle_refusal(error: Exception) -> Response:
    """The problem for an error from below the edge."""
    status = next(STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES)
    if isinstance(error, errors.MatchmakerError):
        pointer = getattr(error, "pointer", "")
        found = [{"pointer": pointer, "detail": error.message}] if pointer else []
        return problem(status, error.code, error.message, found)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        current_app.logger.error("request %s met a database that is away", request_id(), exc_info=error)
        return problem(status, CODES[status], _AWAY, headers={"Retry-After": str(RETRY_AFTER_S)})
    return problem(status, CODES[status], TITLES[CODES[status]] + ".")
