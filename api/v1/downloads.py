"""Files that leave."""

from __future__ import annotations

from flask import Response

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
    "trec": "text/plain; charset=utf-8",
}
ENDINGS = {"trec": "run.txt"}


def download(stem: str, form: str, content: bytes) -> Response:
    """`content` as a file to keep, named after `stem` and its form."""
    response = Response(content, content_type=TYPES[form])
    response.headers.set("Content-Disposition", "attachment", filename=f"{stem}.{ENDINGS.get(form, form)}")
    return response
