"""The profile of one firm from several records."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date

from matchmaker.records import Supplier


def merged(records: Sequence[tuple[Supplier, date | None]]) -> Supplier:
    """The fuller record leads; gaps are filled from the others."""
    ordered = sorted((supplier for supplier, _ in records), key=lambda s: -sum(bool(getattr(s, n)) for n in s.__slots__))
    leading = ordered[0]
    gaps = {
        name: next((getattr(other, name) for other in ordered[1:] if getattr(other, name)), getattr(leading, name))
        for name in leading.__slots__
        if not getattr(leading, name)
    }
    return dataclasses.replace(leading, **gaps)
