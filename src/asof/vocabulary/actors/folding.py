"""Names made comparable: accents and typographic marks made plain, words joined to a slug."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """The text with typographic apostrophes, dashes and accents made plain, same length as before."""
    if text.isascii():
        return text
    return text.translate(_FOLDED)


def _folded() -> dict[int, str]:
    table = {ord(c): "'" for c in "’‘ʼ`´"} | {ord(c): "-" for c in "‐‑–—"}
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base
    return table | {ord("ı"): "i", ord("ø"): "o", ord("Ø"): "O", ord("ł"): "l", ord("Ł"): "L", ord("đ"): "d"}


_FOLDED = _folded()


def slug(text: str) -> str:
    """Lower-case words joined by hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(text).lower()).split())


def first_word(text: str) -> str:
    """The leading run of letters and digits, by which names are indexed."""
    for i, c in enumerate(text):
        if not c.isalnum():
            return text[:i]
    return text
