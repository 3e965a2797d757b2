"""The reader's language, from Accept-Language: the sentences of reasons and questions come in it."""

from __future__ import annotations

from flask import request

from matchmaker.ranking import READER_LANGUAGES


def reader_language() -> str:
    """`en` or `vi`, `en` where the request asks for neither."""
    return request.accept_languages.best_match(READER_LANGUAGES, default="en") or "en"
