"""A concept found in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept found at `start:end` of the text, in these words."""

    key: str
    start: int
    end: int
    words: str

    @property
    def kind(self) -> str:
        return self.key.partition(":")[0]
