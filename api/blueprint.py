"""The blueprint that every REST resource starts from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from flask import request
from flask_smorest import Blueprint as SmorestBlueprint

from api.parsing import StrictParser, refuse_fields

View = TypeVar("View", bound=Callable[..., Any])


class Blueprint(SmorestBlueprint):  # type: ignore[misc]
    """Reads strictly; an operation that declares no query refuses one.

    Use function views: an operation's id is its function's name, so the names must differ across blueprints. One
    query schema for an operation: each refuses the other's fields.
    """

    ARGUMENTS_PARSER = StrictParser()

    if TYPE_CHECKING:  # flask-smorest has no types, and its decorators would take ours away

        def get(self, rule: str, **options: Any) -> Callable[[View], View]: ...
        def post(self, rule: str, **options: Any) -> Callable[[View], View]: ...
        def put(self, rule: str, **options: Any) -> Callable[[View], View]: ...
        def patch(self, rule: str, **options: Any) -> Callable[[View], View]: ...
        def delete(self, rule: str, **options: Any) -> Callable[[View], View]: ...
        def route(self, rule: str, **options: Any) -> Callable[[View], View]: ...
        def arguments(self, schema: Any, **options: Any) -> Callable[[View], View]: ...
        def response(self, status_code: int, schema: Any = None, **options: Any) -> Callable[[View], View]: ...
        def alt_response(self, status_code: int, **options: Any) -> Callable[[View], View]: ...
        def doc(self, **described: Any) -> Callable[[View], View]: ...

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before_request(self._refuse_unread_query)

    def _refuse_unread_query(self) -> None:
        if request.args and not self._reads_query():
            refuse_fields({"query": {name: ["is not a field of this query"] for name in request.args}})

    def _reads_query(self) -> bool:
        method = "get" if request.method == "HEAD" else request.method.lower()
        endpoint = (request.endpoint or "").removeprefix(f"{self.name}.")
        operation = self._docs.get(endpoint, {}).get(method, {})
        parameters = operation.get("arguments", {}).get("parameters", [])
        return any(parameter["in"] in ("query", "querystring") for parameter in parameters)
