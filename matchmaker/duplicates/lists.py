"""The word lists of this room, in `data/`: tab separated, a header, `|` between the values of a cell."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib import resources


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a list of this room as header → cell."""
    text = (resources.files(__package__) / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
