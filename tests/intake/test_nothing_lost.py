"""Whatever is sent: only refusals, and every word of every cell still there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import matchmaker
from matchmaker.errors import FileRefused
from matchmaker.intake import Reading, read_suppliers
from matchmaker.records import supplier_from
from matchmaker.text.folding import fold

HEADERS = (
    "Tên doanh nghiệp|Tên giao dịch|MST|Loại hình|KCN|Tỉnh|Địa chỉ|Năm TL|Số LĐ|Website|Sản phẩm chính|Công nghệ"
    "|Vật liệu|Thiết bị|Dung sai|Chứng chỉ|Ngày hết hạn CC|Tổ chức chứng nhận|Số chứng chỉ|Sản lượng/tháng|MOQ"
    "|Lead time|Khách hàng|Thị trường xuất khẩu|Người liên hệ|Chức vụ|Điện thoại|Email|Ghi chú|Xếp loại"
).split("|")
PHRASES = (
    "0,05|mm|±|dung sai|/tháng|1,2 triệu|sp|tấn|ISO 9001:2015|IATF 16949|05/2028|12/2025|(|)|;|,|\n|- |/| / "
    "|đang triển khai|dự kiến|2027|thuê ngoài|mạ|CNC|phay|Hà Nội|KCN Quang Minh|024 3000 0026|a@b.example|x.example"
    "|=1+1|@SUM|~210|200-300|người|không|n/a|—|µm|TÜV SÜD|+|và|cùng|25/4/1980|1998|CPH|0199301825|199301825|'|\"|bộ|k|M"
    "|T|150|12.345,67|TIG|MIG|năm|đánh giá lại|10 ngày|3 tuần|%|°|日本|Mr Nam|gặp"
).split("|")
SPOKEN = set("hl exp hieu luc het han thoi den cung con ngay va".split())
"""Words about an expiry, which its date says."""

SAMPLES = [
    (Path(matchmaker.__file__).parent / "sample" / name).read_bytes()
    for name in ("suppliers-association.xlsx", "suppliers-legacy.csv", "bad/05-formula-injection.csv")
]

quick = settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
cells = st.lists(st.sampled_from(PHRASES), max_size=6).map(" ".join)


@quick
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xef\xbb\xbf"]))
def test_arbitrary_bytes_are_read_or_refused(content: bytes, mark: bytes) -> None:
    assert outcome(mark + content) != "file_refused"


@quick
@given(st.data())
def test_damaged_lists_are_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(SAMPLES)))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    assert outcome(bytes(content)) != "file_refused"


@quick
@given(st.lists(cells, min_size=len(HEADERS), max_size=len(HEADERS)))
def test_every_word_survives_in_the_form_or_in_a_problem(read_table: Callable[..., Reading], row: list[str]) -> None:
    reading = read_table(HEADERS, ["Công ty " + row[0], *row[1:]])
    for header, cell in zip(HEADERS, row, strict=True):
        assert not lost(cell, reading, 2), (header, cell)


@quick
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Mn", "Co", "Cn"]), max_size=60))
def test_any_text_survives_in_a_text_column(read_table: Callable[..., Reading], text: str) -> None:
    for header in ("Địa chỉ", "Sản phẩm", "Ghi chú", "Xếp loại"):
        reading = read_table(["Tên công ty", "MST", header], ["Công ty", "", text])
        assert not lost(text, reading, 2), header


def test_the_sample_lists_keep_every_word(sample: Path) -> None:
    """Telephone numbers aside, which are put into one form."""
    for name in ("suppliers-association.xlsx", "suppliers-fair.csv", "suppliers-legacy.csv"):
        reading = read_suppliers((sample / name).read_bytes(), name)
        for supplier in reading.suppliers:
            for path, origin in supplier.origins.items():
                assert path.startswith("contacts/") or not lost(origin.raw, reading, supplier.row), (supplier.row, path)


def outcome(content: bytes) -> str:
    """`read`, every form being a supplier, or the code of the refusal."""
    try:
        reading = read_suppliers(content, "list")
    except FileRefused as refused:
        return refused.code
    for supplier in reading.suppliers:
        supplier_from(supplier.form)
    return "read"


def lost(text: str, reading: Reading, row: int) -> set[str]:
    """The words and numbers of `text` that are neither in the form of the row nor in what its problems quote.

    A date may be written with other blanks and signs, a telephone number in one piece.
    """
    forms = [one.form for one in reading.suppliers if one.row == row]
    kept = json.dumps([forms, [one.found for one in reading.problems if one.row == row]], ensure_ascii=False)
    together = "".join(re.findall(r"[^\W_]+", fold(kept)))
    return {word for word in words(text) - words(kept) - SPOKEN if word not in together}


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+|\d+", fold(text.replace("\\n", "\n"))))
