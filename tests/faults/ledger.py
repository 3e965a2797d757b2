"""Clients that write until each write is acknowledged, and the ledger of what was acknowledged.

Acknowledged means that a client read a complete 2xx, or, where an answer to the same request was lost before, that
the service says the request was carried out already.
"""

from __future__ import annotations

import itertools
import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from faults.service import PATIENCE_S, UNANSWERED, Answer, Client, Service

from matchmaker.records import Requirement, Supplier, requirement_from, supplier_from
from models.matching import VERDICTS

CLIENTS = 8
ENOUGH = 3
"""Writes acknowledged between two kills, so that every kill meets a service at work."""
PAUSE_S = 0.1
COMMIT_S = 0.2
"""PostgreSQL finishes a commit that has begun though its client is gone. Before a client looks whether a write of
which it got no answer is there, it waits for longer than such a commit takes."""


@dataclass
class Ledger:
    """What was acknowledged. Each client writes ids of its own, so no lock is needed."""

    suppliers: dict[str, Supplier] = field(default_factory=dict)
    changes: list[str] = field(default_factory=list)
    """The id of a supplier for each time that it was written."""
    requirements: dict[str, Requirement] = field(default_factory=dict)
    decisions: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Requirement, supplier, verdict, note."""
    lost_answers: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        """The number of acknowledged writes."""
        return len(self.changes) + len(self.requirements) + len(self.decisions)

    def wait_for_more(self, chance: random.Random) -> None:
        """Waits until writes go through again, and then for a moment so that whatever follows meets them anywhere."""
        enough, deadline = len(self) + ENOUGH, time.monotonic() + PATIENCE_S
        while len(self) < enough:
            assert time.monotonic() < deadline, f"no write was acknowledged in {PATIENCE_S} s"
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.1))


@contextmanager
def writing(service: Service, key: str, ledger: Ledger) -> Iterator[None]:
    """Clients write while the block runs; after it everything they sent is acknowledged."""
    stop, give_up = threading.Event(), threading.Event()
    with ThreadPoolExecutor(CLIENTS) as pool:
        writers = [Writer(Client(service.port, key), ledger, give_up) for _ in range(CLIENTS)]
        futures = [pool.submit(writer.write, f"c{number}", stop) for number, writer in enumerate(writers)]
        try:
            yield
        except BaseException:
            give_up.set()
            for future in futures:
                if future.done():
                    future.result()  # A client's own error says more than what came of it.
            raise
        finally:
            stop.set()
        for future in futures:
            future.result()


class Writer:
    """One client that sends each write until it is acknowledged, and notes it then."""

    def __init__(self, client: Client, ledger: Ledger, give_up: threading.Event) -> None:
        self._client, self._ledger, self._give_up = client, ledger, give_up
        self._etag = ""

    def write(self, name: str, stop: threading.Event) -> None:
        """Writes under names that begin with `name`, until told to stop."""
        with self._client:
            for number in itertools.count():
                for step in self._round(f"{name}-{number}", number):
                    if stop.is_set():
                        return
                    step()

    def _round(self, name: str, number: int) -> list[Callable[[], None]]:
        return [
            lambda: self.post_supplier(supplier_form(f"S-{name}", "new")),
            lambda: self.put_supplier(supplier_form(f"S-{name}", "changed")),
            lambda: self.post_requirement({"id": f"R-{name}", "title": f"bracket {name}", "materials": ["SPCC"]}),
            lambda: self.decide(f"R-{name}", f"S-{name}", VERDICTS[number % len(VERDICTS)], f"decided in {name}"),
            lambda: self.put_supplier(supplier_form(f"S-{name}", "changed again")),
        ]

    def post_supplier(self, form: dict[str, Any]) -> None:
        send = self._until_acknowledged
        self._note_supplier(form, send(lambda lost: self._client("POST", "/suppliers", form), "201", "409 id_taken"))

    def put_supplier(self, form: dict[str, Any]) -> None:
        """Replaces the supplier that was written last: once an answer was lost, 412 says that the change is in."""
        path, etag, send = f"/suppliers/{form['id']}", self._etag, self._until_acknowledged
        self._note_supplier(form, send(lambda lost: self._client("PUT", path, form, etag), "200", "412 stale"))

    def _note_supplier(self, form: dict[str, Any], answer: Answer) -> None:
        self._ledger.suppliers[form["id"]] = supplier_from(form)
        self._ledger.changes.append(form["id"])
        path = f"/suppliers/{form['id']}"
        self._etag = answer.etag or self._until_acknowledged(lambda lost: self._client("GET", path), "200").etag

    def post_requirement(self, form: dict[str, Any]) -> None:
        self._until_acknowledged(lambda lost: self._client("POST", "/requirements", form), "201", "409 id_taken")
        self._ledger.requirements[form["id"]] = requirement_from(form)

    def decide(self, requirement: str, supplier: str, verdict: str, note: str) -> None:
        """Decisions bear no id of the client's: once an answer was lost, it looks before it sends again."""
        path = f"/requirements/{requirement}/decisions"
        form = {"supplier_id": supplier, "verdict": verdict, "note": note}

        def send(lost: bool) -> Answer:
            return (self._decided(path, note) if lost else None) or self._client("POST", path, form)

        self._until_acknowledged(send, "201", "200")
        self._ledger.decisions.append((requirement, supplier, verdict, note))

    def _decided(self, path: str, note: str) -> Answer | None:
        time.sleep(COMMIT_S)
        known = self._client("GET", path)
        missing = known.said == "200" and not any(item["note"] == note for item in known.body["items"])
        return None if missing else known

    def _until_acknowledged(self, send: Callable[[bool], Answer], expected: str, *once_lost: str) -> Answer:
        """The answer that acknowledges; `send` is told whether an answer to it was lost before.

        Any answer but the expected ones is an error that a client should not see.
        """
        lost, deadline = False, time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline and not self._give_up.is_set():
            try:
                answer = send(lost)
            except UNANSWERED as error:
                lost = True
                self._ledger.lost_answers.append(repr(error))
                time.sleep(PAUSE_S)
                continue
            assert answer.said in ((expected, *once_lost) if lost else (expected,)), answer
            return answer
        raise AssertionError("not acknowledged in time")


def supplier_form(supplier_id: str, state: str) -> dict[str, Any]:
    """A profile with something in each table of suppliers; `state` tells its versions apart in all of them."""
    return {
        "id": supplier_id,
        "name": f"Công ty Cơ khí {supplier_id}",
        "kind": "manufacturer",
        "province": "Hà Nội",
        "description": f"{supplier_id} {state}",
        "products": [f"giá đỡ {state}", "bracket"],
        "processes": ["dập kim loại", "mạ kẽm"],
        "materials": ["SPCC"],
        "capabilities": [{"process": f"CNC milling {state}", "materials": ["A6061"], "tolerance_mm": 0.01}],
        "certificates": [{"standard": "ISO 9001:2015", "number": state, "valid_until": "2030-12-31"}],
        "contacts": [{"name": f"Trần Thị Bình {state}", "email": "binh@press.example", "consent": True}],
    }
