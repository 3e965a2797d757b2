from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from marshmallow import ValidationError, fields

from api.strict_json import MAX_NODES
from api.v1.schemas import RequirementSchema, SupplierSchema
from matchmaker import records
from matchmaker.records import form_of, requirement_from, supplier_from

SUPPLIER: dict[str, Any] = {
    "id": "S001",
    "name": "Công ty TNHH Cơ khí ABC",
    "name_en": "ABC Mechanical Co., Ltd",
    "short_name": "ABC",
    "tax_code": "0100109106",
    "kind": "manufacturer",
    "language": "vi",
    "province": "Hà Nội",
    "industrial_zone": "KCN Thăng Long",
    "address": "1 Trần Phú",
    "founded_year": 2008,
    "employees": 120,
    "website": "abc.example",
    "description": "free text,\nany language",
    "products": ["hộp số"],
    "processes": ["phay CNC"],
    "materials": ["A6061"],
    "machines": ["Mazak"],
    "capabilities": [
        {
            "process": "CNC milling",
            "materials": ["A6061"],
            "tolerance_mm": 0.01,
            "max_size_mm": [800, 500, 400],
            "capacity_per_month": 20000,
            "unit": "pcs",
            "in_house": True,
        }
    ],
    "certificates": [
        {
            "standard": "ISO 9001:2015",
            "issuer": "TÜV SÜD",
            "number": "1",
            "scope": "all",
            "valid_until": "2027-02-09",
            "status": "claimed",
        }
    ],
    "tolerance_mm": 0.01,
    "capacity_per_month": 100000,
    "unit": "pcs",
    "capacity": "free text",
    "moq": 500,
    "lead_time_days": 30,
    "customers": ["Toyota"],
    "export_markets": ["Japan"],
    "contacts": [{"name": "An", "role": "Sales", "email": "an@abc.example", "phone": "+84 1", "consent": True}],
}

REQUIREMENT: dict[str, Any] = {
    "id": "R01",
    "title": "Aluminium die-cast gear housing",
    "description": "free text, any language",
    "language": "en",
    "part": "gear housing",
    "processes": ["high-pressure die casting", "CNC machining"],
    "materials": ["ADC12"],
    "equivalent_material_ok": True,
    "tolerance_mm": 0.05,
    "size_mm": [120, 80, 40],
    "weight_kg": 0.18,
    "annual_volume": 600000,
    "unit": "pcs",
    "certificates": {"required": ["ISO 9001"], "preferred": ["IATF 16949"]},
    "start_on": "2026-09-01",
    "lead_time_days": 45,
    "delivery": "Hai Phong",
    "provinces": ["Hải Phòng"],
    "exclude_suppliers": ["S009"],
    "outsourced_steps_ok": True,
    "confidentiality": "anonymous",
    "target_price": {"amount": "1.20", "currency": "USD"},
    "quote_by": "2026-07-01",
}


def test_a_full_supplier_passes_through_unchanged() -> None:
    loaded = SupplierSchema().load(SUPPLIER)
    assert loaded == SUPPLIER
    assert json.loads(json.dumps(loaded)) == SUPPLIER
    assert form_of(supplier_from(loaded)) == SUPPLIER


def test_a_full_requirement_passes_through_unchanged() -> None:
    loaded = RequirementSchema().load(REQUIREMENT)
    assert loaded == REQUIREMENT
    assert form_of(requirement_from(loaded)) == REQUIREMENT


@pytest.mark.parametrize(
    ("schema", "record", "extra"),
    [(SupplierSchema(), records.Supplier, set()), (RequirementSchema(), records.Requirement, {"process"})],
)
def test_the_form_has_the_fields_of_the_record(schema: Any, record: Any, extra: set[str]) -> None:
    assert set(schema.fields) == {field.name for field in dataclasses.fields(record)} | extra


def test_the_inner_forms_have_the_fields_of_the_records() -> None:
    inner = [("capabilities", records.Capability), ("certificates", records.Certificate), ("contacts", records.Contact)]
    for name, record in inner:
        listed = SupplierSchema().fields[name]
        assert isinstance(listed, fields.List)
        assert isinstance(listed.inner, fields.Nested)
        assert set(listed.inner.schema.fields) == {field.name for field in dataclasses.fields(record)}


def test_null_and_empty_mean_left_out() -> None:
    bare = {"id": "S1", "name": "A", "province": None, "address": "", "products": [], "employees": 0, "contacts": None}
    assert SupplierSchema().load(bare) == {"id": "S1", "name": "A", "employees": 0}
    assert RequirementSchema().load({"title": "x", "certificates": {"required": [], "preferred": None}}) == {
        "title": "x"
    }
    assert RequirementSchema().load({"description": "x", "outsourced_steps_ok": False}) == {
        "description": "x",
        "outsourced_steps_ok": False,
    }


def test_a_process_is_one_of_the_processes() -> None:
    load = RequirementSchema().load
    assert load({"title": "x", "process": "đúc"})["processes"] == ["đúc"]
    assert load({"title": "x", "process": "đúc", "processes": []})["processes"] == ["đúc"]
    assert load({"title": "x", "process": "đúc", "processes": ["phay", "đúc"]})["processes"] == ["phay", "đúc"]
    assert load({"title": "x", "process": "đúc", "processes": ["phay"]})["processes"] == ["phay", "đúc"]


@pytest.mark.parametrize("form", [{}, {"title": ""}, {"title": None, "description": " "}, {"part": "x"}])
def test_a_requirement_says_what_is_needed(form: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as error:
        RequirementSchema().load(form)
    assert error.value.messages == {"title": ["is required when description is left out"]}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"id": None}, "id"),
        ({"id": "a/b"}, "id"),
        ({"name": " "}, "name"),
        ({"kind": "shop"}, "kind"),
        ({"language": "de"}, "language"),
        ({"founded_year": 20080}, "founded_year"),
        ({"tolerance_mm": 0}, "tolerance_mm"),
        ({"tolerance_mm": 100.01}, "tolerance_mm"),
        ({"capacity_per_month": -1}, "capacity_per_month"),
        ({"capabilities": [{"max_size_mm": [1, 2, 3, 4]}]}, "capabilities"),
        ({"certificates": ["ISO 9001"]}, "certificates"),
        ({"certificates": [{"issuer": "TÜV"}]}, "certificates"),
        ({"certificates": [{"standard": "ISO 9001", "status": "sure"}]}, "certificates"),
        ({"contacts": [{"email": "an"}]}, "contacts"),
        ({"contacts": [{"consent": "yes"}]}, "contacts"),
        ({"products": "gears"}, "products"),
        ({"products": ["x"] * 201}, "products"),
        ({"version": 3}, "version"),
        ({"created_at": "2026-01-01"}, "created_at"),
        ({"withdrawn_at": None}, "withdrawn_at"),
    ],
)
def test_a_wrong_supplier_is_refused_where_it_is_wrong(change: dict[str, Any], place: str) -> None:
    with pytest.raises(ValidationError) as error:
        SupplierSchema().load(SUPPLIER | change)
    assert list(error.value.messages) == [place]


def test_the_fullest_lists_of_a_supplier_stay_within_the_nodes_of_a_body() -> None:
    lists = 7 * 200
    capabilities, certificates, contacts = 200 * (14 + 3), 200 * 12, 20 * 10
    assert lists + capabilities + certificates + contacts < MAX_NODES / 2
