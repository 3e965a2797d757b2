"""Text in the one form that the readers expect, with the way back to the places of the text as it was sent."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from matchmaker.text.quantities import SIGNS

_WIDE = "\u3000\u3300-\u33ff\uff01-\uff5e"
_ODD = re.compile(f"[{_WIDE}]")
_CLUSTER = re.compile("[\u1100-\u11ff]+|[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+", re.S)
_SIGN = re.compile(f"[{SIGNS}]")
_AFTER_DECIMAL = re.compile(r"(?<![\d.,])((?:0\.\d+|\d+\.\d\d?)),(?=\d)")
_NO_THOUSANDS = re.compile(r"(?<=\d),(?=\d)(?!\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Plain:
    """`text` is NFC, with full-width signs (`５`, `φ`) and squared units (`㎜`) written out; a comma that parts two
    numbers (`±0.02,10万件`) is a full-width one.

    `places` gives for each of its characters the first place in the original text and the one behind it; it is empty
    where the text needed no change.
    """

    text: str
    places: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `start:end` stands in the original text."""
        return (self.places[start][0], self.places[end - 1][1]) if self.places else (start, end)


def plain(text: str) -> Plain:
    """The plain form of `text`."""
    if not _ODD.search(text) and unicodedata.is_normalized("NFC", text):
        return Plain(_parted(text), ())
    pieces = [(_written_out(found.group()), found.span()) for found in _CLUSTER.finditer(text)]
    return Plain(
        _parted("".join(piece for piece, _ in pieces)), tuple(span for piece, span in pieces for _ in range(len(piece)))
    )


def _written_out(cluster: str) -> str:
    if cluster.isascii():
        return cluster
    return unicodedata.normalize("NFKC" if _ODD.match(cluster) else "NFC", cluster)


def _parted(text: str) -> str:
    """`text`, as long as before, with the commas that part numbers made plain.

    No number has a comma behind its decimals, and none in Chinese, Japanese or Korean text unless three digits follow.
    """
    text = _AFTER_DECIMAL.sub(r"\1，", text)
    return _NO_THOUSANDS.sub("，", text) if _SIGN.search(text) else text
