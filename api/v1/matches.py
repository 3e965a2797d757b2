"""`/match` and `/runs`: ranked lists, live and kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Response
from sqlalchemy.orm import Session

from api.fields import CalendarDate, QueryWhole, Word
from api.languages import reader_language
from api.security.authentication import actor
from api.transactions import reading, services
from api.v1.answers import MatchListSchema, RunSchema
from api.v1.downloads import download
from api.v1.forms import Form, said
from api.v1.resource import resource
from api.v1.schemas import RequirementSchema
from matchmaker.desk import exports, runs
from matchmaker.records import requirement_from

MOST_MATCHES = 300
FORMATS = ("csv", "xlsx", "jsonl", "trec")

matching = resource("match", "/match", "Ranking without storing")
stored = resource("runs", "/runs", "Ranked lists kept as they were")


class MatchQuery(Form):
    top = QueryWhole(least=1, most=MOST_MATCHES, load_default=20, metadata=said("How many suppliers to list", 20))
    on = CalendarDate(metadata=said("Day for which certificates must hold; left out means today", "2026-06-01"))


class ExportQuery(Form):
    format = Word(FORMATS, required=True, metadata=said("Form of the file", "xlsx"))


@matching.post("")
@matching.arguments(MatchQuery, location="query")
@matching.arguments(RequirementSchema)
@matching.response(200, MatchListSchema)
def match(query: dict[str, Any], form: dict[str, Any]) -> Any:
    """Rank suppliers for the requirement in the body; nothing is stored"""
    on = asked_day(query)
    with reading() as session:
        result = runs.ranked(session, services().keeper, requirement_from({"id": "", **form}), on)
    return listed(result, query["top"])


@stored.get("/<id:run_id>")
@stored.response(200, RunSchema)
def read_run(run_id: str) -> Any:
    """A stored run as it was shown"""
    with reading() as session:
        return run_body(session, run_id)


@stored.get("/<id:run_id>/export")
@stored.arguments(ExportQuery, location="query")
@stored.response(200, description="The file")
def export_run(query: dict[str, Any], run_id: str) -> Response:
    """A stored run as a file"""
    with reading() as session:
        run = runs.read(session, actor(), run_id, reader_language())
    return download(f"{run.reference}-{run.id}", query["format"], exports.run_file(run, query["format"]))


def asked_day(query: dict[str, Any]) -> date:
    """The day for which certificates must hold, where the requirement has no start of production."""
    return date.fromisoformat(query["on"]) if "on" in query else actor().at.date()


def listed(result: runs.Ranked, top: int) -> dict[str, Any]:
    """The public form of a ranked list."""
    return {
        "items": result.bodies(reader_language(), top),
        "total": len(result.matches),
        "effective_on": result.effective_on,
        "engine_version": result.engine_version,
        "vocabulary_version": result.vocabulary_version,
    }


def run_body(session: Session, run_id: str) -> dict[str, Any]:
    """The public form of a stored run."""
    run = runs.read(session, actor(), run_id, reader_language())
    return {
        "id": run.id,
        "requirement_id": run.reference,
        "requirement": run.requirement,
        "effective_on": run.effective_on,
        "engine_version": run.engine_version,
        "vocabulary_version": run.vocabulary_version,
        "created_by": run.created_by,
        "created_at": run.created_at,
        "items": list(run.bodies),
    }
