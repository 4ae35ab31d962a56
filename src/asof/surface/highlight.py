"""Report text with the words of every value marked, as HTML.

Spans nest and overlap (a figure inside a quote inside an event): they are flattened into segments, each
with all values that cover it, innermost first. Does not know what the values are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from .visible import visible

_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words that carry a value: `value` is the name that its card on the page has."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that the same marks cover from end to end, shortest mark first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def flatten(marks: Iterable[Mark], start: int, end: int) -> Iterator[Segment]:
    """Segments that cover the range without gap or overlap; what lies outside of it is cut off."""
    inside = sorted(mark for mark in set(marks) if mark.start < end and mark.end > start and mark.start < mark.end)
    edges = {start, end}
    for mark in inside:
        edges.update((max(mark.start, start), min(mark.end, end)))
    ordered = sorted(edges)
    waiting, active = iter(inside), list[Mark]()
    coming = next(waiting, None)
    for left, right in pairwise(ordered):
        active = [mark for mark in active if mark.end > left]
        while coming is not None and coming.start <= left:
            active.append(coming)
            coming = next(waiting, None)
        yield Segment(left, right, tuple(sorted(active, key=lambda mark: (mark.end - mark.start, mark))))


def paragraphs(text: str, marks: Iterable[Mark]) -> str:
    """The text as paragraphs of HTML with its marks."""
    pending = sorted(marks)
    anchored: set[str] = set()
    found = []
    for number, match in enumerate(_PARAGRAPH.finditer(text)):
        near = [mark for mark in pending if mark.start < match.end() and mark.end > match.start()]
        inner = "".join(_segment(text, segment, anchored) for segment in flatten(near, *match.span()))
        opening = '<p class="headline">' if number == 0 else "<p>"
        found.append(f"{opening}{inner}</p>")
    return "\n".join(found)


def _segment(text: str, segment: Segment, anchored: set[str]) -> str:
    words = escape(visible(text[segment.start : segment.end]))
    if not segment.marks:
        return words
    values = list(dict.fromkeys(mark.value for mark in segment.marks))
    kinds = " ".join(dict.fromkeys(mark.kind for mark in segment.marks))
    first = [value for value in values if value not in anchored]
    anchored.update(first)
    anchors = "".join(f'<a id="w-{value}"></a>' for value in first)
    focus = ' tabindex="0"' if first else ""
    return f'{anchors}<mark class="{kinds}" data-v="{" ".join(values)}"{focus}>{words}</mark>'
