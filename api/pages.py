"""Lists in parts: an opaque cursor that says where the next part begins, bound to the list it came from.

The cursor is signed, so a position in one list cannot be turned into a question about another.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from flask import request

from api.fields import QueryWhole, Text
from api.problems import refuse
from api.transactions import services
from api.v1.forms import Query, said

DEFAULT_LIMIT = 50
MOST = 200

_TAG_BYTES = 16
_LONGEST = 3000
"""A name of 500 letters of three bytes each, in base64, and its id."""
_PAGING = ("cursor", "limit")


class PageQuery(Query):
    """Query of every list. Filters are added by subclassing, because an operation takes one query schema."""

    limit = QueryWhole(
        least=1, most=MOST, load_default=DEFAULT_LIMIT, metadata=said("Items in one page", DEFAULT_LIMIT)
    )
    cursor = Text(_LONGEST, metadata=said("`next` of the page before; left out for the first page"))


def position(query: Mapping[str, Any]) -> list[Any] | None:
    """The sort key after which the asked page begins, None for the first page; 400 for a cursor of another list."""
    cursor = query.get("cursor")
    return None if not cursor else unseal(cursor, _list_asked_for(), services().cursor_key)


def page(items: Sequence[Any], after: Sequence[Any] | None) -> tuple[dict[str, Any], dict[str, str]]:
    """Body and headers of a page. `after` is the sort key of its last item, None when nothing follows."""
    if after is None:
        return {"items": list(items)}, {}
    cursor = seal(after, _list_asked_for(), services().cursor_key)
    args = [pair for pair in request.args.items(multi=True) if pair[0] != "cursor"]
    query = urlencode([*args, ("cursor", cursor)])
    return {"items": list(items), "next": cursor}, {"Link": f'<{quote(request.path)}?{query}>; rel="next"'}


def seal(after: Sequence[Any], list_name: str, key: bytes) -> str:
    """The cursor for a sort key of texts, numbers and nulls."""
    payload = json.dumps(list(after), ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_tag(payload, list_name, key) + payload).decode().rstrip("=")


def unseal(cursor: str, list_name: str, key: bytes) -> list[Any]:
    """The sort key in a cursor that `seal` made for the same list; anything else is refused with 400."""
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except ValueError:
        raw = b""
    tag, payload = raw[:_TAG_BYTES], raw[_TAG_BYTES:]
    if not hmac.compare_digest(tag, _tag(payload, list_name, key)):
        refuse(400, "bad_cursor", "Take the cursor from `next` of the same list with the same filters, unchanged.")
    after: list[Any] = json.loads(payload)
    return after


def _tag(payload: bytes, list_name: str, key: bytes) -> bytes:
    return hmac.digest(key, list_name.encode() + b"\0" + payload, hashlib.sha256)[:_TAG_BYTES]


def _list_asked_for() -> str:
    filters = sorted(pair for pair in request.args.items(multi=True) if pair[0] not in _PAGING)
    return f"{request.path}?{urlencode(filters)}"
