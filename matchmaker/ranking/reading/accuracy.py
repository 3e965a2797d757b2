"""The tolerance of the part in millimetres, and what else a text says of accuracy: grades, classes, roughness."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from matchmaker.ranking.reading.facts import Fact, fact, words_before
from matchmaker.ranking.reading.grades import width_mm
from matchmaker.text.quantities import NUMERAL, WORD_END, number
from matchmaker.text.tolerances import tolerances

_FORM = re.compile(
    r"burrs?\b|flash\b|flatness|straightness|roundness|circularity|cylindricity|parallelism|perpendicularity|squareness"
    r"|concentricity|coaxiality|run-?out|roughness|warp\w*|hardness|weight|torque|temperature|load\b"
    r"|ba via|bavia|[đd][oộ] (?:ph[aẳ]ng|th[aẳ]ng|tr[oò]n|tr[uụ]|song song|vu[oô]ng g[oó]c|[đd][oồ]ng t[aâ]m|[đd][aả]o"
    r"|nh[aá]m|c[uứ]ng)|[đd][oồ]ng tr[uụ]c|cong v[eê]nh|tr[oọ]ng l[uư][oợ]ng|kh[oố]i l[uư][oợ]ng"
    r"|バリ|平面度|平坦度|真直度|真円度|円筒度|平行度|直角度|同心度|同軸度|振れ|粗さ|硬度|重量|荷重|反り"
    r"|버|평면도|평탄도|진직도|진원도|평행도|직각도|동심도|동축도|흔들림|거칠기|경도|중량|하중"
    r"|毛刺|平整度|直线度|圆度|圆柱度|垂直度|同轴度|跳动|粗糙度|载荷|翘曲",
    re.I,
)
"""Words after which a figure is of form, edge, surface or weight and not of a length."""
_LAYER = re.compile(
    r"coat|plat(?:ing|ed)|film|paint|layer|oxide|anodi|nickel|zinc|chrom|case depth|thickness|thick\b"
    r"|m[aạ]\b|s[oơ]n\b|ph[uủ]\b|l[oớ]p|chi[eề]u d[aà]y|d[aà]y\b|めっき|メッキ|膜厚|塗装|被膜|도금|도막|도장|막두께"
    r"|镀|膜|涂层|涂装|氧化",
    re.I,
)
_LAYER_THICKNESS = re.compile(r"thick|d[aà]y|厚|두께|[µμu]m|micron|ミクロン|微米|마이크로|case depth|film|膜", re.I)
_AT_FIGURE = re.compile(r"\d\s*(?:[µμu]m|mm)?\s*$")
_ROUGHNESS = re.compile(
    rf"(?:[đd][oộ] (?:b[oó]ng )?nh[aá]m\w*(?: b[eề] m[aặ]t)?|(?:surface )?roughness|表面粗さ|表面粗度|粗さ"
    rf"|표면\s?거칠기|표면\s?조도|조도|表面粗糙度|粗糙度|表面光洁度)[^\d\n]{{0,8}}?(?:(?<![^\W_])R(?:a|z|t|max)\s*)?[=≤<:]*\s*{NUMERAL}"
    rf"(?:\s*[µμu]m)?|(?<![A-Za-z\d_])(?-i:R(?:a|z|t|max|A|Z))\s*[=≤<:]*\s*{NUMERAL}(?:\s*(?:[µμu]m{WORD_END}|[az]\b))?",
    re.I,
)
_CLASS = re.compile(
    r"(?:ISO|JIS\s?B|GB/?T|TCVN|DIN(?: ISO)?|KS\s?B(?: ISO)?)\s*(?:2768|0405|1804|0412)(?:-1)?[\s-]*"
    r"(?:(?:class|grade|c[aấ]p)\s*)?(?:[fmcv][HKL]?\b|fine\b|medium\b|coarse\b)|\bISO\s*2768\b",
    re.I,
)
_GRADE = re.compile(
    r"(?<![^\W_])(?:IT\s?|(?P<zone>(?:c[aấ]p|grade|class|fit|公差|공차)\s*[Hh]))(?P<grade>\d{1,2})(?![^\W_\u3040-\u9fff\uac00-\ud7af])(?![.,]\d)"
)
_FIT = re.compile(
    rf"(?:[Øøφϕ⌀∅Φ]|\bphi\b|\bdia\.?|[đd][uư][oờ]ng k[ií]nh|直径|外径|직경|외경)"
    rf"\s*(?P<nominal>{NUMERAL})\s*(?:mm)?\s*(?P<zone>[Hh]|js|JS)(?P<grade>\d{{1,2}})(?![.,]?\d)"
)
_DIAMETER = re.compile(
    rf"(?:[Øøφϕ⌀∅Φ]|\bdia(?:meter)?\.?|[đd][uư][oờ]ng k[ií]nh|\bphi\b|外径|直径|内径|외경|직경|지름)"
    rf"\s*(?P<mm>{NUMERAL})",
    re.I,
)
_LENGTH = re.compile(rf"(?P<mm>{NUMERAL})\s*mm{WORD_END}", re.I)
_MOST_NOMINALS = 20


def tolerance(text: str) -> tuple[float | None, list[Fact]]:
    """The tightest tolerance of a length in `text`, as the deviation to either side in millimetres, and the facts.

    Figures of burr, form, roughness or coating are none. An IT grade counts where a nominal size is stated: half its
    width lies on either side; the zones H and h lie wholly on one, as if written `+0.021/0`.
    """
    found = [
        *(
            (one.mm, "tolerance_mm", one.start, one.end)
            for one in tolerances(text)
            if _is_of_length(text, one.start, one.end)
        ),
        *_fits(text),
        *_grades(text),
    ]
    best = min(found, key=lambda one: one[0], default=None)
    facts = [fact("tolerance_mm", text, best[2], best[3])] if best else []
    return (best[0] if best else None), facts


def _is_of_length(text: str, start: int, end: int) -> bool:
    before = _last_words(words_before(text, start)) + text[start:end]
    if _FORM.search(before) or _FORM.match(text, end + (text[end : end + 1] == " ")):
        return False
    return not (_LAYER.search(before) and _LAYER_THICKNESS.search(before))


def _last_words(before: str) -> str:
    """The words behind the last figure; all of them where the deviation stands right at a figure (`20 ± 5 µm`)."""
    return before if _AT_FIGURE.search(before) else re.split(r"\d", before)[-1]


def _fits(text: str) -> Iterator[tuple[float, str, int, int]]:
    for match in _FIT.finditer(text):
        width = width_mm(int(match["grade"]), number(match["nominal"]) or 0)
        if width:
            share = 0.5 if match["zone"].casefold() == "js" else 1.0
            yield round(width * share, 6), "tolerance_mm", *match.span()


def _grades(text: str) -> Iterator[tuple[float, str, int, int]]:
    nominals = _nominals(text)
    for match in _GRADE.finditer(text):
        nominal = number(min(nominals, key=lambda one: abs(one.start() - match.start()))["mm"]) if nominals else None
        width = width_mm(int(match["grade"]), nominal) if nominal else None
        if width:
            yield round(width * (1.0 if match["zone"] else 0.5), 6), "tolerance_mm", *match.span()


def _nominals(text: str) -> list[re.Match[str]]:
    """The first diameters that `text` states, else its first lengths: a grade goes with the nearest."""
    return list(islice(_DIAMETER.finditer(text), _MOST_NOMINALS)) or list(
        islice(_LENGTH.finditer(text), _MOST_NOMINALS)
    )


def accuracy_facts(text: str, known: Sequence[Fact]) -> list[Fact]:
    """Roughness, general tolerance class and grades, as they are written; the requirement has no field for them."""
    patterns = (("roughness", _ROUGHNESS), ("general_tolerance", _CLASS), ("tolerance_grade", _GRADE))
    return [
        fact(field, text, *match.span())
        for field, pattern in patterns
        for match in pattern.finditer(text)
        if not any(one.meets(*match.span()) for one in known)
    ]
