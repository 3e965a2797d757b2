"""Where a short Japanese or Korean word ends: `プライヤ` (pliers) is none in `サプライヤー` (supplier).

Katakana and Hangul words are written one behind the other without spaces, so a short label may stand inside a longer
word by chance. It counts where the run of signs around it parts into words that are known: other labels, or the
companions of the data file. What stands before a label may be unknown if it is long enough to be a word of its own
(`スペシャルボルト` is a bolt): the last word of a compound says what the thing is.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

from matchmaker.vocabulary.concepts import cell, rows_of


@dataclass(frozen=True, slots=True)
class _Script:
    """The signs of a script, the longest label that is short in it, and the least length of an unknown word before."""

    name: str
    signs: re.Pattern[str]
    short: int
    least_before: int


_SCRIPTS = (
    _Script("katakana", re.compile("[\u30a1-\u30fa\u30fc]+"), 4, 3),
    _Script("hangul", re.compile("[\uac00-\ud7af]+"), 3, 2),
)


def stands_alone(text: str, start: int, end: int, starts: Set[int], ends: Set[int]) -> bool:
    """Whether a label at `start:end` of NFC `text` is no chance part of a longer word.

    `starts` and `ends` are the places where other phrases begin and end.
    """
    return all(
        _ends_well(text, start, end, script, starts) and _begins_well(text, start, end, script, ends)
        for script in _SCRIPTS
    )


def _ends_well(text: str, start: int, end: int, script: _Script, starts: Set[int]) -> bool:
    run = script.signs.match(text, end)
    if not run or not script.signs.fullmatch(text[end - 1]) or end - start > script.short:
        return True
    rest, behind = run.group().lstrip("ー"), _companions(script.name, "behind")
    return end in starts or any(rest == word or (len(word) > 1 and rest.startswith(word)) for word in ("", *behind))


def _begins_well(text: str, start: int, end: int, script: _Script, ends: Set[int]) -> bool:
    before = start
    while before and script.signs.match(text[before - 1]):
        before -= 1
    if before == start or not script.signs.match(text[start]) or end - start > script.short:
        return True
    rest = text[before:start]
    return len(rest) >= script.least_before or start in ends or rest.endswith(_companions(script.name, "before"))


@lru_cache(maxsize=8)
def _companions(script: str, side: str) -> tuple[str, ...]:
    """The words that may stand on one side of a label, without a space."""
    return tuple(word for row in rows_of("companions.tsv") if row["script"] == script for word in cell(row, side))
