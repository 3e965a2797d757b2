"""Free text → concepts, by the longest phrase that a label knows.

Two Vietnamese words may fold alike (`nhôm` aluminium, `nhóm` group). A word typed with marks must carry the label's
marks. A word typed without them counts for a marked label where the whole text is unmarked, or inside a phrase; labels
that ask for their marks (`=` in the data) never count unmarked. Phrases of `not_terms` are eaten before any concept.

A longer phrase hides the concepts inside it: a "progressive die" is a tool, not the stamping it is for. Materials are
let through, for "aluminium die casting" names both; but not out of a treatment, for "zinc plating" is put on steel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from matchmaker.text.folding import nfc
from matchmaker.text.tokens import Token, tokens
from matchmaker.vocabulary.borders import stands_alone
from matchmaker.vocabulary.concepts import LABEL_LANGUAGES, Concept, Vocabulary, cell, rows_of, vocabulary
from matchmaker.vocabulary.mentions import Mention
from matchmaker.vocabulary.senses import in_context

EATEN = ""
"""Stands in the tree of phrases for one that is no concept."""
LEAST_UNMARKED = 3
"""So many letters a process needs to count unmarked: `be` (bế) is an English word."""
_JOINING = frozenset("va cho theo bang tai tren".split())
"""Words that an item of a list ends before: and, for, by, at, on."""
_SEPARATOR = re.compile(r"[/+&,;:–-]")


@dataclass(frozen=True, slots=True)
class _Label:
    key: str
    words: tuple[Token, ...]
    strict: bool

    @property
    def is_designation(self) -> bool:
        """Whether it is a material's grade or a name in plain letters, such as `đồng C3604`, `SPCC` or `inox`."""
        plain = not any(word.has_marks for word in self.words)
        return self.key.startswith("material:") and (plain or any(word.folded[0].isdigit() for word in self.words))


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    labels: list[_Label] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Span:
    first: int
    last: int
    keys: tuple[str, ...]
    is_designation: bool = False


class Recogniser:
    """Finds the concepts of a vocabulary in text."""

    def __init__(
        self,
        labels: Iterable[tuple[str, str]],
        treatments: frozenset[str] = frozenset(),
        made_by: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        """`labels` are (concept key, label) pairs; `treatments` are the keys that let no material through; `made_by`
        gives for a part the processes that it lets through."""
        self._root = _Node()
        self._opaque = treatments | {EATEN}
        self._made_by = made_by or {}
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
        spans = _whole_words(text, words, [*spans, *(self._unmarked(text, words, spans) if unmarked_text else ())])
        found = [
            Mention(
                key, words[span.first].start, words[span.last].end, text[words[span.first].start : words[span.last].end]
            )
            for span in self._visible(spans)
            for key in span.keys
        ]
        return in_context(text, found)

    def _from(
        self, words: Sequence[Token], first: int, unmarked_text: bool, strict_counts: bool = False
    ) -> Iterator[_Span]:
        """The phrases that begin at `first`, one span for each length."""
        node = self._root
        for last in range(first, len(words)):
            following = node.next.get(words[last].folded)
            if following is None:
                return
            node = following
            found = words[first : last + 1]
            labels = [label for label in node.labels if _agrees(label, found, unmarked_text, strict_counts)]
            if labels:
                keys = tuple(dict.fromkeys(label.key for label in labels))
                yield _Span(first, last, keys, any(label.is_designation for label in labels))

    def _unmarked(self, text: str, words: Sequence[Token], spans: Sequence[_Span]) -> Iterator[_Span]:
        """Processes that ask for their marks and have none, but company that tells: `dap SPCC`, `cat laser, chan, han`.

        They count right before a material's designation, and as an item of a list that has a process as the next item.
        """
        designations = {span.first for span in spans if span.is_designation and not words[span.first].after_break}
        starts = {span.first for span in spans if _is_process(span)}
        ends = {span.last for span in spans if _is_process(span)}
        could_be = [span for first in range(len(words)) for span in self._loose(words, first)]
        for span in (*could_be, *reversed(could_be)):
            ends_item = span.last + 1 in starts or _ends_item(text, words, span.last)
            begins_item = not span.first or _ends_item(text, words, span.first - 1)
            after, before = span.first - 1 in ends and ends_item, span.last + 1 in starts and begins_item
            if after or before or span.last + 1 in designations:
                starts.add(span.first)
                ends.add(span.last)
                yield span

    def _loose(self, words: Sequence[Token], first: int) -> Iterator[_Span]:
        """The processes that begin at `first` if marks do not matter."""
        for span in self._from(words, first, unmarked_text=True, strict_counts=True):
            keys = tuple(key for key in span.keys if key.startswith("process:"))
            if keys and len(words[span.last].folded) >= LEAST_UNMARKED:
                yield _Span(span.first, span.last, keys)

    def _visible(self, spans: Iterable[_Span]) -> list[_Span]:
        """The spans that no longer one hides, without eaten phrases, in order of appearance.

        One that a longer phrase cuts hides nothing: in `ADC12 알루미늄 다이캐스팅` the grade outlives `ADC12 알루미늄`.
        """
        shown: list[_Span] = []
        taken: list[_Span] = []
        for span in sorted(spans, key=_precedence):
            hiding = [other for other in taken if other.first <= span.last and span.first <= other.last]
            keys = tuple(key for key in span.keys if all(self._lets_through(other, key, span) for other in hiding))
            if keys:
                shown.append(_Span(span.first, span.last, keys))
            if keys or any(other.first <= span.first and span.last <= other.last for other in hiding):
                taken.append(span)
        return sorted((span for span in shown if EATEN not in span.keys), key=lambda span: span.first)

    def _lets_through(self, hiding: _Span, key: str, span: _Span) -> bool:
        """Whether a concept counts although a longer phrase holds its words.

        A material does inside a phrase that names no material or treatment itself, a process where the longer phrase
        is a part usually made so, and a part where it is that process (`ダイカストケース`). Phrases of two kinds that
        only share a word in the middle both count: `pallet gỗ | thông`, `đúc | gang FC250`; but not a tool and the
        process it is for.
        """
        kind = key.partition(":")[0]
        inside = hiding.first <= span.first and span.last <= hiding.last
        if EATEN in hiding.keys or any(other.startswith(f"{kind}:") for other in hiding.keys):
            return False
        if kind == "process" and any(other in self._made_by for other in hiding.keys):
            return all(key in self._made_by.get(other, ()) for other in hiding.keys)
        if kind == "part" and inside:
            return any(other in self._made_by.get(key, ()) for other in hiding.keys)
        if kind == "material" and inside:
            return not any(other in self._opaque for other in hiding.keys)
        return not inside and not any(other in self._opaque for other in (key, *hiding.keys))


def _agrees(label: _Label, words: Sequence[Token], unmarked_text: bool, strict_counts: bool) -> bool:
    """Whether the marks of the words fit the label, and no comma stands where the label has none."""
    if any(
        word.after_break and not wanted.after_break for wanted, word in zip(label.words[1:], words[1:], strict=True)
    ):
        return False
    unmarked_counts = (strict_counts or not label.strict) and (unmarked_text or len(words) > 1)
    return all(
        word.marked == wanted.marked
        or not (word.has_marks or wanted.has_marks)
        or (wanted.has_marks and not word.has_marks and unmarked_counts)
        for wanted, word in zip(label.words, words, strict=True)
    )


def _is_process(span: _Span) -> bool:
    return any(key.startswith("process:") for key in span.keys)


def _ends_item(text: str, words: Sequence[Token], last: int) -> bool:
    """Whether the item of a list ends behind a word: at the end, at a sign, or before `va` (and)."""
    if last + 1 == len(words):
        return True
    following = words[last + 1]
    return (
        following.after_break
        or following.folded in _JOINING
        or bool(_SEPARATOR.search(text, words[last].end, following.start))
    )


_RANKS = {EATEN: 0, "part": 1, "process": 2}


def _precedence(span: _Span) -> tuple[int, int, int]:
    """The longer first; of two that are equally long what is no concept, then parts, then processes.

    A part says more than a process that it shares words with (`khuôn thổi chai | PET`), and a process more than a
    material (`ADC12 | 铝压铸`).
    """
    return span.first - span.last, min(_RANKS.get(key.partition(":")[0], 3) for key in span.keys), span.first


def _whole_words(text: str, words: Sequence[Token], spans: Sequence[_Span]) -> list[_Span]:
    """The spans that are no chance parts of longer words."""
    starts = {words[span.first].start for span in spans}
    ends = {words[span.last].end for span in spans}
    return [span for span in spans if stands_alone(text, words[span.first].start, words[span.last].end, starts, ends)]


_SERVING_PARTS = frozenset({"part:tooling", "part:machinery"})


@lru_cache(maxsize=1)
def recogniser() -> Recogniser:
    """The recogniser of the shipped vocabulary."""
    words = vocabulary()
    treatments = {
        process.key
        for process in words.of_kind("process")
        if "primary" not in process.extra.get("stage", ()) or "soldering" in process.id
    }
    return Recogniser([*_labels(words), *eaten(), *_asking()], frozenset(treatments), _made_by(words))


def _made_by(words: Vocabulary) -> dict[str, frozenset[str]]:
    """For each part the processes by which it is usually made, with all that are broader or narrower.

    Tools and machines serve a process and let none through. A "machined part" is left out: it may come to be anodised,
    so it only lets through what says more than itself (`chi tiết tiện | CNC`).
    """
    related: dict[str, set[str]] = {}
    for process in words.of_kind("process"):
        related.setdefault(process.key, {process.key}).update(words.ancestors(process.key))
        for broader in words.ancestors(process.key):
            related.setdefault(broader, {broader}).add(process.key)
    return {
        part.key: frozenset().union(*(related[f"process:{name}"] for name in _processes_of(words, part)))
        for part in words.of_kind("part")
        if "part:machine-part" not in words.families(part.key)
    }


def _processes_of(words: Vocabulary, part: Concept) -> tuple[str, ...]:
    return () if words.families(part.key) & _SERVING_PARTS else part.extra.get("made_by", ())


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


def _asking() -> Iterator[tuple[str, str]]:
    """The phrases that only say that something is asked for: `yêu cầu trục` asks for a shaft, `cầu trục` is a crane."""
    for row in rows_of("roles.tsv"):
        if row["role"] in ("required", "preferred"):
            yield from ((EATEN, phrase) for phrase in cell(row, "vi") if " " in phrase)
