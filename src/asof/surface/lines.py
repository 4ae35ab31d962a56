"""Lines of a page for a terminal: headings, blocks and rows of label and value, wrapped to a width."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .terminal import Ink, columns, pad, wrap

NARROWEST = 40
Paint = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Lines:
    """Makes lines of at most `width` columns, with the emphasis of `ink`."""

    width: int
    ink: Ink

    def heading(self, title: str) -> Iterator[str]:
        yield ""
        yield self.ink.strong(title.upper())
        yield self.ink.faint("─" * self.width)

    def block(self, text: str, indent: int, paint: Paint = str, hang: bool = False) -> Iterator[str]:
        for k, line in enumerate(wrap(text, self.width - indent - (2 if hang else 0))):
            yield " " * (indent + (2 if hang and k else 0)) + paint(line)

    def row(
        self, label: str, value: str, indent: int, size: int, paint: Paint = str, right: bool = False
    ) -> Iterator[str]:
        first, *more = wrap(label, self.width - indent)
        fits = columns(first) <= size and not more
        if not fits:
            for line in (first, *more):
                yield " " * indent + paint(line)
        for k, line in enumerate(wrap(value, self.width - indent - size - 1)):
            cell = pad(first, size, right) if fits and k == 0 else " " * size
            yield " " * indent + paint(cell) + " " + line
