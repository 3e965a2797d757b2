"""Where in a form something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_LONGEST_STEP = 64


def pointed(messages: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """JSON pointer (RFC 6901) and sentence for each message of marshmallow's nested dictionaries, in their order."""
    if not isinstance(messages, dict):
        for message in messages if isinstance(messages, list) else [messages]:
            yield at, str(message)
        return
    for name, inner in messages.items():
        yield from pointed(inner, at if name == "_schema" else f"{at}/{_step(name)}")


def _step(name: object) -> str:
    return str(name)[:_LONGEST_STEP].replace("~", "~0").replace("/", "~1")
