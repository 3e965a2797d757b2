"""The index: TF-IDF over the terms of the documents, changed one supplier at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from matchmaker.ranking.documents import Document

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_extraction.text import TfidfTransformer

CANDIDATES = 300
"""How many suppliers are gated and scored for one requirement. Nine times the longest list that people read (about
thirty), and more than the firms of any one process family in a programme of nine hundred."""

KNOWN = 0.7
"""The share of a query's words that the documents have where both are in one language (0.5 to 0.9 do alike)."""
WORDING = "wm"
"""The terms that are words as they are written, with and without marks."""
SATURATION, LENGTH = 1.5, 0.75
"""BM25's k1 and b: how soon a word said again adds nothing, and how far a long profile is marked down."""


class Index:
    """An immutable set of documents that can be searched. Rows stand in the order of the supplier ids."""

    def __init__(self, documents: Iterable[Document], sequence: int = 0) -> None:
        """`sequence` is the change that this index has seen last."""
        self.documents = {document.id: document for document in sorted(documents, key=lambda d: d.id)}
        self.sequence = sequence

    def changed(self, changes: Mapping[str, Document | None], sequence: int) -> Index:
        """A new index with these documents put in the place of the old ones; `None` takes one out."""
        merged = {**self.documents, **changes}
        return Index((document for document in merged.values() if document), sequence)

    @cached_property
    def _ids(self) -> list[str]:
        return list(self.documents)

    @cached_property
    def _counts(self) -> tuple[DictVectorizer, csr_matrix]:
        from sklearn.feature_extraction import DictVectorizer  # a second to import: only where something is searched

        vectorizer = DictVectorizer(dtype=np.float64)
        return vectorizer, vectorizer.fit_transform([document.terms for document in self.documents.values()])

    @cached_property
    def _weighted(self) -> tuple[TfidfTransformer, csr_matrix]:
        from sklearn.feature_extraction.text import TfidfTransformer

        transformer = TfidfTransformer()
        return transformer, transformer.fit_transform(self._counts[1])

    def similarities(self, terms: Mapping[str, float]) -> NDArray[np.float64]:
        """The cosine of the query with each document, shape (documents,), 0..1, in the order of the ids."""
        if not self.documents:
            return np.zeros(0)
        query = self._weighted[0].transform(self._counts[0].transform([terms]))
        return np.asarray((self._weighted[1] @ query.T).toarray()).ravel()

    @cached_property
    def _lengths(self) -> NDArray[np.float64]:
        """How many words each document has beside the mean, shape (documents,)."""
        columns = [column for term, column in self._counts[0].vocabulary_.items() if term[0] in WORDING]
        lengths = np.asarray(self._counts[1][:, columns].power(2).sum(axis=1)).ravel()
        return lengths / (lengths.mean() or 1.0)

    def knows(self, terms: Mapping[str, float]) -> bool:
        """Whether so many of the query's words occur in the documents that both must be in one language."""
        words = [term for term in terms if term.startswith("w:")]
        return sum(term in self._counts[0].vocabulary_ for term in words) >= KNOWN * len(words)

    def wordings(self, terms: Mapping[str, float], ids: Sequence[str]) -> NDArray[np.float64]:
        """How much of the query's words, rare ones first, each document has, shape (ids,), 0..1.

        BM25 (Robertson and Zaragoza 2009) as a share of what a document with every word many times would get.
        """
        columns = self._counts[0].vocabulary_
        asked = {columns[term]: weight for term, weight in terms.items() if term[0] in WORDING and term in columns}
        if not asked or not ids:
            return np.zeros(len(ids))
        rows = [self._rows[key] for key in ids]
        counts = self._counts[1][rows][:, list(asked)].power(2).toarray()
        worth = np.array(list(asked.values())) * (self._weighted[0].idf_[list(asked)] - 1)
        penalty = SATURATION * (1 - LENGTH + LENGTH * self._lengths[rows])
        return np.asarray((counts / (counts + penalty[:, None])) @ worth / (worth.sum() or 1.0))

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {key: row for row, key in enumerate(self.documents)}

    def candidates(self, terms: Mapping[str, float], at_most: int = CANDIDATES) -> list[tuple[Document, float]]:
        """The documents that share a term with the query, most alike first, ties by supplier id."""
        similarities = self.similarities(terms)
        order = np.lexsort((np.arange(len(similarities)), -similarities))[:at_most]
        return [(self.documents[self._ids[row]], float(similarities[row])) for row in order if similarities[row] > 0]
