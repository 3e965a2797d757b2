"""A small application with one demonstration resource on the real base."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, request
from flask.testing import FlaskClient
from marshmallow import fields
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError

from api.blueprint import Blueprint
from api.config import settings_from
from api.create_app import create_app
from api.pages import PageQuery, page, position
from api.transactions import services
from api.v1.answers import RequirementPageSchema
from api.v1.forms import Query
from api.v1.schemas import RequirementSchema
from matchmaker import errors

demo = Blueprint("demo", __name__, url_prefix="/api/v1/demo", description="For the tests")

NUMBERS = list(range(1, 8))


class DemoQuery(PageQuery):
    colour = fields.String()


class FileQuery(Query):
    file = fields.Raw(required=True)


@demo.route("", methods=["POST"])
@demo.arguments(RequirementSchema)
@demo.response(201, RequirementSchema)
def create_demo(form: dict[str, Any]) -> dict[str, Any]:
    """Gives the form back."""
    return form


@demo.route("")
@demo.arguments(DemoQuery, location="query")
@demo.response(200, RequirementPageSchema)
def list_demo(query: dict[str, Any]) -> Any:
    after = position(query)
    start = 0 if after is None else NUMBERS.index(after[0]) + 1
    found = NUMBERS[start : start + query["limit"]]
    more = start + query["limit"] < len(NUMBERS)
    return page([{"id": f"R{number}"} for number in found], [found[-1]] if more else None)


@demo.route("/<id:demo_id>")
@demo.response(200, RequirementSchema)
def read_demo(demo_id: str) -> dict[str, Any]:
    return {"id": demo_id}


@demo.route("/files", methods=["POST"])
@demo.arguments(FileQuery, location="files")
@demo.response(200)
def upload_demo(files: dict[str, Any]) -> dict[str, int]:
    return {"bytes": len(files["file"].read())}


@demo.route("/failures/<name>")
@demo.response(200)
def fail_demo(name: str) -> None:
    raise FAILURES[name]


FAILURES: dict[str, Exception] = {
    "not-found": errors.NotFound("There is no supplier S9."),
    "conflict": errors.Conflict("It is approved already.", code="already_approved"),
    "stale": errors.Stale("It was changed at 10:02."),
    "invalid": errors.Invalid("must be in the future", pointer="/start_on"),
    "file": errors.FileRefused("The workbook is damaged."),
    "refused": errors.MatchmakerError("Not like this."),
    "away": OperationalError("SELECT secret", {}, Exception("database is locked")),
    "crowded": PoolTimeout("QueuePool limit reached"),
    "overtaken": StaleDataError("UPDATE matched 0 rows"),
    "bug": RuntimeError("secret detail"),
}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    url = f"sqlite:///{tmp_path / 'api.sqlite3'}"
    made = create_app(settings_from({"DATABASE_URL": url, "MATCHMAKER_SECRET": "k" * 32}), [demo])

    @made.get("/page/failures/<name>")
    def fail_page(name: str) -> str:
        raise FAILURES[name]

    @made.get("/page/address")
    def show_address() -> str:
        return f"{request.remote_addr} {request.scheme}"

    yield made
    with made.app_context():
        services().database.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
