"""`/pairs`: approved pairs, for those who bring people to one table."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify

from api.fields import Word
from api.security.authentication import actor
from api.transactions import transaction
from api.v1.downloads import download
from api.v1.forms import Form, said
from api.v1.resource import resource
from matchmaker.desk import decisions, exports
from matchmaker.desk.actors import record

pairs = resource("pairs", "/pairs", "Approved pairs of requirement and supplier")


class PairQuery(Form):
    format = Word(("json", "csv", "xlsx"), load_default="json", metadata=said("Form of the answer", "xlsx"))


@pairs.get("")
@pairs.arguments(PairQuery, location="query")
@pairs.response(200, description="The approved pairs")
def list_pairs(query: dict[str, Any]) -> Response:
    """Approved pairs; contacts only with their consent, and each export is noted"""
    with transaction() as session:
        table = exports.pair_table(decisions.approved_pairs(session))
        record(session, actor(), "export", ("pairs", "approved"), rows=len(table), format=query["format"])
    if query["format"] == "json":
        return jsonify({"items": table})
    return download("pairs", query["format"], exports.pair_file(table, query["format"]))
