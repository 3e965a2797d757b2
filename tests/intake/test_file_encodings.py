"""Text files in the encodings that Vietnamese offices produce."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from matchmaker.errors import FileRefused
from matchmaker.intake import read_suppliers

ROWS = [["Tên doanh nghiệp", "Địa chỉ"], ["Công ty TNHH Đồng Hới", "Mỹ Đình, Hà Nội"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_unicode_and_every_separator(csv_bytes: Callable[..., bytes], encoding: str, delimiter: str) -> None:
    reading = read_suppliers(csv_bytes(*ROWS, delimiter=delimiter, encoding=encoding), "list.csv")
    assert [one.form["name"] for one in reading.suppliers] == ["Công ty TNHH Đồng Hới"]
    assert reading.suppliers[0].form["province"] == "Hà Nội"
    assert reading.problems == ()


def test_windows_1258_is_composed_and_said() -> None:
    """The code page writes most tones as signs of their own; in the product there is only the composed form."""
    text = "Tên công ty,Địa chỉ\nCông ty CP Dệt Việt Thắng,Bắc Ninh\n"
    content = b"".join(_old_bytes(char) for char in text)
    reading = read_suppliers(content, "old.csv")
    assert reading.suppliers[0].form["name"] == "Công ty CP Dệt Việt Thắng"
    assert [problem.code for problem in reading.problems] == ["encoding-assumed"]


def test_the_sample_list_in_windows_1258(sample: Path) -> None:
    reading = read_suppliers((sample / "suppliers-legacy.csv").read_bytes(), "suppliers-legacy.csv")
    assert [one.form["name"] for one in reading.suppliers][4] == "Công ty TNHH Cơ khí đúc Tân Lập Hà"
    assert all(unicodedata.is_normalized("NFC", str(one.form)) for one in reading.suppliers)


def test_decomposed_text_is_composed(csv_bytes: Callable[..., bytes]) -> None:
    rows = [[unicodedata.normalize("NFD", cell) for cell in row] for row in ROWS]
    reading = read_suppliers(csv_bytes(*rows), "list.csv")
    assert reading.suppliers[0].form["name"] == "Công ty TNHH Đồng Hới"


@pytest.mark.parametrize(
    "content",
    [
        b"T\xaan c\xabng ty,M\xb7\nC\xabng ty TNHH \xaexe,1\n",
        "Tên công ty,Địa chỉ\nCông ty,Hà Nội".encode()[:-3] + b"\xff\xff",
        b"Name,Address\n\xc0\xc1\xf5,\x9d\n",
    ],
    ids=["TCVN3", "damaged UTF-8", "neither"],
)
def test_what_fits_no_encoding_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused) as refused:
        read_suppliers(content, "list.csv")
    assert refused.value.code == "wrong-encoding"
    assert "CSV UTF-8" in refused.value.message


@pytest.mark.parametrize("encoding", ["utf-8", "klingon", "idna"])
def test_a_named_encoding_that_does_not_fit_is_refused(encoding: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_suppliers(b"T\xean,M\xe3\nA,B\n", "list.csv", encoding=encoding)
    assert refused.value.code == "wrong-encoding"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\r\n", "empty"),
        (b"%PDF-1.7 ...", "not-a-table"),
        (b"<!DOCTYPE html><html></html>", "not-a-table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "not-a-table"),
        (b"a\x01b,c\x02d\n", "not-a-table"),
        (b"x" * (20 * 1024 * 1024 + 1), "too-large"),
        (b"Name,Address\n" + b'"' + b"x" * 40_000 + b'",y\n', "too-large"),
        (b"Name,Address\n" + b"," * 100 + b"x\n", "too-large"),
        (b"Name,Address\n" + b"A,B\n" * 100_000, "too-large"),
    ],
    ids=["nothing", "blank", "pdf", "html", "xls", "binary", "bytes", "cell", "columns", "rows"],
)
def test_files_that_are_no_list_are_refused_as_a_whole(content: bytes, code: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_suppliers(content, "list.csv")
    assert refused.value.code == code


def _old_bytes(char: str) -> bytes:
    """`char` in Windows-1258: as one byte where the page has it, else as a letter with a tone."""
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        decomposed = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(sign for sign in decomposed if sign not in TONES))
        return (base + "".join(sign for sign in decomposed if sign in TONES)).encode("cp1258")


TONES = "\u0300\u0301\u0303\u0309\u0323"
