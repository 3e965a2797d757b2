"""The lexicon: what parallel lines teach, the shipped table, and the words of a text in the other language."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

from matchmaker.text.folding import fold, nfc
from matchmaker.text.tokens import tokens
from matchmaker.vocabulary.concepts import rows_of
from matchmaker.vocabulary.lexicon import Lexicon, lexicon
from matchmaker.vocabulary.lexicon_learning import Row, Thresholds, learn, lines_of, main

LINES = [
    ("gear of steel", "bánh răng bằng thép"),
    ("gear of brass", "bánh răng bằng đồng thau"),
    ("gear of plastic", "bánh răng bằng nhựa"),
    ("screw of steel", "vít bằng thép"),
    ("screw of brass", "vít bằng đồng thau"),
    ("screw of plastic", "vít bằng nhựa"),
    ("pump of steel", "bơm bằng thép"),
    ("pump of brass", "bơm bằng đồng thau"),
]
"""Every word stands with every other, so that only the right pairs always meet; `of` and `bằng` are in all lines."""
SMALL = Thresholds(unit_lines=2, common=0.7)


def _best(rows: list[Row]) -> dict[str, str]:
    return {row.en: row.vi for row in sorted(rows, key=lambda row: row.p)}


def test_words_that_always_meet_are_learned() -> None:
    assert _best(learn(LINES, SMALL)) == {
        "gear": "bánh răng",
        "screw": "vít",
        "pump": "bơm",
        "steel": "thép",
        "brass": "đồng thau",
        "plastic": "nhựa",
    }


def test_syllables_that_stand_together_too_seldom_stay_apart() -> None:
    apart = learn(LINES, Thresholds(unit_lines=4, common=0.7))
    assert "bánh răng" not in {row.vi for row in apart}
    assert {"bánh", "răng"} <= {row.vi for row in apart if row.en == "gear"}


def test_function_words_numbers_and_names_alike_are_left_out() -> None:
    rows = learn([*LINES, ("pump 500 kg bakelite", "bơm 500 kg bakelite")], SMALL)
    assert not {"of", "500", "kg", "bakelite"} & {row.en for row in rows}
    assert not {"bằng", "500", "kg", "bakelite"} & {row.vi for row in rows}


def test_the_rows_are_sorted_whatever_the_order_of_the_lines() -> None:
    shuffled = random.Random(3).sample(LINES, len(LINES))
    rows = learn(LINES, SMALL)
    assert learn(shuffled, SMALL) == rows
    assert [(row.vi, row.en) for row in rows] == sorted({(row.vi, row.en) for row in rows})


def test_a_word_is_one_wherever_its_tone_mark_is_set() -> None:
    rows = learn([("chemicals", "hóa chất"), ("chemicals", "hóa chất"), ("chemicals", "hoá chất"), *LINES], SMALL)
    assert {row.vi for row in rows if row.en == "chemical"} == {"hóa chất"}


def test_a_file_is_learned_packed_or_not(tmp_path: Path) -> None:
    text = "heading\ten\tvi\n1\tGear\tBánh răng\n"
    (tmp_path / "plain.tsv").write_text(text, encoding="utf-8")
    (tmp_path / "packed.tsv.gz").write_bytes(gzip.compress(text.encode()))
    assert lines_of(tmp_path / "plain.tsv") == lines_of(tmp_path / "packed.tsv.gz") == [("Gear", "Bánh răng")]
    main(str(tmp_path / "plain.tsv"), str(tmp_path / "out.tsv"), "one line")
    written = (tmp_path / "out.tsv").read_text(encoding="utf-8").splitlines()
    assert written[2].startswith("# source: 1 lines of one line; ")
    assert "vi\ten\tp" in written


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "wrong.tsv").write_text("english\tvietnamese\n", encoding="utf-8")
    with pytest.raises(ValueError, match="columns en and vi"):
        lines_of(tmp_path / "wrong.tsv")


def test_the_shipped_rows_are_sorted_and_each_stands_once() -> None:
    keys = [(row["vi"], row["en"]) for row in rows_of("lexicon.tsv")]
    assert keys == sorted(set(keys))
    assert len(keys) > 5_000


def test_the_shipped_words_are_composed_and_probabilities_in_range() -> None:
    least = Thresholds().probability
    for row in rows_of("lexicon.tsv"):
        assert row["vi"] == nfc(row["vi"]).strip().lower(), row
        assert row["en"] == fold(row["en"]), row
        assert least <= float(row["p"]) <= 1, row
        assert row["vi"] != row["en"], row


EVERYDAY = [
    ("gear", "bánh răng"),
    ("screw", "vít"),
    ("rubber", "cao su"),
    ("steel", "thép"),
    ("plastic", "nhựa"),
    ("pump", "bơm"),
    ("spring", "lò xo"),
    ("mould", "khuôn"),
    ("valve", "van"),
    ("aluminium", "nhôm"),
    ("brass", "đồng thau"),
    ("cable", "cáp"),
]


@pytest.mark.parametrize(("english", "vietnamese"), EVERYDAY)
def test_everyday_words_go_into_the_other_language(english: str, vietnamese: str) -> None:
    """Marked, unmarked and from English, where the right word is the surest."""
    assert next(iter(lexicon().translations(tokens(english)))) == vietnamese
    assert english in lexicon().translations(tokens(f"{vietnamese} sắt"))
    assert english in lexicon().translations(tokens(fold(f"sản phẩm {vietnamese}")))


FEW = Lexicon(
    [
        ("bánh", "cake", 0.6),
        ("bánh răng", "gear", 0.8),
        ("hàn", "welding", 0.9),
        ("hạn", "term", 0.7),
        ("máy", "machine", 0.9),
        ("máy", "machinery", 0.5),
        ("van", "valve", 0.9),
        ("xe tải", "van", 0.4),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bánh răng", {"gear": 0.8}),
        ("bánh, răng", {"cake": 0.6}),
        ("hàn", {"welding": 0.9}),
        ("han", {"welding": 0.9, "term": 0.7}),
        ("máy machine", {"machine": 0.9, "machinery": 0.5, "máy": 0.9}),
        ("van hàn", {"valve": 0.9, "welding": 0.9}),
        ("welding van", {"hàn": 0.9, "xe tải": 0.4}),
        ("may han van", {"machine": 0.9, "machinery": 0.5, "welding": 0.9, "term": 0.7, "valve": 0.9}),
        ("unheard of", {}),
        ("", {}),
    ],
)
def test_words_are_read_in_the_language_of_their_text(text: str, expected: dict[str, float]) -> None:
    assert FEW.translations(tokens(text)) == expected


def test_the_surest_translation_comes_first() -> None:
    assert list(FEW.translations(tokens("han"))) == ["welding", "term"]
