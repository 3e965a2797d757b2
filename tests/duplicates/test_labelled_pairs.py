"""Precision and recall on the labelled pairs, at the threshold of 0.5, in both halves of the fixed split."""

from __future__ import annotations

import math

import pytest
from duplicates.labelled import Labelled, labelled_pairs

from matchmaker.duplicates import score_pair
from matchmaker.duplicates.fitting import fitted_weights
from matchmaker.duplicates.lists import rows
from matchmaker.duplicates.pairs import compared
from matchmaker.duplicates.scoring import EVIDENCE, weights

LEAST_PRECISION = 0.98
LEAST_RECALL = 0.90


def half(*, is_fitted: bool) -> list[Labelled]:
    return [pair for pair in labelled_pairs() if pair.is_fitted == is_fitted]


def test_the_pairs_are_many_and_of_both_kinds() -> None:
    pairs = labelled_pairs()
    assert len(pairs) >= 400
    assert len({pair.pair_id for pair in pairs}) == len(pairs)
    assert 0.4 < sum(pair.same for pair in pairs) / len(pairs) < 0.6


@pytest.mark.parametrize("is_fitted", [True, False], ids=["fitted half", "held-out half"])
def test_precision_and_recall(is_fitted: bool) -> None:
    pairs = half(is_fitted=is_fitted)
    probability = {pair.pair_id: score_pair(pair.a, pair.b).probability for pair in pairs}
    proposed = [pair for pair in pairs if probability[pair.pair_id] >= 0.5]
    same = [pair for pair in pairs if pair.same]
    found = [pair for pair in proposed if pair.same]
    errors = [pair for pair in pairs if (probability[pair.pair_id] >= 0.5) != pair.same]
    print(f"{len(pairs)} pairs: precision {len(found) / len(proposed):.3f}, recall {len(found) / len(same):.3f}")
    for pair in errors:
        print(
            f"{pair.pair_id} {probability[pair.pair_id]:.2f} same={pair.same} {pair.a.name} | {pair.b.name}: {pair.why}"
        )
    assert len(found) / len(proposed) >= LEAST_PRECISION
    assert len(found) / len(same) >= LEAST_RECALL


def test_the_weights_are_those_that_the_fitted_half_gives() -> None:
    judged = {row["feature"]: float(row["judged"]) for row in rows("weights")}
    pairs = half(is_fitted=True)
    fitted = fitted_weights([compared(pair.a, pair.b) for pair in pairs], [pair.same for pair in pairs], judged)
    assert fitted == pytest.approx(dict(weights()), abs=0.02)


def test_every_piece_of_evidence_has_a_weight_and_a_sentence() -> None:
    names = [feature.__name__ for feature in EVIDENCE]
    assert {*names, "prior"} == set(weights())
    for feature in EVIDENCE:
        sentence = (feature.__doc__ or "").split("\n\n")[0].strip()
        assert sentence.endswith(".")


def test_the_reasons_add_up_to_the_probability() -> None:
    for pair in labelled_pairs()[::20]:
        likeness = score_pair(pair.a, pair.b)
        log_odds = sum(reason.points for reason in likeness.reasons)
        assert likeness.probability == pytest.approx(1 / (1 + math.exp(-log_odds)), abs=1e-9)
        assert all(reason.detail.endswith(".") for reason in likeness.reasons)


def test_the_order_of_the_two_records_does_not_matter() -> None:
    for pair in labelled_pairs():
        there, back = score_pair(pair.a, pair.b), score_pair(pair.b, pair.a)
        assert there.probability == pytest.approx(back.probability, abs=1e-9), pair.pair_id
