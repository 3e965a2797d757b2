"""Addresses read for what tells firms apart: province, industrial zone, lot, and the words left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from matchmaker.duplicates.phrases import phrases, place_names, province_now
from matchmaker.duplicates.words import words_of
from matchmaker.text.folding import fold

_ZONES = re.compile(
    r"\b(?:khu cong nghiep|cum cong nghiep|khu che xuat|khu cong nghe cao|industrial (?:park|zone|cluster|area)|"
    r"(?:hi-?tech|export processing) (?:park|zone)|kcn|ccn|kcx|kcnc|cluster|ip|iz|epz|i\.p|i\.z)\b"
)
_LOT = re.compile(r"\b(?:lo|lot|plot|block|no|so)\.?\s+([a-z]{0,3}[\s-]?\d+[a-z]?(?:-\d+)?)\b|\b([a-z]{1,3}-?\d+[a-z]?)\b")
_NO_NAME = frozenset(
    "lo lot plot block so no duong street st road rd phuong ward xa commune thi tran town quan huyen district dist tp tx "
    "thanh pho city tinh province viet nam vietnam nay la now cu va and tang floor toa nha building khu to thon ap ngo "
    "ngach hem alley lane km".split()
)
_DIRECTIONS = {"north": "bac", "south": "nam", "east": "dong", "west": "tay"}


@dataclass(frozen=True, slots=True)
class Address:
    """`provinces` by their names before July 2025; `zone` and `words` are folded; `lots` as b4, 14b, 12."""

    provinces: frozenset[str]
    zone: frozenset[str]
    lots: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=50_000)
def address_of(province: str, zone: str, address: str) -> Address:
    """What the three fields say together; the province field counts before a province in the address."""
    text = fold(", ".join(filter(None, (zone, address))))
    provinces = frozenset(provinces_in(province) or provinces_in(address))
    return Address(
        provinces,
        frozenset(_zone(text)),
        frozenset(_lots(_ZONES.sub(",", text))),
        frozenset(_words(text)) - frozenset(word for name in provinces for word in _province_words(name)),
    )


def same_province(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of provinces may mean one place, be it by the old names or by the new ones."""
    now = province_now()
    new_names = {now[name] for name in a & now.keys()} & {now[name] for name in b & now.keys()}
    return bool(a & b) or bool(new_names & (a | b))


@lru_cache(maxsize=50_000)
def provinces_in(text: str) -> tuple[str, ...]:
    """The provinces that `text` names, by their names before July 2025, in order."""
    return tuple(dict.fromkeys(_provinces([word.key for word in words_of(text)])))


@lru_cache(maxsize=100)
def _province_words(province: str) -> tuple[str, ...]:
    return tuple(word for label in place_names()[province] for word in fold(label).split())


def _provinces(words: Sequence[str]) -> Iterator[str]:
    position = 0
    while position < len(words):
        length, names = _place_at(words[position : position + 5])
        yield from names
        position += length


def _place_at(words: Sequence[str]) -> tuple[int, Sequence[str]]:
    table = phrases().by_words
    for length in range(len(words), 0, -1):
        for entry in table.get(tuple(words[:length]), ()):
            names = [key for key in entry.keys if entry.kind == "place" and key in province_now()]
            if names:
                return length, names
    return 1, ()


def _zone(text: str) -> Iterator[str]:
    """The zone's name: behind KCN, before Industrial Park; VSIP is one by itself."""
    for part in re.split(r"[,;\n(]", text):
        found = _ZONES.search(part)
        if found:
            yield from _words(_LOT.sub(" ", part[: found.start()])) or ()
            yield from _words(part[found.end() :].split(" - ")[0])
        elif "vsip" in part:
            yield from _words(part)


def _lots(text: str) -> Iterator[str]:
    for found in _LOT.finditer(text):
        yield re.sub(r"[\s-]", "", found.group(1) or found.group(2))


def _words(text: str) -> Iterator[str]:
    for word in re.findall(r"[^\W_]+", _ZONES.sub(" ", text)):
        if word not in _NO_NAME:
            yield _DIRECTIONS.get(word, word)
