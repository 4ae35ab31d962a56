"""Event mentions → event claims: one real-world event, as one source has it, is coded once in a report.

Mentions of one happening that agree in standing and parties are one claim with several pieces of
evidence; a denial, an accusation by name and the report's own sentence about it stay apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..model import Actor, Attribution, Context, Event, EventMention, Span, Stance, identify
from ..reading import Reading
from ..vocabulary import codebooks
from ..vocabulary.codebooks import SPEECH, Codebook
from .attribution import Attributions
from .distance import containment
from .events_when import days, sequel
from .happenings import APART, Happening, Told, finest, group
from .incidents import incident_id
from .scenes import Scenes

VAGUE = frozenset("fighters gunmen gunman attackers assailants men perpetrators attacker assailant".split())
# Parts of one happening that are told as events of their own: people taken in a raid that also killed.
SEPARATE = frozenset({"abduct", "sexual"})
# Acts that are done by being announced; without a date they are of the day of the report.
ANNOUNCED = SPEECH | {"SUPPORT", "MOBILIZE", "SANCTION"}
OPENING = 60  # characters at a sentence's start in which "in a separate incident" counts


class EventClaimer:
    """Groups event mentions into happenings and writes one claim for each way in which they are told."""

    name = "events"
    version = "1"
    requires = ("event_mentions", "quotes")
    provides = ("events",)

    def __init__(self, codebook: str = "plover") -> None:
        self.codebook = codebook

    def __call__(self, reading: Reading) -> Mapping[str, tuple[Any, ...]]:
        writer = _Writer(reading, codebooks.load(self.codebook), f"{self.name}@{self.version}")
        events = [*writer.happenings(), *writer.reactions()]
        events.sort(key=lambda event: (min(span.start for span in event.evidence), event.id))
        return {"events": tuple(events)}


class _Writer:
    def __init__(self, reading: Reading, book: Codebook, producer: str) -> None:
        self.reading, self.book, self.producer = reading, book, producer
        self.attributions = Attributions(reading)
        self.places = {place.id: place for place in reading.places}
        self.times = {time.id: time for time in reading.times}
        self.names = {actor.id: actor.name for actor in reading.actors}
        self.vague = frozenset(actor.id for actor in reading.actors if _vague(actor))
        self.scenes = Scenes(reading, book)
        self.told = [self._told(mention) for mention in reading.event_mentions]

    def _told(self, mention: EventMention) -> Told:
        time = self.times.get(mention.time or "")
        start, end = days(self.reading, mention, time)
        head = self.reading.tokens[mention.head]
        sentence = head.sentence
        heading = sentence.part.kind in ("headline", "summary")
        place = self.places.get(mention.place or "")
        noun = head.pos in ("NOUN", "PROPN")
        opening = self.reading.document.text[sentence.start : head.start][:OPENING]
        none_of_it = any(child.lower == "no" for child in head.children)  # "no strike on Bara" is not the strike told
        apart = none_of_it or APART.search(opening) is not None
        index = sentence.index
        if sequel(head) is not None:  # "hours after gunmen seized a group of workers": another happening, said so
            apart, index = True, -1
        kind = self.book.root(mention.type)
        scene = None if heading else self.scenes.at(sentence)
        return Told(mention, kind, place, start, end, sentence.part.start, time, noun, heading, apart, index, scene)

    def happenings(self) -> list[Event]:
        """Claims about things that happened, will, or did not."""
        relevant = [told for told in self.told if told.kind not in SPEECH]
        found = []
        for happening in group(relevant, containment(self.places)):
            self._narrow(happening)
            first = happening.told[0].mention
            key = (
                None
                if first.status in ("background", "hypothetical")
                else incident_id(self.reading.document.id, first.type, first.trigger)
            )
            for parcel in _ways(happening, self._speaker, self.vague):
                found.append(self._event(parcel, key, happening))
        return found

    def _narrow(self, happening: Happening) -> None:
        """What one mention says of the target holds for all: "The strike killed two" is the one on the clinic."""
        types = {told.mention.type for told in happening.told}
        for k, told in enumerate(happening.told):
            narrower = next((t for t in sorted(types) if self.book.within(t, told.mention.type)), None)
            if narrower is not None:
                happening.told[k] = replace(told, mention=replace(told.mention, type=narrower))

    def reactions(self) -> list[Event]:
        """Claims about what was asked, alleged, refused or threatened: one for each act, parties and standing."""
        parcels: dict[tuple[Any, ...], list[Told]] = {}
        for told in self.told:
            mention = told.mention
            if told.kind in SPEECH:
                mode = mention.mode if told.kind == "ACCUSE" else None
                key: tuple[Any, ...] = (
                    mention.type,
                    mention.status,
                    mode,
                    mention.actors,
                    mention.recipients or told.paragraph,
                )
                while any(_beside(told, one) for one in parcels.get(key, ())):
                    key = (*key, "another")  # "condemned the strike and summoned the envoy": two acts
                parcels.setdefault(key, []).append(told)
        body = {key[0] for key, parcel in parcels.items() if not all(told.heading for told in parcel)}
        return [
            self._event(parcel, None, None)
            for key, parcel in parcels.items()
            if key[0] not in body or not all(told.heading for told in parcel)  # a headline repeats the body
        ]

    def _speaker(self, told: Told) -> str | None:
        given = self.attributions.at(told.mention.trigger.start, told.mention.trigger.end)
        return (given.actor or given.speaker) if given else None

    def _event(self, parcel: list[Told], incident: str | None, happening: Happening | None) -> Event:
        lead = parcel[0].mention
        placed = finest(told.place for told in parcel)
        if placed is None and happening is not None:
            placed = happening.place
        dated = next((told for told in parcel if told.start or told.end), None)
        if dated is None and happening is not None:
            real = (told for told in happening.told if told.mention.status != "negated")
            dated = next((told for told in real if told.start or told.end), None)
        evidence = tuple(dict.fromkeys(span for told in parcel for span in told.mention.evidence))
        body = [told for told in parcel if not told.heading] or parcel  # a headline's "rebels" have a name below
        actors = _each(actor for told in body for actor in told.mention.actors if actor not in self.vague)
        recipients = _each(actor for told in body for actor in told.mention.recipients)
        start, end = (dated.start, dated.end) if dated else self._published(lead)
        return Event(
            id=identify("e", self.reading.document.id, lead.type, lead.status, actors, evidence[0].start),
            type=lead.type,
            mode=next((told.mention.mode for told in parcel if told.mention.mode), None),
            status=lead.status,
            actors=tuple(self.names[a] for a in actors),
            recipients=tuple(self.names[r] for r in recipients),
            actor_ids=actors,
            recipient_ids=recipients,
            place=placed.name if placed else None,
            place_id=placed.id if placed else None,
            start=start,
            end=end,
            time_precision=dated.timed.precision if dated and dated.timed else ("day" if start else None),
            weapons=_words(span for told in parcel for span in told.mention.weapons),
            contexts=_contexts(told.mention for told in parcel),
            attribution=self._attribution(lead),
            incident=incident,
            evidence=evidence,
            producer=self.producer,
        )

    def _published(self, mention: EventMention) -> tuple[str | None, str | None]:
        """An announcement without a date of its own is news: it was made on the day of publication."""
        moment = self.reading.moment(mention.trigger.start)
        kind, dep = self.book.root(mention.type), self.reading.tokens[mention.head].dep
        recalled = kind not in SPEECH and dep in ("acl", "amod", "relcl")
        if kind in ANNOUNCED and mention.status == "occurred" and moment and not recalled:
            return moment[:10], moment[:10]
        return None, None

    def _attribution(self, mention: EventMention) -> Attribution | None:
        given = self.attributions.at(mention.trigger.start, mention.trigger.end)
        if given is not None and (given.speaker or "").lower().startswith(("no ", "nobody", "none ")):
            return None  # "No group has claimed the attack": nobody says so
        if given is None and mention.frame in ("claimed", "denied") and mention.actors:
            who = mention.actors[0]
            stance: Stance = "claims" if mention.frame == "claimed" else "denies"
            return Attribution(self.names[who], stance=stance, actor=who, evidence=mention.evidence)
        return given


def _beside(told: Told, one: Told) -> bool:
    """Whether two verbs of one sentence tell two acts."""
    return told.sentence == one.sentence >= 0 and not (told.noun or one.noun or told.heading)


def _vague(actor: Actor) -> bool:
    """Whether an actor is only "gunmen" or "fighters": no party that a claim could be told apart by."""
    last = actor.name.rpartition(" ")[2].lower()
    return actor.registry_id is None and actor.of is None and last in VAGUE


def _ways(happening: Happening, speaker: Any, vague: frozenset[str]) -> list[list[Told]]:
    """The mentions of a happening, parted by standing, type and parties.

    One without parties joins the report's own telling or that of the same source, never somebody else's claim.
    """
    parcels: list[list[Told]] = []
    sides: list[_Side] = []
    for told in happening.told:
        mention = told.mention
        parties = tuple(actor for actor in mention.actors if actor not in vague)
        says = speaker(told) if parties and not told.noun else None
        if mention.frame == "claimed":
            says = mention.actors[0]
        kind = mention.mode if mention.mode in SEPARATE and not told.noun else None
        side = (mention.type, mention.status, parties, says, kind)
        source = speaker(told)
        fitting = (k for k, other in enumerate(sides) if _joins(side, other, told.heading, source))
        k = next(fitting, None)
        if k is None:
            parcels.append([told])
            sides.append((*side[:3], source if told.noun else says, kind))
        else:
            parcels[k].append(told)
    return _joined(parcels, sides)


_Side = tuple[str, str, tuple[str, ...], str | None, str | None]  # type, standing, parties, who says so, what apart


def _joins(side: _Side, other: _Side, heading: bool, source: str | None) -> bool:
    """Whether a mention is one more wording of what the other side tells."""
    type_, status, actors, says, kind = side
    if (type_, status) != other[:2] or (kind != other[4] and not heading):
        return False
    if not actors:
        return not other[2] or other[3] in (None, source)
    if heading:
        return True  # the body has the names
    if len(other[2]) > 1 and set(actors) < set(other[2]):
        return True  # "it killed nine" in a battle told of with both sides
    return set(actors) == set(other[2]) and (other[3] == says or says is None)


def _joined(parcels: list[list[Told]], sides: list[_Side]) -> list[list[Told]]:
    """A parcel without parties joins the one that the report, in its own voice, tells with them."""
    kept = list(parcels)
    for k, (type_, status, actors, _, kind) in enumerate(sides):
        if actors:
            continue
        alike = (j for j, other in enumerate(sides) if other[:2] == (type_, status) and other[4] == kind)
        named = [j for j in alike if sides[j][2] and sides[j][3] is None]
        if len(named) == 1:
            kept[named[0]] = kept[named[0]] + parcels[k]
            kept[k] = []
    return [parcel for parcel in kept if parcel]


def _each(values: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _contexts(mentions: Iterable[EventMention]) -> tuple[Context, ...]:
    """The contexts of all wordings of an event, each once, with all words that carry it."""
    found: dict[str, set[Span]] = {}
    for mention in mentions:
        for context in mention.contexts:
            found.setdefault(context.name, set()).update(context.evidence)
    return tuple(Context(name, tuple(sorted(found[name]))) for name in sorted(found))


def _words(spans: Any) -> tuple[str, ...]:
    weapons: dict[str, None] = {}
    for span in spans:
        assert isinstance(span, Span)
        weapons.setdefault(span.text.lower(), None)
    return tuple(weapons)
