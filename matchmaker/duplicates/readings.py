"""How names in Chinese, Japanese and Korean signs may be read in Latin letters, and whether two readings agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, product

from rapidfuzz.distance import Levenshtein

from matchmaker.duplicates.lists import rows
from matchmaker.duplicates.words import SIGNS
from matchmaker.vocabulary.concepts import cell

MOST_READINGS = 64
"""A character reads in two or three ways, a name has up to four: more than this is chance, not evidence."""

_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")

_KANA = """a ア i イ u ウ e エ o オ ka カ ki キ ku ク ke ケ ko コ sa サ shi シ su ス se セ so ソ ta タ chi チ tsu ツ te テ
to ト na ナ ni ニ nu ヌ ne ネ no ノ ha ハ hi ヒ fu フ he ヘ ho ホ ma マ mi ミ mu ム me メ mo モ ya ヤ yu ユ yo ヨ ra ラ
ri リ ru ル re レ ro ロ wa ワ wo ヲ n ン ga ガ gi ギ gu グ ge ゲ go ゴ za ザ ji ジ zu ズ ze ゼ zo ゾ da ダ ji ヂ zu ヅ
de デ do ド ba バ bi ビ bu ブ be ベ bo ボ pa パ pi ピ pu プ pe ペ po ポ vu ヴ kya キャ kyu キュ kyo キョ sha シャ shu シュ
sho ショ she シェ cha チャ chu チュ cho チョ che チェ nya ニャ nyu ニュ nyo ニョ hya ヒャ hyu ヒュ hyo ヒョ mya ミャ
myu ミュ myo ミョ rya リャ ryu リュ ryo リョ gya ギャ gyu ギュ gyo ギョ ja ジャ ju ジュ jo ジョ je ジェ bya ビャ byu ビュ
byo ビョ pya ピャ pyu ピュ pyo ピョ ti ティ di ディ fa ファ fi フィ fe フェ fo フォ wi ウィ we ウェ va ヴァ vi ヴィ
ve ヴェ vo ヴォ tu トゥ du ドゥ""".split()
_KANA_READINGS = dict(zip(_KANA[1::2], _KANA[::2], strict=True))

_SOUNDS = (
    ("tsu", "tu"), ("sh", "s"), ("ch", "j"), ("ts", "j"), ("ph", "p"), ("th", "t"), ("kh", "k"), ("gh", "k"),
    ("qu", "ku"), ("ng", "n"), ("nh", "n"), ("tr", "j"), ("x", "s"), ("q", "k"), ("c", "k"), ("g", "k"), ("d", "t"),
    ("b", "p"), ("v", "p"), ("f", "h"), ("z", "j"), ("r", "l"), ("eo", "u"), ("oo", "u"), ("ou", "u"), ("eu", "u"),
    ("wo", "u"), ("w", ""), ("ae", "e"), ("ee", "i"), ("y", "i"), ("o", "u"),
)  # fmt: skip


@lru_cache(maxsize=20_000)
def latin(text: str) -> tuple[str, ...]:
    """The possible readings of `text` in small Latin letters without spaces; none where a character is not listed."""
    parts = list(_readings(text))
    if not all(parts):
        return ()
    return tuple(dict.fromkeys("".join(choice) for choice in islice(product(*parts), MOST_READINGS)))


def sound_likeness(a: str, b: str) -> float:
    """How alike two texts sound, 0..1, across the usual ways of writing Korean and Japanese in Latin letters."""
    a, b = _sound(a), _sound(b)
    whole = Levenshtein.normalized_similarity(a, b)
    return (whole + Levenshtein.normalized_similarity(_consonants(a), _consonants(b))) / 2


def _sound(text: str) -> str:
    for written, sound in _SOUNDS:
        text = text.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", text)


def _consonants(sound: str) -> str:
    return re.sub(r"(?<!^)[aeiu]", "", sound)


def _readings(text: str) -> Iterator[tuple[str, ...]]:
    while text:
        length, readings = _first(text)
        yield readings
        text = text[length:]


def _first(text: str) -> tuple[int, tuple[str, ...]]:
    for length in range(min(4, len(text)), 0, -1):
        if text[:length] in _listed():
            return length, _listed()[text[:length]]
    for length in (2, 1):
        if text[:length] in _KANA_READINGS:
            return length, (_KANA_READINGS[text[:length]],)
    if text[0] in "ーっッ":
        return 1, ("", )
    if "가" <= text[0] <= "힣":
        return 1, (_hangul(text[0]),)
    return 1, () if SIGNS.match(text) else (text[0],)


def _hangul(syllable: str) -> str:
    index = ord(syllable) - ord("가")
    return _INITIALS[index // 588] + _VOWELS[index % 588 // 28] + _FINALS[index % 28]


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, tuple[str, ...]]:
    return {row["written"]: cell(row, "readings") for row in rows("readings")}
