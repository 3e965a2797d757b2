"""Wrong input gets a clear 4xx problem, never a 5xx, and stores nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from resources.world import BRACKET, PRESS_SHOP, Client


def _body(**changes: Any) -> bytes:
    return json.dumps({**BRACKET, **changes}).encode()


HOSTILE = {
    "no JSON": b'{"title": ',
    "unknown field": _body(colour="red"),
    "wrong type": _body(tolerance_mm="fine"),
    "deep": b'{"title": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "long number": b'{"title": "x", "annual_volume": ' + b"9" * 5000 + b"}",
    "huge number": _body(annual_volume=2**63),
    "exponent": b'{"title": "x", "annual_volume": 1e999}',
    "NaN": b'{"title": "x", "tolerance_mm": NaN}',
    "NUL": b'{"title": "a\\u0000b"}',
    "lone surrogate": b'{"title": "a\\ud800b"}',
    "name twice": b'{"title": "a", "title": "b"}',
    "empty": b"",
    "list": b"[]",
    "text": b'"title"',
    "bad UTF-8": b'{"title": "\xff"}',
    "negative": _body(annual_volume=-1),
    "no day": _body(start_on="2026-02-30"),
    "long text": _body(title="x" * 501),
    "price": _body(target_price={"amount": "1e1000000", "currency": "USD"}),
    "id": _body(id="../etc"),
    "owner": _body(organisation_id="buyer-b"),
    "nothing said": b"{}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_requirement_that_cannot_be_read(name: str, buyer: Client) -> None:
    answer = buyer("POST", "/requirements", data=HOSTILE[name], content_type="application/json")
    assert 400 <= answer.status_code < 500
    assert answer.content_type == "application/problem+json"
    assert answer.json["code"]
    assert answer.json["detail"]
    assert buyer("GET", "/requirements").json["items"] == []


@pytest.mark.parametrize("name", ["no JSON", "deep", "NUL", "unknown field"])
def test_a_supplier_that_cannot_be_read(name: str, staff: Client) -> None:
    answer = staff("POST", "/suppliers", data=HOSTILE[name], content_type="application/json")
    assert 400 <= answer.status_code < 500
    assert staff("GET", "/suppliers").json["items"] == []


def test_a_form_post_is_another_media_type(buyer: Client) -> None:
    assert buyer("POST", "/requirements", data={"title": "x"}).status_code == 415


def test_a_decision_on_a_supplier_that_is_not_there(stocked: Client, buyer: Client) -> None:
    buyer("POST", "/requirements", json=BRACKET)
    answer = stocked("POST", "/requirements/R-bracket/decisions", json={"supplier_id": "S-none", "verdict": "approved"})
    assert (answer.status_code, answer.json["errors"][0]["pointer"]) == (422, "/supplier_id")
    assert stocked("GET", "/requirements/R-bracket/decisions").json["items"] == []


def test_duplicates_that_are_not_there(stocked: Client) -> None:
    for pair in ({"a": "S-press", "b": "S-none"}, {"a": "S-press", "b": "S-press"}):
        assert stocked("POST", "/duplicates/decisions", json={**pair, "verdict": "same"}).status_code in (404, 422)


def test_a_stranger_learns_only_that_a_key_is_needed(app: Any) -> None:
    answer = app.test_client().post("/api/v1/requirements", data=HOSTILE["no JSON"], content_type="application/json")
    assert (answer.status_code, answer.json["code"]) == (401, "unauthorized")


@pytest.mark.parametrize(
    "query", ["top=0", "top=many", "top=1&top=2", "on=yesterday", "colour=red", "top=99999999999999999999"]
)
def test_a_query_that_cannot_be_read(query: str, buyer: Client) -> None:
    assert buyer("POST", f"/match?{query}", json=BRACKET).status_code == 422


@pytest.mark.parametrize("tag", ["7", '"x"', "*", 'W/"1"', '"' + "9" * 30 + '"'])
def test_a_version_that_is_none_of_ours(tag: str, stocked: Client) -> None:
    answer = stocked("PUT", "/suppliers/S-press", json=PRESS_SHOP, headers={"If-Match": tag})
    assert answer.status_code == 412


def test_a_cursor_of_another_list(stocked: Client, buyer: Client) -> None:
    cursor = stocked("GET", "/suppliers?limit=1").json["next"]
    assert stocked("GET", f"/suppliers?limit=1&q=x&cursor={cursor}").status_code == 400
    assert buyer("GET", f"/requirements?cursor={cursor}").status_code == 400
