"""Certificates of one firm from several records: one for each standard."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from matchmaker.records import CERTIFICATE_STATUSES, Certificate
from matchmaker.text.folding import fold

PRESENT_EDITIONS = {
    "iso9001": 2015,
    "iso14001": 2015,
    "iso45001": 2018,
    "iso13485": 2016,
    "iatf16949": 2016,
    "iso22000": 2018,
    "iso27001": 2022,
    "iso50001": 2018,
    "qc080000": 2017,
}
"""The edition in force of each standard, from the standards' own pages; certificates to earlier ones have lapsed."""

_EDITION = re.compile(r"[\s:/(-]*((?:19|20)\d\d)\)?$")


def united_certificates(certificates: Iterable[Certificate]) -> tuple[Certificate, ...]:
    """One certificate for each standard, in the order of first mention: the edition in force, then the one that holds
    longest, then the better proven one."""
    by_standard: dict[str, list[Certificate]] = {}
    for certificate in certificates:
        by_standard.setdefault(_standard(certificate), []).append(certificate)
    return tuple(max(stated, key=_worth) for stated in by_standard.values())


def _worth(certificate: Certificate) -> tuple[bool, bool, date, int]:
    status = certificate.status
    is_held = status in ("claimed", "document_seen", "registry_confirmed")
    proof = CERTIFICATE_STATUSES.index(status) if is_held else -1
    return not _is_obsolete(certificate), is_held, certificate.valid_until or date.min, proof


def _is_obsolete(certificate: Certificate) -> bool:
    found = _EDITION.search(certificate.standard.strip())
    return found is not None and int(found[1]) < PRESENT_EDITIONS.get(_standard(certificate), 0)


def _standard(certificate: Certificate) -> str:
    """The standard's name without its edition, however written: ISO 9001:2015, ISO9001-2015."""
    return re.sub(r"[\W_]+", "", fold(_EDITION.sub("", certificate.standard.strip())))
