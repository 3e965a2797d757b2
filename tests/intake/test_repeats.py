"""Ids that stay, and rows that may be one firm."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from matchmaker.intake import Reading, read_suppliers
from matchmaker.intake.repeats import SIMILAR, likeness, slug_of

Read = Callable[..., Reading]


@pytest.mark.parametrize("name", ["suppliers-association.xlsx", "suppliers-fair.csv", "suppliers-legacy.csv"])
def test_the_same_file_gives_the_same_ids(sample: Path, name: str) -> None:
    content = (sample / name).read_bytes()
    first, second = read_suppliers(content, name), read_suppliers(content, name)
    ids = [one.form["id"] for one in first.suppliers]
    assert ids == [one.form["id"] for one in second.suppliers]
    assert len(set(ids)) == len(ids)
    assert first == second


def test_an_id_is_the_source_and_eight_digits_of_name_and_tax_code(read_table: Read) -> None:
    """`printf 'cong ty a|0199301825' | sha256sum` begins with 0ea3d72d."""
    reading = read_table(["Tên công ty", "MST", "Ghi chú"], ["Công ty A", "0199301825", "x"])
    assert reading.suppliers[0].form["id"] == "list-0ea3d72d"


def test_an_id_does_not_depend_on_order_or_other_cells(read_table: Read) -> None:
    header, a, b = ["Tên công ty", "MST", "Ghi chú"], ["Công ty A", "0199301825", "x"], ["Công ty B", "", ""]
    one = {s.form["name"]: s.form["id"] for s in read_table(header, a, b, source="VASI 2026").suppliers}
    two = {s.form["name"]: s.form["id"] for s in read_table(header, b, [*a[:2], "y"], source="VASI 2026").suppliers}
    assert one == two
    assert all(id.startswith("vasi-2026-") for id in one.values())


def test_a_repeated_row_gets_an_id_of_its_own_and_a_warning(read_table: Read) -> None:
    row = ["Công ty A", "0199301825"]
    reading = read_table(["Tên công ty", "MST"], row, row, row)
    first = reading.suppliers[0].form["id"]
    assert [one.form["id"] for one in reading.suppliers] == [first, f"{first}-2", f"{first}-3"]
    assert [(one.code, one.severity, one.row) for one in reading.problems] == [
        ("repeated-row", "warning", 3),
        ("repeated-row", "warning", 4),
    ]


@pytest.mark.parametrize(
    ("name", "slug"),
    [("suppliers-fair.csv", "suppliers-fair"), ("Danh sách VASI (2026).xlsx", "danh-sach-vasi-2026"), ("…", "list")],
)
def test_slugs(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Công ty TNHH Dập kim loại Hạ Mão", "CTY TNHH DAP KIM LOAI HA MAO"),
        ("Công ty Cổ phần Nhựa Hà Nội", "CTY CP NHỰA HÀ NỘI (HPC)"),
        ("Công ty TNHH Cơ khí chính xác Vạn Kiều", "Cty TNHH CK chính xác Vạn Kiều - VAKI"),
    ],
)
def test_spellings_of_one_name_are_similar(a: str, b: str) -> None:
    assert likeness(a, b) >= SIMILAR


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Công ty TNHH Cao su kỹ thuật Đại Vượng Hưng", "Công ty Cổ phần Đúc áp lực Thanh Lũng"),
        ("Công ty TNHH Nhựa Nam Sơn", "Công ty TNHH Nhựa Hải Long"),
        ("Công ty Cổ phần Cơ khí Phổ Yên", "Công ty Cổ phần Cơ khí Sông Công"),
    ],
)
def test_different_firms_are_not_similar(a: str, b: str) -> None:
    assert likeness(a, b) < SIMILAR
