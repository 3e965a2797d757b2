"""Where the list stands in a file, and which rows are companies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matchmaker.errors import FileRefused, Invalid
from matchmaker.intake import Column, Reading, read_suppliers

Read = Callable[..., Reading]
HEADER = ["STT", "Tên doanh nghiệp", "MST", "Địa chỉ"]
FIRM = ["1", "Công ty A", "0199301825", "Hà Nội"]


def codes(reading: Reading) -> list[tuple[str, int | None, str]]:
    return [(one.code, one.row, one.found) for one in reading.problems]


def test_the_header_is_found_under_titles_and_groups(read_table: Read) -> None:
    reading = read_table(
        ["DANH SÁCH DOANH NGHIỆP", "", "", ""],
        ["", "", "", ""],
        ["THÔNG TIN CHUNG", "", "NĂNG LỰC SẢN XUẤT", ""],
        HEADER,
        FIRM,
    )
    assert [one.row for one in reading.suppliers] == [5]
    assert codes(reading) == [
        ("layout-row", 1, "DANH SÁCH DOANH NGHIỆP"),
        ("layout-row", 3, "THÔNG TIN CHUNG | NĂNG LỰC SẢN XUẤT"),
    ]
    assert reading.columns[1] == Column(2, "Tên doanh nghiệp", "name", 1.0)


def test_sections_totals_signatures_and_counters_are_passed_over(read_table: Read) -> None:
    reading = read_table(
        HEADER,
        ["(1)", "(2)", "(3)", "(4)"],
        ["I. CƠ KHÍ", "", "", ""],
        FIRM,
        ["", "II. NHỰA", "", ""],
        HEADER,
        ["2", "Tổng công ty Máy động lực", "", "Hà Nội"],
        ["", "Tổng cộng: 2 doanh nghiệp", "", ""],
        ["", "", "Hà Nội, ngày 15 tháng 6 năm 2026", ""],
        ["", "", "Người lập biểu", "Giám đốc"],
    )
    assert [one.form["name"] for one in reading.suppliers] == ["Công ty A", "Tổng công ty Máy động lực"]
    assert {one.severity for one in reading.problems} == {"note"}
    assert [(code, row) for code, row, _ in codes(reading)] == [
        ("layout-row", 2),
        ("layout-row", 3),
        ("layout-row", 5),
        ("repeated-header", 6),
        ("layout-row", 8),
        ("layout-row", 9),
        ("layout-row", 10),
    ]


def test_a_firm_that_states_only_its_name_is_a_firm(read_table: Read) -> None:
    reading = read_table(HEADER, ["", "Total Plastics Co., Ltd", "", ""], ["", "Cơ khí Nam Sơn", "", ""])
    assert [one.form["name"] for one in reading.suppliers] == ["Total Plastics Co., Ltd", "Cơ khí Nam Sơn"]


def test_a_row_with_data_but_no_name_is_an_error(read_table: Read) -> None:
    reading = read_table(HEADER, ["1", "", "0199301825", "Hà Nội"], FIRM)
    assert codes(reading) == [("name-missing", 2, "1 | 0199301825 | Hà Nội")]
    assert reading.problems[0].severity == "error"
    assert len(reading.suppliers) == 1


def test_a_row_with_a_cell_too_many_is_left_out(read_table: Read) -> None:
    reading = read_table(HEADER, [*FIRM, "", ""], [*FIRM, "Đông Anh"])
    assert [(code, row) for code, row, _ in codes(reading)] == [("long-row", 3)]
    assert [one.row for one in reading.suppliers] == [2]


def test_lines_are_counted_through_line_breaks_inside_cells(read_table: Read) -> None:
    reading = read_table(HEADER, ["1", "Công ty A", "", "Hà\nNội"], ["2", "Công ty B"])
    (problem,) = reading.problems
    assert (problem.code, problem.row) == ("short-row", 3)
    assert "Line 4" in problem.message


def test_header_cells_that_are_empty_at_the_end_ask_for_nothing(read_table: Read) -> None:
    assert len(read_table([*HEADER, ""], FIRM).suppliers) == 1


def test_of_two_columns_for_one_field_the_first_wins_and_the_other_is_kept(read_table: Read) -> None:
    reading = read_table(["Tên công ty", "Địa chỉ", "Địa chỉ nhà máy"], ["A", "Hà Nội", "Bắc Ninh"])
    (supplier,) = reading.suppliers
    assert supplier.form["address"] == "Hà Nội"
    assert supplier.form["description"] == "Địa chỉ nhà máy: Bắc Ninh"
    assert [one.code for one in reading.problems] == ["second-column"]


def test_lists_grow_from_several_columns(read_table: Read) -> None:
    (supplier,) = read_table(["Tên công ty", "Sản phẩm", "Sản phẩm chính"], ["A", "vít", "ốc; vít"]).suppliers
    assert supplier.form["products"] == ["vít", "ốc"]
    assert supplier.origins["products"].column == "Sản phẩm + Sản phẩm chính"


def test_an_unknown_column_is_noted_and_kept(read_table: Read) -> None:
    reading = read_table(["Tên công ty", "MST", "Xếp loại"], ["A", "0199301825", "tốt"])
    assert reading.suppliers[0].form["description"] == "Xếp loại: tốt"
    assert reading.columns[2] == Column(3, "Xếp loại", None, 0.0)
    assert codes(reading) == [("unknown-column", 1, "Xếp loại")]


def test_a_header_that_only_resembles_is_warned_of(read_table: Read) -> None:
    reading = read_table(["Tên công ty", "Cetificates"], ["A", "ISO 9001"])
    assert reading.suppliers[0].form["certificates"][0]["standard"] == "ISO 9001"
    assert [(one.severity, one.code) for one in reading.problems] == [("warning", "header-resembles")]


def test_a_mapping_settles_columns_by_header_and_by_position(read_table: Read) -> None:
    reading = read_table(
        ["Tên công ty", "Xếp loại", "Mã", "Ghi chú"],
        ["A", "phay; tiện", "K1", "x"],
        mapping={"xep loai": "processes", "3": "ignore", "Không có": "moq", "9": "moq"},
    )
    assert reading.suppliers[0].form["processes"] == ["phay", "tiện"]
    assert reading.suppliers[0].form["description"] == "x"
    assert [(one.code, one.found) for one in reading.problems] == [
        ("mapping-unused", "Không có"),
        ("mapping-unused", "9"),
    ]


def test_a_mapping_by_header_finds_a_header_in_any_language(read_table: Read) -> None:
    mapping = {"会社名": "name", "住所": "address"}
    reading = read_table(["会社名", "住所"], ["A社", "ハノイ"], mapping=mapping)
    assert reading.suppliers[0].form["name"] == "A社"
    assert reading.suppliers[0].form["province"] == "Hà Nội"


def test_columns_without_header_or_mapping_are_kept_too(read_table: Read) -> None:
    reading = read_table(["Công ty A", "Hà Nội", "tốt"], mapping={"1": "name", "2": "address"})
    assert reading.suppliers[0].form["description"] == "column 3: tốt"


def test_a_mapping_to_no_field_is_refused(read_table: Read) -> None:
    with pytest.raises(Invalid) as refused:
        read_table(HEADER, FIRM, mapping={"MST": "taxcode"})
    assert refused.value.pointer == "/mapping/MST"
    assert "tax_code" in refused.value.message


def test_a_mapping_without_a_name_does_not_replace_a_header(read_table: Read) -> None:
    with pytest.raises(FileRefused) as refused:
        read_table(FIRM, mapping={"3": "tax_code"})
    assert refused.value.code == "no-header"


def test_a_header_names_the_company(read_table: Read) -> None:
    with pytest.raises(FileRefused) as refused:
        read_table(["Sản phẩm", "Địa chỉ"], ["vít", "Hà Nội"])
    assert refused.value.code == "no-header"


def test_a_lone_cell_is_no_company(read_table: Read) -> None:
    reading = read_table(HEADER, FIRM, ["2", "", "", "xem phụ lục"])
    assert codes(reading) == [("layout-row", 3, "2 | xem phụ lục")]


def test_a_header_alone_is_no_list(read_table: Read) -> None:
    reading = read_table(HEADER)
    assert reading.suppliers == ()
    assert [(one.severity, one.code) for one in reading.problems] == [("warning", "no-suppliers")]


def test_another_separator_inside_cells_does_not_matter(read_table: Read) -> None:
    """A cell may hold more semicolons than a table may have columns, or a stray quotation mark."""
    reading = read_table(["Tên công ty", "Sản phẩm"], ["A", ";".join(f"vít {n}" for n in range(200))], ["B", 'x;"y'])
    assert [len(one.form["products"]) for one in reading.suppliers] == [200, 2]


def test_the_separator_is_the_one_of_the_header(csv_bytes: Callable[..., bytes]) -> None:
    content = csv_bytes(["Tên công ty", "Sản phẩm"], ["A", "vít, ốc, đinh"], ["B", "vỏ, nắp"], delimiter=";")
    assert [one.form["products"] for one in read_suppliers(content, "x.csv").suppliers] == [
        ["vít", "ốc", "đinh"],
        ["vỏ", "nắp"],
    ]
