"""Telephone numbers, addresses, domains: what is compared besides the names."""

from __future__ import annotations

import pytest

from matchmaker.duplicates.addresses import address_of, same_province
from matchmaker.duplicates.phones import phones_in
from matchmaker.duplicates.traits import own_domain, traits_of
from matchmaker.records import Contact, Supplier
from matchmaker.vocabulary.places import province_of


@pytest.mark.parametrize(
    "text",
    [
        "024 3000 0126",
        "ĐT: 024.3000.0126",
        "+84 24 3000 0126",
        "842430000126",
        "(024) 3000 0126",
        "0084 24 30000126",
        "04 3000 0126",
    ],
)
def test_one_number_in_its_notations(text: str) -> None:
    assert phones_in(text) == {"2430000126"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0241 3000 161", "0222 3000 161"),
        ("0320 3000 032", "0220 3000 032"),
        ("0168 3000 171", "038 3000 171"),
        ("08 3000 0321", "028 3000 0321"),
    ],
)
def test_old_area_codes_meet_the_new(old: str, new: str) -> None:
    assert phones_in(old) & phones_in(new)


def test_several_numbers_and_extensions() -> None:
    assert phones_in("024 3000 0126 ext. 12 / 0912 300 041") == {"2430000126", "912300041"}
    assert phones_in("không có") == frozenset()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Lô B4, KCN Quang Minh, Mê Linh, Hà Nội", "Lot B4, Quang Minh Industrial Park, Me Linh, Hanoi"),
        ("Lô 14B KCN Quang Minh - Mê Linh - HN", "Lô 14B, KCN Quang Minh, Hà Nội"),
    ],
)
def test_zone_and_lot_in_two_languages(a: str, b: str) -> None:
    first, second = address_of("", "", a), address_of("", "", b)
    assert (first.zone, first.lots, first.province) == (second.zone, second.lots, second.province)
    assert first.zone == ("quang", "minh")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Vĩnh Phúc", "Phú Thọ", True),
        ("Hải Dương", "Hai Phong", True),
        ("Bắc Giang", "Bắc Ninh", True),
        ("Hà Nội", "Hanoi", True),
        ("Vĩnh Phúc", "Hòa Bình", False),
        ("Hà Nội", "Hải Phòng", False),
    ],
)
def test_provinces_before_and_after_the_merger(a: str, b: str, same: bool) -> None:
    first, second = province_of(a), province_of(b)
    assert first is not None
    assert second is not None
    assert same_province(first, second) is same


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.vaki.example", "vaki"),
        ("mail.truongkhe.com.vn", "truongkhe"),
        ("gmail.com", ""),
        ("hongson.trustpass.alibaba.com", ""),
        ("facebook.com", ""),
        ("", ""),
    ],
)
def test_domains_of_their_own(host: str, domain: str) -> None:
    assert own_domain(host) == domain


def test_a_domain_and_a_short_name_are_trade_names() -> None:
    firm = Supplier(
        "S1",
        "Công ty TNHH Cơ khí Vạn Lũng",
        short_name="VALU / VLM",
        website="https://valumech.example/vi",
        contacts=(Contact(email="Sales@VALUMECH.example"),),
    )
    traits = traits_of(firm)
    aliases = {name.proper[0].low for name in traits.names if name.is_alias}
    assert aliases == {"valu", "vlm", "valumech"}
    assert traits.domains == {"valumech"}
    assert traits.mails == {"sales@valumech.example"}
