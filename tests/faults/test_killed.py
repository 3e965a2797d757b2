"""kill -9 while clients write: what was acknowledged is kept, once and whole."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from faults.ledger import Ledger, writing
from faults.service import COLD, Service
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from matchmaker.desk import registry, requirements
from matchmaker.desk.actors import Actor
from matchmaker.desk.index_upkeep import sequence_now
from matchmaker.ranking.documents import analyse
from matchmaker.records import form_of
from models import Audit, Decision, Provenance, Requirement, SupplierDocument
from models.engine import Database

WORKER_KILLS, SERVICE_KILLS = 30, 8
READY_S = 10
ALL = 100_000
STAFF = Actor("programme", "staff", "faults", datetime.now(UTC))


def test_killed_workers_take_no_acknowledged_write_with_them(service: Service, key: str, database: Database) -> None:
    """Seen to fail with a commit between a supplier's row and its document, with decisions answered before their
    commit, without the unique id of requirements (and a pause after each commit), and with a plain BEGIN on SQLite.
    """
    ledger, chance = Ledger(), random.Random(1)
    with service, writing(service, key, ledger):
        for _ in range(WORKER_KILLS):
            ledger.wait_for_more(chance)
            service.kill_a_worker(chance)
    _check(database, ledger)


def test_a_killed_service_comes_back_with_every_acknowledged_write(
    service: Service, key: str, database: Database
) -> None:
    """Seen to fail with decisions answered before their commit, and without the unique id of requirements."""
    ledger, chance = Ledger(), random.Random(2)
    with service:
        with writing(service, key, ledger):
            for _ in range(SERVICE_KILLS):
                ledger.wait_for_more(chance)
                service.kill()
                assert service.start() < READY_S
        service.kill()
        assert service.start(COLD) < READY_S
    _check(database, ledger)


def _check(database: Database, ledger: Ledger) -> None:
    assert len(ledger) > 0
    assert ledger.lost_answers, "no kill met a request: this run shows nothing"
    with database.read_sessions() as session:
        _check_content(session, ledger)
        _check_wholeness(session, ledger)
        if database.read.dialect.name == "sqlite":
            assert session.scalars(text("PRAGMA integrity_check")).all() == ["ok"]


def _check_content(session: Session, ledger: Ledger) -> None:
    """Everything acknowledged is there as it was sent, once, and nothing else is."""
    firms = registry.page(session, registry.Filter(), "", ALL)
    assert _unlike({firm.supplier.id: firm.supplier for firm in firms}, ledger.suppliers) == {}
    assert _unlike({firm.supplier.id: firm.version for firm in firms}, Counter(ledger.changes)) == {}
    posted = requirements.page(session, STAFF, "", ALL)
    assert len(posted) == len(ledger.requirements)
    assert _unlike({item.requirement.id: item.requirement for item in posted}, ledger.requirements) == {}
    decided = select(Requirement.reference, Decision.supplier_id, Decision.verdict, Decision.note)
    found = session.execute(decided.join(Requirement, Requirement.id == Decision.requirement_id))
    assert _unlike(Counter(tuple(row) for row in found), Counter(ledger.decisions)) == {}


def _check_wholeness(session: Session, ledger: Ledger) -> None:
    """Each change brought its document, its change number, its audit row and its provenance, and none came twice."""
    documents = session.scalars(select(SupplierDocument)).all()
    analysed = {key: json.loads(json.dumps(analyse(firm).to_json())) for key, firm in ledger.suppliers.items()}
    assert _unlike({row.supplier_id: row.document for row in documents}, analysed) == {}
    assert len({row.sequence for row in documents}) == len(documents)
    assert sequence_now(session) == len(ledger.changes)
    assert _unlike(_audited(session), _to_audit(ledger)) == {}
    said = session.execute(select(Provenance.supplier_id, Provenance.field).distinct())
    stated = [(key, field) for key, firm in ledger.suppliers.items() for field in form_of(firm) if field != "id"]
    assert _unlike(Counter(tuple(row) for row in said), Counter(stated)) == {}


def _audited(session: Session) -> Counter[tuple[str, str]]:
    """How often each thing was done, by action and id."""
    references = {row.id: row.reference for row in session.execute(select(Requirement.id, Requirement.reference))}
    rows = session.execute(
        select(Audit.action, Audit.subject_id).where(Audit.subject_kind.in_(("supplier", "requirement")))
    )
    return Counter((action, references.get(subject, subject)) for action, subject in rows)


def _to_audit(ledger: Ledger) -> Counter[tuple[str, str]]:
    creations = Counter(("create", reference) for reference in (*ledger.suppliers, *ledger.requirements))
    changes = Counter({("replace", key): number - 1 for key, number in Counter(ledger.changes).items() if number > 1})
    return creations + changes + Counter(("decide", requirement) for requirement, *_ in ledger.decisions)


def _unlike(found: Mapping[Any, Any], expected: Mapping[Any, Any]) -> dict[Any, tuple[Any, Any]]:
    """What is found and what was expected, where the two differ."""
    differing = [key for key in {*found, *expected} if found.get(key) != expected.get(key)]
    return {key: (found.get(key), expected.get(key)) for key in differing}
