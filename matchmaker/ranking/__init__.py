"""Retrieve, gate, score, rank: a requirement against the suppliers, with reasons.

This page is the room's face; the rest of the house uses nothing behind it but what the desk needs to keep documents.
"""

from collections.abc import Iterable
from datetime import date

from matchmaker.ranking.documents import analyse
from matchmaker.ranking.evaluation import evaluate, read_qrels, read_run, trec_lines
from matchmaker.ranking.index import Index
from matchmaker.ranking.match import Match, rank
from matchmaker.ranking.queries import query_of
from matchmaker.ranking.reading import understand
from matchmaker.ranking.sayings import READER_LANGUAGES
from matchmaker.records import Requirement, Supplier

__all__ = [
    "READER_LANGUAGES",
    "Index",
    "Match",
    "evaluate",
    "index_of",
    "rank_on",
    "read_qrels",
    "read_run",
    "trec_lines",
    "understand",
]


def index_of(suppliers: Iterable[Supplier]) -> Index:
    """An index of these suppliers."""
    return Index(analyse(supplier) for supplier in suppliers)


def rank_on(requirement: Requirement, index: Index, on: date) -> list[Match]:
    """The suppliers for a requirement, best first; certificates must hold at its start of production, else `on`."""
    return rank(query_of(requirement, on), index)
