"""What a requirement asks for, as the engine understands it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from matchmaker.ranking.documents import MADE_BY, certificate_keys
from matchmaker.ranking.reading import completed
from matchmaker.ranking.terms import Terms, is_stop, stem
from matchmaker.records import Requirement
from matchmaker.text.folding import fold
from matchmaker.text.tokens import tokens
from matchmaker.vocabulary import Mention, recogniser, vocabulary
from matchmaker.vocabulary.places import province_of
from matchmaker.vocabulary.roles import role_at

FIELD_WEIGHTS = {"processes": 3.0, "part": 3.0, "title": 2.0, "materials": 2.0, "description": 1.0}
"""How often a word counts by where it stands: judged, to be fitted on decisions."""


OF_THE_FIELD = 0.2
"""From this share of words that are concepts a bare text is taken for one of the field. On 149 bare requirements of the
judged collection the least is 0.25; on customs descriptions of food and chemicals the most is 0.12."""


@dataclass(frozen=True, slots=True)
class Need:
    """A concept that is asked for, and the words that ask for it."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class CertificateNeed:
    """A standard that is asked for; `keys` is empty where the vocabulary does not know it."""

    standard: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A requirement ready for ranking on a date.

    `process` is the step that makes the part (None where nothing says), `steps` the further ones; `implied` says that
    the process was read from the part and not stated. `other_materials` are folded words that the vocabulary does not
    know, `words` the requirement's words by their stem. `terms` hold what is `written` and its translations.
    `monthly_volume` counts `unit`s a month. A text not `of_the_field` of component making is ranked by its wording.
    """

    requirement: Requirement
    effective_on: date
    terms: dict[str, float]
    written: dict[str, float]
    process: Need | None
    implied: bool
    steps: tuple[Need, ...]
    parts: tuple[Need, ...]
    part_words: str
    words: dict[str, str]
    materials: tuple[Need, ...]
    other_materials: tuple[str, ...]
    required: tuple[CertificateNeed, ...]
    preferred: tuple[CertificateNeed, ...]
    monthly_volume: float | None
    unit: str
    province_codes: tuple[str, ...]
    of_the_field: bool = True


def query_of(requirement: Requirement, on: date) -> Query:
    """The query of a requirement. Certificates must hold at the start of production, or `on` where none is given."""
    if not _is_of_the_field(requirement):
        return _plain_query(requirement, on)
    requirement = completed(requirement)
    processes = list(_needs(requirement, "process"))
    parts = list(_needs(requirement, "part"))
    usual = list(_made_by(parts))
    process, steps = _main_and_steps(processes, usual)
    implied = None
    if process is None or _is_finish(process):
        implied, _ = _main_and_steps(usual)
    if implied:
        process, steps = implied, [need for need in processes if _stage(need) != "support"]
    volume = requirement.annual_volume
    return Query(
        requirement=requirement,
        effective_on=requirement.start_on or on,
        terms=_terms(requirement, usual if implied else []),
        written={},
        process=process,
        implied=implied is not None,
        steps=tuple(steps),
        parts=tuple(parts),
        part_words=requirement.part or requirement.title,
        words=_words(requirement),
        materials=tuple(_needs(requirement, "material")),
        other_materials=tuple(fold(text) for text in requirement.materials if not recogniser().mentions(text)),
        required=tuple(_certificate_needs(requirement.certificates.required)),
        preferred=tuple(_certificate_needs(requirement.certificates.preferred)),
        monthly_volume=None if volume is None else volume / 12,
        unit=requirement.unit,
        province_codes=tuple(_province_codes(requirement.provinces)),
    )


def _plain_query(requirement: Requirement, on: date) -> Query:
    """A query by wording alone: what the vocabulary sees in a text of another field is chance."""
    return Query(
        requirement=requirement,
        effective_on=requirement.start_on or on,
        terms=_terms(requirement, []),
        written=_written(requirement).weights(),
        process=None,
        implied=False,
        steps=(),
        parts=(),
        part_words="",
        words=_words(requirement),
        materials=(),
        other_materials=(),
        required=(),
        preferred=(),
        monthly_volume=None,
        unit="",
        province_codes=(),
        of_the_field=False,
    )


def _is_of_the_field(requirement: Requirement) -> bool:
    """Whether a requirement states any field, or enough of its words are concepts of component making."""
    blank = Requirement(id=requirement.id, language=requirement.language, confidentiality=requirement.confidentiality)
    if dataclasses.replace(requirement, title="", description="") != blank:
        return True
    text = "\n".join((requirement.title, requirement.description))
    words = [word for word in tokens(text) if not is_stop(word)]
    mentions = recogniser().mentions(text)
    known = sum(any(mention.start <= word.start < mention.end for mention in mentions) for word in words)
    return known >= OF_THE_FIELD * len(words)


def _words(requirement: Requirement) -> dict[str, str]:
    texts = [text for _, text in _texts(requirement)]
    return {stem(token.folded): text[token.start : token.end] for text in texts for token in tokens(text)}


def _terms(requirement: Requirement, implied: Iterable[Need]) -> dict[str, float]:
    terms = _written(requirement)
    for field, text in _texts(requirement):
        terms.add_translations(text, FIELD_WEIGHTS[field])
    for need in implied:
        terms.add_concept(need.key, FIELD_WEIGHTS["title"])
    return terms.weights()


def _written(requirement: Requirement) -> Terms:
    terms = Terms()
    for field, text in _texts(requirement):
        terms.add(text, FIELD_WEIGHTS[field])
    return terms


def _texts(requirement: Requirement) -> Iterator[tuple[str, str]]:
    yield "title", requirement.title
    yield "part", requirement.part
    for field in ("processes", "materials"):
        for text in getattr(requirement, field):
            yield field, text
    yield "description", requirement.description


def _needs(requirement: Requirement, kind: str) -> list[Need]:
    """The concepts of a kind: from the field that is for them; where that is empty, from title or description."""
    own = {"process": requirement.processes, "material": requirement.materials, "part": (requirement.part,)}[kind]
    for texts in (own,) if any(own) and kind == "material" else (own, (requirement.title,), (requirement.description,)):
        needs: dict[str, Need] = {}
        for text in texts:
            for mention in recogniser().mentions(text):
                if mention.kind == kind and _is_asked(text, mention):
                    needs.setdefault(mention.key, Need(mention.key, mention.words))
        if needs:
            return list(needs.values())
    return []


def _is_asked(text: str, mention: Mention) -> bool:
    return role_at(text, mention) not in ("by-buyer", "negated")


def _made_by(parts: Iterable[Need]) -> Iterator[Need]:
    words = vocabulary()
    seen = set()
    for part in parts:
        for process in words[part.key].extra.get(MADE_BY, ()):
            key = f"process:{process}"
            if key not in seen:
                seen.add(key)
                yield Need(key, part.words)


def _main_and_steps(needs: list[Need], usual: Iterable[Need] = ()) -> tuple[Need | None, list[Need]]:
    """The step that makes the part, and those that finish it.

    The main one is the first that is the `usual` way to make such a part ("crimping and harness assembly" of a wire
    harness), else the first primary one. Support steps (inspection, design) are no steps of the part; a broader name of
    the main step is not a second one.
    """
    words = vocabulary()
    making = [need for need in needs if _stage(need) != "support"]
    main = next((need for way in usual for need in making if words.covers(way.key, need.key)), None)
    main = main or next((need for need in making if _stage(need) == "primary"), making[0] if making else None)
    if main is None:
        return None, []
    others = [need for need in making if need is not main and not words.covers(need.key, main.key)]
    return main, others


def _is_finish(need: Need) -> bool:
    """Whether a step is only said of the part ("zinc plated bracket"): then the part itself says how it is made."""
    return _stage(need) == "secondary" and need.words.casefold().endswith("ed")


def _stage(need: Need) -> str:
    return next(iter(vocabulary()[need.key].extra.get("stage", ())), "primary")


def _certificate_needs(standards: Iterable[str]) -> Iterator[CertificateNeed]:
    for standard in standards:
        yield CertificateNeed(standard, tuple(certificate_keys(standard)))


def _province_codes(provinces: Iterable[str]) -> Iterator[str]:
    for name in provinces:
        if province := province_of(name):
            yield from (province.code, province.new_code)
