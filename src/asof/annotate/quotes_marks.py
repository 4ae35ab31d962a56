"""Stretches between quotation marks: curly, straight, doubled single, single, nested, unbalanced, over paragraphs.

Says where the marks are, not whether somebody speaks: titles and scare quotes are stretches too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

DOUBLE = re.compile(r"[“”„«»\"]|``|''|’’|‘‘")
SINGLE = re.compile(r"[‘’']")
OPENING = frozenset({"“", "``", "„", "«", "‘‘"})
CLOSING = frozenset({"”", "»", "’’"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text from an opening mark to its closing one: `start`/`end` with the marks, `inner` without."""

    start: int
    end: int
    first: int
    last: int
    closed: bool = True
    several: bool = True  # more than one word: not a nickname or a doubted word


def stretches(text: str, start: int, end: int) -> list[Stretch]:
    """The outermost quoted stretches of one paragraph."""
    found = _double(text, start, end)
    free, edges = start, []
    for stretch in found:
        edges.append((free, stretch.start))
        free = stretch.end
    edges.append((free, end))
    for low, high in edges:
        found.extend(_single(text, low, high))
    found.sort(key=lambda stretch: stretch.start)
    return [replace(s, several=" " in text[s.first : s.last].strip()) for s in found]


def _double(text: str, start: int, end: int) -> list[Stretch]:
    found: list[Stretch] = []
    opened: re.Match[str] | None = None
    depth = 0
    for mark in DOUBLE.finditer(text, start, end):
        kind = mark.group()
        before = text[mark.start() - 1] if mark.start() > start else " "
        after = text[mark.end()] if mark.end() < end else " "
        if opened is None:
            if kind == '"' and before.isdigit() and not after.isalpha():
                continue  # inches
            if kind in OPENING or (not after.isspace() and (before.isspace() or before in "([—–-:―/")):
                opened, depth = mark, 0
            continue
        if kind in OPENING:
            depth += 1
        elif kind in CLOSING and depth and opened.group() in OPENING:
            depth -= 1
        elif kind not in CLOSING and before.isspace() and not after.isspace():
            depth += 1  # a straight mark that opens inside a quote
        elif kind not in CLOSING and depth and not after.isspace() and after.isalnum():
            continue
        elif kind not in CLOSING and depth:
            depth -= 1
        else:
            found.append(Stretch(opened.start(), mark.end(), opened.end(), mark.start()))
            opened = None
    if opened is not None:
        found.append(_unclosed(text, opened, start, end))
    return found


def _unclosed(text: str, opened: re.Match[str], start: int, end: int) -> Stretch:
    """A quote without an end: it lasts as long as its paragraph when it opens it, else to the end of the sentence."""
    last = end
    if opened.start() > start:
        following = text[end : end + 4].lstrip()
        if not following or following[0] not in "“\"'`”":
            stop = re.compile(r"[.!?](?=\s|$)").search(text, opened.end(), end)
            last = stop.end() if stop else end
    while last > opened.end() and text[last - 1].isspace():
        last -= 1
    return Stretch(opened.start(), last, opened.end(), last, closed=False)


def _single(text: str, start: int, end: int) -> list[Stretch]:
    found: list[Stretch] = []
    position = start
    while position < end:
        opened = next((m for m in SINGLE.finditer(text, position, end) if _opens(text, m, start)), None)
        if opened is None:
            break
        closers = [m for m in SINGLE.finditer(text, opened.end() + 1, end) if _closes(text, m, end, opened.group())]
        closed = next((m for m in closers if text[m.start() - 1] in ",.?!…—"), closers[0] if closers else None)
        if closed is None:
            position = opened.end()
            continue
        found.append(Stretch(opened.start(), closed.end(), opened.end(), closed.start()))
        position = closed.end()
    return found


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    if mark.group() == "’":
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 2]
    return (before.isspace() or before in "([—–:") and bool(after) and (after[0].isalpha() or mark.group() == "‘")


def _closes(text: str, mark: re.Match[str], end: int, opening: str) -> bool:
    if mark.group() == "‘" or (opening == "‘") != (mark.group() == "’"):
        return False
    after = text[mark.end()] if mark.end() < end else " "
    return not text[mark.start() - 1].isspace() and not after.isalnum()
