"""Which supplier records are one firm, and why. Nothing is merged here until people have said so."""

from matchmaker.duplicates.merging import fullness, merged
from matchmaker.duplicates.pairs import Pair, likely_pairs, score_pair
from matchmaker.duplicates.scoring import Likeness, Reason
from matchmaker.duplicates.tax_codes import TaxCode, parse_tax_code

__all__ = [
    "Likeness",
    "Pair",
    "Reason",
    "TaxCode",
    "fullness",
    "likely_pairs",
    "merged",
    "parse_tax_code",
    "score_pair",
]
