"""The index against the plain matrix product, and after changes against a fresh one."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfTransformer

from matchmaker.ranking import Index
from matchmaker.ranking.documents import Document, analyse
from matchmaker.ranking.index import LENGTH, SATURATION
from matchmaker.records import supplier_from

WORDS = ["dập kim loại", "ép nhựa", "đúc áp lực", "phay CNC", "mạ kẽm", "SUS304", "ADC12", "ABS", "lò xo", "bánh răng"]
SEED = 20261122


def _documents(number: int, seed: int = SEED) -> list[Document]:
    chance = random.Random(seed)
    return [
        analyse(supplier_from({"id": f"S{place:03}", "name": "Firm", "products": chance.sample(WORDS, 3)}))
        for place in range(number)
    ]


def test_similarities_are_those_of_scikit_learn() -> None:
    documents = _documents(40)
    query = documents[0].terms
    vectorizer, transformer = DictVectorizer(), TfidfTransformer()
    matrix = transformer.fit_transform(vectorizer.fit_transform([document.terms for document in documents]))
    expected = (matrix @ transformer.transform(vectorizer.transform([query])).T).toarray().ravel()
    assert Index(documents).similarities(query) == pytest.approx(expected)


def test_a_changed_index_is_a_fresh_one() -> None:
    documents = _documents(40)
    others = _documents(40, SEED + 1)
    changed = Index(documents[:30], 1).changed({"S005": others[5], "S006": None, "S035": documents[35]}, 2)
    kept = [d for d in documents[:30] if d.id not in ("S005", "S006")]
    fresh = Index([*kept, others[5], documents[35]])
    query = documents[7].terms
    assert changed.sequence == 2
    assert changed.candidates(query) == fresh.candidates(query)


def test_candidates_share_something_and_stand_in_order() -> None:
    index = Index(_documents(40))
    found = index.candidates({"w:304": 1.0, "w:sus": 1.0})
    likenesses = [likeness for _, likeness in found]
    assert found
    assert likenesses == sorted(likenesses, reverse=True)
    assert all("w:sus" in document.terms for document, _ in found)
    assert len(index.candidates({"w:sus": 1.0}, at_most=3)) == 3


def test_wordings_are_shares_of_bm25() -> None:
    """Against the formula, word by word."""
    documents = _documents(30)
    asked = {"w:nhua": 1.0, "w:cnc": 2.0, "m:nhựa": 0.5, "w:unheard": 1.0}
    words = [{t: v * v for t, v in d.terms.items() if t[0] in "wm"} for d in documents]
    mean = sum(sum(each.values()) for each in words) / len(words)
    known = {t: w for t, w in asked.items() if any(t in each for each in words)}
    assert {"w:nhua", "w:cnc"} <= set(known)
    worth = {t: w * math.log((1 + len(words)) / (1 + sum(t in each for each in words))) for t, w in known.items()}
    expected = []
    for each in words:
        penalty = SATURATION * (1 - LENGTH + LENGTH * sum(each.values()) / mean)
        got = sum(worth[t] * each.get(t, 0.0) / (each.get(t, 0.0) + penalty) for t in known)
        expected.append(got / sum(worth.values()))
    assert Index(documents).wordings(asked, [d.id for d in documents]) == pytest.approx(expected)
    assert max(expected) > 0


def test_a_query_in_the_words_of_the_documents_is_known() -> None:
    index = Index(_documents(30))
    assert index.knows({"w:kim": 1.0, "w:loai": 1.0, "c:process:casting": 1.0})
    assert not index.knows({"w:kim": 1.0, "w:metal": 1.0})


def test_ties_stand_by_supplier_id() -> None:
    same = [analyse(supplier_from({"id": name, "name": "A", "products": ["lò xo"]})) for name in ("c", "a", "b")]
    assert [document.id for document, _ in Index(same).candidates(same[0].terms)] == ["a", "b", "c"]


def test_an_empty_index_finds_nothing() -> None:
    assert Index([]).candidates({"w:x": 1.0}) == []
    assert np.array_equal(Index([]).similarities({}), np.zeros(0))
