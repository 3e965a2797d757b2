"""Certificates as they stand in cells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.intake import ReadSupplier

ReadRow = Callable[..., tuple[ReadSupplier, list[str]]]


def short(certificate: dict[str, Any]) -> str:
    """`ISO 9001:2015 until 2028-11-30`, with the status where it is not simply claimed."""
    until = f" until {certificate['valid_until']}" if "valid_until" in certificate else ""
    status = "" if certificate["status"] == "claimed" else f" {certificate['status']}"
    return f"{certificate['standard']}{until}{status}"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("ISO 9001:2015 (HL 11/2028)", ["ISO 9001:2015 until 2028-11-30"]),
        ("ISO 9001:2015 (exp. 2028-05)", ["ISO 9001:2015 until 2028-05-31"]),
        ("ISO 9001-2015, hết hạn 02/2026", ["ISO 9001:2015 until 2026-02-28"]),
        ("ISO 9001:2015 - HL 09/2027", ["ISO 9001:2015 until 2027-09-30"]),
        ("ISO9001-2015 valid until 31/12/2027", ["ISO 9001:2015 until 2027-12-31"]),
        ("ISO 9001 (HL 2027)", ["ISO 9001 until 2027-12-31"]),
        ("ISO 9001:2015 cấp ngày 12/05/2024, hết hạn 11/05/2027", ["ISO 9001:2015 until 2027-05-11"]),
        ("ISO 9001:2015, hiệu lực từ 01/2024 đến 01/2027", ["ISO 9001:2015 until 2027-01-31"]),
        ("ISO 9001 cấp 05/2024", ["ISO 9001"]),
        ("QC080000", ["QC 080000"]),
        ("ISO 3834-2 (exp. 2028-02)", ["ISO 3834-2 until 2028-02-29"]),
        ("ISO/TS 16949:2009", ["ISO/TS 16949:2009"]),
        ("ANSI/ESD S20.20", ["ANSI/ESD S20.20"]),
        ("FSC-CoC (12/2028)", ["FSC-CoC until 2028-12-31"]),
        ("UL", ["UL"]),
        ("IATF since 2019", ["IATF since 2019"]),
        ("ISO 9001, IATF 16949, ESD S20.20", ["ISO 9001", "IATF 16949", "ESD S20.20"]),
        ("ISO 9001, 14001:2015", ["ISO 9001", "ISO 14001:2015"]),
        ("ISO 9001:2015/ ISO 14001:2015", ["ISO 9001:2015", "ISO 14001:2015"]),
        ("- ISO 9001 (06/2028)\n- ISO 14001", ["ISO 9001 until 2028-06-30", "ISO 14001"]),
    ],
)
def test_standards_and_the_expiry_behind_them(read_row: ReadRow, cell: str, expected: list[str]) -> None:
    supplier, _ = read_row({"Chứng chỉ": cell})
    assert [short(one) for one in supplier.form["certificates"]] == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (
            "ISO9001-2015, IATF16949:2016 (cùng HL 05/2028); ISO 14001:2015 (02/2028)",
            ["ISO 9001:2015 until 2028-05-31", "IATF 16949:2016 until 2028-05-31", "ISO 14001:2015 until 2028-02-29"],
        ),
        ("IATF 16949 + ISO 9001 (HL 01/2028)", ["IATF 16949 until 2028-01-31", "ISO 9001 until 2028-01-31"]),
        (
            "ISO 9001:2015\nIATF 16949:2016\n(HL đến 12/2027)",
            ["ISO 9001:2015 until 2027-12-31", "IATF 16949:2016 until 2027-12-31"],
        ),
        ("IATF 16949:2016 (02/2028), ISO 9001:2015", ["IATF 16949:2016 until 2028-02-29", "ISO 9001:2015"]),
        ("ISO 9001; ISO 14001; FSC-CoC (12/2028)", ["ISO 9001", "ISO 14001", "FSC-CoC until 2028-12-31"]),
        ("ISO 9001 (03/2027)\nISO 14001\n(HL 12/2027)", ["ISO 9001 until 2027-03-31", "ISO 14001 until 2027-12-31"]),
    ],
)
def test_an_expiry_reaches_as_far_as_it_is_said_to(read_row: ReadRow, cell: str, expected: list[str]) -> None:
    supplier, _ = read_row({"Chứng chỉ": cell})
    assert [short(one) for one in supplier.form["certificates"]] == expected


@pytest.mark.parametrize(
    ("cell", "expected", "code"),
    [
        ("IATF 16949: đang triển khai", "IATF 16949 in_progress", "certificate-not-yet"),
        ("IATF 16949 - in progress", "IATF 16949 in_progress", "certificate-not-yet"),
        ("ISO 14001 dang xay dung", "ISO 14001 in_progress", "certificate-not-yet"),
        ("IATF 16949 dự kiến 2027", "IATF 16949 planned", "certificate-not-yet"),
        ("IATF 16949 (đang đánh giá lại)", "IATF 16949 in_progress", "certificate-not-yet"),
        (
            "IATF 16949:2016 (hết hạn 12/2025, đang đánh giá lại)",
            "IATF 16949:2016 until 2025-12-31",
            "certificate-renewal",
        ),
    ],
)
def test_what_is_no_certificate_yet_is_said(read_row: ReadRow, cell: str, expected: str, code: str) -> None:
    supplier, codes = read_row({"Chứng chỉ": cell})
    assert [short(one) for one in supplier.form["certificates"]] == [expected]
    assert codes == [code]


@pytest.mark.parametrize("cell", ["không", "đang cập nhật", "chưa có", "n/a", "—", "chưa có IATF"])
def test_nothing_stated_is_no_certificate(read_row: ReadRow, cell: str) -> None:
    supplier, codes = read_row({"Chứng chỉ": cell})
    assert "certificates" not in supplier.form
    assert codes == ([] if cell == "—" else ["nothing-stated"])


def test_a_year_of_a_plan_is_no_part_of_the_name(read_row: ReadRow) -> None:
    supplier, codes = read_row({"Chứng chỉ": "Chưa có, dự kiến ISO 9001 năm 2027"})
    assert supplier.form["certificates"] == [{"standard": "ISO 9001", "status": "planned"}]
    assert codes == ["nothing-stated", "certificate-not-yet"]


def test_issuer_and_scope_are_kept(read_row: ReadRow) -> None:
    supplier, _ = read_row({"Chứng chỉ": "ISO 9001:2015 (TÜV SÜD, gia công CNC, HL 11/2028)"})
    assert supplier.form["certificates"] == [
        {
            "standard": "ISO 9001:2015",
            "issuer": "TÜV SÜD",
            "scope": "gia công CNC",
            "valid_until": "2028-11-30",
            "status": "claimed",
        }
    ]


def test_a_column_of_expiries_speaks_for_all_or_for_each(read_row: ReadRow) -> None:
    one, _ = read_row({"Chứng chỉ": "ISO 9001; ISO 14001", "Ngày hết hạn": "31/12/2027"})
    assert [short(c) for c in one.form["certificates"]] == ["ISO 9001 until 2027-12-31", "ISO 14001 until 2027-12-31"]
    each, _ = read_row({"Chứng chỉ": "ISO 9001; ISO 14001", "Ngày hết hạn": "12/2027; 05/2028"})
    assert [short(c) for c in each.form["certificates"]] == ["ISO 9001 until 2027-12-31", "ISO 14001 until 2028-05-31"]
    assert each.origins["certificates/1/valid_until"].raw == "12/2027; 05/2028"


def test_a_column_of_expiries_that_does_not_fit_is_kept_and_warned_of(read_row: ReadRow) -> None:
    supplier, codes = read_row({"Chứng chỉ": "ISO 9001 (03/2027)", "Ngày hết hạn": "12/2027"})
    assert [short(one) for one in supplier.form["certificates"]] == ["ISO 9001 until 2027-03-31"]
    assert supplier.form["description"] == "Ngày hết hạn: 12/2027"
    assert codes == ["value-unclear"]


def test_every_certificate_knows_its_cell(read_row: ReadRow) -> None:
    supplier, _ = read_row({"Chứng chỉ": "ISO 9001; ISO 14001"})
    origin = supplier.origins["certificates/1"]
    assert (origin.column, origin.raw) == ("Chứng chỉ", "ISO 9001; ISO 14001")
