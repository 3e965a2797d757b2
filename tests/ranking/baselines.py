"""Two plain searches to measure the engine against: BM25 and TF-IDF over the words of profile and requirement.

They see the same texts as the engine, folded in the same way, and know no concepts, translations or conditions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import bm25s
import numpy as np
import Stemmer
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import linear_kernel

from matchmaker.ranking.documents import texts_of
from matchmaker.records import Requirement, Supplier
from matchmaker.text.folding import fold

WORD = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")
"""Latin letters and figures apart from other scripts, so that `ADC12` is found in a Japanese sentence."""

Run = dict[str, list[str]]


def bm25(suppliers: Sequence[Supplier], requirements: Sequence[Requirement]) -> Run:
    """The suppliers that share an English-stemmed word with each requirement, best first by BM25 (Lucene's form)."""
    stem = Stemmer.Stemmer("english").stemWords
    search = bm25s.BM25()
    search.index([stem(words(profile_text(firm))) for firm in suppliers], show_progress=False)
    # bm25s takes no empty list; "-" is no word, so it is looked up and found nowhere.
    return _run(suppliers, requirements, lambda text: search.get_scores(stem(words(text)) or ["-"]))


def tfidf(suppliers: Sequence[Supplier], requirements: Sequence[Requirement]) -> Run:
    """The suppliers that share a word with each requirement, best first by the cosine of their TF-IDF vectors."""
    vectorizer = TfidfVectorizer(analyzer=words)
    profiles = vectorizer.fit_transform([profile_text(firm) for firm in suppliers])
    return _run(suppliers, requirements, lambda text: linear_kernel(vectorizer.transform([text]), profiles)[0])


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return WORD.findall(fold(text))


def profile_text(supplier: Supplier) -> str:
    """Everything a profile says of what the firm does."""
    return "\n".join(text for _, text in texts_of(supplier))


def requirement_text(requirement: Requirement) -> str:
    """Title, description, part, processes and materials."""
    stated = (requirement.title, requirement.description, requirement.part)
    return "\n".join((*stated, *requirement.processes, *requirement.materials))


def _run(
    suppliers: Sequence[Supplier], requirements: Iterable[Requirement], scores_of: Callable[[str], NDArray[np.floating]]
) -> Run:
    """Ties stand in the order of the supplier ids; who shares no word is left out."""
    ids = [firm.id for firm in suppliers]
    run = {}
    for requirement in requirements:
        scored = zip(scores_of(requirement_text(requirement)), ids, strict=True)
        run[requirement.id] = [firm for score, firm in sorted(scored, key=lambda s: (-s[0], s[1])) if score > 0]
    return run
