"""Units of volume that can be compared."""

from __future__ import annotations

COUNTED = frozenset({"", "pcs", "sets"})
"""Pieces and sets both count parts to be delivered; profiles use the two words for the same figure."""
IN_KG = {"kg": 1.0, "t": 1000.0}


def comparable(value: float, unit: str, wanted: str, weight_kg: float | None) -> float | None:
    """`value` of `unit` in the `wanted` unit, or None where the two cannot be compared.

    Pieces and weight meet only where the weight of a piece is known.
    """
    if unit == wanted or (unit in COUNTED and wanted in COUNTED):
        return value
    if unit in IN_KG and wanted in IN_KG:
        return value * IN_KG[unit] / IN_KG[wanted]
    if weight_kg and unit in IN_KG and wanted in COUNTED:
        return value * IN_KG[unit] / weight_kg
    if weight_kg and unit in COUNTED and wanted in IN_KG:
        return value * weight_kg / IN_KG[wanted]
    return None
