"""`/duplicates`: records that may be one firm."""

from __future__ import annotations

from typing import Any

from api.fields import Id, Text, Word
from api.security.authentication import actor
from api.transactions import reading, transaction
from api.v1.answers import DuplicateDecisionSchema, DuplicatePageSchema
from api.v1.forms import Form, said
from api.v1.resource import resource
from matchmaker.desk import same_firm
from models.matching import DUPLICATE_VERDICTS

duplicates = resource("duplicates", "/duplicates", "Supplier records that may be one firm")


class DuplicateForm(Form):
    a = Id(required=True, metadata=said("One record", "S001"))
    b = Id(required=True, metadata=said("The other record", "S002"))
    verdict = Word(DUPLICATE_VERDICTS, required=True, metadata=said("`withdrawn` takes the last one back", "same"))
    note = Text(2000, lines=True, metadata=said("For colleagues"))


@duplicates.get("")
@duplicates.response(200, DuplicatePageSchema)
def list_duplicates() -> Any:
    """Pairs that look like one firm and wait for a decision"""
    with reading() as session:
        found = same_firm.proposals(session)
    return {"items": [same_firm.body(pair) for pair in found]}


@duplicates.post("/decisions")
@duplicates.arguments(DuplicateForm)
@duplicates.response(201, DuplicateDecisionSchema)
def decide_duplicate(form: dict[str, Any]) -> Any:
    """Say whether two records are one firm; decisions are only added and can be taken back"""
    with transaction() as session:
        row = same_firm.decide(session, actor(), (form["a"], form["b"]), form["verdict"], form.get("note", ""))
        return {
            "a": row.a_id,
            "b": row.b_id,
            "verdict": row.verdict,
            "decided_by": row.decided_by,
            "decided_at": row.decided_at,
        }
