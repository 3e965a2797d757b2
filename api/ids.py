"""Ids of suppliers, requirements and everything else that has a path."""

from __future__ import annotations

from typing import Any

from werkzeug.routing import BaseConverter

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$"


class IdConverter(BaseConverter):
    """`<id:supplier_id>` in a path; anything else in that place is not found."""

    regex = ID_PATTERN.strip("^$")


def id_parameter(_converter: IdConverter) -> dict[str, Any]:
    """How such a part of a path is described in the OpenAPI document."""
    return {"type": "string", "pattern": ID_PATTERN}
