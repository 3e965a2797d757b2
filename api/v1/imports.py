"""`/imports`: supplier lists as files."""

from __future__ import annotations

import dataclasses
from typing import Any

from flask import url_for
from flask_smorest.fields import Upload
from marshmallow import Schema

from api.fields import QueryYesNo, Text
from api.files import mapping_of
from api.security.authentication import actor
from api.transactions import reading, transaction
from api.v1.answers import ImportSchema
from api.v1.forms import Form, said
from api.v1.resource import resource
from matchmaker.desk import imports as desk
from matchmaker.intake import Reading, read_suppliers

imports = resource("imports", "/imports", "Supplier lists as people send them")


class ImportFiles(Schema):
    file = Upload(required=True, metadata=said("An .xlsx or .csv file"))


class ImportForm(Form):
    dry_run = QueryYesNo(metadata=said("Only say what would happen", True))
    source = Text(60, metadata=said("Who sends the list; the file's name when left out", "vasi"))
    encoding = Text(40, metadata=said("Encoding of a CSV file, where it cannot be told", "windows-1258"))
    mapping = Text(10_000, lines=True, metadata=said("JSON object from column header to field, to correct the reading"))


@imports.post("")
@imports.arguments(ImportFiles, location="files")
@imports.arguments(ImportForm, location="form")
@imports.response(201, ImportSchema)
@imports.alt_response(200, schema=ImportSchema, description="A dry run, or a file that was imported before")
def import_suppliers(files: dict[str, Any], form: dict[str, Any]) -> Any:
    """Import a supplier list, or try what it would do"""
    upload = files["file"]
    source = form.get("source") or _stem(upload.filename or "upload")
    got = read_suppliers(
        upload.read(),
        upload.filename or "upload",
        mapping=mapping_of(form["mapping"]) if "mapping" in form else None,
        encoding=form.get("encoding"),
        source=source,
    )
    if form.get("dry_run"):
        with reading() as session:
            return _body(desk.dry_run(session, got), got), 200
    with transaction() as session:
        outcome = desk.publish(session, actor(), got, source)
    where = {"Location": url_for("imports.read_import", import_id=outcome.import_id)}
    return _body(outcome, got), 200 if outcome.already_imported else 201, where


@imports.get("/<id:import_id>")
@imports.response(200, ImportSchema)
def read_import(import_id: str) -> Any:
    """A published import with its problems"""
    with reading() as session:
        row = desk.read(session, import_id)
        return {
            "id": row.id,
            "filename": row.filename,
            "counts": row.counts,
            "columns": row.columns,
            "problems": [_problem(problem) for problem in row.problems],
        }


def _stem(filename: str) -> str:
    return filename.rpartition("/")[2].rpartition("\\")[2].partition(".")[0][:60] or "upload"


def _body(outcome: desk.Outcome, got: Reading) -> dict[str, Any]:
    body = {
        "filename": got.filename,
        "already_imported": outcome.already_imported,
        "counts": outcome.counts,
        "columns": [dataclasses.asdict(column) for column in got.columns],
        "effects": [dataclasses.asdict(effect) for effect in outcome.effects],
        "problems": [_problem(problem) for problem in got.problems],
    }
    return {"id": outcome.import_id, **body} if outcome.import_id else body


def _problem(problem: Any) -> dict[str, Any]:
    names = ("severity", "code", "sheet", "row", "column", "found", "message", "advice")
    return {name: value for name in names if (value := getattr(problem, name)) not in (None, "")}
