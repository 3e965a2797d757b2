"""What people decided becomes grades; what they are unsure of does not."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.desk import accounts, registry, requirements
from matchmaker.desk.actors import Actor
from matchmaker.desk.decisions import Verdict, decide
from matchmaker.desk.index_upkeep import IndexKeeper
from matchmaker.desk.learning import decided
from matchmaker.ranking.learning import Example
from matchmaker.records import Requirement, Supplier
from models.engine import Database

ON = date(2026, 6, 20)
FIRMS = ("S1", "S2", "S3", "S4", "S5", "S6")


@pytest.fixture
def stamped(database: Database, officer: Actor) -> Database:
    """Six stampers and one requirement for stamping."""
    with database.write_sessions.begin() as session:
        accounts.organisation(session, officer, officer.organisation_id, "programme", "Programme")
        for key in FIRMS:
            registry.create(session, officer, Supplier(id=key, name=f"Dập {key}", processes=("dập kim loại",)))
        requirements.create(session, officer, Requirement(id="R1-en", title="metal stamping"))
    return database


def judge(database: Database, officer: Actor, *verdicts: tuple[str, str]) -> None:
    with database.write_sessions.begin() as session:
        for supplier_id, verdict in verdicts:
            decide(session, officer, "R1-en", Verdict(supplier_id, verdict))


def examples(database: Database, officer: Actor) -> list[Example]:
    with database.read_sessions() as session:
        return decided(session, IndexKeeper(), officer, ON)


def test_verdicts_become_grades_and_the_rest_is_left_out(stamped: Database, officer: Actor) -> None:
    verdicts = [("S1", "approved"), ("S2", "shortlisted"), ("S3", "rejected"), ("S4", "unsure"), ("S5", "withdrawn")]
    judge(stamped, officer, *verdicts)
    (example,) = examples(stamped, officer)
    assert example.query_id == f"{officer.organisation_id}/R1-en"
    assert {row.supplier_id: row.grade for row in example.rows} == {"S1": 3, "S2": 2, "S3": 0}
    assert example.missed == ()
    assert all(0 < row.values["process_fit"] <= 1 for row in example.rows)


def test_the_latest_verdict_stands(stamped: Database, officer: Actor) -> None:
    judge(stamped, officer, ("S1", "approved"), ("S1", "rejected"), ("S2", "approved"), ("S2", "withdrawn"))
    (example,) = examples(stamped, officer)
    assert {row.supplier_id: row.grade for row in example.rows} == {"S1": 0}


def test_without_a_verdict_there_is_nothing_to_learn(stamped: Database, officer: Actor) -> None:
    judge(stamped, officer, ("S1", "unsure"))
    assert examples(stamped, officer) == []
