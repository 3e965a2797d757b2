"""What the firm is, where it is, and whether the buyer wants it."""

from __future__ import annotations

from collections.abc import Iterable

from matchmaker.ranking.documents import MADE_BY, Document
from matchmaker.ranking.gates.results import FAIL, PASS, UNKNOWN, GateResult
from matchmaker.ranking.queries import Query
from matchmaker.ranking.sayings import say
from matchmaker.vocabulary.roles import NOT_MAKING


def maker(query: Query, document: Document) -> Iterable[GateResult]:
    """The firm makes things itself; it does not only trade, serve or sell machines."""
    if not query.of_the_field:
        return
    if document.kind in ("trader", "service", "machine_seller"):
        yield GateResult("maker", FAIL, say("maker.fail", kind=document.kind.replace("_", " ")))
    elif document.kind != "manufacturer" and (words := _only_sells(document)):
        yield GateResult("maker", FAIL, say("maker.sells", words=words))
    elif document.kind == "manufacturer" or says_what_it_makes(document):
        yield GateResult("maker", PASS, say("maker.pass"))
    else:
        yield GateResult("maker", UNKNOWN, say("maker.none"), say("maker.ask"))


def exclusion(query: Query, document: Document) -> Iterable[GateResult]:
    """The buyer has not excluded the firm."""
    if query.requirement.exclude_suppliers:
        excluded = document.id in query.requirement.exclude_suppliers
        yield GateResult(
            "exclusion", FAIL if excluded else PASS, say("exclusion.fail" if excluded else "exclusion.pass")
        )


def place(query: Query, document: Document) -> Iterable[GateResult]:
    """The firm is in a province the buyer asks for, by its name before or after 2025."""
    if not query.province_codes:
        return
    need = list(query.requirement.provinces)
    if not document.province_codes:
        yield GateResult("place", UNKNOWN, say("place.none", need=need), say("place.ask"))
    elif set(document.province_codes) & set(query.province_codes):
        yield GateResult("place", PASS, say("place.pass", has=document.province))
    else:
        yield GateResult("place", FAIL, say("place.fail", has=document.province, need=need))


def _only_sells(document: Document) -> str:
    """What a profile says it sells or serves, where nothing but its name says that it makes anything; else ""."""
    stated = [item for item in document.evidence if item.field not in ("name", "name_en", MADE_BY)]
    if not stated or any(item.role not in NOT_MAKING for item in stated):
        return ""
    return stated[0].words


def says_what_it_makes(document: Document) -> bool:
    """Whether a profile names any process or product as the firm's own."""
    return any(not item.role for item in document.of_kind("process:")) or any(
        not item.role for item in document.of_kind("part:")
    )
