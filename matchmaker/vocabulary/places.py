"""Which province an address or a place name is in, before and after the merger of 1 July 2025."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from matchmaker.text.folding import fold
from matchmaker.vocabulary.concepts import LABEL_LANGUAGES, cell, rows_of

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
    names, pattern = _provinces()
    for part in (_ASIDE.sub(" ", folded), folded):
        if found := pattern.findall(part):
            return names[_key(found[-1])]
    return None


@lru_cache(maxsize=4096)
def zone_of(text: str) -> Zone | None:
    """The industrial zone, district or town that `text` names first, or None.

    Zones of one name in several provinces are told apart by the province that `text` names too, else left open.
    """
    zones, pattern = _zones()
    found = [zone for words in pattern.findall(fold(text)) for zone in zones[_key(words)]]
    provinces = {zone.province for zone in found}
    if len(provinces) == 1:
        return found[0]
    named = province_of(text)
    return next((zone for zone in found if zone.province == named), None)


@lru_cache(maxsize=1)
def _provinces() -> tuple[Mapping[str, Province], re.Pattern[str]]:
    names = {
        _key(fold(name)): province
        for row, province in _province_rows()
        for name in (row["name"], *cell(row, "aliases"), *(n for lang in LABEL_LANGUAGES for n in cell(row, lang)))
    }
    names |= {_key(fold(province.name)): province for _, province in _province_rows()}
    return names, _any_of(names)


@lru_cache(maxsize=1)
def _zones() -> tuple[Mapping[str, list[Zone]], re.Pattern[str]]:
    provinces = {province.code: province for _, province in _province_rows()}
    zones: dict[str, list[Zone]] = {}
    for row in rows_of("zones.tsv"):
        zone = Zone(row["id"], row["name"], provinces[row["province_code"]])
        for name in {_key(fold(name)) for name in (row["name"], *cell(row, "aliases"))}:
            zones.setdefault(name, []).append(zone)
    return zones, _any_of(zones)


@lru_cache(maxsize=1)
def _province_rows() -> list[tuple[dict[str, str], Province]]:
    return [
        (row, Province(row["code"], row["name"], row["new_code"], row["new_name"])) for row in rows_of("places.tsv")
    ]


def _key(folded: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", folded))


def _any_of(keys: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all names, the longest first. Words may be parted by blanks, dots or dashes."""
    return re.compile("|".join(_name_pattern(key) for key in sorted(keys, key=len, reverse=True)))


def _name_pattern(key: str) -> str:
    words = r"[^\w,;\n]{1,3}".join(map(re.escape, key.split()))
    return words if _SIGNS.search(key) else rf"(?<![^\W_]){words}(?![^\W_])"
