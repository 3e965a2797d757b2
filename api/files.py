"""Suppliers and requirements from JSON files, read leniently: what is not understood is said and left out.

Wrong kinds of value are refused all the same, with the line and the field, because guessing would change a ranking.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from marshmallow import Schema, ValidationError, fields

from api import strict_json
from api.pointers import pointed
from matchmaker.errors import Invalid

ALIASES = {"volume_unit": "unit"}
"""Names in older files; the fixed name wins when both are there."""


@dataclass
class _Unknown:
    """Names that were left out, with the first line and how often."""

    seen: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, line: int, name: str) -> None:
        first, count = self.seen.get(name, (line, 0))
        self.seen[name] = (first, count + 1)

    def warnings(self) -> list[str]:
        return [
            f"line {first}: {name} is not known and was left out" + (f", {count} times" if count > 1 else "")
            for name, (first, count) in self.seen.items()
        ]


def read_json_lines(
    source: Path | IO[bytes] | IO[str], schema: Schema, key: str = "id"
) -> tuple[list[dict[str, Any]], list[str]]:
    """The forms in JSON Lines or in one JSON array, in their order, and a warning for each name left out.

    Raises `Invalid` naming line and field for what is no form, for a missing `key` and for one that comes twice.
    """
    if isinstance(source, Path):
        with source.open("rb") as file:
            return read_json_lines(file, schema, key)
    unknown = _Unknown()
    forms: list[dict[str, Any]] = []
    first_lines: dict[str, int] = {}
    for line, value in _values(source):
        form = _form(line, value, schema, unknown, key)
        if form[key] in first_lines:
            raise _refused(line, f"/{key}", f"{form[key]} was already on line {first_lines[form[key]]}")
        first_lines[form[key]] = line
        forms.append(form)
    return forms, unknown.warnings()


def mapping_of(text: str) -> dict[str, str]:
    """The fields by column header or number that a JSON object names; raises `Invalid` for anything else."""
    try:
        mapping = strict_json.parse(text)
    except ValueError:
        mapping = None
    if not isinstance(mapping, dict) or not all(isinstance(named, str) for named in mapping.values()):
        raise Invalid('the mapping must be a JSON object such as {"Tên": "name", "7": "ignore"}', pointer="/mapping")
    return mapping


def _form(line: int, value: Any, schema: Schema, unknown: _Unknown, key: str) -> dict[str, Any]:
    try:
        form: dict[str, Any] = schema.load(_known(value, schema, line, "", unknown))
    except ValidationError as error:
        pointer, detail = next(pointed(error.messages))
        raise _refused(line, pointer, detail) from None
    if key not in form:
        raise _refused(line, f"/{key}", "is required")
    return form


def _known(value: Any, schema: Schema, line: int, at: str, unknown: _Unknown) -> Any:
    if not isinstance(value, dict):
        return value
    kept: dict[str, Any] = {}
    for name, inner in value.items():
        known_as = name if name in schema.fields else ALIASES.get(name, name)
        if known_as not in schema.fields:
            unknown.add(line, f"{at}{name}")
        elif inner not in (None, "") and (known_as == name or known_as not in value):
            kept[known_as] = _known_inside(inner, schema.fields[known_as], line, f"{at}{name}.", unknown)
    return kept


def _known_inside(value: Any, described: fields.Field[Any], line: int, at: str, unknown: _Unknown) -> Any:
    if isinstance(described, fields.Nested):
        return _known(value, described.schema, line, at, unknown)
    if isinstance(described, fields.List) and isinstance(value, list):
        said = [item for item in value if item not in (None, "")]
        return [_known_inside(item, described.inner, line, at, unknown) for item in said]
    return value


def _values(lines: Iterable[bytes | str]) -> Iterator[tuple[int, Any]]:
    numbered = ((number, _decoded(number, line)) for number, line in enumerate(lines, 1))
    for number, text in numbered:
        if text.lstrip().startswith("["):
            yield from _array(number, text + "".join(rest for _, rest in numbered))
        elif text.strip():
            yield number, _parsed(number, text)


def _decoded(number: int, line: bytes | str) -> str:
    try:
        text = line.decode() if isinstance(line, bytes) else line
    except UnicodeDecodeError:
        raise _refused(number, "", "is not UTF-8; save the file as UTF-8") from None
    return text.removeprefix("\ufeff") if number == 1 else text


def _parsed(number: int, text: str) -> Any:
    try:
        return strict_json.parse(text)
    except ValueError as error:
        raise _refused(number, "", f"is not JSON that can be read: {error}") from None


def _array(first_line: int, text: str) -> Iterator[tuple[int, Any]]:
    at = _skip_space(text, text.index("[") + 1)
    line, counted_to = first_line, 0
    while text[at : at + 1] != "]":
        line, counted_to = line + text.count("\n", counted_to, at), at
        try:
            value, end = strict_json.parse_at(text, at)
        except ValueError as error:
            raise _refused(line, "", f"is not JSON that can be read: {error}") from None
        yield line, value
        at = _after_comma(text, end, line)
    if text[at + 1 :].strip():
        raise _refused(first_line + text.count("\n", 0, at), "", "has more after the list")


def _after_comma(text: str, end: int, line: int) -> int:
    at = _skip_space(text, end)
    if text[at : at + 1] == ",":
        return _skip_space(text, at + 1)
    if text[at : at + 1] != "]":
        raise _refused(line, "", "begins a record that no comma or ] follows")
    return at


def _skip_space(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _refused(line: int, pointer: str, why: str) -> Invalid:
    name = pointer.strip("/").replace("/", ".")
    return Invalid(f"line {line}: {name} {why}" if name else f"line {line} {why}", pointer=pointer)
