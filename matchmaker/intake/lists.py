"""A cell with several things in it → the things."""

from __future__ import annotations

import re

_BULLET = re.compile(r"^(?:[-–•·*+]\s+|[-–•·](?=[^\W\d]))")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?=\D)")
_OPEN, _CLOSE = "([{（", ")]}）"
_COMMAS_IN_ONE = 2
"""From so many commas on, a piece between stronger separators is itself a list; `chốt, bạc dẫn hướng` is one thing."""
DASHED = 3
"""So many pieces between dashes are a list, if nothing else parts them; two are a word and its explanation."""
_ORPHAN = re.compile(r"[\d.,\s–-]+|(?:MIG|MAG|TIG|CO2|WIG)", re.I)
"""What belongs to the piece before it: the second grade in `bu lông 8.8, 10.9`, the second method in `hàn TIG, MIG`."""


def items(text: str) -> list[str]:
    """The things that a cell lists, in order and as written.

    Lines, bullets and semicolons part things. Without them, slashes between blanks or commas do, whichever are more;
    without those, dashes between blanks.
    Commas inside numbers (`0,1-8 mm`), slashes inside words (`PC/ABS`) and tolerances (`-0,02 / +0,05`), and whatever
    stands in brackets part nothing.
    """
    pieces = [_BULLET.sub("", piece).strip() for piece in split(text, r"\n|[;；]")]
    if len(pieces) == 1:
        return _weakly_parted(pieces[0])
    return [item for piece in pieces for item in _maybe_parted(_NUMBERED.sub("", piece))]


def split(text: str, separator: str) -> list[str]:
    """`text` cut at every `separator` outside brackets; pieces are trimmed, empty ones left out.

    A bracket that nobody closed ends with its line.
    """
    pieces, start, depth = [], 0, 0
    for found in re.finditer(rf"(?P<cut>{separator})|[{re.escape(_OPEN + _CLOSE)}\n]", text):
        sign = found.group()
        if found["cut"] and (depth <= 0 or sign == "\n"):
            pieces.append(text[start : found.start()].strip())
            start, depth = found.end(), 0
        elif sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth -= 1
    return [piece for piece in (*pieces, text[start:].strip()) if piece]


def _weakly_parted(text: str) -> list[str]:
    by_slash, by_comma = split(text, r"\s/\s(?![+\-−]\d)"), _by_comma(text)
    if len(by_slash) == len(by_comma) == 1:
        by_dash = split(text, r"\s[-–]\s")
        return by_dash if len(by_dash) >= DASHED else by_comma
    return by_slash if len(by_slash) > 1 and len(by_slash) >= len(by_comma) else by_comma


def _maybe_parted(piece: str) -> list[str]:
    parts = _by_comma(piece)
    return parts if len(parts) > _COMMAS_IN_ONE else [piece]


def _by_comma(text: str) -> list[str]:
    joined: list[str] = []
    for piece in split(text, r"(?<!\d),(?!\d)|,\s|\s,|(?<=\d),(?=\D)|(?<=\D),(?=\d)|[、，]"):
        if joined and _ORPHAN.fullmatch(piece):
            joined[-1] += f", {piece}"
        else:
            joined.append(piece)
    return joined
