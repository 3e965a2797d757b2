"""Weights fitted to pairs that people have judged, drawn towards the weights first judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from matchmaker.duplicates.evidence import Comparison
from matchmaker.duplicates.scoring import EVIDENCE

PULL = 2.0
"""How strongly a weight is held to its first judgement: two units of log-loss for the square of one log-odd."""

LEAST = 0.1
"""No evidence is fitted to nothing or turned round: with a few hundred pairs that would be chance."""

CAUTION = 0.7
"""Taken off the prior afterwards: a wrongly proposed pair costs more than a missed one."""


FOLDS, SEED = 5, 7
"""Parts into which the pairs are dealt at random, so that each is scored by weights that did not see it."""

Rows = NDArray[np.float64]


def fitted_weights(
    comparisons: Sequence[Comparison], same: Sequence[bool], judged: Mapping[str, float]
) -> dict[str, float]:
    """The weights, by feature and with `prior`, under which the judgements `same` are most likely, in log-odds."""
    return _fitted(_table(comparisons, judged), np.array(same, dtype=float), judged)


def held_out_log_odds(
    comparisons: Sequence[Comparison], same: Sequence[bool], judged: Mapping[str, float]
) -> NDArray[np.float64]:
    """For each comparison the log-odds from weights fitted to the other folds; shape (comparisons,)."""
    values, truth = _table(comparisons, judged), np.array(same, dtype=float)
    fold = np.random.default_rng(SEED).permutation(len(truth)) % FOLDS
    log_odds = np.empty(len(truth))
    for number in range(FOLDS):
        weights = _fitted(values[fold != number], truth[fold != number], judged)
        log_odds[fold == number] = values[fold == number] @ np.array([weights[feature] for feature in judged])
    return log_odds


def _fitted(values: Rows, truth: Rows, judged: Mapping[str, float]) -> dict[str, float]:
    start = np.array(list(judged.values()))

    def loss(weights: Rows) -> tuple[float, Rows]:
        log_odds = values @ weights
        value = (np.logaddexp(0, log_odds) - truth * log_odds).sum() + PULL / 2 * ((weights - start) ** 2).sum()
        return value, values.T @ (1 / (1 + np.exp(-log_odds)) - truth) + PULL * (weights - start)

    bounds = [(LEAST, None) if weight > 0 else (None, -LEAST) for weight in start]
    found = minimize(loss, start, jac=True, bounds=bounds).x
    weights = {feature: round(float(weight), 2) for feature, weight in zip(judged, found, strict=True)}
    return {**weights, "prior": round(weights["prior"] - CAUTION, 2)}


def _table(comparisons: Sequence[Comparison], judged: Mapping[str, float]) -> Rows:
    return np.array([_values(comparison, list(judged)) for comparison in comparisons])


def _values(comparison: Comparison, features: Sequence[str]) -> list[float]:
    findings = {feature.__name__: feature(comparison) for feature in EVIDENCE}
    present = {name: finding.value for name, finding in findings.items() if finding is not None}
    return [1.0 if feature == "prior" else present.get(feature, 0.0) for feature in features]
