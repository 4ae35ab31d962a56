"""What was received: a report's bytes, its clean text, and what was seen there and not coded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PartKind = Literal[
    "headline", "summary", "body", "entry", "correction",  # carry meaning: see CODED_PARTS
    "dateline", "byline", "note", "credit", "label",  # about the report, not about the world
]  # fmt: skip
CODED_PARTS: frozenset[str] = frozenset({"headline", "summary", "body", "entry", "correction"})


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of a document: `document.text[start:end] == text`. Make one with `Document.span`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """The facts about the bytes as received. `published` carries its UTC offset where the report does."""

    sha256: str
    size: int
    file: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    fetched: str | None = None
    language: str | None = None
    media_type: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text with one function. `published` is its own moment (a live blog's entry)."""

    kind: PartKind
    start: int
    end: int
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """`EL OBEID, Sudan, March 10 (NileWire) -`: where and by whom a report was filed, as words."""

    span: Span
    places: tuple[Span, ...]
    date: Span | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Clean text of a report: the headline, a blank line, then paragraphs, each a `Part`.

    Parts do not overlap, are in order, and cover all that is not white space. A dateline, a time
    stamp of a live blog's entry or a number of a paragraph is a part of its own, so that the part
    which follows begins with the sentence proper.
    """

    report: Report
    text: str
    parts: tuple[Part, ...] = ()
    datelines: tuple[Dateline, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    @property
    def id(self) -> str:
        return self.report.sha256

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, self.text[start:end])

    @property
    def opening(self) -> str:
        """The first words below the headline: a label, a dateline or the first paragraph."""
        return next((self.text[p.start : p.end] for p in self.parts if p.kind != "headline"), "")

    def part_at(self, offset: int) -> Part | None:
        return next((p for p in self.parts if p.start <= offset < p.end), None)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something seen and not coded, and why. `what` names the kind ("figure", "place", "report")."""

    what: str
    reason: str
    evidence: tuple[Span, ...] = ()
