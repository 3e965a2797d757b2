"""What the engine keeps of a supplier: terms to retrieve by, evidence to judge by, facts to compare.

A document is a function of the supplier and of the versions of engine and vocabulary. It is made once, when the
supplier is written, and kept as JSON.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from matchmaker import ENGINE_VERSION
from matchmaker.ranking.terms import Terms
from matchmaker.records import Capability, Supplier, form_of
from matchmaker.text.folding import fold
from matchmaker.vocabulary import recogniser, vocabulary
from matchmaker.vocabulary.concepts import VERSION
from matchmaker.vocabulary.places import province_of
from matchmaker.vocabulary.roles import role_at

ANALYSIS_VERSION = f"{ENGINE_VERSION}+{VERSION}"

FIELD_WEIGHTS = {
    "processes": 3.0,
    "products": 3.0,
    "capabilities": 3.0,
    "materials": 2.0,
    "name": 1.5,
    "name_en": 1.5,
    "machines": 1.0,
    "certificates": 1.0,
    "description": 1.0,
    "customers": 0.3,
}
"""How often a word counts by where it stands: judged, to be fitted on decisions."""

IMPLIED_WEIGHT = 0.3
"""How often a process counts that only follows from a product."""

MADE_BY = "made_by"
"""The field name of a process that nobody stated: it follows from a product that is usually made so."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A concept, the field it was read from and the very words; `role` is "" for what the firm does itself."""

    key: str
    field: str
    words: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class CertificateFact:
    """A certificate as stated; `key` is empty where the vocabulary does not know the standard."""

    key: str
    standard: str
    valid_until: date | None
    status: str


@dataclass(frozen=True, slots=True)
class Reach:
    """What one stated capability reaches; `keys` are its processes."""

    keys: tuple[str, ...]
    tolerance_mm: float | None
    max_size_mm: tuple[float, ...]
    capacity_per_month: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Document:
    """A supplier as the engine sees it. `terms` are weights by term; `products_folded` goes with `products`.

    `card` is the public JSON form that stands in ranked lists: the profile without its contacts.
    """

    id: str
    name: str
    kind: str
    terms: dict[str, float]
    evidence: tuple[Evidence, ...]
    products: tuple[str, ...]
    products_folded: tuple[str, ...]
    material_words: tuple[str, ...]
    certificates: tuple[CertificateFact, ...]
    reaches: tuple[Reach, ...]
    tolerance_mm: float | None
    capacity_per_month: float | None
    unit: str
    lead_time_days: int | None
    province: str
    province_codes: tuple[str, ...]
    card: dict[str, Any]

    def of_kind(self, kind: str) -> list[Evidence]:
        """The evidence for concepts of a kind."""
        return [item for item in self.evidence if item.key.startswith(kind)]

    def to_json(self) -> dict[str, Any]:
        """The document as a JSON object; `document_from_json` reads it back equal."""
        return dataclasses.asdict(
            dataclasses.replace(
                self,
                certificates=tuple(
                    dataclasses.replace(item, valid_until=item.valid_until and item.valid_until.isoformat())  # type: ignore[arg-type]
                    for item in self.certificates
                ),
            )
        )


def document_from_json(form: dict[str, Any]) -> Document:
    """The document of `Document.to_json`."""
    return Document(
        **{
            **form,
            "evidence": tuple(Evidence(**item) for item in form["evidence"]),
            "products": tuple(form["products"]),
            "products_folded": tuple(form["products_folded"]),
            "material_words": tuple(form["material_words"]),
            "certificates": tuple(_certificate_from(item) for item in form["certificates"]),
            "reaches": tuple(
                Reach(**{**item, "keys": tuple(item["keys"]), "max_size_mm": tuple(item["max_size_mm"])})
                for item in form["reaches"]
            ),
            "province_codes": tuple(form["province_codes"]),
        }
    )


def _certificate_from(form: dict[str, Any]) -> CertificateFact:
    ends = form["valid_until"]
    return CertificateFact(**{**form, "valid_until": date.fromisoformat(ends) if ends else None})


def analyse(supplier: Supplier) -> Document:
    """The document of a supplier."""
    evidence = tuple(_evidence(supplier))
    implied = tuple(_implied(evidence))
    return Document(
        id=supplier.id,
        name=supplier.name,
        kind=supplier.kind,
        terms=_terms(supplier, implied),
        evidence=(*evidence, *implied),
        products=supplier.products,
        products_folded=tuple(fold(text) for text in supplier.products),
        material_words=tuple(fold(text) for text in supplier.materials),
        certificates=tuple(_certificates(supplier)),
        reaches=tuple(_reach(capability) for capability in supplier.capabilities),
        tolerance_mm=supplier.tolerance_mm,
        capacity_per_month=supplier.capacity_per_month,
        unit=supplier.unit,
        lead_time_days=supplier.lead_time_days,
        province=supplier.province,
        province_codes=_province_codes(supplier),
        card={key: value for key, value in form_of(supplier).items() if key != "contacts"},
    )


def texts_of(supplier: Supplier) -> Iterator[tuple[str, str]]:
    """The (field, text) pairs of a profile that say what the firm does, the plainest statements first."""
    for capability in supplier.capabilities:
        yield "capabilities", ", ".join([capability.process, *capability.materials])
    for field in ("processes", "products", "materials", "machines"):
        for text in getattr(supplier, field):
            yield field, text
    if supplier.description:
        yield "description", supplier.description
    yield "name", supplier.name
    if supplier.name_en:
        yield "name_en", supplier.name_en
    for certificate in supplier.certificates:
        yield "certificates", certificate.standard
    for text in supplier.customers:
        yield "customers", text


def _terms(supplier: Supplier, implied: tuple[Evidence, ...]) -> dict[str, float]:
    terms = Terms()
    for item in implied:
        terms.add_concept(item.key, IMPLIED_WEIGHT)
    for field, text in texts_of(supplier):
        terms.add(text, FIELD_WEIGHTS[field])
    return terms.weights()


def _evidence(supplier: Supplier) -> Iterator[Evidence]:
    outsourced = {capability.process for capability in supplier.capabilities if capability.in_house is False}
    for field, text in texts_of(supplier):
        if field in ("customers", "certificates"):
            continue
        for mention in recogniser().mentions(text):
            role = (
                "outsourced"
                if field == "capabilities" and text.split(", ")[0] in outsourced
                else role_at(text, mention)
            )
            yield Evidence(mention.key, field, mention.words, role)


def _implied(evidence: tuple[Evidence, ...]) -> Iterator[Evidence]:
    """The processes by which the products are usually made."""
    words = vocabulary()
    for item in evidence:
        if item.key.startswith("part:") and not item.role:
            for process in words[item.key].extra.get("made_by", ()):
                yield Evidence(f"process:{process}", MADE_BY, item.words)


def _certificates(supplier: Supplier) -> Iterator[CertificateFact]:
    for certificate in supplier.certificates:
        keys = certificate_keys(certificate.standard)
        for key in keys or [""]:
            yield CertificateFact(key, certificate.standard, certificate.valid_until, certificate.status)


def certificate_keys(standard: str) -> list[str]:
    """The certificate concepts that the name of a standard stands for."""
    mentions = recogniser().mentions(standard)
    return list(dict.fromkeys(mention.key for mention in mentions if mention.kind == "certificate"))


def _reach(capability: Capability) -> Reach:
    mentions = recogniser().mentions(capability.process)
    return Reach(
        keys=tuple(mention.key for mention in mentions if mention.kind == "process"),
        tolerance_mm=capability.tolerance_mm,
        max_size_mm=capability.max_size_mm,
        capacity_per_month=capability.capacity_per_month,
        unit=capability.unit,
    )


def _province_codes(supplier: Supplier) -> tuple[str, ...]:
    """The codes before and after the merger of 2025, so that either name finds the firm."""
    province = province_of(supplier.province or supplier.address)
    return (province.code, province.new_code) if province else ()
