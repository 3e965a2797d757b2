"""The profile of a firm from records that people have called one firm."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from matchmaker.duplicates.certificates import united_certificates
from matchmaker.duplicates.words import SIGNS, is_syllable, words_of
from matchmaker.records import Contact, Supplier
from matchmaker.text.folding import fold

CLEARLY_NEWER = timedelta(days=180)
"""Between two years' lists of one association lie twelve months; lists of one season say the same of the same time."""

_TOGETHER = (("capacity_per_month", "unit", "capacity"),)
"""Fields that are one statement and come from one record."""

_LISTS = ("products", "processes", "machines", "customers", "export_markets")
_UNSTATED = {"kind": "unknown"}


@dataclass(frozen=True, slots=True)
class _Record:
    supplier: Supplier
    stated_on: date | None


def merged(records: Sequence[tuple[Supplier, date | None]]) -> Supplier:
    """The firm's profile from its records, each with the day on which it was stated.

    The fullest record leads and gives its id; where two say something, a clearly newer one has the word. Gaps are
    filled from the others. Materials and contacts are united; other lists take from the others what is in another
    language. Of certificates the one that holds longest stays for each standard. Raises ValueError without records.
    """
    if not records:
        raise ValueError("a profile needs at least one record")
    ordered = sorted((_Record(*record) for record in records), key=lambda one: fullness(one.supplier), reverse=True)
    leading = ordered[0].supplier
    values = {name: _said([name], ordered)[name] for name in _names() if name != "id"}
    for names in _TOGETHER:
        values.update(_said(names, ordered))
    values.update({name: _with_other_languages(values[name], ordered, name) for name in _LISTS})
    values["materials"] = _united(item for record in ordered for item in record.supplier.materials)
    values["contacts"] = _contacts(contact for record in ordered for contact in record.supplier.contacts)
    values["certificates"] = united_certificates(
        [certificate for record in ordered for certificate in record.supplier.certificates]
    )
    return dataclasses.replace(leading, **values)


def _names() -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(Supplier))


def fullness(supplier: Supplier) -> int:
    """How many fields of a record say something; a kind of "unknown" says nothing."""
    return sum(_says(supplier, name) for name in _names())


def _says(supplier: Supplier, name: str) -> bool:
    value = getattr(supplier, name)
    return value not in (None, "", ()) and value != _UNSTATED.get(name)


def _said(names: Sequence[str], ordered: Sequence[_Record]) -> Mapping[str, Any]:
    """What the record says that has the word on `names`: the first that says anything, or a clearly newer one."""
    saying = [record for record in ordered if any(_says(record.supplier, name) for name in names)]
    chosen = saying[0] if saying else ordered[0]
    for record in saying:
        if _is_clearly_newer(record, chosen):
            chosen = record
    return {name: getattr(chosen.supplier, name) for name in names}


def _is_clearly_newer(record: _Record, than: _Record) -> bool:
    if record.stated_on is None or than.stated_on is None:
        return False
    return record.stated_on - than.stated_on >= CLEARLY_NEWER


def _with_other_languages(leading: tuple[str, ...], ordered: Sequence[_Record], name: str) -> tuple[str, ...]:
    """`leading` and those items of the other records that are in a language which it does not use."""
    languages = {_language(item) for item in leading}
    others = (item for record in ordered for item in getattr(record.supplier, name))
    return _united((*leading, *(item for item in others if _language(item) not in languages)))


def _language(text: str) -> str:
    """vi, en, or signs: enough to tell a translation from a repetition. Marks or syllables only make Vietnamese."""
    if SIGNS.search(text):
        return "signs"
    words = [word for word in words_of(text) if word.plain.isalpha()]
    if any(word.is_marked for word in words):
        return "vi"
    return "vi" if all(is_syllable(word.plain) for word in words) else "en"


def _united(items: Iterable[str]) -> tuple[str, ...]:
    """The items without those that repeat an earlier one apart from marks, case and punctuation."""
    first: dict[str, str] = {}
    for item in items:
        first.setdefault(re.sub(r"[\W_]+", "", fold(item)), item)
    return tuple(first.values())


def _contacts(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """The contacts without those that say nothing new about an earlier one."""
    kept: list[Contact] = []
    for contact in contacts:
        if not any(_told(contact) <= _told(other) for other in kept):
            kept.append(contact)
    return tuple(kept)


def _told(contact: Contact) -> frozenset[str]:
    phone = re.sub(r"\D", "", contact.phone)[-8:]
    return frozenset(filter(None, (fold(contact.name), fold(contact.role), contact.email.lower(), phone)))
