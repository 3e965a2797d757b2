"""One thing in a cell of certificates: which standard it names, its expiry, its state, who issued it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from matchmaker.intake.draft import says
from matchmaker.intake.lists import split
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
_ISSUER = re.compile(
    r"\b(?:(?i:T[ÜU]V(?: (?:S[ÜU]D|Rheinland|Nord|Hessen))?)|SGS|BSI|DNV(?:[ -]GL)?|Bureau Veritas|BVC?|Intertek|LRQA"
    r"|JQA|NQA|Quacert|Vinacert|KFQ|URS|AFNOR|DQS|NSF|UKAS|GIC|ISOCERT)\b"
)
_LOOSE = " \t\n,;–-:.()[]"
EXPIRY_TALK = (
    "hl hieu luc het han thoi tu cap den cung con ngay nam va exp expiry expires valid until till to both all and"
)
"""Words about the expiry, which the date itself says."""


@dataclass(slots=True)
class Piece:
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


def pieces_of(text: str) -> list[Piece]:
    """The things in the cell, each with its place in lines, groups and runs."""
    pieces: list[Piece] = []
    group = run = 0
    for line_number, line in enumerate(split(text, r"\n")):
        for part in split(line, r"[;；]"):
            group += 1
            for chunk in split(part, r",|(?<=\d{4})\s*/\s*(?=\d{4,5}\b|[A-Z])"):
                run += 1
                joined = split(chunk, r"\+|&|\s(?:v[aà]|and)\s")
                pieces += [Piece(words.lstrip("-–•*·+ "), line_number, group, run) for words in joined]
    return pieces


def understand(piece: Piece, previous: str) -> None:
    """Fills in what `piece` states. A bare number (`14001`) belongs to the body of the `previous` standard."""
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


def _other_standard(piece: Piece, rest: str) -> str:
    """What else is named, or "" for a piece that only speaks of the expiry: `hiệu lực từ 01/2024 đến 01/2027`."""
    bare = rest
    for period in reversed(periods(rest)):
        bare = f"{bare[: period.start]} {bare[period.end :]}"
    return "" if piece.expiry and says(EXPIRY_TALK, bare) else _tidy(rest)


def _standard(body: str, match: re.Match[str]) -> str:
    return f"{body} {match['number']}" + (f":{match['edition']}" if match["edition"] else "")


def _take_state(piece: Piece, rest: str) -> str:
    for pattern, status in ((_PLANNED, "planned"), (_IN_PROGRESS, "in_progress")):
        if pattern.search(rest):
            piece.status = status
            rest = pattern.sub(" ", rest)
    if _RENEWAL.search(rest):
        piece.renewal = True
        rest = _RENEWAL.sub(" ", rest)
    return rest


def _take_expiry(piece: Piece, rest: str) -> str:
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


def _tidy(text: str) -> str:
    text = re.sub(r"\(\s*\)|\[\s*\]", " ", text)
    text = re.sub(r"\s+", " ", text).strip(" \t\n,;–-:.")
    return text if any(char.isalnum() for char in text) else ""
