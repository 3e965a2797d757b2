"""Field types for forms: strict about kinds and bounds, forgiving about what people cannot see.

JSON types are never converted: `"5"` is not a number and `1` is not true. Bounds are in the OpenAPI document.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date
from typing import Any

from marshmallow import ValidationError, fields
from marshmallow.validate import Length, OneOf, Regexp

from api.ids import ID_PATTERN

MOST_MARKS = 4
"""Combining marks on one base character; decomposed Vietnamese has two."""

REFUSALS: dict[str, Any] = {"required": "is required", "null": "must not be null", "invalid": "must be text"}
"""Sentences for what marshmallow itself refuses."""

_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_LINE_SIGNS = "\t\n\r"
_PASTED_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphen, zero-width space, word joiner, byte-order mark: copying from web pages brings them along."""

_SHOWN = r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
"""What `Text` takes, for the OpenAPI document; the code below is the judge."""

_MONEY = r"^(?=.*[1-9])[0-9]{1,11}(\.[0-9]{1,4})?$"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_DAY_OR_MONTH = r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"
_DAY_HINT = "must be a date such as 2026-09-01"
_OR_MONTH_HINT = "must be a date such as 2026-09-01, or a month such as 2026-09"


class Text(fields.String):
    """Text in NFC, trimmed. One line unless `lines`: there any run of white space becomes one space.

    `most` characters are counted after that. Refused: control characters, bidi overrides, more than `MOST_MARKS`
    marks on one base.
    """

    def __init__(self, most: int, *, least: int = 0, lines: bool = False, **kwargs: Any) -> None:
        bounds: dict[str, Any] = {"maxLength": most} | ({"minLength": least} if least else {})
        if "validate" not in kwargs:
            bounds["pattern"] = f"^{_SHOWN}*$" if not least else rf"^{_SHOWN}*(?!\s){_SHOWN}+$"
        super().__init__(**_documented(kwargs, bounds))
        self.least, self.most, self.lines = least, most, lines

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError("must be text")
        text = clean(value, lines=self.lines)
        if len(text) < self.least:
            raise ValidationError("must not be empty")
        if len(text) > self.most:
            raise ValidationError(f"has {len(text):,} characters; {self.most:,} are allowed")
        return text


def clean(text: str, *, lines: bool) -> str:
    """`text` as `Text` keeps it; raises ValidationError."""
    if not (text.isascii() and text.isprintable()):
        _refuse_signs(text)
        text = unicodedata.normalize("NFC", text.translate(_PASTED_INVISIBLE))
    if lines:
        return "\n".join(text.splitlines()).strip()
    return " ".join(text.split())


def _refuse_signs(text: str) -> None:
    # Marks are counted before normalising, which takes quadratic time on a long run of them.
    signs = set(text)
    for sign in signs:
        category = unicodedata.category(sign)
        if sign in _BIDI or (category in ("Cc", "Cs") and sign not in _LINE_SIGNS):
            raise ValidationError(f"has the sign U+{ord(sign):04X}, which cannot be shown")
    marks = "".join(sign for sign in signs if unicodedata.category(sign) in ("Mn", "Me"))
    if marks and re.search(f"[{re.escape(marks)}]{{{MOST_MARKS + 1}}}", text):
        raise ValidationError(f"has more than {MOST_MARKS} marks on one letter")


class Patterned(Text):
    """Text that must look like `pattern`; `hint` tells the person how."""

    def __init__(self, pattern: str, hint: str, most: int, **kwargs: Any) -> None:
        super().__init__(most, validate=Regexp(pattern, error=hint), **kwargs)


class Id(Patterned):
    """An id as in paths."""

    def __init__(self, **kwargs: Any) -> None:
        hint = "must be 1–64 of A–Z a–z 0–9 . _ : - and begin with a letter or digit"
        super().__init__(ID_PATTERN, hint, 64, **kwargs)


class Money(Patterned):
    """A decimal number above 0 as text: at most 15 digits, of them at most 4 after the point."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(_MONEY, 'must be a decimal number above 0 as text, such as "1.20"', 16, **kwargs)


class CalendarDate(Patterned):
    """An ISO date as text, checked against the calendar. With `or_month`, `2027-02` means that month's last day."""

    def __init__(self, *, or_month: bool = False, **kwargs: Any) -> None:
        pattern, hint = (_DAY_OR_MONTH, _OR_MONTH_HINT) if or_month else (_DAY, _DAY_HINT)
        documented = kwargs if or_month else _documented(kwargs, {"format": "date"})
        super().__init__(pattern, hint, 10, post_load=_calendar_day, **documented)


def _calendar_day(text: str) -> str:
    try:
        day = date.fromisoformat(text if len(text) == 10 else f"{text}-01")
    except ValueError:
        raise ValidationError(f"{text} is not in the calendar") from None
    if len(text) < 10:
        day = day.replace(day=monthrange(day.year, day.month)[1])
    return day.isoformat()


class Number(fields.Float):
    """A finite number more than `above`, or not less than `least`, and not more than `most`."""

    def __init__(self, *, most: float, above: float | None = None, least: float = 0, **kwargs: Any) -> None:
        lower = {"minimum": least} if above is None else {"exclusiveMinimum": above}
        super().__init__(**_documented(kwargs, lower | {"maximum": most}))
        self.above, self.least, self.most = above, least, most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ValidationError("must be a number")
        too_small = value < self.least if self.above is None else value <= self.above
        if too_small or not value <= self.most:
            lower = f"from {self.least:g}" if self.above is None else f"more than {self.above:g}"
            raise ValidationError(f"must be {lower} and at most {self.most:,g}")
        return float(value)


class Whole(fields.Integer):
    """A whole number from `least` to `most`. `5.0` is one, as in JSON Schema."""

    def __init__(self, *, most: int, least: int = 0, **kwargs: Any) -> None:
        super().__init__(**_documented(kwargs, {"minimum": least, "maximum": most}))
        self.least, self.most = least, most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value // 1:
            raise ValidationError("must be a whole number")
        if not self.least <= value <= self.most:
            raise ValidationError(f"must be from {self.least} to {self.most:,}")
        return int(value)


class QueryWhole(Whole):
    """The same in a query, where everything arrives as text."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if not re.fullmatch("[0-9]{1,15}", value):
            raise ValidationError("must be a whole number")
        return super()._deserialize(int(value), attr, data, **kwargs)


class YesNo(fields.Boolean):
    """true or false, nothing that resembles them."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise ValidationError("must be true or false")
        return value


class QueryYesNo(YesNo):
    """The same in a query or a browser's form: `true` or `false`."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        return super()._deserialize({"true": True, "false": False}.get(value, value), attr, data, **kwargs)


class Word(fields.String):
    """One of a few words of ours."""

    def __init__(self, choices: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(validate=OneOf(choices, error="must be one of {choices}"), error_messages=REFUSALS, **kwargs)


class Listed(fields.List[Any]):
    """A list of `least` to `most` items."""

    def __init__(self, inner: fields.Field[Any], most: int, *, least: int = 0, **kwargs: Any) -> None:
        size = Length(max=most, min=least or None, error=f"must have {least} to {most} items")
        inner.error_messages = inner.error_messages | REFUSALS
        super().__init__(inner, validate=size, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        if not isinstance(value, list):
            raise ValidationError("must be a list")
        return super()._deserialize(value, attr, data, **kwargs)


def _documented(kwargs: dict[str, Any], bounds: dict[str, Any]) -> dict[str, Any]:
    return kwargs | {"metadata": bounds | (kwargs.get("metadata") or {})}
