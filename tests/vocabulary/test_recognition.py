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
