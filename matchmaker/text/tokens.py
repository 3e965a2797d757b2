"""Words of any of the six languages with their places in the text.

Letters and digits part ways (`SUS304` and `SUS 304` are both `sus 304`), so hyphens and spaces in designations do not
matter. Chinese, Japanese and Korean are cut into single signs: they are written without spaces, or with spaces that
vary; phrases of signs do the work of words there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from matchmaker.text.folding import fold

_SIGN = "\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_SIGN}]|[^\W\d_{_SIGN}]+|\d+(?:[.,]\d+)*")
_BREAK = re.compile(r"[,;:.!?()\[\]\n\r|•、，；：。（）！？]")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SPELLINGS = {
    "mold": "mould",
    "molds": "mould",
    "molding": "moulding",
    "molded": "moulded",
    "aluminum": "aluminium",
    "aluminiums": "aluminium",
    "fiber": "fibre",
    "center": "centre",
    "centerless": "centreless",
    "color": "colour",
    "gray": "grey",
    "plow": "plough",
    "sulfur": "sulphur",
    "vulcanization": "vulcanisation",
    "tire": "tyre",
}


@dataclass(frozen=True, slots=True)
class Token:
    """`folded` is for comparison, `marked` tells words apart that fold alike, `start:end` is the place in the text.

    `has_marks` says whether the writer put marks: `han` may stand for `hàn`, `hạn` stands for itself.
    `after_break` says that a comma or the like parts it from the word before: no phrase reaches across.
    """

    folded: str
    marked: str
    has_marks: bool
    after_break: bool
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text` (which should be NFC) in order."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    end = 0
    for found in _TOKEN.finditer(text):
        folded, marked = _forms(found.group())
        after_break = bool(_BREAK.search(text, end, found.start()))
        end = found.end()
        spelled = folded if _is_acronym(found.group()) else same_spelling(folded)
        yield Token(spelled, marked, folded != marked, after_break, found.start(), end)


def _is_acronym(word: str) -> bool:
    """Whether a word is short and in capitals: GOTS is no plural."""
    return len(word) <= 4 and word.isupper()


@lru_cache(maxsize=200_000)
def _forms(word: str) -> tuple[str, str]:
    return fold(word), mark_key(word)


@lru_cache(maxsize=200_000)
def same_spelling(folded: str) -> str:
    """`folded` with British spelling and without a simple plural -s, so that variants of one English word meet."""
    word = _SPELLINGS.get(folded, folded)
    if len(word) > 3 and word.isascii() and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") else word[:-1]
        word = _SPELLINGS.get(word, word)
    return re.sub(r"iz(e[dr]?|ing|ation)$", r"is\1", word) if len(word) > 6 else word


def mark_key(word: str) -> str:
    """`word` with the tone moved to its end, so that `hoá` and `hóa` are one word while `hoà` is another."""
    tone = ""
    letters = []
    for char in unicodedata.normalize("NFKD", word.casefold()):
        if char in _TONES:
            tone = char
        else:
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)) + tone


def is_sign(token: Token) -> bool:
    """Whether the token is a single Chinese, Japanese or Korean sign."""
    return len(token.folded) == 1 and bool(re.match(f"[{_SIGN}]", token.folded))
