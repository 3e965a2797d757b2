"""Evidence that two records are members of one group, or a firm and a part of it, rather than one firm."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from matchmaker.duplicates.business import has, keys_of, listed
from matchmaker.duplicates.evidence import Comparison, Evidence, Finding
from matchmaker.duplicates.lines import specific_activities
from matchmaker.duplicates.names import Name
from matchmaker.duplicates.phrases import VIETNAM, province_now
from matchmaker.duplicates.proper_names import relation

_GENERAL_WORD, _MAKING = 0.8, 0.3
"""Worth of Technology and of Industries beside a coined name: the latter is often left out."""

_DESCRIBING = 0.4
"""Worth of a word in front of the proper name beside one behind it."""

_MAKERS = frozenset({"industry"})


def number_differs(c: Comparison) -> Finding | None:
    """The names carry different numbers, as plants and sister companies do."""
    a, b = c.name_a.numbers, c.name_b.numbers
    if a == b or c.proper.kind in ("other", "silent", "initials"):
        return None
    if not (a and b) and (c.name_a.is_alias or c.name_b.is_alias):
        return None
    return Finding(1.0 if a and b else 0.8, f"Number {listed(a) or 'none'} against {listed(b) or 'none'}")


def place_differs(c: Comparison) -> Finding | None:
    """The names carry different places, as regional companies of one group do."""
    a, b = c.name_a.places - {VIETNAM}, c.name_b.places - {VIETNAM}
    if a & b or not (a or b):
        return None
    abroad_or_region = (a | b) - province_now().keys()
    worth = 1.0 if (a and b) or abroad_or_region else 0.8 if _are_of_a_group(c) else 0.4
    return Finding(worth, f"{listed(a) or 'no place'} against {listed(b) or 'no place'}")


def standing_differs(c: Comparison) -> Finding | None:
    """Only one name is that of a branch, a group, a plant or an institute."""
    alone = c.name_a.standings ^ c.name_b.standings
    strong = {"branch", "office", "holding", "institute"}
    if not alone or (alone == {"general"} and is_general_corporation(c)):
        return None
    worth = 1.0 if alone & strong else 0.35 if alone == {"plant"} else 0.5
    return Finding(worth, f"Only one name says {listed(alone)}")


def further_business(c: Comparison) -> Finding | None:
    """A coined or foreign name goes with other words about the business, as members of a group have it."""
    a, b = c.name_a, c.name_b
    if c.proper.kind not in ("same", "slip") or a.is_alias or b.is_alias or not (a.is_coined and b.is_coined):
        return None
    only_a, only_b = _beyond(a, b), _beyond(b, a)
    if not (only_a or only_b) or (not only_a and _is_short(a)) or (not only_b and _is_short(b)):
        return None
    worth = max(_tells(only_a, a), _tells(only_b, b))
    return Finding(worth, f"{listed(keys_of(only_a)) or 'nothing'} against {listed(keys_of(only_b)) or 'nothing'}")


def other_full_name(c: Comparison) -> Finding | None:
    """Only short names agree, or initials with one, and the full names are different."""
    aliases = c.name_a.is_alias + c.name_b.is_alias
    if not (aliases == 2 or (aliases and c.proper.kind == "initials")):
        return None
    pairs = list(product(_full(c.a.names), _full(c.b.names)))
    if not pairs or any(relation(x, y).kind not in ("other", "overlap") for x, y in pairs):
        return None
    return Finding(1.0, f"‘{pairs[0][0].written}’ against ‘{pairs[0][1].written}’")


def other_country(c: Comparison) -> Finding | None:
    """One of the firms sits abroad, as a parent of the other may."""
    a, b = c.a.country, c.b.country
    return Finding(1.0, f"{a} against {b}") if a and b and a != b else None


GROUP_EVIDENCE: Sequence[Evidence] = (
    number_differs,
    place_differs,
    standing_differs,
    further_business,
    other_full_name,
    other_country,
)


def _are_of_a_group(c: Comparison) -> bool:
    """Whether one coined name goes with Việt Nam and with a town: the company and its sister there."""
    a, b = c.name_a, c.name_b
    return a.is_coined and b.is_coined and bool(a.places and b.places)


def _beyond(name: Name, other: Name) -> list[frozenset[str]]:
    return [keys for keys in name.activities if not has(keys, other.activities)]


def _is_short(name: Name) -> bool:
    """Whether the name is the proper name alone, as people call a firm whose full name they know."""
    return not (name.forms or name.places or name.activities)


def _tells(lines: Sequence[frozenset[str]], name: Name) -> float:
    """How surely words about the business that only one name has make it another firm's.

    In front of the proper name, in Vietnamese, they describe the firm; behind it they are part of its name.
    """
    return max((_worth(keys) * (_DESCRIBING if keys <= name.in_front else 1.0) for keys in lines), default=0.0)


def _worth(keys: frozenset[str]) -> float:
    if keys & specific_activities():
        return 1.0
    return _MAKING if keys & _MAKERS else _GENERAL_WORD


def _full(names: Sequence[Name]) -> list[Name]:
    return [name for name in names if not (name.is_alias or name.is_second_reading)]


def is_general_corporation(c: Comparison) -> bool:
    """Whether one side says "Corporation" and the other Tổng công ty, which is called so in English."""
    a, b = c.name_a, c.name_b
    return ("corporation" in a.forms and "general" in b.standings) or (
        "corporation" in b.forms and "general" in a.standings
    )
