"""Whether the process lives and whether it can serve: for load balancers, without detail and without a key."""

from __future__ import annotations

from flask import Blueprint, Response, current_app

from api.transactions import services

health = Blueprint("health", __name__)


@health.get("/healthz")
def healthz() -> Response:
    """This process answers."""
    return _plain("ok", 200)


@health.get("/readyz")
def readyz() -> Response:
    """The database and the index answer too."""
    try:
        ready = services().ready()
    except Exception:
        # Whatever it is, this worker cannot serve; the log has the reason.
        current_app.logger.exception("the readiness check failed")
        ready = False
    return _plain("ready", 200) if ready else _plain("not ready", 503)


def _plain(text: str, status: int) -> Response:
    return Response(f"{text}\n", status, content_type="text/plain; charset=utf-8")
