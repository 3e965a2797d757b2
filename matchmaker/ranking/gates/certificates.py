"""Certificates on the day they must hold."""

from __future__ import annotations

from collections.abc import Iterable

from matchmaker.ranking.documents import CertificateFact, Document
from matchmaker.ranking.gates.results import FAIL, PASS, UNKNOWN, GateResult
from matchmaker.ranking.queries import CertificateNeed, Query
from matchmaker.ranking.sayings import say
from matchmaker.vocabulary import vocabulary


def certificate(query: Query, document: Document) -> Iterable[GateResult]:
    """The firm holds each required certificate on the day it must hold."""
    for need in query.required:
        yield _certificate(need, query, document)


_BEST = (PASS, UNKNOWN, FAIL)


def _certificate(need: CertificateNeed, query: Query, document: Document) -> GateResult:
    facts = [(fact, _holds(fact, need)) for fact in document.certificates]
    facts = [(fact, holds) for fact, holds in facts if holds]
    name = f"certificate {need.standard}"
    ask = say("certificate.ask", need=need.standard)
    if not facts:
        return GateResult(name, UNKNOWN, say("certificate.none", need=need.standard), ask)
    return min((_judged(name, fact, holds, need, query) for fact, holds in facts), key=lambda r: _BEST.index(r.answer))


def _judged(name: str, fact: CertificateFact, holds: str, need: CertificateNeed, query: Query) -> GateResult:
    until = fact.valid_until.isoformat() if fact.valid_until else ""
    asked = {"need": need.standard}
    if fact.status in ("in_progress", "planned") and not fact.valid_until:
        return GateResult(name, FAIL, say(f"certificate.{fact.status}", **asked))
    if fact.valid_until is None:
        return GateResult(name, UNKNOWN, say("certificate.undated", **asked), say("certificate.ask_date", **asked))
    if fact.valid_until < query.effective_on:
        on = query.effective_on.isoformat()
        return GateResult(name, FAIL, say("certificate.expired", until=until, on=on, **asked))
    if holds == "implied":
        return GateResult(name, PASS, say("certificate.implied", has=fact.standard, until=until, **asked))
    return GateResult(name, PASS, say("certificate.pass", until=until, **asked))


def _holds(fact: CertificateFact, need: CertificateNeed) -> str:
    """Whether a certificate is the one needed ("same"), includes it ("implied"), or neither ("")."""
    if not need.keys:
        return "same" if fact.standard.casefold() == need.standard.casefold() else ""
    if fact.key in need.keys:
        return "same"
    return "implied" if implied_certificates(fact.key) & set(need.keys) else ""


def implied_certificates(key: str) -> frozenset[str]:
    """The certificates whose requirements a holder of `key` meets as well."""
    if not key:
        return frozenset()
    found: set[str] = set()
    waiting = [key]
    while waiting:
        for name in vocabulary()[waiting.pop()].extra.get("implies", ()):
            if (implied := f"certificate:{name}") not in found:
                found.add(implied)
                waiting.append(implied)
    return frozenset(found)
