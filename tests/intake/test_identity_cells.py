"""Names, tax codes, places, telephones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matchmaker.intake import ReadSupplier
from matchmaker.intake.contacts import phone_number
from matchmaker.intake.identity import is_english_company, tax_code

ReadRow = Callable[..., tuple[ReadSupplier, list[str]]]


@pytest.mark.parametrize(
    ("written", "code", "problem"),
    [
        ("0199301825", "0199301825", ""),
        ("0199 300 074", "0199300074", ""),
        ("0199\u00a0302106", "0199302106", ""),
        ("2399.302.386", "2399302386", ""),
        ("'0199302593", "0199302593", ""),
        ("0299302660-001", "0299302660-001", ""),
        ("0299302660001", "0299302660-001", ""),
        ("199301825", "0199301825", "tax-code-zero-restored"),
        ("299302660-001", "0299302660-001", "tax-code-zero-restored"),
        ("199301826", "199301826", "tax-code-form"),
        ("0199301826", "0199301826", "tax-code-check-digit"),
        ("001085012345", "001085012345", ""),
        ("01993", "01993", "tax-code-form"),
        ("0199301825 (cũ)", "0199301825 (cũ)", "tax-code-form"),
    ],
)
def test_tax_codes(written: str, code: str, problem: str) -> None:
    """0199301825: 0·31+1·29+9·23+9·19+3·17+0·13+1·7+8·5+2·3 = 511 = 46·11+5, and 10-5 = 5."""
    assert tax_code(written) == (code, problem)


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Chien Thang Co., Ltd", True),
        ("Thanh Thang Co.", True),
        ("Kim Sen Industrial JSC", True),
        ("Hanpo Vina Joint Stock Company", True),
        ("Ngoc Khanh Wire and Cable Company Limited", True),
        ("VAKI", False),
        ("KTX Foundry", False),
        ("Công ty TNHH Limited", False),
    ],
)
def test_english_company_names(name: str, english: bool) -> None:
    assert is_english_company(name) is english


def test_a_trade_name_is_an_english_name_or_a_short_one(read_row: ReadRow) -> None:
    english, _ = read_row({"Tên giao dịch": "Chien Thang Co., Ltd"})
    assert english.form["name_en"] == "Chien Thang Co., Ltd"
    assert "short_name" not in english.form
    short, _ = read_row({"Tên giao dịch": "HPC / NHH"})
    assert short.form["short_name"] == "HPC / NHH"
    assert "name_en" not in short.form


def test_a_firm_with_only_an_english_name_is_named_by_it(read_table: Callable[..., object]) -> None:
    reading = read_table(["Company Name (EN)", "Company Name (Local)"], ["EMTC JSC", ""], ["T&C", "Công ty T&C"])
    forms = [one.form for one in reading.suppliers]  # type: ignore[attr-defined]
    assert [(form["name"], form["name_en"]) for form in forms] == [("EMTC JSC", "EMTC JSC"), ("Công ty T&C", "T&C")]


@pytest.mark.parametrize(
    "written",
    [
        "024 3000 0026",
        "(024) 3000 0026",
        "+84 24 3000 0026",
        "84-24-30000026",
        "842430000026",
        "0084 24 3000 0026",
        "024.3000.0026",
        "2430000026",
    ],
)
def test_one_telephone_number_has_one_form(written: str) -> None:
    assert phone_number(written) == ("02430000026", True)


def test_numbers_abroad_and_incomplete_numbers() -> None:
    assert phone_number("+81 3-3582-5511") == ("+81335825511", True)
    assert phone_number("1900 1234") == ("19001234", True)
    assert phone_number("+84243000031") == ("0243000031", False)
    assert phone_number("gọi lại") == ("gọi lại", False)


def test_the_firms_own_lines_are_no_personal_data(read_row: ReadRow) -> None:
    supplier, _ = read_row({"Điện thoại": "ĐT: 024 3000 0026", "Email": "sales@a.example"})
    assert supplier.form["contacts"] == [
        {"phone": "02430000026", "email": "sales@a.example", "role": "company", "consent": True}
    ]


def test_a_person_has_not_consented(read_row: ReadRow) -> None:
    supplier, _ = read_row(
        {"Người liên hệ": "Nguyễn Văn A", "Chức vụ": "Giám đốc", "Điện thoại": "0912 345 678 / 024 3000 0026"}
    )
    assert supplier.form["contacts"] == [
        {"name": "Nguyễn Văn A", "phone": "0912345678", "role": "Giám đốc"},
        {"phone": "02430000026", "role": "company", "consent": True},
    ]


@pytest.mark.parametrize("words", ["Mr Nam", "máy lẻ 12"])
def test_words_beside_a_number_may_mean_a_person(read_row: ReadRow, words: str) -> None:
    supplier, _ = read_row({"Điện thoại": f"ĐT: 024 3000 0026 ({words})"})
    assert supplier.form["contacts"] == [{"phone": "02430000026", "role": words}]


def test_a_number_that_cannot_be_read_is_kept_as_written(read_row: ReadRow) -> None:
    supplier, codes = read_row({"Điện thoại": "12-34"})
    assert supplier.form["contacts"] == [{"phone": "12-34", "role": "company", "consent": True}]
    assert codes == ["phone-unclear"]


def test_a_mailbox_that_may_be_a_persons_has_not_consented(read_row: ReadRow) -> None:
    supplier, _ = read_row({"Email": "lan.nguyen@a.example"})
    assert supplier.form["contacts"] == [{"email": "lan.nguyen@a.example", "role": "company"}]


@pytest.mark.parametrize(
    ("address", "province"),
    [
        ("Lô 14B, KCN Quang Minh, Mê Linh, Hà Nội", "Hà Nội"),
        ("Lô 14B KCN Quang Minh - Mê Linh - HN", "Hà Nội"),
        ("Q.7, TP.HCM", "Hồ Chí Minh"),
        ("My Dong, Thuy Nguyen, Hai Phong", "Hải Phòng"),
        ("KCN Bình Xuyên, Vĩnh Phúc (nay là Phú Thọ)", "Vĩnh Phúc"),
    ],
)
def test_the_province_of_an_address(read_row: ReadRow, address: str, province: str) -> None:
    supplier, codes = read_row({"Địa chỉ": address})
    assert (supplier.form["address"], supplier.form["province"]) == (address, province)
    assert codes == []


def test_a_province_read_from_a_zone_says_so(read_row: ReadRow) -> None:
    supplier, codes = read_row({"Địa chỉ": "KCN Khai Quang, TP. Vĩnh Yên"})
    assert supplier.form["province"] == "Vĩnh Phúc"
    assert "KCN Khai Quang" in supplier.origins["province"].read
    assert codes == ["province-by-zone"]


def test_a_column_of_provinces_goes_before_the_address(read_row: ReadRow) -> None:
    supplier, _ = read_row({"Địa chỉ": "VPĐD: Hà Nội", "Tỉnh": "Bac Ninh"})
    assert supplier.form["province"] == "Bắc Ninh"
    unknown, codes = read_row({"Tỉnh": "Atlantis"})
    assert unknown.form["province"] == "Atlantis"
    assert codes == ["province-unknown"]


@pytest.mark.parametrize(
    ("address", "zone"),
    [
        ("CCN Cẩm Thượng, TP Hải Dương", "CCN Cẩm Thượng"),
        ("Dai Dong - Hoan Son IP, Tien Du, Bac Ninh", "Dai Dong - Hoan Son IP"),
        ("KCN Thạch Thất - Quốc Oai, Hà Nội", "KCN Thạch Thất - Quốc Oai"),
        ("Lô 14B KCN Quang Minh - Mê Linh - HN", "KCN Quang Minh"),
        ("Kiến Thụy, Hải Phòng", None),
        ("Đại Bái, Gia Bình, Bắc Ninh", None),
    ],
)
def test_the_industrial_zone_is_what_the_address_calls_one(read_row: ReadRow, address: str, zone: str | None) -> None:
    supplier, _ = read_row({"Địa chỉ": address})
    assert supplier.form.get("industrial_zone") == zone


def test_websites_get_a_scheme(read_row: ReadRow) -> None:
    assert read_row({"Website": "vaki.example"})[0].form["website"] == "https://vaki.example"
    assert read_row({"Website": "http://vaki.example/vi"})[0].form["website"] == "http://vaki.example/vi"
    unclear, codes = read_row({"Website": "xem Facebook"})
    assert unclear.form["description"] == "Website: xem Facebook"
    assert codes == ["value-unclear"]


@pytest.mark.parametrize(
    ("cell", "kind"), [("Sản xuất", "manufacturer"), ("Thương mại", "trader"), ("Service", "service")]
)
def test_the_kind_is_read_only_where_it_is_stated(read_row: ReadRow, cell: str, kind: str) -> None:
    assert read_row({"Loại hình": cell})[0].form["kind"] == kind
    assert "kind" not in read_row({})[0].form
