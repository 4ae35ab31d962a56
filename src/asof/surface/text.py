"""Record → a page that a person reads at a terminal: what, where, when, who, how many, according to whom, as of when.

Every value stands with the words that carry it. Nothing is added up. Actors and times have no list
of their own here: they stand where they matter; JSON and HTML list them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Event, Figure, Incident, Quote, Record, Skipped, Span
from . import phrase
from .lines import NARROWEST, Lines
from .outline import STATUSES, Count, Happening, Outline, arrange
from .terminal import KEPT, Ink, columns

INDENT = 3
NUMBERS = 18  # most columns for a count: 12,000,001 or more; a longer one has a line of its own
LABELS = 15
WORDINGS = 3  # most wordings shown of one value: an event of a long report has dozens; JSON and HTML list all


def page(record: Record, width: int = 88, ink: Ink | None = None, offsets: bool = False) -> str:
    """The record as a page of this width; `offsets` adds where in the text the quoted words stand."""
    return "\n".join(line.rstrip() for line in _Page(max(width, NARROWEST), ink or Ink(), offsets).lines(record)) + "\n"


@dataclass(frozen=True, slots=True)
class _Page(Lines):
    offsets: bool = False

    def lines(self, record: Record) -> Iterator[str]:
        yield from self.head(record)
        if not record.text:
            for skipped in record.skipped:
                yield ""
                yield from self.block(f"Not read: {skipped.reason}", 0, self.ink.warn)
            return
        outline = arrange(record)
        yield from self.incidents(outline)
        yield from self.others(outline)
        yield from self.quotes(outline.quotes)
        if outline.counts:
            yield from self.heading("Other figures" if outline.incidents else "Figures")
            yield from self.counts(outline.counts)
        yield from self.places(record)
        yield from self.skipped(record.skipped)
        yield from self.versions(record)

    # ── sections ────────────────────────────────────────────────────────────────────────────────

    def head(self, record: Record) -> Iterator[str]:
        report = record.report
        yield from self.block(report.title or report.file or "Untitled report", 0, self.ink.title)
        published = phrase.moment(report.published)
        facts = [report.publisher, f"published {published}" if published else "no date of publication", report.byline]
        yield from self.block(" · ".join(fact for fact in facts if fact), 0)
        for fact in (report.url, report.file if report.title else None):
            if fact:
                yield from self.block(fact, 0, self.ink.faint)

    def incidents(self, outline: Outline) -> Iterator[str]:
        if not outline.incidents:
            return
        yield from self.heading("Incidents")
        for number, happening in enumerate(outline.incidents, start=1):
            if number > 1:
                yield ""
            yield from self.happening(number, happening)

    def happening(self, number: int, happening: Happening) -> Iterator[str]:
        incident = happening.incident
        yield from self.block(f"{number} {_headline(incident)}", INDENT - 2, self.ink.strong, hang=True)
        for label, value in phrase.parties(incident).items():
            yield from self.row(label, value, INDENT, LABELS, self.ink.faint)
        if about := phrase.about(happening.events):
            yield from self.row("Contexts", about, INDENT, LABELS, self.ink.faint)
        if happening.counts:
            yield ""
            yield from self.counts(happening.counts, incident.place)
        if happening.events:
            yield ""
            yield from self.events(happening.events, marked=True)

    def others(self, outline: Outline) -> Iterator[str]:
        for status, events in outline.others:
            alone = status == "occurred" and not outline.incidents
            yield from self.heading("Reported" if alone else STATUSES[status])
            yield from self.events(events)

    def events(self, events: Iterable[Event], marked: bool = False) -> Iterator[str]:
        for event in events:
            when = phrase.period(event.start, event.end)
            facts = [phrase.kind(event), phrase.deed(event), event.place, when, phrase.listed(event.weapons)]
            words = " · ".join(fact for fact in facts if fact)
            if marked and event.status != "occurred":
                words = f"[{event.status}] {words}"
            yield from self.block(f"– {words}", INDENT, hang=True)
            yield from self.block(phrase.source(event.attribution), INDENT + 2, self.ink.source)
            yield from self.words(event.evidence, INDENT + 2)

    def counts(self, counts: Iterable[Count], told: str | None = None) -> Iterator[str]:
        """Figures as a list; the place that is `told` above it is not told again."""
        listed = list(counts)
        size = min(NUMBERS, max(columns(phrase.number(count.figure)) for count in listed))
        for count in listed:
            figure, left = count.figure, INDENT + 2 * count.depth
            what = phrase.counted(figure, part=count.depth > 0)
            if figure.status != "current":
                what += f" [{figure.status} figure]"
            if count.depth == 0 and figure.place and figure.place != told:
                what += f", {figure.place}"
            yield from self.row(phrase.number(figure), what, left, size, self.ink.number, right=True)
            inner = left + size + 1
            yield from self.block(_sourced(figure), inner, self.ink.source)
            yield from self.words(figure.evidence, inner)

    def quotes(self, quotes: Sequence[Quote]) -> Iterator[str]:
        if not quotes:
            return
        yield from self.heading("Who said what")
        for quote in quotes:
            speaker = quote.speaker or "Somebody unnamed"
            yield from self.block(f"{speaker} · {phrase.manner(quote)}", INDENT, self.ink.source)
            content = " … ".join(span.text for span in quote.content)
            if quote.kind == "direct":
                content = "“" + content.strip('“”"') + "”"
            yield from self.block(content + self.where(quote.content), INDENT + 2)

    def places(self, record: Record) -> Iterator[str]:
        if not record.places:
            return
        yield from self.heading("Places")
        longest = min(24, max(columns(place.name) for place in record.places))
        for place in record.places:
            yield from self.row(place.name, phrase.position(place), INDENT, longest + 1)

    def skipped(self, skipped: Sequence[Skipped]) -> Iterator[str]:
        if not skipped:
            return
        yield from self.heading("Seen and not coded")
        for item in skipped:
            yield from self.block(f"– {item.what}: {item.reason}", INDENT, hang=True)
            yield from self.words(item.evidence, INDENT + 2)

    def versions(self, record: Record) -> Iterator[str]:
        yield ""
        made = ", ".join([record.producer, *record.components])
        sha256 = record.report.sha256
        yield from self.block(f"{made}" + (f" · report sha256 {sha256[:16]}…" if sha256 else ""), 0, self.ink.faint)

    # ── words ────────────────────────────────────────────────────────────────────────────────────

    def words(self, evidence: Sequence[Span], indent: int) -> Iterator[str]:
        """The words of the report that carry a value."""
        if evidence:
            shown, more = evidence[:WORDINGS], len(evidence) - WORDINGS
            quoted = " ".join(f"“{' '.join(span.text.split())}”{self.where([span])}" for span in shown)
            rest = f" and {more} more wording{'s' if more > 1 else ''}" if more > 0 else ""
            yield from self.block(quoted + rest, indent, self.ink.faint)

    def where(self, evidence: Sequence[Span]) -> str:
        if not self.offsets or not evidence:
            return ""
        return " [" + ", ".join(f"{span.start}–{span.end}" for span in evidence) + "]"


def _headline(incident: Incident) -> str:
    when = phrase.when(incident)
    words = " · ".join([phrase.kind(incident), incident.place or "place not stated", when])
    return words if incident.status == "occurred" else f"{words} [{incident.status}]"


def _sourced(figure: Figure) -> str:
    as_of = f"as of {phrase.moment(figure.as_of) or 'not stated'}"
    return f"{phrase.source(figure.attribution)} · {as_of.replace(' ', KEPT)}"
