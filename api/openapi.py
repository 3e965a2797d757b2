"""What flask-smorest's document lacks: problems, an id for each operation, and rules that marshmallow cannot spell."""

from __future__ import annotations

import inspect
from http import HTTPStatus
from typing import Any

import marshmallow as ma
from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from flask import Flask
from flask_smorest import Api
from flask_smorest.spec.plugins import FlaskPlugin

from api import failures
from api.problems import MEDIA_TYPE


class ErrorSchema(ma.Schema):
    class Meta:
        unknown = ma.INCLUDE

    pointer = ma.fields.String(
        required=True,
        metadata={"description": "JSON pointer to the value, as in `/certificates/0/standard`; empty for the whole"},
    )
    detail = ma.fields.String(required=True, metadata={"description": "What is wrong and what to do"})
    place = ma.fields.String(
        data_key="in", metadata={"description": "Where the value was: body, query, form, file; body when left out"}
    )


class ProblemSchema(ma.Schema):
    class Meta:
        unknown = ma.INCLUDE

    type = ma.fields.String(
        required=True, metadata={"format": "uri-reference", "description": "Address of the code's description"}
    )
    title = ma.fields.String(required=True, metadata={"description": "The same sentence for every such problem"})
    status = ma.fields.Integer(required=True, metadata={"minimum": 400, "maximum": 599})
    detail = ma.fields.String(required=True, metadata={"description": "What is wrong in this request"})
    instance = ma.fields.String(required=True, metadata={"format": "uri-reference", "description": "Path asked for"})
    code = ma.fields.String(required=True, metadata={"description": "Stable name to program against"})
    request_id = ma.fields.String(required=True, metadata={"description": "Also in the header X-Request-ID"})
    errors = ma.fields.List(ma.fields.Nested(ErrorSchema), metadata={"description": "One entry for each wrong value"})


class RulePlugin(FlaskPlugin):  # type: ignore[misc]
    """Sets `operationId`: the view function's name; views with several methods get the method in front."""

    def __init__(self) -> None:
        super().__init__()
        self._given: set[str] = set()

    def path_helper(self, rule: Any, operations: dict[str, Any], parameters: list[Any], **kwargs: Any) -> str:
        name = rule.endpoint.rpartition(".")[2]
        for method, operation in operations.items():
            operation.setdefault("operationId", name if len(operations) == 1 else f"{method}_{name}")
            if operation["operationId"] in self._given:
                raise ValueError(f"two operations are called {operation['operationId']}")
            self._given.add(operation["operationId"])
        path: str = super().path_helper(rule, operations, parameters, **kwargs)
        return path


class DocumentConverter(OpenAPIConverter):
    """Adds a schema's docstring and the members of its `Meta.document`, such as `anyOf`."""

    def schema2jsonschema(self, schema: ma.Schema | type[ma.Schema]) -> dict[str, Any]:
        described: dict[str, Any] = super().schema2jsonschema(schema)  # type: ignore[no-untyped-call]
        docstring = (schema if isinstance(schema, type) else type(schema)).__doc__
        if docstring:
            described["description"] = inspect.cleandoc(docstring)
        return described | getattr(schema.Meta, "document", {})


class DocumentPlugin(MarshmallowPlugin):
    Converter = DocumentConverter


class ProblemApi(Api):  # type: ignore[misc]
    """flask-smorest's Api that answers and documents problems, and names every operation."""

    ERROR_SCHEMA = ProblemSchema

    def __init__(self, app: Flask, **spec_kwargs: Any) -> None:
        plugins = {"flask_plugin": RulePlugin(), "marshmallow_plugin": DocumentPlugin()}
        super().__init__(app, spec_kwargs=plugins | spec_kwargs)

    def _register_responses(self) -> None:
        content = {MEDIA_TYPE: {"schema": self.ERROR_SCHEMA}}
        for status in HTTPStatus:
            if status >= HTTPStatus.BAD_REQUEST:
                response = {"description": status.phrase, "content": content}
                self.spec.components.response(status.name, response, lazy=True)
        default = {"description": "A problem", "content": content}
        self.spec.components.response(self.DEFAULT_ERROR_RESPONSE_NAME, default, lazy=True)

    def _register_pagination_header(self) -> None:
        """Registers nothing: our lists have cursors, not page numbers."""

    def _register_error_handlers(self) -> None:
        failures.register(self._app)
