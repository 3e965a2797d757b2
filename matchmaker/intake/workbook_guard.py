"""Whether a workbook is safe to hand to the reader, found out without unpacking more than the limits allow."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from typing import IO
from xml.parsers import expat

from matchmaker.errors import FileRefused
from matchmaker.intake import limits

CHUNK = 1 << 16
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    expat.ExpatError,
    ValueError,
    OverflowError,
)
"""What the archive and XML readers raise on bytes that are cut off or changed."""

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def check_workbook(content: bytes) -> None:
    """Refuse what is no .xlsx, is damaged, or would unpack into more than `limits` allow.

    The directory of the archive is judged first. Then every XML part is read once: none may declare a document type
    (entities can expand without bound), and a sheet is measured by the cells that really hold something, because the
    reader lays out a full grid up to the farthest of them, whatever the sheet says its size is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_directory(archive, len(content))
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels", ".vml")):
                    with archive.open(part) as stream:
                        _Guard(part.filename).read(stream)
    except DAMAGE as error:
        raise damaged() from error
    except (RuntimeError, NotImplementedError) as error:
        raise FileRefused(
            "The workbook is encrypted or packed in an unusual way. Save it again as .xlsx without a password.",
            code="not-a-table",
        ) from error


def damaged() -> FileRefused:
    """The refusal of a workbook that is cut off or broken."""
    return FileRefused(
        "The workbook is damaged or was not uploaded completely; nothing was read. Open it in Excel to see whether it "
        "is whole, then upload it again.",
        code="damaged-workbook",
    )


def _check_directory(archive: zipfile.ZipFile, packed: int) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > limits.PARTS:
        raise limits.too_large(f"{len(parts)} parts inside", limits.PARTS)
    if unpacked > limits.UNPACKED_BYTES:
        raise limits.too_large(f"{unpacked:,} bytes when unpacked", limits.UNPACKED_BYTES)
    if unpacked > packed * limits.UNPACKED_RATIO:
        raise limits.too_large(f"content packed {unpacked // max(packed, 1)} to 1", limits.UNPACKED_RATIO)
    if not any(name.endswith("workbook.xml") for name in names):
        raise FileRefused(
            "This is no .xlsx workbook. Open it in the program it comes from and save it as .xlsx.", code="not-a-table"
        )


class _Guard:
    """Reads one XML part; of a worksheet it counts rows, columns and cells that hold something."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root = ""
        self.row = self.column = self.cells = 0
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.StartElementHandler = self._start

    def read(self, stream: IO[bytes]) -> None:
        while chunk := stream.read(CHUNK):
            if not self.root or self.root == "worksheet":
                self.parser.Parse(chunk, False)
        if not self.root or self.root == "worksheet":
            self.parser.Parse(b"", True)

    def _refuse_doctype(self, *_: object) -> None:
        raise FileRefused(
            f"Part {self.name} of the workbook declares a document type, which no spreadsheet program writes. "
            "Save the workbook again as .xlsx.",
            code="not-a-table",
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        element = tag.rpartition(":")[2]
        if not self.root:
            self.root = element
        elif self.root != "worksheet":
            return
        elif element == "row":
            self.row = int(attributes.get("r") or self.row + 1)
            self.column = 0
        elif element == "c":
            self._move(attributes.get("r", ""))
        elif element in ("v", "t"):
            self._count()

    def _move(self, reference: str) -> None:
        self.column += 1
        if found := _REFERENCE.fullmatch(reference):
            self.column = _column_number(found[1])
            self.row = int(found[2])

    def _count(self) -> None:
        self.cells += 1
        if self.row > limits.ROWS:
            raise limits.too_large(f"something in row {self.row}", limits.ROWS)
        if self.column > limits.COLUMNS:
            raise limits.too_large(f"something in column {self.column}", limits.COLUMNS)
        if self.cells > limits.CELLS:
            raise limits.too_large("too many cells", limits.CELLS)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
