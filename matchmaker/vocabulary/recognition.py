"""Free text → concepts, by the longest phrase that a label knows.

Two Vietnamese words may fold alike (`nhôm` aluminium, `nhóm` group). A word typed with marks must carry the label's
marks. A word typed without them counts for a marked label where the whole text is unmarked, or inside a phrase; labels
that ask for their marks (`=` in the data) never count unmarked. Phrases of `not_terms` are eaten before any concept.

A longer phrase hides the concepts inside it: a "progressive die" is a tool, not the stamping it is for. Materials are
let through, for "aluminium die casting" names both; but not out of a treatment, for "zinc plating" is put on steel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from matchmaker.text.folding import nfc
from matchmaker.text.tokens import Token, tokens
from matchmaker.vocabulary.concepts import LABEL_LANGUAGES, Concept, Vocabulary, cell, rows_of, vocabulary

EATEN = ""
"""Stands in the tree of phrases for one that is no concept."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept found at `start:end` of the text, in these words."""

    key: str
    start: int
    end: int
    words: str

    @property
    def kind(self) -> str:
        return self.key.partition(":")[0]


@dataclass(frozen=True, slots=True)
class _Label:
    key: str
    words: tuple[Token, ...]
    strict: bool


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    labels: list[_Label] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Span:
    first: int
    last: int
    keys: tuple[str, ...]


class Recogniser:
    """Finds the concepts of a vocabulary in text."""

    def __init__(self, labels: Iterable[tuple[str, str]], treatments: frozenset[str] = frozenset()) -> None:
        """`labels` are (concept key, label) pairs; `treatments` are the keys that let no material through."""
        self._root = _Node()
        self._opaque = treatments | {EATEN}
        for key, label in labels:
            self._add(key, label)

    def _add(self, key: str, label: str) -> None:
        words = tokens(nfc(label.lstrip("=")))
        if not words:
            return
        node = self._root
        for word in words:
            node = node.next.setdefault(word.folded, _Node())
        strict = label.startswith("=")
        node.labels.append(_Label(key, words, strict))

    def mentions(self, text: str) -> list[Mention]:
        """The concepts in `text` in order of appearance; a phrase that names several gives one mention each."""
        words = tokens(text)
        unmarked_text = not any(word.has_marks for word in words)
        spans = [span for first in range(len(words)) for span in self._from(words, first, unmarked_text)]
        return [
            Mention(
                key, words[span.first].start, words[span.last].end, text[words[span.first].start : words[span.last].end]
            )
            for span in _visible(spans, self._opaque)
            for key in span.keys
        ]

    def _from(self, words: Sequence[Token], first: int, unmarked_text: bool) -> Iterator[_Span]:
        """The phrases that begin at `first`, one span for each length."""
        node = self._root
        for last in range(first, len(words)):
            following = node.next.get(words[last].folded)
            if following is None:
                return
            node = following
            found = words[first : last + 1]
            keys = tuple(dict.fromkeys(label.key for label in node.labels if _agrees(label, found, unmarked_text)))
            if keys:
                yield _Span(first, last, keys)


def _agrees(label: _Label, words: Sequence[Token], unmarked_text: bool) -> bool:
    """Whether the marks of the words fit the label, and no comma stands where the label has none."""
    if any(
        word.after_break and not wanted.after_break for wanted, word in zip(label.words[1:], words[1:], strict=True)
    ):
        return False
    unmarked_counts = not label.strict and (unmarked_text or len(words) > 1)
    return all(
        word.marked == wanted.marked
        or not (word.has_marks or wanted.has_marks)
        or (wanted.has_marks and not word.has_marks and unmarked_counts)
        for wanted, word in zip(label.words, words, strict=True)
    )


def _visible(spans: Sequence[_Span], opaque: frozenset[str]) -> list[_Span]:
    """The spans that no longer one hides, without eaten phrases, in order of appearance."""
    shown: list[_Span] = []
    taken: list[_Span] = []
    for span in sorted(spans, key=lambda span: (span.first - span.last, span.first)):
        hiding = [other for other in taken if other.first <= span.last and span.first <= other.last]
        keys = span.keys if not hiding else _let_through(span, hiding, opaque)
        if keys:
            shown.append(_Span(span.first, span.last, keys))
        taken.append(span)
    return sorted((span for span in shown if EATEN not in span.keys), key=lambda span: span.first)


def _let_through(span: _Span, hiding: Sequence[_Span], opaque: frozenset[str]) -> tuple[str, ...]:
    """The materials of a span that lies wholly inside phrases which name no material or treatment themselves."""
    for other in hiding:
        inside = other.first <= span.first and span.last <= other.last
        if not inside or any(key in opaque or key.startswith("material:") for key in other.keys):
            return ()
    return tuple(key for key in span.keys if key.startswith("material:"))


@lru_cache(maxsize=1)
def recogniser() -> Recogniser:
    """The recogniser of the shipped vocabulary."""
    words = vocabulary()
    treatments = {c.key for c in words.of_kind("process") if "primary" not in c.extra.get("stage", ())}
    return Recogniser([*_labels(words), *eaten()], frozenset(treatments))


def _labels(words: Vocabulary) -> Iterator[tuple[str, str]]:
    for concept in words.concepts.values():
        for label in labels_of(concept):
            yield concept.key, label


def labels_of(concept: Concept) -> Iterator[str]:
    """Every form by which a concept is recognised: labels, designations in standards, former names."""
    for language in LABEL_LANGUAGES:
        yield from concept.labels.get(language, ())
    yield from concept.extra.get("old_names", ())
    for grade in concept.extra.get("grades", ()):
        standard, _, designation = grade.partition(":")
        yield f"{standard} {designation}"
        if _stands_alone(designation):
            yield designation


def _stands_alone(designation: str) -> bool:
    """Whether a designation is told from other words without its standard's name: letters and digits, three or more."""
    return (
        len(designation) >= 3
        and any(char.isdigit() for char in designation)
        and any(char.isalpha() for char in designation)
    )


def eaten() -> Iterator[tuple[str, str]]:
    """The phrases that are no concepts, under the key `EATEN`."""
    for row in rows_of("not_terms.tsv"):
        for phrase in cell(row, "phrase"):
            yield EATEN, phrase
