"""Words into concepts: marks, phrases, and the traps of the field."""

from __future__ import annotations

import pytest

from matchmaker.vocabulary import recogniser, vocabulary


def found(text: str, kind: str = "") -> set[str]:
    return {mention.key for mention in recogniser().mentions(text) if mention.key.startswith(kind)}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("dập kim loại", "process:stamping"),
        ("dap kim loai", "process:stamping"),
        ("metal stamping", "process:stamping"),
        ("Đúc áp lực nhôm", "process:aluminium-hpdc"),
        ("duc ap luc nhom", "process:aluminium-hpdc"),
        ("sơn tĩnh điện", "process:powder-coating"),
        ("powder coated", "process:powder-coating"),
        ("SUS 304", "material:sus304"),
        ("inox 304", "material:sus304"),
        ("nhôm", "material:aluminium"),
        ("ISO9001:2015", "certificate:iso-9001"),
        ("ISO/TS 16949", "certificate:iatf-16949"),
        ("lò xo nén", "part:compression-spring"),
    ],
)
def test_a_word_in_its_forms(text: str, key: str) -> None:
    assert key in found(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("nhóm sản phẩm", "material:aluminium"),
        ("khách hàng Hàn Quốc", "process:welding"),
        ("thời hạn giao hàng", "process:welding"),
        ("mã sản phẩm", "process:plating"),
        ("tiền tệ", "process:cnc-turning"),
        ("KCN Minh Đức", "process:casting"),
    ],
)
def test_a_word_that_only_looks_like_one(text: str, key: str) -> None:
    assert key not in found(text)


def test_a_tool_is_not_the_process_it_serves() -> None:
    """A maker of progressive dies is no stamper."""
    keys = found("khuôn dập liên hoàn")
    assert any(key.startswith("part:") or key.endswith("die-making") for key in keys)
    assert "process:progressive-stamping" not in keys


def test_a_process_lets_its_material_through() -> None:
    assert "material:aluminium" in found("đúc áp lực nhôm", "material:")


def test_a_comma_ends_a_phrase() -> None:
    """Two plastics in a list are not the alloy of both."""
    assert found("ABS, PC", "material:") == {"material:abs", "material:pc"}


def test_mentions_keep_the_words_as_written() -> None:
    text = "Xưởng Dập Kim Loại số 1"
    mention = next(m for m in recogniser().mentions(text) if m.key == "process:stamping")
    assert text[mention.start : mention.end] == mention.words == "Dập Kim Loại"


def test_likeness_falls_with_distance() -> None:
    words = vocabulary()
    near = words.likeness("process:aluminium-hpdc", "process:zinc-hpdc")
    far = words.likeness("process:aluminium-hpdc", "process:sand-casting")
    assert 1 > near > far > words.likeness("process:aluminium-hpdc", "process:stamping") == 0


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("6063 extrusion", "process:aluminium-extrusion"),
        ("押出 A6063", "process:aluminium-extrusion"),
        ("EPDM extrusion", "process:rubber-extrusion"),
        ("extrusion of PVC", "process:plastic-extrusion"),
        ("đùn nhựa, gia công nhôm", "process:plastic-extrusion"),
    ],
)
def test_a_bare_process_takes_its_meaning_from_the_material_beside_it(text: str, key: str) -> None:
    assert key in found(text, "process:")


@pytest.mark.parametrize("text", ["dap SPCC", "dap SUS304 t1.2", "gia cong dap inox"])
def test_a_process_right_before_a_designation_needs_no_marks(text: str) -> None:
    assert "process:stamping" in found(text)


def test_an_english_word_before_a_designation_is_no_process() -> None:
    assert found("material to be SPCC", "process:") == set()


@pytest.mark.parametrize("text", ["ADC12 铝压铸", "ADC12铝压铸", "アルミダイカスト ADC12", "ADC12 알루미늄 다이캐스팅"])
def test_a_grade_takes_no_word_from_the_process_behind_it(text: str) -> None:
    assert {"process:aluminium-hpdc", "material:adc12"} <= found(text)


def test_a_part_lets_the_process_through_that_usually_makes_it() -> None:
    assert found("铝压铸壳体") == {"process:aluminium-hpdc", "material:aluminium", "part:diecast-housing"}
    assert "process:machining" not in found("anodising of machined parts")


@pytest.mark.parametrize(
    "text", ["サプライヤー募集", "フレームワーク契約", "프레임워크", "캠페인", "핀란드", "ボルトオン"]
)
def test_a_short_word_inside_a_longer_one_is_none(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("スペシャルボルト", "part:bolt"),
        ("アルミダイカストハウジング", "part:diecast-housing"),
        ("베어링을", "part:bearing-and-bush"),
        ("힌지용 토션 스프링", "part:hinge"),
    ],
)
def test_a_short_word_counts_in_a_compound_of_known_words(text: str, key: str) -> None:
    assert key in found(text)


@pytest.mark.parametrize(
    "text", ["cần số lượng 5000", "can so luong 5000", "bearing seat Ø35", "轴承位加工", "베어링부 가공"]
)
def test_everyday_words_and_features_are_no_parts(text: str) -> None:
    assert found(text, "part:") == set()


def test_a_wish_ends_before_the_part_begins() -> None:
    assert found("yêu cầu trục Ø20", "part:") == {"part:shaft-and-rotating-part"}
