"""The form of a decision."""

from __future__ import annotations

from api.fields import Id, Text, Word
from api.v1.forms import Form, said
from models.matching import REASON_CODES, VERDICTS


class DecisionForm(Form):
    supplier_id = Id(required=True, metadata=said("Supplier decided upon", "S001"))
    verdict = Word(VERDICTS, required=True, metadata=said("`unsure` is not no; `withdrawn` cancels", "approved"))
    reason_code = Word(REASON_CODES, metadata=said("Why, for rejections", "tolerance"))
    note = Text(2000, lines=True, metadata=said("For colleagues"))
    run_id = Id(metadata=said("The stored list that was on the screen"))
