"""Numbers with units as lists and requests write them: `1,2 triệu sp/tháng`, `300K boards`, `350T/th`, `5万個/月`.

Text comes in NFC; places in it are counted in characters of that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matchmaker.text.folding import is_marked

NUMERAL = r"(?<!\d)(?<!\d[.,])(?:\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?![.,]?\d)"
"""A decimal or grouped numeral, comma or point for either; spaces group only whole threes. A comma behind a word or a
sign ends an item of a list (`盐雾48小时,15000个`)."""

TO = r"\s*(?:-|–|—|~|〜|～|÷|đến|tới|to|至|到|から)\s*"
"""What stands between the two ends of a range."""

MULTIPLIERS = {
    1e7: r"千万|천만",
    1e6: r"triệu|trieu|tr|million|mil|mio|mn|(?-i:M)|百万|百萬|백만",
    1e5: r"십만",
    1e8: r"億|亿|억",
    1e4: r"万|萬|만",
    1e9: r"tỷ|tỉ|billion|bn",
    1e3: r"nghìn|nghin|ngàn|ngan|thousand|k|千|천",
}
UNITS = {
    "mould sets": r"b[oộ] khu[oô]n|sets? of (?:mou?lds?|dies)|(?:mou?ld|die)(?: sets|s)?|khu[oô]n|型|副模具|套模具",
    "sets": r"b[oộ](?! m[aạ]ch)|sets?|セット|組|세트|조|套|组|副",
    "t": r"t[aấ]n|tonnes?|tons?|mt|t|トン|톤|吨|噸",
    "kg": r"kgs?|k[yý]|キロ|킬로|公斤|千克",
    "m2": r"m2|m²|sqm|m[eé]t vu[oô]ng",
    "m": r"m[eé]t|met(?:re|er)s?|m|メートル|미터|米",
    "pairs": r"[đd]ôi|c[aặ]p|pairs?|켤레|双|对",
    "rolls": r"cu[oộ]n|rolls?|巻|롤|卷",
    "litres": r"l[ií]t|lit(?:re|er)s?",
    "pcs": r"s[aả]n ph[aẩ]m|sp|chi ti[eế]t|linh ki[eệ]n|ct|con|c[aá]i|chi[eế]c|s[oợ]i|thanh|khung|t[aấ]m|vi[eê]n"
    r"|qu[aả]|th[uù]ng|h[oộ]p|khay|bo m[aạ]ch"
    r"|pcs|pce|pc|pieces?|parts?|units?|shots?|boards?|trays?|ea"
    r"|個(?!月)|个(?!月)|箇(?!月)|ヶ(?!月)|개(?!월)|件|枚|本|台|条|点|只|支|片|块|根|대|매(?!월)|장|피스|ピース",
}
PERIODS = {
    "month": r"th[aá]ng|thg|months?|mth|mo|th|月間|月|월|달|个月|個月|か月|ヶ月",
    "year": r"n[aă]m|years?|yr|annum|年間|年|년|연",
    "quarter": r"qu[yý]|quarter|四半期|季度|분기",
    "week": r"tu[aầ]n|weeks?|wk|週|周|주",
    "day": r"ng[aà]y|days?|日|天|일",
    "shift": r"ca|shift",
    "hour": r"gi[oờ]|hours?|hr|h",
}
MONTHS_PER = {"month": 1.0, "year": 12.0, "quarter": 3.0, "week": 12 / 52}
"""How many months a period lasts. Shorter ones are not here: how long a firm works in a month is not known."""


def _named(alternatives: dict[str, str]) -> str:
    """One named group for each meaning, so that the match itself says which one it was."""
    return "|".join(f"(?P<{name.replace(' ', '_')}>{words})" for name, words in alternatives.items())


SIGNS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Japanese, Chinese and Korean signs, for a class of characters."""
WORD_END = rf"(?![^\W_{SIGNS}])"
"""No letter or digit follows. A sign may: `50k個` and `0.05mm以内` are written without spaces."""

_END = WORD_END
_LETTERS = r"[^\W\d_]+"
_PERIOD = re.compile(
    rf"(?:[/／]|\b(?:per|a|each|every|m[oỗ]i|m[oộ]t|1(?= ?th)|trong|h[aàằ]ng)\b|[每毎매])\s*(?:{_named(PERIODS)}){_END}"
    r"|\b(?:(?P<monthly>monthly)|(?P<yearly>yearly|annually|p\.?a\.?))(?![^\W_])",
    re.I,
)
_UNIT = re.compile(rf"(?:{_named(UNITS)}){_END}", re.I)
_SIGN_NUMERAL = r"[一二三四五六七八九十百两兩]+(?=[千万萬億亿])"
_REST = r"(?:(?<=[万萬만億亿억])(?:\s?(?P<thousands>\d)[千천]|(?P<rest>\d{4})(?!\d)))?"
"""What follows the ten-thousands: `1万5千`, `1万2000`."""
_AMOUNT = re.compile(
    rf"(?P<low>{NUMERAL}|{_SIGN_NUMERAL})(?:{TO}(?P<high>{NUMERAL}|{_SIGN_NUMERAL}))?"
    rf"(?:\s*(?P<times>{'|'.join(MULTIPLIERS.values())})(?:{_END}|(?=pcs)|(?<=[万萬만億亿억])){_REST})?(?!\s*%)",
    re.I,
)
_BARE_MONTH = re.compile(r"\s+th[aá]ng\b(?!\s*\d)", re.I)
"""`30k cái tháng`, as chats write it; `30 cái tháng 5` is a date."""
_OF = re.compile(rf"(?:\s+{_LETTERS}){{1,3}}?(?=\s*(?:/\s*{_LETTERS}|[;,(.]|$))")


@dataclass(frozen=True, slots=True)
class Amount:
    """`value` in `unit`, thousands and millions multiplied out; of a range the lower end, the upper in `high`.

    `unit` is a key of `UNITS` or "", `period` a key of `PERIODS` or "". `of` holds the words between unit and period
    (`đúc` in `10.000 tấn đúc/năm`). The amount stands at `start:end`.
    """

    value: float
    unit: str
    period: str
    start: int
    end: int
    high: float | None = None
    of: str = ""


def number(text: str) -> float | None:
    """The number that `text` writes, or None. `60.000` and `280,000` are thousands, `0,005` and `1.2` decimals.

    A single separator groups thousands where exactly three digits follow it and the part before is not zero.
    More than 15 digits are a code, not a number.
    """
    compact = re.sub(r"\s", "", text)
    if re.fullmatch("[一二三四五六七八九十百两兩]{1,5}", compact):
        return _signs(compact)
    if len(compact) > 20 or not re.fullmatch(r"[0-9]{1,15}(?:[.,][0-9]+)*", compact):
        return None
    separators = re.findall(r"[.,]", compact)
    if len(set(separators)) == 2:
        return _decimal(compact, separators[-1])
    groups = re.split(r"[.,]", compact)
    grouped = len(groups) > 2 or (len(groups) == 2 and len(groups[1]) == 3 and groups[0].strip("0") != "")
    return float("".join(groups)) if grouped else float(".".join(groups))


def _signs(compact: str) -> float:
    """`三` is 3, `十五` is 15, `二百` is 200."""
    total = digit = 0
    for sign in compact.replace("两", "二").replace("兩", "二"):
        if sign in "十百":
            total, digit = total + (digit or 1) * {"十": 10, "百": 100}[sign], 0
        else:
            digit = "一二三四五六七八九".index(sign) + 1
    return float(total + digit)


def amounts(text: str) -> list[Amount]:
    """The amounts in `text`, in order. A number without a unit counts too, a percentage does not."""
    return list(_amounts(text))


def per_month(amount: Amount, period: str = "") -> float | None:
    """`amount` a month, counting by its own period or else by `period`; None where that is unknown or a day."""
    months = MONTHS_PER.get(amount.period or period)
    return None if months is None else amount.value / months


def period_at(text: str, place: int) -> tuple[str, int]:
    """The period that begins at `place` (`/month`, `each year`), and where it ends; "" where there is none."""
    found = _PERIOD.match(text, place)
    return (_meaning(found), found.end()) if found else ("", place)


def basis(text: str) -> tuple[str, str]:
    """The unit and the period that a column header names: `Sản lượng (tấn/năm)` → `("t", "year")`; "" where none."""
    period = _PERIOD.search(text) or re.search(rf"\b(?:{_named(PERIODS)}){_END}|(?P<monthly>monthly)", text, re.I)
    unit = re.search(rf"[(/]\s*(?:{_named(UNITS)})\s*(?=[)/]|$)", text, re.I)
    return _meaning(unit), _meaning(period)


def _decimal(compact: str, point: str) -> float | None:
    whole, _, fraction = compact.rpartition(point)
    return None if point in whole else float(f"{re.sub('[.,]', '', whole)}.{fraction}")


def _amounts(text: str) -> Iterator[Amount]:
    place = 0
    while found := _AMOUNT.search(text, place):
        amount = _amount(text, found)
        place = max(amount.end, found.end()) if amount else found.end()
        if amount:
            yield amount


def _amount(text: str, found: re.Match[str]) -> Amount | None:
    value, high = number(found["low"]), number(found["high"]) if found["high"] else None
    if value is None:
        return None
    times = _times(found["times"])
    value, end = value * times + _rest(found), found.end()
    unit_match = _UNIT.match(text, _skip(text, end))
    unit, end = (_unit(unit_match, text), unit_match.end()) if unit_match else ("", end)
    bare = _BARE_MONTH.match(text, end) if unit else None
    of, period, end = ("", "month", bare.end()) if bare else _of_and_period(text, end)
    return Amount(value, unit, period, found.start(), end, high * times if high else None, of)


def _rest(found: re.Match[str]) -> float:
    return float(found["thousands"] or 0) * 1000 + float(found["rest"] or 0)


def _times(word: str | None) -> float:
    return next((value for value, words in MULTIPLIERS.items() if word and re.fullmatch(words, word, re.I)), 1.0)


def _of_and_period(text: str, end: int) -> tuple[str, str, int]:
    of = _OF.match(text, end)
    after = of.end() if of else end
    period = _PERIOD.match(text, _skip(text, after)) or _PERIOD.match(text, _skip(text, end))
    if period:
        of_text = of.group().strip() if of and period.start() >= of.end() else ""
        return of_text, _meaning(period), period.end()
    return (of.group().strip() if of else ""), "", end


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _unit(found: re.Match[str], text: str) -> str:
    """`bo` without marks is short for a circuit board in a text that has marks, and stands for `bộ` in one without."""
    if found.group().casefold() == "bo" and is_marked(text):
        return "pcs"
    return _meaning(found)


def _meaning(found: re.Match[str] | None) -> str:
    if not found or not found.lastgroup:
        return ""
    return {"monthly": "month", "yearly": "year"}.get(found.lastgroup, found.lastgroup.replace("_", " "))
