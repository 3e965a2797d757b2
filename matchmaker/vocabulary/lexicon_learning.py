"""A table of words that translate each other, learned from parallel English and Vietnamese lines.

`python -m matchmaker.vocabulary.lexicon_learning FILE OUT [SOURCE]` reads a tab separated file (also .gz) with
the columns `en` and `vi` and writes the lexicon. The labels of our own concepts are parallel text too and are learned
from as well: customs descriptions name goods, our labels name processes and parts.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from matchmaker.text.folding import nfc
from matchmaker.text.tokens import same_spelling, tokens
from matchmaker.vocabulary.alignment import Alignment, aligned
from matchmaker.vocabulary.concepts import VERSION, vocabulary
from matchmaker.vocabulary.word_units import Unit, found_units, units_of


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What counts as a word and as a translation; chosen by recall on headings of the customs tariff held out.

    A Vietnamese word of two syllables was seen `unit_lines` times with a mutual information of `unit_npmi` (0..1).
    A pair stays from a `probability` of 0..1 on, if it is thought to be a translation `aligned` times: a word seen
    once in a short line is worth keeping, one that could be any of ten in a long line is not. Words in more than the
    share `common` of the lines are function words.
    """

    unit_lines: int = 3
    unit_npmi: float = 0.6
    rounds: int = 8
    probability: float = 0.05
    aligned: float = 0.1
    common: float = 0.1


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A Vietnamese word as it is mostly written, an English word folded, and how surely they translate, 0..1."""

    vi: str
    en: str
    p: float


class _Side:
    """The words of one language by number, from 1 upwards in the order of the words."""

    def __init__(self, lines: Collection[Sequence[str]]) -> None:
        self.lines_with = Counter(word for words in lines for word in set(words))
        self.words = ["", *sorted(self.lines_with)]
        self._numbers = {word: number for number, word in enumerate(self.words)}

    def numbers(self, words: Sequence[str]) -> list[int]:
        return [self._numbers[word] for word in words]


def learn(pairs: Iterable[tuple[str, str]], thresholds: Thresholds | None = None) -> list[Row]:
    """The lexicon of (English, Vietnamese) lines, in the order of the Vietnamese words; the same for the same lines."""
    limits = thresholds or Thresholds()
    lines = [(nfc(english), nfc(vietnamese)) for english, vietnamese in pairs]
    english = [[word.folded for word in tokens(text)] for text, _ in lines]
    written = [text for _, text in lines]
    syllables = [tokens(text) for text in written]
    joined = found_units(syllables, limits.unit_lines, limits.unit_npmi)
    units = [list(units_of(words, joined)) for words in syllables]
    vietnamese = [[_key(unit) for unit in line] for line in units]
    en, vi = _Side(english), _Side(vietnamese)
    found = aligned([(vi.numbers(v), en.numbers(e)) for v, e in zip(vietnamese, english, strict=True)], limits.rounds)
    most = limits.common * len(lines)
    no_vi = _frequent(vi, most) | _quoted(vi, vietnamese, english)
    no_en = _frequent(en, most)
    spellings = _spellings(written, units)
    return sorted(
        Row(spellings[key], word, p)
        for key, word, p in _pairs(found, vi, en, limits)
        if key not in no_vi and word not in no_en and _are_words(key, word)
    )


def _pairs(found: Alignment, vi: _Side, en: _Side, limits: Thresholds) -> Iterator[tuple[str, str, float]]:
    """The pairs that are sure enough and have been seen enough, with the probability in two digits."""
    strong = (found.probability >= limits.probability) & (found.expected >= limits.aligned)
    columns = (column[strong].tolist() for column in (found.left, found.right, found.probability))
    for left, right, probability in zip(*columns, strict=True):
        yield vi.words[left], en.words[right], round(probability, 2)


def _frequent(side: _Side, most: float) -> set[str]:
    return {word for word, number in side.lines_with.items() if number > most}


def _quoted(vi: _Side, vietnamese: Sequence[Sequence[str]], english: Sequence[Sequence[str]]) -> set[str]:
    """The words of Vietnamese lines that stand in most of the English ones too: Latin names and trade names.

    They find themselves, and whatever else they align with is another name of the same line.
    """
    shared: Counter[str] = Counter()
    for words, others in zip(vietnamese, english, strict=True):
        known = set(map(same_spelling, others))
        shared.update(word for word in set(words) if known.issuperset(map(same_spelling, word.split())))
    return {word for word, number in shared.items() if 2 * number > vi.lines_with[word]}


def _are_words(vietnamese: str, english: str) -> bool:
    """Whether they differ and neither is a number, nor the English a single letter: a sign for a unit or a variant."""
    differ = same_spelling(vietnamese) != same_spelling(english)
    return differ and vietnamese[0].isalpha() and english[0].isalpha() and len(english) > 1


def _key(unit: Unit) -> str:
    return " ".join(word.marked for word in unit)


def _spellings(texts: Sequence[str], units: Sequence[Sequence[Unit]]) -> dict[str, str]:
    """How each unit is written most often, in lower case, for `hóa` and `hoá` are one."""
    counts = Counter(
        (_key(unit), " ".join(text[word.start : word.end].lower() for word in unit))
        for text, line in zip(texts, units, strict=True)
        for unit in line
    )
    return {key: written for (key, written), _ in sorted(counts.items(), key=lambda item: (item[1], item[0]))}


def labels() -> list[tuple[str, str]]:
    """The preferred English and Vietnamese names of our concepts."""
    return [(concept.label("en"), concept.label("vi")) for concept in vocabulary().concepts.values()]


def lines_of(path: Path) -> list[tuple[str, str]]:
    """The (English, Vietnamese) lines of a tab separated file with the columns `en` and `vi`, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as text:
        rows = csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE)
        if not {"en", "vi"} <= set(rows.fieldnames or ()):
            raise ValueError(f"{path}: the first line must name the columns en and vi, tab separated.")
        return [(row["en"], row["vi"]) for row in rows]


def write(path: Path, rows: Sequence[Row], source: str, thresholds: Thresholds) -> None:
    """Write the lexicon, what it was learned from and how."""
    settings = ", ".join(f"{name} {value}" for name, value in asdict(thresholds).items())
    head = (
        "# Vietnamese words, the English words that translate them, and how surely, 0..1 (mean of both directions).",
        f"# version: {VERSION}",
        f"# source: {source}",
        f"# learned by matchmaker.vocabulary.lexicon_learning: {settings}",
        "vi\ten\tp",
    )
    lines = [*head, *(f"{row.vi}\t{row.en}\t{row.p:g}" for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(file: str, out: str, source: str = "") -> None:
    """Learn from `file` and our labels, and write the lexicon to `out`; `source` says in words what the file is."""
    lines, own, thresholds = lines_of(Path(file)), labels(), Thresholds()
    origin = f"{len(lines)} lines of {source or Path(file).name}; {len(own)} preferred labels of this vocabulary"
    write(Path(out), learn([*lines, *own], thresholds), origin, thresholds)


if __name__ == "__main__":
    main(*sys.argv[1:])
