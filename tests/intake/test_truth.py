"""The three sample lists, read and compared field by field with the truth file.

Compared is what a file states: a field counts where the file's own cell for it is not empty (looked up here without the
code under test). A firm with several rows is right where one of them gives the truth's value, for the truth is merged.
Left out is what the truth knows from elsewhere: English names and short names in lists that carry none, groups, process
codes, tags, notes, second capacities, editions of standards, and what the truth put among the technologies although a
remark says it is bought in (that is tested in test_technology). Lists are compared as sets of their smallest parts:
folded, cut at commas, dashes alike.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import python_calamine

import matchmaker
from matchmaker.intake import ReadSupplier, read_suppliers
from matchmaker.text.folding import fold

SAMPLE = Path(matchmaker.__file__).parent / "sample"
ASSOCIATION, FAIR, LEGACY = "suppliers-association.xlsx", "suppliers-fair.csv", "suppliers-legacy.csv"
LEAST_RIGHT = 0.95

COLUMNS: dict[str, dict[str, list[str]]] = {
    ASSOCIATION: {
        "name": ["Tên doanh nghiệp"],
        "mst": ["MST"],
        "province": ["Địa chỉ"],
        "address": ["Địa chỉ"],
        "phone": ["Điện thoại"],
        "website": ["Website"],
        "founded": ["Năm TL"],
        "employees": ["Số LĐ"],
        "products": ["Sản phẩm chính"],
        "technology": ["Năng lực / công nghệ"],
        "materials": ["Vật liệu"],
        "equipment": ["Thiết bị"],
        "tolerance": ["Năng lực / công nghệ"],
        "certificates": ["Chứng chỉ"],
        "in progress": ["Chứng chỉ"],
        "customers": ["Khách hàng"],
        "capacity": ["Sản lượng/tháng"],
        "unit": ["Sản lượng/tháng"],
    },
    FAIR: {
        "name": ["Company Name (Local)"],
        "mst": ["Tax Code"],
        "province": ["Province/City", "Address"],
        "address": ["Address"],
        "phone": ["Tel"],
        "website": ["Website"],
        "founded": ["Year Est."],
        "employees": ["Employees"],
        "products": ["Main Products"],
        "technology": ["Processes / Technologies"],
        "materials": ["Materials"],
        "equipment": ["Machines"],
        "tolerance": ["Accuracy"],
        "certificates": ["Certificates"],
        "in progress": ["Certificates"],
        "customers": ["Main Customers"],
        "capacity": ["Monthly Capacity"],
        "unit": ["Monthly Capacity"],
    },
    LEGACY: {
        "name": ["Tên công ty"],
        "short name": ["Tên tắt"],
        "mst": ["MST"],
        "province": ["Địa chỉ"],
        "address": ["Địa chỉ"],
        "phone": ["Điện thoại"],
        "founded": ["Ngày thành lập"],
        "employees": ["Lao động"],
        "products": ["Sản phẩm"],
        "technology": ["Công nghệ"],
        "tolerance": ["Công nghệ"],
        "certificates": ["Chứng chỉ"],
        "in progress": ["Chứng chỉ"],
        "capacity": ["Sản lượng"],
        "unit": ["Sản lượng"],
    },
}
LISTS = {"products": "products", "technology": "processes", "equipment": "machines"}


def parts(items: list[str]) -> frozenset[str]:
    pieces = (piece for item in items for piece in re.split(r",\s", item))
    return frozenset(re.sub(r"\b0+(?=\d)", "", re.sub("[–÷~]", "-", fold(piece))).strip() for piece in pieces)


def standard(name: str) -> str:
    return re.sub(r"[:-](19|20)\d\d$", "", fold(name)).replace("-", " ")


def simple(value: object) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(str(value))))


def wanted(firm: dict[str, Any], field: str, file: str) -> object:
    """The truth's value of a field in the language of the file."""
    if field in ("products", "technology", "equipment"):
        listed = firm[f"{field}_{'en' if file == FAIR else 'vi'}"]
        return parts([item for item in listed if "thuê ngoài" not in item])
    if field in ("materials", "customers"):
        return parts(firm[field])
    if field == "certificates":
        return frozenset((standard(one["name"]), one["expires"]) for one in firm[field])
    if field == "in progress":
        return frozenset(map(standard, firm["certificates_in_progress"]))
    capacity = firm["capacity_per_month"] or {}
    plain = {
        "name": simple(firm["name_vi"]),
        "name en": simple(firm["name_en"]),
        "short name": simple(firm["short_name"]),
        "address": simple(firm["address"]),
        "tolerance": firm["tolerance_mm"],
        "capacity": capacity.get("value"),
        "unit": str(capacity.get("unit")).removesuffix(" castings"),
    }
    return plain[field] if field in plain else firm[field]


def got(form: dict[str, Any], field: str) -> object:
    """The same field of what was read, in the same shape."""
    if field in (*LISTS, "materials", "customers"):
        return parts(form.get(LISTS.get(field, field), []))
    certificates = form.get("certificates", [])
    if field == "certificates":
        held = [one for one in certificates if one["status"] == "claimed"]
        return frozenset((standard(one["standard"]), one.get("valid_until", "")[:7] or None) for one in held)
    if field == "in progress":
        return frozenset(standard(one["standard"]) for one in certificates if one["status"] != "claimed")
    plain = {
        "name": simple(form["name"]),
        "name en": simple(form.get("name_en")),
        "short name": simple(form.get("short_name")),
        "mst": form.get("tax_code"),
        "province": form.get("province"),
        "address": simple(form.get("address")),
        "phone": form.get("contacts", [{}])[0].get("phone"),
        "website": form.get("website"),
        "founded": form.get("founded_year"),
        "employees": form.get("employees"),
        "tolerance": form.get("tolerance_mm"),
        "capacity": round(form["capacity_per_month"]) if "capacity_per_month" in form else None,
        "unit": form.get("unit"),
    }
    return plain[field]


def stated_fields(firm: dict[str, Any], file: str, row: dict[str, str]) -> Iterator[str]:
    """The fields that the row of the file states and the truth took from such a list."""
    for field, headers in COLUMNS[file].items():
        if any(row[header].strip() for header in headers):
            yield field
    if file == ASSOCIATION and row["Tên giao dịch"]:
        yield "short name" if firm["short_name"] else "name en"
    if file == FAIR and all(place["file"] == FAIR for place in firm["rows"]):
        yield "name en"


def raw_rows(file: str) -> dict[int, dict[str, str]]:
    """The cells of a file by the truth's row numbers."""
    if file == ASSOCIATION:
        sheet = python_calamine.load_workbook(SAMPLE / file).get_sheet_by_index(0).to_python(skip_empty_area=False)
        texts = [[str(cell) for cell in row] for row in sheet]
        return {number: dict(zip(texts[4], row, strict=True)) for number, row in enumerate(texts, 1) if number > 5}
    text = (SAMPLE / file).read_bytes().decode("utf-8-sig" if file == FAIR else "cp1258")
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=";" if file == FAIR else ",")
    return {
        number: {unicodedata.normalize("NFC", key): value for key, value in row.items()}
        for number, row in enumerate(rows, start=1)
    }


@pytest.fixture(scope="module")
def read() -> dict[tuple[str, int], ReadSupplier]:
    """The suppliers by file and the truth's row number, which leaves the header of a CSV file out."""
    readings = {file: read_suppliers((SAMPLE / file).read_bytes(), file) for file in COLUMNS}
    return {
        (file, one.row - (0 if file == ASSOCIATION else 1)): one
        for file, reading in readings.items()
        for one in reading.suppliers
    }


def firms() -> list[dict[str, Any]]:
    lines = (SAMPLE / "suppliers-truth.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def compare(read: dict[tuple[str, int], ReadSupplier]) -> list[tuple[str, str, object, list[object]]]:
    """Firm, field, truth and all values read, one line for each field that a file states."""
    raw = {file: raw_rows(file) for file in COLUMNS}
    compared = []
    for firm in firms():
        values: dict[str, list[tuple[object, object]]] = {}
        for place in firm["rows"]:
            file, number = place["file"], place["row"]
            for field in stated_fields(firm, file, raw[file][number]):
                pair = (wanted(firm, field, file), got(read[file, number].form, field))
                values.setdefault(field, []).append(pair)
        for field, pairs in values.items():
            right = next((pair for pair in pairs if pair[0] == pair[1]), pairs[0])
            compared.append(
                (firm["docid"], field, right[0], [one for _, one in pairs] if right == pairs[0] else [right[1]])
            )
    return compared


def test_every_row_of_the_truth_is_read(read: dict[tuple[str, int], ReadSupplier]) -> None:
    places = {(place["file"], place["row"]) for firm in firms() for place in firm["rows"]}
    assert set(read) == places


def test_fields_agree_with_the_truth(
    read: dict[tuple[str, int], ReadSupplier], capsys: pytest.CaptureFixture[str]
) -> None:
    compared = compare(read)
    wrong = [line for line in compared if line[2] not in line[3]]
    with capsys.disabled():
        print(f"\n{len(compared) - len(wrong)} of {len(compared)} fields of the sample are right; these are not:")
        for docid, field, truth, values in wrong:
            print(f"{docid}  {field:13} truth {plain(truth)}\n{'':20} read  {' / '.join(map(plain, values))}")
    assert len(compared) - len(wrong) >= LEAST_RIGHT * len(compared)


def plain(value: object) -> str:
    return ", ".join(sorted(map(str, value))) if isinstance(value, frozenset) else str(value)
