"""`/requirements`: what buyers need, the live ranking, the decisions."""

from __future__ import annotations

from typing import Any

from flask import url_for

from api.etags import asked_version, etag
from api.pages import PageQuery, page, position
from api.security.authentication import actor
from api.transactions import reading, services, transaction
from api.v1.answers import DecisionPageSchema, DecisionSchema, MatchListSchema, RequirementPageSchema, RunSchema
from api.v1.decision_form import DecisionForm
from api.v1.matches import MatchQuery, asked_day, listed, run_body
from api.v1.resource import resource
from api.v1.schemas import RequirementSchema
from matchmaker.desk import decisions, runs
from matchmaker.desk import requirements as desk
from matchmaker.errors import Invalid
from matchmaker.records import form_of, requirement_from

requirements = resource("requirements", "/requirements", "Part requirements of buyers")
VERSIONED = {"ETag": {"schema": {"type": "string"}}}


@requirements.get("")
@requirements.arguments(PageQuery, location="query")
@requirements.response(200, RequirementPageSchema)
def list_requirements(query: dict[str, Any]) -> Any:
    """Your requirements; for staff everybody's"""
    limit = query["limit"]
    after = (position(query) or [""])[0]
    with reading() as session:
        posted = desk.page(session, actor(), after, limit + 1)
    last = [posted[limit - 1].key] if len(posted) > limit else None
    return page([form_of(item.requirement) for item in posted[:limit]], last)


@requirements.post("")
@requirements.arguments(RequirementSchema)
@requirements.response(201, RequirementSchema, headers={**VERSIONED, "Location": {"schema": {"type": "string"}}})
def create_requirement(form: dict[str, Any]) -> Any:
    """Post a part requirement"""
    with transaction() as session:
        posted = desk.create(session, actor(), requirement_from({"id": "", **form}))
    where = url_for("requirements.read_requirement", requirement_id=posted.requirement.id)
    return form_of(posted.requirement), 201, {**etag(posted.version), "Location": where}


@requirements.get("/<id:requirement_id>")
@requirements.response(200, RequirementSchema, headers=VERSIONED)
def read_requirement(requirement_id: str) -> Any:
    """One requirement"""
    with reading() as session:
        posted = desk.read(session, actor(), requirement_id)
    return form_of(posted.requirement), 200, etag(posted.version)


@requirements.put("/<id:requirement_id>")
@requirements.arguments(RequirementSchema)
@requirements.response(200, RequirementSchema, headers=VERSIONED)
def replace_requirement(form: dict[str, Any], requirement_id: str) -> Any:
    """Replace a requirement whole; send If-Match"""
    version = asked_version()
    if form.get("id", requirement_id) != requirement_id:
        raise Invalid(f"the id in the body is {form['id']}, in the path {requirement_id}", pointer="/id")
    with transaction() as session:
        posted = desk.replace(session, actor(), requirement_from({**form, "id": requirement_id}), version)
    return form_of(posted.requirement), 200, etag(posted.version)


@requirements.delete("/<id:requirement_id>")
@requirements.response(204)
def withdraw_requirement(requirement_id: str) -> None:
    """Close a requirement; send If-Match"""
    version = asked_version()
    with transaction() as session:
        desk.withdraw(session, actor(), requirement_id, version)


@requirements.get("/<id:requirement_id>/matches")
@requirements.arguments(MatchQuery, location="query")
@requirements.response(200, MatchListSchema)
def read_matches(query: dict[str, Any], requirement_id: str) -> Any:
    """Suppliers ranked as of now, with reasons"""
    asker = actor()
    on = asked_day(query)
    with reading() as session:
        result = runs.ranked_stored(session, services().keeper, asker, requirement_id, on)
    return listed(result, query["top"])


@requirements.post("/<id:requirement_id>/runs")
@requirements.arguments(MatchQuery, location="query")
@requirements.response(201, RunSchema)
def create_run(query: dict[str, Any], requirement_id: str) -> Any:
    """Rank and keep the list as it is now"""
    asker = actor()
    on = asked_day(query)
    with transaction() as session:
        run_id = runs.store(session, services().keeper, asker, requirement_id, on, query["top"])
        body = run_body(session, run_id)
    return body, 201, {"Location": url_for("runs.read_run", run_id=run_id)}


@requirements.get("/<id:requirement_id>/decisions")
@requirements.response(200, DecisionPageSchema)
def list_decisions(requirement_id: str) -> Any:
    """Every decision on a requirement, oldest first"""
    with reading() as session:
        return {"items": [_decision(row) for row in decisions.history(session, actor(), requirement_id)]}


@requirements.post("/<id:requirement_id>/decisions")
@requirements.arguments(DecisionForm)
@requirements.response(201, DecisionSchema)
def decide(form: dict[str, Any], requirement_id: str) -> Any:
    """Decide on a supplier for a requirement; decisions are only added, the latest stands"""
    with transaction() as session:
        return _decision(decisions.decide(session, actor(), requirement_id, decisions.Verdict(**form)))


def _decision(row: Any) -> dict[str, Any]:
    names = ("supplier_id", "verdict", "reason_code", "note", "run_id", "decided_by")
    known = {name: value for name in names if (value := getattr(row, name)) not in (None, "")}
    return {**known, "decided_at": row.decided_at}
