"""A file as it was sent → what was read from it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from matchmaker.errors import FileRefused
from matchmaker.intake import limits
from matchmaker.intake.cells import Sheet, is_printable
from matchmaker.intake.delimited import sheet_of
from matchmaker.intake.draft import Draft
from matchmaker.intake.encodings import text_of
from matchmaker.intake.headers import SUREST_LIKENESS, plain
from matchmaker.intake.kinds import kind_of
from matchmaker.intake.layout import REPEATABLE, Layout, Wanted, layout_of, strength, unmerged, wanted
from matchmaker.intake.problems import Place, problem
from matchmaker.intake.reading import Problem, Reading, ReadSupplier
from matchmaker.intake.repeats import compare_tax_codes, name_ids, slug_of
from matchmaker.intake.suppliers import draft_of
from matchmaker.intake.workbooks import sheets_of

OTHER_FORMATS = {
    b"%PDF": "a PDF document",
    b"\xd0\xcf\x11\xe0": "an old Excel file (.xls) or a workbook with a password",
    b"{\\rtf": "a text document",
    b"<": "a web page or XML",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a packed file",
    b"Rar!": "a packed file",
    b"7z\xbc\xaf": "a packed file",
}
EXPLAINED = 3000
"""Characters of a sheet that was not read which the note about it quotes."""


def read_suppliers(
    content: bytes,
    filename: str,
    *,
    mapping: Mapping[str, str] | None = None,
    encoding: str | None = None,
    source: str | None = None,
) -> Reading:
    """The suppliers and problems of an .xlsx or delimited text file.

    `mapping` gives columns, by header or by position from 1, one of `FIELDS`; with positions a file without a header
    can be read. `encoding` settles what bytes of a text file mean. `source` names the list in the ids, which otherwise
    carry the file's name: the same list read again gives the same ids.

    Raises `FileRefused` where the file as a whole cannot be read (codes `empty`, `too-large`, `not-a-table`,
    `wrong-encoding`, `damaged-workbook`, `no-header`), and `Invalid` for a mapping to a field that does not exist.
    """
    want = wanted(mapping)
    sheets, problems = _sheets(content, filename, encoding, want)
    sheet, layout = _best(sheets, want)
    problems += _about_sheets(sheets, sheet, want, filename) + _about_columns(layout, want, Place(filename, sheet.name))
    drafts, of_rows = _rows(sheet, layout, filename)
    name_ids(drafts, slug_of(source or filename))
    compare_tax_codes(drafts)
    of_rows += [one for draft in drafts for one in draft.problems]
    if not drafts:
        problems.append(problem("no-suppliers", Place(filename, sheet.name)))
    return Reading(
        filename=filename,
        sha256=hashlib.sha256(content).hexdigest(),
        columns=layout.columns,
        suppliers=tuple(
            ReadSupplier(draft.place.row or 0, sheet.name, draft.ordered_form(), draft.origins) for draft in drafts
        ),
        problems=(*problems, *sorted(of_rows, key=lambda one: one.row or 0)),
    )


def _sheets(content: bytes, filename: str, encoding: str | None, want: Wanted) -> tuple[list[Sheet], list[Problem]]:
    if not content.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
        raise FileRefused("The file is empty.", code="empty")
    if len(content) > limits.FILE_BYTES:
        raise limits.too_large(f"{len(content):,} bytes", limits.FILE_BYTES)
    if content.startswith(b"PK\x03\x04"):
        return sheets_of(content), []
    for signature, what in OTHER_FORMATS.items():
        if content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(signature):
            raise FileRefused(
                f"This is {what}, not a list. Save the list as .xlsx or “CSV UTF-8” and upload that.",
                code="not-a-table",
            )
    text, assumed = text_of(content, encoding)
    if not is_printable(text):
        raise FileRefused(
            "This is no text file. Save the list as .xlsx or “CSV UTF-8” and upload that.", code="not-a-table"
        )
    problems = [problem("encoding-assumed", Place(filename))] if assumed else []
    return [sheet_of(text, lambda sheet: strength(sheet, want))], problems


def _best(sheets: Sequence[Sheet], want: Wanted) -> tuple[Sheet, Layout]:
    """The sheet with the strongest header, the first of equals."""
    if not any(any(row.cells) for sheet in sheets for row in sheet.rows):
        raise FileRefused("The file is empty.", code="empty")
    best = max(sheets, key=lambda sheet: strength(sheet, want))
    if layout := layout_of(best, want):
        return best, layout
    first = next(row for sheet in sheets for row in sheet.rows if any(row.cells))
    raise FileRefused(
        f"No header was recognised. The first line is: “{first.text()[:300]}”. Put a header line above it, or give a "
        'mapping from column number to field, such as {"1": "name", "2": "tax_code", "3": "address"} '
        f"(this line has {len(first.cells)} columns).",
        code="no-header",
    )


def _about_sheets(sheets: Sequence[Sheet], read: Sheet, want: Wanted, filename: str) -> list[Problem]:
    problems = []
    for sheet in sheets:
        text = "\n".join(row.text() for row in sheet.rows if any(row.cells))
        if sheet is not read and text:
            code = "sheet-not-read" if strength(sheet, want) else "other-sheet"
            problems.append(problem(code, Place(filename, sheet.name), text[:EXPLAINED], sheet=sheet.name))
    return problems


def _about_columns(layout: Layout, want: Wanted, place: Place) -> list[Problem]:
    problems = []
    row = layout.header.number if layout.header else None
    for column, meaning in zip(layout.columns, layout.meanings, strict=True):
        at = Place(place.filename, place.sheet, row, column.header or f"column {column.position}")
        if column.field is None and meaning and meaning.field not in REPEATABLE:
            first = next(one.header for one in layout.columns if one.field == meaning.field)
            problems.append(problem("second-column", at, column.header, first=first))
        elif column.field is None and (column.header or layout.header is None):
            problems.append(problem("unknown-column", at, at.column or ""))
        elif meaning and column.confidence <= SUREST_LIKENESS:
            percent = round(column.confidence * 100)
            problems.append(
                problem("header-resembles", at, column.header, read=column.field, known=meaning.known, percent=percent)
            )
    return problems + _unused(layout, want, place)


def _unused(layout: Layout, want: Wanted, place: Place) -> list[Problem]:
    present = {plain(column.header) or column.header for column in layout.columns}
    missing = [header for form, header in want.headers.items() if form not in present]
    missing += [str(position) for position in want.by_position if not 1 <= position <= len(layout.columns)]
    return [problem("mapping-unused", place, name) for name in missing]


def _rows(sheet: Sheet, layout: Layout, filename: str) -> tuple[list[Draft], list[Problem]]:
    drafts: list[Draft] = []
    problems: list[Problem] = []
    header = layout.header
    for row in sheet.rows:
        place = Place(filename, sheet.name, row.number)
        if header and row.number < header.number:
            if any(row.cells):
                problems.append(problem("layout-row", place, row.text()))
            continue
        if header and row.number == header.number:
            continue
        row = unmerged(row, sheet, layout)
        kind = kind_of(row, layout, sheet.ragged)
        if kind == "company":
            drafts.append(draft_of(row, layout.columns, place))
        elif kind != "blank":
            details = {"line": row.line, "count": len(row.cells), "expected": layout.width}
            problems.append(problem(kind, place, row.text(), header_line=header.line if header else "–", **details))
    return drafts, problems
