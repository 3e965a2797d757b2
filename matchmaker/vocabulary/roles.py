"""The role that a text gives to what it names: done in house, bought in, sold, denied, planned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from matchmaker.vocabulary.concepts import LABEL_LANGUAGES, cell, rows_of, vocabulary
from matchmaker.vocabulary.mentions import Mention
from matchmaker.vocabulary.recognition import Recogniser, eaten

CLAUSE_ENDS = ".;\n。；"
LEADING = frozenset({"makes", "trades", "sells-machines", "provides-service", "supplies"})
"""Roles that a sentence opens with, and in Japanese and Korean ends with: what the firm does with the things named."""
ANYWHERE = frozenset({"planned", "in-progress"})
"""Roles whose words may stand on either side, for the whole sentence."""
OF_AN_ITEM = frozenset({"outsourced", "by-buyer"})
"""Roles of one item of a list (`dập, hàn, mạ kẽm thuê ngoài`), or of all that follow where their words come first."""
NOT_MAKING = frozenset({"trades", "sells-machines", "provides-service"})
NEAR = 25
"""How many signs a denial reaches; it ends with the item of a list."""

_BETWEEN_VERBS = re.compile(r"[\s,/&、・+-]*(?:\b(?:và|va|and|or|hoặc)\b|及び|및|和)?[\s,/&、・+-]*")
_VERB_LAST = re.compile("[\u3041-\u30fa\uac00-\ud7af]")
_ITEM_ENDS = re.compile(r"[,，()（）]")
_JAPANESE_ITEM_ENDS = re.compile(r"[,，、()（）]")
_AND = re.compile(r"\b(?:và|va|and)\b|及び|및|和", re.I)
_MACHINE_BEHIND = re.compile(
    r"\s*(?:machine(?:s|ry)?|equipment|lines?|booths?|systems?|presses)\b"
    r"|\s?(?:マシン|機|装置|設備|기계|머신|설비|장비|기(?=[,\s·/]|$)|机床|设备|机(?!加|械加))",
    re.I,
)
_MACHINE_BEFORE = re.compile(r"\b(?:m[aá]y|d[aâ]y chuy[eề]n|h[eệ] th[oố]ng)\s*$", re.I)
_MACHINE_NAMED = re.compile(r"^m[aá]y\b|machines?$|機$|机$", re.I)


def role_at(text: str, mention: Mention) -> str:
    """The role of a mention by the words of its sentence, or "" where it is simply stated or made."""
    start = max(text.rfind(end, 0, mention.start) for end in CLAUSE_ENDS) + 1
    ends = [place for end in CLAUSE_ENDS if (place := text.find(end, mention.end)) >= 0]
    clause = text[start : min(ends, default=len(text))]
    place, last = mention.start - start, mention.end - start
    cues = [
        cue for cue in _cues().mentions(clause) if cue.key in OF_AN_ITEM or not cue.start <= place < last <= cue.end
    ]
    for cue in cues:
        if cue.key in ANYWHERE or (cue.key in OF_AN_ITEM and _is_of_item(clause, cue, place)):
            return cue.key
        if cue.key == "negated" and _reaches(clause, cue.end, place):
            return cue.key
    leading = _leading(clause, [cue for cue in cues if cue.key in LEADING], place, last)
    return _sold(text, mention) if leading == "supplies" else _traded(text, mention, leading)


def _reaches(clause: str, end: int, place: int) -> bool:
    return end <= place <= end + NEAR and "," not in clause[end:place]


def _is_of_item(clause: str, cue: Mention, place: int) -> bool:
    """Whether a cue speaks of what stands at `place`: of its own item, of the item before its brackets, or, coming
    first, of all that follow."""
    ends = _JAPANESE_ITEM_ENDS if _VERB_LAST.search(clause) else _ITEM_ENDS
    items = [0, *(end.end() for end in ends.finditer(clause)), len(clause) + 1]
    number = max(index for index, first in enumerate(items) if first <= cue.start)
    first, after = items[number], items[number + 1]
    in_brackets = clause[first - 1 : first] in ("(", "（")
    if place >= cue.end:
        return place < after or not (in_brackets or clause[first : cue.start].strip(" :-•"))
    if in_brackets or (cue.key == "outsourced" and not clause[first : cue.start].strip()):
        first = items[max(number - 1, 0)]
    elif _AND.search(clause, first, cue.start):
        first = 0
    return first <= place


def _leading(clause: str, cues: Sequence[Mention], place: int, last: int) -> str:
    """What the nearest verb does with the thing at `place`; of verbs in a row one that makes it is enough."""
    if _VERB_LAST.search(clause):
        behind = [cue for cue in cues if cue.start >= last]
        return _strongest(clause, behind) if behind else ""
    before = [cue for cue in cues if cue.end <= place or cue.start <= place < cue.end]
    return _strongest(clause, before[::-1]) if before else ""


def _strongest(clause: str, cues: Sequence[Mention]) -> str:
    row = [cues[0]]
    for cue in cues[1:]:
        first, second = sorted((row[-1], cue), key=lambda one: one.start)
        if not _BETWEEN_VERBS.fullmatch(clause[first.end : second.start]):
            break
        row.append(cue)
    return "makes" if any(cue.key == "makes" for cue in row) else row[0].key


def _sold(text: str, mention: Mention) -> str:
    """What "supplies" says of a thing: machines are sold, a process is offered, and goods are traded where the text
    nowhere says that the firm makes anything."""
    if _is_machine(text, mention):
        return "sells-machines"
    makes = mention.kind == "process" or any(cue.key == "makes" for cue in _cues().mentions(text))
    return "" if makes or _WORKS.search(text) else "trades"


_WORKS = re.compile(
    r"gia c[oô]ng|theo b[aả]n v[eẽ]|c[oó] (?:x[uư][oở]ng|nh[aà] m[aá]y)|\bmachin(?:ing|ed)\b"
    r"|own (?:factory|plant|workshop)|to (?:your )?drawings?|加工|自社工場|図面|가공|자체 공장|도면|自有工厂|来图",
    re.I,
)
"""Words of a firm that works on things."""


def _traded(text: str, mention: Mention, leading: str) -> str:
    if leading == "trades" and _is_machine(text, mention):
        return "sells-machines"
    return leading if leading in NOT_MAKING else ""


def _is_machine(text: str, mention: Mention) -> bool:
    """Whether the words name a machine for the process and not the process: `máy phay`, `moulding machines`."""
    if mention.kind == "part":
        return "part:machinery" in vocabulary().families(mention.key)
    named = _MACHINE_BEHIND.match(text, mention.end) or _MACHINE_BEFORE.search(text, 0, mention.start)
    return mention.kind == "process" and bool(named or _MACHINE_NAMED.search(mention.words))


@lru_cache(maxsize=1)
def _cues() -> Recogniser:
    cues = (
        (row["role"], label)
        for row in rows_of("roles.tsv")
        if row["role"] in LEADING | ANYWHERE | OF_AN_ITEM | {"negated"}
        for language in LABEL_LANGUAGES
        for label in cell(row, language)
    )
    return Recogniser([*cues, *eaten()])
