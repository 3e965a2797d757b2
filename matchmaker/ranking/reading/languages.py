"""Which of the five languages a text is written in."""

from __future__ import annotations

import re

_KANA = re.compile("[\u3041-\u30fa\u30fc-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")
_JAPANESE_FORMS = re.compile("[圧鋳検処図込価単円鉄変応対発継総産権稼働鍛亜両製個納]")
"""Signs in the form that only Japan uses, or that neither simplified text has nor a Japanese request lacks."""
_CHINESE_FORMS = re.compile("[压铸检处图单产应对发继总铁铝钢锌镀与为个这们须质证认车请寻无给]")
_LEAST_SHARE = 0.12
"""From this share of letters on, signs make a text Japanese, Korean or Chinese: an English text may quote a name."""
_VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", re.I)
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?![^\W_])")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
    r"(?:ieu|yeu|oai|oay|uay|uoi|uou|uye|uya|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|ue|ui|uo|uu|uy|ye|[aeiouy])"
    r"(?:ch|ng|nh|[cmnpt])?"
)
"""A Vietnamese syllable without its marks."""
_EITHER = frozenset(
    "a an at be bi by can cap cut do go he hot i in it lip lo loc met mat me men my no nut of on pan pcs pet phan pin "
    "pot put ram run sau set so sun ten than that the them then they this tin tip to top tra tube up us van we "
    "long hang top gap cam kit cap".split()
)
"""Words of either language, which tell nothing."""


def language_of(text: str) -> str:
    """`en`, `vi`, `ja`, `ko` or `zh`; "" where the text has no word that tells, such as bare designations.

    Vietnamese may come without its marks: then most of its words are syllables that Vietnamese allows.
    """
    letters = len(_LETTER.findall(text))
    kana, hangul, han = (len(signs.findall(text)) for signs in (_KANA, _HANGUL, _HAN))
    if letters and (kana + hangul + han) / letters >= _LEAST_SHARE:
        return _of_signs(text, kana, hangul)
    return _of_words(text)


def _of_signs(text: str, kana: int, hangul: int) -> str:
    if kana or hangul:
        return "ja" if kana >= hangul else "ko"
    japanese, chinese = len(_JAPANESE_FORMS.findall(text)), len(_CHINESE_FORMS.findall(text))
    return "ja" if japanese > chinese else "zh"


def _of_words(text: str) -> str:
    words = [word for word in _WORD.findall(text) if not word.isupper()]
    marked = sum(bool(_VIETNAMESE.search(word)) for word in words)
    telling = [word.casefold() for word in words if word.casefold() not in _EITHER]
    vietnamese = sum(bool(_SYLLABLE.fullmatch(word)) for word in telling if word.isascii())
    other = sum(word.isascii() for word in telling) - vietnamese
    if marked + vietnamese > other:
        return "vi"
    return "en" if words else ""
