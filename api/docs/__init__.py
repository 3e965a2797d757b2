"""The page at /api/docs that shows the OpenAPI document, from our own files: a CDN would break the policy."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, request

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
TYPES = {"page.html": "text/html", "page.js": "text/javascript", "page.css": "text/css"}

_CONTENT = {name: (Path(__file__).parent / name).read_bytes() for name in TYPES}

docs = Blueprint("docs", __name__, url_prefix="/api/docs")


@docs.get("")
def page() -> Response:
    """The page, which fetches the document by itself."""
    return _file("page.html")


@docs.get("/<any('page.js', 'page.css'):name>")
def part(name: str) -> Response:
    """The page's script or style."""
    return _file(name)


def _file(name: str) -> Response:
    response = Response(_CONTENT[name], content_type=f"{TYPES[name]}; charset=utf-8")
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response
