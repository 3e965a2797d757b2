"""How much is wanted a year: `50k/month`, `20.000 cái/tháng`, `月5万個`, `연간 120만 세트`, `年需求60万套`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from matchmaker.text.quantities import Amount, amounts, per_month, period_at

_ABOUT = (
    r"(?:\s*(?:[:：=~≈]|約|约|およそ|大约|大約|약|평균|需(?:求量?)?|用量|产量|産|产|생산량?|물량|수량|소요량|量|に|で|は|が|당|에"
    r"|about|approx\.?|around|is|of|usage|volume|demand|quantity|qty|need|l[aà]|kho[aả]ng|c[aầ]n|l[uư][oợ]ng))*\s*$"
)
_BEFORE = {
    "month": re.compile(
        r"(?:(?<![\d今先来ヶかヵ个個])(?<!\d )(?:[毎每]月|月間|月)|(?<![\d가-힣])(?<!\d )(?:매월|매달|월간|월)"
        rf"|\bmonthly|\bper month|\b(?:m[oỗ]i|h[aàằ]ng|m[oộ]t|s[aả]n l[uư][oợ]ng) th[aá]ng){_ABOUT}",
        re.I,
    ),
    "year": re.compile(
        r"(?:(?<!\d)(?<!\d )(?:[毎每]年|年間|年)|(?<![\d가-힣])(?:매년|연간|연)"
        r"|\bannual(?:ly)?|\byearly|\bper (?:year|annum)|\beau\b"
        rf"|\b(?:m[oỗ]i|h[aàằ]ng|m[oộ]t|s[aả]n l[uư][oợ]ng) n[aă]m){_ABOUT}",
        re.I,
    ),
}
_REACH = 40
_NO_GOODS = re.compile(
    r"\s*(?:[日号回次度時时시회번년年月%℃$€¥₫]|월|ロット|로트|批|h\b|(?:times?|deliver\w*|trips?|shipments?|visits?|audits?|hours?|days?"
    r"|weeks?|models?|projects?|lots?|batch(?:es)?|l[oô]|l[aầ]n|chuy[eế]n|gi[oờ]|ng[aà]y|cycles?|usd|vnd|eur|jpy)\b)",
    re.I,
)
"""What is counted a month and is no goods: deliveries, hours, money."""
_MONEY = re.compile(r"[$€¥₫]\s*$|\b(?:usd|vnd|eur|jpy)\s*$", re.I)
_WORD = re.compile(r"[\s(（]*[^\W\d_]+")
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Volume:
    """`annual` counts `unit`s a year; stated at `start:end`."""

    annual: float
    unit: str
    start: int
    end: int


def volume(text: str) -> Volume | None:
    """The first amount in `text` that has a period of a week or longer; of a range the middle.

    An amount without a period is a lot, a size or a count of something else. What is said of each of several parts
    is not multiplied.
    """
    for amount in amounts(text):
        if amount.value and not _is_other(text, amount) and (found := _volume(text, amount)):
            return found
    return None


def _is_other(text: str, amount: Amount) -> bool:
    behind = amount.of or ("" if amount.unit else text[amount.end : amount.end + 12])
    return bool(_NO_GOODS.match(behind) or _MONEY.search(text[max(0, amount.start - 5) : amount.start]))


def _volume(text: str, amount: Amount) -> Volume | None:
    period, start, end = _period(text, amount)
    monthly = per_month(amount, period)
    if monthly is None:
        return None
    middle = 1.0 if amount.high is None else (amount.value + amount.high) / 2 / amount.value
    return Volume(round(monthly * 12 * middle, 6), amount.unit or "pcs", start, end)


def _period(text: str, amount: Amount) -> tuple[str, int, int]:
    """The period of an amount: its own, the one a few words later (`each per month`), or the one before it."""
    if amount.period:
        return amount.period, amount.start, amount.end
    later, end = _later(text, amount.end)
    if later:
        return later, amount.start, end
    before = text[max(0, amount.start - _REACH) : amount.start]
    for period, pattern in _BEFORE.items():
        if found := pattern.search(before):
            return period, amount.start - len(before) + found.start(), amount.end
    return "", amount.start, amount.end


def _later(text: str, place: int) -> tuple[str, int]:
    for _ in range(_MOST_WORDS):
        gap = re.compile(r"[\s(（]*").match(text, place)
        place = gap.end() if gap else place
        period, end = period_at(text, place)
        if period:
            return period, end
        word = _WORD.match(text, place)
        if not word:
            return "", place
        place = word.end()
    return "", place
