"""The role that a text gives to what it names: done in house, bought in, sold, denied, planned."""

from __future__ import annotations

from functools import lru_cache

from matchmaker.vocabulary.concepts import LABEL_LANGUAGES, cell, rows_of
from matchmaker.vocabulary.mentions import Mention
from matchmaker.vocabulary.recognition import Recogniser, eaten

CLAUSE_ENDS = ".;\n。；"
LEADING = frozenset({"makes", "trades", "sells-machines", "provides-service"})
"""Roles that a sentence opens with: the last of these words before a mention says what the firm does with the thing."""
ANYWHERE = frozenset({"outsourced", "planned", "in-progress", "by-buyer"})
"""Roles whose words may stand on either side."""
NOT_MAKING = LEADING - {"makes"}
NEAR = 25
"""How many signs a denial reaches; it ends with the item of a list."""


def role_at(text: str, mention: Mention) -> str:
    """The role of a mention by the words of its sentence, or "" where it is simply stated or made."""
    start = max(text.rfind(end, 0, mention.start) for end in CLAUSE_ENDS) + 1
    ends = [place for end in CLAUSE_ENDS if (place := text.find(end, mention.end)) >= 0]
    clause = text[start : min(ends, default=len(text))]
    place = mention.start - start
    leading = ""
    for cue in _cues().mentions(clause):
        if cue.start <= place < cue.end or (cue.key not in ANYWHERE and cue.end > place):
            continue
        if cue.key in ANYWHERE or (cue.key == "negated" and _reaches(clause, cue.end, place)):
            return cue.key
        if cue.key in LEADING:
            leading = cue.key
    return leading if leading in NOT_MAKING else ""


def _reaches(clause: str, end: int, place: int) -> bool:
    return place <= end + NEAR and "," not in clause[end:place]


@lru_cache(maxsize=1)
def _cues() -> Recogniser:
    cues = (
        (row["role"], label)
        for row in rows_of("roles.tsv")
        if row["role"] in LEADING | ANYWHERE | {"negated"}
        for language in LABEL_LANGUAGES
        for label in cell(row, language)
    )
    return Recogniser([*cues, *eaten()])
