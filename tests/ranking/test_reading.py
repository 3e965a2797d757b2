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

LEAD_TIMES = [
    ("T1 35 days after DFM", 35),
    ("lead time 45 days", 45),
    ("Lead time: 4 weeks", 28),
    ("lead time max. 6 weeks", 42),
    ("delivery within 20 working days", 28),
    ("giao hàng trong 30 ngày", 30),
    ("trả trong 3–5 ngày", 5),
    ("納期45日", 45),
    ("短納期(2〜3週間)", 21),
    ("납기 45일", 45),
    ("交期45天", 45),
    ("交货期2个月", 60),
    ("小批量50件,2周交货", 14),
    ("giao khuôn trong 45 ngày", 45),
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
    ("10k/month from Q2 2027", "start_on", date(2027, 4, 1)),
    ("chạy hàng loạt từ quý II/2027", "start_on", date(2027, 4, 1)),
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
    ("20.000 thùng, giao Bình Dương", "Bình Dương"),
    ("DAPハノイ", "DAPハノイ"),
    ("每月40吨,海防交货", "海防"),
]
PLACES = [
    ("supplier must be in Bac Ninh", ("Bắc Ninh",)),
    ("Suppliers located in Hanoi or Hai Phong", ("Hà Nội", "Hải Phòng")),
    ("nhà cung cấp ở Bắc Ninh", ("Bắc Ninh",)),
    ("NCC tai Vinh Phuc", ("Vĩnh Phúc",)),
    ("ハノイのサプライヤー希望", ("Hà Nội",)),
    ("하이퐁 소재 업체", ("Hải Phòng",)),
    ("北宁的供应商", ("Bắc Ninh",)),
    ("80 tấn/tháng, khu vực Hải Phòng", ("Hải Phòng",)),
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
    assert read("SPCC stamping, plating not needed", "processes") == ("stamping",)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("motor mounting bracket, SPCC", "mounting bracket"),
        ("bracket for motor", "bracket"),
        ("モーター用ブラケット", "ブラケット"),
        ("모터용 브라켓", "브라켓"),
        ("电机用支架", "支架"),
        ("vỏ hộp số, trục", "vỏ hộp số"),
    ],
)
def test_the_part_is_the_thing_and_not_what_it_is_for(text: str, part: str) -> None:
    assert read(text, "part") == part


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
    "±0.05 50k /month 月5万個 ISO 9001 DAP Hai Phong Ø6 x 248 φ６ ㎜ t1.2 납기 45일 IT7 , . ( 必須 e\u0301".split()
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
        "IT7 " * 4_000,
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
