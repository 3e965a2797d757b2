"""Free text → the requirement it was understood as, with what was not understood and what to ask."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matchmaker.ranking.sayings import Saying, say
from matchmaker.records import CertificateNeeds, Requirement
from matchmaker.text.quantities import Amount, amounts, per_month
from matchmaker.text.tolerances import tolerances
from matchmaker.vocabulary import Mention, recogniser, vocabulary
from matchmaker.vocabulary.places import province_of
from matchmaker.vocabulary.roles import role_at

_WORDS = re.compile(r"[^\s,;/+&()|。、，；]+")
_FILLER = frozenset("and with for of và cho với có the a an in on per + &".split())
_FIELDS = {"process": "processes", "material": "materials", "part": "part"}
_THICKNESS = re.compile(r"(?<!\w)t\s*=?\s*(\d+(?:[.,]\d+)?)(?:\s*mm)?(?!\w)", re.I)


@dataclass(frozen=True, slots=True)
class Fact:
    """A field and the words it was read from, at `start:end`."""

    field: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text was understood as: the requirement, the facts behind it, the words that were not understood, and
    what to ask before anybody is matched."""

    requirement: Requirement
    facts: tuple[Fact, ...]
    ignored: tuple[str, ...]
    questions: tuple[Saying, ...]


def understand(text: str, requirement_id: str = "") -> Understanding:
    """What `text` asks for. Nothing is guessed: a field that the text does not give is left out."""
    mentions = [
        mention for mention in recogniser().mentions(text) if role_at(text, mention) not in ("by-buyer", "negated")
    ]
    by_kind = {kind: _unique(mention for mention in mentions if mention.kind == kind) for kind in _FIELDS}
    certificates = _unique(mention for mention in mentions if mention.kind == "certificate")
    tolerance = min(tolerances(text), key=lambda found: found.mm, default=None)
    volume = _volume(text)
    thickness = _THICKNESS.search(text)
    facts = [
        *(_fact(_FIELDS[kind], mention) for kind, found in by_kind.items() for mention in found),
        *(_fact("certificates", mention) for mention in certificates),
        *([_span("tolerance_mm", text, tolerance.start, tolerance.end)] if tolerance else []),
        *([_span("annual_volume", text, volume.start, volume.end)] if volume else []),
        *([_span("thickness_mm", text, *thickness.span())] if thickness else []),
    ]
    requirement = Requirement(
        id=requirement_id,
        title=text.strip()[:500],
        part=by_kind["part"][0].words if by_kind["part"] else "",
        processes=tuple(mention.words for mention in by_kind["process"]),
        materials=tuple(mention.words for mention in by_kind["material"]),
        tolerance_mm=tolerance.mm if tolerance else None,
        annual_volume=(per_month(volume) or 0) * 12 if volume else None,
        unit=(volume.unit or "pcs") if volume else "",
        certificates=CertificateNeeds(required=tuple(vocabulary()[m.key].label() for m in certificates)),
        provinces=_provinces(text),
    )
    return Understanding(requirement, tuple(facts), tuple(_ignored(text, facts)), _questions(requirement))


def completed(requirement: Requirement) -> Requirement:
    """The requirement with figures that only its text gives. What the sender stated in a field stands."""
    read = understand("\n".join(filter(None, (requirement.title, requirement.description)))).requirement
    missing = {name: getattr(read, name) for name in ("tolerance_mm",) if getattr(requirement, name) is None}
    if requirement.annual_volume is None and read.annual_volume is not None:
        missing |= {"annual_volume": read.annual_volume, "unit": read.unit}
    return dataclasses.replace(requirement, **missing)


def _unique(mentions: Iterable[Mention]) -> list[Mention]:
    return list({mention.key: mention for mention in reversed(list(mentions))}.values())[::-1]


def _volume(text: str) -> Amount | None:
    """The first amount with a period; an amount without one is a lot, a size or a count of something else."""
    return next((amount for amount in amounts(text) if amount.period and per_month(amount)), None)


def _provinces(text: str) -> tuple[str, ...]:
    province = province_of(text)
    return (province.name,) if province else ()


def _fact(field: str, mention: Mention) -> Fact:
    return Fact(field, mention.words, mention.start, mention.end)


def _span(field: str, text: str, start: int, end: int) -> Fact:
    return Fact(field, text[start:end].strip(), start, end)


def _ignored(text: str, facts: Sequence[Fact]) -> Iterable[str]:
    """The words that no fact was read from."""
    for word in _WORDS.finditer(text):
        inside = any(fact.start < word.end() and word.start() < fact.end for fact in facts)
        if not inside and word.group().casefold() not in _FILLER:
            yield word.group()


def _questions(requirement: Requirement) -> tuple[Saying, ...]:
    """One question where process, material and quantity are all missing: nobody could be matched."""
    if requirement.processes or requirement.materials or requirement.annual_volume is not None:
        return ()
    return (say("requirement.ask"),)
