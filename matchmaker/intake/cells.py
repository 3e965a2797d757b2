"""Cells and rows as text, the same for every kind of file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from matchmaker.text.folding import fold, nfc

NOTHING = frozenset(
    "khong|khong co|chua co|chua|dang cap nhat|chua cap nhat|cap nhat sau|chua ro|khong ro|none|no|nil|n/a|na|null|tbd"
    "|tba|to be updated|updating|not available|unknown".split("|")
)
"""Words for an empty cell, folded."""
LONGEST_NOTHING = 30

_INVISIBLE = {char: None for char in range(0x20) if chr(char) not in "\t\n"} | {
    ord(char): None for char in "\x7f\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"
}
_SPACES = re.compile(r"[^\S\n]+")
_TEXT_MARK = re.compile(r"'(?=[=+\-@0-9\t])")
_FORMULA = re.compile(r"[=@＝＠]|[+\-](?:[A-Za-z_]+\(|[^\n]*[|!])")


class Row(NamedTuple):
    """`number` is the row in a spreadsheet program, `line` the line of the file where it begins; both from 1."""

    number: int
    line: int
    cells: tuple[str, ...]

    def text(self) -> str:
        """The cells that hold something, as one text."""
        return " | ".join(cell for cell in self.cells if cell)


class Sheet(NamedTuple):
    """A table of cleaned text. `ragged` says that rows may lack cells by mistake (CSV), not by design (workbooks).

    `merged` gives the text of a merged cell to the places below its first row: (row number, index of the cell).
    """

    name: str
    rows: tuple[Row, ...]
    ragged: bool
    merged: Mapping[tuple[int, int], str] = {}


def clean(text: str) -> str:
    """`text` in NFC without invisible characters, outer blanks and the apostrophe that marks text in spreadsheets."""
    text = nfc(text.replace("\r\n", "\n").replace("\r", "\n")).translate(_INVISIBLE)
    text = "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip()
    return text[1:].strip() if _TEXT_MARK.match(text) else text


def states_nothing(text: str) -> bool:
    """Whether the cell is empty in other words: a dash, `không`, `đang cập nhật`, `n/a`."""
    if len(text) > LONGEST_NOTHING:
        return False
    bare = fold(text).strip(" .()[]-–—_/*\n")
    return not any(char.isalnum() for char in bare) or bare in NOTHING


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet program would calculate `text`. `+84…`, `-0,02 / +0,05 mm` and bullets are plain text."""
    return bool(_FORMULA.match(text.lstrip()))


def is_printable(text: str) -> bool:
    """Whether `text` holds no control characters besides tab and line ends: a quick test for binary content."""
    return not any(unicodedata.category(char) == "Cc" and char not in "\t\r\n\x0b\x0c" for char in set(text))
