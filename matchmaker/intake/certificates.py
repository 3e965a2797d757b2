"""Cells full of certificates → certificates with expiry dates and their state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from matchmaker.intake.cells import states_nothing
from matchmaker.intake.certificate_pieces import EXPIRY_TALK, Piece, pieces_of, understand
from matchmaker.intake.draft import Cell, Draft, says, shown
from matchmaker.intake.lists import items
from matchmaker.intake.reading import Origin
from matchmaker.text.dates import periods

_SHARED = re.compile(r"\bc[uù]ng\b|\bboth\b|\ball\b|\bchung\b", re.I)
_NEGATED = re.compile(r"(?:kh[oô]ng|ch[uư]a|not?)\b", re.I)
STATES = {"planned": ("planned", "dự kiến"), "in_progress": ("in progress", "đang triển khai")}


def read_certificates(draft: Draft, cell: Cell) -> None:
    """Each certificate in the cell with the expiry that is stated for it.

    An expiry stands for the certificate before it; said to be shared, or after a plus, for those before it too; on a
    line of its own, for all above that have none. A month without a day means its last day. What is being introduced
    or planned is kept as such; what is being audited again stays a certificate with the expiry that is stated.
    """
    stated: list[Piece] = []
    before = len(draft.problems)
    for piece in pieces_of(cell.text):
        if _NEGATED.match(piece.text) or states_nothing(piece.text):
            draft.report("nothing-stated", cell, piece.text)
            continue
        understand(piece, stated[-1].standard if stated else "")
        if piece.standard:
            stated.append(piece)
        _spread_expiry(piece, stated)
    for piece in stated:
        _append(draft, cell, piece)
    _note_rest(draft, cell, stated, before)


def read_details(draft: Draft, expiries: Sequence[Cell], issuers: Sequence[Cell], numbers: Sequence[Cell]) -> None:
    """Columns of their own for expiry, issuer and number: one for all certificates, or as many as there are."""
    for cell in expiries:
        _distribute(draft, cell, "valid_until", [one.last.isoformat() for one in periods(cell.text)])
    for cell in issuers:
        _distribute(draft, cell, "issuer", items(cell.text))
    for cell in numbers:
        _distribute(draft, cell, "number", items(cell.text))


def _distribute(draft: Draft, cell: Cell, key: str, values: list[str]) -> None:
    """Gives the values to the certificates; what a certificate's own cell states stands, and another value is kept."""
    listed: list[dict[str, Any]] = draft.form.get("certificates", [])
    read = shown(values)
    values = values * len(listed) if len(values) == 1 else values
    if (
        not values
        or len(values) != len(listed)
        or any(one.get(key, value) != value for one, value in zip(listed, values, strict=True))
    ):
        draft.unclear(cell, "certificate")
        return
    for index, (one, value) in enumerate(zip(listed, values, strict=True)):
        one[key] = value
        draft.origins[f"certificates/{index}/{key}"] = Origin(cell.label, cell.text, value)
    if not says(read, cell.text):
        draft.report("read-as", cell, read=read)


def _spread_expiry(piece: Piece, stated: list[Piece]) -> None:
    if piece.expiry is None:
        return
    alone = not piece.standard
    if alone and (not stated or stated[-1].line < piece.line):
        reached = stated
    elif _SHARED.search(piece.text):
        reached = [one for one in stated if one.group == piece.group]
    else:
        reached = [one for one in stated if one.run == piece.run] or stated[-1:]
    for one in reached:
        if one.expiry is None and one.status == "claimed":
            one.expiry = piece.expiry


def _append(draft: Draft, cell: Cell, piece: Piece) -> None:
    if piece.renewal and piece.expiry is None:
        piece.status = "in_progress"
    certificate = {
        "standard": piece.standard,
        "issuer": piece.issuer,
        "scope": piece.rest,
        "valid_until": piece.expiry.last.isoformat() if piece.expiry else "",
        "status": piece.status,
    }
    draft.append("certificates", {key: value for key, value in certificate.items() if value}, cell)
    if piece.status != "claimed":
        read, read_vi = STATES[piece.status]
        draft.report("certificate-not-yet", cell, piece.text, read=read, read_vi=read_vi)
    elif piece.renewal:
        draft.report("certificate-renewal", cell, piece.text)


def _note_rest(draft: Draft, cell: Cell, stated: list[Piece], before: int) -> None:
    """Notes words of the cell that are in no certificate and no problem, expiry words aside."""
    read = shown(draft.form.get("certificates", [])[-len(stated) :]) if stated else ""
    reported = " ".join(one.found for one in draft.problems[before:])
    if not says(f"{read} {reported} {EXPIRY_TALK}", cell.text):
        draft.report("read-as", cell, read=read or "–")
