"""Lines → paragraphs: blank lines, one line a paragraph, or lines broken at a fixed width.

Does not say what a paragraph is for (`parts` does).
"""

from __future__ import annotations

import re
from itertools import pairwise

from .characters import line as tidy

# Lines broken by a program are shorter than this; a longer line is a whole paragraph.
WIDEST = 110
NARROWEST = 40
# Of the line breaks inside blocks, this share must be where a program would have put them.
# 0.5 to 0.8 part the same on texts tried: lists have hardly any such break, wrapped texts nearly all.
SHARE = 0.65
# What begins a paragraph wherever it stands: a bullet, a number, a time stamp.
_OWN = re.compile(r"\s*(?:[*•·▪●◦‣–—-]\s|\[?\d{1,2}[:.h]\d{2}\b|\(?\d{1,3}[.)]\s|#{1,4}\s|>)")

# Words that end no line of their own.
_UNFINISHED = re.compile(r"\b(?:a|an|the|of|in|to|by|with|from|for|on|at|and|or|that)$")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each on one line."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    width = _width(blocks)
    found: list[str] = []
    for block in blocks:
        found.extend(_joined(block, width))
    return [paragraph for paragraph in found if paragraph]


def _width(blocks: list[list[str]]) -> int | None:
    """The width at which a program broke the lines; None when each line is a paragraph of its own."""
    width = max((len(line) for block in blocks for line in block), default=0)
    if not NARROWEST <= width <= WIDEST:
        return None
    pairs = [pair for block in blocks for pair in pairwise(block)]
    broken = sum(_broken(first, second, width) for first, second in pairs)
    return width if len(pairs) > 1 and broken >= SHARE * len(pairs) else None


def _broken(first: str, second: str, width: int) -> bool:
    """Whether the second line goes on with the first: its first word would not have fitted there."""
    if _OWN.match(second) or second.startswith("  ") > first.startswith("  "):
        return False
    words = second.split(None, 1)
    return len(first) + 1 + len(words[0]) > width - 4


def _goes_on(first: str, second: str) -> bool:
    """Whether markup broke a sentence in two: the second line begins, or the first ends, as none does."""
    if _OWN.match(second):
        return False
    return (first[-1].isalnum() and second.lstrip()[0].islower()) or _UNFINISHED.search(first) is not None


def _joined(block: list[str], width: int | None) -> list[str]:
    joined: list[list[str]] = []
    for k, line in enumerate(block):
        if k and (_broken(block[k - 1], line, width) if width else _goes_on(block[k - 1], line)):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [tidy(" ".join(lines)) for lines in joined]
