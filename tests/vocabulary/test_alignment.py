"""IBM model 1: by hand where that is possible, and the fast form against the slow obvious one."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

import pytest

from matchmaker.vocabulary.alignment import Alignment, aligned

Line = tuple[Sequence[int], Sequence[int]]
Pair = tuple[int, int]


def _by_pair(found: Alignment) -> dict[Pair, tuple[float, float]]:
    pairs = zip(found.left.tolist(), found.right.tolist(), strict=True)
    return dict(zip(pairs, zip(found.probability.tolist(), found.expected.tolist(), strict=True), strict=True))


def test_one_round_of_counting_is_as_by_hand() -> None:
    """Each word comes from the other line's word or from none, ½ each way: both believe ¼ a line."""
    found = aligned([([1], [1]), ([1], [1])], rounds=1)
    assert _by_pair(found) == {(1, 1): (1.0, 0.5)}


def test_a_word_alone_with_its_translation_tells_which_is_which() -> None:
    """`1 2` beside `1 2` could be either way round; `1` beside `1` decides it."""
    found = _by_pair(aligned([([1, 2], [1, 2]), ([1], [1])], rounds=8))
    assert found[1, 1] > found[1, 2]
    assert found[2, 2] > found[2, 1]


def test_the_fast_form_counts_as_the_slow_one() -> None:
    chance = random.Random(11)
    lines = [([chance.randint(1, 5) for _ in range(chance.randint(1, 4))], [1, chance.randint(2, 6)]) for _ in range(9)]
    slow = _slow(lines, rounds=4)
    fast = _by_pair(aligned(lines, rounds=4))
    assert fast.keys() == slow.keys()
    assert all(fast[pair] == pytest.approx(slow[pair]) for pair in slow)


def _slow(lines: Sequence[Line], rounds: int) -> dict[Pair, tuple[float, float]]:
    to_right: defaultdict[Pair, float] = defaultdict(lambda: 1.0)
    to_left: defaultdict[Pair, float] = defaultdict(lambda: 1.0)
    agreed: defaultdict[Pair, float] = defaultdict(float)
    for number in range(rounds):
        right_counts: defaultdict[Pair, float] = defaultdict(float)
        left_counts: defaultdict[Pair, float] = defaultdict(float)
        agreed.clear()
        for left, right in lines:
            for v in [0, *left]:
                for e in [0, *right]:
                    from_left = to_right[v, e] / sum(to_right[other, e] for other in [0, *left]) if e else 0.0
                    from_right = to_left[v, e] / sum(to_left[v, other] for other in [0, *right]) if v else 0.0
                    both = from_left * from_right
                    agreed[v, e] += both
                    right_counts[v, e] += both if v and e and number else from_left
                    left_counts[v, e] += both if v and e and number else from_right
        to_right, to_left = _shares(right_counts, 0), _shares(left_counts, 1)
    return {pair: ((to_right[pair] + to_left[pair]) / 2, agreed[pair]) for pair in to_right if all(pair)}


def _shares(counts: dict[Pair, float], side: int) -> defaultdict[Pair, float]:
    totals: defaultdict[int, float] = defaultdict(float)
    for pair, count in counts.items():
        totals[pair[side]] += count
    return defaultdict(float, {pair: count / (totals[pair[side]] or 1.0) for pair, count in counts.items()})
