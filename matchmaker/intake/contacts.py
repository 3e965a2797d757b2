"""Telephone numbers, e-mail addresses and the people behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

import phonenumbers

from matchmaker.intake.draft import Cell, Draft

COMPANY = "company"
"""Role of a line that belongs to the firm and to no person."""

GENERAL_MAILBOXES = frozenset(
    "info information contact contacts sales sale marketing export admin office hello mail support service hr"
    " kinhdoanh vanphong vp lienhe cskh tuyendung".split()
)
"""Mailboxes of a firm, not of a person: their owner need not be asked before they are passed on."""

_EMAIL = re.compile(r"[^\s;,/<>()\[\]:@]{1,64}@[^\s;,/<>()\[\]:@]{1,190}\.[^\s;,/<>()\[\]:@.]{2,24}")
_LABEL = re.compile(
    r"\b(?:đt|đtdđ|sđt|dđ|điện thoại|số|tel|telephone|phone|mobile|hotline|fax|email|e-mail|mail|zalo)\b", re.I
)


def read_contacts(
    draft: Draft, names: Sequence[Cell], roles: Sequence[Cell], phones: Sequence[Cell], emails: Sequence[Cell]
) -> None:
    """One contact with the first of everything, and one for each further number and address.

    A person's details wait for the person's consent, so `consent` stays away. Without a name the line is the firm's
    own, which is no personal data; a line or mailbox that may be a person's is still treated as one.
    """
    named = [({"name": cell.text}, cell) for cell in names]
    numbers = [(number, cell) for cell in phones for number in _phones(draft, cell)]
    addresses = [({"email": address}, cell) for cell in emails for address in _emails(draft, cell)]
    titles = [({"role": cell.text}, cell) for cell in roles[: len(names)]]
    for parts in zip_longest(named, numbers, addresses, titles):
        found = [part for part in parts if part]
        contact: dict[str, str] = {}
        for key, value in (item for part, _ in found for item in part.items()):
            contact[key] = f"{contact[key]}, {value}" if key in contact else value
        draft.append("contacts", _with_consent(contact), found[0][1])
    for cell in roles[len(names) :]:
        draft.remark(cell)


def _with_consent(contact: dict[str, str]) -> dict[str, str | bool]:
    if "name" in contact or "role" in contact:
        return {**contact}
    mailbox = contact.get("email", "").partition("@")[0].casefold()
    consent = {"consent": True} if not mailbox or mailbox in GENERAL_MAILBOXES else {}
    return {**contact, "role": COMPANY, **consent}


def phone_number(written: str) -> tuple[str, bool]:
    """The number in its national form (`02430000026`; abroad `+81…`) and whether it is complete, or as written."""
    try:
        number = phonenumbers.parse(written, "VN")
    except phonenumbers.NumberParseException:
        return written, False
    complete = phonenumbers.is_valid_number(number)
    if number.country_code != phonenumbers.country_code_for_region("VN"):
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), complete
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return (re.sub(r"\D", "", national) if complete else f"0{number.national_number}"), complete


def _phones(draft: Draft, cell: Cell) -> list[dict[str, str]]:
    """The numbers in a cell. Words beside them (`gặp Mr Nam`) tell whose they are, so they go with every number."""
    matches = list(phonenumbers.PhoneNumberMatcher(cell.text, "VN", leniency=phonenumbers.Leniency.POSSIBLE))
    if not matches:
        draft.report("phone-unclear", cell)
        return [{"phone": cell.text}]
    rest = cell.text
    numbers = []
    for match in matches:
        rest = rest.replace(match.raw_string, " ", 1)
        number, complete = phone_number(match.raw_string)
        numbers.append(number)
        if not complete:
            draft.report("phone-unclear", cell, match.raw_string)
    rest = re.sub(r"\s+", " ", _LABEL.sub(" ", rest)).strip(" ()[]/;,:.-–")
    if rest.isdecimal():
        draft.remark(cell)
        rest = ""
    return [{"phone": number, "role": rest} if rest else {"phone": number} for number in numbers]


def _emails(draft: Draft, cell: Cell) -> list[str]:
    found = _EMAIL.findall(cell.text)
    if not found:
        draft.unclear(cell, "email")
    elif any(char.isalnum() for char in _LABEL.sub(" ", _EMAIL.sub(" ", cell.text))):
        draft.remark(cell)
    return found
