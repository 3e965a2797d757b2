"""Which words of parallel lines translate each other: IBM model 1, taught in both directions at once.

Brown, Della Pietra, Della Pietra and Mercer 1993, "The Mathematics of Statistical Machine Translation", model 1: every
word of a line comes from one word of the other line or from none, wherever it stands. Liang, Taskar and Klein 2006,
"Alignment by Agreement": the two directions count only what both believe, which keeps rare words from drawing
everything to themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
Shares = NDArray[np.float64]

NO_WORD = 0
"""The id of the word that stands in every line unseen, from which a word without counterpart comes."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of words that met in a line; all arrays have shape (pairs,), in the order of the ids.

    `probability` is the mean of how likely each is to be translated by the other, 0..1; `expected` is how often the
    two are thought to translate each other in the lines, 0 upwards.
    """

    left: Ids
    right: Ids
    probability: Shares
    expected: Shares


@dataclass(frozen=True, slots=True)
class _Cells:
    """Every word of a line against every word of its counterpart, all lines one after another; shape (cells,)."""

    left: Ids
    right: Ids
    left_place: Ids
    right_place: Ids


def aligned(lines: Sequence[tuple[Sequence[int], Sequence[int]]], rounds: int) -> Alignment:
    """The alignment of `lines`, pairs of word ids from 1 upwards, after `rounds` of expectation and maximisation."""
    cells = _cells(lines)
    width = int(cells.right.max()) + 1
    keys, pair = np.unique(cells.left * width + cells.right, return_inverse=True)
    left, right = keys // width, keys % width
    real = (cells.left != NO_WORD) & (cells.right != NO_WORD)
    to_right: Shares = np.ones(len(keys))
    to_left: Shares = np.ones(len(keys))
    agreed: Shares = np.zeros(len(pair))
    for number in range(rounds):
        from_left = _believed(to_right[pair], cells.right, cells.right_place)
        from_right = _believed(to_left[pair], cells.left, cells.left_place)
        agreed = np.where(real, from_left * from_right, 0.0)
        # Before the first counts the directions believe in everything alike, and agreeing would favour no word at all.
        heard = real if number else np.zeros_like(real)
        to_right = _normalised(_sums(pair, np.where(heard, agreed, from_left)), left)
        to_left = _normalised(_sums(pair, np.where(heard, agreed, from_right)), right)
    kept = (left != NO_WORD) & (right != NO_WORD)
    return Alignment(left[kept], right[kept], ((to_right + to_left) / 2)[kept], _sums(pair, agreed)[kept])


def _cells(lines: Sequence[tuple[Sequence[int], Sequence[int]]]) -> _Cells:
    columns: list[tuple[Ids, Ids, Ids, Ids]] = []
    left_start = right_start = 0
    for left, right in lines:
        lefts, rights = np.array([NO_WORD, *left]), np.array([NO_WORD, *right])
        rows, row_words = np.arange(len(lefts)) + left_start, np.arange(len(rights)) + right_start
        columns.append(
            (
                np.repeat(lefts, len(rights)),
                np.tile(rights, len(lefts)),
                np.repeat(rows, len(rights)),
                np.tile(row_words, len(lefts)),
            )
        )
        left_start, right_start = left_start + len(lefts), right_start + len(rights)
    return _Cells(*(np.concatenate(column) for column in zip(*columns, strict=True)))


def _believed(chance: Shares, words: Ids, places: Ids) -> Shares:
    """How likely each cell is to be where the word at its place comes from; the cells of a real word add up to 1."""
    return _normalised(np.where(words != NO_WORD, chance, 0.0), places)


def _normalised(counts: Shares, owners: Ids) -> Shares:
    """`counts` as shares of what their owner has."""
    return counts / np.maximum(_sums(owners, counts)[owners], np.finfo(float).tiny)


def _sums(owners: Ids, counts: Shares) -> Shares:
    """What each owner has, shape (greatest owner + 1,)."""
    return np.bincount(owners, counts).astype(np.float64)
