"""Mentions of one happening become one incident, within a report; events and figures learn which is theirs.

Two mentions are one happening when type, place and time allow it. A place or time that is not said
allows everything: news speaks of "the strike" after naming it once. Nothing is added up here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..model import Event, Figure, Incident, Span, identify
from ..reading import Reading, Sentence
from ..vocabulary import codebooks
from ..vocabulary.codebooks import Codebook
from .belonging import incident_of
from .distance import containment, together
from .incidents_blame import blamed
from .scenes import REPORTED, SETTING, Scenes
from .scenes_when import Calendar


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
        setting = _Setting(reading, book, scenes)
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
        accused = blamed(reading, reading.events, book)
        incidents = tuple(
            self._incident(setting, key, group, accused.get(key, ()))
            for key, group in groups.items()
            if self._real(group)
        )
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

    def _incident(self, setting: _Setting, key: str, group: _Group, accused: tuple[str, ...]) -> Incident:
        told = [event for event in group.events if event.status not in ("negated", "hypothetical")]
        lead = told[0]
        mode = next((event.mode for event in told if event.mode and event.type == lead.type), None)
        place = next((event for event in told if event.place), lead)
        when = next((event for event in told if event.start or event.end), lead)
        start, end = (when.start, when.end) if when.start or when.end else setting.days(told)
        where, where_id = (place.place, place.place_id) if place.place else setting.place(told, group.figures)
        evidence = tuple(dict.fromkeys(span for event in group.events for span in event.evidence))
        roles = _responsibility(group.events)
        own = [event for event in told if event.type == lead.type]
        return Incident(
            id=key,
            type=lead.type,
            mode=mode,
            status=lead.status,
            place=where,
            place_id=where_id,
            start=start,
            end=end,
            actors=_each(actor for event in own for actor in event.actors),
            recipients=_each(actor for event in own for actor in event.recipients),
            claimed_by=roles["claimed"],
            attributed_to=_each((*roles["attributed"], *accused)),
            denied_by=roles["denied"],
            weapons=_each(weapon for event in own for weapon in event.weapons),
            events=tuple(event.id for event in group.events),
            figures=tuple(figure.id for figure in group.figures),
            evidence=evidence,
            producer=f"{self.name}@{self.version}",
        )


class _Setting:
    """What the sentences around an incident say of when and where it was, if its own do not."""

    def __init__(self, reading: Reading, book: Codebook, scenes: Scenes) -> None:
        self.reading, self.book, self.scenes = reading, book, scenes
        self.calendar = Calendar(reading, book, scenes)

    def days(self, told: list[Event]) -> tuple[str | None, str | None]:
        """The first and last day on which most of its sentences are."""
        found = Counter(day for one in self._sentences(told) if (day := self.calendar.at(one)) is not None)
        return found.most_common(1)[0][0] if found else (None, None)

    def place(self, told: list[Event], figures: list[Figure]) -> tuple[str | None, str | None]:
        """Where its figures are counted; if they do not say, the scene of most of its sentences, of two at least.

        Of the scenes of single sentences, as many were another town as the right one.
        """
        counted = {(one.place, one.place_id) for one in figures if one.place_id is not None and one.part_of is None}
        if counted:
            return next(iter(counted)) if len(counted) == 1 else (None, None)
        found = Counter(here for one in self._sentences(told) if (here := self.scenes.at(one)) is not None)
        best, number = found.most_common(1)[0] if found else (None, 0)
        return (best.name, best.id) if best is not None and number > 1 else (None, None)

    def _sentences(self, told: list[Event]) -> list[Sentence]:
        spans = (span for event in told if self.book.root(event.type) in SETTING for span in event.evidence)
        tokens = (self.reading.token_at(span.start) for span in spans)
        return [token.sentence for token in tokens if token is not None and token.sentence.part.kind in REPORTED]


def _responsibility(events: list[Event]) -> dict[str, tuple[str, ...]]:
    """Who claims it for himself, whom others name, who denies it."""
    claimed: list[str] = []
    attributed: list[str] = []
    denied: list[str] = []
    for event in events:
        given = event.attribution
        speaker = given.actor if given else None
        for actor, name in zip(event.actor_ids, event.actors, strict=True):
            if event.status == "negated" or (given is not None and given.stance == "denies" and speaker == actor):
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
