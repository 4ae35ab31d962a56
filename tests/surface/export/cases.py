"""Incidents made by hand: invented, with just what a test needs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from asof.ledger import ConsolidatedIncident, Count, Filing, Toll, TollFigure
from asof.model import Actor, Event, Incident, Place, Record, Report, Span
from asof.surface.export.source import Case, Told

SHA = "ab" * 32
ACTORS = {
    "Malian army": Actor("a-1", "Malian army", "organisation", "MLI", "MIL", "state:MLI/army"),
    "Malian police": Actor("a-2", "Malian police", "organisation", "MLI", "COP", "state:MLI/police"),
    "Russia": Actor("a-3", "Russia", "state", "RUS", "GOV", "state:RUS"),
    "Liptako Front": Actor("a-4", "Liptako Front", "organisation", None, "REB"),
    "Azawar Front": Actor("a-5", "Azawar Front", "organisation", None, "REB"),
    "gunmen": Actor("a-6", "gunmen", "group", None, "UAF"),
    "people": Actor("a-7", "people", "group", None, "CVL"),
    "nine people": Actor("a-8", "nine people", "group", None, "CVL"),
    "teachers": Actor("a-9", "teachers", "group", None, "EDU"),
    "United Nations": Actor("a-10", "United Nations", "organisation", None, "UNO", "org:united-nations"),
}
GAO = Place("p-1", "Gao", "city", 2457161, 16.2717, -0.0447, "MLI", "Gao region", evidence=(Span(0, 3, "Gao"),))
DAY = "2026-05-04"


def toll(
    measure: str, low: int | None, best: int | None, high: int | None, group: str | None = None, **count: Any
) -> Toll:
    """A toll with one figure that stands."""
    one = Count("f-1", SHA, "i-1", measure, group=group, low=low, high=high, value=best, **count)
    return Toll(measure, group, low, best, high, DAY, "nearest@1", (TollFigure(one, "the mayor", 2, True),))


def case(
    type: str = "ASSAULT",
    mode: str | None = "firearms",
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
    tolls: tuple[Toll, ...] = (),
    start: str | None = DAY,
    end: str | None = None,
    precision: str | None = "day",
    place: Place | None = GAO,
    events: tuple[Event, ...] | None = None,
    **changed: Any,
) -> Case:
    """An incident that one report tells; `changed` are other fields of the incident."""
    end = end or start
    event = Event(
        "e-1", type, mode, "occurred", actors, recipients, tuple(ACTORS[one].id for one in actors),
        tuple(ACTORS[one].id for one in recipients), place and place.name, place and place.id, start, end, precision,
        incident="i-1", evidence=(Span(0, 3, "Gao"),), producer="events@1",
    )  # fmt: skip
    told = events if events is not None else (event,)
    inner = Incident(
        "i-1", type, mode, "occurred", place and place.name, place and place.id, start, end, actors, recipients
    )
    report = Report(
        SHA, 3, url="https://example.org/gao", title="Gao", publisher="Example Wire", published=f"{DAY}T11:00:00Z"
    )
    record = Record(
        report, "Gao", told, places=(place,) if place else (), actors=tuple(ACTORS.values()), incidents=(inner,)
    )
    found = ConsolidatedIncident(
        "h-1", type, mode, "occurred", place and place.name, place and place.lat, place and place.lon,
        place and place.country, place and place.admin1, place and place.level, start, end, actors, recipients, (),
        (SHA,), (SHA,), tolls, (), (), (), (), ("i-1",), f"{DAY}T11:00:00Z", f"{DAY}T11:00:00Z",
    )  # fmt: skip
    filing = Filing(SHA, f"{DAY}T11:00:00Z", "Example Wire", "https://example.org/gao", "Gao")
    return Case(replace(found, **changed), (Told(record, inner, told),), (filing,))


def with_event(of: Case, **changed: Any) -> Case:
    """The same with one more event of the report's incident."""
    (told,) = of.told
    event = replace(told.events[0], id="e-2", **changed)
    return replace(of, told=(replace(told, events=(*told.events, event)),))
