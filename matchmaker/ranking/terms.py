"""Text → weighted terms, the same for documents and queries.

`w:` words folded, `m:` words with their marks (only where there are any, so marks that disagree cost something),
`p:` pairs of neighbours, `c:` concepts. A concept carries its broader ones at half the weight a step: a narrow match
beats a broad one, and a broad one still counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import Stemmer

from matchmaker.text.tokens import Token, is_sign, mark_key, tokens
from matchmaker.vocabulary import recogniser, vocabulary
from matchmaker.vocabulary.lexicon import lexicon

_ENGLISH = Stemmer.Stemmer("english")
WORD, MARKED, PAIR, CONCEPT = 1.0, 0.5, 1.0, 6.0
BROADER = 0.5
TRANSLATED = 1.0
"""What a sure word of the learned lexicon counts beside a written one; from 0.5 to 2 makes a point of recall."""
_STOP_MARKED = frozenset(map(mark_key, "và của cho các với tại trong theo từ đến là có những được bằng".split()))
_STOP_PLAIN = frozenset(
    (
        "the and or of for in on at to with by from a an is are be as per ltd jsc company limited joint stock "
        "corporation va cac ty tnhh cp"
    ).split()
)


def is_stop(word: Token) -> bool:
    """Whether a word says nothing of what a firm makes.

    Words with marks are judged by them: `cua` may be `của` (of), but also `cửa` (door) and `cưa` (saw).
    """
    return word.marked in _STOP_MARKED if word.has_marks else word.folded in _STOP_PLAIN


@lru_cache(maxsize=200_000)
def stem(folded: str) -> str:
    """The English stem of a folded word, so that `forged` finds `forging`.

    Vietnamese syllables have no endings, or lose the same one on both sides.
    """
    return str(_ENGLISH.stemWord(folded))


class Terms:
    """Gathers the terms of several texts."""

    def __init__(self) -> None:
        self._counts: defaultdict[str, float] = defaultdict(float)

    def add(self, text: str, weight: float) -> None:
        """Count the terms of `text` as if it were written `weight` times."""
        words = tokens(text)
        for word in words:
            self._add_word(word, weight)
        self._add_pairs(words, weight)
        for mention in recogniser().mentions(text):
            self.add_concept(mention.key, weight)

    def add_translations(self, text: str, weight: float) -> None:
        """Count the words that say the same as those of `text` in the other language, each as far as it is sure.

        They count less than what was written, and far less than concepts that people have curated.
        """
        for words, sure in lexicon().translations(tokens(text)).items():
            translated = tokens(words)
            for word in translated:
                self._add_word(word, weight * sure * TRANSLATED / len(translated))

    def add_concept(self, key: str, weight: float) -> None:
        """Count a concept and, weaker, its broader ones."""
        words = vocabulary()
        depth = words.depths[key]
        self._counts[f"c:{key}"] += weight * CONCEPT
        for broader in words.ancestors(key):
            self._counts[f"c:{broader}"] += weight * CONCEPT * BROADER ** (depth - words.depths[broader])

    def weights(self) -> dict[str, float]:
        """The square roots of the counts: a word said nine times counts three times one said once."""
        return {term: self._counts[term] ** 0.5 for term in sorted(self._counts)}

    def _add_word(self, word: Token, weight: float) -> None:
        if is_sign(word):
            return
        self._counts[f"w:{stem(word.folded)}"] += weight * WORD
        if word.has_marks:
            self._counts[f"m:{word.marked}"] += weight * MARKED

    def _add_pairs(self, words: Sequence[Token], weight: float) -> None:
        for left, right in pairwise(words):
            if not right.after_break and not is_stop(left) and not is_stop(right):
                self._counts[f"p:{left.folded}_{right.folded}"] += weight * PAIR
