"""Content made to be slow costs no more than a large honest list."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from matchmaker.intake import Reading, ReadSupplier, read_suppliers

SECONDS = 3
LONG = 32_000


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Địa chỉ", "a "),
        ("Địa chỉ", "KCN "),
        ("Email", "a@"),
        ("Email", "a"),
        ("Công nghệ", "-1/+1 "),
        ("Công nghệ", "±0,05;"),
        ("Chứng chỉ", "ISO 9001\n(05/2028)\n"),
        ("Sản phẩm", "("),
        ("Điện thoại", "024 3000 0026/"),
    ],
)
def test_a_long_cell(read_row: Callable[..., tuple[ReadSupplier, list[str]]], header: str, unit: str) -> None:
    before = time.perf_counter()
    read_row({header: unit * (LONG // len(unit))})
    assert time.perf_counter() - before < SECONDS


@pytest.mark.parametrize("header", ["Công nghệ", "Sản phẩm", "Chứng chỉ", "Ghi chú"])
def test_many_different_things_in_a_cell(read_row: Callable[..., tuple[ReadSupplier, list[str]]], header: str) -> None:
    before = time.perf_counter()
    read_row({header: ";".join(f"a{number}" for number in range(5000))})
    assert time.perf_counter() - before < SECONDS


def test_a_title_of_many_words(read_table: Callable[..., Reading]) -> None:
    before = time.perf_counter()
    read_table(["Tên công ty", "MST"], ["ngay thang " * 2900, ""])
    assert time.perf_counter() - before < SECONDS


@pytest.mark.parametrize("name", ["Công ty A", "Công ty {number}"])
def test_many_rows_under_one_tax_code(name: str) -> None:
    rows = (f"{name.format(number=number)},0199301825" for number in range(2000))
    content = "\n".join(["Tên công ty,MST", *rows]).encode()
    before = time.perf_counter()
    reading = read_suppliers(content, "list.csv")
    assert time.perf_counter() - before < SECONDS
    assert len(reading.suppliers) == 2000
