"""The lines of business that two names state, and how they stand to each other.

A line is a set of keys, of which any may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from matchmaker.duplicates.lines import broader_activities, made_of, specific_activities
from matchmaker.duplicates.names import Name

Lines = Sequence[frozenset[str]]


def specific(name: Name) -> list[frozenset[str]]:
    """The lines of business that tell firms apart: plastics, plating."""
    return [keys for keys in name.activities if keys & specific_activities()]


def general(name: Name) -> list[frozenset[str]]:
    """The lines that stand in thousands of names: trading, technology."""
    return [keys for keys in name.activities if not keys & specific_activities()]


def has(keys: frozenset[str], others: Lines) -> bool:
    """Whether one of `others` says the same: the line itself, or auto parts beside motorcycle parts for auto."""
    return bool(keys & _told(tuple(others)))


def covered(inner: Lines, outer: Lines) -> bool:
    """Whether `outer` has all lines of `inner`."""
    return all(has(keys, outer) for keys in inner)


def related(a: Lines, b: Lines) -> bool:
    """Whether the two have a line in common, or one that is wider than one of the other's."""
    return any(has(keys, b) for keys in a) or bool(_widened(a) & keys_of(b)) or bool(_widened(b) & keys_of(a))


def keys_of(lines: Lines) -> frozenset[str]:
    """All keys of `lines`."""
    return frozenset(key for keys in lines for key in keys)


def listed(keys: frozenset[str]) -> str:
    """`keys` for people to read."""
    return ", ".join(sorted(keys)).replace("_", " ")


@lru_cache(maxsize=20_000)
def _told(lines: tuple[frozenset[str], ...]) -> frozenset[str]:
    """The keys of `lines` with the parts of those that are put together, and what their parts can be put to."""
    keys = keys_of(lines)
    parts = keys | {part for key in keys for part in made_of().get(key, ())}
    return parts | frozenset(_put_together(parts))


def _put_together(parts: frozenset[str]) -> Iterator[str]:
    yield from (key for key, needed in made_of().items() if needed <= parts)


def _widened(lines: Lines) -> frozenset[str]:
    return frozenset(wider for key in keys_of(lines) for wider in broader_activities()[key])
