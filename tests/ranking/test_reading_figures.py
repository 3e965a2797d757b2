"""Figures in free text of six languages: each expected value was read from the text by a person."""

from __future__ import annotations

from typing import Any

import pytest

from matchmaker.ranking.reading import understand

VOLUMES = [
    ("stamping, 50k/month", 600_000, "pcs"),
    ("50K pcs/month from SOP", 600_000, "pcs"),
    ("Total 200k pcs per month.", 2_400_000, "pcs"),
    ("5 million pcs per year in four sizes", 5_000_000, "pcs"),
    ("~40k/month over 3 part numbers", 480_000, "pcs"),
    ("80k each per month.", 960_000, "pcs"),
    ("100k sets of parts a month", 1_200_000, "sets"),
    ("170–180 sets a month", 2_100, "sets"),
    ("60 t/month in total", 720, "t"),
    ("150,000 boards/month", 1_800_000, "pcs"),
    ("Annual volume: 600,000 pcs", 600_000, "pcs"),
    ("EAU 36k", 36_000, "pcs"),
    ("monthly demand about 20,000 brackets", 240_000, "pcs"),
    ("1000 kg/week", 52_000, "kg"),
    ("20.000 cái/tháng", 240_000, "pcs"),
    ("50k/tháng", 600_000, "pcs"),
    ("600.000 sp/năm", 600_000, "pcs"),
    ("khoảng 40 tấn/tháng", 480, "t"),
    ("Sản lượng 5 triệu con/tháng", 60_000_000, "pcs"),
    ("mỗi tháng khoảng 3.000 bộ", 36_000, "sets"),
    ("20.000 cai/thang", 240_000, "pcs"),
    ("san luong 1,2 trieu sp/nam", 1_200_000, "pcs"),
    ("5万個/月", 600_000, "pcs"),
    ("月5万個", 600_000, "pcs"),
    ("年間600万個、3品番", 6_000_000, "pcs"),
    ("月20台程度", 240, "pcs"),
    ("月産1万5千個", 180_000, "pcs"),
    ("毎月約3千セット", 36_000, "sets"),
    ("２０２６年９月から月５万個", 600_000, "pcs"),
    ("월 1만개", 120_000, "pcs"),
    ("연간 120만 세트", 1_200_000, "sets"),
    ("매월 5천개", 60_000, "pcs"),
    ("9월부터 월 2만 5천개", 300_000, "pcs"),
    ("每月5万件", 600_000, "pcs"),
    ("月产1万件", 120_000, "pcs"),
    ("年需求60万套", 600_000, "sets"),
    ("三万件/月", 360_000, "pcs"),
    ("40.000 cai 1 thang", 480_000, "pcs"),
    ("30k cái tháng", 360_000, "pcs"),
    ("15k bo mach/thang", 180_000, "pcs"),
    ("월 2만미터", 240_000, "m"),
    ("盐雾48小时,15000个/月", 180_000, "pcs"),
    ("±0.02,10万件/月", 1_200_000, "pcs"),
    ("月需8000支", 96_000, "pcs"),
]
NO_VOLUMES = [
    "lot of 500 pcs",
    "fatigue 30,000 cycles",
    "delivery 2 times a week",
    "giao 2 chuyến/ngày",
    "週1回納入",
    "毎月20日締め",
    "9월 1일",
    "CASS 24 h",
    "500 cái tháng 5",
    "月2ロット",
    "$500 a month",
]
TOLERANCES = [
    ("bores machined to ±0.05 mm", 0.05),
    ("hole position ±0.05", 0.05),
    ("+0.02/-0.01", 0.02),
    ("accuracy 5 µm", 0.005),
    ("tolerance 0.1 mm", 0.1),
    ("±0.1, bore ±0.01", 0.01),
    ("dung sai ±0,1 mm", 0.1),
    ("dung sai chấn ±0,1… tùy vị trí", 0.1),
    ("dung sai 0.05mm", 0.05),
    ("phay mặt lắp ghép ±0,05", 0.05),
    ("寸法公差±0.03mm", 0.03),
    ("公差±５μｍ", 0.005),
    ("±3µmの精度", 0.003),
    ("공차 ±0.05", 0.05),
    ("公差±0.03mm", 0.03),
    ("Ø20 IT7", 0.0105),
    ("IT8 at 50 mm", 0.0195),
    ("đường kính 30 cấp IT6", 0.0065),
    ("IT11, Ø100", 0.11),
    ("Ø6 h5 x 248 mm", 0.005),
    ("Ø25 H7", 0.021),
    ("Ø20h7x150", 0.021),
    ("flatness 0.02, tolerance ±0.1", 0.1),
    ("phi 20 dài 180, cấp h6", 0.013),
    ("dia 5 -0.002/-0.006", 0.006),
    ("公差±0.02,10万件/月", 0.02),
]
NO_TOLERANCES = [
    "burr < 0.1",
    "flatness ±0.05 mm",
    "độ phẳng dung sai 0,02 mm",
    "平面度公差0.02mm",
    "평면도 ±0.02",
    "coating thickness 20 ±5 µm",
    "lớp mạ dày 8 ±2 µm",
    "めっき膜厚 8±2µm",
    "镀层厚度8±2µm",
    "荷重公差±5%",
    "weight ±2 kg",
    "straightness 0.02 over full length",
    "IT7",
    "ISO 2768-m",
    "Ra 0.8",
]
SIZES = [
    ("120x80x40", (120, 80, 40)),
    ("120 × 80 × 40 mm", (120, 80, 40)),
    ("12 x 8 x 4 cm", (120, 80, 40)),
    ("120mm x 80mm x 40mm", (120, 80, 40)),
    ("L120 x W80 x H40", (120, 80, 40)),
    ("blank 900 × 420 mm", (900, 420)),
    ("Ø6 x 248", (6, 248)),
    ("Ø6 h5 x 248 mm", (6, 248)),
    ("φ6×248", (6, 248)),
    ("外形120×80×40mm", (120, 80, 40)),
    ("φ６×２４８", (6, 248)),
    ("φ45×φ38×3.5", (45, 3.5)),
    ("拉丝,600x400,月500件", (600, 400)),
    ("dia 5 -0.002/-0.006, L=18", (5, 18)),
    ("外径4.2mm、自由長18mm", (4.2, 18)),
    ("Ø1.2–2.5, length up to 22 mm", (2.5, 22)),
    ("đường kính 20 dài 150 mm", (20, 150)),
    ("phi 20 x 150", (20, 150)),
    ("长120mm，宽80mm，高40mm", (120, 80, 40)),
    ("외경 12mm, 길이 80mm", (12, 80)),
    ("長さ120mm×幅80mm×高さ40mm", (120, 80, 40)),
]
NO_SIZES = [
    "40x40x2 STKR400 square tube",
    "khung sắt hộp 30x30x1.4",
    "1x2 cavity",
    "M2x4",
    "insert M6 brass x2",
    "hole Ø5",
    "線径0.4mm",
    "lỗ Ø5",
    "20x magnification",
    "24 x 7",
]
WEIGHTS = [
    ("approx. 180 g", 0.18),
    ("nặng khoảng 1,1 kg", 1.1),
    ("Casting 9–15 kg", 15),
    ("重量180g", 0.18),
    ("중량 1.2kg", 1.2),
    ("重量2公斤", 2),
    ("500 kg/month", None),
    ("load 5 kg", None),
    ("14 kgf/cm²", None),
]
THICKNESSES = [
    ("SUS304 t1.2", "t1.2"),
    ("SPCC t=1.5–3.0", "t=1.5–3.0"),
    ("tôn dày 1,2 mm", "dày 1,2 mm"),
    ("板厚1.2mm", "板厚1.2mm"),
    ("두께 1.2t", "두께 1.2t"),
    ("厚度1.2mm", "厚度1.2mm"),
    ("SPCC day 1.2mm", "day 1.2mm"),
    ("SGCC 1,2 ly", "1,2 ly"),
    ("inox 304 2mm, cắt laser", "2mm"),
    ("304不锈钢板2mm 激光切割", "板2mm"),
]


def read(text: str, field: str) -> Any:
    return getattr(understand(text).requirement, field)


def fact_words(text: str, field: str) -> list[str]:
    return [fact.words for fact in understand(text).facts if fact.field == field]


@pytest.mark.parametrize(("text", "annual", "unit"), VOLUMES)
def test_volumes_count_a_year(text: str, annual: float, unit: str) -> None:
    assert (read(text, "annual_volume"), read(text, "unit")) == (annual, unit)


@pytest.mark.parametrize("text", NO_VOLUMES)
def test_other_counts_are_no_volumes(text: str) -> None:
    assert (read(text, "annual_volume"), read(text, "unit")) == (None, "")


@pytest.mark.parametrize(("text", "mm"), TOLERANCES)
def test_tolerances_are_millimetres_to_either_side(text: str, mm: float) -> None:
    assert read(text, "tolerance_mm") == pytest.approx(mm)


@pytest.mark.parametrize("text", NO_TOLERANCES)
def test_burr_form_coating_and_grades_alone_are_no_tolerances(text: str) -> None:
    assert read(text, "tolerance_mm") is None


@pytest.mark.parametrize(("text", "mm"), SIZES)
def test_sizes_are_millimetres(text: str, mm: tuple[float, ...]) -> None:
    assert read(text, "size_mm") == pytest.approx(mm)


@pytest.mark.parametrize("text", NO_SIZES)
def test_threads_holes_and_wires_are_no_sizes(text: str) -> None:
    assert read(text, "size_mm") == ()


@pytest.mark.parametrize(("text", "kg"), WEIGHTS)
def test_weights_are_kilograms(text: str, kg: float | None) -> None:
    assert read(text, "weight_kg") == kg


@pytest.mark.parametrize(("text", "words"), THICKNESSES)
def test_thickness_is_a_fact(text: str, words: str) -> None:
    assert fact_words(text, "thickness_mm") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "S45C 25mm",
        "SUS304 2 x 30",
        "T1 35 days",
        "sơn tĩnh điện dày 60–80 µm",
        "plating thickness 8±2 µm",
        "press 600T",
    ],
)
def test_layers_trials_and_presses_are_no_thickness(text: str) -> None:
    assert fact_words(text, "thickness_mm") == []


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("Ra 0.8", "roughness", "Ra 0.8"),
        ("Rz 6.3 µm", "roughness", "Rz 6.3 µm"),
        ("độ nhám Ra 1,6", "roughness", "độ nhám Ra 1,6"),
        ("表面粗さRa0.8", "roughness", "表面粗さRa0.8"),
        ("표면거칠기 Ra 0.8", "roughness", "표면거칠기 Ra 0.8"),
        ("粗糙度Ra0.8", "roughness", "粗糙度Ra0.8"),
        ("ISO 2768-mK", "general_tolerance", "ISO 2768-mK"),
        ("IT7", "tolerance_grade", "IT7"),
        ("Supplier in northern Vietnam", "region", "northern Vietnam"),
        ("PPAP level 3", "documents", "PPAP level 3"),
    ],
)
def test_what_has_no_field_is_a_fact(text: str, field: str, words: str) -> None:
    assert words in fact_words(text, field)
