"""From a posted requirement to an approved pair in a spreadsheet."""

from __future__ import annotations

import io
from typing import Any

import pytest
from python_calamine import load_workbook
from resources.world import BRACKET, MOULDER, PRESS_SHOP, Client

ON = "on=2026-06-01"


def _ids(answer: Any) -> list[str]:
    return [item["supplier"]["id"] for item in answer.json["items"]]


def test_english_finds_firms_that_speak_only_vietnamese(stocked: Client, buyer: Client) -> None:
    """One describes itself with diacritics, one without."""
    stamped = buyer("POST", f"/match?{ON}", json={"title": "metal stamping, zinc plated bracket"})
    moulded = buyer("POST", f"/match?{ON}", json={"title": "plastic injection moulding of ABS covers"})
    assert _ids(stamped)[0] == "S-press"
    assert _ids(moulded)[0] == "S-mould"


def test_reasons_add_up_to_the_score(stocked: Client, buyer: Client) -> None:
    got = buyer("POST", f"/match?{ON}", json=BRACKET).json
    assert got["engine_version"]
    assert got["vocabulary_version"]
    for match in got["items"]:
        assert match["score"] == pytest.approx(sum(reason["points"] for reason in match["reasons"]))
        assert 0 < match["coverage"] <= 1


def test_gates_decide_the_band(stocked: Client, buyer: Client) -> None:
    best = buyer("POST", f"/match?{ON}", json=BRACKET).json["items"][0]
    assert (best["supplier"]["id"], best["band"]) == ("S-press", "qualified")
    tight = buyer("POST", f"/match?{ON}", json={**BRACKET, "tolerance_mm": 0.01}).json["items"][0]
    assert tight["band"] == "failed"
    unknown = buyer("POST", f"/match?{ON}", json={**BRACKET, "certificates": {"required": ["IATF 16949"]}})
    assert unknown.json["items"][0]["band"] == "needs_evidence"
    assert any("IATF 16949" in question for question in unknown.json["items"][0]["questions"])


def test_a_certificate_must_hold_when_production_starts(stocked: Client, buyer: Client) -> None:
    late = buyer("POST", f"/match?{ON}", json={**BRACKET, "start_on": "2031-01-01"}).json
    assert late["effective_on"] == "2031-01-01"
    assert late["items"][0]["band"] == "failed"


def test_sentences_come_in_the_readers_language(stocked: Client, buyer: Client) -> None:
    got = buyer("POST", f"/match?{ON}", json=BRACKET, headers={"Accept-Language": "vi"}).json["items"][0]
    assert any("Dung sai" in gate["detail"] or "Đạt" in gate["detail"] for gate in got["gates"])


def test_contacts_are_never_in_a_ranked_list(stocked: Client, buyer: Client) -> None:
    assert "press.example" not in buyer("POST", f"/match?{ON}", json=BRACKET).text


def test_an_edit_counts_in_the_very_next_match(stocked: Client, buyer: Client) -> None:
    wish = {"title": "investment casting"}
    assert "S-mould" not in _ids(buyer("POST", f"/match?{ON}", json=wish))[:1]
    tag = stocked("GET", "/suppliers/S-mould").headers["ETag"]
    changed = {**MOULDER, "processes": ["đúc mẫu chảy"]}
    stocked("PUT", "/suppliers/S-mould", json=changed, headers={"If-Match": tag})
    assert _ids(buyer("POST", f"/match?{ON}", json=wish))[0] == "S-mould"


def test_one_buyer_never_learns_of_anothers_requirement(stocked: Client, buyer: Client, other_buyer: Client) -> None:
    assert buyer("POST", "/requirements", json=BRACKET).status_code == 201
    unknown, foreign = (other_buyer("GET", f"/requirements/{name}") for name in ("R-nothing", "R-bracket"))
    assert (unknown.status_code, foreign.status_code) == (404, 404)
    assert unknown.json["detail"].replace("R-nothing", "") == foreign.json["detail"].replace("R-bracket", "")
    assert other_buyer("GET", "/requirements").json["items"] == []
    for method, path in (("GET", "matches"), ("POST", "runs"), ("GET", "decisions")):
        assert other_buyer(method, f"/requirements/R-bracket/{path}").status_code == 404
    assert other_buyer("POST", "/requirements", json=BRACKET).status_code == 201


def test_a_stored_run_stays_as_it_was_shown(stocked: Client, buyer: Client, other_buyer: Client) -> None:
    buyer("POST", "/requirements", json=BRACKET)
    run = buyer("POST", f"/requirements/R-bracket/runs?{ON}")
    assert run.status_code == 201
    tag = stocked("GET", "/suppliers/S-press").headers["ETag"]
    stocked("PUT", "/suppliers/S-press", json={**PRESS_SHOP, "tolerance_mm": 5}, headers={"If-Match": tag})
    again = buyer("GET", f"/runs/{run.json['id']}")
    assert again.json["items"] == run.json["items"]
    assert other_buyer("GET", f"/runs/{run.json['id']}").status_code == 404


def _approved(stocked: Client, buyer: Client) -> str:
    buyer("POST", "/requirements", json=BRACKET)
    run: str = buyer("POST", f"/requirements/R-bracket/runs?{ON}").json["id"]
    decision = {"supplier_id": "S-press", "verdict": "approved", "run_id": run}
    assert stocked("POST", "/requirements/R-bracket/decisions", json=decision).status_code == 201
    return run


def test_decisions_are_kept_and_the_latest_stands(stocked: Client, buyer: Client, clients: Any) -> None:
    _approved(stocked, buyer)
    organiser = clients("fair", "organiser")
    assert [pair["supplier_id"] for pair in organiser("GET", "/pairs").json["items"]] == ["S-press"]
    taken_back = {"supplier_id": "S-press", "verdict": "withdrawn"}
    stocked("POST", "/requirements/R-bracket/decisions", json=taken_back)
    assert organiser("GET", "/pairs").json["items"] == []
    history = buyer("GET", "/requirements/R-bracket/decisions").json["items"]
    assert [item["verdict"] for item in history] == ["approved", "withdrawn"]


def test_approved_pairs_leave_in_a_spreadsheet(stocked: Client, buyer: Client, clients: Any) -> None:
    _approved(stocked, buyer)
    got = clients("fair", "organiser")("GET", "/pairs?format=xlsx")
    rows = load_workbook(io.BytesIO(got.data)).get_sheet_by_index(0).to_python()
    pair = dict(zip(rows[0], rows[1], strict=True))
    assert pair["supplier"] == PRESS_SHOP["name"]
    assert pair["email"] == "binh@press.example"


def test_a_run_leaves_in_four_forms(stocked: Client, buyer: Client) -> None:
    run = _approved(stocked, buyer)
    csv = buyer("GET", f"/runs/{run}/export?format=csv").data.decode("utf-8-sig")
    assert csv.splitlines()[0].startswith('"rank","band","score"')
    trec = buyer("GET", f"/runs/{run}/export?format=trec").text.splitlines()
    assert trec[0].split()[:4] == ["R-bracket", "Q0", "S-press", "1"]
    assert buyer("GET", f"/runs/{run}/export?format=jsonl").text.count("\n") == len(trec)
    assert buyer("GET", f"/runs/{run}/export?format=xlsx").data[:2] == b"PK"
    assert buyer("GET", f"/runs/{run}/export?format=pdf").status_code == 422


def test_a_decision_names_what_was_on_the_screen(stocked: Client, buyer: Client) -> None:
    _approved(stocked, buyer)
    wrong = {"supplier_id": "S-press", "verdict": "approved", "run_id": "run-of-nobody"}
    refused = stocked("POST", "/requirements/R-bracket/decisions", json=wrong)
    assert (refused.status_code, refused.json["errors"][0]["pointer"]) == (422, "/run_id")
    assert len(stocked("GET", "/requirements/R-bracket/decisions").json["items"]) == 1
