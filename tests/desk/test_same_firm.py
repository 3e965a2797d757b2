"""Which record of a firm leads."""

from __future__ import annotations

from matchmaker.desk import registry, same_firm
from matchmaker.desk.actors import Actor
from matchmaker.records import Supplier
from models.engine import Database


def test_an_unknown_kind_does_not_make_a_record_fuller(database: Database, officer: Actor) -> None:
    """Failed when "unknown" counted as said: then the two were level and the smaller id led."""
    with database.write_sessions.begin() as session:
        registry.create(session, officer, Supplier("A", "Cơ khí Vạn Lũng"))
        registry.create(session, officer, Supplier("B", "Cơ khí Vạn Lũng", kind="manufacturer"))
        same_firm.decide(session, officer, ("A", "B"), "same")
    with database.read_sessions() as session:
        assert registry.read(session, "A").supplier.id == "B"
