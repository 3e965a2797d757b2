"""What we send: pages, and matches with their reasons. They describe answers; nothing is loaded through them."""

from __future__ import annotations

from marshmallow import INCLUDE, Schema, fields
from marshmallow.validate import OneOf, Range

from api.v1.forms import said
from api.v1.schemas import RequirementSchema, SupplierSchema

BANDS = ("qualified", "needs_evidence", "failed")
GATE_ANSWERS = ("pass", "fail", "unknown")


class Answer(Schema):
    """A JSON object that we send; members may be added later."""

    class Meta:
        unknown = INCLUDE


class ReasonSchema(Answer):
    """One feature's part in the score; the points of all reasons add up to it."""

    feature = fields.String(required=True, metadata=said("Name of the feature", "materials"))
    value = fields.Float(
        required=True,
        allow_none=True,
        validate=Range(0, 1),
        metadata=said("0 to 1; null when evidence is missing", 0.8),
    )
    weight = fields.Float(required=True, metadata=said("Weight of the feature", 0.2))
    points = fields.Float(required=True, metadata=said("What it adds to the score", 16.0))
    detail = fields.String(required=True, metadata=said("Sentence for people", "ADC12 is listed."))


class GateSchema(Answer):
    """One hard condition with its evidence."""

    gate = fields.String(required=True, metadata=said("Name of the gate", "certificates"))
    answer = fields.String(required=True, validate=OneOf(GATE_ANSWERS), metadata=said("unknown is no pass, no fail"))
    detail = fields.String(required=True, metadata=said("Evidence, or what is missing"))


class MatchSchema(Answer):
    supplier = fields.Nested(SupplierSchema, required=True)
    rank = fields.Integer(required=True, validate=Range(min=1), metadata=said("Place in the list, from 1", 1))
    band = fields.String(required=True, validate=OneOf(BANDS), metadata=said("Bands come in this order"))
    score = fields.Float(required=True, validate=Range(0, 100), metadata=said("0 to 100", 87.5))
    coverage = fields.Float(
        required=True, validate=Range(0, 1), metadata=said("Share of the weights that rests on evidence", 0.75)
    )
    reasons = fields.List(fields.Nested(ReasonSchema), required=True)
    gates = fields.List(fields.Nested(GateSchema), required=True)
    questions = fields.List(
        fields.String(), required=True, metadata=said("What to ask the supplier", ["Is ISO 9001 in date?"])
    )


class PageSchema(Answer):
    """A part of a list. `next` is left out on the last page; the header `Link` says the same."""

    next = fields.String(metadata=said("Cursor of the next page"))


class SupplierPageSchema(PageSchema):
    items = fields.List(fields.Nested(SupplierSchema), required=True)


class RequirementPageSchema(PageSchema):
    items = fields.List(fields.Nested(RequirementSchema), required=True)


class MadeByPart(Answer):
    """Which engine and vocabulary made a list, and the day for which certificates had to hold."""

    effective_on = fields.Date(required=True, metadata=said("Start of production, else the day asked for"))
    engine_version = fields.String(required=True)
    vocabulary_version = fields.String(required=True)


class MatchListSchema(MadeByPart):
    items = fields.List(fields.Nested(MatchSchema), required=True)
    total = fields.Integer(required=True, metadata=said("Suppliers ranked, of which `items` are the first", 57))


class RunSchema(MadeByPart):
    """A ranked list as it was kept."""

    id = fields.String(required=True)
    requirement_id = fields.String(required=True)
    requirement = fields.Nested(RequirementSchema, required=True, metadata=said("The requirement as it was ranked"))
    created_by = fields.String(required=True)
    created_at = fields.DateTime(required=True)
    items = fields.List(fields.Nested(MatchSchema), required=True)


class DecisionSchema(Answer):
    supplier_id = fields.String(required=True)
    verdict = fields.String(required=True)
    reason_code = fields.String()
    note = fields.String()
    run_id = fields.String()
    decided_by = fields.String(required=True)
    decided_at = fields.DateTime(required=True)


class DecisionPageSchema(PageSchema):
    items = fields.List(fields.Nested(DecisionSchema), required=True)


class OriginSchema(Answer):
    """Who said a value, and where."""

    supplier_id = fields.String(required=True, metadata=said("The record; a firm may have several"))
    field = fields.String(required=True, metadata=said("Path of the value", "certificates/0"))
    source = fields.String(required=True, metadata=said("import or edit", "import"))
    said_by = fields.String(required=True)
    said_at = fields.DateTime(required=True)
    filename = fields.String()
    sheet = fields.String()
    row = fields.Integer()
    column = fields.String()
    raw = fields.String(metadata=said("The words themselves"))


class ProvenancePageSchema(PageSchema):
    items = fields.List(fields.Nested(OriginSchema), required=True)


class LikenessReasonSchema(Answer):
    feature = fields.String(required=True)
    points = fields.Float(required=True, metadata=said("Log-odds that it adds"))
    detail = fields.String(required=True)


class DuplicateSchema(Answer):
    a = fields.String(required=True)
    b = fields.String(required=True)
    probability = fields.Float(required=True, validate=Range(0, 1), metadata=said("That the two are one firm", 0.97))
    reasons = fields.List(fields.Nested(LikenessReasonSchema), required=True)


class DuplicatePageSchema(PageSchema):
    items = fields.List(fields.Nested(DuplicateSchema), required=True)


class DuplicateDecisionSchema(Answer):
    a = fields.String(required=True)
    b = fields.String(required=True)
    verdict = fields.String(required=True)
    decided_by = fields.String(required=True)
    decided_at = fields.DateTime(required=True)


class ConceptSchema(Answer):
    id = fields.String(required=True)
    broader = fields.List(fields.String(), required=True)
    labels = fields.Dict(keys=fields.String(), values=fields.List(fields.String()), required=True)


class VocabularySchema(Answer):
    scheme = fields.String(required=True)
    version = fields.String(required=True)
    kind = fields.String(required=True)
    items = fields.List(fields.Nested(ConceptSchema), required=True)


class ImportProblemSchema(Answer):
    severity = fields.String(required=True, metadata=said("error: the row was left out", "warning"))
    code = fields.String(required=True)
    sheet = fields.String()
    row = fields.Integer()
    column = fields.String()
    found = fields.String()
    message = fields.String(required=True)
    advice = fields.String()


class ColumnSchema(Answer):
    position = fields.Integer(required=True)
    header = fields.String(required=True)
    field = fields.String(required=True, allow_none=True, metadata=said("null where nobody knows what it holds"))
    confidence = fields.Float(required=True, validate=Range(0, 1))


class EffectSchema(Answer):
    supplier_id = fields.String(required=True)
    name = fields.String(required=True)
    row = fields.Integer(required=True)
    effect = fields.String(required=True, metadata=said("new, changed, unchanged, or kept: edited by hand since"))


class ImportSchema(Answer):
    id = fields.String(metadata=said("Left out for a dry run"))
    filename = fields.String(required=True)
    already_imported = fields.Boolean()
    counts = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    columns = fields.List(fields.Nested(ColumnSchema), required=True)
    effects = fields.List(fields.Nested(EffectSchema))
    problems = fields.List(fields.Nested(ImportProblemSchema), required=True)
