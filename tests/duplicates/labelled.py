"""The labelled pairs: composed firms, judged by hand. `pairs.jsonl` is edited by hand and is the source of truth."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from matchmaker.records import Supplier, supplier_from

PAIRS = Path(__file__).parent / "pairs.jsonl"


@dataclass(frozen=True)
class Labelled:
    """A pair with its judgement; `batch` names the time at which it was written (README beside this file)."""

    pair_id: str
    batch: str
    a: Supplier
    b: Supplier
    same: bool
    why: str


@lru_cache(maxsize=1)
def labelled_pairs() -> tuple[Labelled, ...]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return tuple(
        Labelled(
            form["pair_id"],
            form["batch"],
            supplier_from(form["a"]),
            supplier_from(form["b"]),
            form["same"],
            form["why"],
        )
        for form in map(json.loads, lines)
    )
