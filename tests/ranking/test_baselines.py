"""The plain searches on a set small enough to see the right order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ranking.baselines import Run, bm25, requirement_text, tfidf, words

from matchmaker.records import requirement_from, supplier_from

Search = Callable[..., Run]

SUPPLIERS = [
    supplier_from({"id": "C", "name": "Gamma", "processes": ["injection moulding"], "products": ["plastic caps"]}),
    supplier_from({"id": "B", "name": "Beta", "processes": ["die casting"], "description": "and many other things"}),
    supplier_from({"id": "A", "name": "Alpha", "processes": ["die casting"], "products": ["motor housings"]}),
    supplier_from({"id": "E", "name": "Epsilon", "description": "đúc áp lực nhôm"}),
    supplier_from({"id": "D", "name": "Delta", "description": "đúc áp lực nhôm"}),
]
BOTH = pytest.mark.parametrize("search", [bm25, tfidf])


@BOTH
def test_who_shares_more_words_comes_first_and_who_shares_none_is_left_out(search: Search) -> None:
    need = requirement_from({"id": "R", "title": "Die casting", "part": "motor"})
    assert search(SUPPLIERS, [need]) == {"R": ["A", "B"]}


@BOTH
def test_marks_do_not_matter_and_ties_stand_by_id(search: Search) -> None:
    needs = [requirement_from({"id": title, "title": title}) for title in ("đúc áp lực", "duc ap luc")]
    assert search(SUPPLIERS, needs) == {"đúc áp lực": ["D", "E"], "duc ap luc": ["D", "E"]}


@BOTH
def test_a_requirement_without_a_known_word_finds_nobody(search: Search) -> None:
    needs = [requirement_from({"id": "Q", "title": "ダイカスト"}), requirement_from({"id": "R"})]
    assert search(SUPPLIERS, needs) == {"Q": [], "R": []}


def test_only_bm25_takes_a_plural_for_its_singular() -> None:
    need = requirement_from({"id": "R", "part": "housing"})
    assert (bm25(SUPPLIERS, [need]), tfidf(SUPPLIERS, [need])) == ({"R": ["A"]}, {"R": []})


def test_grades_are_words_of_their_own_in_every_script() -> None:
    assert words("アルミADC12製、ĐÚC") == ["アルミ", "adc12", "製", "duc"]


def test_what_is_searched_for() -> None:
    form = {"id": "R", "title": "a", "description": "b", "part": "c", "processes": ["d", "e"], "materials": ["f"]}
    assert requirement_text(requirement_from(form)).split() == ["a", "b", "c", "d", "e", "f"]
