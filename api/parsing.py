"""Requests read strictly: what is not understood is refused, never ignored and never an error of ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn

import marshmallow as ma
from flask import Request
from webargs.flaskparser import FlaskParser, is_json_request
from werkzeug.exceptions import RequestEntityTooLarge

from api import strict_json
from api.pointers import pointed
from api.problems import refuse

BODY_LIMIT = 1_000_000
"""Bytes of a JSON body; the largest allowed profile is far smaller."""
UPLOAD_LIMIT = 20_000_000
"""Bytes of an uploaded file with its envelope: a workbook of 100,000 suppliers by 10 columns has about 8 MB."""
MOST_ERRORS = 50
"""More would only repeat one mistake, and the answer must not outgrow the question."""

_UNKNOWN_REFUSED = FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION | dict.fromkeys(("query", "form", "files"), ma.RAISE)
_PLACES = {"json": "body", "files": "file"}


class StrictParser(FlaskParser):
    """Reads bodies with `strict_json`, refuses unknown and repeated query fields, and answers with problems."""

    DEFAULT_UNKNOWN_BY_LOCATION = _UNKNOWN_REFUSED

    def load_json(self, req: Request, schema: ma.Schema) -> Any:
        """The value in the body; a missing body is refused, an optional one is not offered."""
        _refuse_other_types(req)
        raw = _body(req)
        if not raw:
            refuse(400, "body_missing", "Send a JSON object in the body.")
        try:
            return strict_json.parse(raw)
        except ValueError as error:
            refuse(400, "bad_json", f"The body cannot be read: {error}.")

    def load_querystring(self, req: Request, schema: ma.Schema) -> Any:
        fields = super().load_querystring(req, schema)
        for name, values in req.args.lists():
            if len(values) > 1 and name not in fields.multiple_keys:
                refuse_fields({"query": {name: ["is given more than once"]}})
        return fields

    def load_files(self, req: Request, schema: ma.Schema) -> Any:
        """The uploaded files. Put the `files` arguments above the `form` ones, so that this limit is set first."""
        if req.content_length is None:
            # werkzeug leaves its temporary file open when a body of unknown length turns out too long.
            refuse(411, "length_required", "Send the file with Content-Length, not chunked.")
        req.max_content_length = UPLOAD_LIMIT
        return super().load_files(req, schema)

    def handle_error(self, error: ma.ValidationError, *args: Any, **kwargs: Any) -> NoReturn:
        refuse_fields(error.messages)


def refuse_fields(messages: Any) -> NoReturn:
    """Ends the request with 422 and one entry for each of marshmallow's messages, `MOST_ERRORS` at most."""
    found = list(_entries(messages))
    more = f" The first {MOST_ERRORS} are listed." if len(found) > MOST_ERRORS else ""
    count = "One value is" if len(found) == 1 else f"{len(found)} values are"
    refuse(422, "invalid", f"{count} not valid.{more}", errors=found[:MOST_ERRORS])


def _entries(messages: Any) -> Iterator[dict[str, str]]:
    for location, inner in messages.items():
        for pointer, detail in pointed(inner):
            yield {"pointer": pointer, "detail": detail, "in": _PLACES.get(location, location)}


def _refuse_other_types(req: Request) -> None:
    charset = req.mimetype_params.get("charset", "utf-8").lower()
    encoded = req.headers.get("Content-Encoding", "identity") != "identity"
    if req.mimetype and (not is_json_request(req) or charset != "utf-8" or encoded):
        refuse(415, "wrong_media_type", "Send the body as application/json in UTF-8, not compressed.")


def _body(req: Request) -> bytes:
    raw = req.get_data(cache=True)
    if req.content_length is None and len(raw) == req.max_content_length and req.input_stream.read(1):
        # werkzeug cuts a chunked body at the limit without a word.
        raise RequestEntityTooLarge
    if raw and not req.mimetype:
        refuse(415, "wrong_media_type", "Say Content-Type: application/json.")
    return raw
