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


def paragraphs(text: str, marks: Iterable[Mark], title: str | None = None) -> str:
    """The text as paragraphs of HTML with its marks; the first is a heading where it is the title."""
    pending = sorted(marks)
    anchored: set[str] = set()  # names already given to a place on the page
    found = []
    for number, match in enumerate(_PARAGRAPH.finditer(text)):
        near = [mark for mark in pending if mark.start < match.end() and mark.end > match.start()]
        inner = "".join(_segment(text, segment, anchored) for segment in flatten(near, *match.span()))
        tag = "h1" if number == 0 and match[0] == title else "p"
        found.append(f"<{tag}>{inner}</{tag}>")
    return "\n".join(found)


def _segment(text: str, segment: Segment, anchored: set[str]) -> str:
    words = escape(visible(text[segment.start : segment.end]))
    if not segment.marks:
        return words
    values = " ".join(dict.fromkeys(mark.value for mark in segment.marks))
    kinds = " ".join(dict.fromkeys(mark.kind for mark in segment.marks))
    names = dict.fromkeys(anchor(mark.value, mark.start) for mark in segment.marks)
    new = [name for name in names if name not in anchored]
    anchored.update(new)
    targets = "".join(f'<a id="{name}"></a>' for name in new)
    focus = ' tabindex="0"' if new else ""
    return f'{targets}<mark class="{kinds}" data-v="{values}"{focus}>{words}</mark>'


def anchor(value: str, start: int) -> str:
    """The name of the place on the page where the words of a value begin."""
    return f"w-{value}-{start}"
