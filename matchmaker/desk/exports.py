"""What leaves: a stored run, and the approved pairs, as tables.

Columns are constants, for they are a contract. CSV is UTF-8 with a mark for Excel, every field quoted, and text that a
spreadsheet would run is made text by one leading apostrophe; XLSX cells are typed, so they need no such sign.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter

from matchmaker.desk.decisions import Pair
from matchmaker.desk.runs import StoredRun
from matchmaker.ranking.evaluation import trec_lines

RUN_COLUMNS = (
    "rank",
    "band",
    "score",
    "coverage",
    "supplier",
    "tax_code",
    "province",
    "reasons",
    "gates",
    "questions",
    "supplier_id",
    "requirement",
    "run",
)
PAIR_COLUMNS = (
    "requirement",
    "title",
    "buyer",
    "supplier_id",
    "supplier",
    "tax_code",
    "province",
    "band",
    "score",
    "reasons",
    "contact",
    "email",
    "phone",
    "decided_by",
    "decided_at",
    "note",
)
WIDTHS = {
    "rank": 6,
    "score": 7,
    "coverage": 9,
    "supplier": 34,
    "title": 34,
    "reasons": 58,
    "gates": 26,
    "questions": 46,
    "buyer": 24,
    "email": 24,
    "note": 28,
}
"""Column widths in characters; 13 for the others."""
LINE_POINTS = 15
"""Height of a line of text in points, as Excel has it for its usual font."""
TRIGGERS = frozenset("=+-@\t\r\n\0＝＋－＠")
UNSEEN = " \u00a0\u200b\u200c\u200d\u2060\ufeff"

Table = list[dict[str, Any]]


def run_table(run: StoredRun) -> Table:
    """The rows of a run, one a match, by rank."""
    return [_run_row(run, body) for body in run.bodies]


def _run_row(run: StoredRun, body: Mapping[str, Any]) -> dict[str, Any]:
    supplier = body["supplier"]
    return {
        "rank": body["rank"],
        "band": body["band"],
        "score": body["score"],
        "coverage": body["coverage"],
        "supplier": supplier["name"],
        "tax_code": supplier.get("tax_code", ""),
        "province": supplier.get("province", ""),
        "reasons": _reasons(body),
        "gates": "\n".join(f"{gate['gate']}: {gate['answer']}" for gate in body["gates"]),
        "questions": "\n".join(body["questions"]),
        "supplier_id": supplier["id"],
        "requirement": run.reference,
        "run": run.id,
    }


def pair_table(pairs: Iterable[Pair]) -> Table:
    """The rows of approved pairs. A contact appears only with its consent, an anonymous buyer as `(anonymous)`."""
    return [_pair_row(pair) for pair in pairs]


def _pair_row(pair: Pair) -> dict[str, Any]:
    contact = next((contact for contact in pair.supplier.contacts if contact.consent), None)
    hidden = pair.requirement.confidentiality != "public"
    return {
        "requirement": pair.reference,
        "title": pair.requirement.title,
        "buyer": "(anonymous)" if hidden else pair.buyer.name,
        "supplier_id": pair.supplier.id,
        "supplier": pair.supplier.name,
        "tax_code": pair.supplier.tax_code,
        "province": pair.supplier.province,
        "band": pair.body.get("band", ""),
        "score": pair.body.get("score", ""),
        "reasons": _reasons(pair.body) if pair.body else "",
        "contact": contact.name if contact else "",
        "email": contact.email if contact else "",
        "phone": contact.phone if contact else "",
        "decided_by": pair.decision.decided_by,
        "decided_at": pair.decision.decided_at.isoformat(timespec="seconds"),
        "note": pair.decision.note,
    }


def _reasons(body: Mapping[str, Any]) -> str:
    return "\n".join(f"+{reason['points']:g} {reason['detail']}" for reason in body["reasons"] if reason["points"])


def csv_bytes(columns: Sequence[str], table: Table) -> bytes:
    """The table as CSV for spreadsheets: UTF-8 with mark, CRLF, all fields quoted, nothing that runs."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    for row in table:
        writer.writerow(
            [escaped(str(row[column])) if isinstance(row[column], str) else row[column] for column in columns]
        )
    return out.getvalue().encode("utf-8-sig")


def escaped(text: str) -> str:
    """`text` as a spreadsheet will show and not run it.

    An apostrophe in front gets another, so that `unescaped` gives every text back.
    """
    visible = text.lstrip(UNSEEN)
    return f"'{text}" if text.startswith("'") or (visible[:1] in TRIGGERS and visible) else text


def unescaped(text: str) -> str:
    """The text that `escaped` was given."""
    return text[1:] if text.startswith("'") else text


def xlsx_bytes(title: str, columns: Sequence[str], table: Table) -> bytes:
    """The table as a workbook of one sheet: typed cells, no formulas or links, header frozen and filtered."""
    out = io.BytesIO()
    off = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(out, off)
    sheet = book.add_worksheet(title)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.replace("_", " "), head)
        sheet.set_column(place, place, _width(column))
    for number, row in enumerate(table, start=1):
        sheet.set_row(number, LINE_POINTS * max(_lines(row[column], column) for column in columns))
        for place, column in enumerate(columns):
            write = sheet.write_string if isinstance(row[column], str) else sheet.write_number
            write(number, place, row[column], body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table), 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return out.getvalue()


def _width(column: str) -> int:
    return WIDTHS.get(column, 13)


def _lines(value: Any, column: str) -> int:
    """How many lines a cell needs at its column's width."""
    return sum(1 + len(line) // _width(column) for line in str(value).split("\n"))


def json_lines(objects: Iterable[Mapping[str, Any]]) -> bytes:
    """One JSON object a line."""
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in objects).encode()


def run_file(run: StoredRun, form: str) -> bytes:
    """The run as a file of one of the forms `csv`, `xlsx`, `jsonl`, `trec`."""
    if form == "trec":
        return _trec(run)
    if form == "jsonl":
        return json_lines(run.bodies)
    return _spreadsheet("matches", RUN_COLUMNS, run_table(run), form)


def pair_file(table: Table, form: str) -> bytes:
    """The pairs as a file of one of the forms `csv`, `xlsx`."""
    return _spreadsheet("pairs", PAIR_COLUMNS, table, form)


def _spreadsheet(title: str, columns: Sequence[str], table: Table, form: str) -> bytes:
    return xlsx_bytes(title, columns, table) if form == "xlsx" else csv_bytes(columns, table)


def _trec(run: StoredRun) -> bytes:
    suppliers = [body["supplier"]["id"] for body in run.bodies]
    return "".join(line + "\n" for line in trec_lines(run.reference, suppliers)).encode()
