"""The code lists, read from the data files beside this module: one concept a row, `broader` for the tree."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib import resources

SCHEME = "matchmaker-vocabulary"
VERSION = "2026.12"
"""Raised with every change of the data files; stored with every code and every run."""

LABEL_LANGUAGES = ("en", "vi", "ja", "ko", "zh")
FILES = {
    "process": ("processes",),
    "material": ("materials",),
    "part": ("parts_mechanical", "parts_other"),
    "certificate": ("certificates",),
    "sector": ("sectors",),
}


@dataclass(frozen=True, slots=True)
class Concept:
    """One row. `key` is `kind:id`; `labels` holds each language's words, the preferred one first."""

    kind: str
    id: str
    broader: tuple[str, ...]
    labels: Mapping[str, tuple[str, ...]]
    extra: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"

    def label(self, language: str = "en") -> str:
        """The preferred label in `language`, else in English, else the id."""
        words = self.labels.get(language) or self.labels.get("en")
        return words[0].lstrip("=") if words else self.id


class Vocabulary:
    """All concepts by key, with their tree."""

    version = VERSION

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        self.concepts = concepts

    def __getitem__(self, key: str) -> Concept:
        return self.concepts[key]

    def of_kind(self, kind: str) -> list[Concept]:
        """The concepts of a kind in file order: parents before children."""
        return [concept for concept in self.concepts.values() if concept.kind == kind]

    @cached_property
    def depths(self) -> dict[str, int]:
        """How many steps each concept lies below its root by the longest way; roots are 1."""
        depths: dict[str, int] = {}
        for key in self.concepts:
            self._depth(key, depths)
        return depths

    def _depth(self, key: str, depths: dict[str, int]) -> int:
        if key not in depths:
            depths[key] = 1 + max((self._depth(parent, depths) for parent in self.parents(key)), default=0)
        return depths[key]

    def parents(self, key: str) -> tuple[str, ...]:
        concept = self.concepts[key]
        return tuple(f"{concept.kind}:{parent}" for parent in concept.broader)

    def ancestors(self, key: str) -> frozenset[str]:
        """All broader concepts, without the concept itself."""
        return self._ancestors[key]

    @cached_property
    def _ancestors(self) -> dict[str, frozenset[str]]:
        return {key: frozenset(self._climb(key)) for key in self.concepts}

    def _climb(self, key: str) -> Iterator[str]:
        for parent in self.parents(key):
            yield parent
            yield from self._climb(parent)

    def families(self, key: str) -> frozenset[str]:
        """The roots above a concept (the concept itself if it is one)."""
        return frozenset(k for k in (key, *self.ancestors(key)) if not self.concepts[k].broader)

    def likeness(self, a: str, b: str) -> float:
        """How near two concepts of a tree are, 0..1 (Wu and Palmer 1994): 2·depth of the meeting point ÷ both depths.

        The root counts as depth 1, so two branches of one family are never unrelated; different families give 0.
        """
        if a == b:
            return 1.0
        common = ({a} | self.ancestors(a)) & ({b} | self.ancestors(b))
        if not common:
            return 0.0
        return 2 * max(self.depths[key] for key in common) / (self.depths[a] + self.depths[b])

    def covers(self, broad: str, narrow: str) -> bool:
        """Whether `narrow` is `broad` or lies below it."""
        return broad == narrow or broad in self.ancestors(narrow)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The shipped vocabulary."""
    concepts: dict[str, Concept] = {}
    for kind, names in FILES.items():
        for name in names:
            for row in rows_of(f"{name}.tsv"):
                concept = _concept(kind, row)
                concepts[concept.key] = concept
    return Vocabulary(concepts)


def rows_of(filename: str) -> Iterator[dict[str, str]]:
    """The rows of a data file as header → cell; comment lines are passed over."""
    data = resources.files(__package__) / "data" / filename
    with data.open(encoding="utf-8") as lines:
        yield from csv.DictReader(
            (line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )


def cell(row: Mapping[str, str], column: str) -> tuple[str, ...]:
    """The values of a cell, which are parted by `|`."""
    return tuple(value for value in (row.get(column) or "").strip().split("|") if value)


def _concept(kind: str, row: Mapping[str, str]) -> Concept:
    known = {"id", "broader", "note", *LABEL_LANGUAGES}
    return Concept(
        kind=kind,
        id=row["id"],
        broader=cell(row, "broader"),
        labels={language: cell(row, language) for language in LABEL_LANGUAGES if row.get(language)},
        extra={name: cell(row, name) for name in row if name not in known and row[name]},
    )
