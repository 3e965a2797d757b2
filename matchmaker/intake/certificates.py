"""Cells full of certificates → certificates with expiry dates and their state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matchmaker.intake.cells import states_nothing
from matchmaker.intake.draft import Cell, Draft, says, shown
from matchmaker.intake.lists import items, split
from matchmaker.intake.reading import Origin
from matchmaker.text.dates import Period, periods

_BODIES = r"ISO(?:\s*/\s*(?:TS|IEC))?|IATF|OHSAS|QC|FSSC|AS|EN|IEC|JIS\s*Q|TCVN|VDA|SA|UL|BS"
_STANDARD = re.compile(
    rf"\b(?P<body>{_BODIES})\s*[-:]?\s*(?P<number>\d{{4,6}}(?:-\d{{1,2}}(?!\d))?)"
    r"(?:\s*[-:/]\s*(?P<edition>(?:19|20)\d\d)(?!\d))?",
    re.I,
)
_BARE_NUMBER = re.compile(r"(?P<number>\d{4,6}(?:-\d{1,2}(?!\d))?)(?:\s*[-:]\s*(?P<edition>(?:19|20)\d\d))?(?!\d)")
_EXPIRY_WORDS = re.compile(
    r"(?:(?:\bc[uù]ng|\bboth|\ball|\bc[oò]n|\bHL|\bhi[eệ]u l[uự]c|\bh[eế]t h[aạ]n|\bth[oờ]i h[aạ]n"
    r"|\bh[aạ]n|\b[đd][eế]n|\bng[aà]y|\bexp(?:ir(?:y|es|ation))?|\bvalid(?:ity)?|\buntil|\btill|\bto|\bdate)[\s.:]*)+$",
    re.I,
)
_ISSUED = re.compile(
    r"(?:\bc[aấ]p(?: ng[aà]y)?|\bng[aà]y c[aấ]p|\bt[uừ](?: ng[aà]y)?|\bissued?(?: on)?|\bsince|\bfrom)[\s.:]*$", re.I
)
_IN_PROGRESS = re.compile(
    r"[dđ]ang\s+(?:tri[eể]n khai|x[aâ]y d[uự]ng|[aá]p d[uụ]ng|th[uự]c hi[eệ]n|l[aà]m|chu[aẩ]n b[iị]"
    r"|[dđ][aá]nh gi[aá](?! l[aạ]i))|in[ -]progress|on-?going|implementing|under (?:implementation|certification)",
    re.I,
)
_PLANNED = re.compile(r"d[uự] ki[eế]n|k[eế] ho[aạ]ch|s[eẽ] c[oó]|planned|planning|target", re.I)
_RENEWAL = re.compile(
    r"(?:[dđ]ang\s+)?(?:t[aá]i\s+)?[dđ][aá]nh gi[aá] l[aạ]i|t[aá]i [dđ][aá]nh gi[aá]|re-?audit\w*|gia h[aạ]n|renewal",
    re.I,
)
_SHARED = re.compile(r"\bc[uù]ng\b|\bboth\b|\ball\b|\bchung\b", re.I)
_NEGATED = re.compile(r"(?:kh[oô]ng|ch[uư]a|not?)\b", re.I)
_ISSUER = re.compile(
    r"\b(?:(?i:T[ÜU]V(?: (?:S[ÜU]D|Rheinland|Nord|Hessen))?)|SGS|BSI|DNV(?:[ -]GL)?|Bureau Veritas|BVC?|Intertek|LRQA"
    r"|JQA|NQA|Quacert|Vinacert|KFQ|URS|AFNOR|DQS|NSF|UKAS|GIC|ISOCERT)\b"
)
_LOOSE = " \t\n,;–-:.()[]"
_TOLD = "hl hieu luc het han thoi tu cap den cung con ngay nam va exp expiry expires valid until till to both all and"
"""Words about the expiry, which the date itself says."""


@dataclass(slots=True)
class _Piece:
    """One thing in the cell. `group` counts lines and semicolons, `run` what a plus or an “and” joins within them."""

    text: str
    line: int
    group: int
    run: int
    standard: str = ""
    rest: str = ""
    expiry: Period | None = None
    status: str = "claimed"
    issuer: str = ""
    renewal: bool = False


def read_certificates(draft: Draft, cell: Cell) -> None:
    """Each certificate in the cell with the expiry that is stated for it.

    An expiry stands for the certificate before it; said to be shared, or after a plus, for those before it too; on a
    line of its own, for all above that have none. A month without a day means its last day. What is being introduced
    or planned is kept as such; what is being audited again stays a certificate with the expiry that is stated.
    """
    stated: list[_Piece] = []
    before = len(draft.problems)
    for piece in _pieces(cell.text):
        if _NEGATED.match(piece.text) or states_nothing(piece.text):
            draft.report("nothing-stated", cell, piece.text)
            continue
        _understand(piece, stated[-1].standard if stated else "")
        if piece.standard:
            stated.append(piece)
        _spread_expiry(piece, stated)
    for piece in stated:
        _append(draft, cell, piece)
    _note_rest(draft, cell, stated, before)


def read_details(draft: Draft, expiries: Sequence[Cell], issuers: Sequence[Cell], numbers: Sequence[Cell]) -> None:
    """Columns of their own for expiry, issuer and number: one for all certificates, or as many as there are."""
    for cell in expiries:
        _distribute(draft, cell, "valid_until", [one.last.isoformat() for one in periods(cell.text)])
    for cell in issuers:
        _distribute(draft, cell, "issuer", items(cell.text))
    for cell in numbers:
        _distribute(draft, cell, "number", items(cell.text))


def _distribute(draft: Draft, cell: Cell, key: str, values: list[str]) -> None:
    """Gives the values to the certificates; what a certificate's own cell states stands, and another value is kept."""
    listed: list[dict[str, Any]] = draft.form.get("certificates", [])
    read = shown(values)
    values = values * len(listed) if len(values) == 1 else values
    if (
        not values
        or len(values) != len(listed)
        or any(one.get(key, value) != value for one, value in zip(listed, values, strict=True))
    ):
        draft.unclear(cell, "certificate")
        return
    for index, (one, value) in enumerate(zip(listed, values, strict=True)):
        one[key] = value
        draft.origins[f"certificates/{index}/{key}"] = Origin(cell.label, cell.text, value)
    if not says(read, cell.text):
        draft.report("read-as", cell, read=read)


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    group = run = 0
    for line_number, line in enumerate(split(text, r"\n")):
        for part in split(line, r"[;；]"):
            group += 1
            for chunk in split(part, r",|(?<=\d{4})\s*/\s*(?=\d{4,5}\b|[A-Z])"):
                run += 1
                joined = split(chunk, r"\+|&|\s(?:v[aà]|and)\s")
                pieces += [_Piece(words.lstrip("-–•*·+ "), line_number, group, run) for words in joined]
    return pieces


def _understand(piece: _Piece, previous: str) -> None:
    text = piece.text
    match = _STANDARD.search(text)
    if match:
        piece.standard = _standard(re.sub(r"\s+", " ", match["body"].upper()), match)
    elif previous and (match := _BARE_NUMBER.match(text)):
        piece.standard = _standard(previous.split(" ")[0], match)
    rest = f"{text[: match.start()]} {text[match.end() :]}" if match else text
    rest = _take_state(piece, rest)
    rest = _take_expiry(piece, rest)
    if issuer := _ISSUER.search(rest):
        piece.issuer = issuer.group()
        rest = rest.replace(piece.issuer, " ")
    if not piece.standard:
        piece.standard, rest = _other_standard(piece, rest), ""
    piece.rest = rest.strip(_LOOSE)


def _other_standard(piece: _Piece, rest: str) -> str:
    """What else is named, or "" for a piece that only speaks of the expiry: `hiệu lực từ 01/2024 đến 01/2027`."""
    bare = rest
    for period in reversed(periods(rest)):
        bare = f"{bare[: period.start]} {bare[period.end :]}"
    return "" if piece.expiry and says(_TOLD, bare) else _tidy(rest)


def _standard(body: str, match: re.Match[str]) -> str:
    return f"{body} {match['number']}" + (f":{match['edition']}" if match["edition"] else "")


def _take_state(piece: _Piece, rest: str) -> str:
    for pattern, status in ((_PLANNED, "planned"), (_IN_PROGRESS, "in_progress")):
        if pattern.search(rest):
            piece.status = status
            rest = pattern.sub(" ", rest)
    if _RENEWAL.search(rest):
        piece.renewal = True
        rest = _RENEWAL.sub(" ", rest)
    return rest


def _take_expiry(piece: _Piece, rest: str) -> str:
    """A year alone is an expiry only where a word says so, and a date of issue never is."""
    for period in periods(rest):
        head = re.sub(r"\bn[aă]m\s*$", "", rest[: period.start], flags=re.I)
        before = head.rstrip(" (")
        words = _EXPIRY_WORDS.search(before)
        if _ISSUED.search(before) or (piece.status == "claimed" and period.is_year and not words):
            continue
        if piece.status == "claimed":
            piece.expiry = period
        start = words.start() if words else len(head)
        return f"{rest[:start]} {rest[period.end :]}"
    return rest


def _spread_expiry(piece: _Piece, stated: list[_Piece]) -> None:
    if piece.expiry is None:
        return
    alone = not piece.standard
    if alone and (not stated or stated[-1].line < piece.line):
        reached = stated
    elif _SHARED.search(piece.text):
        reached = [one for one in stated if one.group == piece.group]
    else:
        reached = [one for one in stated if one.run == piece.run] or stated[-1:]
    for one in reached:
        if one.expiry is None and one.status == "claimed":
            one.expiry = piece.expiry


def _append(draft: Draft, cell: Cell, piece: _Piece) -> None:
    if piece.renewal and piece.expiry is None:
        piece.status = "in_progress"
    until: date | None = piece.expiry.last if piece.expiry else None
    certificate = {
        "standard": piece.standard,
        "issuer": piece.issuer,
        "scope": piece.rest,
        "valid_until": until.isoformat() if until else "",
        "status": piece.status,
    }
    draft.append("certificates", {key: value for key, value in certificate.items() if value}, cell)
    if piece.status != "claimed":
        read, read_vi = {"planned": ("planned", "dự kiến"), "in_progress": ("in progress", "đang triển khai")}[
            piece.status
        ]
        draft.report("certificate-not-yet", cell, piece.text, read=read, read_vi=read_vi)
    elif piece.renewal:
        draft.report("certificate-renewal", cell, piece.text)


def _note_rest(draft: Draft, cell: Cell, stated: list[_Piece], before: int) -> None:
    """Notes words of the cell that are in no certificate and no problem, expiry words aside."""
    read = shown(draft.form.get("certificates", [])[-len(stated) :]) if stated else ""
    reported = " ".join(one.found for one in draft.problems[before:])
    if not says(f"{read} {reported} {_TOLD}", cell.text):
        draft.report("read-as", cell, read=read or "–")


def _tidy(text: str) -> str:
    text = re.sub(r"\(\s*\)|\[\s*\]", " ", text)
    text = re.sub(r"\s+", " ", text).strip(" \t\n,;–-:.")
    return text if any(char.isalnum() for char in text) else ""
