"""The measures on lists small enough to reckon by hand."""

from __future__ import annotations

import math

import pytest

from matchmaker.errors import Invalid
from matchmaker.ranking.evaluation import (
    average_precision,
    evaluate,
    ndcg,
    read_qrels,
    read_run,
    recall,
    reciprocal_rank,
    trec_lines,
)

GRADES = {"a": 3, "b": 2, "c": 1, "d": 0}


def test_the_ideal_order_scores_one() -> None:
    assert ndcg(GRADES, ["a", "b", "c", "d"]) == 1.0


def test_ndcg_by_hand() -> None:
    """Gains 3, 7, 1 at places 1, 2, 3 against the ideal 7, 3, 1."""
    got = 3 / 1 + 7 / math.log2(3) + 1 / 2
    best = 7 / 1 + 3 / math.log2(3) + 1 / 2
    assert ndcg(GRADES, ["b", "a", "c"]) == pytest.approx(got / best)


def test_nothing_relevant_scores_nothing() -> None:
    assert ndcg({"a": 0}, ["a"]) == 0.0
    assert average_precision({"a": 1}, ["a"]) == 0.0
    assert reciprocal_rank({"a": 1}, ["a"]) == 0.0


def test_hits_are_grade_two_and_above() -> None:
    """Hits at places 2 and 4 of two: precision 1/2 and 2/4, recall 1/2 at three."""
    ranked = ["c", "a", "d", "b"]
    assert average_precision(GRADES, ranked) == pytest.approx((1 / 2 + 2 / 4) / 2)
    assert reciprocal_rank(GRADES, ranked) == 1 / 2
    assert recall(GRADES, ranked, at=3) == 1 / 2


def test_a_query_that_was_not_run_counts_as_a_miss() -> None:
    assert evaluate({"q1": GRADES, "q2": GRADES}, {"q1": ["a", "b", "c"]})["nDCG@10"] == 0.5


def test_trec_files_come_back() -> None:
    """Scores fall strictly, so a reader that sorts by score keeps the order."""
    lines = trec_lines("q1", ["b", "a"])
    assert lines[0].split()[:4] == ["q1", "Q0", "b", "1"]
    assert read_run(reversed(lines)) == {"q1": ["b", "a"]}
    assert read_qrels(["q1 0 a 3", "", "q1 0 b 0"]) == {"q1": {"a": 3, "b": 0}}


@pytest.mark.parametrize(("line", "why"), [("q1 0 a", "line 1: 3 values"), ("q1 0 a x", "'x' is no whole number")])
def test_a_broken_line_is_named(line: str, why: str) -> None:
    with pytest.raises(Invalid, match=why):
        read_qrels([line])
