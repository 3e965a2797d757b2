"""Where the firm is: address, industrial zone, province, website."""

from __future__ import annotations

import re

from matchmaker.intake.draft import Cell, Draft
from matchmaker.text.folding import fold
from matchmaker.vocabulary.places import Zone, province_of, zone_of

_ZONE = re.compile(
    r"\b(?:KCN|CCN|KCX|KCNC|KKT|VSIP|khu c[ôo]ng nghi[ệe]p|c[ụu]m c[ôo]ng nghi[ệe]p)\b"
    r"[^,;(\n]{1,80}?(?=\s[-–]\s|[,;(\n]|$)"
    r"|[^,;(\n]{1,60}\b(?:IP|IZ|EPZ|industrial (?:park|zone)|(?:industrial )?cluster)\b",
    re.I,
)
_WEB = re.compile(r"(?P<scheme>https?://)?(?:[\w-]+\.)+[a-z]{2,24}(?::\d+)?(?:[/?#]\S*)?", re.I)


def read_address(draft: Draft, cell: Cell) -> None:
    """The address, and from it the zone and the province where no column of their own states them."""
    draft.put("address", cell.text, cell)
    zone = zone_of(cell.text)
    park = _park(cell.text, zone)
    if park and "industrial_zone" not in draft.form:
        draft.put("industrial_zone", park, cell)
    if "province" in draft.form:
        return
    if province := province_of(cell.text):
        draft.put("province", province.name, cell)
    elif zone:
        draft.put("province", zone.province.name, cell, f"{zone.province.name}, read from {zone.name}")
        draft.report("province-by-zone", cell, read=zone.province.name)


def _park(address: str, zone: Zone | None) -> str:
    """The park as written, which may name its phase (`KCN Quế Võ 2`), or by its full name where that goes further.

    An address that only names the village of a park is not in the park.
    """
    found = _ZONE.search(address)
    if not found:
        return ""
    written = found.group().strip()
    return zone.name if zone and zone.is_park and fold(zone.name).startswith(fold(written)) else written


def read_province(draft: Draft, cell: Cell) -> None:
    province = province_of(cell.text)
    if province is None:
        draft.put("province", cell.text, cell)
        draft.report("province-unknown", cell)
    else:
        draft.put_read("province", province.name, cell)


def read_zone(draft: Draft, cell: Cell) -> None:
    draft.put("industrial_zone", cell.text, cell)


def read_website(draft: Draft, cell: Cell) -> None:
    """The first web address, with `https://` where no scheme is written; further ones are kept in the description."""
    found = re.split(r"[\s;,]+", cell.text)
    match = _WEB.fullmatch(found[0])
    if not match:
        draft.unclear(cell, "website")
        return
    draft.put("website", found[0] if match["scheme"] else f"https://{found[0]}", cell)
    if len(found) > 1:
        draft.remark(cell)
