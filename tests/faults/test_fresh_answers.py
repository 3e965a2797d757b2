"""No worker answers with an older state than the last acknowledged write."""

from __future__ import annotations

from typing import Any

from faults.ledger import supplier_form
from faults.service import Client, Service

CHANGES = 30
ASKED_OF_EACH = 2
WISH = {"title": "metal stamping of brackets", "processes": ["metal stamping"], "tolerance_mm": 0.1}


def _state(number: int) -> dict[str, Any]:
    """Good enough for the wish in every other state only, so that the ranking changes and not just the card."""
    return supplier_form("S-1", f"state {number}") | {"tolerance_mm": 0.05 if number % 2 else 5.0}


def _shown(service: Service, key: str) -> list[tuple[str, str]]:
    """Each supplier's description and tolerance gate in a ranked list, asked for over a fresh connection."""
    with Client(service.port, key) as client:
        answer = client("POST", "/match", WISH)
    assert answer.said == "200", answer
    return [(match["supplier"]["description"], _tolerance(match)) for match in answer.body["items"]]


def _tolerance(match: dict[str, Any]) -> str:
    return next(gate["answer"] for gate in match["gates"] if gate["gate"] == "tolerance")


def test_a_change_counts_in_the_next_answer_of_every_worker(service: Service, key: str) -> None:
    """Seen to fail with workers that look for changes once a second only."""
    stale = []
    with service:
        workers = service.workers()
        with Client(service.port, key) as client:
            etag = client("POST", "/suppliers", _state(0)).etag
        for number in range(1, CHANGES + 1):
            state = _state(number)
            with Client(service.port, key) as client:
                changed = client("PUT", "/suppliers/S-1", state, etag)
            assert changed.said == "200", changed
            etag = changed.etag
            expected = [(state["description"], "pass" if number % 2 else "fail")]
            for worker in workers:
                with service.only(worker):
                    shown = [_shown(service, key) for _ in range(ASKED_OF_EACH)]
                if shown != [expected] * ASKED_OF_EACH:
                    stale.append((number, worker.pid, shown))
    assert stale == []
