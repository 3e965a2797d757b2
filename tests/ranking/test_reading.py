"""Free text in six languages: each expected value was read from the text by a person."""

from __future__ import annotations

import dataclasses
import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import matchmaker
from matchmaker.ranking.reading import completed, understand
from matchmaker.ranking.sayings import READER_LANGUAGES
from matchmaker.records import CertificateNeeds, Requirement
from matchmaker.vocabulary import recogniser

SAMPLE = json.loads((Path(matchmaker.__file__).parent / "sample" / "requirements.json").read_text(encoding="utf-8"))
AGREEMENT = 0.9
"""Two of the 30 sample requests say `each` of several parts, which is not multiplied; one more may be misread."""

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
    ("flatness 0.02, tolerance ±0.1", 0.1),
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
    ("φ６×２４８", (6, 248)),
    ("外径4.2mm、自由長18mm", (4.2, 18)),
    ("Ø1.2–2.5, length up to 22 mm", (2.5, 22)),
    ("đường kính 20 dài 150 mm", (20, 150)),
    ("phi 20 x 150", (20, 150)),
    ("长120mm，宽80mm，高40mm", (120, 80, 40)),
    ("외경 12mm, 길이 80mm", (12, 80)),
    ("長さ120mm×幅80mm×高さ40mm", (120, 80, 40)),
]
NO_SIZES = ["1x2 cavity", "M2x4", "insert M6 brass x2", "hole Ø5", "線径0.4mm", "lỗ Ø5", "20x magnification", "24 x 7"]
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
]
LEAD_TIMES = [
    ("T1 35 days after DFM", 35),
    ("lead time 45 days", 45),
    ("Lead time: 4 weeks", 28),
    ("delivery within 20 working days", 28),
    ("giao hàng trong 30 ngày", 30),
    ("trả trong 3–5 ngày", 5),
    ("納期45日", 45),
    ("短納期(2〜3週間)", 21),
    ("납기 45일", 45),
    ("交期45天", 45),
    ("交货期2个月", 60),
    ("payment 30 days", None),
    ("salt spray 720 h", None),
]
DATES = [
    ("SOP 2026-09", "start_on", date(2026, 9, 1)),
    ("start of production September 2026", "start_on", date(2026, 9, 1)),
    ("từ tháng 9/2026", "start_on", date(2026, 9, 1)),
    ("2026年9月量産開始", "start_on", date(2026, 9, 1)),
    ("2026년 9월 양산", "start_on", date(2026, 9, 1)),
    ("2026年9月量产", "start_on", date(2026, 9, 1)),
    ("sản xuất hàng loạt từ quý 3/2026", "start_on", date(2026, 7, 1)),
    ("SOP Q4 2026", "start_on", date(2026, 10, 1)),
    ("quote by 2026-07-01", "quote_by", date(2026, 7, 1)),
    ("quote by 2026-07-01, SOP 2026-09", "quote_by", date(2026, 7, 1)),
    ("quote by 2026-07-01, SOP 2026-09", "start_on", date(2026, 9, 1)),
    ("báo giá trước 15/7/2026", "quote_by", date(2026, 7, 15)),
    ("見積期限 2026年7月1日", "quote_by", date(2026, 7, 1)),
    ("견적 마감 2026년 7월 1일", "quote_by", date(2026, 7, 1)),
    ("报价截止2026年7月1日", "quote_by", date(2026, 7, 1)),
    ("ISO 9001:2015, 11/2026", "start_on", None),
    ("SOP 2026", "start_on", None),
]
DELIVERIES = [
    ("Please deliver to Hai Phong", "Hai Phong"),
    ("DAP Hai Phong, weekly", "DAP Hai Phong"),
    ("DAP Que Vo, Bac Ninh, twice a week", "DAP Que Vo, Bac Ninh"),
    ("FCA Noi Bai. ISO 9001", "FCA Noi Bai"),
    ("giao về Vĩnh Phúc", "Vĩnh Phúc"),
    ("giao JIT về Vĩnh Phúc.", "Vĩnh Phúc"),
    ("giao hang tai Bac Ninh", "Bac Ninh"),
    ("ハイフォン工場へ納入", "ハイフォン工場"),
    ("하이퐁 공장 JIT 납품", "하이퐁 공장"),
    ("交货至海防工厂", "海防工厂"),
    ("FDA 21 CFR 177.2600", ""),
]
PLACES = [
    ("supplier must be in Bac Ninh", ("Bắc Ninh",)),
    ("Suppliers located in Hanoi or Hai Phong", ("Hà Nội", "Hải Phòng")),
    ("nhà cung cấp ở Bắc Ninh", ("Bắc Ninh",)),
    ("NCC tai Vinh Phuc", ("Vĩnh Phúc",)),
    ("ハノイのサプライヤー希望", ("Hà Nội",)),
    ("하이퐁 소재 업체", ("Hải Phòng",)),
    ("北宁的供应商", ("Bắc Ninh",)),
    ("Supplier to be in northern Vietnam.", ()),
    ("deliver to Hai Phong", ()),
    ("DDP Vinh Phuc", ()),
    ("giao về Vĩnh Phúc", ()),
]
CERTIFICATES = [
    ("IATF 16949 mandatory", ["IATF 16949"], []),
    ("ISO 9001 required, IATF 16949 preferred", ["ISO 9001"], ["IATF 16949"]),
    ("mandatory: ISO 9001, IATF 16949. Preferred: ISO 14001", ["ISO 9001", "IATF 16949"], ["ISO 14001"]),
    ("ISO 14001 is a plus", [], ["ISO 14001"]),
    ("Suppliers with IATF preferred.", [], ["IATF 16949"]),
    ("ISO 9001 required and ISO 14001 preferred", ["ISO 9001"], ["ISO 14001"]),
    ("ISO 14001 is not required, ISO 9001 required", ["ISO 9001"], []),
    ("ISO 9001", ["ISO 9001"], []),
    ("Bắt buộc IATF 16949, ưu tiên ISO 14001", ["IATF 16949"], ["ISO 14001"]),
    ("ISO 9001 bat buoc, ISO 14001 uu tien", ["ISO 9001"], ["ISO 14001"]),
    ("ISO 9001必須、IATF 16949尚可", ["ISO 9001"], ["IATF 16949"]),
    ("ISO 9001 필수, IATF 16949 우대", ["ISO 9001"], ["IATF 16949"]),
    ("必须ISO 9001，优先IATF 16949", ["ISO 9001"], ["IATF 16949"]),
    ("RoHS required", ["RoHS"], []),
    ("PPAP level 3, inspection report", [], []),
]
LANGUAGES = [
    ("Stamped bracket with zinc plating", "en"),
    ("gear", "en"),
    ("Deliver aluminium castings to Hải Phòng every week", "en"),
    ("Nắp lốc máy đúc áp lực nhôm", "vi"),
    ("dap nguoi ma kem giao hang tai Bac Ninh", "vi"),
    ("gia cong CNC nhom, dung sai 0.05", "vi"),
    ("SUS304 プレス加工 月5万個", "ja"),
    ("精密部品 納期45日 量産", "ja"),
    ("SUS304 프레스 월 1만개", "ko"),
    ("ADC12铝压铸 每月5万件", "zh"),
    ("SUS304 ±0.05", ""),
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


@pytest.mark.parametrize("text", ["T1 35 days", "sơn tĩnh điện dày 60–80 µm", "plating thickness 8±2 µm", "press 600T"])
def test_layers_trials_and_presses_are_no_thickness(text: str) -> None:
    assert fact_words(text, "thickness_mm") == []


@pytest.mark.parametrize(("text", "days"), LEAD_TIMES)
def test_lead_times_are_days(text: str, days: int | None) -> None:
    assert read(text, "lead_time_days") == days


@pytest.mark.parametrize(("text", "field", "day"), DATES)
def test_dates_belong_to_the_word_beside_them(text: str, field: str, day: date | None) -> None:
    assert read(text, field) == day


@pytest.mark.parametrize(("text", "delivery"), DELIVERIES)
def test_delivery_is_kept_as_written(text: str, delivery: str) -> None:
    assert read(text, "delivery") == delivery


@pytest.mark.parametrize(("text", "provinces"), PLACES)
def test_provinces_are_where_the_supplier_must_be(text: str, provinces: tuple[str, ...]) -> None:
    assert read(text, "provinces") == provinces


@pytest.mark.parametrize(("text", "required", "preferred"), CERTIFICATES)
def test_certificates_are_required_unless_a_word_says_preferred(
    text: str, required: list[str], preferred: list[str]
) -> None:
    assert read(text, "certificates") == CertificateNeeds(tuple(required), tuple(preferred))


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_the_language_is_told_by_signs_marks_and_words(text: str, language: str) -> None:
    assert read(text, "language") == language


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


@pytest.mark.parametrize(
    ("text", "process", "material"),
    [
        ("SUS304 t1.2 stamping", "process:stamping", "material:sus304"),
        ("Dập SPCC", "process:stamping", "material:spcc"),
        ("dap nguoi SPCC", "process:cold-pressing", "material:spcc"),
        ("SUS304 プレス加工", "process:stamping", "material:sus304"),
        ("SUS304 프레스 가공", "process:stamping", "material:sus304"),
        ("铝压铸 ADC12", "process:aluminium-hpdc", "material:adc12"),
    ],
)
def test_process_and_material_in_the_words_of_the_text(text: str, process: str, material: str) -> None:
    got = understand(text).requirement
    assert process in {mention.key for words in got.processes for mention in recogniser().mentions(words)}
    assert material in {mention.key for words in got.materials for mention in recogniser().mentions(words)}


def test_what_the_buyer_does_or_denies_is_not_asked_for() -> None:
    assert read("SPCC stamping. Surface will be ED-coated by us.", "processes") == ("stamping",)
    assert read("designed by us, SPCC stamping, no welding", "processes") == ("stamping",)


def test_a_whole_request_is_read_in_one_go() -> None:
    text = (
        "SUS304 板厚1.2mm プレス加工、月5万個、公差±0.05mm、ISO 9001必須、IATF16949尚可、納期45日、"
        "2026年9月量産開始、ハイフォン工場へ納入"
    )
    assert dataclasses.replace(understand(text, "R1").requirement, title="") == Requirement(
        id="R1",
        language="ja",
        processes=("プレス加工",),
        materials=("SUS304",),
        tolerance_mm=0.05,
        annual_volume=600_000,
        unit="pcs",
        certificates=CertificateNeeds(("ISO 9001",), ("IATF 16949",)),
        start_on=date(2026, 9, 1),
        lead_time_days=45,
        delivery="ハイフォン工場",
    )
    assert understand(text).ignored == ()


@pytest.mark.parametrize("text", ["", "good quality please", "xin báo giá", "お願いします", "...", "12345"])
def test_bare_text_invents_nothing(text: str) -> None:
    got = understand(text)
    assert dataclasses.replace(got.requirement, title="", language="") == Requirement(id="")
    assert got.facts == ()


def test_one_question_where_process_material_and_quantity_are_missing() -> None:
    (question,) = understand("good quality please").questions
    assert len({question.text(language) for language in READER_LANGUAGES}) == len(READER_LANGUAGES)
    for enough in ("stamping", "SUS304", "50k/month"):
        assert understand(enough).questions == ()


@pytest.mark.parametrize(
    ("text", "ignored"),
    [
        ("SUS304 stamping, nicely, with care & the 50k/month", ("nicely", "care")),
        ("Dập SPCC, và cho tôi loại lấp lánh", ("lấp", "lánh")),
        ("SUS304プレス加工、虹色、月5万個", ("虹色",)),
        ("SUS304 프레스, 무지개색, 월 1만개", ("무지개색",)),
    ],
)
def test_words_that_nobody_understood_are_listed(text: str, ignored: tuple[str, ...]) -> None:
    assert understand(text).ignored == ignored


STATED = Requirement(
    id="R",
    title="Ø6 x 248 shaft ±0.01, 50k/month, lead time 45 days, SOP 2026-09, ISO 9001, supplier must be in Bac Ninh",
    tolerance_mm=0.2,
    size_mm=(7, 100),
    annual_volume=12.0,
    unit="sets",
    certificates=CertificateNeeds(preferred=("ISO 14001",)),
    start_on=date(2027, 1, 1),
    lead_time_days=10,
    provinces=("Hà Nội",),
)


def test_what_the_sender_stated_stands() -> None:
    assert completed(STATED) == STATED


def test_what_only_the_text_gives_is_filled_in() -> None:
    got = completed(Requirement(id="R", description=STATED.title))
    assert (got.tolerance_mm, got.size_mm, got.annual_volume, got.unit) == (0.01, (6, 248), 600_000, "pcs")
    assert (got.certificates.required, got.start_on, got.lead_time_days) == (("ISO 9001",), date(2026, 9, 1), 45)
    assert got.provinces == ("Bắc Ninh",)


def test_nothing_is_filled_in_from_bare_text() -> None:
    bare = Requirement(id="R", title="bracket")
    assert completed(bare) == bare


_PIECES = st.sampled_from(
    "±0.05 50k /month 月5万個 ISO 9001 DAP Hai Phong Ø6 x 248 φ６ ㎜ t1.2 납기 45일 2026年13月 IT7 Ra0.8".split()
    + ["必須", ",", ".", "。\n", "(", "e\u0301"]
)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=12).map(" ".join)))
def test_any_text_is_read_and_facts_stand_in_it(text: str) -> None:
    for fact in understand(text).facts:
        assert 0 <= fact.start < fact.end <= len(text)
        assert text[fact.start : fact.end] == fact.words


@pytest.mark.parametrize(
    "text",
    [
        "1" * 20_000,
        "1x" * 8_000,
        "月" * 8_000,
        "supplier in " * 2_000,
        "lead time " * 2_000,
        "± " * 8_000,
        "Ø1 " * 5_000,
    ],
)
def test_hostile_text_costs_little(text: str) -> None:
    before = time.process_time()
    understand(text)
    assert time.process_time() - before < 3


def test_a_usual_request_is_read_in_milliseconds() -> None:
    """300 signs in under 3 ms on a quiet machine; here three times that, the best of several, for busy ones."""
    text = (SAMPLE[0]["title"] + ". " + SAMPLE[0]["description"] + " ISO 9001 required, DAP Hai Phong.")[:300]
    took = []
    for _ in range(20):
        before = time.process_time()
        understand(text)
        took.append(time.process_time() - before)
    assert min(took) < 0.009


@pytest.mark.parametrize("field", ["tolerance_mm", "annual_volume", "language"])
def test_sample_requests_are_read_as_their_fields_say(field: str) -> None:
    """Where a text states nothing, nothing is there to agree with: a tolerance may stand in its field alone."""
    agreed, judged = [], []
    for sample in SAMPLE:
        got = read(sample["title"] + "\n" + sample["description"], field)
        if got is not None:
            judged.append(sample["id"])
            agreed += [sample["id"]] if got == sample[field] else []
    print(f"{field}: {len(agreed)} of {len(judged)} agree; others {sorted(set(judged) - set(agreed))}")
    assert len(judged) >= 15
    assert len(agreed) / len(judged) >= AGREEMENT
