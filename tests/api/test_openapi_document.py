"""The document by its structure: what a reader or a generator of clients relies on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from api.blueprint import Blueprint
from api.config import settings_from
from api.create_app import create_app
from api.problems import TITLES


@pytest.fixture
def document(client: FlaskClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/v1/openapi.json").json
    return found


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method in item.keys() & {"get", "post", "put", "patch", "delete"}:
            yield path, item, item[method]


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for inner in node.values():
            yield from references(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from references(inner)


def test_it_is_openapi_3_1_with_bearer_keys(document: dict[str, Any]) -> None:
    assert re.fullmatch(r"3\.1\.\d+", document["openapi"])
    assert {"title", "version"} <= document["info"].keys()
    assert document["components"]["securitySchemes"]["bearer"] == {"type": "http", "scheme": "bearer"}
    assert document["security"] == [{"bearer": []}]


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    for reference in references(document):
        node = document
        for step in reference.removeprefix("#/").split("/"):
            node = node[step]


def test_every_operation_is_the_function_it_calls(document: dict[str, Any]) -> None:
    ids = [operation["operationId"] for _, _, operation in operations(document)]
    assert sorted(ids) == ["create_demo", "fail_demo", "list_demo", "read_demo", "upload_demo"]


def test_two_operations_of_one_name_are_refused(app: Flask) -> None:
    other = Blueprint("other", __name__, url_prefix="/api/v1/other")

    @other.route("")
    @other.response(204)
    def list_demo() -> None: ...

    api = app.extensions["flask-smorest"]["apis"][""]["ext_obj"]
    with pytest.raises(ValueError, match="list_demo"):
        api.spec.path(rule=next(app.url_map.iter_rules("demo.list_demo")), operations={"get": {}})


def test_every_operation_documents_its_problems(document: dict[str, Any]) -> None:
    for _, _, operation in operations(document):
        name = operation["responses"]["default"]["$ref"].rpartition("/")[2]
        content = document["components"]["responses"][name]["content"]
        assert content == {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


def test_every_part_of_a_path_is_a_required_parameter(document: dict[str, Any]) -> None:
    for path, item, operation in operations(document):
        parameters = item.get("parameters", []) + operation.get("parameters", [])
        found = {one["name"]: one for one in parameters if one["in"] == "path"}
        assert found.keys() == set(re.findall(r"{(\w+)}", path))
        assert all(one["required"] for one in found.values())


def test_ids_in_paths_have_their_pattern(document: dict[str, Any]) -> None:
    (parameter,) = document["paths"]["/api/v1/demo/{demo_id}"]["parameters"]
    assert parameter["schema"]["pattern"] == "^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$"


def test_bodies_are_required_and_closed(document: dict[str, Any]) -> None:
    assert document["paths"]["/api/v1/demo"]["post"]["requestBody"]["required"] is True
    requirement = document["components"]["schemas"]["Requirement"]
    assert requirement["additionalProperties"] is False
    assert [option["required"] for option in requirement["anyOf"]] == [["title"], ["description"]]


def test_a_forms_docstring_is_its_description(document: dict[str, Any]) -> None:
    assert document["components"]["schemas"]["Requirement"]["description"].startswith("A part that a buyer needs.")


def test_bounds_patterns_and_choices_are_in_the_document(document: dict[str, Any]) -> None:
    fields = document["components"]["schemas"]["Requirement"]["properties"]
    assert (fields["tolerance_mm"]["exclusiveMinimum"], fields["tolerance_mm"]["maximum"]) == (0, 100)
    assert (fields["size_mm"]["minItems"], fields["size_mm"]["maxItems"]) == (1, 3)
    assert fields["title"]["maxLength"] == 500
    assert fields["confidentiality"]["enum"] == ["public", "anonymous", "nda_first", None]
    assert document["components"]["schemas"]["Price"]["properties"]["amount"]["type"] == "string"


@pytest.mark.parametrize("schema", ["Requirement", "Price", "CertificateNeeds", "Problem", "Error"])
def test_every_field_is_described(document: dict[str, Any], schema: str) -> None:
    for name, field in document["components"]["schemas"][schema]["properties"].items():
        assert field.get("description") or references(field), name


def test_the_codes_of_problems_are_listed(document: dict[str, Any]) -> None:
    assert document["info"]["x-problems"] == TITLES


def test_paging_is_documented(document: dict[str, Any]) -> None:
    parameters = {one["name"]: one["schema"] for one in document["paths"]["/api/v1/demo"]["get"]["parameters"]}
    limit = parameters["limit"]
    assert (limit["type"], limit["minimum"], limit["maximum"], limit["default"]) == ("integer", 1, 200, 50)
    assert "X-Pagination" not in str(document)


def test_the_page_names_only_files_of_ours(client: FlaskClient) -> None:
    page = client.get("/api/docs")
    assert page.mimetype == "text/html"
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    addresses = re.findall(r'(?:src|href|data-document)="([^"]+)"', page.text)
    assert "/api/v1/openapi.json" in addresses
    for address in addresses:
        assert address.startswith("/api/")
        assert client.get(address).status_code == 200


def test_the_page_has_nothing_inline(client: FlaskClient) -> None:
    text = client.get("/api/docs").text
    assert not re.search(r"<style|style=|\son\w+=|<script[^>]*>[^<]", text)


def test_health_and_readiness(app: Flask, client: FlaskClient) -> None:
    assert (client.get("/healthz").text, client.get("/readyz").text) == ("ok\n", "ready\n")
    app.extensions["matchmaker"].ready = lambda: False
    assert (client.get("/healthz").status_code, client.get("/readyz").status_code) == (200, 503)


def test_a_readiness_check_that_fails_is_not_ready(app: Flask, client: FlaskClient) -> None:
    def broken() -> bool:
        raise OSError("/secret/path")

    app.extensions["matchmaker"].ready = broken
    answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "not ready\n")


def test_behind_a_proxy_of_ours_its_word_counts(tmp_path: Any) -> None:
    url = f"sqlite:///{tmp_path / 'proxied.sqlite3'}"
    environ = {"DATABASE_URL": url, "MATCHMAKER_SECRET": "k" * 32, "MATCHMAKER_PROXIES": "1"}
    app = create_app(settings_from(environ), [])
    forwarded = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}
    assert "Strict-Transport-Security" in app.test_client().get("/healthz", headers=forwarded).headers
