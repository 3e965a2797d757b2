"""`/vocabulary`: the concepts by which texts are understood."""

from __future__ import annotations

from typing import Any

from api.fields import Word
from api.v1.answers import VocabularySchema
from api.v1.forms import Form, said
from api.v1.resource import resource
from matchmaker.vocabulary import SCHEME, vocabulary
from matchmaker.vocabulary.concepts import FILES, VERSION

concepts = resource("vocabulary", "/vocabulary", "Processes, materials, parts, certificates, sectors")


class VocabularyQuery(Form):
    kind = Word(tuple(FILES), required=True, metadata=said("Which list", "process"))


@concepts.get("")
@concepts.arguments(VocabularyQuery, location="query")
@concepts.response(200, VocabularySchema)
def read_vocabulary(query: dict[str, Any]) -> Any:
    """The concepts of a kind, broader ones first"""
    items = [
        {
            "id": concept.id,
            "broader": list(concept.broader),
            "labels": {language: list(words) for language, words in concept.labels.items()},
        }
        for concept in vocabulary().of_kind(query["kind"])
    ]
    return {"scheme": SCHEME, "version": VERSION, "kind": query["kind"], "items": items}
