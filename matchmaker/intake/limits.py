"""How large a list may be. Real lists have tens to thousands of rows; these bounds keep a hostile file cheap."""

from matchmaker.errors import FileRefused

FILE_BYTES = 20 * 1024 * 1024
UNPACKED_BYTES = 200 * 1024 * 1024
UNPACKED_RATIO = 100
PARTS = 200
ROWS = 100_000
COLUMNS = 64
CELLS = 1_000_000
CELL_CHARACTERS = 32_767
"""As in Excel."""


def too_large(what: str, limit: int) -> FileRefused:
    """The refusal that names what is too large and the limit."""
    return FileRefused(
        f"The file has {what}; at most {limit:,} can be read. Keep only the list of companies, or split it.",
        code="too-large",
    )
