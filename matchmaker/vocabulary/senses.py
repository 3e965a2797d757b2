"""What a bare word means beside a material: `extrusion` with 6063 is of aluminium, a `housing` of PC is of plastic."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from functools import lru_cache

from matchmaker.vocabulary.concepts import rows_of, vocabulary
from matchmaker.vocabulary.mentions import Mention

_SENTENCE_ENDS = re.compile(r"[.;\n。；](?!\d)")


def in_context(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions`, each bare word by what it means beside the nearest material of its sentence."""
    materials = [mention for mention in mentions if mention.kind == "material"]
    return [
        dataclasses.replace(mention, key=_meant(text, mention, materials)) if mention.key in _senses() else mention
        for mention in mentions
    ]


def _meant(text: str, mention: Mention, materials: Sequence[Mention]) -> str:
    near = [(gap, one.key) for one in materials if (gap := _gap(text, mention, one)) is not None]
    if not near:
        return mention.key
    gap, material = min(near)
    if gap < 0:
        return mention.key
    return next((key for beside, key in _senses()[mention.key] if vocabulary().covers(beside, material)), mention.key)


def _gap(text: str, mention: Mention, material: Mention) -> int | None:
    """How many signs lie between; negative where the word names the material itself, None in another sentence."""
    if mention.start <= material.start and material.end <= mention.end:
        return -1
    between = text[mention.end : material.start] or text[material.end : mention.start]
    return None if _SENTENCE_ENDS.search(between) else len(between)


@lru_cache(maxsize=1)
def _senses() -> dict[str, tuple[tuple[str, str], ...]]:
    """The bare word's concept → the pairs of material and what is meant beside it, all by their keys."""
    senses: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rows_of("senses.tsv"):
        senses[row["word"]] = (*senses.get(row["word"], ()), (row["beside"], row["meant"]))
    return senses
