"""Telephone numbers, e-mail addresses and the people behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import phonenumbers

from matchmaker.intake.draft import Cell, Draft

COMPANY = "company"
"""Role of a line that belongs to the firm and to no person."""

GENERAL_MAILBOXES = frozenset(
    "info information contact contacts sales sale marketing export admin office hello mail support service hr"
    " kinhdoanh vanphong vp lienhe cskh tuyendung".split()
)
"""Mailboxes of a firm, not of a person: their owner need not be asked before they are passed on."""

_EMAIL = re.compile(r"[^\s;,/<>()\[\]:]+@[^\s;,/<>()\[\]:]+\.[^\s;,/<>()\[\]:]+")
_LABEL = re.compile(r"đt|đtdđ|sđt|dđ|điện thoại|tel|telephone|phone|mobile|hotline|fax|email|e-mail|mail|zalo", re.I)


def read_contacts(
    draft: Draft, names: Sequence[Cell], roles: Sequence[Cell], phones: Sequence[Cell], emails: Sequence[Cell]
) -> None:
    """One contact with the first of everything, and one for each further number and address.

    A person's details wait for the person's consent, so `consent` stays away. Without a name the line is the firm's
    own, which is no personal data; a mailbox that may be a person's is still treated as one.
    """
    numbers = [(number, cell) for cell in phones for number in _phones(draft, cell)]
    addresses = [(address, cell) for cell in emails for address in _emails(draft, cell)]
    people: list[tuple[dict[str, Any], Cell]] = []
    for index in range(max(len(names), len(numbers), len(addresses))):
        contact: dict[str, Any] = {}
        source: list[Cell] = []
        for key, found in (("name", [(c.text, c) for c in names]), ("phone", numbers), ("email", addresses)):
            if index < len(found):
                contact[key] = found[index][0]
                source.append(found[index][1])
        people.append((contact, source[0]))
    for cell in roles:
        if people and "name" in people[0][0]:
            people[0][0]["role"] = cell.text
        else:
            draft.remark(cell)
    for contact, cell in people:
        draft.append("contacts", _with_role(contact), cell)


def _with_role(contact: dict[str, Any]) -> dict[str, Any]:
    if contact.get("name"):
        return contact
    general = "email" not in contact or contact["email"].partition("@")[0].casefold() in GENERAL_MAILBOXES
    return {**contact, "role": COMPANY, **({"consent": True} if general else {})}


def phone_number(written: str) -> tuple[str, bool]:
    """The number in its national form (`02430000026`; abroad `+81…`) and whether it is complete, or as written."""
    try:
        number = phonenumbers.parse(written, "VN")
    except phonenumbers.NumberParseException:
        return written, False
    if number.country_code != phonenumbers.country_code_for_region("VN"):
        national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    else:
        national = f"0{number.national_number}"
    return national, phonenumbers.is_valid_number(number)


def _phones(draft: Draft, cell: Cell) -> list[str]:
    matches = list(phonenumbers.PhoneNumberMatcher(cell.text, "VN", leniency=phonenumbers.Leniency.POSSIBLE))
    if not matches:
        draft.report("phone-unclear", cell)
        return [cell.text]
    rest = cell.text
    numbers = []
    for match in matches:
        rest = rest.replace(match.raw_string, " ", 1)
        number, complete = phone_number(match.raw_string)
        numbers.append(number)
        if not complete:
            draft.report("phone-unclear", cell, match.raw_string)
    if any(char.isalnum() for char in _LABEL.sub(" ", rest)):
        draft.remark(cell)
    return numbers


def _emails(draft: Draft, cell: Cell) -> list[str]:
    found = _EMAIL.findall(cell.text)
    if not found:
        draft.unclear(cell, "email")
    elif any(char.isalnum() for char in _LABEL.sub(" ", _EMAIL.sub(" ", cell.text))):
        draft.remark(cell)
    return found
