"""Workbooks: what is read from them and what is refused before it can hurt."""

from __future__ import annotations

import datetime
import io
import time
import zipfile
from collections.abc import Callable, Mapping

import pytest

from matchmaker.errors import FileRefused
from matchmaker.intake import read_suppliers

TABLE = [["Tên doanh nghiệp", "MST"], ["Công ty A", "0199301825"]]


def rebuilt(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The archive with parts changed or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *changed]):
            new.writestr(name, changed[name] if name in changed else old.read(name))
    return out.getvalue()


def sheet_with(cells: bytes) -> bytes:
    namespace = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (namespace, cells)


SHEET = "xl/worksheets/sheet1.xml"


def test_numbers_and_dates_become_the_text_a_person_sees(xlsx_bytes: Callable[..., bytes]) -> None:
    rows = [
        ["Tên doanh nghiệp", "Năm TL", "Số LĐ", "Dung sai", "Sản lượng/tháng", "Khác"],
        ["Công ty A", 2011, 85, 0.005, 2500000, 1.234],
    ]
    (supplier,) = read_suppliers(xlsx_bytes({"DS": rows}), "list.xlsx").suppliers
    assert (supplier.row, supplier.sheet) == (2, "DS")
    assert supplier.form["founded_year"] == 2011
    assert supplier.form["employees"] == 85
    assert supplier.form["tolerance_mm"] == 0.005
    assert supplier.form["capacity_per_month"] == 2_500_000
    assert supplier.form["description"] == "Khác: 1.2340"


def test_date_cells_are_dates() -> None:
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Tên doanh nghiệp", "Ngày thành lập"])
        sheet.write(1, 0, "Công ty A")
        sheet.write_datetime(1, 1, datetime.datetime(1980, 4, 25), book.add_format({"num_format": "dd/mm/yyyy"}))  # noqa: DTZ001
    (supplier,) = read_suppliers(content.getvalue(), "list.xlsx").suppliers
    assert supplier.form["founded_year"] == 1980
    assert supplier.origins["founded_year"].raw == "1980-04-25"


def test_the_sheet_with_the_list_is_read_and_the_others_are_named(xlsx_bytes: Callable[..., bytes]) -> None:
    sheets = {"Bìa": [["HIỆP HỘI"]], "DS": [*TABLE, ["Công ty B", ""]], "Tỉnh khác": TABLE}
    reading = read_suppliers(xlsx_bytes(sheets), "list.xlsx")
    assert [one.form["name"] for one in reading.suppliers] == ["Công ty A", "Công ty B"]
    assert [(one.code, one.sheet) for one in reading.problems] == [
        ("other-sheet", "Bìa"),
        ("sheet-not-read", "Tỉnh khác"),
    ]
    assert reading.problems[0].found == "HIỆP HỘI"


def test_a_header_over_two_rows_is_one_header(xlsx_bytes: Callable[..., bytes]) -> None:
    rows = [["STT", "", "", ""], ["", "", "Điện thoại", "Email"], [1, "Công ty A", "024 3000 0026", "info@a.example"]]
    content = xlsx_bytes({"DS": rows}, merged={"A1:A2": "STT", "B1:B2": "Tên doanh nghiệp", "C1:D1": "Liên hệ"})
    (supplier,) = read_suppliers(content, "list.xlsx").suppliers
    assert supplier.form["name"] == "Công ty A"
    assert supplier.form["contacts"][0]["phone"] == "02430000026"


def test_a_cell_merged_over_companies_counts_for_each(xlsx_bytes: Callable[..., bytes]) -> None:
    rows = [["Tên doanh nghiệp", "Tỉnh"], ["Công ty A", ""], ["Công ty B", ""], ["Công ty C", "Hà Nội"]]
    reading = read_suppliers(xlsx_bytes({"DS": rows}, merged={"B2:B3": "Bắc Ninh"}), "list.xlsx")
    assert [one.form["province"] for one in reading.suppliers] == ["Bắc Ninh", "Bắc Ninh", "Hà Nội"]


@pytest.mark.parametrize(
    "cells",
    [
        b'<row r="1"><c r="XFD1" t="str"><v>x</v></c></row>',
        b'<row r="1048576"><c r="A1048576" t="str"><v>x</v></c></row>',
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="100001"><c><v>1</v></c></row>',
        b'<row r="1">' + b'<c t="str"><v>x</v></c>' * 65 + b"</row>",
    ],
    ids=["far right", "far down", "far down without references", "many columns"],
)
def test_a_cell_beyond_the_limits_is_refused_before_a_grid_is_laid_out(
    xlsx_bytes: Callable[..., bytes], cells: bytes
) -> None:
    content = rebuilt(xlsx_bytes({"DS": TABLE}), {SHEET: sheet_with(cells)})
    before = time.perf_counter()
    with pytest.raises(FileRefused) as refused:
        read_suppliers(content, "list.xlsx")
    assert refused.value.code == "too-large"
    assert time.perf_counter() - before < 1


def test_formatted_empty_cells_do_not_count(xlsx_bytes: Callable[..., bytes]) -> None:
    cells = (
        b'<row r="1"><c r="A1" t="str"><v>T\xc3\xaan c\xc3\xb4ng ty</v></c><c r="XFD1" s="0"/></row>'
        b'<row r="2"><c r="A2" t="str"><v>A</v></c></row><row r="1048576"><c r="A1048576" s="0"/></row>'
    )
    reading = read_suppliers(rebuilt(xlsx_bytes({"DS": TABLE}), {SHEET: sheet_with(cells)}), "list.xlsx")
    assert [one.form["name"] for one in reading.suppliers] == ["A"]


@pytest.mark.parametrize(
    "changed",
    [
        {"xl/media/zeros.bin": bytes(30 * 1024 * 1024)},
        {f"xl/media/{number}.bin": b"x" for number in range(200)},
    ],
    ids=["packed too well", "too many parts"],
)
def test_archives_that_would_unpack_too_far_are_refused(
    xlsx_bytes: Callable[..., bytes], changed: dict[str, bytes]
) -> None:
    with pytest.raises(FileRefused) as refused:
        read_suppliers(rebuilt(xlsx_bytes({"DS": TABLE}), changed), "list.xlsx")
    assert refused.value.code == "too-large"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["[Content_Types].xml", "xl/workbook.xml", SHEET, "xl/sharedStrings.xml"])
def test_a_document_type_is_refused_in_every_part(xlsx_bytes: Callable[..., bytes], part: str, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(FileRefused) as refused:
        read_suppliers(rebuilt(xlsx_bytes({"DS": TABLE}), {part: text.encode(encoding)}), "list.xlsx")
    assert refused.value.code == "not-a-table"
    assert "document type" in refused.value.message


def test_other_archives_are_no_list() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    with pytest.raises(FileRefused) as refused:
        read_suppliers(content.getvalue(), "list.xlsx")
    assert refused.value.code == "not-a-table"


def test_a_changed_byte_is_damage(xlsx_bytes: Callable[..., bytes]) -> None:
    content = bytearray(xlsx_bytes({"DS": TABLE}))
    content[content.index(b"sheet1.xml") + 60] ^= 0xFF
    with pytest.raises(FileRefused) as refused:
        read_suppliers(bytes(content), "list.xlsx")
    assert refused.value.code == "damaged-workbook"


def test_an_empty_workbook_is_empty(xlsx_bytes: Callable[..., bytes]) -> None:
    with pytest.raises(FileRefused) as refused:
        read_suppliers(xlsx_bytes({"DS": []}), "list.xlsx")
    assert refused.value.code == "empty"
