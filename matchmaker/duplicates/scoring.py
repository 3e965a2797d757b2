"""From evidence to a probability: each finding adds its weight to the log-odds, nothing else does."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from matchmaker.duplicates.evidence import Comparison, Evidence
from matchmaker.duplicates.fact_evidence import FACT_EVIDENCE
from matchmaker.duplicates.group_evidence import GROUP_EVIDENCE
from matchmaker.duplicates.lists import rows
from matchmaker.duplicates.name_evidence import NAME_EVIDENCE

EVIDENCE: tuple[Evidence, ...] = (*NAME_EVIDENCE, *GROUP_EVIDENCE, *FACT_EVIDENCE)


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """Log-odds for a finding of strength 1, and under `prior` those before any evidence.

    `data/weights.tsv` holds them as first judged and as fitted to the labelled pairs (`matchmaker.duplicates.fitting`);
    the fitted ones count.
    """
    return {row["feature"]: float(row["fitted"]) for row in rows("weights")}


@dataclass(frozen=True, slots=True)
class Reason:
    """A piece of evidence by name, what it adds to the log-odds, and a sentence on what was seen."""

    feature: str
    points: float
    detail: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How probably two records are one firm, 0..1, with the reasons; their points add up to the log-odds."""

    probability: float
    reasons: tuple[Reason, ...]


def likeness_of(comparison: Comparison) -> Likeness:
    """The probability that the two records compared are one firm, and why."""
    reasons = [Reason("prior", weights()["prior"], "Before any evidence, two records are more often two firms.")]
    reasons.extend(_reasons(comparison, EVIDENCE))
    return Likeness(_logistic(sum(reason.points for reason in reasons)), tuple(reasons))


def name_points(comparison: Comparison) -> float:
    """The log-odds from the names alone."""
    return sum(reason.points for reason in _reasons(comparison, (*NAME_EVIDENCE, *GROUP_EVIDENCE)))


def _reasons(comparison: Comparison, evidence: Iterable[Evidence]) -> Iterator[Reason]:
    for feature in evidence:
        finding = feature(comparison)
        if finding is not None:
            name = feature.__name__
            yield Reason(name, weights()[name] * finding.value, f"{finding.detail}.")


def _logistic(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, log_odds))))
