"""The role that a text gives to what it names: done in house, bought in, sold, denied, planned."""

from __future__ import annotations

from functools import lru_cache

from matchmaker.vocabulary.concepts import LABEL_LANGUAGES, cell, rows_of
from matchmaker.vocabulary.recognition import Mention, Recogniser, eaten

CLAUSE_ENDS = ".;\n。；"
BEFORE_ONLY = frozenset({"negated", "sells-machines", "trades"})
"""Roles whose words stand before what they speak of, within `NEAR` signs and the same item of a list."""
NEAR = 25
USED = ("outsourced", "negated", "planned", "in-progress", "trades", "sells-machines", "by-buyer")


def role_at(text: str, mention: Mention) -> str:
    """The role of a mention by the words of its clause, or "" where it is simply stated."""
    start = max(text.rfind(end, 0, mention.start) for end in CLAUSE_ENDS) + 1
    ends = [place for end in CLAUSE_ENDS if (place := text.find(end, mention.end)) >= 0]
    clause = text[start : min(ends, default=len(text))]
    place = mention.start - start
    for cue in _cues().mentions(clause):
        if cue.start <= place < cue.end:
            continue
        if cue.key not in BEFORE_ONLY or (cue.end <= place <= cue.end + NEAR and "," not in clause[cue.end : place]):
            return cue.key
    return ""


@lru_cache(maxsize=1)
def _cues() -> Recogniser:
    cues = (
        (row["role"], label)
        for row in rows_of("roles.tsv")
        if row["role"] in USED
        for language in LABEL_LANGUAGES
        for label in cell(row, language)
    )
    return Recogniser([*cues, *eaten()])
