"""The labelled pairs: composed firms, judged by hand. `pairs.jsonl` is edited by hand and is the source of truth."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from matchmaker.records import Supplier, supplier_from

PAIRS = Path(__file__).parent / "pairs.jsonl"


@dataclass(frozen=True)
class Labelled:
    pair_id: str
    a: Supplier
    b: Supplier
    same: bool
    why: str

    @property
    def is_fitted(self) -> bool:
        """Whether the pair is in the half that the weights were fitted to; by its id, so that it stays there."""
        return zlib.crc32(self.pair_id.encode()) % 2 == 1


@lru_cache(maxsize=1)
def labelled_pairs() -> tuple[Labelled, ...]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return tuple(
        Labelled(form["pair_id"], supplier_from(form["a"]), supplier_from(form["b"]), form["same"], form["why"])
        for form in map(json.loads, lines)
    )
