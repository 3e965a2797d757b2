"""The field's concepts: code lists with labels in six languages, and free text resolved to them."""

from matchmaker.vocabulary.concepts import SCHEME, Concept, Vocabulary, vocabulary
from matchmaker.vocabulary.mentions import Mention
from matchmaker.vocabulary.recognition import Recogniser, recogniser

__all__ = ["SCHEME", "Concept", "Mention", "Recogniser", "Vocabulary", "recogniser", "vocabulary"]
