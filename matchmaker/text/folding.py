"""Vietnamese and other text with and without its marks.

NFC is the one form inside the product. `fold` is for search and comparison only; what was written is kept.
"""

import unicodedata

_D = str.maketrans("đĐ", "dD")


def nfc(text: str) -> str:
    """`text` in Unicode's composed form."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """`text` in lower case without Latin marks, compatibility forms replaced (`５μ` → `5μ`).

    đ is a letter of its own and has no mark to strip, so it is mapped. Japanese and Korean marks stay: there they
    change the word (`が` is not `か`), and Hangul is composed again.
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_D).casefold())
    kept = [
        char
        for index, char in enumerate(decomposed)
        if not (unicodedata.combining(char) and _base(decomposed, index) < "\u0370")
    ]
    return unicodedata.normalize("NFC", "".join(kept))


def is_marked(text: str) -> bool:
    """Whether `text` carries marks that `fold` would strip."""
    return fold(text) != nfc(unicodedata.normalize("NFKC", text)).casefold()


def _base(text: str, index: int) -> str:
    while index and unicodedata.combining(text[index]):
        index -= 1
    return text[index]
