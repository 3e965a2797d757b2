"""The four steps: retrieve, gate, score, rank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from matchmaker.ranking.documents import Document
from matchmaker.ranking.features import SILENT, WEIGHTS, Candidate, Finding
from matchmaker.ranking.gates import FAIL, GATES, PASS, GateResult
from matchmaker.ranking.gates.standing import says_what_it_makes
from matchmaker.ranking.index import Index
from matchmaker.ranking.queries import Query
from matchmaker.ranking.sayings import Saying

QUALIFIED, NEEDS_EVIDENCE, FAILED = BANDS = ("qualified", "needs_evidence", "failed")
STANDING = {"maker", "exclusion", "place"}
"""Gates that say who a firm is and where, not whether it can make the part."""
SHOWN_WORDS = 6
RELATED = 0.08
"""The share of the best candidate's likeness below which a supplier has nothing to do with a requirement of the field.
Without it, firms that share two common words stand above a good maker whose certificate has ended. Of the
527 suppliers of grade 2 and 3 in the sample and the judged collection one is below it, with 0.07."""
RELATED_UNSAID = 0.15
"""The same for a supplier of whom nobody knows what it makes: its sector or its customers are all that is shared."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature's part in the score: `points` = value × weight ÷ weight of all features asked for × 100."""

    feature: str
    value: float
    weight: float
    points: float
    says: Saying


@dataclass(frozen=True, slots=True)
class Match:
    """A supplier in a ranked list. `score` is 0..100, the sum of the reasons' points; `coverage` 0..1 is the share of
    the weight asked for on which the profile says anything."""

    supplier_id: str
    rank: int
    band: str
    score: float
    coverage: float
    reasons: tuple[Reason, ...]
    gates: tuple[GateResult, ...]

    def body(self, language: str = "en") -> dict[str, Any]:
        """The public match without the supplier, its sentences in `language`."""
        return {
            "rank": self.rank,
            "band": self.band,
            "score": self.score,
            "coverage": self.coverage,
            "reasons": [
                {
                    "feature": reason.feature,
                    "value": reason.value,
                    "weight": reason.weight,
                    "points": reason.points,
                    "detail": reason.says.text(language),
                }
                for reason in self.reasons
            ],
            "gates": [
                {"gate": gate.gate, "answer": gate.answer, "detail": gate.says.text(language)} for gate in self.gates
            ],
            "questions": [gate.question.text(language) for gate in self.gates if gate.question],
        }


def rank(query: Query, index: Index) -> list[Match]:
    """The candidates of a query, best first: by band, then score, then supplier id."""
    judged = [_judge(query, candidate) for candidate in retrieve(query, index)]
    judged.sort(key=lambda match: (BANDS.index(match.band), -match.score, match.supplier_id))
    return [_placed(match, place) for place, match in enumerate(judged, start=1)]


def retrieve(query: Query, index: Index) -> list[Candidate]:
    """The suppliers that share words or concepts with the query, most alike first."""
    terms = query.terms if query.of_the_field or not index.knows(query.written) else query.written
    found = index.candidates(terms)
    top = found[0][1] if found else 1.0
    wordings = index.wordings(terms, [document.id for document, _ in found])
    return [
        Candidate(document, likeness / top, float(wording), _shared(query, document))
        for (document, likeness), wording in zip(found, wordings, strict=True)
        if likeness >= top * _least(query, document)
    ]


def _least(query: Query, document: Document) -> float:
    if not query.of_the_field:
        return 0.0
    return RELATED if says_what_it_makes(document) else RELATED_UNSAID


def _shared(query: Query, document: Document) -> tuple[str, ...]:
    """The words of three letters or more that both share, as the requirement writes them, weightiest first."""
    both = [term for term in query.terms if term.startswith("w:") and len(term) > 4 and term in document.terms]
    both.sort(key=lambda term: (-query.terms[term] * document.terms[term], term))
    return tuple(query.words.get(term[2:], term[2:]) for term in both[:SHOWN_WORDS])


def _judge(query: Query, candidate: Candidate) -> Match:
    gates = tuple(result for gate in GATES for result in gate(query, candidate.document))
    findings = [(feature.__name__, weight, feature(query, candidate)) for feature, weight in WEIGHTS.items()]
    asked = [(name, weight, finding) for name, weight, finding in findings if finding is not None]
    reasons = score(asked)
    return Match(
        supplier_id=candidate.document.id,
        rank=0,
        band=band(gates),
        score=round(sum(reason.points for reason in reasons), 2),
        coverage=round(sum(reason.weight for reason in reasons) / sum(weight for _, weight, _ in asked), 4),
        reasons=reasons,
        gates=gates,
    )


def band(gates: Iterable[GateResult]) -> str:
    """`failed` if any gate fails, `qualified` if all pass and one of them asks for more than a maker, else
    `needs_evidence`."""
    answers = {gate.gate: gate.answer for gate in gates}
    if FAIL in answers.values():
        return FAILED
    return QUALIFIED if set(answers.values()) == {PASS} and set(answers) - STANDING else NEEDS_EVIDENCE


def score(asked: Sequence[tuple[str, float, Finding]]) -> tuple[Reason, ...]:
    """The reasons of the features on which the profile says something; points are rounded to 0.01 so that what is shown
    adds up."""
    total = sum(weight for _, weight, _ in asked)
    return tuple(
        Reason(
            feature=name,
            value=round(finding.value, 4),
            weight=weight,
            points=round(100 * finding.value * weight / total, 2),
            says=finding.says,
        )
        for name, weight, finding in asked
        if finding is not SILENT
    )


def _placed(match: Match, place: int) -> Match:
    return Match(match.supplier_id, place, match.band, match.score, match.coverage, match.reasons, match.gates)
