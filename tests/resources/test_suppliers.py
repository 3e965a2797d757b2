"""The register over HTTP."""

from __future__ import annotations

from resources.world import MOULDER, PRESS_SHOP, Client


def test_what_was_posted_comes_back(stocked: Client) -> None:
    got = stocked("GET", "/suppliers/S-press")
    assert got.status_code == 200
    assert {name: got.json[name] for name in ("name", "products", "tolerance_mm")} == {
        name: PRESS_SHOP[name] for name in ("name", "products", "tolerance_mm")
    }
    assert got.json["certificates"][0]["valid_until"] == "2030-12-31"


def test_an_id_is_taken_once(stocked: Client) -> None:
    again = stocked("POST", "/suppliers", json=MOULDER)
    assert (again.status_code, again.json["code"]) == (409, "id_taken")


def test_a_change_needs_the_version_that_was_read(stocked: Client) -> None:
    tag = stocked("GET", "/suppliers/S-mould").headers["ETag"]
    changed = {**MOULDER, "materials": ["PP"]}
    assert stocked("PUT", "/suppliers/S-mould", json=changed).status_code == 428
    assert stocked("PUT", "/suppliers/S-mould", json=changed, headers={"If-Match": tag}).status_code == 200
    late = stocked("PUT", "/suppliers/S-mould", json=MOULDER, headers={"If-Match": tag})
    assert (late.status_code, late.json["code"]) == (412, "stale")
    assert stocked("GET", "/suppliers/S-mould").json["materials"] == ["PP"]


def test_a_withdrawn_supplier_is_gone_from_lists(stocked: Client) -> None:
    tag = stocked("GET", "/suppliers/S-mould").headers["ETag"]
    assert stocked("DELETE", "/suppliers/S-mould", headers={"If-Match": tag}).status_code == 204
    assert stocked("GET", "/suppliers/S-mould").status_code == 404
    assert [item["id"] for item in stocked("GET", "/suppliers").json["items"]] == ["S-press"]


def test_lists_come_in_pages(stocked: Client) -> None:
    first = stocked("GET", "/suppliers?limit=1")
    assert [item["id"] for item in first.json["items"]] == ["S-mould"]
    assert 'rel="next"' in first.headers["Link"]
    second = stocked("GET", f"/suppliers?limit=1&cursor={first.json['next']}")
    assert [item["id"] for item in second.json["items"]] == ["S-press"]
    assert "next" not in second.json


def test_filters_find_by_name_process_and_old_or_new_province(stocked: Client) -> None:
    def found(query: str) -> list[str]:
        return [item["id"] for item in stocked("GET", f"/suppliers?{query}").json["items"]]

    assert found("q=dap kim loai") == ["S-press"]
    assert found("q=Song%20Hàn") == ["S-mould"]
    assert found("process=injection-moulding") == ["S-mould"]
    assert found("province=Hanoi") == ["S-press"]
    assert found("province=Atlantis") == []


def test_contacts_without_consent_stay_with_the_programme(stocked: Client, buyer: Client) -> None:
    assert len(stocked("GET", "/suppliers/S-press").json["contacts"]) == 2
    shown = buyer("GET", "/suppliers/S-press").json["contacts"]
    assert [contact["name"] for contact in shown] == ["Trần Thị Bình"]


def test_every_value_keeps_who_said_it(stocked: Client) -> None:
    said = stocked("GET", "/suppliers/S-mould/provenance").json["items"]
    assert {item["field"] for item in said} >= {"name", "products", "processes", "materials"}
    assert all(item["source"] == "edit" and item["said_by"].startswith("key ") for item in said)


def test_a_key_is_needed_and_a_role_that_may(app, buyer: Client) -> None:  # type: ignore[no-untyped-def]
    assert app.test_client().get("/api/v1/suppliers").status_code == 401
    refused = buyer("POST", "/suppliers", json=PRESS_SHOP)
    assert (refused.status_code, refused.json["code"]) == (403, "forbidden")
