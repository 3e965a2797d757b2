"""The real service as operators start it, in a process group of its own, and the ways to hurt it."""

from __future__ import annotations

import http.client
import json
import multiprocessing
import os
import random
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Self

import psutil

from api.commands import cli

HOST = "127.0.0.1"
WORKERS = 3
PATIENCE_S = 60
"""No single step of these tests takes longer, or the test fails."""
GRACE_S = 30
"""A service that is asked to stop is gone by then."""
PORTS = range(20_000, 30_000)
"""Below the ports that outgoing connections get: a client that knocks while the service is down must not take it."""
UNANSWERED = (OSError, http.client.HTTPException)
"""What a client sees when no whole answer comes."""

COLD = multiprocessing.get_context("spawn")
"""A new interpreter that imports everything."""
WARM = multiprocessing.get_context("forkserver")
"""A process split off one that has imported the program and read the vocabulary: the same without the seconds."""
WARM.set_forkserver_preload(["tests.faults.preloaded"])


class Service:
    """`matchmaker serve` on a free port; leaving the block kills whatever is left of it."""

    def __init__(self, database_url: str, folder: Path) -> None:
        self.port = _free_port()
        self._folder = folder
        self._environment = {"DATABASE_URL": database_url, "MATCHMAKER_SECRET": "k" * 32}
        self._master: BaseProcess | None = None

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def start(self, context: BaseContext = WARM) -> float:
        """Starts the service; returns the seconds until it is ready."""
        began = time.monotonic()
        options = ["--host", HOST, "--port", str(self.port), "--workers", str(WORKERS)]
        self._master = context.Process(target=_serve, args=(self._environment, self._log, options))  # type: ignore[attr-defined]
        self._master.start()
        while not self._is_ready():
            assert self._master.is_alive(), self.said()
            assert time.monotonic() < began + PATIENCE_S, self.said()
            time.sleep(0.02)
        return time.monotonic() - began

    @property
    def _log(self) -> Path:
        return self._folder / "service.log"

    def said(self) -> str:
        """What the service wrote to its terminal."""
        return self._log.read_text(encoding="utf-8")

    def _is_ready(self) -> bool:
        if len(self.workers()) < WORKERS:
            return False
        connection = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE_S)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == http.HTTPStatus.OK
        except UNANSWERED:
            return False
        finally:
            connection.close()

    def workers(self) -> list[psutil.Process]:
        """The worker processes of now."""
        if self._master is None or not self._master.is_alive():
            return []
        return psutil.Process(self._master.pid).children()

    def kill_a_worker(self, chance: random.Random) -> None:
        """kill -9 for one worker; the master puts another in its place."""
        if workers := self.workers():
            with suppress(psutil.NoSuchProcess):
                chance.choice(workers).kill()

    def kill(self) -> None:
        """kill -9 for the master and all workers, and a wait until their port is free."""
        if self._master is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self._master.pid, signal.SIGKILL)
        self._master.kill()
        self._master.join(PATIENCE_S)
        _wait_until(lambda: not self._is_listening())
        self._master = None

    def _is_listening(self) -> bool:
        with socket.socket() as knocking:
            return knocking.connect_ex((HOST, self.port)) == 0

    def ask_to_stop(self) -> None:
        """SIGTERM, as process managers send it."""
        assert self._master
        self._master.terminate()

    def exit_status(self) -> int | None:
        """The status with which the service ends by itself; None if it does not within `GRACE_S`."""
        assert self._master
        self._master.join(GRACE_S)
        return self._master.exitcode

    @contextmanager
    def only(self, worker: psutil.Process) -> Iterator[None]:
        """Holds the other workers still, so that `worker` takes every new connection."""
        others = [other for other in self.workers() if other != worker]
        try:
            for other in others:
                other.suspend()
            _wait_until(lambda: all(other.status() == psutil.STATUS_STOPPED for other in others))
            yield
        finally:
            for other in others:
                other.resume()


def _serve(environment: dict[str, str], log: Path, options: list[str]) -> None:
    """Runs in the new process, which leads a process group of its own."""
    os.setsid()
    os.chdir(log.parent)
    os.environ |= environment
    with log.open("ab") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    cli(["serve", *options])


def _wait_until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not done():
        assert time.monotonic() < deadline, f"still waiting after {PATIENCE_S} s"
        time.sleep(0.002)


def _free_port() -> int:
    for port in random.sample(PORTS, 100):
        with socket.socket() as tried, suppress(OSError):
            tried.bind((HOST, port))
            return port
    raise OSError("no free port")


@dataclass(frozen=True)
class Answer:
    """A whole answer. `said` is the status, with the problem's code if there is one: `201`, `409 id_taken`."""

    status: int
    etag: str
    body: Any

    @property
    def said(self) -> str:
        code = self.body.get("code", "") if self.status >= http.HTTPStatus.BAD_REQUEST else ""
        return f"{self.status} {code}".strip()


class Client:
    """One kept-alive connection that sends its key with every request."""

    def __init__(self, port: int, key: str) -> None:
        self.connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE_S)
        self._key = key

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def __call__(self, method: str, path: str, form: Any = None, etag: str = "") -> Answer:
        """The answer; one of `UNANSWERED` where none came whole, and a new connection next time."""
        headers = self.headers() | ({"If-Match": etag} if etag else {})
        body = None if form is None else json.dumps(form).encode()
        try:
            self.connection.request(method, f"/api/v1{path}", body, headers)
            return self.answer()
        except UNANSWERED:
            self.connection.close()
            raise

    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._key}", "Content-Type": "application/json"}

    def answer(self) -> Answer:
        """The answer to what was sent, read to its end."""
        response = self.connection.getresponse()
        content = response.read()
        return Answer(response.status, response.headers.get("ETag", ""), json.loads(content) if content else None)
