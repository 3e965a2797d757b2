"""Free text → the requirement it was understood as, with what was not understood and what to ask."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from matchmaker.ranking.reading.accuracy import accuracy_facts, tolerance
from matchmaker.ranking.reading.concepts import FIELDS, asked, certificates, cues_in, main_part, of_kind, sheet_ends
from matchmaker.ranking.reading.delivery import delivery, supplier_places
from matchmaker.ranking.reading.facts import Fact
from matchmaker.ranking.reading.languages import language_of
from matchmaker.ranking.reading.leftovers import ignored
from matchmaker.ranking.reading.plain import Plain, plain
from matchmaker.ranking.reading.sizes import size, thickness_facts, weight
from matchmaker.ranking.reading.timing import dates, lead_time
from matchmaker.ranking.reading.volumes import volume
from matchmaker.ranking.sayings import Saying, say
from matchmaker.records import NOTHING_SAID, Requirement
from matchmaker.vocabulary import Mention, recogniser

LONGEST_TITLE = 500
COMPLETED = ("tolerance_mm", "size_mm", "certificates", "provinces", "start_on", "lead_time_days")
"""The fields that matching takes from the text where the sender left them out; process, material and part it finds in
the words. A weight is not among them: it would turn pieces into tonnes, and texts give it for one of several parts."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text was understood as: the requirement, the facts behind it, the words that were not understood, and
    what to ask before anybody is matched."""

    requirement: Requirement
    facts: tuple[Fact, ...]
    ignored: tuple[str, ...]
    questions: tuple[Saying, ...]


def understand(text: str, requirement_id: str = "") -> Understanding:
    """What `text` asks for, in any of the languages. Nothing is guessed: a field that the text does not give is left
    out. What has no field of its own (thickness, roughness, region, papers) is a fact only."""
    form = plain(text)
    cues = cues_in(form.text)
    named = recogniser().mentions(form.text)
    mentions = asked(form.text, named, cues)
    fields, facts = _fields(form.text, mentions)
    needs, more = certificates(form.text, mentions, cues)
    facts += more
    facts += accuracy_facts(form.text, facts)
    title = text.strip()
    requirement = Requirement(
        id=requirement_id,
        title=title[:LONGEST_TITLE],
        description=title if len(title) > LONGEST_TITLE else "",
        language=language_of(form.text),
        certificates=needs,
        **fields,
    )
    covering = [*facts, *(Fact(one.key, one.words, one.start, one.end) for one in (*named, *cues))]
    return Understanding(
        requirement,
        tuple(_placed(fact, text, form) for fact in sorted(facts, key=lambda fact: fact.start) if fact.words),
        tuple(ignored(form.text, covering)),
        _questions(requirement),
    )


def completed(requirement: Requirement) -> Requirement:
    """The requirement with what only its text gives. What the sender stated in a field stands."""
    read = understand("\n".join(filter(None, (requirement.title, requirement.description)))).requirement
    missing = {name: getattr(read, name) for name in COMPLETED if getattr(requirement, name) in NOTHING_SAID}
    if requirement.annual_volume is None and read.annual_volume is not None:
        missing |= {"annual_volume": read.annual_volume, "unit": read.unit}
    return dataclasses.replace(requirement, **missing)


def _fields(text: str, mentions: Iterable[Mention]) -> tuple[dict[str, Any], list[Fact]]:
    """The fields of the requirement that `text` gives, and the facts they were read from."""
    mentions = list(mentions)
    kinds = {kind: of_kind(mentions, kind) for kind in FIELDS}
    facts = [Fact(FIELDS[kind], one.words, one.start, one.end) for kind, found in kinds.items() for one in found]
    fields: dict[str, Any] = {
        "part": main_part(text, kinds["part"], language_of(text)),
        "processes": _words(kinds["process"]),
        "materials": _words(kinds["material"]),
    }
    if wanted := volume(text):
        fields |= {"annual_volume": wanted.annual, "unit": wanted.unit}
        facts.append(Fact("annual_volume", text[wanted.start : wanted.end].strip(), wanted.start, wanted.end))
    fields["delivery"], delivered = delivery(text)
    facts += delivered
    for name, (value, found) in _readings(text, facts).items():
        fields[name] = value
        facts += found
    on, found = dates(text)
    return fields | on, facts + found + thickness_facts(text, sheet_ends(mentions))


def _readings(text: str, facts: list[Fact]) -> dict[str, tuple[Any, list[Fact]]]:
    return {
        "tolerance_mm": tolerance(text),
        "size_mm": size(text),
        "weight_kg": weight(text),
        "lead_time_days": lead_time(text),
        "provinces": supplier_places(_without(text, facts, "delivery")),
    }


def _without(text: str, facts: Iterable[Fact], field: str) -> str:
    """`text` with the facts of a field blanked out: a place of delivery is no place of the supplier."""
    for fact in facts:
        if fact.field == field:
            text = text[: fact.start] + "\n" * (fact.end - fact.start) + text[fact.end :]
    return text


def _words(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.words for mention in mentions))


def _placed(fact: Fact, text: str, form: Plain) -> Fact:
    """The fact with its place and words in the text as it was sent."""
    start, end = form.span(fact.start, fact.end)
    return Fact(fact.field, text[start:end], start, end)


def _questions(requirement: Requirement) -> tuple[Saying, ...]:
    """One question where process, material and quantity are all missing: nobody could be matched."""
    if requirement.processes or requirement.materials or requirement.annual_volume is not None:
        return ()
    return (say("requirement.ask"),)
