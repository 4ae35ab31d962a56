"""Claims: what a report has somebody say happened, and the record that holds all of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .meaning import Actor, Context, Place, Quote, Stance, Status, TimeRef
from .received import Report, Skipped, Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it, through which channel, in what spirit, and who passes it on. `actor` is the speaker's id."""

    speaker: str | None
    channel: str | None = None
    stance: Stance = "states"
    relayed_by: str | None = None
    actor: str | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that somebody gives. `part_of` is a figure's id, `place` a place's name, `event` an event's id."""

    id: str
    measure: str
    low: int | None
    high: int | None
    value: int | None
    qualifier: str | None
    unit: str | None
    scope: Literal["incident", "place", "period", "war"] | None
    part_of: str | None = None
    place: str | None = None
    place_id: str | None = None
    as_of: str | None = None
    event: str | None = None
    incident: str | None = None
    attribution: Attribution | None = None
    status: Literal["current", "earlier", "withdrawn"] = "current"
    score: float = 1.0
    evidence: tuple[Span, ...] = ()
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """An event as one report has it: actors and recipients by name (`*_ids` by id), place by name."""

    id: str
    type: str
    mode: str | None
    status: Status
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    actor_ids: tuple[str, ...] = ()
    recipient_ids: tuple[str, ...] = ()
    place: str | None = None
    place_id: str | None = None
    start: str | None = None
    end: str | None = None
    time_precision: str | None = None
    weapons: tuple[str, ...] = ()
    contexts: tuple[Context, ...] = ()
    attribution: Attribution | None = None
    incident: str | None = None
    score: float = 1.0
    evidence: tuple[Span, ...] = ()
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening: the events and figures of the report that speak of it, by id."""

    id: str
    type: str
    mode: str | None
    status: Status
    place: str | None
    place_id: str | None
    start: str | None
    end: str | None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What `asof read` gives for one report."""

    report: Report
    text: str
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[TimeRef, ...] = ()
    actors: tuple[Actor, ...] = ()
    incidents: tuple[Incident, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    producer: str = ""
    components: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """How a notebook shows it: the package's front knows how, this module knows no way out."""
        from .. import _notebook

        return _notebook(self)
