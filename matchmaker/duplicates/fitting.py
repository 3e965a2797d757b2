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

CAUTION = 0.4
"""Taken off the prior afterwards: a wrongly proposed pair costs more than a missed one."""


def fitted_weights(
    comparisons: Sequence[Comparison], same: Sequence[bool], judged: Mapping[str, float]
) -> dict[str, float]:
    """The weights, by feature and with `prior`, under which the judgements `same` are most likely, in log-odds."""
    features = list(judged)
    values = np.array([_values(comparison, features) for comparison in comparisons])
    start = np.array(list(judged.values()))
    truth = np.array(same, dtype=float)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        log_odds = values @ weights
        value = (np.logaddexp(0, log_odds) - truth * log_odds).sum() + PULL / 2 * ((weights - start) ** 2).sum()
        return value, values.T @ (1 / (1 + np.exp(-log_odds)) - truth) + PULL * (weights - start)

    bounds = [(LEAST, None) if weight > 0 else (None, -LEAST) for weight in start]
    found = minimize(loss, start, jac=True, bounds=bounds).x
    weights = {feature: round(float(weight), 2) for feature, weight in zip(features, found, strict=True)}
    return {**weights, "prior": round(weights["prior"] - CAUTION, 2)}


def _values(comparison: Comparison, features: Sequence[str]) -> list[float]:
    findings = {feature.__name__: feature(comparison) for feature in EVIDENCE}
    present = {name: finding.value for name, finding in findings.items() if finding is not None}
    return [1.0 if feature == "prior" else present.get(feature, 0.0) for feature in features]
