"""Record → the cards beside the report, as HTML; every card knows its words and links to them.

All text of the record passes through `_t`, which escapes it and makes hidden characters visible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from ..model import Actor, Event, Incident, Place, Quote, Record, Skipped, Span, TimeRef
from . import phrase
from .highlight import Mark, anchor
from .outline import STATUSES, Count, Happening, arrange
from .visible import visible

WORDINGS = 3  # wordings of one value shown at once; an event of a long report has dozens


@dataclass(frozen=True, slots=True)
class Panel:
    """The cards of one record; `prefix` keeps names apart where a page holds several records."""

    record: Record
    prefix: str

    def marks(self) -> Iterator[Mark]:
        """The words of every value of the record."""
        record = self.record
        for kind, items in (
            ("event", record.events), ("figure", record.figures), ("place", record.places), ("actor", record.actors),
        ):  # fmt: skip
            for item in items:
                yield from self._marks(kind, item.id, item.evidence)
        for quote in record.quotes:
            yield from self._marks("quote", quote.id, quote.content)
            yield from self._marks("cue", quote.id, [*quote.cue, *([quote.source] if quote.source else [])])
        for time in record.times:
            yield from self._marks("time", time.id, [time.span])
        for number, skipped in enumerate(record.skipped):
            yield from self._marks("skipped", f"s-{number}", skipped.evidence)

    def _marks(self, kind: str, name: str, evidence: Iterable[Span]) -> Iterator[Mark]:
        for span in evidence:
            yield Mark(span.start, span.end, kind, self.name(name))

    def name(self, value: str) -> str:
        """The name of a value on the page; an id may come from another package, so nothing of it is trusted."""
        return self.prefix + "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "_" for c in value)

    def html(self) -> str:
        """All cards."""
        record, outline = self.record, arrange(self.record)
        sections = [self.happening(n, happening) for n, happening in enumerate(outline.incidents, start=1)]
        for status, events in outline.others:
            title = "Reported" if status == "occurred" and not outline.incidents else STATUSES[status]
            sections.append(_section(title, map(self.event, events), f"events {status}"))
        sections += [
            _section("Who said what", map(self.quote, outline.quotes), "quotes"),
            _section("Other figures" if outline.incidents else "Figures", map(self.count, outline.counts), "figures"),
            _section("Places", map(self.place, record.places), "places", folded=True),
            _section("Times", map(self.time, record.times), "times", folded=True),
            _section("Actors", map(self.actor, record.actors), "actors", folded=True),
            _section("Seen and not coded", self.skipped(record.skipped), "skipped", folded=True),
        ]
        return "\n".join(section for section in sections if section)

    # ── cards ───────────────────────────────────────────────────────────────────────────────────

    def happening(self, number: int, happening: Happening) -> str:
        incident = happening.incident
        cards = [self.count(count, incident.place) for count in happening.counts]
        cards += map(self.event, happening.events)
        status = "" if incident.status == "occurred" else f' <span class="status">{_t(incident.status)}</span>'
        return (
            f'<section class="incident"><p class="eyebrow">Incident {number}{status}</p>'
            f"<h2>{_t(phrase.kind(incident))} · {_t(incident.place or 'place not stated')}</h2>"
            f'<p class="when">{_t(phrase.when(incident))}</p>'
            f"{_facts(incident)}<ul>{''.join(cards)}</ul></section>"
        )

    def event(self, event: Event) -> str:
        status = "" if event.status == "occurred" else f'<span class="status">{_t(event.status)}</span> '
        when = phrase.period(event.start, event.end)
        where = [part for part in (event.place, when, phrase.listed(event.weapons), phrase.about([event])) if part]
        return self.card(
            "event", event.id, f"{status}<b>{_t(phrase.kind(event))}</b> {_t(phrase.deed(event))}",
            [_t(" · ".join(where)), _source(phrase.source(event.attribution))], event.evidence,
        )  # fmt: skip

    def count(self, count: Count, told: str | None = None) -> str:
        figure = count.figure
        status = "" if figure.status == "current" else f' <span class="status">{_t(figure.status)} figure</span>'
        place = f", {figure.place}" if figure.place and figure.place != told and not count.depth else ""
        as_of = phrase.moment(figure.as_of) or "not stated"
        return self.card(
            f"figure depth{min(count.depth, 2)}", figure.id,
            f'<b class="number">{_t(phrase.number(figure))}</b> '
            f"{_t(phrase.counted(figure, count.depth > 0) + place)}{status}",
            [
                _source(phrase.source(figure.attribution)),
                f'<span class="asof">as of {_t(as_of)}</span>',
            ],
            figure.evidence,
        )  # fmt: skip

    def quote(self, quote: Quote) -> str:
        speaker = f"<b>{_t(quote.speaker or 'Somebody unnamed')}</b>"
        manner = f'<span class="facts">{_t(phrase.manner(quote))}</span>'
        return self.card(f"quote {quote.kind}", quote.id, f"{speaker} {manner}", [], quote.content)

    def place(self, place: Place) -> str:
        return self.card(
            "place", place.id, f"<b>{_t(place.name)}</b>", [_t(phrase.position(place))], place.evidence[:1]
        )

    def time(self, time: TimeRef) -> str:
        when = phrase.period(time.start, time.end) or "not tied to the calendar"
        return self.card("time", time.id, f"<b>{_t(when)}</b>", [_t(time.precision or time.value or "")], [time.span])

    def actor(self, actor: Actor) -> str:
        facts = [part for part in (actor.kind, actor.country, actor.sector, actor.title) if part]
        return self.card("actor", actor.id, f"<b>{_t(actor.name)}</b>", [_t(" · ".join(facts))], actor.evidence[:1])

    def skipped(self, skipped: Sequence[Skipped]) -> Iterator[str]:
        for number, item in enumerate(skipped):
            yield self.card("skipped", f"s-{number}", f"<b>{_t(item.what)}</b> {_t(item.reason)}", [], item.evidence)

    def card(self, kind: str, value: str, head: str, lines: Sequence[str], evidence: Sequence[Span]) -> str:
        """One value: what it is, according to whom, and its words as a link to where they stand."""
        name = self.name(value)
        body = " · ".join(line for line in lines if line)
        facts = f'<span class="facts">{body}</span>' if body else ""
        links = [f'<a href="#{anchor(name, span.start)}">{_t(span.text)}</a>' for span in dict.fromkeys(evidence)]
        words = f'<div class="words">{"".join(links[:WORDINGS])}{_more(links[WORDINGS:])}</div>' if links else ""
        opening = f'<li class="card {kind}" id="v-{name}" data-v="{name}">'
        return f'{opening}<span class="what">{head}</span>{facts}{words}</li>'


def _facts(incident: Incident) -> str:
    rows = phrase.parties(incident).items()
    return "<dl>" + "".join(f"<dt>{label}</dt><dd>{_t(value)}</dd>" for label, value in rows) + "</dl>"


def _more(links: Sequence[str]) -> str:
    """What is too long to show at once, folded."""
    if not links:
        return ""
    title = f"{len(links)} more wording{'s' if len(links) > 1 else ''}"
    return f'<details class="more"><summary>{title}</summary>{"".join(links)}</details>'


def _section(title: str, cards: Iterable[str], kind: str, folded: bool = False) -> str:
    found = list(cards)
    if not found:
        return ""
    inner = f"<ul>{''.join(found)}</ul>"
    if folded:
        return f'<details class="{kind}"><summary>{title} <i>{len(found)}</i></summary>{inner}</details>'
    return f'<section class="{kind}"><h2 class="group">{title}</h2>{inner}</section>'


def _source(words: str) -> str:
    return f'<span class="source">{_t(words)}</span>'


def _t(text: str) -> str:
    return escape(visible(text))
