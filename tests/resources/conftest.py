"""The whole service on each database, and clients that hold keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from resources.world import MOULDER, PRESS_SHOP, Client, Clients

from api.commands.access import issue
from api.config import settings_from
from api.create_app import create_app
from models.engine import Database


@pytest.fixture
def app(database_url: str) -> Iterator[Flask]:
    made = create_app(settings_from({"DATABASE_URL": database_url, "MATCHMAKER_SECRET": "k" * 32}))
    yield made
    made.extensions["matchmaker"].database.dispose()


@pytest.fixture
def clients(app: Flask, database: Database) -> Clients:
    """Makes a client of an organisation in a role."""

    def client(organisation: str, role: str) -> Client:
        with database.write_sessions.begin() as session:
            key = issue(session, organisation, role, "test", None)
        return Client(app.test_client(), key)

    return client


@pytest.fixture
def staff(clients: Clients) -> Client:
    return clients("programme", "staff")


@pytest.fixture
def buyer(clients: Clients) -> Client:
    return clients("buyer-a", "buyer")


@pytest.fixture
def other_buyer(clients: Clients) -> Client:
    return clients("buyer-b", "buyer")


@pytest.fixture
def stocked(staff: Client) -> Client:
    """Staff of a register with a press shop and a moulder."""
    for supplier in (PRESS_SHOP, MOULDER):
        assert staff("POST", "/suppliers", json=supplier).status_code == 201
    return staff
