"""Processes, materials, parts and certificates that a text asks for, with the words that say how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from matchmaker.ranking.reading.facts import Fact, sentence
from matchmaker.records import CertificateNeeds
from matchmaker.text.folding import fold
from matchmaker.vocabulary import Mention, vocabulary
from matchmaker.vocabulary.concepts import LABEL_LANGUAGES, cell, rows_of
from matchmaker.vocabulary.recognition import Recogniser, eaten
from matchmaker.vocabulary.roles import NEAR

FIELDS = {"process": "processes", "material": "materials", "part": "part"}
_ROLES = ("required", "preferred", "in-force", "by-buyer", "negated")
_NOT_NEEDED = re.compile(
    "not (?:required|needed|necessary)|khong (?:bat buoc|can|yeu cau)|不要|不需要|불필요|필요 ?없음"
)
_ITEM_ENDS = re.compile(r"[,、，;；。\n]|\.(?=\s|$)")
_DESCRIBES = re.compile(
    r"\s?(?:(?!for|of|with|and|or|in|on|to|per|from|v[aà]|cho)[a-z]{3,12}\s)?|\s?用の?|の|용\s?|의\s|的", re.I
)
"""What stands between a noun and the noun that it describes."""
_SHEETS = tuple(
    f"material:{name}"
    for name in "steel-sheet low-carbon-steel steel-plate auto-high-strength-sheet coated-sheet stainless-steel "
    "wrought-aluminium aluminium-sheet copper c1100 copper-sheet brass-sheet pet ps".split()
)
_PAPERS = frozenset({"declaration", "person"})
"""Levels that are no certificate of a firm: papers with a delivery (PPAP, test report), qualifications of a person."""


@lru_cache(maxsize=1)
def _cues() -> Recogniser:
    words = (
        (row["role"], label)
        for row in rows_of("roles.tsv")
        if row["role"] in _ROLES
        for language in LABEL_LANGUAGES
        for label in cell(row, language)
    )
    return Recogniser([*words, ("by-buyer", "by us"), ("by-buyer", "by ourselves"), *eaten()])


def cues_in(text: str) -> list[Mention]:
    """The words in `text` that say required, preferred, not wanted or done by the buyer; `key` is the role."""
    return _cues().mentions(text)


def asked(text: str, mentions: Sequence[Mention], cues: Sequence[Mention]) -> list[Mention]:
    """The mentions that are asked of the supplier: not denied, and not done by the buyer."""
    turning = [cue for cue in cues if cue.key in ("by-buyer", "negated")]
    return [mention for mention in mentions if not any(_turns(text, cue, mention) for cue in turning)]


def _turns(text: str, cue: Mention, mention: Mention) -> bool:
    first, last = sentence(text, mention.start, mention.end)
    if not first <= cue.start < last or cue.start <= mention.start < cue.end:
        return False
    if cue.start >= mention.end and not (cue.key == "by-buyer" or _NOT_NEEDED.fullmatch(fold(cue.words))):
        return False
    if cue.key == "by-buyer" or cue.start >= mention.end:
        item_first, item_last = _item(text, mention, first, last)
        return item_first <= cue.start < item_last
    between = text[cue.end : mention.start]
    return cue.end <= mention.start <= cue.end + NEAR and not _ITEM_ENDS.search(between)


def of_kind(mentions: Iterable[Mention], kind: str) -> list[Mention]:
    """The first mention of each concept of a kind, in order."""
    return list({mention.key: mention for mention in reversed([m for m in mentions if m.kind == kind])}.values())[::-1]


def main_part(text: str, parts: Sequence[Mention], language: str) -> str:
    """The words of the part that is asked for: the first, or the one that it only describes.

    In English, Japanese, Korean and Chinese the last of several nouns is the thing (`motor mounting bracket`,
    `モーター用ブラケット`); in Vietnamese the first is.
    """
    if not parts:
        return ""
    head = parts[0]
    for part in parts[1:]:
        between = text[head.end : part.start]
        if language == "vi" or part.start < head.end or not _DESCRIBES.fullmatch(between):
            break
        head = part
    return head.words


def sheet_ends(mentions: Iterable[Mention]) -> list[int]:
    """Where the names of sheet metals end."""
    words = vocabulary()
    return [
        mention.end
        for mention in mentions
        if mention.kind == "material" and any(words.covers(sheet, mention.key) for sheet in _SHEETS)
    ]


def certificates(
    text: str, mentions: Sequence[Mention], cues: Sequence[Mention]
) -> tuple[CertificateNeeds, list[Fact]]:
    """The standards that are asked for, by their usual names. One that is merely named is required.

    A word of preference counts for the items that it stands with, or, standing first (`ưu tiên ISO 9001, ISO 14001`),
    for all that follow in the sentence. Papers such as PPAP or a test report are facts of their own.
    """
    telling = [cue for cue in cues if cue.key in ("required", "preferred") or _NOT_NEEDED.search(fold(cue.words))]
    levels: dict[str, list[str]] = {"required": [], "preferred": []}
    facts = []
    for mention in of_kind(mentions, "certificate"):
        concept = vocabulary()[mention.key]
        if _PAPERS & set(concept.extra.get("level", ())):
            facts.append(Fact("documents", mention.words, mention.start, mention.end))
            continue
        level = _level(text, mention, telling)
        if level in levels:
            levels[level].append(concept.label())
            facts.append(Fact("certificates", mention.words, mention.start, mention.end))
    return CertificateNeeds(tuple(levels["required"]), tuple(levels["preferred"])), facts


def _level(text: str, mention: Mention, cues: Sequence[Mention]) -> str:
    first, last = sentence(text, mention.start, mention.end)
    item_first, item_last = _item(text, mention, first, last)
    own = [cue for cue in cues if item_first <= cue.start < item_last]
    if own:
        return min(own, key=lambda cue: max(cue.start - mention.end, mention.start - cue.end)).key
    leading = [cue for cue in cues if first <= cue.start < mention.start and _leads(text, cue, first)]
    return leading[-1].key if leading else "required"


def _item(text: str, mention: Mention, first: int, last: int) -> tuple[int, int]:
    start = max((end.end() for end in _ITEM_ENDS.finditer(text, first, mention.start)), default=first)
    end = _ITEM_ENDS.search(text, mention.end, last)
    return start, end.start() if end else last


def _leads(text: str, cue: Mention, first: int) -> bool:
    """Whether a word opens its item of the list, and so speaks of what follows."""
    item_first, _ = _item(text, cue, first, cue.end)
    return not text[item_first : cue.start].strip(" :-•")
