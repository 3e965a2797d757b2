"""The code lists hold together: ids, trees, references and labels."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from matchmaker.vocabulary import vocabulary
from matchmaker.vocabulary.concepts import FILES, cell, rows_of

NAMES = [name for names in FILES.values() for name in names]


def _ids(kind: str) -> Iterator[str]:
    for name in FILES[kind]:
        for row in rows_of(f"{name}.tsv"):
            yield row["id"]


@pytest.mark.parametrize("kind", FILES)
def test_ids_stand_for_one_concept(kind: str) -> None:
    assert [code for code, number in Counter(_ids(kind)).items() if number > 1] == []


@pytest.mark.parametrize("name", [*NAMES, "places", "zones", "roles", "not_terms", "senses", "companions"])
def test_cells_are_composed_and_trimmed(name: str) -> None:
    for row in rows_of(f"{name}.tsv"):
        assert None not in row, row
        for text in row.values():
            assert text is not None, row
            assert text == unicodedata.normalize("NFC", text).strip(), row
            assert "||" not in text, row


@pytest.mark.parametrize(
    ("kind", "column", "target"),
    [
        ("process", "broader", "process"),
        ("material", "broader", "material"),
        ("material", "near", "material"),
        ("part", "broader", "part"),
        ("part", "made_by", "process"),
        ("certificate", "broader", "certificate"),
        ("certificate", "implies", "certificate"),
        ("sector", "broader", "sector"),
    ],
)
def test_references_name_known_concepts(kind: str, column: str, target: str) -> None:
    known = set(_ids(target))
    for name in FILES[kind]:
        for row in rows_of(f"{name}.tsv"):
            assert set(cell(row, column)) <= known, (row["id"], column)


def test_senses_name_known_concepts() -> None:
    known = vocabulary().concepts
    assert [
        row for row in rows_of("senses.tsv") if not {row["word"], row["beside"], row["meant"]} <= known.keys()
    ] == []


def test_trees_have_no_cycles() -> None:
    words = vocabulary()
    assert all(key not in words.ancestors(key) for key in words.concepts)


@pytest.mark.parametrize("kind", FILES)
def test_a_label_names_one_concept_of_its_kind(kind: str) -> None:
    """In one language, compared without case. Kanji may differ between the languages."""
    named = defaultdict(set)
    for concept in vocabulary().of_kind(kind):
        for language, labels in concept.labels.items():
            for label in labels:
                named[language, label.lstrip("=").casefold()].add(concept.id)
    assert {label: ids for label, ids in named.items() if len(ids) > 1} == {}


def test_every_concept_has_a_name_in_both_reader_languages() -> None:
    lacking = [c.key for c in vocabulary().concepts.values() if not (c.labels.get("en") and c.labels.get("vi"))]
    assert lacking == []


def test_substitutes_are_so_both_ways() -> None:
    near = {row["id"]: set(cell(row, "near")) for row in rows_of("materials.tsv")}
    assert {(a, b) for a, found in near.items() for b in found if a not in near[b]} == set()


def test_provinces_before_and_after_2025() -> None:
    """63 units became 34 on 1 July 2025 (Resolution 202/2025/QH15)."""
    rows = list(rows_of("places.tsv"))
    assert len({row["code"] for row in rows}) == 63
    assert len({row["new_code"] for row in rows}) == 34
