"""The tidy tables: one row a thing, one value a cell, the same columns in CSV and Parquet.

`TABLES` says of each column its name, its kind, its HXL hashtag and the value that fills it. Rows are made here,
written elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal, NamedTuple

from ...ledger import ConsolidatedIncident, Toll, TollFigure
from ...model import Event, Figure, Place, Quote, Record, Span
from ...store import Kept
from .cells import Cell

Kind = Literal["text", "number", "real", "yes", "texts"]


class Column(NamedTuple):
    """A column: its name, what it holds, its HXL hashtag (empty: none is in use), and how it is filled."""

    name: str
    kind: Kind
    tag: str
    of: Callable[[Any], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first column is its key, or the first part of it."""

    name: str
    columns: tuple[Column, ...]

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(column.tag for column in self.columns)

    def row(self, of: Any) -> list[Cell]:
        """The cells that one thing fills."""
        return [column.of(of) for column in self.columns]

    def named(self, of: Any) -> dict[str, Cell]:
        """The cells by their columns' names."""
        return {column.name: column.of(of) for column in self.columns}


def total(found: ConsolidatedIncident, measure: str) -> Toll | None:
    """The toll of one measure, of everybody."""
    return next((toll for toll in found.tolls if toll.measure == measure and toll.group is None), None)


def _bound(measure: str, bound: str) -> Callable[[ConsolidatedIncident], Cell]:
    def get(found: ConsolidatedIncident) -> Cell:
        toll = total(found, measure)
        value: int | None = getattr(toll, bound) if toll is not None else None
        return value

    return get


def _bounds(measure: str, tag: str) -> tuple[Column, ...]:
    return tuple(
        Column(f"{measure}_{bound}", "number", tag and f"{tag}{end}", _bound(measure, bound))
        for bound, end in (("low", "+min"), ("best", ""), ("high", "+max"))
    )


INCIDENTS = Table(
    "incidents",
    (
        Column("incident_id", "text", "#event+code", attrgetter("id")),
        Column("type", "text", "#event+type", attrgetter("type")),
        Column("mode", "text", "#event+subtype", attrgetter("mode")),
        Column("status", "text", "#status", attrgetter("status")),
        Column("start", "text", "#date+start", attrgetter("start")),
        Column("end", "text", "#date+end", attrgetter("end")),
        Column("place", "text", "#loc+name", attrgetter("place")),
        Column("admin1", "text", "#adm1+name", attrgetter("admin1")),
        Column("country", "text", "#country+code", attrgetter("country")),
        Column("latitude", "real", "#geo+lat", attrgetter("lat")),
        Column("longitude", "real", "#geo+lon", attrgetter("lon")),
        Column("place_level", "text", "#geo+precision", attrgetter("level")),
        Column("actors", "texts", "#group+name+first", attrgetter("actors")),
        Column("recipients", "texts", "#group+name+second", attrgetter("recipients")),
        Column("weapons", "texts", "#cause+type", attrgetter("weapons")),
        Column("claimed_by", "texts", "#group+name+claimed", attrgetter("claimed_by")),
        Column("attributed_to", "texts", "#group+name+attributed", attrgetter("attributed_to")),
        Column("denied_by", "texts", "#group+name+denied", attrgetter("denied_by")),
        *_bounds("killed", "#affected+killed"),
        *_bounds("injured", "#affected+injured"),
        *_bounds("missing", "#affected+missing"),
        *_bounds("abducted", "#affected+abducted"),
        Column("disagreements", "texts", "", lambda found: [one.text for one in found.disagreements]),
        Column("reports", "number", "#meta+reports+num", lambda found: len(found.reports)),
        Column("originators", "number", "#meta+sources+num", lambda found: len(found.originators)),
        Column("first_published", "text", "#date+published", attrgetter("first_published")),
        Column("last_published", "text", "#date+published+last", attrgetter("last_published")),
        Column("as_of", "text", "#date+reported", attrgetter("as_of")),
    ),
)


class TollOf(NamedTuple):
    incident: str
    toll: Toll


TOLLS = Table(
    "tolls",
    (
        Column("incident_id", "text", "#event+code", lambda one: one.incident),
        Column("measure", "text", "#indicator+name", lambda one: one.toll.measure),
        Column("group", "text", "#population+type", lambda one: one.toll.group),
        Column("low", "number", "#indicator+value+min", lambda one: one.toll.low),
        Column("best", "number", "#indicator+value", lambda one: one.toll.best),
        Column("high", "number", "#indicator+value+max", lambda one: one.toll.high),
        Column("as_of", "text", "#date+reported", lambda one: one.toll.as_of),
        Column("rule", "text", "#meta+method", lambda one: one.toll.rule),
        Column("sources", "texts", "#meta+source", lambda one: list(dict.fromkeys(_standing(one.toll)))),
    ),
)


def _standing(toll: Toll) -> list[str]:
    return [one.source for one in sorted(toll.figures, key=lambda one: one.rank) if one.current]


class TollFigureOf(NamedTuple):
    incident: str
    toll: Toll
    figure: TollFigure


TOLL_FIGURES = Table(
    "toll_figures",
    (
        Column("incident_id", "text", "#event+code", lambda one: one.incident),
        Column("measure", "text", "#indicator+name", lambda one: one.toll.measure),
        Column("group", "text", "#population+type", lambda one: one.toll.group),
        Column("claim_id", "text", "#meta+id", lambda one: one.figure.count.id),
        Column("source", "text", "#meta+source", lambda one: one.figure.source),
        Column("rank", "number", "", lambda one: one.figure.rank),
        Column("current", "yes", "", lambda one: one.figure.current),
        Column("superseded_by", "text", "", lambda one: one.figure.superseded_by),
        Column("why", "text", "#description", lambda one: one.figure.why),
    ),
)


class ClaimOf(NamedTuple):
    """An event or a figure of a report, with the incident of the export that it belongs to, if any."""

    incident: str | None
    report: str
    claim: Event | Figure
    place: Place | None


def _event(name: str) -> Callable[[ClaimOf], Cell]:
    return lambda one: getattr(one.claim, name) if isinstance(one.claim, Event) else None


def _contexts(one: ClaimOf) -> Cell:
    return [context.name for context in one.claim.contexts] if isinstance(one.claim, Event) else None


def _figure(name: str) -> Callable[[ClaimOf], Cell]:
    return lambda one: getattr(one.claim, name) if isinstance(one.claim, Figure) else None


def _said(name: str) -> Callable[[ClaimOf], Cell]:
    return lambda one: None if one.claim.attribution is None else getattr(one.claim.attribution, name)


def _where(name: str) -> Callable[[ClaimOf], Cell]:
    return lambda one: None if one.place is None else getattr(one.place, name)


def first(spans: tuple[Span, ...]) -> Span | None:
    """The words that a claim is first tied to."""
    return spans[0] if spans else None


def _span(name: str) -> Callable[[Any], Cell]:
    def get(one: Any) -> Cell:
        span = first(one.claim.evidence)
        return None if span is None else getattr(span, name)

    return get


CLAIMS = Table(
    "claims",
    (
        Column("claim_id", "text", "#meta+id", lambda one: one.claim.id),
        Column("incident_id", "text", "#event+code", lambda one: one.incident),
        Column("report_id", "text", "#meta+source+id", lambda one: one.report),
        Column("kind", "text", "", lambda one: "event" if isinstance(one.claim, Event) else "figure"),
        Column("status", "text", "#status", lambda one: one.claim.status),
        Column("type", "text", "#event+type", _event("type")),
        Column("mode", "text", "#event+subtype", _event("mode")),
        Column("actors", "texts", "#group+name+first", _event("actors")),
        Column("recipients", "texts", "#group+name+second", _event("recipients")),
        Column("weapons", "texts", "#cause+type", _event("weapons")),
        Column("contexts", "texts", "", _contexts),
        Column("start", "text", "#date+start", _event("start")),
        Column("end", "text", "#date+end", _event("end")),
        Column("time_precision", "text", "#date+precision", _event("time_precision")),
        Column("measure", "text", "#indicator+name", _figure("measure")),
        Column("unit", "text", "#population+type", _figure("unit")),
        Column("low", "number", "#indicator+value+min", _figure("low")),
        Column("value", "number", "#indicator+value", _figure("value")),
        Column("high", "number", "#indicator+value+max", _figure("high")),
        Column("qualifier", "text", "", _figure("qualifier")),
        Column("scope", "text", "", _figure("scope")),
        Column("part_of", "text", "", _figure("part_of")),
        Column("as_of", "text", "#date+reported", _figure("as_of")),
        Column("place", "text", "#loc+name", lambda one: one.claim.place),
        Column("admin1", "text", "#adm1+name", _where("admin1")),
        Column("country", "text", "#country+code", _where("country")),
        Column("latitude", "real", "#geo+lat", _where("lat")),
        Column("longitude", "real", "#geo+lon", _where("lon")),
        Column("place_level", "text", "#geo+precision", _where("level")),
        Column("geonames_id", "number", "#loc+code", _where("geonames_id")),
        Column("speaker", "text", "#meta+source", _said("speaker")),
        Column("channel", "text", "#meta+channel", _said("channel")),
        Column("stance", "text", "#meta+stance", _said("stance")),
        Column("relayed_by", "text", "#meta+source+relay", _said("relayed_by")),
        Column("score", "real", "#indicator+confidence+num", lambda one: one.claim.score),
        Column("quote", "text", "#description", _span("text")),
        Column("quote_start", "number", "", _span("start")),
        Column("quote_end", "number", "", _span("end")),
        Column("producer", "text", "#meta+producer", lambda one: one.claim.producer),
    ),
)


class QuoteOf(NamedTuple):
    report: str
    quote: Quote


QUOTES = Table(
    "quotes",
    (
        Column("quote_id", "text", "#meta+id", lambda one: one.quote.id),
        Column("report_id", "text", "#meta+source+id", lambda one: one.report),
        Column("kind", "text", "", lambda one: one.quote.kind),
        Column("speaker", "text", "#meta+source", lambda one: one.quote.speaker),
        Column("channel", "text", "#meta+channel", lambda one: one.quote.channel),
        Column("stance", "text", "#meta+stance", lambda one: one.quote.stance),
        Column("relayed_by", "text", "#meta+source+relay", lambda one: one.quote.relayed_by),
        Column("content", "text", "#description", lambda one: " … ".join(span.text for span in one.quote.content)),
        Column("cue", "text", "", lambda one: " … ".join(span.text for span in one.quote.cue) or None),
        Column("content_start", "number", "", lambda one: min((s.start for s in one.quote.content), default=None)),
        Column("content_end", "number", "", lambda one: max((s.end for s in one.quote.content), default=None)),
        Column("score", "real", "#indicator+confidence+num", lambda one: one.quote.score),
        Column("producer", "text", "#meta+producer", lambda one: one.quote.producer),
    ),
)


class ReportOf(NamedTuple):
    kept: Kept
    record: Record | None
    superseded_by: str | None


REPORTS = Table(
    "reports",
    (
        Column("report_id", "text", "#meta+source+id", lambda one: one.kept.sha256),
        Column("published", "text", "#date+published", lambda one: one.kept.published),
        Column("publisher", "text", "#meta+source+name", lambda one: one.kept.publisher),
        Column("title", "text", "#description", lambda one: one.kept.title),
        Column("url", "text", "#meta+url", lambda one: one.kept.url),
        Column("byline", "text", "", lambda one: one.record.report.byline if one.record else None),
        Column("language", "text", "#meta+language", lambda one: one.record.report.language if one.record else None),
        Column("file", "text", "", lambda one: one.kept.file),
        Column("superseded_by", "text", "", lambda one: one.superseded_by),
        Column("producer", "text", "#meta+producer", lambda one: one.record.producer if one.record else None),
    ),
)
CORRECTIONS = Table(
    "corrections",
    (
        Column("claim_id", "text", "#meta+id", attrgetter("claim")),
        Column("report_id", "text", "#meta+source+id", attrgetter("report")),
        Column("field", "text", "", attrgetter("field")),
        Column("value", "text", "", lambda one: None if one.value is None else str(one.value)),
        Column("before", "text", "", lambda one: None if one.before is None else str(one.before)),
        Column("by", "text", "#meta+contact", attrgetter("by")),
        Column("at", "text", "#date+corrected", attrgetter("at")),
        Column("note", "text", "#description", attrgetter("note")),
    ),
)
TABLES: Mapping[str, Table] = {
    table.name: table for table in (INCIDENTS, TOLLS, TOLL_FIGURES, CLAIMS, QUOTES, REPORTS, CORRECTIONS)
}
