"""Stable ids, and rows of one file that may be one firm."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from pathlib import PurePath

from rapidfuzz import fuzz

from matchmaker.intake.draft import Draft
from matchmaker.intake.problems import problem
from matchmaker.text.folding import fold

SIMILAR = 80.0
"""Least likeness (rapidfuzz `token_set_ratio`, 0–100) of two names without their legal forms under one tax code.

`CTY TNHH DAP KIM LOAI HA MAO` is 100 like its marked form; different firms of one trade stay below 60.
"""
COMPARED = 20
SLUG_LENGTH = 40

_LEGAL_FORM = re.compile(
    r"\b(?:cong ty|cty|tong cong ty|ctcp|tnhh|mtv|mot thanh vien|co phan|cp|dntn|doanh nghiep tu nhan"
    r"|joint stock company|jsc|company|limited|co|ltd|corporation|corp|inc)\b"
)


def slug_of(name: str) -> str:
    """The letters and digits of a file's name or a source, joined by dashes."""
    words = re.findall(r"[a-z0-9]+", fold(PurePath(name).stem if "." in name else name))
    return "-".join(words)[:SLUG_LENGTH].strip("-") or "list"


def name_ids(drafts: Iterable[Draft], slug: str) -> None:
    """Gives every draft an id that depends on the source, the name and the tax code, and on nothing else.

    Rows with the same name and tax code are told apart by `-2`, `-3`, …, and a warning.
    """
    seen: dict[str, list[Draft]] = {}
    for draft in drafts:
        key = f"{fold(draft.form['name'])}|{draft.form.get('tax_code', '')}"
        stem = f"{slug}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
        same = seen.setdefault(stem, [])
        same.append(draft)
        draft.form["id"] = stem if len(same) == 1 else f"{stem}-{len(same)}"
        if len(same) > 1:
            found = draft.form["name"]
            draft.problems.append(problem("repeated-row", draft.place, found, other_row=same[0].place.row))


def compare_tax_codes(drafts: Iterable[Draft]) -> None:
    """Warns of rows that share a tax code: one firm if the names are similar, else a conflict for a person.

    Rows with the same name are told apart elsewhere; each new name is compared with the first `COMPARED` names before.
    """
    by_code: dict[str, dict[str, Draft]] = {}
    for draft in drafts:
        if code := draft.form.get("tax_code"):
            names = by_code.setdefault(code, {})
            key = fold(draft.form["name"])
            if names and key not in names:
                _warn(code, draft, list(islice(names.values(), COMPARED)))
            names.setdefault(key, draft)


def _warn(code: str, draft: Draft, earlier: list[Draft]) -> None:
    name = draft.form["name"]
    other = max(earlier, key=lambda one: likeness(one.form["name"], name))
    similar = likeness(other.form["name"], name) >= SIMILAR
    draft.problems.append(
        problem(
            "duplicate-likely" if similar else "tax-code-conflict",
            replace(draft.place, column=draft.origins["tax_code"].column),
            code,
            name=name,
            row=draft.place.row,
            other_name=other.form["name"],
            other_row=other.place.row,
        )
    )


def likeness(a: str, b: str) -> float:
    """How alike two company names are without their legal forms, 0–100."""
    return fuzz.token_set_ratio(_core(a), _core(b))


def _core(name: str) -> str:
    """`co` is only taken for “Co.” behind the name: in front it is `cơ` (mechanical)."""
    folded = " ".join(re.findall(r"[^\W_]+", fold(name)))
    folded = re.sub(r"^co\b", "cokhi", folded)
    return _LEGAL_FORM.sub(" ", folded)
