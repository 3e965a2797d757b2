"""Gates on suppliers and requirements made for one question each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matchmaker.ranking.documents import analyse, document_from_json
from matchmaker.ranking.gates import GATES, GateResult
from matchmaker.ranking.match import band
from matchmaker.ranking.queries import query_of
from matchmaker.records import requirement_from, supplier_from

ON = date(2026, 6, 1)


def _gates(supplier: dict[str, Any], requirement: dict[str, Any]) -> dict[str, GateResult]:
    document = analyse(supplier_from({"id": "S", "name": "Firm", **supplier}))
    query = query_of(requirement_from({"id": "R", **requirement}), ON)
    return {result.gate: result for gate in GATES for result in gate(query, document)}


def _answer(gate: str, supplier: dict[str, Any], requirement: dict[str, Any]) -> str | None:
    result = _gates(supplier, requirement).get(gate)
    return result.answer if result else None


@pytest.mark.parametrize(
    ("stated", "answer"),
    [
        (["đúc áp lực nhôm"], "pass"),
        (["high-pressure die casting"], "pass"),
        (["casting"], "unknown"),
        (["ép nhựa"], "fail"),
        ([], "unknown"),
    ],
)
def test_process(stated: list[str], answer: str) -> None:
    """A narrower process passes, a broader one leaves the question open, another one fails, a blank is no answer."""
    assert _answer("process", {"processes": stated}, {"processes": ["high-pressure die casting"]}) == answer


def test_a_process_that_follows_from_products_is_asked_about() -> None:
    result = _gates({"products": ["lò xo nén"]}, {"processes": ["spring coiling"]})["process"]
    assert result.answer == "unknown"
    assert result.question is not None


@pytest.mark.parametrize(("has", "answer"), [(0.05, "pass"), (0.1, "pass"), (0.2, "fail"), (None, "unknown")])
def test_tolerance(has: float | None, answer: str) -> None:
    assert _answer("tolerance", {"tolerance_mm": has}, {"title": "part", "tolerance_mm": 0.1}) == answer


def test_the_tolerance_of_the_process_counts_before_the_firms() -> None:
    capability = {"process": "turning", "tolerance_mm": 0.005}
    supplier = {"tolerance_mm": 0.1, "capabilities": [capability]}
    assert _answer("tolerance", supplier, {"processes": ["turning"], "tolerance_mm": 0.01}) == "pass"
    assert _answer("tolerance", supplier, {"processes": ["casting"], "tolerance_mm": 0.01}) == "fail"


@pytest.mark.parametrize(
    ("capacity", "unit", "answer"),
    [
        (10_000, "pcs", "pass"),
        (9_999, "pcs", "fail"),
        (10_000, "sets", "pass"),
        (50, "t", "unknown"),
        (None, "", "unknown"),
    ],
)
def test_capacity(capacity: float | None, unit: str, answer: str) -> None:
    """120,000 a year are 10,000 a month; tonnes cannot be compared with pieces of unknown weight."""
    requirement = {"title": "part", "annual_volume": 120_000, "unit": "pcs"}
    assert _answer("capacity", {"capacity_per_month": capacity, "unit": unit}, requirement) == answer


def test_tonnes_and_pieces_meet_where_the_weight_is_known() -> None:
    requirement = {"title": "part", "annual_volume": 120_000, "unit": "pcs", "weight_kg": 2}
    assert _answer("capacity", {"capacity_per_month": 20, "unit": "t"}, requirement) == "pass"
    assert _answer("capacity", {"capacity_per_month": 19, "unit": "t"}, requirement) == "fail"


@pytest.mark.parametrize(
    ("certificate", "answer"),
    [
        ({"standard": "IATF 16949:2016", "valid_until": "2026-06-01"}, "pass"),
        ({"standard": "IATF 16949:2016", "valid_until": "2026-05-31"}, "fail"),
        ({"standard": "IATF 16949"}, "unknown"),
        ({"standard": "IATF 16949", "status": "in_progress"}, "fail"),
        ({"standard": "IATF 16949", "status": "planned"}, "fail"),
        ({"standard": "ISO 9001:2015", "valid_until": "2030-01-01"}, "unknown"),
        (None, "unknown"),
    ],
)
def test_certificate(certificate: dict[str, str] | None, answer: str) -> None:
    supplier = {"certificates": [certificate] if certificate else []}
    requirement = {"title": "part", "certificates": {"required": ["IATF 16949"]}}
    assert _answer("certificate IATF 16949", supplier, requirement) == answer


def test_one_certificate_may_include_another() -> None:
    supplier = {"certificates": [{"standard": "IATF 16949", "valid_until": "2030-01-01"}]}
    requirement = {"title": "part", "certificates": {"required": ["ISO 9001"]}}
    assert _answer("certificate ISO 9001", supplier, requirement) == "pass"


def test_the_best_of_two_certificates_counts() -> None:
    ended, holding = ({"standard": "ISO 9001", "valid_until": f"{year}-01-01"} for year in (2020, 2030))
    requirement = {"title": "part", "certificates": {"required": ["ISO 9001"]}}
    assert _answer("certificate ISO 9001", {"certificates": [ended, holding]}, requirement) == "pass"


@pytest.mark.parametrize(
    ("materials", "answer"),
    [(["ADC12"], "pass"), (["A383"], "pass"), (["nhôm"], "unknown"), (["ABS"], "fail"), ([], "unknown")],
)
def test_material(materials: list[str], answer: str) -> None:
    """The grade or its accepted substitute passes, the family alone is asked about, plastic is not aluminium."""
    assert _answer("material", {"materials": materials}, {"title": "part", "materials": ["ADC12"]}) == answer


def test_a_substitute_does_not_do_where_the_buyer_says_so() -> None:
    requirement = {"title": "part", "materials": ["ADC12"], "equivalent_material_ok": False}
    assert _answer("material", {"materials": ["A383"]}, requirement) == "unknown"


@pytest.mark.parametrize(("allowed", "answer"), [(None, "pass"), (True, "pass"), (False, "fail")])
def test_an_outsourced_step(allowed: bool | None, answer: str) -> None:
    supplier = {"processes": ["dập kim loại"], "capabilities": [{"process": "mạ kẽm", "in_house": False}]}
    requirement = {"processes": ["stamping", "zinc plating"], "outsourced_steps_ok": allowed}
    assert _answer("steps", supplier, requirement) == answer


def test_a_step_that_nobody_mentions_is_asked_about() -> None:
    requirement = {"processes": ["stamping", "zinc plating"]}
    assert _answer("steps", {"processes": ["dập kim loại"]}, requirement) == "unknown"


@pytest.mark.parametrize(
    ("size", "answer"), [([400, 500, 800], "pass"), ([900, 10, 10], "fail"), ([800, 500, 401], "fail")]
)
def test_size(size: list[float], answer: str) -> None:
    """A part may be turned to fit."""
    supplier = {"capabilities": [{"process": "CNC milling", "max_size_mm": [800, 500, 400]}]}
    assert _answer("size", supplier, {"processes": ["CNC milling"], "size_mm": size}) == answer


@pytest.mark.parametrize(("province", "answer"), [("Phú Thọ", "pass"), ("Hà Nội", "fail"), ("", "unknown")])
def test_place_by_the_name_before_or_after_2025(province: str, answer: str) -> None:
    """Vĩnh Phúc became part of Phú Thọ on 1 July 2025."""
    assert _answer("place", {"province": province}, {"title": "part", "provinces": ["Vĩnh Phúc"]}) == answer


@pytest.mark.parametrize(("kind", "answer"), [("trader", "fail"), ("machine_seller", "fail"), ("manufacturer", "pass")])
def test_maker(kind: str, answer: str) -> None:
    assert _answer("maker", {"kind": kind}, {"processes": ["turning"]}) == answer


def test_an_excluded_firm_fails_and_stays_visible() -> None:
    assert _answer("exclusion", {}, {"title": "part", "exclude_suppliers": ["S"]}) == "fail"


def test_what_is_not_asked_has_no_gate() -> None:
    assert set(_gates({"processes": ["turning"]}, {"title": "something"})) == set()
    assert set(_gates({"processes": ["turning"]}, {"title": "turned shaft"})) == {"maker", "process"}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [(["pass", "pass"], "qualified"), (["pass", "unknown"], "needs_evidence"), (["unknown", "fail"], "failed")],
)
def test_bands(answers: list[str], expected: str) -> None:
    results = _gates({"processes": ["turning"]}, {"title": "turned shaft"})
    gates = [GateResult(one.gate, answer, one.says) for one, answer in zip(results.values(), answers, strict=True)]
    assert band(gates) == expected


def test_who_only_is_a_maker_is_not_qualified() -> None:
    """Seen to fail: a requirement of which nothing could be checked qualified every firm whose products were known."""
    assert band(_gates({"products": ["bulong"]}, {"title": "things"}).values()) == "needs_evidence"


def test_who_makes_the_part_itself_need_not_state_the_usual_process() -> None:
    bare = {"title": "centrifugal pumps"}
    assert _gates({"products": ["bơm ly tâm"]}, bare)["process"].answer == "pass"
    assert _gates({"products": ["bơm ly tâm"]}, {**bare, "processes": ["sand casting"]})["process"].answer == "unknown"


def test_every_gate_tells_users_what_it_asks() -> None:
    assert all(gate.__doc__ and gate.__doc__.strip().endswith(".") and "\n" not in gate.__doc__ for gate in GATES)


def test_documents_come_back_from_json_equal() -> None:
    supplier = {
        "processes": ["tiện CNC"],
        "certificates": [{"standard": "ISO 9001", "valid_until": "2030-01-01"}],
        "capabilities": [{"process": "turning", "max_size_mm": [1, 2, 3]}],
        "province": "Hà Nội",
    }
    document = analyse(supplier_from({"id": "S", "name": "Firm", **supplier}))
    assert document_from_json(document.to_json()) == document
