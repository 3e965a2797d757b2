"""Each change leaves its audit row, in the transaction of the change; what is refused leaves none."""

from __future__ import annotations

import io

from resources.world import BRACKET, MOULDER, PRESS_SHOP, Client, Clients
from sqlalchemy import select

from models import Audit
from models.engine import Database


def _trail(database: Database) -> list[tuple[str, str]]:
    with database.read_sessions() as session:
        rows = session.scalars(select(Audit).where(Audit.actor != "command line").order_by(Audit.id))
        return [(row.action, row.subject_kind) for row in rows]


def test_every_change_is_in_the_trail(stocked: Client, buyer: Client, clients: Clients, database: Database) -> None:
    tag = stocked("GET", "/suppliers/S-press").headers["ETag"]
    stocked("PUT", "/suppliers/S-press", json=PRESS_SHOP, headers={"If-Match": tag})
    buyer("POST", "/requirements", json=BRACKET)
    tag = buyer("GET", "/requirements/R-bracket").headers["ETag"]
    buyer("PUT", "/requirements/R-bracket", json={**BRACKET, "unit": "sets"}, headers={"If-Match": tag})
    buyer("POST", "/requirements/R-bracket/runs")
    stocked("POST", "/requirements/R-bracket/decisions", json={"supplier_id": "S-press", "verdict": "approved"})
    stocked("POST", "/duplicates/decisions", json={"a": "S-press", "b": "S-mould", "verdict": "different"})
    stocked("POST", "/imports", data={"file": (io.BytesIO("Tên công ty\nCông ty An\n".encode()), "l.csv")})
    clients("fair", "organiser")("GET", "/pairs")
    tag = buyer("GET", "/requirements/R-bracket").headers["ETag"]
    buyer("DELETE", "/requirements/R-bracket", headers={"If-Match": tag})
    assert _trail(database) == [
        ("create", "supplier"),
        ("create", "supplier"),
        ("replace", "supplier"),
        ("create", "requirement"),
        ("replace", "requirement"),
        ("run", "requirement"),
        ("decide", "requirement"),
        ("same_firm", "supplier"),
        ("import", "import"),
        ("export", "pairs"),
        ("withdraw", "requirement"),
    ]


def test_what_is_refused_leaves_no_trace(stocked: Client, buyer: Client, database: Database) -> None:
    before = _trail(database)
    stocked("POST", "/suppliers", json=MOULDER)
    stocked("PUT", "/suppliers/S-press", json=PRESS_SHOP, headers={"If-Match": '"99"'})
    buyer("POST", "/suppliers", json={**MOULDER, "id": "S-new"})
    assert _trail(database) == before
