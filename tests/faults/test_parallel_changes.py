"""Many change one thing at once through all workers: one wins, the others are told, nobody sees an error."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime

from faults.ledger import supplier_form
from faults.service import PATIENCE_S, WORKERS, Answer, Client, Service

from matchmaker.desk import imports
from matchmaker.desk.actors import Actor
from matchmaker.intake import read_suppliers
from models.engine import Database

CLIENTS_OF_EACH_WORKER = 4
CLIENTS = WORKERS * CLIENTS_OF_EACH_WORKER
LOSERS = CLIENTS - 1
ROUNDS = 3
STAFF = Actor("programme", "staff", "faults", datetime.now(UTC))

Send = Callable[[Client, str], Answer]


def test_one_of_many_parallel_changes_wins(service: Service, key: str) -> None:
    """Seen to fail without the check of the version, without writers taking turns on PostgreSQL (500 for the same new
    supplier and the same new requirement), and with a plain BEGIN on SQLite (503).
    """
    with service:
        for number in range(ROUNDS):
            _same_new_supplier(service, key, f"S-{number}")
            _same_etag(service, key, f"S-{number}")
            _same_new_requirement(service, key, f"R-{number}")


def test_a_file_published_many_times_at_once_counts_once(database: Database) -> None:
    """Seen to fail without writers taking turns on PostgreSQL."""
    reading = read_suppliers("name,processes\nCông ty ABC,ép nhựa\n".encode(), "list.csv")
    line = threading.Barrier(CLIENTS_OF_EACH_WORKER, timeout=PATIENCE_S)

    def publish(_: int) -> bool:
        line.wait()
        with database.write_sessions.begin() as session:
            return imports.publish(session, STAFF, reading, "list").already_imported

    with ThreadPoolExecutor(CLIENTS_OF_EACH_WORKER) as pool:
        told = Counter(pool.map(publish, range(CLIENTS_OF_EACH_WORKER)))
    assert told == {False: 1, True: CLIENTS_OF_EACH_WORKER - 1}


def _same_new_supplier(service: Service, key: str, supplier_id: str) -> None:
    said = _at_once(service, key, lambda client, name: client("POST", "/suppliers", supplier_form(supplier_id, name)))
    assert said == {"201": 1, "409 id_taken": LOSERS}


def _same_etag(service: Service, key: str, supplier_id: str) -> None:
    path = f"/suppliers/{supplier_id}"
    with Client(service.port, key) as reader:
        etag = reader("GET", path).etag
    said = _at_once(service, key, lambda client, name: client("PUT", path, supplier_form(supplier_id, name), etag))
    assert said == {"200": 1, "412 stale": LOSERS}


def _same_new_requirement(service: Service, key: str, reference: str) -> None:
    said = _at_once(
        service, key, lambda client, name: client("POST", "/requirements", {"id": reference, "title": name})
    )
    assert said == {"201": 1, "409 id_taken": LOSERS}


def _at_once(service: Service, key: str, send: Send) -> Counter[str]:
    """What the clients are told when all send at one moment, each with a name of its own."""
    line = threading.Barrier(CLIENTS, timeout=PATIENCE_S)

    def one(number: int, client: Client) -> str:
        line.wait()
        return send(client, f"client {number}").said

    with _clients(service, key) as clients, ThreadPoolExecutor(CLIENTS) as pool:
        return Counter(pool.map(one, range(CLIENTS), clients))


@contextmanager
def _clients(service: Service, key: str) -> Iterator[list[Client]]:
    """Clients with open connections, as many to each worker."""
    with ExitStack() as stack:
        clients = []
        for worker in service.workers():
            with service.only(worker):
                clients += [_connected(stack, service, key) for _ in range(CLIENTS_OF_EACH_WORKER)]
        yield clients


def _connected(stack: ExitStack, service: Service, key: str) -> Client:
    client = stack.enter_context(Client(service.port, key))
    assert client("GET", "/suppliers?limit=1").said == "200"
    return client
