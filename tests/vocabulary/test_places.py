"""Provinces and industrial zones in addresses and place names."""

from __future__ import annotations

import pytest

from matchmaker.vocabulary.places import province_of, zone_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hà Nội", "Hà Nội"),
        ("ha noi", "Hà Nội"),
        ("Hanoi", "Hà Nội"),
        ("HN", "Hà Nội"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("TP. HCM", "Hồ Chí Minh"),
        ("Ho Chi Minh City", "Hồ Chí Minh"),
        ("ハノイ市", "Hà Nội"),
        ("호치민시", "Hồ Chí Minh"),
        ("胡志明市", "Hồ Chí Minh"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Dong Nai", "Đồng Nai"),
        ("Lô 14B, KCN Quang Minh, Mê Linh, Hà Nội", "Hà Nội"),
    ],
)
def test_a_province_in_any_writing(text: str, name: str) -> None:
    province = province_of(text)
    assert province is not None
    assert province.name == name


def test_a_province_knows_the_unit_it_belongs_to_now() -> None:
    province = province_of("Vĩnh Phúc")
    assert province is not None
    assert (province.code, province.new_code, province.new_name) == ("26", "25", "Phú Thọ")


@pytest.mark.parametrize(
    "text",
    [
        "KCN Bình Xuyên, Vĩnh Phúc (nay là Phú Thọ)",
        "Phuc Yen, Vinh Phuc (now Phu Tho province)",
        "Vĩnh Phúc nay là Phú Thọ",
    ],
)
def test_the_province_as_written_goes_before_its_new_name(text: str) -> None:
    province = province_of(text)
    assert province is not None
    assert province.name == "Vĩnh Phúc"


def test_an_address_goes_from_small_to_large() -> None:
    province = province_of("đường Hà Nội, TP Hải Phòng")
    assert province is not None
    assert province.name == "Hải Phòng"


@pytest.mark.parametrize("text", ["", "xyz", "hanam-tech", "nhanoi", "Tokyo"])
def test_other_text_names_no_province(text: str) -> None:
    assert province_of(text) is None


@pytest.mark.parametrize(
    ("text", "zone", "province"),
    [
        ("KCN Khai Quang, TP. Vĩnh Yên", "KCN Khai Quang", "Vĩnh Phúc"),
        ("Lot 3, Quang Minh Industrial Park, Me Linh", "KCN Quang Minh", "Hà Nội"),
    ],
)
def test_a_zone_knows_its_province(text: str, zone: str, province: str) -> None:
    found = zone_of(text)
    assert found is not None
    assert (found.name, found.province.name, found.is_park) == (zone, province, True)


def test_no_zone() -> None:
    assert zone_of("số 5 đường Láng") is None
