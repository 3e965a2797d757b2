"""What two records say for and against being one firm. Each piece of evidence is a function of the comparison.

The first line of a docstring is shown to users. A function answers None where the records do not speak of the matter:
missing evidence counts neither way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from matchmaker.duplicates.names import Name
from matchmaker.duplicates.proper_names import Relation
from matchmaker.duplicates.traits import Traits


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records, the two names by which they are most alike, and how these names' proper parts are related.

    `shared` holds telephone numbers and domains known to serve several firms.
    """

    a: Traits
    b: Traits
    name_a: Name
    name_b: Name
    proper: Relation
    shared: frozenset[str] = frozenset()

    @property
    def information(self) -> float:
        """How rare the proper name is, 0 to 3.5; initials and translated words come to many firms' minds."""
        most = 1.5 if self.proper.kind in ("initials", "translated") else 3.5
        return min(most, self.name_a.information, self.name_b.information)

    @property
    def names_clash(self) -> bool:
        """Whether the proper names are two different names."""
        return self.proper.kind in ("other", "overlap")


@dataclass(frozen=True, slots=True)
class Finding:
    """How strong the evidence is in units of its weight, and what was seen."""

    value: float
    detail: str


Evidence = Callable[[Comparison], Finding | None]
