"""What speaks for and against one firm: contracts of order that outlive the weights, and the rules of the field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from matchmaker.duplicates import Likeness, score_pair
from matchmaker.records import Contact, Supplier

CODE, OTHER_CODE = "0100109106", "0199401019"
BRANCH = f"{CODE}-001"


def firm(name: str, **fields: Any) -> Supplier:
    return Supplier(name, name, **fields)


def score(a: Supplier, b: Supplier) -> float:
    return score_pair(a, b).probability


def reason(likeness: Likeness, feature: str) -> str:
    return next(found.detail for found in likeness.reasons if found.feature == feature)


A = firm("Công ty TNHH Cơ khí Vạn Lũng")
B = firm("Van Lung Mechanical Co., Ltd")
BETTER_WORSE = [
    ("an equal tax code", {"tax_code": CODE}, {"tax_code": CODE}),
    (
        "an equal telephone number",
        {"contacts": (Contact(phone="024 3000 0126"),)},
        {"contacts": (Contact(phone="+842430000126"),)},
    ),
    (
        "an equal mail address",
        {"contacts": (Contact(email="a@b.example"),)},
        {"contacts": (Contact(email="A@B.example"),)},
    ),
    ("an equal domain", {"website": "vanlung.example"}, {"website": "https://www.vanlung.example/en"}),
    ("an equal lot", {"address": "Lô B4, KCN Quang Minh"}, {"address": "Lot B4, Quang Minh IP"}),
    ("an equal zone", {"address": "KCN Quang Minh, Mê Linh"}, {"address": "Quang Minh IP, Me Linh"}),
    ("an equal province", {"province": "Vĩnh Phúc"}, {"province": "Phú Thọ"}),
    ("an equal founding year", {"founded_year": 2004}, {"founded_year": 2004}),
    ("equal goods", {"products": ("lò xo nén",)}, {"products": ("compression springs",)}),
]
WORSE = [
    ("another province", {"province": "Hà Nội"}, {"province": "Hải Phòng"}),
    ("another founding year", {"founded_year": 1998}, {"founded_year": 2015}),
    ("other goods", {"products": ("may mặc",)}, {"products": ("khuôn dập",)}),
    ("another domain", {"website": "vanlung.example"}, {"website": "lungvan.example"}),
    ("another tax code", {"tax_code": CODE}, {"tax_code": OTHER_CODE}),
    ("another zone", {"address": "KCN Quang Minh"}, {"address": "KCN Phố Nối A"}),
]


@pytest.mark.parametrize(("a", "b"), [pair[1:] for pair in BETTER_WORSE], ids=[pair[0] for pair in BETTER_WORSE])
def test_what_makes_one_firm_more_probable(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert score(replace(A, **a), replace(B, **b)) > score(A, B)


@pytest.mark.parametrize(("a", "b"), [pair[1:] for pair in WORSE], ids=[pair[0] for pair in WORSE])
def test_what_makes_one_firm_less_probable(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert score(replace(A, **a), replace(B, **b)) < score(A, B)


@pytest.mark.parametrize("fields", [pair[1] for pair in (*BETTER_WORSE, *WORSE)])
def test_what_one_side_leaves_out_counts_neither_way(fields: dict[str, Any]) -> None:
    named = {"website"} & fields.keys()
    if not named:
        assert score(replace(A, **fields), B) == pytest.approx(score(A, B))


def test_two_valid_tax_codes_are_two_firms_however_alike_the_rest() -> None:
    rest: dict[str, Any] = {
        "address": "Lô B4, KCN Quang Minh, Hà Nội",
        "province": "Hà Nội",
        "founded_year": 2004,
        "website": "vanlung.example",
        "contacts": (Contact(phone="024 3000 0126", email="info@vanlung.example"),),
    }
    assert score(replace(A, tax_code=CODE, **rest), replace(A, id="other", tax_code=OTHER_CODE, **rest)) < 0.01


def test_one_tax_code_on_two_names_is_a_conflict_for_people() -> None:
    likeness = score_pair(firm("Công ty TNHH Hùng Dũng", tax_code=CODE), firm("Công ty TNHH Thiên Ân", tax_code=CODE))
    assert 0.05 < likeness.probability < 0.5
    assert "one of them is mistyped" in reason(likeness, "one_tax_code_on_two_names")


def test_a_tax_code_joins_a_firm_with_its_coined_trade_name() -> None:
    assert score(firm("Công ty CP Dây điện Hạ Đình", tax_code=CODE), firm("CADOSUN", tax_code=CODE[1:])) > 0.5


def test_a_mistyped_tax_code_is_not_another_firm() -> None:
    mistyped = CODE[:-1] + "7"
    assert score(replace(A, tax_code=CODE), replace(B, tax_code=mistyped)) > score(A, B)


def test_a_branch_is_related_but_not_the_same() -> None:
    likeness = score_pair(
        replace(A, tax_code=CODE), firm("Chi nhánh Hưng Yên - Công ty TNHH Cơ khí Vạn Lũng", tax_code=BRANCH)
    )
    assert likeness.probability < 0.5
    assert "a company and its branch" in reason(likeness, "parent_and_branch")


def test_two_branches_of_one_firm_are_not_the_same() -> None:
    assert score(replace(A, tax_code=f"{CODE}-001"), replace(A, id="other", tax_code=f"{CODE}-002")) < 0.5


def test_a_branch_code_on_the_firms_own_name_and_place_is_the_firm() -> None:
    here = {"province": "Hải Phòng", "address": "Kiến Thụy, Hải Phòng"}
    assert score(replace(A, tax_code=CODE, **here), replace(A, id="other", tax_code=BRANCH, **here)) > 0.5


def test_persons_are_told_apart_by_their_numbers() -> None:
    a = firm("Hộ kinh doanh Trần Văn Bình", tax_code="001175012345")
    assert score(a, replace(a, id="other", tax_code="031180054321")) < 0.01


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Công ty CP Nhựa Đại Khê", "Công ty CP Bao bì Đại Khê"),
        ("Công ty CP Nhựa Đại Khê", "Công ty CP Nhựa Đại Khê Xanh"),
        ("Công ty TNHH Đại Khê 1", "Công ty TNHH Đại Khê 2"),
        ("Công ty TNHH Đại Khê Hà Nội", "Công ty TNHH Đại Khê Hải Phòng"),
        ("Công ty TNHH Đại Khê miền Bắc", "Công ty TNHH Đại Khê miền Nam"),
        ("Đại Khê Holdings", "Công ty CP Nhựa Đại Khê"),
        ("Công ty CP Đại Khê Industries", "Công ty CP Nhựa Đại Khê Xanh"),
        ("Công ty CP Nhựa Hải Dương", "Công ty CP Cơ khí Hải Dương"),
    ],
)
def test_members_of_a_group_stay_apart(a: str, b: str) -> None:
    assert score(firm(a), firm(b)) < 0.5


def test_namesakes_in_two_provinces_stay_apart_and_a_rare_name_that_moved_does_not() -> None:
    common, rare = firm("Công ty TNHH Minh Phát"), firm("Công ty TNHH Cơ khí Ngạc Vông Khuê")
    here, there = {"province": "Hà Nội"}, {"province": "Đồng Nai"}
    assert score(replace(common, **here), replace(common, id="other", **there)) < 0.5
    assert score(replace(rare, **here), replace(rare, id="other", **there)) > 0.5


def test_a_parks_telephone_joins_nobody() -> None:
    park: dict[str, Any] = {"contacts": (Contact(phone="0222 3000 220"),), "address": "KCN Yên Phong"}
    assert score(firm("Công ty TNHH Cơ khí Bình An", **park), firm("Công ty TNHH Điện tử Sao Khuê", **park)) < 0.5


def test_records_without_any_word_in_common_are_two_firms() -> None:
    assert score(firm("Rexmill"), firm("Công ty CP Bơm Hải Lý")) < 0.1
