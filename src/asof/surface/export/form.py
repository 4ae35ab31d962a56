"""What a format is (`Format`), and what it is given to work with (`Job`).

A format is one module of this folder with a constant `FORMAT`, and one line in `FORMATS`. Its `write` draws
incidents and records from `job.source`, opens its files with `job.sink`, and tells `job.losses` of every row that
it leaves out and of every cell whose value is the format's convention more than a fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from .cells import CommaSeparated
from .losses import Losses
from .options import Options
from .sink import Sink
from .source import Source


@dataclass(frozen=True, slots=True)
class Job:
    """One run of a format."""

    source: Source
    sink: Sink
    losses: Losses
    options: Options
    producer: str

    def table(self, name: str, header: Sequence[str], tags: Mapping[str, str]) -> CommaSeparated:
        """A comma-separated file of the format, opened; with a row of HXL hashtags where one is asked for."""
        row = [tags.get(column, "") for column in header] if self.options.hxl else None
        return CommaSeparated(self.sink.open(name), header, row)

    def line(self, stream: BinaryIO, line: str, kind: str) -> None:
        """One more JSON line of this kind."""
        stream.write((line + "\n").encode())
        self.losses.row(kind)


@dataclass(frozen=True, slots=True)
class Format:
    """A way out.

    `files` are the names of what it writes: one, or several in a folder or zip; `beside`: the first of several may
    also be a file of its own, with the others beside it. `columns`: those of each file that is a table. `silent`: what
    the format has room for and asof does not know, or what asof knows and the format has no room for; it stands in
    every report. `ids` reads the ids from what was written: of a stream of its first file.
    """

    name: str
    files: tuple[str, ...]
    write: Callable[[Job], None]
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside: bool = False
    silent: tuple[str, ...] = ()
    ids: Callable[[Path], Iterator[str]] | None = None
    deleted: tuple[str, str] = ("id", "deleted_timestamp")
    takes: frozenset[str] = frozenset()
