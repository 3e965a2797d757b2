"""What people are told, in both languages."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from matchmaker import intake
from matchmaker.intake import read_suppliers
from matchmaker.intake.problems import Place, problem, problem_texts
from matchmaker.text.folding import is_marked

SENTENCES = ("message", "advice", "message_vi", "advice_vi")


@pytest.mark.parametrize("code", problem_texts())
def test_every_problem_says_what_is_wrong_and_what_to_do(code: str) -> None:
    texts = problem_texts()[code]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    assert texts["severity"] in ("error", "warning", "note")
    assert all(texts[key].endswith(".") for key in SENTENCES)
    assert is_marked(texts["message_vi"])
    assert is_marked(texts["advice_vi"])


@pytest.mark.parametrize("code", problem_texts())
def test_both_languages_tell_the_same_facts(code: str) -> None:
    texts = problem_texts()[code]
    for english, vietnamese in (("message", "message_vi"), ("advice", "advice_vi")):
        assert places(texts[english]) == places(texts[vietnamese])


def test_every_code_of_the_program_is_in_the_table_and_the_other_way_round() -> None:
    folder = Path(intake.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    assert {code for code in problem_texts() if f'"{code}"' not in source} == set()
    used = set(re.findall(r'(?:report\(|problem\()\s*"([a-z-]+)"', source))
    assert used <= set(problem_texts())


def test_a_long_cell_is_quoted_in_part_and_kept_whole() -> None:
    found = problem("layout-row", Place("a.csv"), "x" * 500)
    assert len(found.message) < 300
    assert found.found == "x" * 500


def test_braces_in_a_cell_are_only_text() -> None:
    assert "{row} {0}" in problem("layout-row", Place("a.csv"), "{row} {0}").message


@pytest.mark.parametrize("name", ["suppliers-association.xlsx", "suppliers-fair.csv", "suppliers-legacy.csv"])
def test_problems_of_the_sample_say_where_they_are(sample: Path, name: str) -> None:
    reading = read_suppliers((sample / name).read_bytes(), name)
    assert reading.problems
    for one in reading.problems:
        assert one.filename == name
        assert one.found in one.message or len(one.found) > 200 or one.code == "encoding-assumed"
        assert "{" not in one.message + one.message_vi


def places(text: str) -> set[str]:
    """The values that a sentence shows, by one name in both languages."""
    return {(name or "").removesuffix("_vi") for _, name, _, _ in string.Formatter().parse(text) if name}
