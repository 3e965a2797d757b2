"""Bytes of a text file → text, or a refusal that says what the bytes look like."""

from __future__ import annotations

import codecs

from matchmaker.errors import FileRefused
from matchmaker.intake.cells import is_printable
from matchmaker.text.folding import nfc

ENCODINGS = ("utf-8", "utf-16", "windows-1258", "windows-1252")
"""What may be asked for by name."""

OLD = "windows-1258"
_VIETNAMESE = set(nfc("ăâđêôơưàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ"))
_SIGNS = set("–—‘’“”„•…€™°±²³µ·×÷½¼¾©®«»§\u00a0")


def text_of(content: bytes, encoding: str | None) -> tuple[str, bool]:
    """The text of `content`, and whether the encoding had to be assumed.

    Without a name: UTF-8 or UTF-16 by their marks, UTF-8 if it is valid, then Windows-1258 if every letter fits
    Vietnamese. A file that is marked as UTF-8 and is not is refused: two statements disagree, a person decides.
    """
    if encoding is not None:
        return _as_named(content, encoding), False
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _as_named(content, "utf-16"), False
    if silent := _utf16_without_mark(content):
        return _as_named(content, silent), False
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError as error:
        return _old_text(content, error), True


def _as_named(content: bytes, encoding: str) -> str:
    name = encoding.strip().lower().replace("_", "-").replace("cp", "windows-")
    if name not in (*ENCODINGS, "utf8", "utf-8-sig", "utf-16-le", "utf-16-be"):
        raise FileRefused(
            f"Encoding “{encoding}” is not among those that can be read: {', '.join(ENCODINGS)}.", code="wrong-encoding"
        )
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode(name).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise FileRefused(
            f"The file is not {encoding}: byte {error.start + 1} does not fit. "
            "Leave the encoding out to have it recognised, or save the file as “CSV UTF-8” and upload it again.",
            code="wrong-encoding",
        ) from error


def _utf16_without_mark(content: bytes) -> str:
    """The byte order if every second byte of the beginning is zero, as in Latin text."""
    head = content[:200]
    if len(head) < 4 or head.count(0) < len(head) // 3:
        return ""
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _old_text(content: bytes, error: UnicodeDecodeError) -> str:
    text = _vietnamese(content.removeprefix(codecs.BOM_UTF8))
    if text is not None and not content.startswith(codecs.BOM_UTF8):
        return text
    line = content.count(b"\n", 0, error.start) + 1
    marked = "is marked as UTF-8 and " if content.startswith(codecs.BOM_UTF8) else ""
    advice = (
        f"It looks like Windows-1258 (old Vietnamese). Read it again with `--encoding {OLD}`, "
        "or save it as “CSV UTF-8” and upload it again."
        if text is not None
        else "What it is could not be recognised (TCVN3 and VNI fonts look like this). Save it as “CSV UTF-8” or as "
        ".xlsx and upload it again."
    )
    raise FileRefused(
        f"The file {marked}is not valid UTF-8 from line {line} on, so names would be garbled. {advice}",
        code="wrong-encoding",
    )


def _vietnamese(content: bytes) -> str | None:
    """The text in Windows-1258, or None where it would hold anything that Vietnamese lists do not.

    The code page writes most tones as signs of their own; composed, none may be left over.
    """
    try:
        text = nfc(content.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    foreign = {char for char in set(text.casefold()) if char >= "\x80"} - _VIETNAMESE - _SIGNS
    return text if is_printable(text) and not foreign else None
