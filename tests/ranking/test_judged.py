"""The second judged collection: 280 requirements in six forms against 180 firms and their near-misses.

The rules of judging stand in `judged/README.md`; nobody who wrote them had seen the engine.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from matchmaker.ranking import evaluate, index_of, rank_on, read_qrels
from matchmaker.records import requirement_from, supplier_from

JUDGED = Path(__file__).parent / "judged"
ON = date(2026, 6, 1)
FORMS = ("en", "vi", "vu", "ja", "ko", "zh")
LEAST = 0.80
"""nDCG@10 over all; BM25 over folded, stemmed words reaches 0.61 on the same files."""
APART = 0.05
"""How far translations of one requirement may rank worse than the English form."""


def lines(name: str) -> list[str]:
    return (JUDGED / name).read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def run() -> dict[str, list[str]]:
    index = index_of(supplier_from(json.loads(line)) for line in lines("suppliers.jsonl"))
    requirements = [requirement_from(json.loads(line)) for line in lines("requirements.jsonl")]
    return {item.id: [match.supplier_id for match in rank_on(item, index, ON)] for item in requirements}


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


def test_the_collection_holds_together() -> None:
    suppliers = {json.loads(line)["id"] for line in lines("suppliers.jsonl")}
    requirements = {json.loads(line)["id"] for line in lines("requirements.jsonl")}
    qrels = read_qrels(lines("qrels.tsv"))
    assert set(qrels) <= requirements
    assert {supplier for grades in qrels.values() for supplier in grades} <= suppliers
