"""Evidence from everything but the names: tax code, telephone, mail and web, address, year, goods."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from matchmaker.duplicates.addresses import same_province
from matchmaker.duplicates.evidence import Comparison, Evidence, Finding
from matchmaker.duplicates.group_evidence import number_differs, place_differs
from matchmaker.duplicates.lines import broader_activities, specific_activities
from matchmaker.duplicates.name_evidence import other_activity


def same_tax_code(c: Comparison) -> Finding | None:
    """The tax codes are the same and the names do not contradict it."""
    a, b = c.a.tax_code, c.b.tax_code
    if a is None or a != b or c.names_clash:
        return None
    return Finding(1.0, f"Both have tax code {a}")


def one_tax_code_on_two_names(c: Comparison) -> Finding | None:
    """One tax code on two different names: one of them is mistyped."""
    a, b = c.a.tax_code, c.b.tax_code
    if a is None or a != b or not c.names_clash:
        return None
    return Finding(1.0, f"One tax code on two different names: one of them is mistyped ({a})")


def other_tax_code(c: Comparison) -> Finding | None:
    """Two valid tax codes that differ are two legal entities, however alike the names."""
    a, b = c.a.tax_code, c.b.tax_code
    if a is None or b is None or a.parent == b.parent:
        return None
    return Finding(1.0, f"{a} and {b} are two legal entities")


def parent_and_branch(c: Comparison) -> Finding | None:
    """One tax code is the branch code of the other: related, not the same record, unless the rest agrees."""
    a, b = c.a.tax_code, c.b.tax_code
    if a is None or b is None or a == b or a.parent != b.parent:
        return None
    if a.kind == b.kind:
        return Finding(2.0, f"{a} and {b} are two branches of {a.parent}")
    return Finding(1.0, f"{a} and {b} are a company and its branch: related, not the same")


def branch_code_of_the_firm_itself(c: Comparison) -> Finding | None:
    """A branch code stands on a record that is otherwise the parent's: same name, no other place."""
    if parent_and_branch(c) is None or c.proper.kind not in ("same", "slip", "order", "initials", "translated"):
        return None
    if c.name_a.standings | c.name_b.standings or province_differs(c) is not None or other_zone(c) is not None:
        return None
    return Finding(
        1.0 if province_agrees(c) else 0.8,
        "Name and place are the parent's own: the branch code may only be a way of writing",
    )


def tax_code_with_slip(c: Comparison) -> Finding | None:
    """The tax codes differ by one digit, and one of them cannot be right."""
    a, b = c.a.tax_digits, c.b.tax_digits
    both_valid = c.a.tax_code is not None and c.b.tax_code is not None
    if both_valid or not a or not b or OSA.distance(a.lstrip("0"), b.lstrip("0"), score_cutoff=1) > 1:
        return None
    return Finding(1.0, f"{a} and {b} differ by one digit at most, and the check digit of one fails")


def same_phone(c: Comparison) -> Finding | None:
    """A telephone number is the same; parks and sister companies share theirs."""
    numbers = c.a.phones & c.b.phones
    if not numbers:
        return None
    detail = f"Both have the number +84 {min(numbers)}"
    if numbers <= c.shared:
        return Finding(0.3, f"{detail}, as several firms have")
    return Finding(_beside_other_name(c), detail)


def same_mail(c: Comparison) -> Finding | None:
    """An e-mail address is the same."""
    mails = c.a.mails & c.b.mails
    return Finding(0.3 if mails <= c.shared else _beside_other_name(c), f"Both have {min(mails)}") if mails else None


def same_domain(c: Comparison) -> Finding | None:
    """Website or e-mail are under the same domain of their own, which says little beside the same address."""
    domains = c.a.domains & c.b.domains
    if not domains:
        return None
    shared = domains <= c.shared or bool(c.a.mails & c.b.mails)
    worth = 0.3 if shared else 0.4 if _look_like_sisters(c) else _beside_other_name(c)
    return Finding(worth, f"Both are at {min(domains)}")


def other_domain(c: Comparison) -> Finding | None:
    """Website and e-mail are under different domains of their own."""
    if not c.a.domains or not c.b.domains or c.a.domains & c.b.domains:
        return None
    return Finding(1.0, f"{min(c.a.domains)} against {min(c.b.domains)}")


def same_lot(c: Comparison) -> Finding | None:
    """The addresses name the same lot or house number in the same place."""
    a, b = c.a.address, c.b.address
    lots = a.lots & b.lots
    if not lots or len(a.words & b.words - lots) < 2:
        return None
    return Finding(1.0, f"Both are at lot or number {min(lots)}")


def same_zone(c: Comparison) -> Finding | None:
    """The addresses name the same industrial zone, or the same road and district."""
    a, b = c.a.address, c.b.address
    if _same_zone(c):
        return Finding(1.0, f"Both are in the zone {' '.join(a.zone).title()}")
    known = min(len(a.words), len(b.words))
    if known < 2 or _other_zone(c) or len(a.words & b.words) < 0.7 * known:
        return None
    return Finding(0.8, "The addresses agree")


def other_zone(c: Comparison) -> Finding | None:
    """The addresses name different zones or lots."""
    a, b = c.a.address, c.b.address
    if _other_zone(c):
        return Finding(1.0, "The addresses are in two zones")
    if _same_zone(c) and a.lots and b.lots and not a.lots & b.lots:
        return Finding(1.0, "Two lots of one zone")
    return None


def province_agrees(c: Comparison) -> Finding | None:
    """The provinces agree, by the names before or after July 2025."""
    a, b = c.a.address.province, c.b.address.province
    if a is None or b is None or not same_province(a, b):
        return None
    return Finding(1.0, f"Both are in {a.name}" if a == b else f"{a.name} and {b.name} are one province now")


def province_differs(c: Comparison) -> Finding | None:
    """The provinces differ; this tells more where the name is common, for firms move."""
    a, b = c.a.address.province, c.b.address.province
    if a is None or b is None or same_province(a, b):
        return None
    return Finding(max(0.4, 1.5 - 0.35 * c.information), f"{a.name} against {b.name}")


def same_year(c: Comparison) -> Finding | None:
    """The founding year is the same."""
    year = c.a.supplier.founded_year
    return Finding(1.0, f"Both were founded in {year}") if year and year == c.b.supplier.founded_year else None


def other_year(c: Comparison) -> Finding | None:
    """The founding years lie more than two years apart."""
    a, b = c.a.supplier.founded_year, c.b.supplier.founded_year
    return Finding(1.0, f"Founded in {a} and in {b}") if a and b and abs(a - b) > 2 else None


def same_goods(c: Comparison) -> Finding | None:
    """Products or processes overlap."""
    words = c.a.goods & c.b.goods
    lines = c.a.goods_activities & c.b.goods_activities & specific_activities()
    share = len(words) / max(1, min(len(c.a.goods), len(c.b.goods)))
    if share < 0.4 and not lines:
        return None
    return Finding(max(share, 0.6), f"Both make {', '.join(sorted(lines) or sorted(words)[:4])}")


def other_goods(c: Comparison) -> Finding | None:
    """Products and processes have nothing in common."""
    a, b = c.a.goods_activities & specific_activities(), c.b.goods_activities & specific_activities()
    if c.a.goods & c.b.goods:
        return None
    if not a or not b:
        return Finding(0.3, "The products have no word in common") if c.a.goods and c.b.goods else None
    wider = {above for key in a | b for above in broader_activities()[key]}
    if a & b or wider & (a | b):
        return None
    return Finding(1.0, f"{', '.join(sorted(a))} against {', '.join(sorted(b))}")


FACT_EVIDENCE: Sequence[Evidence] = (
    same_tax_code,
    one_tax_code_on_two_names,
    other_tax_code,
    parent_and_branch,
    branch_code_of_the_firm_itself,
    tax_code_with_slip,
    same_phone,
    same_mail,
    same_domain,
    other_domain,
    same_lot,
    same_zone,
    other_zone,
    province_agrees,
    province_differs,
    same_year,
    other_year,
    same_goods,
    other_goods,
)


def _beside_other_name(c: Comparison) -> float:
    """The worth of a shared way to reach two firms of different names: tenants of one park have it."""
    return 0.4 if c.names_clash else 1.0


def _look_like_sisters(c: Comparison) -> bool:
    """Whether the names are those of members of a group, which share the group's site."""
    return any(feature(c) is not None for feature in (other_activity, number_differs, place_differs))


def _same_zone(c: Comparison) -> bool:
    a, b = c.a.address, c.b.address
    named_a, named_b = frozenset(a.zone), frozenset(b.zone)
    return bool(a.zone and b.zone) and (named_a <= named_b | b.words or named_b <= named_a | a.words)


def _other_zone(c: Comparison) -> bool:
    a, b = c.a.address, c.b.address
    return bool(a.zone and b.zone) and not _same_zone(c)
