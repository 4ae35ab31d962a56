"""Characters as they came → characters that can be read: newlines, spaces, invisible ones, NFC.

Typographic quotes and dashes stay as they are. What is taken out silently carries no word: control
characters, bidirectional overrides, zero-width and soft hyphens, byte order marks.
"""

from __future__ import annotations

import re
import unicodedata

# No word of a language has so many letters; addresses of pages do, base64 has more.
LONGEST_WORD = 400

_NEWLINE = re.compile(r"\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_REMOVED = re.compile(
    "\x1b\\[[0-9;]{0,12}[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD},}}")
# UTF-8 that was once read as Windows-1252 and written again: "â€™" for "’", "Ã©" for "é".
_LATER = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE = re.compile(f"[Â-ß][{_LATER}]|[à-ï][{_LATER}]{{2}}|[ð-ô][{_LATER}]{{3}}")


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with sound characters only, and notes on what was more than cosmetic."""
    notes: list[str] = []
    if text.isascii() and not _REMOVED.search(text):
        text = _NEWLINE.sub("\n", text).replace("\t", " ")
    else:
        text = _uncommon(text, notes)
    return text, tuple(notes)


def without_runs(text: str) -> tuple[str, int]:
    """The text without runs of characters that are too long for words, and how many there were."""
    return _LONG_WORD.subn(" ", text) if len(text) >= LONGEST_WORD and _LONG_WORD.search(text) else (text, 0)


def line(text: str) -> str:
    """One line: runs of white space as one space, none at the ends."""
    return " ".join(text.split())


def _uncommon(text: str, notes: list[str]) -> str:
    text, surrogates = _SURROGATE.subn("\ufffd", text)
    if surrogates:
        notes.append(f"{surrogates} lone surrogate(s), which are no characters, read as U+FFFD.")
    text, mended = _MOJIBAKE.subn(_mend, text) if _MOJIBAKE.search(text) else (text, 0)
    if mended:
        notes.append("Some characters had been encoded twice (such as â€™ for ’) and were restored.")
    text = _NEWLINE.sub("\n", text)
    text = _SPACE.sub(" ", _REMOVED.sub("", text))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _mend(found: re.Match[str]) -> str:
    octets = bytearray()
    for character in found[0]:
        try:
            octets += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return found[0]
            octets.append(ord(character))  # the five bytes that Windows-1252 leaves undefined
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
