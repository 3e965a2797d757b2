"""The second judged collection: 280 requirements in six forms against 180 firms and their near-misses.

The rules of judging stand in `judged/README.md`; nobody who wrote them had seen the engine.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from ranking.baselines import bm25

from matchmaker.ranking import evaluate, index_of, rank_on, read_qrels
from matchmaker.records import Requirement, Supplier, requirement_from, supplier_from

JUDGED = Path(__file__).parent / "judged"
ON = date(2026, 6, 1)
FORMS = ("en", "vi", "vu", "ja", "ko", "zh")
LEAST = 0.88
"""nDCG@10 over all; BM25 over folded, stemmed words reaches 0.63 on the same files."""
APART = 0.05
"""How far translations of one requirement may rank worse than the English form."""
AHEAD_OF_WORDS = 0.15
"""How much better than plain BM25 the engine has to be."""


def lines(name: str) -> list[str]:
    return (JUDGED / name).read_text(encoding="utf-8").splitlines()


def suppliers() -> list[Supplier]:
    return [supplier_from(json.loads(line)) for line in lines("suppliers.jsonl")]


def requirements() -> list[Requirement]:
    return [requirement_from(json.loads(line)) for line in lines("requirements.jsonl")]


@pytest.fixture(scope="module")
def run() -> dict[str, list[str]]:
    index = index_of(suppliers())
    return {item.id: [match.supplier_id for match in rank_on(item, index, ON)] for item in requirements()}


def test_ranking_agrees_with_the_judges_in_six_forms(
    run: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    qrels = read_qrels(lines("qrels.tsv"))
    form = dict(line.split("\t") for line in lines("languages.tsv") if "\t" in line)
    everything = evaluate(qrels, run)
    translated = {
        name: evaluate({key: grades for key, grades in qrels.items() if form[key] == name and key.startswith("P")}, run)
        for name in FORMS
    }
    with capsys.disabled():
        print("\njudged: " + "  ".join(f"{name} {value:.4f}" for name, value in everything.items()))
        print("30 needs in six forms: " + "  ".join(f"{name} {translated[name]['nDCG@10']:.4f}" for name in FORMS))
    assert everything["nDCG@10"] >= LEAST
    english = translated["en"]["nDCG@10"]
    assert {name: figures["nDCG@10"] >= english - APART for name, figures in translated.items()} == dict.fromkeys(
        FORMS, True
    )


def test_concepts_and_conditions_are_worth_more_than_words(run: dict[str, list[str]]) -> None:
    qrels = read_qrels(lines("qrels.tsv"))
    words_only = evaluate(qrels, bm25(suppliers(), requirements()))
    assert evaluate(qrels, run)["nDCG@10"] >= words_only["nDCG@10"] + AHEAD_OF_WORDS


def test_the_collection_holds_together() -> None:
    qrels = read_qrels(lines("qrels.tsv"))
    assert set(qrels) <= {item.id for item in requirements()}
    assert {firm for grades in qrels.values() for firm in grades} <= {item.id for item in suppliers()}
