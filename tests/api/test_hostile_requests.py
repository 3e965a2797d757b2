"""Whatever is sent, the answer is a 4xx problem with a stable code, never an error of ours."""

from __future__ import annotations

import io
import json
import time
from typing import Any

import pytest
from flask.testing import FlaskClient

from api.parsing import BODY_LIMIT, MOST_ERRORS, UPLOAD_LIMIT
from api.strict_json import MAX_NODES

PATH = "/api/v1/demo"
JSON = "application/json"


def nested(levels: int) -> bytes:
    return b'{"title": ' + b"[" * (levels - 1) + b"]" * (levels - 1) + b"}"


UNREADABLE: dict[str, bytes] = {
    "bad JSON": b'{"title": ',
    "two values": b'{"title": "x"} {"title": "y"}',
    "bad UTF-8": b'{"title": "\xff"}',
    "UTF-16": '{"title": "x"}'.encode("utf-16"),
    "33 levels": nested(33),
    "100,000 levels": nested(100_000),
    "100,000 open brackets": b"[" * 100_000,
    "100,000 open objects": b'{"a":' * 100_000,
    "5,000-digit number": b'{"title": "x", "annual_volume": ' + b"9" * 5_000 + b"}",
    "1e30000000": b'{"title": "x", "annual_volume": 1e30000000}',
    "NaN": b'{"title": "x", "tolerance_mm": NaN}',
    "Infinity": b'{"title": "x", "tolerance_mm": -Infinity}',
    "duplicate keys": b'{"title": "x", "title": "y"}',
    "duplicate keys inside": b'{"title": "x", "target_price": {"amount": "1", "amount": "2", "currency": "USD"}}',
    "NUL": b'{"title": "a\\u0000b"}',
    "NUL in a name": b'{"title": "x", "a\\u0000b": 1}',
    "raw NUL": b'{"title": "a\x00b"}',
    "lone surrogate": b'{"title": "a\\ud800b"}',
    "lone surrogate in a name": b'{"title": "x", "\\udfff": 1}',
    "too many values": json.dumps({"materials": ["x"] * MAX_NODES}).encode(),
}

INVALID: dict[str, tuple[bytes, str]] = {
    "unknown field": (b'{"title": "x", "status": "approved"}', "/status"),
    "unknown field inside": (b'{"title": "x", "certificates": {"any": []}}', "/certificates/any"),
    "wrong type": (b'{"title": 5}', "/title"),
    "number as text": (b'{"title": "x", "tolerance_mm": "0.05"}', "/tolerance_mm"),
    "true as number": (b'{"title": "x", "lead_time_days": true}', "/lead_time_days"),
    "1 as true": (b'{"title": "x", "equivalent_material_ok": 1}', "/equivalent_material_ok"),
    "2**63": (b'{"title": "x", "lead_time_days": 9223372036854775808}', "/lead_time_days"),
    "-2**63 - 1": (b'{"title": "x", "lead_time_days": -9223372036854775809}', "/lead_time_days"),
    "1e308": (b'{"title": "x", "annual_volume": 1e308}', "/annual_volume"),
    "40-digit number": (b'{"title": "x", "annual_volume": ' + b"9" * 40 + b"}", "/annual_volume"),
    "bidi override": (b'{"title": "a\\u202eb"}', "/title"),
    "control": (b'{"title": "a\\u001bb"}', "/title"),
    "combining flood": (b'{"title": "a' + b"\\u0301" * 1_000 + b'"}', "/title"),
    "null in a list": (b'{"title": "x", "materials": [null]}', "/materials/0"),
    "a list": (b'[{"title": "x"}]', ""),
    "null": (b"null", ""),
    "nothing said": (b"{}", "/title"),
    "name of 100,000 letters": (b'{"title": "x", "' + b"n" * 100_000 + b'": 1}', "/" + "n" * 64),
    "~ and / in a name": (b'{"title": "x", "a/b~c": 1}', "/a~1b~0c"),
}


def problem_of(answer: Any, status: int, code: str) -> dict[str, Any]:
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    body: dict[str, Any] = answer.json
    assert (body["status"], body["code"], body["type"]) == (status, code, f"/api/docs#{code}")
    assert body["request_id"] == answer.headers["X-Request-ID"]
    return body


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_body_that_does_not_mean_one_thing_is_bad_json(client: FlaskClient, name: str) -> None:
    started = time.perf_counter()
    body = problem_of(client.post(PATH, data=UNREADABLE[name], content_type=JSON), 400, "bad_json")
    assert time.perf_counter() - started < 1
    assert len(json.dumps(body)) < 1_000


@pytest.mark.parametrize("name", INVALID)
def test_a_wrong_value_is_named_by_its_pointer(client: FlaskClient, name: str) -> None:
    raw, pointer = INVALID[name]
    body = problem_of(client.post(PATH, data=raw, content_type=JSON), 422, "invalid")
    assert [error["pointer"] for error in body["errors"]] == [pointer]
    assert len(json.dumps(body)) < 1_000


def test_32_levels_are_read(client: FlaskClient) -> None:
    problem_of(client.post(PATH, data=nested(32), content_type=JSON), 422, "invalid")


def test_one_mistake_many_times_gives_a_short_answer(client: FlaskClient) -> None:
    body = problem_of(client.post(PATH, json={"title": "x", "materials": [1] * 9_000}), 422, "invalid")
    assert len(body["errors"]) == MOST_ERRORS
    assert "9000" in body["detail"]


@pytest.mark.parametrize(
    ("content_type", "headers"),
    [
        ("application/x-www-form-urlencoded", {}),
        ("multipart/form-data; boundary=x", {}),
        ("text/plain", {}),
        ("application/json; charset=utf-16", {}),
        (None, {}),
        (JSON, {"Content-Encoding": "gzip"}),
    ],
)
def test_another_type_of_body_is_415(client: FlaskClient, content_type: str | None, headers: dict[str, str]) -> None:
    answer = client.post(PATH, data=b"title=x", content_type=content_type, headers=headers)
    problem_of(answer, 415, "wrong_media_type")


@pytest.mark.parametrize("content_type", [None, JSON])
def test_a_missing_body_is_400(client: FlaskClient, content_type: str | None) -> None:
    problem_of(client.post(PATH, content_type=content_type), 400, "body_missing")


def filled(size: int) -> bytes:
    return b'{"title": "x"' + b" " * (size - len(b'{"title": "x"}')) + b"}"


def chunked(client: FlaskClient, path: str, body: bytes, content_type: str) -> Any:
    """The answer to `body` sent as gunicorn passes on a chunked one: no length, and an end it vouches for."""
    return client.post(
        path,
        input_stream=io.BytesIO(body),
        content_type=content_type,
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )


def test_a_body_at_the_limit_is_taken_in_both_framings(client: FlaskClient) -> None:
    assert client.post(PATH, data=filled(BODY_LIMIT), content_type=JSON).status_code == 201
    assert chunked(client, PATH, filled(BODY_LIMIT), JSON).status_code == 201


def test_an_over_long_body_is_413_in_both_framings(client: FlaskClient) -> None:
    body = problem_of(client.post(PATH, data=filled(BODY_LIMIT + 1), content_type=JSON), 413, "body_too_large")
    assert "1,000,000 bytes" in body["detail"]
    problem_of(chunked(client, PATH, filled(BODY_LIMIT + 1), JSON), 413, "body_too_large")


def form_with_file(size: int) -> bytes:
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    return head + b"x" * size + b"\r\n--x--\r\n"


def test_an_uploaded_file_has_a_limit_of_its_own(client: FlaskClient) -> None:
    path, kind = f"{PATH}/files", "multipart/form-data; boundary=x"
    answer = client.post(path, data=form_with_file(2 * BODY_LIMIT), content_type=kind)
    assert (answer.status_code, answer.json) == (200, {"bytes": 2 * BODY_LIMIT})
    problem_of(client.post(path, data=form_with_file(UPLOAD_LIMIT), content_type=kind), 413, "body_too_large")
    problem_of(chunked(client, path, form_with_file(10), kind), 411, "length_required")


@pytest.mark.parametrize(
    ("query", "pointers"),
    [
        ("colour=red&size=5", ["/size"]),
        ("limit=1&limit=2", ["/limit"]),
        ("limit=0", ["/limit"]),
        ("limit=201", ["/limit"]),
        ("limit=-1", ["/limit"]),
        ("limit=1_0", ["/limit"]),
        ("limit=９", ["/limit"]),
        ("limit=", ["/limit"]),
        ("limit=" + "9" * 5_000, ["/limit"]),
        ("%00=1", ["/\x00"]),
        ("%ff=1", ["/%FF"]),
    ],
)
def test_a_query_field_that_is_not_understood_is_refused(client: FlaskClient, query: str, pointers: list[str]) -> None:
    errors = problem_of(client.get(f"{PATH}?{query}"), 422, "invalid")["errors"]
    assert [error["pointer"] for error in errors] == pointers
    assert {error["in"] for error in errors} == {"query"}


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_operation_without_query_refuses_one(client: FlaskClient, method: str) -> None:
    answer = client.open(f"{PATH}/R1?expand=all", method=method)
    assert (answer.status_code, answer.content_type) == (422, "application/problem+json")


@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH", "TRACE", "BREW"])
def test_a_wrong_method_is_405_and_names_the_right_ones(client: FlaskClient, method: str) -> None:
    answer = client.open(PATH, method=method)
    problem_of(answer, 405, "method_not_allowed")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "POST", "OPTIONS"}


def test_options_and_head_answer_without_a_body(client: FlaskClient) -> None:
    options = client.options(PATH)
    assert (options.status_code, options.data) == (200, b"")
    assert set(options.headers["Allow"].split(", ")) == {"GET", "HEAD", "POST", "OPTIONS"}
    head = client.head(PATH)
    assert (head.status_code, head.data) == (200, b"")


@pytest.mark.parametrize("demo_id", ["", ".x", "a%20b", "%00", "a" * 65, "%F0%9F%98%80", "a%0Ab", "..%2f"])
def test_what_is_no_id_is_not_found(client: FlaskClient, demo_id: str) -> None:
    problem_of(client.get(f"{PATH}/{demo_id}"), 404, "not_found")
