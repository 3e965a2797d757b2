"""Addresses read for what tells firms apart: province, industrial zone, lot, and the words left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from matchmaker.text.folding import fold
from matchmaker.vocabulary.places import Province, province_of

_ZONES = re.compile(
    r"\b(?:khu cong nghiep|cum cong nghiep|khu che xuat|khu cong nghe cao|industrial (?:park|zone|cluster|area)|"
    r"(?:hi-?tech|export processing) (?:park|zone)|kcn|ccn|kcx|kcnc|cluster|ip|iz|epz|i\.p|i\.z)\b"
)
_LOT = re.compile(
    r"\b(?:lo|lot|plot|block|no|so)\.?\s+([a-z]{0,3}[\s-]?\d+[a-z]?(?:-\d+)?)\b|\b([a-z]{1,3}-?\d+[a-z]?)\b"
)
_NO_NAME = frozenset(
    "lo lot plot block so no duong street st road rd phuong ward xa commune thi tran town quan huyen district dist tp "
    "tx thanh pho city tinh province viet nam vietnam nay la now cu va and tang floor toa nha building khu to thon ap "
    "ngo ngach hem alley lane km".split()
)
_DIRECTIONS = {"north": "bac", "south": "nam", "east": "dong", "west": "tay"}


@dataclass(frozen=True, slots=True)
class Address:
    """`zone` and `words` are folded, without the words of the province; `lots` as b4, 14b, 12."""

    province: Province | None
    zone: tuple[str, ...]
    lots: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=50_000)
def address_of(province: str, zone: str, address: str) -> Address:
    """What the three fields say together; the province field counts before a province in the address."""
    text = fold(", ".join(filter(None, (zone, address))))
    found = province_of(province) or province_of(address)
    named = _province_words(found) if found else frozenset()
    return Address(
        found,
        tuple(dict.fromkeys(_zone(text))),
        frozenset(_lots(_ZONES.sub(",", text))),
        frozenset(_words(text)) - named,
    )


def same_province(a: Province, b: Province) -> bool:
    """Whether two names of provinces may mean one place: the same, or one the present name of the other.

    Two old names of one present province (Bắc Giang, Bắc Ninh) may, if one of them is the present name too.
    """
    return a.name == b.name or (a.new_code == b.new_code and a.new_name in (a.name, b.name))


def _province_words(province: Province) -> frozenset[str]:
    names = (province.name, province.new_name)
    return frozenset(word for name in names for word in (*fold(name).split(), fold(name).replace(" ", "")))


def _zone(text: str) -> Iterator[str]:
    """The zone's name: behind KCN, before Industrial Park; VSIP is one by itself."""
    for part in re.split(r"[,;\n(]", text):
        found = _ZONES.search(part)
        if found:
            yield from _words(_LOT.sub(" ", part[: found.start()]))
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
