"""Words of a report with those around them: the paragraphs in which they stand, what is meant marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model import Record, Span
from ..highlight import Mark, flatten

_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, marked or not."""

    text: str
    marked: bool


Passage = Sequence[Piece]


def passages(record: Record, spans: Iterable[Span], most: int = 6) -> list[Passage]:
    """The paragraphs that hold any of these words, in order, at most so many."""
    marks = [Mark(span.start, span.end, "words", "words") for span in spans]
    found: list[Passage] = []
    for match in _PARAGRAPH.finditer(record.text):
        near = [mark for mark in marks if mark.start < match.end() and mark.end > match.start()]
        if near and len(found) < most:
            found.append(pieces(record.text, near, *match.span()))
    return found


def pieces(text: str, marks: Iterable[Mark], start: int, end: int) -> list[Piece]:
    """A stretch of text in pieces."""
    return [Piece(text[one.start : one.end], bool(one.marks)) for one in flatten(marks, start, end)]
