"""Letters that keyboards and scanners leave wrong."""

from __future__ import annotations

import pytest

from matchmaker.duplicates.slips import put_right


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("C0NG TY TNHH C0 KHI VAN LOC", "CONG TY TNHH CO KHI VAN LOC"),
        ("Vạn Xuan Meta1", "Vạn Xuan Metal"),
        ("Cow khis Muwowfng", "Co khi Muong"),
        ("Cơ khí chinhs xác", "Cơ khí chinh xác"),
    ],
)
def test_scanned_digits_and_telex_are_put_right(typed: str, meant: str) -> None:
    assert put_right(typed) == meant


@pytest.mark.parametrize(
    "text", ["Z131", "A1 Tools", "3D Việt", "Press Parts Co., Ltd", "Xuân-Mai Cast", "Công ty CP 26"]
)
def test_numbers_of_a_name_and_foreign_words_stay(text: str) -> None:
    assert put_right(text) == text
