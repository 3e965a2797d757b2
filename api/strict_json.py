"""JSON that means one thing to everybody: no second value for a name, no NaN, no endless numbers, no endless depth.

webargs and Flask parse bodies each in their own way and let RecursionError and ValueError through; requests and
files are read here instead. The parser's own recursion limit differs between Python versions, hence our own depth.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

MAX_DEPTH = 32
MAX_NODES = 20_000
"""Names and values together; a supplier with every list full stays below a fifth of it."""
MAX_DIGITS = 40

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def parse(raw: bytes | str) -> Any:
    """The value that `raw` holds; raises ValueError with a sentence."""
    decoder_input = _text(raw).strip(" \t\r\n")
    value, end = parse_at(decoder_input, 0)
    if end != len(decoder_input):
        raise ValueError(f"there is more after the value, at character {end + 1}")
    return value


def parse_at(text: str, start: int) -> tuple[Any, int]:
    """The value that begins at `start`, and where it ends; raises ValueError with a sentence."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, " if error.lineno > 1 else ""
        raise ValueError(f"{error.msg} at {where}character {error.colno}") from None
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    _check(value)
    return value, end


def _text(raw: bytes | str) -> str:
    if isinstance(raw, str):
        return raw
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"byte {error.start + 1} is not UTF-8") from None


_TOO_DEEP = f"nested more than {MAX_DEPTH} levels deep"


def _check(value: Any) -> None:
    level, nodes, depth = [value], 1, 0
    while True:
        _check_characters(level)
        containers = [node for node in level if isinstance(node, (dict, list))]
        if not containers:
            return
        level = [child for container in containers for child in _children(container)]
        nodes, depth = nodes + len(level), depth + 1
        if depth > MAX_DEPTH:
            raise ValueError(_TOO_DEEP)
        if nodes > MAX_NODES:
            raise ValueError(f"more than {MAX_NODES:,} names and values")


def _children(container: dict[str, Any] | list[Any]) -> Iterator[Any]:
    if isinstance(container, dict):
        yield from container
        yield from container.values()
    else:
        yield from container


def _check_characters(level: list[Any]) -> None:
    for node in level:
        if isinstance(node, str) and not node.isprintable() and (found := _UNSTORABLE.search(node)):
            raise ValueError(f"the character U+{ord(found.group()):04X} cannot be stored")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"the name {name[:64]!r} is given twice in one object")
        found[name] = value
    return found


def _integer(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise ValueError(f"a number has more than {MAX_DIGITS} digits")
    return int(text)


def _fraction(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise ValueError(f"the number {text[:20]} is too large")
    return number


def _constant(text: str) -> Any:
    raise ValueError(f"{text} is not a JSON value")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_fraction, parse_constant=_constant
)
