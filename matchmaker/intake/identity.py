"""Names, tax codes and kinds of business."""

from __future__ import annotations

import re

from stdnum.vn import mst

from matchmaker.intake.draft import Cell, Draft
from matchmaker.text.folding import fold

_ENGLISH_FORM = re.compile(
    r"\b(?:co\.?,? ?ltd|jsc|j\.s\.c|company|corporation|corp|inc|limited|joint stock|llc|enterprise)\b|\bco\.$", re.I
)
_CODE_SIGNS = re.compile(r"[\s.\-–’'`]")
_BRANCH_WITHOUT_ZERO = re.compile(r"\d{9}\s*[-–]\s*\d{3}")

KINDS = {
    "manufacturer": r"san xuat|nha may|gia cong|manufactur|factory|maker",
    "trader": r"thuong mai|phan phoi|dai ly|trad(?:er|ing)|distribut|agent",
    "service": r"dich vu|tu van|service|consult",
    "machine_seller": r"ban may|cung cap thiet bi|machine (?:sell|suppl)|equipment suppl",
}


def read_name(draft: Draft, cell: Cell) -> None:
    draft.put("name", cell.text, cell)


def read_name_en(draft: Draft, cell: Cell) -> None:
    draft.put("name_en", cell.text, cell)
    if "name" not in draft.form:
        draft.put("name", cell.text, cell)


def read_trade_name(draft: Draft, cell: Cell) -> None:
    """A trade name that reads as an English company name is one; any other is a short name."""
    field = "name_en" if is_english_company(cell.text) else "short_name"
    if field in draft.form:
        draft.remark(cell)
    else:
        draft.put(field, cell.text, cell)


def is_english_company(name: str) -> bool:
    """Whether `name` carries an English legal form and no Vietnamese one."""
    return bool(_ENGLISH_FORM.search(name)) and not re.search(r"\b(?:cong ty|cty|ctcp|tnhh)\b", fold(name))


def read_tax_code(draft: Draft, cell: Cell) -> None:
    code, problem = tax_code(cell.text)
    draft.put("tax_code", code, cell)
    if problem:
        draft.report(problem, cell, read=code)


def tax_code(written: str) -> tuple[str, str]:
    """The code in its usual form (`0100109106`, `0100109106-001`) and the problem with it, or "".

    10 and 13 digits carry a check digit. 12 digits are the personal number that replaced the codes of households and
    individuals on 1 July 2025 (Circular 86/2024/TT-BTC) and are taken as they are. A leading zero that a spreadsheet
    dropped is put back only where the check digit then holds. Anything else is returned as written.
    """
    digits = _CODE_SIGNS.sub("", written)
    if not (digits.isascii() and digits.isdecimal()):
        return written, "tax-code-form"
    if (len(digits) == 9 or _BRANCH_WITHOUT_ZERO.fullmatch(written)) and mst.is_valid(f"0{digits}"):
        return mst.format(f"0{digits}"), "tax-code-zero-restored"
    if len(digits) == 12:
        return digits, ""
    if len(digits) not in (10, 13):
        return written, "tax-code-form"
    return (mst.format(digits), "") if mst.is_valid(digits) else (written, "tax-code-check-digit")


def read_kind(draft: Draft, cell: Cell) -> None:
    kinds = [kind for kind, words in KINDS.items() if re.search(words, fold(cell.text))]
    if not kinds:
        draft.unclear(cell, "kind")
        return
    draft.put_read("kind", kinds[0], cell)
