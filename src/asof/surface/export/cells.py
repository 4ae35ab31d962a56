"""Cells of delimited text: numbers stay numbers, text is made safe for a spreadsheet, the unknown is empty.

A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end. Before such text stands one
apostrophe; where text begins with apostrophes and then such a character, one more. `restored` takes it off again,
so that nothing is lost. Numbers are never changed: `-6.83` is a number. Control characters, overrides of
direction and lone surrogates are shown as `⟨U+202E⟩`, as on all pages; JSON lines and Parquet keep them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from ..visible import visible

Cell = str | int | float | bool | None | Sequence[str]
# The full-width forms are run by some spreadsheets too.
_RUN = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def safe(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would run it."""
    return f"'{text}" if _RUN.match(text) else text


def restored(cell: str) -> str:
    """The text that `safe` was given."""
    return cell[1:] if cell.startswith("'") and _RUN.match(cell) else cell


def plain(value: Cell, between: str = ";") -> str:
    """A value as a cell. Several are joined; the sign that joins them is a comma within one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if not isinstance(value, str):
        value = between.join(one.replace(between, ",") for one in value)
    return safe(_shown(value))


def _shown(text: str) -> str:
    """Visible, but for the line ends and tabs that quoting keeps."""
    return "\r".join(map(visible, text.split("\r")))


def one_line(value: Cell) -> str:
    """A value as a cell of a table that has no quoting: white space of any kind is one blank."""
    return " ".join(plain(value).split())


class CommaSeparated:
    """Rows as RFC 4180 has them, with a header, in UTF-8; lines end in a line feed."""

    def __init__(self, stream: BinaryIO, header: Sequence[str], tags: Sequence[str] | None = None) -> None:
        self._text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        self._rows = csv.writer(self._text, lineterminator="\n")
        self._rows.writerow(header)
        if tags is not None:
            self._rows.writerow(tags)

    def write(self, row: Iterable[Cell]) -> None:
        """One row."""
        self._rows.writerow([plain(value) for value in row])

    def close(self) -> None:
        self._text.close()


class TabSeparated:
    """Rows with tabs between cells and nothing quoted; with a header, or without."""

    def __init__(self, stream: BinaryIO, header: Sequence[str] | None = None) -> None:
        self._stream = stream
        if header is not None:
            self._line(header)

    def write(self, row: Iterable[Cell]) -> None:
        """One row."""
        self._line([one_line(value) for value in row])

    def _line(self, cells: Sequence[str]) -> None:
        self._stream.write(("\t".join(cells) + "\n").encode())

    def close(self) -> None:
        self._stream.close()


def column_of(lines: Iterable[str], name: str) -> Iterator[str]:
    """The cells of one column of comma-separated text, as they were before they were made safe."""
    rows = csv.DictReader(lines)
    if name not in (rows.fieldnames or ()):
        raise ValueError(f"it has no column {name}")
    for row in rows:
        if row[name] is None:
            raise ValueError(f"a row ends before {name}")
        yield restored(row[name])
