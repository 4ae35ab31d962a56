"""CSV and TSV → items, one a row, by a map of columns.

The delimiter is the one that makes the columns' names appear; the first row must hold names. A row that does not fit
them is an item with a problem, and the next row is read.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from ..errors import UnreadableReport
from . import columns as tables
from .item import Item
from .streams import lines

_DELIMITERS = (",", "\t", ";", "|")
# A field longer than this is a quotation mark that was never closed: the longest saved pages have some 10 MB, but
# nobody keeps those in tables, and a report's text may have 200,000 characters.
LONGEST_FIELD = 2_000_000


def header(head: str, given: Mapping[str, str]) -> tuple[str, list[str]] | None:
    """The delimiter and the columns' names; None when the first line names no text of a report."""
    first = head.lstrip("\r\n").split("\n", 1)[0].rstrip("\r")
    found = []
    for delimiter in _DELIMITERS:
        try:
            names = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
        except csv.Error:
            continue
        columns = tables.named(names, given)
        if "text" in columns and (len(columns) > 1 or given):
            found.append((len(columns), len(names), delimiter, names))
    if not found:
        return None
    _, _, delimiter, names = max(found, key=lambda one: one[:2])
    return delimiter, names


def read_rows(stream: BinaryIO, name: str, head: str, given: Mapping[str, str]) -> Iterator[Item]:
    """One item a row, named for the line that it begins on."""
    sniffed = header(head, given)
    if sniffed is None:
        raise UnreadableReport(_no_text(head, given))
    delimiter, names = sniffed
    columns = tables.named(names, given)
    begun = False
    for number, row in _rows(_Lines(stream), delimiter):
        if row is None:
            yield Item(f"{name}:{number}", problem="The row is broken: a quotation mark in it is never closed.")
        elif any(cell.strip() for cell in row):
            if begun:
                yield _item(f"{name}:{number}", row, names, columns)
            begun = True


def _rows(characters: _Lines, delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """Rows with the numbers of the lines that they begin on; None for one that does not end, and then the next line."""
    csv.field_size_limit(LONGEST_FIELD)
    rows = csv.reader(characters, delimiter=delimiter)
    while True:
        characters.taken.clear()
        try:
            row: list[str] | None = next(rows)
            if characters.ended and sum(line.count('"') for _, line in characters.taken) % 2:
                row = None
        except StopIteration:
            return
        except csv.Error:
            row = None
        yield characters.taken[0][0], row
        if row is None:
            characters.back()
            rows = csv.reader(characters, delimiter=delimiter)


class _Lines:
    """Lines as characters, which can be given again from the second of a row on."""

    def __init__(self, stream: BinaryIO) -> None:
        self._lines, self._again = lines(stream, LONGEST_FIELD), deque[tuple[int, str]]()
        self.taken: list[tuple[int, str]] = []
        self.ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        one = self._again.popleft() if self._again else self._read()
        if one is None:
            self.ended = True
            raise StopIteration
        self.taken.append(one)
        return one[1]

    def back(self) -> None:
        self._again.extendleft(reversed(self.taken[1:]))
        self.ended = False

    def _read(self) -> tuple[int, str] | None:
        """The next line; one that is too long for a report is empty."""
        number, line = next(self._lines, (0, b""))
        if not number:
            return None
        try:
            return number, "\n" if line is None else line.decode("utf-8")
        except UnicodeDecodeError:
            return number, (line or b"").decode("cp1252", "replace")


def _item(name: str, row: list[str], names: list[str], columns: Mapping[str, str]) -> Item:
    if len(row) > len(names):
        return Item(name, problem=f"The row has {len(row)} cells, and there are {len(names)} columns.")
    fields = dict(zip(names, row, strict=False))
    if not tables.has_text(fields, columns):
        return Item(name, problem=f"The row has no text in the column {columns['text']!r}.")
    return Item(name, tables.article(fields, columns))


def _no_text(head: str, given: Mapping[str, str]) -> str:
    first = head.lstrip("\r\n").split("\n", 1)[0].strip()[:200]
    asked = f" The column {given['text']!r} is not among them." if "text" in given else ""
    return (
        f"The table's first line is {first!r}, which names no column with the text of reports.{asked} "
        "Say which it is: --map text=COLUMN (and published=, title=, url=, publisher=)."
    )
