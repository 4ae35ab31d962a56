"""What goes into a store, and what is said of it there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from ..model import Record

Outcome = Literal["new", "known"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One report to be kept: its bytes as received, and the record that was read from them.

    `page` is the address that all versions of one page share: the canonical one, if it is known.
    """

    content: bytes
    record: Record
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an entry. `known`: its bytes were there, and nothing changed.

    `supersedes` is the earlier version of the same page that it takes the place of, `superseded_by` the later
    one that was there before it.
    """

    sha256: str
    outcome: Outcome
    supersedes: str | None = None
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """One report of a store, for lists: what is known about it, without its text."""

    sha256: str
    size: int
    file: str | None
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    superseded_by: str | None


@dataclass(frozen=True, slots=True)
class Held:
    """A `Figure`, `Quote`, `Actor`, … in its field of a record, and when its report was published."""

    field: str
    value: Any
    record: Record
    published: str | None

    @property
    def report(self) -> str:
        return self.record.report.sha256
