"""Where words of a gold record stand in a text, and who is matched with whom.

Gold records quote the report; a quote may leave words out ("first words … last words") and may use
other quotation marks or spacing than the text. Does not judge what the words mean.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

WORD = re.compile(r"\w+")
ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)\s*")
FOLD = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚´`ʼ", "'") | dict.fromkeys("–—−‐‑", "-"))
BREAK = re.compile(r"\n+|(?<=[.!?][\"”’)])\s|(?<=[a-z0-9)][.!?])\s")
Range = tuple[int, int]
G = TypeVar("G")
P = TypeVar("P")


def fold(text: str) -> str:
    """The text in lower case with plain quotation marks and spaces, character by character (offsets hold)."""
    plain = "".join(lowered if len(lowered := c.lower()) == 1 else c for c in text.translate(FOLD))
    return re.sub(r"\s", " ", plain)


def bare(text: str) -> str:
    """The text without accents, in lower case: for comparing names, not for offsets."""
    apart = unicodedata.normalize("NFKD", text.translate(FOLD))
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def occurrences(text: str, phrase: str, after: int = 0) -> list[Range]:
    """Every place where the words of the phrase follow each other, whatever stands between them is not a word."""
    words = WORD.findall(fold(phrase))
    if not words:
        return []
    pattern = re.compile(r"(?<!\w)" + r"\W+".join(map(re.escape, words)) + r"(?!\w)")
    return [found.span() for found in pattern.finditer(fold(text), after)]


def locate(text: str, quote: str) -> list[Range]:
    """The ranges that a gold quote may stand for, best first: of the parts around an ellipsis, the shortest stretch."""
    parts = [part for part in ELLIPSIS.split(quote) if WORD.search(part)]
    if not parts:
        return []
    found = []
    for start, end in occurrences(text, parts[0]):
        for part in parts[1:]:
            following = occurrences(text, part, end)
            if not following:
                break
            end = following[0][1]
        else:
            found.append((start, end))
    return sorted(found, key=lambda r: (r[1] - r[0], r[0])) if len(parts) > 1 else found


def word_starts(text: str, ranges: Sequence[Range]) -> frozenset[int]:
    """Where the words inside these ranges begin: overlap of texts as set arithmetic."""
    return frozenset(w.start() + start for start, end in ranges for w in WORD.finditer(text[start:end]))


def sentence_at(text: str, offset: int) -> Range:
    """The sentence (roughly) around an offset, never beyond its paragraph."""
    start = max((found.end() for found in BREAK.finditer(text, 0, offset)), default=0)
    end = BREAK.search(text, offset)
    return start, end.start() if end else len(text)


def pair(
    wanted: Sequence[G], found: Sequence[P], quality: Callable[[G, P], tuple[float, ...] | None]
) -> list[tuple[int, int]]:
    """Gold and ours, one to one, the best pair first; `quality` is null where the two cannot be the same."""
    ranked = []
    for g, gold in enumerate(wanted):
        for p, ours in enumerate(found):
            value = quality(gold, ours)
            if value is not None:
                ranked.append((tuple(-v for v in value), g, p))
    matched: dict[int, int] = {}
    for _, g, p in sorted(ranked):
        if g not in matched and p not in matched.values():
            matched[g] = p
    return sorted(matched.items())
