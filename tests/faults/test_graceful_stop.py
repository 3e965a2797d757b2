"""SIGTERM: what is under way is finished, then the service ends."""

from __future__ import annotations

import json
import time
from contextlib import ExitStack

from faults.ledger import supplier_form
from faults.service import WORKERS, Client, Service
from sqlalchemy import select

from api.commands.serving import THREADS
from models import Supplier
from models.engine import Database

STOPPING_S = 1
"""Long enough for a service that does not wait to be gone."""


def _begin(client: Client, body: bytes) -> None:
    """Sends a request without its body, and waits until a thread of the service asks for that."""
    client.connection.putrequest("POST", "/api/v1/suppliers")
    for name, value in {**client.headers(), "Content-Length": str(len(body)), "Expect": "100-continue"}.items():
        client.connection.putheader(name, value)
    client.connection.endheaders()
    asked = b""
    while not asked.endswith(b"\r\n\r\n"):
        asked += client.connection.sock.recv(1)
    assert asked.startswith(b"HTTP/1.1 100 ")


def test_sigterm_lets_every_request_finish(service: Service, key: str, database: Database) -> None:
    """All threads of all workers are busy when the signal comes. Seen to fail with a `graceful_timeout` of 0."""
    forms = [supplier_form(f"S-{number}", "sent while the service stops") for number in range(WORKERS * THREADS)]
    bodies = [json.dumps(form).encode() for form in forms]
    with service:
        with ExitStack() as stack:
            clients = [stack.enter_context(Client(service.port, key)) for _ in bodies]
            for number, worker in enumerate(service.workers()):
                with service.only(worker):
                    for place in range(number * THREADS, (number + 1) * THREADS):
                        _begin(clients[place], bodies[place])
            service.ask_to_stop()
            time.sleep(STOPPING_S)
            for client, body in zip(clients, bodies, strict=True):
                client.connection.send(body)
            assert [client.answer().said for client in clients] == ["201"] * len(bodies)
        assert service.exit_status() == 0
    with database.read_sessions() as session:
        assert set(session.scalars(select(Supplier.id))) == {form["id"] for form in forms}
