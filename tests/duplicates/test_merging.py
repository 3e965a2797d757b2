"""One profile from the records of one firm."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.duplicates import merged
from matchmaker.records import Certificate, Contact, Supplier

FULL = Supplier(
    "S1",
    "Công ty TNHH Cơ khí Vạn Lũng",
    tax_code="0100109106",
    province="Hà Nội",
    address="KCN Quang Minh",
    founded_year=2011,
    employees=85,
    products=("trục máy in", "chốt"),
    materials=("SUS303", "S45C"),
    capacity_per_month=60_000,
    unit="pcs",
    capacity="60.000 chi tiết/tháng",
)
BRIEF = Supplier(
    "S2",
    "VALU Precision",
    name_en="VALU Precision Co., Ltd",
    website="valu.example",
    employees=90,
    products=("trục", "printer shafts"),
    materials=("sus 303", "inox"),
    capacity_per_month=5_000,
    unit="pcs",
    capacity="5.000 sp/tháng",
)
JUNE, JULY, NEXT_YEAR = date(2026, 6, 1), date(2026, 7, 1), date(2027, 6, 1)


def test_the_fuller_record_leads_and_gaps_are_filled() -> None:
    firm = merged([(BRIEF, JUNE), (FULL, JUNE)])
    assert (firm.id, firm.name, firm.employees, firm.capacity_per_month) == ("S1", FULL.name, 85, 60_000)
    assert (firm.name_en, firm.website) == ("VALU Precision Co., Ltd", "valu.example")


@pytest.mark.parametrize("stated_on", [None, JULY])
def test_a_little_newer_or_undated_does_not_count(stated_on: date | None) -> None:
    assert merged([(FULL, JUNE), (BRIEF, stated_on)]).employees == 85


def test_a_clearly_newer_record_has_the_word_where_both_say_something() -> None:
    firm = merged([(FULL, JUNE), (BRIEF, NEXT_YEAR)])
    assert (firm.employees, firm.name) == (90, "VALU Precision")
    assert (firm.capacity_per_month, firm.capacity) == (5_000, "5.000 sp/tháng")
    assert (firm.id, firm.tax_code) == ("S1", "0100109106")


def test_capacity_its_unit_and_its_wording_come_from_one_record() -> None:
    only_text = Supplier("S3", "VALU", capacity="12 tấn/tháng")
    firm = merged([(FULL, JUNE), (only_text, NEXT_YEAR)])
    assert (firm.capacity_per_month, firm.unit, firm.capacity) == (None, "", "12 tấn/tháng")


def test_lists_take_other_languages_and_no_repetitions() -> None:
    firm = merged([(FULL, None), (BRIEF, None)])
    assert firm.products == ("trục máy in", "chốt", "printer shafts")
    assert firm.materials == ("SUS303", "S45C", "inox")


def test_a_list_that_the_leading_record_lacks_is_taken_whole() -> None:
    firm = merged([(FULL, None), (Supplier("S2", "VALU", machines=("CNC", "CMM"), kind="manufacturer"), None)])
    assert (firm.machines, firm.kind) == (("CNC", "CMM"), "manufacturer")


def test_unknown_kind_is_no_statement() -> None:
    assert merged([(FULL, None), (Supplier("S2", "VALU", kind="trader"), None)]).kind == "trader"


def test_contacts_are_united_without_those_that_say_nothing_new() -> None:
    lan = Contact(name="Lan", phone="024 3000 0126", email="lan@valu.example")
    firm = merged(
        [
            (Supplier("S1", "VALU", contacts=(lan,), employees=9), None),
            (Supplier("S2", "VALU", contacts=(Contact(phone="+84 24 30000126"), Contact(name="Minh"))), None),
        ]
    )
    assert firm.contacts == (lan, Contact(name="Minh"))


def test_the_certificate_that_holds_longest_stays_for_each_standard() -> None:
    old = Certificate("ISO 9001:2015", valid_until=date(2026, 2, 28))
    new = Certificate("ISO9001-2015", valid_until=date(2028, 1, 31))
    lapsed = Certificate("ISO 9001:2008", valid_until=date(2029, 9, 14))
    quality = Certificate("IATF 16949:2016", status="in_progress")
    firm = merged(
        [
            (Supplier("S1", "VALU", certificates=(old, quality), employees=9), None),
            (Supplier("S2", "VALU", certificates=(lapsed, new)), None),
        ]
    )
    assert firm.certificates == (new, quality)


def test_a_certificate_held_beats_one_planned() -> None:
    planned = Certificate("ISO 14001", valid_until=date(2030, 1, 1), status="planned")
    held = Certificate("ISO 14001:2015", status="document_seen")
    firm = merged(
        [(Supplier("S1", "VALU", certificates=(planned,)), None), (Supplier("S2", "VALU", certificates=(held,)), None)]
    )
    assert firm.certificates == (held,)


def test_one_record_is_its_own_profile_and_none_is_refused() -> None:
    assert merged([(FULL, JUNE)]) == FULL
    with pytest.raises(ValueError, match="at least one record"):
        merged([])
