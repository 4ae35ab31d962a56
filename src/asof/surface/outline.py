"""Record → the order in which a person reads it: incidents first, then what is outside them.

Text and HTML show the same outline. It arranges and leaves nothing out; it adds up nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..model import Event, Figure, Incident, Quote, Record, Status

STATUSES: dict[Status, str] = {  # in the order shown, each with its heading
    "occurred": "Also reported",
    "ongoing": "Going on",
    "planned": "Planned, not yet happened",
    "hypothetical": "Possible, not said to have happened",
    "negated": "Said not to have happened",
    "background": "Recalled from before",
}


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Count:
    """A figure and how deep it lies inside others: a part stands below the whole that holds it."""

    figure: Figure
    depth: int


@dataclass(frozen=True, slots=True)
class Happening:
    """An incident with its figures and events."""

    incident: Incident
    counts: tuple[Count, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything of a record that is told, each thing once."""

    incidents: tuple[Happening, ...]
    others: tuple[tuple[Status, tuple[Event, ...]], ...]
    quotes: tuple[Quote, ...]
    counts: tuple[Count, ...]


def arrange(record: Record) -> Outline:
    """The outline of a record. Events and figures that no incident lists come after the incidents."""
    events = {event.id: event for event in record.events}
    figures = {figure.id: figure for figure in record.figures}
    told: set[str] = set()
    happenings = []
    for incident in record.incidents:
        own_events = _members(incident.events, events, (e.id for e in record.events if e.incident == incident.id), told)
        own = _members(incident.figures, figures, (f.id for f in record.figures if f.incident == incident.id), told)
        happenings.append(Happening(incident, nest(own), own_events))
    rest = [event for event in record.events if event.id not in told]
    return Outline(
        incidents=tuple(happenings),
        others=tuple((s, found) for s in STATUSES if (found := tuple(e for e in rest if e.status == s))),
        quotes=record.quotes,
        counts=nest(figure for figure in record.figures if figure.id not in told),
    )


def _members(listed: Sequence[str], known: Mapping[str, T], pointing: Iterable[str], told: set[str]) -> tuple[T, ...]:
    ids = [i for i in dict.fromkeys([*listed, *pointing]) if i in known and i not in told]
    told.update(ids)
    return tuple(known[i] for i in ids)


def nest(figures: Iterable[Figure]) -> tuple[Count, ...]:
    """Figures with their parts below them, else in the order given; a part whose whole is not here stands alone."""
    listed = list(figures)
    present = {figure.id for figure in listed}
    parts: dict[str | None, list[Figure]] = {}
    for figure in listed:
        whole = figure.part_of if figure.part_of in present and figure.part_of != figure.id else None
        parts.setdefault(whole, []).append(figure)
    found: list[Count] = []
    seen: set[str] = set()

    def place(figure: Figure, depth: int) -> None:
        if figure.id in seen:
            return
        seen.add(figure.id)
        found.append(Count(figure, depth))
        for part in parts.get(figure.id, ()):
            place(part, depth + 1)

    for figure in [*parts.get(None, ()), *listed]:  # the second round: wholes that are parts of each other
        place(figure, 0)
    return tuple(found)
