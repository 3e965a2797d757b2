from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

import matchmaker
from api.files import read_json_lines
from api.v1.schemas import RequirementSchema, SupplierSchema
from matchmaker.errors import Invalid

SAMPLE = Path(matchmaker.__file__).parent / "sample"


def suppliers(text: str | bytes) -> tuple[list[dict[str, Any]], list[str]]:
    return read_json_lines(io.BytesIO(text.encode() if isinstance(text, str) else text), SupplierSchema())


def test_the_sample_requirements_load_with_one_warning() -> None:
    forms, warnings = read_json_lines(SAMPLE / "requirements.json", RequirementSchema())
    assert [form["id"] for form in forms] == [f"R{number:02}" for number in range(1, 31)]
    assert forms[0]["processes"] == ["high-pressure die casting + CNC machining"]
    assert all(form["unit"] for form in forms)
    assert warnings == ["line 2: source is not known and was left out, 30 times"]


def test_lines_and_one_array_give_the_same() -> None:
    records = [{"id": "A", "name": "Một"}, {"id": "B", "name": "Hai"}]
    lines = "\n".join(json.dumps(record) for record in records)
    for text in (
        lines,
        f"\ufeff{lines}\n\n",
        lines.replace("\n", "\r\n\r\n"),
        json.dumps(records),
        json.dumps(records, indent=1),
    ):
        assert suppliers(text) == (records, [])
        assert read_json_lines(io.StringIO(text), SupplierSchema()) == (records, [])
    assert suppliers("") == suppliers("\n") == suppliers(" [ ] \n") == ([], [])


def test_unknown_names_are_left_out_with_a_warning_and_nulls_without() -> None:
    text = (
        '{"id": "A", "name": "x", "colour": 1, "province": null, "materials": ["ADC12", null, ""]}\n'
        '{"id": "B", "name": "x", "colour": 2, "capabilities": [{"process": "phay", "rpm": 9}]}'
    )
    forms, warnings = suppliers(text)
    assert forms == [
        {"id": "A", "name": "x", "materials": ["ADC12"]},
        {"id": "B", "name": "x", "capabilities": [{"process": "phay"}]},
    ]
    assert warnings == [
        "line 1: colour is not known and was left out, 2 times",
        "line 2: capabilities.rpm is not known and was left out",
    ]


def test_the_fixed_name_wins_over_the_old_one() -> None:
    for units in ('"volume_unit": "sets", "unit": "pcs"', '"unit": "pcs", "volume_unit": "sets"'):
        assert suppliers(f'{{"id": "A", "name": "x", {units}}}')[0][0]["unit"] == "pcs"


@pytest.mark.parametrize(
    ("text", "line", "pointer", "words"),
    [
        ('{"id": "A", "name": "x"}\n\n{"id": "B", "name": "x", "employees": "12"}', 3, "/employees", "whole number"),
        ('{"id": "A", "name": "x", "certificates": ["ISO"]}', 1, "/certificates/0", "object"),
        ('{"id": "A", "name": "x", "certificates": [{"valid_until": "2027"}]}', 1, "/certificates/0/", ""),
        ('{"name": "x"}', 1, "/id", "required"),
        ('{"id": "A", "name": "x"}\n{"id": "A", "name": "y"}', 2, "/id", "line 1"),
        ('{"id": "A", "name": "x"}\n{"id": ', 2, "", "JSON"),
        ('{"id": "A", "name": "x", "name": "y"}', 1, "", "twice"),
        ('{"id": "A", "name": "x", "moq": NaN}', 1, "", "NaN"),
        ("[" * 100_000, 1, "", "32 levels"),
        ("7", 1, "", "object"),
        ('[\n{"id": "A", "name": "x"},\n7\n]', 3, "", "object"),
        ('[{"id": "A", "name": "x"}\n{"id": "B", "name": "x"}]', 1, "", "comma"),
        ('[{"id": "A", "name": "x"},\n', 2, "", "JSON"),
        ('[{"id": "A", "name": "x"}]\nmore', 1, "", "more"),
        (b'{"id": "A", "name": "x"}\n{"id": "\xd0"}', 2, "", "UTF-8"),
    ],
)
def test_what_is_no_form_is_refused_with_line_and_field(text: str | bytes, line: int, pointer: str, words: str) -> None:
    with pytest.raises(Invalid) as error:
        suppliers(text)
    assert error.value.message.startswith(f"line {line}")
    assert error.value.pointer.startswith(pointer)
    assert words in error.value.message
    assert len(error.value.message) < 300


def test_a_requirement_in_a_file_needs_its_id() -> None:
    with pytest.raises(Invalid, match="line 1: id is required"):
        read_json_lines(io.BytesIO(b'{"title": "x"}'), RequirementSchema())
