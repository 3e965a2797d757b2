"""Many change one thing at once through all workers: one wins, the others are told, nobody sees an error."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

from faults.ledger import supplier_form
from faults.service import PATIENCE_S, Answer, Client, Service

CLIENTS_OF_EACH_WORKER = 4
CLIENTS = 3 * CLIENTS_OF_EACH_WORKER
LOSERS = CLIENTS - 1
ROUNDS = 5

Send = Callable[[Client, str], Answer]


def test_one_of_many_parallel_changes_wins(service: Service, key: str) -> None:
    with service:
        for number in range(ROUNDS):
            _same_new_supplier(service, key, f"S-{number}")
            _same_etag(service, key, f"S-{number}")
            _same_new_requirement(service, key, f"R-{number}")


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
