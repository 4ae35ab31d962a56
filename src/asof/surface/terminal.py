"""Lines for a terminal: emphasis, width of characters, wrapping."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .visible import visible

KEPT = "\u00a0"  # a blank at which no line is broken; written as a plain blank
_WORDS = re.compile(r"[^ \t\n\r\f\v]+")


@dataclass(frozen=True, slots=True)
class Ink:
    """Emphasis, or none of it (`colour=False`): then every method gives the words back as they are."""

    colour: bool = False

    def _marked(self, code: str, words: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if self.colour and words else words

    def strong(self, words: str) -> str:
        return self._marked("1", words)

    def faint(self, words: str) -> str:
        return self._marked("2", words)

    def title(self, words: str) -> str:
        return self._marked("1;4", words)

    def number(self, words: str) -> str:
        return self._marked("1;33", words)

    def source(self, words: str) -> str:
        return self._marked("36", words)

    def warn(self, words: str) -> str:
        return self._marked("31", words)


def columns(text: str) -> int:
    """Columns that the text takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most this many columns, broken at white space; a longer word is cut.

    Words joined by `KEPT` stay on one line.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in _WORDS.findall(visible(text)):
        size = columns(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = "", 0
        while not line and size > width:
            lines.append(word[:width])
            word = word[width:]
            size = columns(word)
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    if line or not lines:
        lines.append(line)
    return [line.replace(KEPT, " ") for line in lines]


def pad(text: str, width: int, right: bool = False) -> str:
    """The text filled up with blanks to this many columns."""
    blanks = " " * max(0, width - columns(text))
    return blanks + text if right else text + blanks
