"""Years, headcounts, capacities, tolerances and what stands beside processes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.intake import Reading, ReadSupplier

ReadRow = Callable[..., tuple[ReadSupplier, list[str]]]


@pytest.mark.parametrize(
    ("cell", "year"), [("1972", 1972), ("25/4/1980", 1980), ("03/2008", 2008), ("1998 (CPH 2005)", 1998)]
)
def test_the_year_of_founding(read_row: ReadRow, cell: str, year: int) -> None:
    supplier, codes = read_row({"Năm TL": cell})
    assert supplier.form["founded_year"] == year
    assert codes == ([] if cell == str(year) else ["read-as"])


@pytest.mark.parametrize(("cell", "count"), [("85", 85), ("~210", 210), ("160 người", 160), ("1.200", 1200)])
def test_the_headcount(read_row: ReadRow, cell: str, count: int) -> None:
    assert read_row({"Số LĐ": cell})[0].form["employees"] == count


def test_of_a_range_of_headcounts_the_middle_is_taken_and_said(read_row: ReadRow) -> None:
    supplier, codes = read_row({"Employees": "200-300"})
    assert supplier.form["employees"] == 250
    assert supplier.origins["employees"].read == "250, the middle of the range"
    assert codes == ["read-as"]


@pytest.mark.parametrize(
    ("header", "cell"), [("Năm TL", "lâu rồi"), ("Số LĐ", "nhiều"), ("MOQ", "linh hoạt"), ("Lead time", "nhanh")]
)
def test_what_cannot_be_read_is_kept_and_warned_of(read_row: ReadRow, header: str, cell: str) -> None:
    supplier, codes = read_row({header: cell})
    assert supplier.form["description"] == f"{header}: {cell}"
    assert codes == ["value-unclear"]


@pytest.mark.parametrize(
    ("cell", "monthly", "unit"),
    [
        ("60.000 chi tiết/tháng", 60_000, "pcs"),
        ("1,2 triệu sp/tháng", 1_200_000, "pcs"),
        ("800k bo/tháng", 800_000, "pcs"),
        ("350T/th", 350, "t"),
        ("400 bộ", 400, "sets"),
        ("3,6 triệu sp/năm", 300_000, "pcs"),
        ("2.500.000", 2_500_000, "pcs"),
        ("5.000 kiện", 5_000, "kiện"),
        ("20 container 40ft", 20, "container"),
    ],
)
def test_the_monthly_capacity(read_row: ReadRow, cell: str, monthly: float, unit: str) -> None:
    supplier, codes = read_row({"Sản lượng/tháng": cell})
    form = supplier.form
    assert (form["capacity_per_month"], form["unit"], form["capacity"]) == (monthly, unit, cell)
    assert "unit-assumed" not in codes or cell == "2.500.000"


def test_a_yearly_capacity_says_how_it_was_divided(read_row: ReadRow) -> None:
    supplier, _ = read_row({"Sản lượng/tháng": "3,6 triệu sp/năm"})
    assert supplier.origins["capacity_per_month"].read == "300000 pcs a month (3600000 a year)"


def test_the_header_may_name_unit_and_period(read_row: ReadRow) -> None:
    form = read_row({"Công suất (tấn/năm)": "1.200"})[0].form
    assert (form["capacity_per_month"], form["unit"]) == (100, "t")


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Sản lượng", "60.000 sp"),
        ("Sản lượng/tháng", "500 kg/ngày"),
        ("Sản lượng/tháng", "500kg/h"),
        ("Sản lượng/tháng", "500 sp/lô"),
    ],
)
def test_without_a_month_or_a_year_there_is_no_monthly_figure(read_row: ReadRow, header: str, cell: str) -> None:
    supplier, codes = read_row({header: cell})
    assert "capacity_per_month" not in supplier.form
    assert supplier.form["capacity"] == cell
    assert codes == ["capacity-period"]


def test_a_bare_number_counts_pieces_and_that_is_said(read_row: ReadRow) -> None:
    assert read_row({"Sản lượng/tháng": "2.500.000"})[1] == ["unit-assumed"]


def test_a_percentage_is_no_capacity(read_row: ReadRow) -> None:
    supplier, codes = read_row({"Sản lượng/tháng": "100%"})
    assert "capacity_per_month" not in supplier.form
    assert supplier.form["capacity"] == "100%"
    assert codes == ["value-unclear"]


def test_a_number_of_machines_before_the_figure_is_not_the_figure(read_row: ReadRow) -> None:
    assert read_row({"Sản lượng/tháng": "10 máy, 50.000 sp"})[0].form["capacity_per_month"] == 50_000


def test_of_several_capacities_the_first_counts_and_each_process_keeps_its_own(read_row: ReadRow) -> None:
    supplier, codes = read_row({"Sản lượng/tháng": "12.000 tấn đúc/năm; 2.400 tấn rèn/năm"})
    assert (supplier.form["capacity_per_month"], supplier.form["unit"]) == (1000, "t")
    assert supplier.form["capabilities"] == [
        {"process": "đúc", "capacity_per_month": 1000, "unit": "t"},
        {"process": "rèn", "capacity_per_month": 200, "unit": "t"},
    ]
    assert codes == ["several-capacities"]


@pytest.mark.parametrize(
    ("cell", "processes", "mm"),
    [
        ("phay CNC; dung sai 0,005 mm", ["phay CNC"], 0.005),
        ("ép nhựa, in tampon, sơn; 0.05mm", ["ép nhựa", "in tampon", "sơn"], 0.05),
        ("cuốn lò xo dây 0,1-8 mm, ủ", ["cuốn lò xo dây 0,1-8 mm", "ủ"], None),
        ("sơn – tôn 0,8÷6 mm, dung sai 0,1", ["sơn – tôn 0,8÷6 mm"], 0.1),
        ("cắt / chấn / sơn, dung sai 0,1", ["cắt", "chấn", "sơn"], 0.1),
        ("-0,02 / +0,05 mm", None, 0.05),
        ("±0,2; ±0,05; ±0,1", None, 0.05),
    ],
)
def test_tolerances_among_processes(
    read_row: ReadRow, cell: str, processes: list[str] | None, mm: float | None
) -> None:
    form = read_row({"Công nghệ": cell})[0].form
    assert form.get("processes") == processes
    assert form.get("tolerance_mm") == mm
    assert "capabilities" not in form


@pytest.mark.parametrize("cell", ["đúc; tiện CNC ±0,05", "đúc; tiện CNC (±0,05)", "đúc; tiện CNC đạt 0,05 mm"])
def test_a_tolerance_beside_a_step_is_the_steps_own_too(read_row: ReadRow, cell: str) -> None:
    form = read_row({"Công nghệ": cell})[0].form
    assert form["processes"] == ["đúc", "tiện CNC"]
    assert form["capabilities"] == [{"process": "tiện CNC", "tolerance_mm": 0.05}]
    assert form["tolerance_mm"] == 0.05


def test_a_capacity_beside_a_step_is_the_steps_own(read_row: ReadRow) -> None:
    form = read_row({"Công nghệ": "chế tạo khuôn (15 bộ/tháng); ép nhựa"})[0].form
    assert form["processes"] == ["chế tạo khuôn", "ép nhựa"]
    assert form["capabilities"] == [{"process": "chế tạo khuôn", "capacity_per_month": 15, "unit": "sets"}]


@pytest.mark.parametrize("header", ["Công nghệ", "Ghi chú"])
def test_a_step_that_is_bought_in_is_not_in_house(read_row: ReadRow, header: str) -> None:
    form = read_row({header: "Mạ thuê ngoài (Cr3+, Zn-Ni); RoHS"})[0].form
    assert form["capabilities"] == [{"process": "Mạ thuê ngoài (Cr3+, Zn-Ni)", "in_house": False}]
    assert "Mạ thuê ngoài (Cr3+, Zn-Ni)" not in form.get("processes", [])
    assert header == "Công nghệ" or form["description"] == "Mạ thuê ngoài (Cr3+, Zn-Ni); RoHS"


@pytest.mark.parametrize(
    ("header", "cell", "mm"), [("Accuracy", "0.05 mm (flash max 0.05)", 0.05), ("Accuracy (µm)", "5", 0.005)]
)
def test_a_column_of_accuracies(read_row: ReadRow, header: str, cell: str, mm: float) -> None:
    assert read_row({header: cell})[0].form["tolerance_mm"] == mm


@pytest.mark.parametrize(("cell", "days"), [("30 ngày", 30), ("4-6 weeks", 42), ("2 tháng", 60), ("45", 45)])
def test_lead_times_are_days(read_row: ReadRow, cell: str, days: int) -> None:
    assert read_row({"Lead time": cell})[0].form["lead_time_days"] == days


def test_every_value_knows_where_it_came_from(read_row: ReadRow) -> None:
    supplier, _ = read_row({"Công nghệ": "đúc; tiện CNC ±0,05", "Số LĐ": "160 người"})
    assert {path: (origin.column, origin.raw, origin.read) for path, origin in supplier.origins.items()} == {
        "name": ("Tên doanh nghiệp", "Công ty TNHH Ví Dụ", "Công ty TNHH Ví Dụ"),
        "employees": ("Số LĐ", "160 người", "160"),
        "processes": ("Công nghệ", "đúc; tiện CNC ±0,05", "đúc; tiện CNC"),
        "tolerance_mm": ("Công nghệ", "đúc; tiện CNC ±0,05", "0.05 mm"),
        "capabilities/0": ("Công nghệ", "đúc; tiện CNC ±0,05", "tiện CNC, 0.05"),
    }


def test_every_field_of_every_sample_form_has_an_origin(sample: Any) -> None:
    from matchmaker.intake import read_suppliers

    reading: Reading = read_suppliers((sample / "suppliers-association.xlsx").read_bytes(), "a.xlsx")
    for supplier in reading.suppliers:
        roots = {path.partition("/")[0] for path in supplier.origins}
        assert set(supplier.form) - {"id"} == roots
