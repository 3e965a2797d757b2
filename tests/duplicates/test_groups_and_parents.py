"""Members of a group, parents abroad and parts of a firm stay apart from it; codes, former and short names join it.

Seen to fail with the evidence of names and facts alone, except for the numbered plant and the forms of a coined name.
"""

from __future__ import annotations

import pytest

from matchmaker.duplicates import score_pair
from matchmaker.records import Supplier


def probability(a: Supplier, b: Supplier) -> float:
    return score_pair(a, b).probability


def named(a: str, b: str) -> float:
    return probability(Supplier("A", a), Supplier("B", b))


@pytest.mark.parametrize(
    ("member", "other"),
    [
        ("Công ty TNHH Kestra Việt Nam", "Công ty TNHH Kestra Lock Việt Nam"),
        ("Công ty TNHH Kestra Vina", "Công ty TNHH Kestra Technology Vina"),
        ("Kestra Industries (Vietnam) Ltd", "Kestra Industries Saigon Ltd"),
        ("Công ty TNHH Kestra (Vân Trung)", "Công ty TNHH Kestra (Quế Võ)"),
        ("Công ty TNHH Kestra Việt Nam", "Công ty TNHH Kestra Việt Nam II"),
        ("Kestra Spring Thailand", "Kestra Spring Vietnam"),
    ],
)
def test_a_group_name_with_another_word_town_number_or_country_is_another_firm(member: str, other: str) -> None:
    assert named(member, other) < 0.5


def test_a_short_form_and_a_described_form_of_a_coined_name_are_the_firm() -> None:
    assert named("Công ty TNHH Cơ khí Kestra Việt Nam", "Kestra") > 0.5
    assert named("Công ty Cổ phần Nhựa Kestra", "KESTRA JSC") > 0.5


@pytest.mark.parametrize("abroad", ["Incheon, Korea", "大阪府東大阪市", "Taichung, Taiwan"])
def test_a_parent_abroad_is_not_its_company_in_vietnam(abroad: str) -> None:
    parent = Supplier("A", "Kestra Precision Co., Ltd", address=abroad)
    assert probability(parent, Supplier("B", "Kestra Precision Vietnam Co., Ltd", province="Bắc Ninh")) < 0.5
    without_address = Supplier("A", "Kestra Precision Co., Ltd")
    assert probability(without_address, Supplier("B", "Kestra Precision Vietnam Co., Ltd", province="Bắc Ninh")) > 0.5


def test_a_short_name_does_not_outweigh_different_full_names() -> None:
    a = Supplier("A", "Công ty TNHH Nhựa Hoàng Minh Phát", short_name="HMP")
    assert probability(a, Supplier("B", "Công ty TNHH Hải Mai Phương", short_name="HMP")) < 0.5
    assert probability(a, Supplier("B", "HMP Plastics Co., Ltd")) > 0.5


def test_a_branch_code_alone_is_a_way_of_writing_and_a_named_branch_is_not() -> None:
    firm, code = Supplier("A", "Công ty TNHH Hùng Anh", tax_code="0100109106"), "0100109106-001"
    assert probability(firm, Supplier("B", "Công ty TNHH Hùng Anh", tax_code=code)) > 0.5
    assert probability(firm, Supplier("B", "Chi nhánh Công ty TNHH Hùng Anh", tax_code=code)) < 0.5


def test_a_former_name_keeps_the_firm() -> None:
    old = Supplier("A", "Công ty TNHH Minh Đăng", tax_code="0100109106")
    new = Supplier("B", "Công ty CP Sao Khuê", tax_code="0100109106", description="Tên cũ: Công ty TNHH Minh Đăng")
    assert probability(old, new) > 0.5
