"""Weights proposed from judgements: coordinate ascent for linear ranking (Metzler and Croft 2007, Information Retrieval
10: 257–274).

One weight after the other is multiplied by each of `STEPS`, and the best step is kept, until none raises the mean
nDCG@10. A pull towards the present weights keeps what the judgements say nothing about where it is. Whether the
method beats the present weights is measured on needs that it has not seen. A fitted set is never applied by itself.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matchmaker.errors import Invalid
from matchmaker.ranking.evaluation import Qrels
from matchmaker.ranking.features import WEIGHTS
from matchmaker.ranking.match import BANDS, Match

STEPS = (0.5, 0.8, 1.25, 2.0)
PULL = 0.002
"""What nDCG must gain for a squared log ratio of one (judged): doubling a weight must earn 0.001."""
ROUNDS = 30
"""Passes over all weights at most."""
AT = 10
LEAST_NEEDS = 20
"""Fewer judged needs than this leave each held-out fold to chance."""
PRESENT = {feature.__name__: weight for feature, weight in WEIGHTS.items()}
"""The weights in use, by feature name."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """A ranked supplier with its grade 0..3; `values` are 0..1 by feature name, a missing feature is left out."""

    supplier_id: str
    band: str
    values: Mapping[str, float]
    grade: int


@dataclass(frozen=True, slots=True)
class Example:
    """The judged list of one query. `missed` are the grades of judged suppliers that the engine did not list."""

    query_id: str
    rows: tuple[Judged, ...]
    missed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldOut:
    """nDCG@10, 0..1, of each fold while it was held out."""

    by_fold: tuple[float, ...]

    @property
    def mean(self) -> float:
        """The mean over the folds."""
        return fmean(self.by_fold)


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights proposed from all examples, adding up to what the present ones do, and how the method does held out.

    `better`: the mean over the folds is higher, and at most one fold is worse. A hurdle and no proof: of 60 sets of 40
    needs whose features were pure chance, 13 took it. `needs` is how many were judged.
    """

    weights: dict[str, float]
    present_ndcg: HeldOut
    learned_ndcg: HeldOut
    better: bool
    needs: int


def examples_of(matches_by_query: Mapping[str, Iterable[Match]], qrels: Qrels) -> list[Example]:
    """The examples of the queries that were both ranked and judged, by query id; a supplier without a grade has 0."""
    return [_example(query, matches_by_query[query], qrels[query]) for query in sorted(qrels.keys() & matches_by_query)]


def _example(query: str, matches: Iterable[Match], grades: Mapping[str, int]) -> Example:
    rows = tuple(
        Judged(
            match.supplier_id, match.band, {r.feature: r.value for r in match.reasons}, grades.get(match.supplier_id, 0)
        )
        for match in matches
    )
    listed = {row.supplier_id for row in rows}
    return Example(query, rows, tuple(grade for supplier, grade in grades.items() if supplier not in listed))


def learn(examples: Sequence[Example], present: Mapping[str, float], *, folds: int = 5, seed: int) -> Learned:
    """The proposed weights beside the present ones; the same for the same examples, folds (2 to 20) and seed.

    Examples whose suppliers are all graded alike say nothing and are left out. A weight of 0 stays 0.
    Raises `Invalid` where fewer than 20 needs remain; the forms of one need count once.
    """
    in_order = sorted(examples, key=lambda example: example.query_id)
    telling = [example for example in in_order if len({*_grades(example)}) > 1]
    needs = {need_of(example.query_id) for example in telling}
    if len(needs) < LEAST_NEEDS:
        raise Invalid(
            f"learning needs at least {LEAST_NEEDS} requirements with suppliers judged well and ill "
            f"(translations of one count once); here are {len(needs)}: judge more"
        )
    names, start = list(present), np.array(list(present.values()))
    fold_of = folds_of(needs, folds, seed)
    pages = [_Page.of([e for e in telling if fold_of[need_of(e.query_id)] == fold], names) for fold in range(folds)]
    fitted = [_fitted([page for page in pages if page is not held_out], start) for held_out in pages]
    before = HeldOut(tuple(float(page.ndcg(start).mean()) for page in pages))
    after = HeldOut(tuple(float(page.ndcg(weights).mean()) for page, weights in zip(pages, fitted, strict=True)))
    weights = _fitted(pages, start)
    proposed = np.round(weights * start.sum() / weights.sum(), 4)
    return Learned(dict(zip(names, proposed.tolist(), strict=True)), before, after, _better(before, after), len(needs))


def _grades(example: Example) -> Iterable[int]:
    return (*(row.grade for row in example.rows), *example.missed)


def _better(before: HeldOut, after: HeldOut) -> bool:
    worse = sum(now < was for was, now in zip(before.by_fold, after.by_fold, strict=True))
    return after.mean > before.mean and worse <= 1


def need_of(query_id: str) -> str:
    """The id without the language that its translations end in: `P07` for `P07-ja`."""
    return re.sub(r"-[a-z]{2}\Z", "", query_id)


def folds_of(needs: Iterable[str], folds: int, seed: int) -> dict[str, int]:
    """The fold of each need, 0 to folds − 1: dealt out in the order of a seeded hash, so that folds are of one size."""
    dealt = sorted(needs, key=lambda need: hashlib.sha256(f"{seed}:{need}".encode()).hexdigest())
    return {need: place % folds for place, need in enumerate(dealt)}


@dataclass(frozen=True, slots=True)
class _Page:
    """Examples as arrays: `values` (queries × rows × features; 0 where a profile is silent), `below` (queries × rows)
    what a row's band takes off its score, `gains` (queries × rows) 2^grade − 1, `ideal` (queries) the best that can
    be had."""

    values: Array
    below: Array
    gains: Array
    ideal: Array

    @classmethod
    def of(cls, examples: Sequence[Example], names: Sequence[str]) -> _Page:
        """The arrays. Rows stand by supplier id, as ties do in a ranking; short lists are filled up at the bottom."""
        shape = (len(examples), max(AT, *(len(example.rows) for example in examples)))
        values = np.zeros((*shape, len(names)))
        below, gains = np.full(shape, 1000.0 * len(BANDS)), np.zeros(shape)
        for query, example in enumerate(examples):
            for place, row in enumerate(sorted(example.rows, key=lambda row: row.supplier_id)):
                values[query, place] = [row.values.get(name, 0.0) for name in names]
                below[query, place] = 1000.0 * BANDS.index(row.band)
                gains[query, place] = 2.0**row.grade - 1
        ideal = np.array([_discounted(_best_gains(example)) for example in examples])
        return cls(values, below, gains, ideal)

    def ndcg(self, weights: Array) -> Array:
        """nDCG@10 of each query when ranked by band, then score, then supplier id.

        What is asked is the same for all suppliers of a query, so the order needs no division by its weight.
        """
        order = np.argsort(
            self.below - np.round(100 * (self.values @ weights) / weights.sum(), 2), axis=1, kind="stable"
        )[:, :AT]
        reached: Array = _discounted(np.take_along_axis(self.gains, order, axis=1)) / self.ideal
        return reached


def _discounted(gains: Array) -> Any:
    return gains @ (1 / np.log2(np.arange(AT) + 2.0))


def _best_gains(example: Example) -> Array:
    best = sorted(_grades(example), reverse=True)[:AT]
    return np.array([2.0**grade - 1 for grade in best] + [0.0] * (AT - len(best)))


def _fitted(pages: Sequence[_Page], start: Array) -> Array:
    """The weights at which no single step is worth its pull."""
    weights, worth = start, _worth(pages, start, start)
    for _ in range(ROUNDS):
        before = worth
        for column in range(len(start)):
            tried = [_stepped(weights, column, step) for step in STEPS]
            # On a tie the weights stay as they are.
            worth, weights = max([(worth, weights), *((_worth(pages, w, start), w) for w in tried)], key=lambda p: p[0])
        if worth <= before:
            break
    return weights


def _worth(pages: Sequence[_Page], weights: Array, start: Array) -> float:
    used = start > 0
    pull = PULL * np.square(np.log(weights[used] / start[used])).sum()
    return float(np.concatenate([page.ndcg(weights) for page in pages]).mean() - pull)


def _stepped(weights: Array, column: int, step: float) -> Array:
    stepped = weights.copy()
    stepped[column] *= step
    return stepped
