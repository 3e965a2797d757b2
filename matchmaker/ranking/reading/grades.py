"""Standard tolerance grades of ISO 286-1:2010, table 1."""

from __future__ import annotations

from bisect import bisect_left

UP_TO_MM = (3, 6, 10, 18, 30, 50, 80, 120, 180, 250, 315, 400, 500)
"""The nominal sizes are over the one before and up to and including the one named."""
WIDTHS_UM = {
    5: (4, 5, 6, 8, 9, 11, 13, 15, 18, 20, 23, 25, 27),
    6: (6, 8, 9, 11, 13, 16, 19, 22, 25, 29, 32, 36, 40),
    7: (10, 12, 15, 18, 21, 25, 30, 35, 40, 46, 52, 57, 63),
    8: (14, 18, 22, 27, 33, 39, 46, 54, 63, 72, 81, 89, 97),
    9: (25, 30, 36, 43, 52, 62, 74, 87, 100, 115, 130, 140, 155),
    10: (40, 48, 58, 70, 84, 100, 120, 140, 160, 185, 210, 230, 250),
    11: (60, 75, 90, 110, 130, 160, 190, 220, 250, 290, 320, 360, 400),
}


def width_mm(grade: int, nominal_mm: float) -> float | None:
    """The whole width in millimetres of the tolerance of a grade (IT5 to IT11) at a nominal size; None beyond it."""
    if grade not in WIDTHS_UM or not 0 < nominal_mm <= UP_TO_MM[-1]:
        return None
    return WIDTHS_UM[grade][bisect_left(UP_TO_MM, nominal_mm)] / 1000
