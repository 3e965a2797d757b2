"""Size, thickness and weight of the part."""

from __future__ import annotations

import re
from collections.abc import Iterable

from matchmaker.ranking.reading.facts import Fact, fact, words_before
from matchmaker.text.quantities import NUMERAL, TO, WORD_END, number

LARGEST_MM = 100_000.0
HEAVIEST_KG = 1_000_000.0
_SCALE = {"mm": 1.0, "cm": 10.0, "m": 1000.0}
_UNIT = rf"(?:\s*(?P<{{0}}>mm|cm|m){WORD_END})?"
_LETTER = r"(?:\s*[(（][LWHDTBlwhdtb][)）])?"
_LABEL = r"(?:(?-i:[LWHDTB])\s*=?\s*|[長横縦长宽高幅厚][さ度]?\s*|高さ\s*)?"
_TIMES = r"\s*[x×*✕хХX]\s*"


def _edge(name: str) -> str:
    return rf"{_LABEL}(?P<{name}>{NUMERAL}){_UNIT.format(name + '_unit')}{_LETTER}"


_EDGES = re.compile(
    rf"(?<![A-Za-z\d_^])(?<!\d[.,]){_edge('a')}{_TIMES}{_edge('b')}(?:{_TIMES}{_edge('c')})?(?!\s*(?:[x×*]\s*\d|cavit|cav\b|khoang|個取|キャビ|穴))",
    re.I,
)
_ROUND = re.compile(
    rf"(?:[Øøφϕ⌀∅Φ]|(?<![^\W_])phi(?=\s*\d)|\bdia(?:meter)?\.?|[đd][uư][oờ]ng k[ií]nh(?: ngo[aà]i)?|\bO\.?D\.?"
    rf"|外径|直径|외경|직경|지름)\s*[:=]?\s*(?P<d>{NUMERAL})(?:{TO}(?P<d_high>{NUMERAL}))?{_UNIT.format('d_unit')}"
    rf"(?:\s*[a-zA-Z]{{1,2}}\d{{1,2}}(?=\s*[x×*]))?(?:{_TIMES}[Øøφϕ⌀∅Φ]\s*{NUMERAL})?(?:{_TIMES}(?:L\s*=?\s*)?(?P<l>{NUMERAL}){_UNIT.format('l_unit')})?",
    re.I,
)
_SIDE = {
    "length": r"(?:overall |total )?length|(?-i:\bL)(?=\s?=)|chi[eề]u d[aà]i|\bd[aà]i|全長|自由長|長さ|全长|自由长"
    r"|长度|长|길이|전장|자유장",
    "width": r"\bwidth|chi[eề]u r[oộ]ng|\br[oộ]ng|幅|宽度|宽|폭",
    "height": r"\bheight|chi[eề]u cao|\bcao|高さ|高度|高|높이",
}
_SIDES = {
    side: re.compile(
        rf"(?:{words})(?: up to| t[oố]i [đd]a| max\.?)?\s*[:=]?\s*(?P<v>{NUMERAL}){_UNIT.format('u')}", re.I
    )
    for side, words in _SIDE.items()
}
_NOT_THE_PART = re.compile(
    r"hole|bore\b|wire|thread|cavity|l[oỗ]\b|d[aâ]y\b|ren\b|線径|线径|선경|穴|孔|구멍|内径|내경|pallet|carton|packag|machine"
    r"|table|b[aà]n m[aá]y",
    re.I,
)
_STOCK = re.compile(
    r"(?:square|rectangular|box|hollow) ?(?:tubes?|sections?|pipes?)|angle bar|\b(?:s[aắ]t|th[eé]p) h[oộ]p"
    r"|\bh[oộ]p (?:k[eẽ]m|inox)|角パイプ|アングル材|각관|각파이프|方管|矩形管|角钢",
    re.I,
)
"""Bar and tube that the part is made from: their section is not its size."""
_ITEM_END = re.compile(r"[,;\n、，；。]")
_SPRING = re.compile(r"springs?\b|l[oò] xo|ばね|バネ|스프링|弹簧", re.I)
"""A spring is known by its wire: a diameter alone is that of the wire."""
_THICKNESS = re.compile(
    rf"(?:(?<![^\W_])(?:(?-i:t)|t(?=\s*=))\s*=?\s*|(?:chi[eề]u |[đd][oộ] )?(?<![^\W_])d[aà]y\s*[:=]?\s*"
    rf"|(?:wall |sheet )?thickness\s*(?:of|is|[:=])?\s*|板厚|肉厚|厚さ|厚み|厚度|壁厚|板材厚|厚|두께)\s*[:=]?\s*"
    rf"(?P<mm>{NUMERAL})(?:{TO}{NUMERAL})?+(?:\s*(?:mm|t|ly|li){WORD_END})?+(?!\s*(?:±|[µμu]m|mic|ng[aà]y|days?|ミクロン|微米))"
    rf"(?![^\W_{{signs}}])|(?<![\w.,])\d{{1,2}}[.,]\d+(?-i:t){WORD_END}|{NUMERAL}\s*mm[- ]thick\b".replace(
        "{signs}", "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
    ),
    re.I,
)
_SHEET_GAUGE = re.compile(
    rf"\s*(?:板|판|sheet|plate|t[aấ]m)?\s*(?P<mm>(?:0|[1-9]\d?)(?:[.,]\d+)?)\s*(?:mm|(?-i:t)|ly|li|毫米|ミリ){WORD_END}"
    r"(?!\s*(?:[x×*~-]|lg|long|dia|dài|dai|長|长))",
    re.I,
)
_LAYER = re.compile(r"plat|coat|paint|film|m[aạ]\b|s[oơ]n\b|ph[uủ]\b|めっき|塗|被膜|도금|도막|镀|涂", re.I)
_WEIGHT = re.compile(
    rf"(?P<low>{NUMERAL})(?:{TO}(?P<high>{NUMERAL}))?\s*(?P<unit>kgs?|(?-i:g)|gr|grams?|公斤|千克|克|그램|グラム|キロ){WORD_END}"
    r"(?!\s*(?:[/／]\s*(?!(?:pcs?|pc|ea|c[aá]i|chi[eế]c|con|sp|個|개|件|个)\b)"
    r"|per (?:month|year|week|day|h)|a (?:month|year)))",
    re.I,
)
_NOT_THE_WEIGHT = re.compile(
    r"load|force|torque|moq|lots?\b|box|carton|coil weight|capacity|±|l[uự]c|t[aả]i|l[oô]\b|th[uù]ng"
    r"|荷重|하중|载荷|月|年|월|연",
    re.I,
)


def size(text: str) -> tuple[tuple[float, ...], list[Fact]]:
    """The first size of the part in millimetres: length, width, height, or diameter and length; of a range the larger.

    Two figures without a unit are a size from 10 up: `1x2 cavity` and `M2x4` are none.
    """
    for match in _EDGES.finditer(text):
        edges = _edges(match)
        if edges and not _is_round(text, match) and not _is_other(text, match):
            return edges, [fact("size_mm", text, *match.span())]
    return _by_words(text)


def _is_other(text: str, edges: re.Match[str]) -> bool:
    """Whether the figures are of a hole, a machine or the stock: `40x40x2 STKR400 square tube`."""
    before, behind = words_before(text, edges.start()), _ITEM_END.split(text[edges.end() : edges.end() + 30])[0]
    return bool(_NOT_THE_PART.search(before) or _STOCK.search(before) or _STOCK.search(behind))


def _is_round(text: str, edges: re.Match[str]) -> bool:
    """Whether a diameter begins before these edges and reaches into them: `Ø6 h5 x 248`."""
    return any(one.start() < edges.start() < one.end() for one in _ROUND.finditer(text))


def _edges(match: re.Match[str]) -> tuple[float, ...]:
    unit = match["c_unit"] or match["b_unit"] or match["a_unit"]
    figures = [number(match[name]) for name in "abc" if match[name]]
    scale = _SCALE[(unit or "mm").casefold()]
    edges = tuple(round(figure * scale, 6) for figure in figures if figure)
    if len(edges) < len(figures) or max(edges, default=0) > LARGEST_MM:
        return ()
    return edges if unit or len(edges) == 3 or min(edges) >= 10 else ()


def _by_words(text: str) -> tuple[tuple[float, ...], list[Fact]]:
    """Diameter and length, or length, width and height, each by its word."""
    sides = {side: found for side, pattern in _SIDES.items() if (found := pattern.search(text))}
    if match := _diameter(text):
        facts = [fact("size_mm", text, *match.span())]
        unit = match["d_unit"] or match["l_unit"]
        sizes = [max(_mm(figure, unit) for figure in (match["d"], match["d_high"]) if figure)]
        if match["l"]:
            sizes.append(_mm(match["l"], match["l_unit"]))
        elif "length" in sides:
            sizes.append(_mm(sides["length"]["v"], sides["length"]["u"]))
            facts.append(fact("size_mm", text, *sides["length"].span()))
        return _sized(sizes, facts)
    if "length" in sides and "width" in sides:
        return _sized(
            [_mm(side["v"], side["u"]) for side in sides.values()],
            [fact("size_mm", text, *side.span()) for side in sides.values()],
        )
    return (), []


def _diameter(text: str) -> re.Match[str] | None:
    """The first diameter of the part that is stated with a length, else the first one."""
    found = [match for match in _ROUND.finditer(text) if not _NOT_THE_PART.search(words_before(text, match.start()))]
    with_length = [match for match in found if match["l"]]
    alone = [match for match in found if not _SPRING.search(words_before(text, match.start()))]
    return next(iter(with_length or alone), None)


def _sized(sizes: list[float], facts: list[Fact]) -> tuple[tuple[float, ...], list[Fact]]:
    fits = all(0 < mm <= LARGEST_MM for mm in sizes)
    return (tuple(sizes), facts) if fits else ((), [])


def _mm(figure: str, unit: str | None) -> float:
    return round((number(figure) or 0.0) * _SCALE[(unit or "mm").casefold()], 6)


def thickness_facts(text: str, sheets: Iterable[int] = ()) -> list[Fact]:
    """Where `text` states the thickness of sheet or wall; the requirement has no field for it.

    A bare length right behind the name of a sheet, which ends at one of `sheets`, is its thickness: `SGCC 1,2 ly`.
    """
    stated = [
        fact("thickness_mm", text, *match.span())
        for match in _THICKNESS.finditer(text)
        if not _LAYER.search(words_before(text, match.start()))
    ]
    beside = [fact("thickness_mm", text, *match.span()) for end in sheets if (match := _SHEET_GAUGE.match(text, end))]
    return stated + [one for one in beside if not any(other.meets(one.start, one.end) for other in stated)]


def weight(text: str) -> tuple[float | None, list[Fact]]:
    """The first weight of a part in kilograms, of a range the upper end; loads, lots and boxes are none."""
    for match in _WEIGHT.finditer(text):
        figure = number(match["high"] or match["low"]) or 0.0
        grams = match["unit"].casefold() in ("g", "gr", "gram", "grams", "克", "그램", "グラム")
        kg = round(figure / 1000 if grams else figure, 9)
        if 0 < kg <= HEAVIEST_KG and not _NOT_THE_WEIGHT.search(words_before(text, match.start())):
            return kg, [fact("weight_kg", text, *match.span())]
    return None, []
