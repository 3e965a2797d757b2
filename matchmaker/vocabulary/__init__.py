"""The field's concepts: code lists with labels in six languages, and free text resolved to them."""

from matchmaker.vocabulary.concepts import SCHEME, Concept, Vocabulary, vocabulary
from matchmaker.vocabulary.recognition import Mention, Recogniser, recogniser

__all__ = ["SCHEME", "Concept", "Mention", "Recogniser", "Vocabulary", "recogniser", "vocabulary"]
