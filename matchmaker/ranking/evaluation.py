"""How good a ranking is, judged by people: the usual measures, and the files of the retrieval field (TREC).

qrels are `{query: {supplier: grade}}` with grades 0..3, a run is `{query: [supplier, …]}` best first.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from matchmaker.errors import Invalid

Qrels = Mapping[str, Mapping[str, int]]
Ranking = Mapping[str, Sequence[str]]

RELEVANT = 2
"""The lowest grade that counts as a hit where a measure knows only yes and no."""


def ndcg(grades: Mapping[str, int], ranked: Sequence[str], at: int = 10) -> float:
    """Normalised discounted cumulative gain at `at`, 0..1, with gain 2^grade − 1 (Burges et al. 2005).

    A query with nothing relevant scores 0.
    """
    ideal = _dcg(sorted(grades.values(), reverse=True)[:at])
    return _dcg([grades.get(supplier, 0) for supplier in ranked[:at]]) / ideal if ideal else 0.0


def _dcg(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, start=1))


def average_precision(grades: Mapping[str, int], ranked: Sequence[str]) -> float:
    """Mean of the precision at each hit, over all that should be hit; 0..1."""
    relevant = {supplier for supplier, grade in grades.items() if grade >= RELEVANT}
    hits, total = 0, 0.0
    for place, supplier in enumerate(ranked, start=1):
        if supplier in relevant:
            hits += 1
            total += hits / place
    return total / len(relevant) if relevant else 0.0


def reciprocal_rank(grades: Mapping[str, int], ranked: Sequence[str]) -> float:
    """1 ÷ place of the first hit, 0 where there is none."""
    places = (place for place, supplier in enumerate(ranked, start=1) if grades.get(supplier, 0) >= RELEVANT)
    return 1 / next(places, math.inf)


def recall(grades: Mapping[str, int], ranked: Sequence[str], at: int) -> float:
    """The share of all hits that stand among the first `at`; 0..1."""
    relevant = {supplier for supplier, grade in grades.items() if grade >= RELEVANT}
    return len(relevant & set(ranked[:at])) / len(relevant) if relevant else 0.0


MEASURES: dict[str, Callable[[Mapping[str, int], Sequence[str]], float]] = {
    "nDCG@10": ndcg,
    "MAP": average_precision,
    "MRR": reciprocal_rank,
    "recall@10": lambda grades, ranked: recall(grades, ranked, 10),
    "recall@100": lambda grades, ranked: recall(grades, ranked, 100),
}


def evaluate(qrels: Qrels, ranking: Ranking) -> dict[str, float]:
    """The mean of each measure over the judged queries; one without any hit is left out where hits are counted."""
    means = {}
    for name, measure in MEASURES.items():
        least = 1 if name.startswith("nDCG") else RELEVANT
        counted = [query for query, grades in qrels.items() if max(grades.values(), default=0) >= least]
        values = [measure(qrels[query], ranking.get(query, ())) for query in counted]
        means[name] = sum(values) / len(values) if values else 0.0
    return means


def read_qrels(lines: Iterable[str]) -> dict[str, dict[str, int]]:
    """The judgements of a TREC qrels file: `query 0 supplier grade`. Raises `Invalid` naming the line."""
    qrels: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for number, parts in _rows(lines, 4, "query 0 supplier grade"):
        query, _, supplier, grade = parts
        try:
            qrels[query][supplier] = int(grade)
        except ValueError:
            raise Invalid(f"line {number}: the grade {grade!r} is no whole number") from None
    return dict(qrels)


def read_run(lines: Iterable[str]) -> dict[str, list[str]]:
    """The ranking of a TREC run file: `query Q0 supplier rank score tag`, ordered by falling score, then as written."""
    scored: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for number, parts in _rows(lines, 6, "query Q0 supplier rank score tag"):
        try:
            scored[parts[0]].append((-float(parts[4]), parts[2]))
        except ValueError:
            raise Invalid(f"line {number}: the score {parts[4]!r} is no number") from None
    return {query: [supplier for _, supplier in sorted(rows, key=lambda row: row[0])] for query, rows in scored.items()}


def _rows(lines: Iterable[str], width: int, form: str) -> Iterable[tuple[int, list[str]]]:
    for number, line in enumerate(lines, start=1):
        parts = line.split()
        if not parts:
            continue
        if len(parts) != width:
            raise Invalid(f"line {number}: {len(parts)} values where {width} are expected ({form})")
        yield number, parts


def trec_lines(query: str, suppliers: Sequence[str], tag: str = "matchmaker") -> list[str]:
    """The run lines of one ranked list. Scores fall strictly with the rank, so that no reader reorders ties."""
    return [
        f"{query} Q0 {supplier} {place} {len(suppliers) - place + 1} {tag}"
        for place, supplier in enumerate(suppliers, start=1)
    ]
