"""What a text says and where it says it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STOP = re.compile(r"[;\n。；!?！？]|\.(?=\s|$)")
_BREAK = re.compile(r"[,;:()\[\]\n、，。；：（）]|\.\s|\b(?:and|với|và|va)\b")


@dataclass(frozen=True, slots=True)
class Fact:
    """A field and the words it was read from, at `start:end`."""

    field: str
    words: str
    start: int
    end: int

    def meets(self, start: int, end: int) -> bool:
        """Whether the fact shares a sign with `start:end`."""
        return self.start < end and start < self.end


def fact(field: str, text: str, start: int, end: int) -> Fact:
    """The fact at `start:end` of `text`, without the spaces at its ends."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Fact(field, words.strip(), start, start + len(words.strip()))


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around `start:end` begins and ends; a point inside a number ends none."""
    first = max((stop.end() for stop in _STOP.finditer(text, 0, start)), default=0)
    after = _STOP.search(text, end)
    return first, after.start() if after else len(text)


def words_before(text: str, place: int) -> str:
    """The words of the same item of a list that stand before `place`, 48 signs at most."""
    tail = text[max(0, place - 48) : place]
    return _BREAK.split(tail)[-1]
