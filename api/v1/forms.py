"""What all that is sent to us shares: unknown fields are refused; in forms null and empty mean left out."""

from __future__ import annotations

from typing import Any

from marshmallow import RAISE, Schema, fields, post_load

from api.fields import REFUSALS

WHOLE_FORM_REFUSALS = {"unknown": "is not a field of this form", "type": "must be an object"}
_EMPTY: tuple[Any, ...] = (None, "", [], {})


class Query(Schema):
    """The fields after the question mark."""

    class Meta:
        unknown = RAISE

    error_messages = WHOLE_FORM_REFUSALS

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        field_obj.error_messages = field_obj.error_messages | REFUSALS


class Form(Query):
    """A JSON object sent to us. Loads into a plain dict that holds only what was said."""

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        super().on_bind_field(field_name, field_obj)
        field_obj.allow_none = not field_obj.required

    @post_load
    def _only_what_was_said(self, form: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {name: value for name, value in form.items() if value not in _EMPTY}


def said(description: str, *examples: Any) -> dict[str, Any]:
    """A field's metadata for the OpenAPI document."""
    return {"description": description} | ({"examples": list(examples)} if examples else {})
