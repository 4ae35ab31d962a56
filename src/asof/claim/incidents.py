"""Mentions of one happening become one incident, within a report; events and figures learn which is theirs.

Two mentions are one happening when type, place and time allow it. A place or time that is not said
allows everything: news speaks of "the strike" after naming it once. Nothing is added up here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..model import Event, Figure, Incident, Span, identify
from ..reading import Reading
from ..vocabulary import codebooks
from .belonging import incident_of
from .distance import containment, together
from .scenes import Scenes


@dataclass(slots=True)
class _Group:
    events: list[Event] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


class IncidentAssembler:
    """Turns the groups that `claim/events.py` made into incidents, and joins figures to them."""

    name = "incidents"
    version = "1"
    requires = ("events", "figures")
    provides = ("incidents", "events", "figures")

    def __init__(self, codebook: str = "plover") -> None:
        self.codebook = codebook

    def __call__(self, reading: Reading) -> Mapping[str, tuple[Any, ...]]:
        book = codebooks.load(self.codebook)
        groups: dict[str, _Group] = {}
        of_event: dict[str, str] = {}
        for event in reading.events:
            if event.incident is not None:
                groups.setdefault(event.incident, _Group()).events.append(event)
                of_event[event.id] = event.incident
        places = {place.id: place for place in reading.places}
        inside = containment(places)
        told = [replace(event, type=book.root(event.type)) for event in reading.events]
        scenes = Scenes(reading, book)
        figures = []
        for figure in reading.figures:
            key = of_event.get(figure.event or "")
            if figure.scope not in (None, "incident"):
                key = None
            elif key is None:
                token = reading.token_at(figure.evidence[0].start) if figure.evidence else None
                here = places.get(figure.place_id or "") or (scenes.at(token.sentence) if token else None)
                key = incident_of(figure, here, told, places, lambda one, other: together(one, other, inside))
            figure = replace(figure, incident=key)
            if key is not None:
                groups[key].figures.append(figure)
            figures.append(figure)
        incidents = tuple(self._incident(reading, key, group) for key, group in groups.items() if self._real(group))
        known = {incident.id for incident in incidents}
        return {
            "incidents": incidents,
            "events": tuple(
                event if event.incident in known else replace(event, incident=None) for event in reading.events
            ),
            "figures": tuple(
                figure if figure.incident in known else replace(figure, incident=None) for figure in figures
            ),
        }

    @staticmethod
    def _real(group: _Group) -> bool:
        """A happening that is only denied, or only imagined, is no incident."""
        return any(event.status not in ("negated", "hypothetical") for event in group.events)

    def _incident(self, reading: Reading, key: str, group: _Group) -> Incident:
        told = [event for event in group.events if event.status not in ("negated", "hypothetical")]
        lead = told[0]
        mode = next((event.mode for event in told if event.mode and event.type == lead.type), None)
        place = next((event for event in told if event.place), lead)
        when = next((event for event in told if event.start or event.end), lead)
        evidence = tuple(dict.fromkeys(span for event in group.events for span in event.evidence))
        roles = _responsibility(group.events)
        own = [event for event in told if event.type == lead.type]
        return Incident(
            id=key,
            type=lead.type,
            mode=mode,
            status=lead.status,
            place=place.place,
            place_id=place.place_id,
            start=when.start,
            end=when.end,
            actors=_each(actor for event in own for actor in event.actors),
            recipients=_each(actor for event in own for actor in event.recipients),
            claimed_by=roles["claimed"],
            attributed_to=roles["attributed"],
            denied_by=roles["denied"],
            weapons=_each(weapon for event in own for weapon in event.weapons),
            events=tuple(event.id for event in group.events),
            figures=tuple(figure.id for figure in group.figures),
            evidence=evidence,
            producer=f"{self.name}@{self.version}",
        )


def _responsibility(events: list[Event]) -> dict[str, tuple[str, ...]]:
    """Who claims it for himself, whom others name, who denies it."""
    claimed: list[str] = []
    attributed: list[str] = []
    denied: list[str] = []
    for event in events:
        speaker = event.attribution.actor if event.attribution else None
        for actor, name in zip(event.actor_ids, event.actors, strict=True):
            if event.status == "negated":
                denied.append(name)
            elif speaker is not None and speaker == actor:
                claimed.append(name)
            elif speaker is not None:
                attributed.append(name)
    return {"claimed": _each(claimed), "attributed": _each(attributed), "denied": _each(denied)}


def _each(names: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def incident_id(document: str, type_: str, first: Span) -> str:
    """The id of the incident whose first words these are."""
    return identify("i", document, type_, first.start, first.text)
