"""Learning of weights: it finds a signal, leaves good weights alone, and measures on needs it has not seen."""

from __future__ import annotations

import random
from dataclasses import replace
from statistics import fmean

import pytest

from matchmaker.errors import Invalid
from matchmaker.ranking.evaluation import ndcg
from matchmaker.ranking.learning import Example, HeldOut, Judged, Learned, examples_of, folds_of, learn, need_of
from matchmaker.ranking.match import BANDS, Match, Reason
from matchmaker.ranking.sayings import say

POOR = {"signal": 0.1, "noise": 0.9}
GRADES = (3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def examples(needs: int, forms: tuple[str, ...] = ("",)) -> list[Example]:
    """Needs whose one feature follows the grade and whose other is chance; all of one band."""
    chance = random.Random(7)
    return [
        Example(f"N{need}{form}", tuple(_row(place, grade, chance) for place, grade in enumerate(GRADES)))
        for need in range(needs)
        for form in forms
    ]


def _row(place: int, grade: int, chance: random.Random) -> Judged:
    return Judged(f"S{place:02}", "qualified", {"signal": grade / 3, "noise": chance.random()}, grade)


def test_the_signal_gains_weight_and_wins_on_held_out_needs() -> None:
    got = learn(examples(40), POOR, seed=1)
    assert got.weights["signal"] / got.weights["noise"] > POOR["signal"] / POOR["noise"]
    assert got.learned_ndcg.mean > got.present_ndcg.mean
    assert got.better
    assert sum(got.weights.values()) == pytest.approx(1.0, abs=0.001)


def test_ideal_weights_are_not_bettered() -> None:
    got = learn(examples(40), {"signal": 1.0, "noise": 0.001}, seed=1)
    assert got.present_ndcg.by_fold == pytest.approx((1.0,) * 5)
    assert not got.better
    assert got.weights == {"signal": 1.0, "noise": 0.001}


def test_a_fold_is_measured_with_weights_that_have_not_seen_it() -> None:
    """Each half of the needs follows another feature: what one teaches ranks the other worse than even weights do."""
    half = folds_of((f"N{need}" for need in range(40)), 2, 1)
    chance = random.Random(5)
    split = [
        replace(e, rows=tuple(_told_by("ab"[half[e.query_id]], row, chance) for row in e.rows)) for e in examples(40)
    ]
    got = learn(split, {"a": 0.5, "b": 0.5}, folds=2, seed=1)
    assert all(now < was - 0.1 for now, was in zip(got.learned_ndcg.by_fold, got.present_ndcg.by_fold, strict=True))
    assert not got.better


def _told_by(feature: str, row: Judged, chance: random.Random) -> Judged:
    return replace(row, values={"a": chance.random(), "b": chance.random(), feature: row.grade / 3})


def test_same_seed_same_result() -> None:
    assert learn(examples(30), POOR, seed=4) == learn(examples(30)[::-1], POOR, seed=4)


def test_a_weight_of_nothing_stays_nothing() -> None:
    assert learn(examples(20), {**POOR, "unused": 0.0}, seed=1).weights["unused"] == 0.0


def test_present_figures_are_those_of_the_slow_form() -> None:
    """Bands first, silence counts nothing, ties by id, what was not listed counts against the ideal."""
    chance = random.Random(11)
    mixed = [_mixed(example, chance) for example in examples(25)]
    fold_of = folds_of((example.query_id for example in mixed), 5, 2)
    slow = [fmean(_slow_ndcg(e) for e in mixed if fold_of[e.query_id] == fold) for fold in range(5)]
    assert learn(mixed, POOR, seed=2).present_ndcg == HeldOut(pytest.approx(slow))


def _mixed(example: Example, chance: random.Random) -> Example:
    rows = [replace(row, band=chance.choice(BANDS), values=_some(row.values, chance)) for row in example.rows]
    chance.shuffle(rows)
    return Example(example.query_id, tuple(rows), missed=(2,))


def _some(values: dict[str, float], chance: random.Random) -> dict[str, float]:
    coarse = {name: round(value, 1) for name, value in values.items()}
    return {name: coarse[name] for name in chance.choice([["signal"], ["noise"], ["signal", "noise"], []])}


def _slow_ndcg(example: Example) -> float:
    def place(row: Judged) -> tuple[int, float, str]:
        mean = sum(POOR[name] * value for name, value in row.values.items()) / sum(POOR.values())
        return BANDS.index(row.band), -round(100 * mean, 2), row.supplier_id

    grades = {row.supplier_id: row.grade for row in example.rows} | {"missed": example.missed[0]}
    return ndcg(grades, [row.supplier_id for row in sorted(example.rows, key=place)])


def test_forms_of_one_need_never_part_over_folds() -> None:
    assert need_of("P07-ja") == need_of("P07-vi") == need_of("P07") == "P07"
    assert need_of("RFQ-2026-001") == "RFQ-2026-001"
    folds = folds_of((f"N{number}" for number in range(20)), 5, 1)
    assert sorted(folds.values()) == sorted(list(range(5)) * 4)
    assert folds != folds_of(folds, 5, 2)


def test_forms_of_one_need_count_once() -> None:
    with pytest.raises(Invalid, match="here are 19"):
        learn(examples(19, ("-en", "-vi")), POOR, seed=1)
    assert learn(examples(20, ("-en", "-vi")), POOR, seed=1).needs == 20


def test_suppliers_graded_alike_say_nothing() -> None:
    alike = [Example(f"A{n}", tuple(replace(row, grade=3) for row in examples(1)[0].rows)) for n in range(9)]
    assert _figures(learn([*examples(20), *alike], POOR, seed=1)) == _figures(learn(examples(20), POOR, seed=1))


def _figures(learned: Learned) -> tuple[object, ...]:
    return learned.weights, learned.present_ndcg, learned.learned_ndcg


def test_examples_join_lists_and_judgements() -> None:
    reason = Reason("text_fit", 0.25, 0.18, 25.0, say("text.unlike"))
    match = Match("S1", 1, "qualified", 25.0, 0.2, (reason,), ())
    other = replace(match, supplier_id="S2")
    got = examples_of({"q": [match, other], "unjudged": [match]}, {"q": {"S1": 3, "gone": 2}, "unranked": {"S1": 1}})
    rows = tuple(Judged(supplier, "qualified", {"text_fit": 0.25}, grade) for supplier, grade in (("S1", 3), ("S2", 0)))
    assert got == [Example("q", rows, missed=(2,))]
