"""How much of a content is read: no data between the words, no headline twice, no more than can be parsed.

What is left out is said in notes.
"""

from __future__ import annotations

import re

from .characters import LONGEST_WORD, line, without_runs
from .content import Content

# spaCy needs some 1 GB of memory for 100,000 characters, and a report has a few thousand.
LONGEST_TEXT = 200_000


def limited(content: Content) -> tuple[list[str], list[str]]:
    """Paragraphs that can be parsed, without the headline said again, and notes on what was left out."""
    cleaned = [without_runs(paragraph) for paragraph in content.paragraphs]
    runs = sum(count for _, count in cleaned)
    listed = [paragraph for text, count in cleaned if (paragraph := line(text) if count else text)]
    notes = []
    if runs:
        notes.append(
            f"{runs} run(s) of {LONGEST_WORD} or more characters without a space are no words and were left out."
        )
    if listed and content.title and _same(listed[0], content.title):
        listed.pop(0)
    room = LONGEST_TEXT - len(content.title or "")
    total = sum(len(paragraph) + 2 for paragraph in listed)
    if total <= room:
        return listed, notes
    kept: list[str] = []
    for paragraph in listed:
        if len(paragraph) + 2 > room:
            if len(kept) < 3:  # one endless paragraph: as much of it as there is room for
                kept.append(paragraph[:room].rsplit(None, 1)[0])
            break
        kept.append(paragraph)
        room -= len(paragraph) + 2
    notes.append(
        f"The text has {total:,} characters; only the first {sum(map(len, kept)):,} were read "
        f"(the limit for one report is {LONGEST_TEXT:,}). Split it into reports to have all of it read."
    )
    return kept, notes


def _same(first: str, second: str) -> bool:
    def plain(words: str) -> str:
        return re.sub(r"\W+", "", words).casefold()

    return plain(first) == plain(second)
