"""Supplier lists over HTTP."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from resources.world import Client

import matchmaker

SAMPLE = Path(matchmaker.__file__).parent / "sample"


def _send(client: Client, name: str, **form: str) -> Any:
    content = (SAMPLE / name).read_bytes()
    return client("POST", "/imports", data={"file": (io.BytesIO(content), Path(name).name), **form})


def test_a_dry_run_says_what_would_happen_and_writes_nothing(staff: Client) -> None:
    tried = _send(staff, "suppliers-fair.csv", dry_run="true")
    assert tried.status_code == 200
    assert tried.json["counts"]["new"] == 30
    assert {column["field"] for column in tried.json["columns"]} >= {"name", "tax_code", "products", "certificates"}
    assert staff("GET", "/suppliers").json["items"] == []


def test_a_list_is_published_once(staff: Client) -> None:
    first = _send(staff, "suppliers-association.xlsx", source="vasi")
    assert (first.status_code, first.json["counts"]["new"]) == (201, 45)
    again = _send(staff, "suppliers-association.xlsx", source="vasi")
    assert (again.status_code, again.json["already_imported"], again.json["id"]) == (200, True, first.json["id"])
    assert len(staff("GET", "/suppliers?limit=200").json["items"]) == 45
    kept = staff("GET", f"/imports/{first.json['id']}")
    assert {problem["code"] for problem in kept.json["problems"]} >= {"tax-code-zero-restored"}


def test_a_changed_list_updates_what_nobody_has_edited(staff: Client) -> None:
    """The second list says 12 and 13 employees; one record was edited by hand in between and is left alone."""
    first = "Tên công ty,Lao động\nCông ty An,10\nCông ty Bình,11\n"
    second = first.replace("10", "12").replace("11", "13")

    def send(text: str) -> Any:
        return staff(
            "POST", "/imports", data={"file": (io.BytesIO(text.encode("utf-8-sig")), "l.csv"), "source": "vasi"}
        )

    assert send(first).json["counts"]["new"] == 2
    an = next(item for item in staff("GET", "/suppliers").json["items"] if item["name"] == "Công ty An")
    tag = staff("GET", f"/suppliers/{an['id']}").headers["ETag"]
    assert (
        staff("PUT", f"/suppliers/{an['id']}", json={**an, "employees": 99}, headers={"If-Match": tag}).status_code
        == 200
    )
    assert {name: send(second).json["counts"][name] for name in ("new", "changed", "kept")} == {
        "new": 0,
        "changed": 1,
        "kept": 1,
    }
    assert {item["name"]: item["employees"] for item in staff("GET", "/suppliers").json["items"]} == {
        "Công ty An": 99,
        "Công ty Bình": 13,
    }


def test_a_mapping_reads_a_list_without_header(staff: Client) -> None:
    refused = _send(staff, "bad/03-header-missing.csv")
    assert (refused.status_code, refused.json["code"]) == (422, "no-header")
    mapped = _send(staff, "bad/03-header-missing.csv", mapping='{"1": "name", "2": "tax_code"}')
    assert mapped.json["counts"]["new"] == 12
    assert _send(staff, "bad/03-header-missing.csv", mapping="[1").status_code == 422


def test_a_wrong_encoding_is_refused_and_can_be_named(staff: Client) -> None:
    refused = _send(staff, "bad/01-wrong-encoding.csv")
    assert (refused.status_code, refused.json["code"]) == (422, "wrong-encoding")
    assert staff("GET", "/suppliers").json["items"] == []
    assert _send(staff, "bad/01-wrong-encoding.csv", encoding="windows-1258").status_code == 201


def test_formulas_are_kept_as_text_and_leave_harmless(staff: Client) -> None:
    assert _send(staff, "bad/05-formula-injection.csv").status_code == 201
    names = [item["name"] for item in staff("GET", "/suppliers?limit=200").json["items"]]
    assert "=1+1" in names


def test_records_that_may_be_one_firm_wait_for_a_person(staff: Client) -> None:
    for name in ("suppliers-association.xlsx", "suppliers-fair.csv"):
        _send(staff, name)
    waiting = staff("GET", "/duplicates").json["items"]
    pair = waiting[0]
    assert pair["probability"] >= 0.5
    assert pair["reasons"]
    before = len(staff("GET", "/suppliers?limit=200").json["items"])
    decided = staff("POST", "/duplicates/decisions", json={"a": pair["a"], "b": pair["b"], "verdict": "same"})
    assert decided.status_code == 201
    assert len(staff("GET", "/suppliers?limit=200").json["items"]) == before - 1
    assert len(staff("GET", "/duplicates").json["items"]) < len(waiting)
