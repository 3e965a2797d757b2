"""Company names taken apart."""

from __future__ import annotations

import pytest

from matchmaker.duplicates.names import Name, names_in


def name(text: str) -> Name:
    return names_in(text)[0]


def proper(text: str) -> str:
    return " ".join(word.low for word in name(text).proper)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Công ty TNHH Vạn Xuân Trúc", "limited"),
        ("CTY TNHH VAN XUAN TRUC", "limited"),
        ("Công ty trách nhiệm hữu hạn Vạn Xuân Trúc", "limited"),
        ("Van Xuan Truc Co., Ltd.", "limited"),
        ("Van Xuan Truc LLC", "limited"),
        ("Công ty TNHH MTV Vạn Xuân Trúc", "limited"),
        ("万春竹有限公司", "limited"),
        ("CTCP Vạn Xuân Trúc", "joint_stock"),
        ("Công ty Cổ phần Vạn Xuân Trúc", "joint_stock"),
        ("Van Xuan Truc Joint Stock Company", "joint_stock"),
        ("DNTN Vạn Xuân Trúc", "private"),
        ("HTX Vạn Xuân Trúc", "cooperative"),
        ("Hộ kinh doanh Vạn Xuân Trúc", "household"),
    ],
)
def test_legal_forms(text: str, form: str) -> None:
    assert name(text).forms == {form}


@pytest.mark.parametrize("text", ["株式会社ヤマナカ", "㈱ヤマナカ", "(주)대양", "㈜대양", "Công ty Vạn Xuân Trúc"])
def test_forms_that_tell_nothing_of_a_vietnamese_firm(text: str) -> None:
    assert name(text).forms == frozenset()
    assert len(name(text).proper) in (1, 3)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Công ty CP Tập đoàn Vạn Xuân Trúc", "group"),
        ("Van Xuan Truc Holdings", "holding"),
        ("Tổng công ty Vạn Xuân Trúc", "general"),
        ("Chi nhánh Hải Phòng - Công ty CP Vạn Xuân Trúc", "branch"),
        ("CN Hải Phòng - Công ty CP Vạn Xuân Trúc", "branch"),
        ("VPĐD Vạn Xuân Trúc tại Hà Nội", "office"),
        ("Công ty CP Vạn Xuân Trúc - Nhà máy 2", "plant"),
        ("Viện Nghiên cứu Vạn Xuân Trúc", "institute"),
    ],
)
def test_parents_and_parts_of_firms(text: str, standing: str) -> None:
    assert standing in name(text).standings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công ty TNHH Cơ khí chính xác Đại Từ Phong", "đại từ phong"),
        ("Dai Tu Phong Precision Mechanical Co., Ltd", "dai tu phong"),
        ("Công ty CP SX TM XNK Bao bì Mê Linh Tú", "mê linh tú"),
        ("CTCP ĐTXD & CN Trực Ninh Hà", "trực ninh hà"),
        ("Công ty TNHH Takagi (Việt Nam)", "takagi"),
        ("Công ty TNHH M.K.D Cơ khí", "mkd"),
        ("H & T Precision Mechanical Co., Ltd", "ht"),
        ("Công ty TNHH Toyoda Gosho Hải Phòng", "toyoda gosho"),
        ("Công ty CP Nhựa Thái Bình Dương", "thái bình dương"),
        ("Yen The Hoang Forging JSC", "yen the hoang"),
        ("キシロ金型ハノイ", "キシロ"),
        ("永发精密(越南)有限公司", "永发"),
        ("Kim Thanh Phu Chain & Sprocket Co., Ltd", "kim thanh phu"),
        ("Công ty CP Bóng đèn Cơ khí Rạng Ngời", "rạng ngời"),
        ("CONG TY TNHH BACH LONG VI", "bach long vi"),
    ],
)
def test_the_proper_name_is_what_is_left(text: str, expected: str) -> None:
    assert proper(text) == expected


@pytest.mark.parametrize(
    ("text", "activities"),
    [
        ("Công ty TNHH Dập kim loại Hoằng Lộc", [{"stamping"}]),
        ("Hoang Loc Metal Stamping Co., Ltd", [{"stamping"}]),
        ("호앙록프레스", [{"stamping"}]),
        ("Công ty TNHH Khuôn mẫu và Nhựa kỹ thuật Hoằng Lộc", [{"moulds"}, {"engineering_plastic"}]),
        ("Công ty TNHH Trường Sơn", []),
        ("Minh Duc Co., Ltd", []),
    ],
)
def test_activities_in_any_language(text: str, activities: list[set[str]]) -> None:
    assert list(map(set, name(text).activities)) == activities


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Công ty TNHH Chính xác Đài Nam 1", {"1"}),
        ("Auto Mechanical No.2 JSC", {"2"}),
        ("Công ty TNHH Phú Cát II", {"2"}),
        ("Công ty CP Cơ khí 19 tháng 5", {"19", "5"}),
        ("CONG TY CP BACH LONG VI", set()),
    ],
)
def test_numbers(text: str, numbers: set[str]) -> None:
    assert name(text).numbers == numbers


def test_a_name_of_place_and_business_has_its_place_for_a_proper_name() -> None:
    plain = name("Công ty CP Nhựa Hải Dương")
    assert (plain.borrowed, proper("Công ty CP Nhựa Hải Dương")) == (True, "hải dương")


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("Công ty CP Nhựa Hải Dương (HDP)", "hdp"),
        ("Công ty CP Nhựa Hải Dương (viết tắt: HDP)", "hdp"),
        ("TOHACO - Công ty TNHH Cơ khí Tô Hạp", "tohaco"),
        ("Dong Van Spring - DVS JSC", "dvs"),
        ("Công ty TNHH Phú Lâm Hà / Phu Lam Ha Co., Ltd", "phu lam ha"),
        ("SUNRISE MOLD - Công ty TNHH Khuôn mẫu Bình Minh", "sunrise"),
    ],
)
def test_trade_names_beside_the_name(text: str, alias: str) -> None:
    aliases = [" ".join(word.low for word in found.proper) for found in names_in(text) if found.is_alias]
    assert aliases == [alias]


def test_a_dash_inside_a_business_parts_nothing() -> None:
    assert proper("Công ty TNHH Điện - Điện tử Mê Thuột") == "mê thuột"


def test_a_word_that_may_be_business_or_name_is_read_both_ways() -> None:
    readings = [" ".join(word.low for word in reading.proper) for reading in names_in("Công ty TNHH Sơn Hà")]
    assert readings == ["hà", "sơn hà"]


def test_remarks_and_persons_are_no_names() -> None:
    assert len(names_in("Công ty TNHH Ngọc Quan Hà (đang cập nhật)")) == 1
    assert proper("Công ty CP Gia Bình Tấn - Mr. Long") == "gia bình tấn"


@pytest.mark.parametrize("text", ["", "   ", "()", "-", "株式会社", "Công ty TNHH", "😀", "\x00"])
def test_nothing_is_read_into_nothing(text: str) -> None:
    assert all(not found.borrowed or found.proper == () for found in names_in(text))
