"""Vietnamese tax codes (mã số thuế) as people type them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from stdnum.vn import mst

_SEPARATORS = re.compile(r"[\s.\-–—_'’`]+")
_DECIMALS = re.compile(r"\.0+$")
_LABEL = re.compile(r"^(?:mst|mã số thuế|ma so thue|tax code|tax id|tin)\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TaxCode:
    """`digits` without separators. `kind`: company (10 digits), branch (13) or personal (12).

    `parent` is the company's ten digits; a person's own number is its own parent.
    """

    kind: str
    digits: str

    @property
    def parent(self) -> str:
        return self.digits[:10] if self.kind == "branch" else self.digits

    def __str__(self) -> str:
        return f"{self.digits[:10]}-{self.digits[10:]}" if self.kind == "branch" else self.digits


@lru_cache(maxsize=50_000)
def parse_tax_code(text: str) -> TaxCode | None:
    """The tax code in `text`, or None if it is none.

    Codes of companies and branches must have the right check digit; a leading zero that a spreadsheet has eaten is put
    back where the check digit then holds. Twelve digits are a personal number, which stands for the tax code of
    households and persons since 1 July 2025 (Circular 86/2024/TT-BTC) and has no check digit.
    """
    digits = digits_of(text)
    for candidate in (digits, f"0{digits}"):
        if len(candidate) in (10, 13) and mst.is_valid(candidate) and _may_lack_zero(digits, candidate):
            return TaxCode("company" if len(candidate) == 10 else "branch", candidate)
    return TaxCode("personal", digits) if len(digits) == 12 else None


def digits_of(text: str) -> str:
    """The digits of a typed code without separators, label or decimals; empty if anything else is in it."""
    plain = _LABEL.sub("", unicodedata.normalize("NFKC", text).strip())
    digits = _SEPARATORS.sub("", _DECIMALS.sub("", plain))
    return digits if digits.isascii() and digits.isdigit() else ""


def _may_lack_zero(digits: str, candidate: str) -> bool:
    return digits == candidate or not digits.startswith("0")
