"""From evidence to a probability: each finding adds its weight to the log-odds, nothing else does."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from matchmaker.duplicates.evidence import Comparison, Evidence
from matchmaker.duplicates.fact_evidence import FACT_EVIDENCE
from matchmaker.duplicates.name_evidence import NAME_EVIDENCE

PRIOR = -2.0
"""Log-odds before any evidence: two records at hand are more often two firms."""

WEIGHTS: Mapping[str, float] = {
    "same_name": 2.6,
    "name_with_slip": 1.6,
    "near_name": -2.0,
    "reordered_name": 0.3,
    "longer_name": -1.6,
    "partly_other_name": -4.0,
    "other_name": -5.0,
    "unclear_name": -1.0,
    "initials": 1.7,
    "translated_name": 1.2,
    "name_by_sound": 2.5,
    "rare_name": 0.9,
    "whole_name": 0.8,
    "legal_form_agrees": 0.4,
    "legal_form_differs": -1.8,
    "same_activity": 1.3,
    "narrower_activity": 0.3,
    "other_activity": -3.5,
    "activity_on_one_side": -0.6,
    "general_activity_differs": -0.2,
    "number_differs": -5.0,
    "place_differs": -4.0,
    "standing_differs": -3.0,
    "same_tax_code": 7.0,
    "one_tax_code_on_two_names": 5.0,
    "other_tax_code": -10.0,
    "parent_and_branch": -4.0,
    "branch_code_of_the_firm_itself": 3.0,
    "tax_code_with_slip": 1.5,
    "same_phone": 2.8,
    "same_mail": 3.0,
    "same_domain": 3.5,
    "other_domain": -1.5,
    "same_lot": 1.8,
    "same_zone": 1.4,
    "other_zone": -0.7,
    "province_agrees": 0.6,
    "province_differs": -2.5,
    "same_year": 0.8,
    "other_year": -1.2,
    "same_goods": 1.0,
    "other_goods": -1.5,
}
"""Log-odds for a finding of strength 1."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A piece of evidence by name, what it adds to the log-odds, and what was seen."""

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
    reasons = [Reason("prior", PRIOR, "Before any evidence, two records are more often two firms")]
    reasons.extend(_reasons(comparison, (*NAME_EVIDENCE, *FACT_EVIDENCE)))
    return Likeness(_logistic(sum(reason.points for reason in reasons)), tuple(reasons))


def name_points(comparison: Comparison) -> float:
    """The log-odds from the names alone."""
    return sum(reason.points for reason in _reasons(comparison, NAME_EVIDENCE))


def _reasons(comparison: Comparison, evidence: tuple[Evidence, ...] | list[Evidence]) -> Iterator[Reason]:
    for feature in evidence:
        finding = feature(comparison)
        if finding is not None:
            name = feature.__name__
            yield Reason(name, WEIGHTS[name] * finding.value, finding.detail)


def _logistic(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, log_odds))))
