"""Words of a text in the other language, English ↔ Vietnamese, so that a query finds what was written in the other.

The table is learned from parallel text (`lexicon_learning`). A text with marks is Vietnamese; one without is in the
language of which the table knows more words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from matchmaker.text.tokens import Token, tokens
from matchmaker.vocabulary.concepts import rows_of

AT_MOST = 8
"""How many translations of one word are given. Fewer lose recall for Vietnamese without marks, where words of several
meanings fold alike; more bring nothing."""

Meanings = Mapping[str, float]
Table = Mapping[str, Meanings]


class Lexicon:
    """Looks the words of a text up in rows of (Vietnamese word, English word, probability 0..1)."""

    def __init__(self, rows: Iterable[tuple[str, str, float]]) -> None:
        entries = list(rows)
        read = {vietnamese: tokens(vietnamese) for vietnamese in dict.fromkeys(row[0] for row in entries)}
        marked = {vietnamese: _key(words, marked=True) for vietnamese, words in read.items()}
        folded = {vietnamese: _key(words, marked=False) for vietnamese, words in read.items()}
        self._english = _table((english, vietnamese, p) for vietnamese, english, p in entries)
        self._marked = _table((marked[vietnamese], english, p) for vietnamese, english, p in entries)
        self._folded = _table((folded[vietnamese], english, p) for vietnamese, english, p in entries)
        self._syllables = frozenset(word.folded for words in read.values() for word in words)

    def translations(self, words: Sequence[Token]) -> dict[str, float]:
        """Words of the other language as one writes them (`bánh răng`) and how sure each is, 0..1.

        They come in the order of the words they translate, the surest first. Two syllables that are one word are
        looked up as one. A word that its text's language lacks is looked up in the other: people write `máy CNC gear`.
        """
        found: dict[str, float] = {}
        for meanings in self._meanings(words):
            for word, p in meanings.items():
                found[word] = max(p, found.get(word, 0.0))
        return found

    def _meanings(self, words: Sequence[Token]) -> Iterator[Meanings]:
        marked = any(word.has_marks for word in words)
        in_english = not marked and self._is_english(words)
        place = 0
        while place < len(words):
            english = self._english.get(words[place].folded)
            length, vietnamese = self._longest(words[place : place + 2], marked)
            if english and (in_english or not vietnamese):
                length, vietnamese = 1, english
            if vietnamese:
                yield vietnamese
            place += length

    def _longest(self, words: Sequence[Token], marked: bool) -> tuple[int, Meanings | None]:
        """How many of the words, two or one, are a Vietnamese word, and what it means."""
        table = self._marked if marked else self._folded
        both = None if words[-1].after_break else table.get(_key(words, marked))
        return (len(words), both) if both else (1, table.get(_key(words[:1], marked)))

    def _is_english(self, words: Sequence[Token]) -> bool:
        known = sum(word.folded in self._english for word in words)
        return known >= sum(word.folded in self._syllables for word in words)


def _key(words: Sequence[Token], marked: bool) -> str:
    return " ".join(word.marked if marked else word.folded for word in words)


def _table(entries: Iterable[tuple[str, str, float]]) -> Table:
    """Word → its surest translations, ties in the order of the alphabet."""
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for word, other, p in entries:
        found[word][other] = max(p, found[word].get(other, 0.0))
    return {
        word: dict(sorted(others.items(), key=lambda item: (-item[1], item[0]))[:AT_MOST])
        for word, others in found.items()
    }


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    return Lexicon((row["vi"], row["en"], float(row["p"])) for row in rows_of("lexicon.tsv"))
