"""Which province an address or a place name is in, before and after the merger of 1 July 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from matchmaker.text.folding import fold
from matchmaker.vocabulary.concepts import LABEL_LANGUAGES, cell, rows_of

Named = TypeVar("Named")

_WORD = re.compile(r"[^\W_]+")
_SIGNS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ASIDE = re.compile(r"\([^)]*\)?|\[[^\]]*\]?|\b(?:nay la|nay thuoc|now|formerly|truoc day|truoc la)\b.*", re.S)


@dataclass(frozen=True, slots=True)
class Province:
    """A province or city as it was before July 2025, with the unit it belongs to since then.

    Codes are those of the General Statistics Office; old and new ones are one series.
    """

    code: str
    name: str
    new_code: str
    new_name: str


@dataclass(frozen=True, slots=True)
class Zone:
    """An industrial park or cluster, or a district or town that people name alone, and the province it lies in."""

    id: str
    name: str
    province: Province

    @property
    def is_park(self) -> bool:
        """Whether it is an industrial park, cluster or economic zone."""
        return self.name.startswith(("KCN", "CCN", "KCX", "KKT", "Khu"))


@lru_cache(maxsize=4096)
def province_of(text: str) -> Province | None:
    """The province that `text` names, with or without marks, abbreviated, or in any language of the vocabulary.

    An address goes from small to large, so the last name counts; what stands in brackets or after “nay là” (now) counts
    only where nothing else names a province: `Vĩnh Phúc (nay là Phú Thọ)` is Vĩnh Phúc.
    """
    folded = fold(text)
    for part in (_ASIDE.sub(" ", folded), folded):
        if found := _provinces().mentioned(part):
            return found[-1]
    return None


@lru_cache(maxsize=4096)
def zone_of(text: str) -> Zone | None:
    """The industrial zone, district or town that `text` names first, or None.

    Zones of one name in several provinces are told apart by the province that `text` names too, else left open.
    """
    found = [zone for zones in _zones().mentioned(fold(text)) for zone in zones]
    provinces = {zone.province for zone in found}
    if len(provinces) == 1:
        return found[0]
    named = province_of(text)
    return next((zone for zone in found if zone.province == named), None)


class _Names(Generic[Named]):
    """Names to look for in folded text, by their words; names in Chinese, Japanese and Korean signs by the signs."""

    def __init__(self, named: Mapping[str, Named]) -> None:
        self.by_words = {words: one for words, one in named.items() if not _SIGNS.search(words)}
        self.by_signs = {words: one for words, one in named.items() if _SIGNS.search(words)}
        self.longest = max(len(words.split()) for words in self.by_words)
        self.signs = re.compile("|".join(map(re.escape, sorted(self.by_signs, key=len, reverse=True))))

    def mentioned(self, folded: str) -> list[Named]:
        """What `folded` names, in order; the longest name at each place, none across a comma."""
        found = [one for phrase in re.split(r"[,;\n]", folded) for one in self._in_phrase(_WORD.findall(phrase))]
        if _SIGNS.search(folded):
            found += [self.by_signs[words] for words in self.signs.findall(folded)]
        return found

    def _in_phrase(self, words: list[str]) -> Iterator[Named]:
        place = 0
        while place < len(words):
            for length in range(min(self.longest, len(words) - place), 0, -1):
                if one := self.by_words.get(" ".join(words[place : place + length])):
                    yield one
                    break
            else:
                length = 1
            place += length


@lru_cache(maxsize=1)
def _provinces() -> _Names[Province]:
    named = {
        _key(name): province
        for row, province in _province_rows()
        for name in (*cell(row, "aliases"), *(one for language in LABEL_LANGUAGES for one in cell(row, language)))
    }
    return _Names(named | {_key(province.name): province for _, province in _province_rows()})


@lru_cache(maxsize=1)
def _zones() -> _Names[list[Zone]]:
    provinces = {province.code: province for _, province in _province_rows()}
    named: dict[str, list[Zone]] = {}
    for row in rows_of("zones.tsv"):
        zone = Zone(row["id"], row["name"], provinces[row["province_code"]])
        for name in {_key(name) for name in (zone.name, *cell(row, "aliases"))}:
            named.setdefault(name, []).append(zone)
    return _Names(named)


@lru_cache(maxsize=1)
def _province_rows() -> list[tuple[dict[str, str], Province]]:
    return [
        (row, Province(row["code"], row["name"], row["new_code"], row["new_name"])) for row in rows_of("places.tsv")
    ]


def _key(name: str) -> str:
    return " ".join(_WORD.findall(fold(name)))
