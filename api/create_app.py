"""The web application, put together."""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType

from flask import Flask, redirect, request, url_for
from werkzeug.middleware.proxy_fix import ProxyFix

from api.blueprint import Blueprint
from api.config import Settings
from api.docs import docs
from api.headers import protect
from api.health import health
from api.ids import IdConverter, id_parameter
from api.openapi import ProblemApi
from api.parsing import BODY_LIMIT
from api.problems import TITLES
from api.request_id import name_answer, request_id
from api.security.secret import key_for, secret_of
from api.transactions import Services
from api.v1.duplicates import duplicates
from api.v1.imports import imports
from api.v1.matches import matching, stored
from api.v1.pairs import pairs
from api.v1.requirements import requirements
from api.v1.suppliers import suppliers
from api.v1.vocabulary import concepts
from models.engine import open_database

DOCUMENT = {
    "info": {
        "description": "Matches local component suppliers with buyers' part requirements, and says why.",
        "x-problems": TITLES,
    },
    "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}},
    "security": [{"bearer": []}],
}


class MatchmakerApp(Flask):
    """Flask that logs what went wrong under the request's id."""

    def log_exception(self, exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None]) -> None:
        self.logger.error("request %s failed: %s %r", request_id(), request.method, request.path, exc_info=exc_info)


RESOURCES = (suppliers, requirements, matching, stored, pairs, duplicates, imports, concepts)


def create_app(settings: Settings, resources: Iterable[Blueprint] = RESOURCES) -> Flask:
    """The application on `settings` with these REST resources; opens the database, changes nothing in it."""
    app = MatchmakerApp("api", static_folder=None)
    app.config.update(
        API_TITLE="Matchmaker",
        API_VERSION="v1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/api/v1",
        API_SPEC_OPTIONS=DOCUMENT,
        MAX_CONTENT_LENGTH=BODY_LIMIT,
        MAX_FORM_MEMORY_SIZE=BODY_LIMIT,
    )
    app.json.ensure_ascii = app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.compact = True  # type: ignore[attr-defined]
    app.url_map.converters["id"] = IdConverter
    app.extensions["matchmaker"] = _services(settings)
    app.after_request(protect)
    app.after_request(name_answer)
    app.register_blueprint(health)
    app.register_blueprint(docs)
    app.add_url_rule("/", "home", lambda: redirect(url_for("docs.page")))
    _register(app, resources)
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies)  # type: ignore[method-assign]
    return app


def _services(settings: Settings) -> Services:
    return Services(
        settings=settings,
        database=open_database(settings.database_url),
        cursor_key=key_for("cursor", secret_of(settings)),
    )


def _register(app: Flask, resources: Iterable[Blueprint]) -> None:
    api = ProblemApi(app)
    api.register_converter(IdConverter, id_parameter)
    for resource in resources:
        api.register_blueprint(resource)
