"""Letters that a keyboard or a scanner left wrong in a word, put right before the word is read."""

from __future__ import annotations

import re
from functools import lru_cache

from matchmaker.duplicates.words import is_syllable
from matchmaker.text.folding import fold, is_marked

_WORD = re.compile(r"[^\W_]+")
_SCANNED = re.compile(r"(?<=[^\W\d_])[01](?=[^\W\d_])|(?<=[^\W\d_]{3})[01]\b")
_SCANNED_END = re.compile(r"(?<=\b[^\W\d_])0\b")
_LETTERS = {"0": "o", "1": "l"}
_TELEX = (("dd", "d"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("uow", "uo"), ("aw", "a"), ("ow", "o"), ("uw", "u"))
_TONES = "sfrxj"
_INNER_TONE = re.compile(rf"[{_TONES}](?=(?:n|ng|nh|m|c|ch|t|p)$)")


def put_right(text: str) -> str:
    """`text` with digits that a scanner took for letters, and Telex typing that no keyboard turned into marks.

    C0ng ty is Công ty, Cow khis is Cơ khí. A single word of Telex is put right only beside marked words: alone it may
    be a foreign one.
    """
    scanned = _SCANNED.sub(_letter, text)
    text = _SCANNED_END.sub(_letter, scanned) if scanned != text else text
    typed = [word for word in _WORD.findall(text) if _untelexed(word) != word]
    if len(typed) > 1 or (typed and is_marked(text)):
        return _WORD.sub(lambda found: _untelexed(found.group()), text)
    return text


def _letter(found: re.Match[str]) -> str:
    before = found.string[found.start() - 1]
    letter = _LETTERS[found.group()]
    return letter.upper() if before.isupper() else letter


@lru_cache(maxsize=50_000)
def _untelexed(word: str) -> str:
    if is_marked(word) or is_syllable(fold(word)) or len(word) < 3:
        return word
    plain = fold(word)
    for typed, letter in _TELEX:
        plain = plain.replace(typed, letter)
    if not is_syllable(plain) and plain[-1] in _TONES:
        plain = plain[:-1]
    if not is_syllable(plain) and plain != fold(word):
        plain = _INNER_TONE.sub("", plain)
    if not is_syllable(plain):
        return word
    return plain.upper() if word.isupper() else plain.capitalize() if word[0].isupper() else plain
