"""Several things in one cell."""

from __future__ import annotations

import pytest

from matchmaker.intake.lists import items


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("gioăng; phớt; O-ring", ["gioăng", "phớt", "O-ring"]),
        ("nắp máy ;vỏ hộp số", ["nắp máy", "vỏ hộp số"]),
        ("NBR\nEPDM\nFKM", ["NBR", "EPDM", "FKM"]),
        ("- FC200\n- FC250", ["FC200", "FC250"]),
        ("• vít\n• ốc", ["vít", "ốc"]),
        ("1. phay\n2. tiện", ["phay", "tiện"]),
        ("ADC12 / ADC10 / A380", ["ADC12", "ADC10", "A380"]),
        ("SPCC, SECC", ["SPCC", "SECC"]),
        ("thép、nhôm", ["thép", "nhôm"]),
        ("đúc - gia công CNC - sơn", ["đúc", "gia công CNC", "sơn"]),
        ("", []),
        (" ; ,", []),
    ],
)
def test_lines_bullets_semicolons_slashes_and_commas_part(cell: str, expected: list[str]) -> None:
    assert items(cell) == expected


@pytest.mark.parametrize(
    "one",
    [
        "CNC dây 0,1-8 mm",
        "280,000",
        "PC/ABS",
        "CAD/CAM",
        "SMT/DIP",
        "hàn TIG, MIG",
        "bu lông 8.8, 10.9",
        "mạ (Cr3+, Zn-Ni)",
        "-0,02 / +0,05 mm",
        "DIP - hàn sóng",
        "4 x 5-axis Makino",
        "IATF 16949 - in progress",
    ],
)
def test_what_belongs_together_stays_together(one: str) -> None:
    assert items(one) == [one]


def test_between_stronger_separators_a_comma_may_belong_to_the_thing() -> None:
    cell = "trục máy in\nchốt, bạc dẫn hướng\nchi tiết máy"
    assert items(cell) == ["trục máy in", "chốt, bạc dẫn hướng", "chi tiết máy"]


def test_a_long_enumeration_between_stronger_separators_is_a_list_too() -> None:
    assert items("mài tròn, mài vô tâm, mài phẳng; rèn") == ["mài tròn", "mài vô tâm", "mài phẳng", "rèn"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("chạy sóng / in flexo, offset / bế, dán / cắt", ["chạy sóng", "in flexo, offset", "bế, dán", "cắt"]),
        ("laser 6 kW, uốn, TIG / MIG, sơn", ["laser 6 kW", "uốn", "TIG / MIG", "sơn"]),
        ("phụ tùng, linh kiện máy / linh kiện xe máy", ["phụ tùng, linh kiện máy", "linh kiện xe máy"]),
    ],
)
def test_of_slashes_and_commas_the_more_frequent_part(cell: str, expected: list[str]) -> None:
    assert items(cell) == expected
