"""How words and proper names stand to each other."""

from __future__ import annotations

import pytest

from matchmaker.duplicates.initials import initials_fit
from matchmaker.duplicates.names import names_in
from matchmaker.duplicates.proper_names import relation
from matchmaker.duplicates.readings import latin, sound_likeness
from matchmaker.duplicates.senses import shared_senses
from matchmaker.duplicates.words import information, is_syllable, likeness, words_of


def kind(a: str, b: str) -> str:
    return relation(names_in(a)[0], names_in(b)[0]).kind


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Kiều", "Kiều", 1.0),
        ("Hòa", "Hoà", 1.0),
        ("Mỹ", "Mĩ", 1.0),
        ("Thành", "Thanh", 0.0),
        ("Phát", "Phú", 0.0),
    ],
)
def test_words_with_marks(a: str, b: str, expected: float) -> None:
    assert likeness(words_of(a)[0], words_of(b)[0], marked=True) == expected


@pytest.mark.parametrize(
    ("a", "b"), [("Trường", "Trườngg"), ("Viễn", "Viển"), ("Khoái", "Khaoi"), ("Panoramatech", "Panormatech")]
)
def test_slips_of_the_pen_are_nearly_the_word(a: str, b: str) -> None:
    assert 0 < likeness(words_of(a)[0], words_of(b)[0], marked=True) < 1


@pytest.mark.parametrize(
    ("a", "b"), [("Vinafit", "Vinafix"), ("HTMC", "HTMS"), ("EMT", "EMTS"), ("Z219", "Z291"), ("Altec", "Alutec")]
)
def test_brands_a_letter_apart_are_different(a: str, b: str) -> None:
    assert likeness(words_of(a)[0], words_of(b)[0], marked=False) == 0


def test_marks_do_not_count_where_one_name_has_none() -> None:
    assert likeness(words_of("Thành")[0], words_of("THANH")[0], marked=False) == 1


@pytest.mark.parametrize("syllable", ["nghieng", "quynh", "thuy", "khuyen", "an", "uong", "gia", "yen"])
def test_vietnamese_syllables(syllable: str) -> None:
    assert is_syllable(syllable)


@pytest.mark.parametrize("word", ["vaki", "goldsun", "tkf", "spring", "honghatrung", ""])
def test_what_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


def test_rarer_words_tell_more() -> None:
    common, usual, rare, coined = (information(words_of(word)[0]) for word in ("Phát", "Kiều", "Ngạc", "Goldsun"))
    assert common < usual < rare < coined


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Công ty TNHH Cơ khí Vạn Lũng", "VAN LUNG MECHANICAL CO., LTD", "same"),
        ("Công ty TNHH Nhựa Việt Tiệp Sơn", "VietTiepSon Plastics", "same"),
        ("Công ty TNHH Sun Tech Mold", "Suntech Mold", "same"),
        ("KERASTARVN", "Kerastar Vietnam", "same"),
        ("Công ty CP Lưỡi cưa Đồng Mỏ", "Dong Mo Saw Blade JSC", "same"),
        ("Công ty CP Phao nổi Thạnh Hóa", "Thanh Hoa Floats JSC", "turned"),
        ("Công ty CP Nhựa Trường Lưu", "Công ty CP Nhựa Trườngg Lưu", "slip"),
        ("Công ty TNHH Thành Phát", "Công ty TNHH Thanh Phát", "near"),
        ("Công ty TNHH Phát Minh", "Công ty TNHH Minh Phát", "near"),
        ("Công ty TNHH Minh Phát", "Công ty TNHH Minh Phát Lộc", "part"),
        ("Công ty TNHH Hoàng Long", "Công ty TNHH Hoàng Lâm", "overlap"),
        ("Công ty TNHH Hùng Dũng", "Công ty TNHH Thiên Ân", "other"),
        ("Công ty TNHH Hùng Dũng", "Rexmill", "silent"),
        ("Công ty TNHH Yamanaka", "ヤマナカ・ベトナム", "sound"),
        ("Công ty TNHH Yamanaka", "ヤマモト・ベトナム", "other"),
        ("Golden Dragon JSC", "Công ty CP Rồng Vàng", "translated"),
        ("VAKO", "Công ty TNHH Vạn Kông", "initials"),
    ],
)
def test_relations_of_proper_names(a: str, b: str, expected: str) -> None:
    assert (kind(a, b), kind(b, a)) == (expected, expected)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("HALOKHA", "Công ty TNHH Cơ khí Hạ Long Khánh"),
        ("TILUCO", "Công ty TNHH Cơ khí Tiên Lữ"),
        ("THALUCAST", "Công ty CP Đúc Thanh Lũng"),
        ("TALUCAST", "Công ty CP Đúc Thanh Lũng"),
        ("DVS", "Công ty CP Lò xo Đồng Văn"),
        ("NAPL", "Công ty CP Nhựa An Phú Lâm"),
        ("DHT", "Công ty TNHH Đông Hưng Thái"),
    ],
)
def test_trade_names_made_of_first_letters(short: str, full: str) -> None:
    assert initials_fit(names_in(short)[0], names_in(full)[0]) > 2


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("TP", "Công ty TNHH Nhựa Tân Phong"),
        ("TKM", "Công ty TNHH Cơ khí Vĩnh Lộc"),
        ("MKD", "Công ty TNHH Cơ khí Cầu Diễn"),
        ("VINACO", "Công ty CP Dây cáp điện Việt Nam"),
    ],
)
def test_letters_that_fit_by_chance_or_not_at_all(short: str, full: str) -> None:
    assert initials_fit(names_in(short)[0], names_in(full)[0]) == 0


@pytest.mark.parametrize(
    ("english", "vietnamese", "shared"),
    [
        ("Red Heron", "Hạc Đỏ", 2),
        ("Northgate", "Bắc Môn", 2),
        ("Green Dragon", "Thanh Long", 2),
        ("North Star", "Sao Bắc", 2),
        ("Eagles", "Đại Bàng", 1),
        ("Golden Rice", "Bông Lúa Vàng", 1.3),
        ("Red Star", "Sao Mai", 0),
        ("Blue Lotus", "Hoa Hồng Xanh", 0),
        ("Rexmill", "Hạc Đỏ", 0),
    ],
)
def test_translated_names(english: str, vietnamese: str, shared: float) -> None:
    assert shared_senses(words_of(english), words_of(vietnamese)) == pytest.approx(shared)


@pytest.mark.parametrize(
    ("written", "reading"),
    [
        ("ヤマナカ", "yamanaka"),
        ("キャノン", "kyanon"),
        ("고려", "goryeo"),
        ("高橋", "takahashi"),
        ("永发", "yongfa"),
        ("永发", "vinhphat"),
    ],
)
def test_readings_of_signs(written: str, reading: str) -> None:
    assert reading in latin(written)


def test_a_sign_without_listed_reading_is_not_guessed() -> None:
    assert latin("永鬱") == ()


@pytest.mark.parametrize(
    ("a", "b"), [("hanseong", "hansung"), ("useong", "woosung"), ("hyeondong", "hyundong"), ("sinu", "sinwoo")]
)
def test_spellings_of_one_korean_sound(a: str, b: str) -> None:
    assert sound_likeness(a, b) > 0.84


@pytest.mark.parametrize(("a", "b"), [("yamanaka", "yamamoto"), ("samho", "daeho"), ("hanseong", "hanjin")])
def test_other_sounds(a: str, b: str) -> None:
    assert sound_likeness(a, b) < 0.84
