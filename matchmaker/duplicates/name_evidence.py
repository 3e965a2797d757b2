"""Evidence from the names."""

from __future__ import annotations

from collections.abc import Sequence

from matchmaker.duplicates.business import covered, general, has, keys_of, listed, related, specific
from matchmaker.duplicates.evidence import Comparison, Evidence, Finding
from matchmaker.duplicates.group_evidence import is_general_corporation
from matchmaker.duplicates.names import Name


def same_name(c: Comparison) -> Finding | None:
    """The proper names are the same, apart from marks that one side leaves out, spaces and capitals."""
    return _when(c, "same", 1.0, "The proper name is the same: {a}")


def same_name_turned(c: Comparison) -> Finding | None:
    """The proper name is the same; other words stand before it in Vietnamese and behind it in English."""
    return _when(c, "turned", 1.0, "{a} and {b} share the proper name, the rest seems to be the business")


def name_with_slip(c: Comparison) -> Finding | None:
    """The proper names differ by a slip of the pen."""
    return _when(c, "slip", 1.0, "{a} and {b} differ by what looks like a slip of the pen")


def near_name(c: Comparison) -> Finding | None:
    """The proper names are a letter or a mark apart, and both are names that firms have."""
    return _when(c, "near", 1.0, "{a} and {b} are alike, and both are usual names")


def reordered_name(c: Comparison) -> Finding | None:
    """The proper names have the same words in another order."""
    return _when(c, "order", 1.0, "{a} and {b} are the same words in another order")


def longer_name(c: Comparison) -> Finding | None:
    """One proper name is the other with further words, as group companies and imitators have it."""
    return _when(c, "part", 0.8 + 0.3 * min(2.0, c.proper.missing), "{a} and {b}: one has words the other lacks")


def partly_other_name(c: Comparison) -> Finding | None:
    """The proper names share words, and each has words of its own."""
    return _when(c, "overlap", 1.0, "{a} and {b} share words, but each has its own")


def other_name(c: Comparison) -> Finding | None:
    """The proper names are different names."""
    return _when(c, "other", 1.0, "{a} and {b} are different names")


def unclear_name(c: Comparison) -> Finding | None:
    """The proper names cannot be compared: one is a coined or foreign word, or there is none."""
    return _when(c, "silent", 1.0, "The proper names {a} and {b} cannot be compared")


def initials(c: Comparison) -> Finding | None:
    """One name is made of the first letters of the other."""
    return _when(c, "initials", c.proper.strength - 1.5, "{a} and {b}: one is made of the other's first letters")


def translated_name(c: Comparison) -> Finding | None:
    """One proper name is the English translation of the other."""
    return _when(c, "translated", 0.4 + 0.8 * c.proper.strength, "{a} and {b} mean the same")


def name_by_sound(c: Comparison) -> Finding | None:
    """The proper names sound alike across two scripts."""
    return _when(c, "sound", 1.0, "{a} and {b} are read alike")


def rare_name(c: Comparison) -> Finding | None:
    """The shared proper name is rare, so that few firms can have it."""
    if c.proper.kind not in ("same", "turned", "slip", "order", "part"):
        return None
    rarity = min(3.5, c.proper.strength) - 1.2
    kind = "rare" if rarity > 1 else "common" if rarity < 0.3 else "fairly rare"
    return Finding(rarity, f"{_proper(c.name_a)} is a {kind} name")


def whole_name(c: Comparison) -> Finding | None:
    """The whole names agree word by word."""
    a, b = sorted(c.name_a.everything), sorted(c.name_b.everything)
    if c.name_a.is_alias or c.name_b.is_alias or a != b or c.proper.kind != "same":
        return None
    if c.name_a.standings != c.name_b.standings:
        return None
    return Finding(1.0, "All words of the names agree")


def legal_form_agrees(c: Comparison) -> Finding | None:
    """Both names state the same legal form."""
    shared = c.name_a.forms & c.name_b.forms
    return Finding(1.0, f"Both are {listed(shared)}") if shared else None


def legal_form_differs(c: Comparison) -> Finding | None:
    """The names state different legal forms; firms do change theirs, and a tax code stays."""
    a, b = c.name_a.forms, c.name_b.forms
    if not a or not b or a & b or is_general_corporation(c):
        return None
    changeable = {"limited", "joint_stock"}
    worth = 0.3 if c.a.tax_code and c.a.tax_code == c.b.tax_code else 1.0 if a | b <= changeable else 1.5
    return Finding(worth, f"{listed(a)} against {listed(b)}")


def same_activity(c: Comparison) -> Finding | None:
    """The names state the same line of business; this says little where the proper names are different."""
    a, b = specific(c.name_a), specific(c.name_b)
    if not a or not b or not (covered(a, b) and covered(b, a)):
        return None
    return Finding(_beside_other_name(c), f"Both names say {listed(keys_of(a))}")


def narrower_activity(c: Comparison) -> Finding | None:
    """One name states part of the other's lines of business."""
    a, b = specific(c.name_a), specific(c.name_b)
    if not a or not b or covered(a, b) == covered(b, a):
        return None
    return Finding(1.0, f"{listed(keys_of(a))} and {listed(keys_of(b))}: one is part of the other")


def related_activity(c: Comparison) -> Finding | None:
    """The names state related lines of business."""
    a, b = specific(c.name_a), specific(c.name_b)
    if not a or not b or covered(a, b) or covered(b, a) or not related(a, b):
        return None
    return Finding(1.0, f"{listed(keys_of(a))} and {listed(keys_of(b))} are related")


def other_activity(c: Comparison) -> Finding | None:
    """The names state different lines of business; this adds little where the proper names are different."""
    a, b = specific(c.name_a), specific(c.name_b)
    if not a or not b or related(a, b):
        return _vaguely_other(c)
    return Finding(_beside_other_name(c), f"{listed(keys_of(a))} against {listed(keys_of(b))}")


def _beside_other_name(c: Comparison) -> float:
    return 0.3 if c.names_clash else 1.0


def _vaguely_other(c: Comparison) -> Finding | None:
    """Both names speak of a business, one of them in general words only, and no word agrees."""
    a, b = c.name_a.activities, c.name_b.activities
    if not a or not b or bool(specific(c.name_a)) == bool(specific(c.name_b)) or any(has(keys, b) for keys in a):
        return None
    return Finding(0.3, f"{listed(keys_of(a))} against {listed(keys_of(b))}")


def activity_on_one_side(c: Comparison) -> Finding | None:
    """Only one of the names states a business; this tells more where the proper name is common.

    A name with further words that could not be read may state one too.
    """
    a, b = specific(c.name_a), specific(c.name_b)
    if bool(a) == bool(b) or c.proper.kind == "initials" or c.name_a.is_alias or c.name_b.is_alias:
        return None
    bare, full = (c.name_b, c.name_a) if a else (c.name_a, c.name_b)
    if bare.is_described or len(bare.proper) > len(full.proper):
        return None
    return Finding(max(0.4, 1.8 - 0.45 * c.information), f"Only one name says {listed(keys_of(a or b))}")


def general_activity_differs(c: Comparison) -> Finding | None:
    """General words (trading, technology, investment) stand in one name only."""
    if c.name_a.is_alias or c.name_b.is_alias:
        return None
    a, b = general(c.name_a), general(c.name_b)
    alone = [keys for keys in a if not has(keys, b)] + [keys for keys in b if not has(keys, a)]
    if not alone:
        return None
    return Finding(min(1.5, 0.5 * len(alone)), f"Only one name says {listed(keys_of(alone))}")


def other_business_of_a_place(c: Comparison) -> Finding | None:
    """Names of nothing but place or number and business differ in the business: there the business is the name."""
    if not (c.name_a.borrowed and c.name_b.borrowed) or c.proper.kind != "same":
        return None
    a, b = specific(c.name_a), specific(c.name_b)
    if not (a or b):
        a, b = general(c.name_a), general(c.name_b)
    if covered(a, b) and covered(b, a):
        return None
    worth = 0.4 if (a and covered(a, b)) or (b and covered(b, a)) else 1.0
    return Finding(
        worth, f"{listed(keys_of(a)) or 'nothing'} and {listed(keys_of(b)) or 'nothing'} of one place or number"
    )


NAME_EVIDENCE: Sequence[Evidence] = (
    same_name,
    same_name_turned,
    name_with_slip,
    near_name,
    reordered_name,
    longer_name,
    partly_other_name,
    other_name,
    unclear_name,
    initials,
    translated_name,
    name_by_sound,
    rare_name,
    whole_name,
    legal_form_agrees,
    legal_form_differs,
    same_activity,
    narrower_activity,
    related_activity,
    other_activity,
    activity_on_one_side,
    general_activity_differs,
    other_business_of_a_place,
)


def _when(c: Comparison, kind: str, value: float, detail: str) -> Finding | None:
    if c.proper.kind != kind:
        return None
    return Finding(value, detail.format(a=_proper(c.name_a), b=_proper(c.name_b)))


def _proper(name: Name) -> str:
    return f"‘{' '.join(word.low.upper() if word.upper else word.low.capitalize() for word in name.proper)}’"
