"""Texts that have nothing to do with component making: there the engine must be no worse than BM25.

The corpus is the documentation of Python's standard library: the first sentence of each text looks for the rest of it.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from datetime import date
from statistics import fmean

from ranking.baselines import bm25

from matchmaker.ranking import index_of, rank_on
from matchmaker.records import requirement_from, supplier_from

MODULES = (
    "argparse asyncio calendar codecs collections configparser contextlib copy csv datetime decimal difflib enum "
    "fractions functools glob gzip heapq html inspect io ipaddress itertools json logging mailbox math os pathlib "
    "pickle platform pprint queue random re sched secrets selectors shelve shutil smtplib socket sqlite3 ssl "
    "statistics string struct subprocess tarfile tempfile textwrap threading tokenize types unittest uuid wave "
    "weakref zipfile"
).split()


def test_other_texts_are_found_as_well_as_by_bm25() -> None:
    """With nothing but id, name and description on one side and title on the other. Seen to fail when words are not
    stemmed, and when translations are looked up though both sides are English."""
    texts = dict(_texts())
    assert len(texts) > 300
    suppliers = [supplier_from({"id": f"T{n:03}", "name": "x", "description": d}) for n, d in enumerate(texts.values())]
    needs = [requirement_from({"id": f"T{n:03}", "title": title}) for n, title in enumerate(texts)]
    index, on = index_of(suppliers), date(2026, 6, 1)
    ours = {need.id: [match.supplier_id for match in rank_on(need, index, on)] for need in needs}
    found, by_bm25 = _mean_reciprocal_rank(ours), _mean_reciprocal_rank(bm25(suppliers, needs))
    print(f"\nother fields: MRR {found:.4f}, BM25 {by_bm25:.4f}")
    assert found >= by_bm25


def _mean_reciprocal_rank(run: dict[str, list[str]]) -> float:
    return fmean(1 / (ranked.index(key) + 1) if key in ranked else 0.0 for key, ranked in run.items())


def _texts() -> Iterator[tuple[str, str]]:
    """First sentence and the rest of the documentation of each public class, method and function."""
    for name in MODULES:
        for thing in _public(importlib.import_module(name), name):
            first, _, rest = (inspect.getdoc(thing) or "").partition("\n\n")
            if 30 < len(first) < 300 and len(rest) > 150:
                yield first, rest


def _public(owner: object, module: str) -> Iterator[object]:
    for name, thing in sorted(vars(owner).items()):
        if name.startswith("_") or not callable(thing):
            continue
        if inspect.isclass(thing) and thing.__module__ == module:
            yield from _public(thing, module)
        if getattr(thing, "__module__", module) == module:
            yield thing
