"""SIGTERM: what is under way is finished, then the service ends."""

from __future__ import annotations

import json
import time
from contextlib import ExitStack

from faults.ledger import supplier_form
from faults.service import Client, Service
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
    with service, ExitStack() as clients:
        under_way: list[tuple[Client, bytes]] = []
        for worker in service.workers():
            with service.only(worker):
                for _ in range(THREADS):
                    form = supplier_form(f"S-{len(under_way)}", "sent while the service stops")
                    client, body = clients.enter_context(Client(service.port, key)), json.dumps(form).encode()
                    _begin(client, body)
                    under_way.append((client, body))
        service.ask_to_stop()
        time.sleep(STOPPING_S)
        for client, body in under_way:
            client.connection.send(body)
        answers = [client.answer().said for client, _ in under_way]
        assert answers == ["201"] * len(under_way)
        assert service.exit_status() == 0
    with database.read_sessions() as session:
        assert set(session.scalars(select(Supplier.id))) == {json.loads(body)["id"] for _, body in under_way}
