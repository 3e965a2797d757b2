from __future__ import annotations

import logging

import pytest
from flask.testing import FlaskClient

from api.failures import RETRY_AFTER_S
from api.problems import CODES, TITLES

FAILURES = "/api/v1/demo/failures"


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        ("not-found", 404, "not_found"),
        ("conflict", 409, "already_approved"),
        ("stale", 412, "stale"),
        ("invalid", 422, "invalid"),
        ("file", 422, "file_refused"),
        ("refused", 400, "refused"),
        ("away", 503, "unavailable"),
        ("crowded", 503, "unavailable"),
        ("overtaken", 412, "stale"),
        ("bug", 500, "internal_error"),
    ],
)
def test_each_error_from_below_has_its_status_and_keeps_its_code(
    client: FlaskClient, name: str, status: int, code: str
) -> None:
    answer = client.get(f"{FAILURES}/{name}")
    assert (answer.status_code, answer.json["code"]) == (status, code)
    assert answer.json["title"] in TITLES.values()
    assert answer.json["instance"] == f"{FAILURES}/{name}"


def test_the_sentence_and_the_pointer_of_a_refusal_are_passed_on(client: FlaskClient) -> None:
    assert client.get(f"{FAILURES}/not-found").json["detail"] == "There is no supplier S9."
    invalid = client.get(f"{FAILURES}/invalid").json
    assert invalid["errors"] == [{"pointer": "/start_on", "detail": "must be in the future"}]


def test_a_database_that_is_away_asks_to_come_back(client: FlaskClient) -> None:
    assert client.get(f"{FAILURES}/away").headers["Retry-After"] == str(RETRY_AFTER_S)


@pytest.mark.parametrize("name", ["bug", "away"])
@pytest.mark.parametrize("place", [FAILURES, "/page/failures"])
def test_our_own_faults_are_logged_under_the_request_id_and_never_shown(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, name: str, place: str
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = client.get(f"{place}/{name}", headers={"X-Request-ID": "asked-by-1"})
    assert answer.status_code in (500, 503)
    for inside in ("secret", "SELECT", "locked", "Traceback"):
        assert inside not in answer.text
    (record,) = caplog.records
    assert "asked-by-1" in record.getMessage()
    assert record.exc_info is not None


def test_outside_the_api_problems_are_not_json(client: FlaskClient) -> None:
    for name, status in (("not-found", 404), ("bug", 500), ("away", 503)):
        answer = client.get(f"/page/failures/{name}")
        assert (answer.status_code, answer.mimetype.partition("/")[0]) == (status, "text")
    assert client.get("/nowhere").mimetype == "text/html"
    assert client.get("/apis").mimetype == "text/html"


def test_under_the_api_unknown_paths_are_problems(client: FlaskClient) -> None:
    for path in ("/api", "/api/", "/api/v2", "/api/v1/nowhere", "/api/v1/démo"):
        answer = client.get(path)
        assert (answer.status_code, answer.json["code"]) == (404, "not_found")
    assert answer.json["instance"] == "/api/v1/d%C3%A9mo"


def test_every_code_of_a_status_has_a_title() -> None:
    assert set(CODES.values()) <= set(TITLES)


@pytest.mark.parametrize("given", ["abcdefgh", "a.b_c-d.1", "x" * 64])
def test_a_well_formed_request_id_is_kept(client: FlaskClient, given: str) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": given}).headers["X-Request-ID"] == given


@pytest.mark.parametrize("given", ["", "short", "x" * 65, "with space 1", "<script>alert", "é" * 8])
def test_any_other_request_id_is_replaced_and_not_echoed(client: FlaskClient, given: str) -> None:
    first, second = (client.get("/nowhere", headers={"X-Request-ID": given}).headers["X-Request-ID"] for _ in range(2))
    assert given not in (first, second)
    assert first != second
    assert len(first) == 32


@pytest.mark.parametrize(
    "path", ["/healthz", "/api/docs", "/api/v1/openapi.json", "/api/v1/demo", "/api/v1/nowhere", "/page/failures/bug"]
)
def test_every_answer_has_the_security_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Strict-Transport-Security" not in headers


def test_over_tls_browsers_are_told_to_stay_there(client: FlaskClient) -> None:
    answer = client.get("/api/v1/demo", base_url="https://localhost")
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert answer.headers["Cache-Control"] == "no-store"


def test_without_a_proxy_of_ours_forwarded_addresses_are_ignored(client: FlaskClient) -> None:
    forged = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}
    assert client.get("/page/address", headers=forged).text == "127.0.0.1 http"
