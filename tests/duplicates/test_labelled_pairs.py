"""Precision and recall on the labelled pairs at the threshold of 0.5: as shipped by batch, and by weights that were
fitted without the pairs they score."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from duplicates.labelled import Labelled, labelled_pairs

from matchmaker.duplicates import score_pair
from matchmaker.duplicates.fitting import fitted_weights, held_out_log_odds
from matchmaker.duplicates.lists import rows
from matchmaker.duplicates.pairs import compared
from matchmaker.duplicates.scoring import EVIDENCE, weights

LEAST_PRECISION = 0.98
LEAST_RECALL = 0.90
BATCHES = ("first", "blind-1", "blind-2", "blind-3", "blind-4", "blind-5")


def judged_weights() -> dict[str, float]:
    return {row["feature"]: float(row["judged"]) for row in rows("weights")}


def precision_and_recall(pairs: Sequence[Labelled], proposed: Sequence[bool]) -> tuple[float, float]:
    found = sum(pair.same for pair, is_proposed in zip(pairs, proposed, strict=True) if is_proposed)
    return found / sum(proposed), found / sum(pair.same for pair in pairs)


def test_the_pairs_are_many_and_of_both_kinds() -> None:
    pairs = labelled_pairs()
    assert len({pair.pair_id for pair in pairs}) == len(pairs) >= 1400
    assert {pair.batch for pair in pairs} == set(BATCHES)
    for batch in BATCHES:
        same = [pair.same for pair in pairs if pair.batch == batch]
        assert 0.4 < sum(same) / len(same) < 0.6


@pytest.mark.parametrize("batch", BATCHES)
def test_precision_and_recall(batch: str) -> None:
    pairs = [pair for pair in labelled_pairs() if pair.batch == batch]
    probabilities = [score_pair(pair.a, pair.b).probability for pair in pairs]
    precision, recall = precision_and_recall(pairs, [probability >= 0.5 for probability in probabilities])
    print(f"{batch}: {len(pairs)} pairs: precision {precision:.3f}, recall {recall:.3f}")
    for pair, probability in zip(pairs, probabilities, strict=True):
        if (probability >= 0.5) != pair.same:
            print(f"{pair.pair_id} {probability:.2f} same={pair.same} {pair.a.name} | {pair.b.name}: {pair.why}")
    assert precision >= LEAST_PRECISION
    assert recall >= LEAST_RECALL


def test_precision_and_recall_hold_for_weights_that_did_not_see_the_pair() -> None:
    pairs = labelled_pairs()
    comparisons = [compared(pair.a, pair.b) for pair in pairs]
    log_odds = held_out_log_odds(comparisons, [pair.same for pair in pairs], judged_weights())
    precision, recall = precision_and_recall(pairs, [bool(odds >= 0) for odds in log_odds])
    print(f"{len(pairs)} pairs, each by the weights of the other folds: precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= LEAST_PRECISION
    assert recall >= LEAST_RECALL


def test_the_weights_are_those_that_the_pairs_give() -> None:
    pairs = labelled_pairs()
    comparisons = [compared(pair.a, pair.b) for pair in pairs]
    fitted = fitted_weights(comparisons, [pair.same for pair in pairs], judged_weights())
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
