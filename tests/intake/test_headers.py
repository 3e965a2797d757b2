"""Column headers as people write them."""

from __future__ import annotations

import pytest

from matchmaker.intake import FIELDS
from matchmaker.intake.headers import RESEMBLES, SUREST_LIKENESS, meaning_of


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Tên doanh nghiệp", "name"),
        ("TEN DOANH NGHIEP", "name"),
        ("Tên DN", "name"),
        ("Company Name (EN)", "name_en"),
        ("Company Name (Local)", "name"),
        ("Tên giao dịch", "trade_name"),
        ("MST", "tax_code"),
        ("Mã số thuế", "tax_code"),
        ("Năm TL", "founded_year"),
        ("Year Est.", "founded_year"),
        ("Số LĐ", "employees"),
        ("Năng lực / công nghệ", "processes"),
        ("Processes / Technologies", "processes"),
        ("Sản lượng/tháng", "capacity"),
        ("Monthly Capacity", "capacity"),
        ("Ngày hết hạn CC", "certificate_expiry"),
        ("Accuracy", "tolerance_mm"),
        ("Remarks", "description"),
        ("#", "row_number"),
    ],
)
def test_a_known_header_is_certain(header: str, field: str) -> None:
    meaning = meaning_of(header)
    assert meaning is not None
    assert (meaning.field, meaning.confidence) == (field, 1.0)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Số lao động (người)", "employees"),
        ("Tên doanh nghiệp\n(ghi đầy đủ)", "name"),
        ("Địa chỉ / Address", "address"),
        ("Sản phẩm – Products", "products"),
    ],
)
def test_a_header_in_part_or_in_two_languages_is_almost_certain(header: str, field: str) -> None:
    meaning = meaning_of(header)
    assert meaning is not None
    assert (meaning.field, meaning.confidence) == (field, 0.95)


@pytest.mark.parametrize(("header", "field"), [("Tên doanh nhiệp", "name"), ("Cetificates", "certificates")])
def test_a_misspelt_header_is_taken_with_its_likeness(header: str, field: str) -> None:
    meaning = meaning_of(header)
    assert meaning is not None
    assert meaning.field == field
    assert RESEMBLES / 100 <= meaning.confidence <= SUREST_LIKENESS


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Reg. No.",
        "Booth",
        "Registered At",
        "Mã",
        "Doanh thu",
        "Giá / sản phẩm",
        "Ngày cập nhật",
        "THÔNG TIN CHUNG",
        "Công ty TNHH Cơ khí chính xác Vạn Kiều",
        "ISO 9001:2015; IATF 16949:2016; QC 080000:2017",
    ],
)
def test_other_text_is_no_header(header: str) -> None:
    assert meaning_of(header) is None


def test_a_mapping_may_name_every_field_and_ignore() -> None:
    assert {"name", "tax_code", "tolerance_mm", "certificate_expiry", "ignore"} <= set(FIELDS)
