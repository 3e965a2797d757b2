"""Where the goods go, and where the supplier has to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matchmaker.ranking.reading.facts import Fact, fact
from matchmaker.vocabulary.places import province_of, zone_of

_STOPS = r"[^.;,、，。；\n]"
_STOP = re.compile(r"[.;,、，。；\n]")
_TERM = re.compile(
    rf"(?<![^\W_])(?:EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DDP|DAT)(?![A-Za-z\d_]|\s*\d){_STOPS}{{0,80}}"
)
_NOT_PLACE = re.compile(
    r"\s*(?:\d|\b(?:weekly|daily|monthly|by|every|within|before|in \d|twice|once|h[aằà]ng|m[oỗ]i|tr[uư][oớ]c|trong)\b"
    r"|週|毎|每|매)",
    re.I,
)
_TO = [
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:\bdeliver(?:y|ed|ies)?|\bship(?:ped|ment)?|\bsupply)"
        r"(?:\s+(?:JIT|is|must be|direct(?:ly)?|weekly|daily)){0,2}"
        rf"\s*(?:to|at|in|:)\s+(?:our (?:factory|plant|warehouse) (?:in|at)\s+)?(?P<place>{_STOPS}{{2,60}})",
        rf"(?:\bgiao(?: h[aà]ng)?|\bgiao nh[aậ]n|\bnh[aậ]n h[aà]ng)(?:\s+JIT)?(?:\s+h[aằà]ng (?:ng[aà]y|tu[aầ]n))?"
        rf"\s+(?:v[eề]|t[aạ]i|[đd][eế]n|t[oớ]i|cho|[oở])\s+(?P<place>{_STOPS}{{2,60}})",
        rf"\bdelivery\s+(?P<place>(?-i:[A-Z]){_STOPS}{{2,40}})",
        rf"\bgiao\s+(?P<place>(?-i:[A-ZĐ]){_STOPS}{{2,40}})",
        r"(?:納入先|納品先|納入場所|납품처|납품지|납품 장소|交货地点|交货地|送货地址)"
        rf"\s*[:：は]?\s*(?P<place>{_STOPS}{{2,40}})",
        rf"(?:交货[至到]|交付[至到]|送货?[至到]|发[至到]|运[至到])\s*(?P<place>{_STOPS}{{2,40}})",
    )
]
_BROUGHT = re.compile(
    r"渡し|交货|交貨|交付|(?:へ|に|まで)(?:週\s*\d\s*回|毎日|毎週|直接)?の?(?:納入|納品|配送|出荷|お届け)"
    r"|(?:으로|로|에|까지)?\s*(?:JIT\s*)?(?:납품|납입|배송)"
)
"""Japanese and Korean say the place first."""
_SUPPLIER = [
    re.compile(pattern, re.I)
    for pattern in (
        r"\b(?:suppliers?|vendors?|makers?|manufacturers?|producers?)\b(?:\s+[^\W\d_]+){0,4}?"
        rf"\s+(?:in|from|near|at|around|within)\s+(?P<place>{_STOPS}{{2,60}})",
        rf"\b(?:located|based|situated)\s+(?:in|at|near|around)\s+(?P<place>{_STOPS}{{2,60}})",
        r"\b(?:nh[aà] cung c[aấ]p|ncc|nh[aà] s[aả]n xu[aấ]t|[đd][oơ]n v[iị]|c[oô]ng ty"
        r"|x[uư][oở]ng)(?:\s+[^\W\d_]+){0,4}?"
        rf"\s+(?:[oở]|t[aạ]i|trong|g[aầ]n|khu v[uự]c|thu[oộ]c)\s+(?P<place>{_STOPS}{{2,60}})",
        rf"\bkhu v[uự]c\s+(?P<place>{_STOPS}{{2,40}})",
        rf"(?:位于|在)(?P<place>{_STOPS}{{2,24}})",
    )
]
_SUPPLIER_BEHIND = re.compile(
    r"(?:の|にある|に所在する|所在の|周辺の|近郊の|地域の)(?:サプライヤー?|メーカー|業者|仕入先|協力会社|協力工場|加工会社|会社)"
    r"|\s*(?:에 있는|에 위치한|소재|지역|근처|인근|내)?\s*(?:업체|공급사|공급업체|협력사|제조사)"
    r"|(?:的|地区的?|周边的?|附近的?|境内的?)?(?:供应商|供應商|厂家|厂商|制造商)"
)
_REGION = re.compile(
    r"(?:north(?:ern)?|south(?:ern)?|central|mi[eề]n (?:b[aắ]c|trung|nam)|ph[ií]a (?:b[aắ]c|nam))\b"
    r"(?:\s+(?:part of )?vi[eệ]t\s?nam)?"
    r"|ベトナム[北南中]部|[北南中]部ベトナム|[북남중]부\s?베트남|베트남\s?[북남중]부|越南[北南中]部|[北南中]越",
    re.I,
)
_OR = re.compile(r"[/・]|\b(?:or|and|ho[aặ]c|v[aà])\b|または|もしくは|또는|或者?|和")


def delivery(text: str) -> tuple[str, list[Fact]]:
    """Place and terms of delivery as written: `DAP Hai Phong`, `Vĩnh Phúc`. Words without a known place are none."""
    if term := _TERM.search(text):
        start, end = term.start(), _with_further_places(text, _place_end(text, term.start() + 3, term.end()))
        return text[start:end].strip(), [fact("delivery", text, start, end)]
    for pattern in _TO:
        for match in pattern.finditer(text):
            start, end = match.start("place"), _place_end(text, *match.span("place"))
            if _names_place(text[start:end]):
                return text[start:end].strip(), [fact("delivery", text, match.start(), end)]
    for match in _BROUGHT.finditer(text):
        start = _item_start(text, match.start())
        if _names_place(text[start : match.start()]):
            return text[start : match.start()].strip(), [fact("delivery", text, start, match.end())]
    return "", []


def _item_start(text: str, place: int) -> int:
    """Where the item of a list that ends at `place` begins, 30 signs before it at most."""
    first = max(0, place - 30)
    return max((stop.end() for stop in _STOP.finditer(text, first, place)), default=first)


def _place_end(text: str, start: int, end: int) -> int:
    """Where the place ends and a time or a figure begins."""
    words = [
        match.start() for match in re.compile(r"\s+|(?=[週毎每매])").finditer(text, start, end) if match.start() > start
    ]
    return next((place for place in words if _NOT_PLACE.match(text, place)), end)


def _with_further_places(text: str, end: int) -> int:
    """`DAP Que Vo, Bac Ninh`: an item of the list that names a place and no figure belongs to the delivery."""
    further = re.compile(r"\s*,\s*([^.;,、，。；\n\d]{2,40})(?=[.;,\n]|$)").match(text, end)
    return further.end() if further and _names_place(further[1]) else end


def _names_place(words: str) -> bool:
    return bool(province_of(words) or zone_of(words) or _REGION.search(words))


def supplier_places(text: str) -> tuple[tuple[str, ...], list[Fact]]:
    """The provinces that the supplier must be in, by their Vietnamese names, and the facts.

    A region (`northern Vietnam`) is a fact of its own: it names no province.
    """
    for start, end, words in _stated_places(text):
        names = tuple(dict.fromkeys(name for piece in _OR.split(words) if (name := _province(piece))))
        if names:
            return names, [fact("provinces", text, start, end)]
    return (), [fact("region", text, *match.span()) for match in _REGION.finditer(text)]


def _stated_places(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a text says in which place the supplier is, and the words of the place."""
    for pattern in _SUPPLIER:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), match["place"]
    for match in _SUPPLIER_BEHIND.finditer(text):
        start = _item_start(text, match.start())
        yield start, match.end(), text[start : match.start()]


def _province(words: str) -> str:
    if province := province_of(words):
        return province.name
    zone = zone_of(words)
    return zone.province.name if zone else ""
