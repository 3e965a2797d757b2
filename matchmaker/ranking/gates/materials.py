"""What the part is made of."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz
from rapidfuzz import process as fuzzy

from matchmaker.ranking.documents import Document, Evidence
from matchmaker.ranking.gates.results import FAIL, PASS, UNKNOWN, GateResult, first
from matchmaker.ranking.queries import Query
from matchmaker.ranking.sayings import Named, say
from matchmaker.vocabulary import vocabulary

SAME_WORDS = 90
"""From this token-set likeness (0..100) two material names are one with a typing difference."""


STATED_IN = ("materials", "capabilities", "processes")
"""Where a material is the firm's own; elsewhere it may be that of a product or of a customer."""

FAMILY_DEPTH = 2
"""Materials that part above this depth (metal and plastic, steel and aluminium) are other materials; below it they
are grades of one family."""


def material(query: Query, document: Document) -> Iterable[GateResult]:
    """The firm works the material, or an accepted substitute."""
    if not query.materials and not query.other_materials:
        return
    words = vocabulary()
    label = Named(query.materials[0].key) if query.materials else query.other_materials[0]
    ask = say("material.ask", need=label)
    has = [item for item in document.of_kind("material:") if not item.role]
    if item := first(has, lambda item: any(words.covers(n.key, item.key) for n in query.materials)):
        yield GateResult("material", PASS, say("material.pass", words=item.words))
    elif word := _same_words(query, document):
        yield GateResult("material", PASS, say("material.pass", words=word))
    elif (
        item := first(has, lambda item: _is_near(item, query))
    ) and query.requirement.equivalent_material_ok is not False:
        yield GateResult("material", PASS, say("material.near", words=item.words, need=label))
    elif item := first(has, lambda item: any(words.covers(item.key, n.key) for n in query.materials)):
        yield GateResult("material", UNKNOWN, say("material.broader", words=item.words, need=label), ask)
    elif item := first(has, lambda item: any(same_family(item.key, n.key) for n in query.materials)):
        yield GateResult("material", UNKNOWN, say("material.family", words=item.words, need=label), ask)
    elif query.materials and (listed := [item for item in has if item.field in STATED_IN]):
        yield GateResult("material", FAIL, say("material.other", words=_words(listed), need=label))
    else:
        code = "material.unlisted" if document.material_words else "material.none"
        yield GateResult("material", UNKNOWN, say(code, need=label), ask)


def same_family(a: str, b: str) -> bool:
    """Whether two materials meet at `FAMILY_DEPTH` or below."""
    words = vocabulary()
    common = ({a} | words.ancestors(a)) & ({b} | words.ancestors(b))
    return any(words.depths[key] >= FAMILY_DEPTH for key in common)


def _same_words(query: Query, document: Document) -> str:
    """A material that the vocabulary does not know, in the words of both sides; "" where there is none."""
    for wanted in query.other_materials:
        found = fuzzy.extractOne(wanted, document.material_words, scorer=fuzz.token_set_ratio, score_cutoff=SAME_WORDS)
        if found:
            return str(found[0])
    return ""


def _is_near(item: Evidence, query: Query) -> bool:
    near = vocabulary()[item.key].extra.get("near", ())
    return any(need.key.partition(":")[2] in near for need in query.materials)


def _words(items: Iterable[Evidence]) -> list[str]:
    return list(dict.fromkeys(item.words for item in items))[:4]
