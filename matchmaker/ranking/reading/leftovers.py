"""The words of a text that nothing was read from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from matchmaker.ranking.reading.facts import Fact
from matchmaker.text.folding import fold
from matchmaker.text.quantities import SIGNS
from matchmaker.vocabulary.places import province_of

_HIRAGANA = "\u3041-\u309f"
_WORD = re.compile(rf"[{SIGNS}々ー]+|[^\W_{SIGNS}]+(?:[-.,'’](?=\w)[^\W_{SIGNS}]+)*")
_RUN = re.compile(rf"[^{_HIRAGANA}的和及与或等了请請需约約为為在]+")
"""A run of signs between the endings and particles of Japanese and the particles of Chinese."""
_SIGN = re.compile(f"[{SIGNS}々ー]")
_FIGURE = re.compile(r"[\d.,-]+")
_ENDING = re.compile(r"(?<=[가-힣]{2})(?:으로|에서|까지|부터|입니다|합니다|을|를|이|가|은|는|의|에|로|와|과|및|도)$")
_FILLER = frozenset(
    """a about after all also an and any approx approximately are as at be been before both but by can could each ea for
    from has have if in into is it its kindly least looking more most must need needed needs no of on one or other our
    over part parts per piece pieces please pcs required s same shall should some such than that the their them then
    there these they this to under up us use used via want was we were which will with within would you your max min
    supplier suppliers two three four total class combined
    mm cm m g kg
    anh ban bang bao bi boi cac cai can cho co con cua cung da dang de den do duoc duoi gom hay hoac khi khoang khong
    la lam len loai mot moi nay nen neu nhu nhung o phai qua ra rat roi sau se tai the theo thi toi toi tren trong tu
    tung va vao ve vi voi xin yeu cau tim nha ncc chiec san pham sp
    weight size luong tong khoi kich thuoc 重量 寸法 外形 尺寸 중량 외형
    程度 以上 以下 以内 対応 希望 予定 依頼 及び 和 各 次 こと もの 募集 等 可 約
    정도 이상 이하 이내 요청 희망 예정 약 및 등 각 필요 합니다 바랍니다
    左右 以上 以下 以内 要求 需要 寻找 我们 各 约
    """.split()
)


def ignored(text: str, facts: Sequence[Fact]) -> list[str]:
    """The words of `text` that no fact covers, in order, without filler words; signs in runs, not one by one."""
    return list(dict.fromkeys(_ignored(text, _covered(text, facts))))


def _covered(text: str, facts: Sequence[Fact]) -> bytearray:
    """For each place of `text` 1 where a fact covers it, else 0."""
    covered = bytearray(len(text))
    for fact in facts:
        covered[fact.start : fact.end] = b"\1" * (fact.end - fact.start)
    return covered


def _ignored(text: str, covered: bytearray) -> Iterator[str]:
    for word in _WORD.finditer(text):
        start, end = word.span()
        if _SIGN.match(text, start):
            left = "".join(sign if not covered[start + place] else " " for place, sign in enumerate(word.group()))
            yield from (said for run in left.split() for said in _signs(run))
        elif not any(covered[start:end]) and _says_something(word.group()):
            yield word.group()


def _says_something(word: str) -> bool:
    return len(word) > 1 and not _FIGURE.fullmatch(word) and fold(word) not in _FILLER


def _signs(run: str) -> Iterator[str]:
    for piece in _RUN.findall(run):
        word = _ENDING.sub("", piece)
        if len(word) > 1 and word not in _FILLER and not province_of(word):
            yield word
