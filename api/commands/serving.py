"""The service."""

from __future__ import annotations

import gc
from typing import Any

import click
from gunicorn.app.base import BaseApplication

from api.commands.access import SAMPLE_KEYS
from api.commands.stores import opened, settings
from api.create_app import create_app
from api.transactions import Services
from matchmaker.vocabulary import recogniser
from models import schema

THREADS = 4
WORKERS = 2
RECYCLE_AFTER = 50_000


class Service(BaseApplication):  # type: ignore[misc]
    """gunicorn with our options; each worker makes its own application, engine and index after the fork."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        app = create_app(settings())
        running: Services = app.extensions["matchmaker"]
        with running.database.read_sessions() as session:
            running.keeper.index(session)
        needed = schema.head()
        running.ready = lambda: schema.current(running.database) == needed
        return app


def options(host: str, port: int, workers: int) -> dict[str, Any]:
    """gunicorn's settings. Threads serve slow clients while a worker ranks; workers are renewed now and then."""
    return {
        "bind": f"{host}:{port}",
        "workers": workers,
        "worker_class": "gthread",
        "threads": THREADS,
        "timeout": 30,
        "graceful_timeout": 30,
        "max_requests": RECYCLE_AFTER,
        "max_requests_jitter": RECYCLE_AFTER // 10,
        "control_socket_disable": True,
        "loglevel": "warning",
    }


def read_vocabulary() -> None:
    """Read the vocabulary before the fork, so that the workers share it and start at once."""
    gc.disable()  # Half a million objects are made to stay: looking through them over and over doubles the time.
    recogniser()
    gc.freeze()
    gc.enable()


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(1, 65535), default=None, help="PORT, else 8000, if left out.")
@click.option("--workers", type=click.IntRange(1), default=WORKERS, show_default=True)
def serve(host: str, port: int | None, workers: int) -> None:
    """Serve the API.

    Example: matchmaker serve --port 8000
    """
    port = port or settings().port
    with opened():
        click.echo(f"Matchmaker on http://{host}:{port} — API at /api/v1, documents at /api/docs. Stop with Ctrl-C.")
    if SAMPLE_KEYS.exists():
        click.echo(f"Keys to try it with are in {SAMPLE_KEYS}; `matchmaker create-key` makes more.")
    else:
        click.echo("Make a key with `matchmaker create-key`.")
    read_vocabulary()
    Service(options(host, port, workers)).run()
