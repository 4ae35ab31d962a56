"""Annotations: what words of a report mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .received import Span

Status = Literal["occurred", "ongoing", "planned", "hypothetical", "negated", "background"]
Stance = Literal["states", "claims", "denies", "accuses", "confirms", "estimates"]
Level = Literal["site", "district", "city", "admin2", "admin1", "country"]
FINE: tuple[Level, ...] = ("site", "district", "city")  # levels at which something happens, not merely lies
ActorKind = Literal["person", "group", "organisation", "state", "thing"]
TimePrecision = Literal[
    "minute", "hour", "part_of_day", "day", "week", "month", "season", "quarter", "half", "year", "decade", "century",
    "range", "vague",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """One who acts or is acted upon, with every mention in the report as evidence.

    `name` is the name to show ("Donald Trump", "Sudanese army", "Government of Sudan", or the words
    of an unnamed one: "a local official"); `country` is ISO 3166 alpha-3; `sector` is PLOVER's.
    `of` is the actor that this one speaks for or belongs to (a spokesman's army), by id.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    registry_id: str | None = None
    of: str | None = None
    title: str | None = None
    evidence: tuple[Span, ...] = ()
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to an actor: `head` is the token index of their grammatical head."""

    span: Span
    head: int
    actor: str
    form: Literal["name", "nominal", "pronoun"]
    score: float = 1.0
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the world. Coordinates are WGS 84 degrees; country is ISO 3166 alpha-3.

    `within` is the id of the place of this report that it lies in or near. A place without coordinates
    of its own has that one's: a representative point, told from a found one by having no `geonames_id`.
    """

    id: str
    name: str
    level: Level
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    within: str | None = None
    timezone: str | None = None  # IANA name
    score: float = 1.0
    evidence: tuple[Span, ...] = ()
    producer: str = ""


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """Words that name a place. `role` tells what for: only `place` says where something is.

    `actor`: a capital or state that stands for its government ("Moscow launched"); `name`: part of
    a longer name ("Kordofan Medics' Union", "Doha deal"); `origin`: an adjective or attribute
    ("Sudanese", "South African"). `place` is the id of the Place, null where the report has none for
    it: the name is not resolved, or it never tells where something is. Country and point are then still known.
    """

    span: Span
    place: str | None
    role: Literal["place", "actor", "name", "origin", "dateline"]
    score: float = 1.0
    producer: str = ""
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class TimeRef:
    """Words that tell when. `start` and `end` are ISO 8601, inclusive, as precise as the words.

    `value` is the TIMEX3 value ("2024-W17", "P3D", "PRESENT_REF", "2025-04-24TNI"); `kind` its type.
    Unresolved (no anchor): start and end are null and `value` keeps what is certain. `age`: how old somebody is.
    """

    id: str
    span: Span
    kind: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    start: str | None
    end: str | None
    precision: TimePrecision | None
    as_of: bool = False
    anchored: bool = False
    age: bool = False
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count in words: `low`, `high`, `value` by the qualifier ("at least 12": low 12, high null).

    `span` covers qualifier, number and nothing more; `noun` is the token index of what is counted
    (null for "31" in "risen to 31"); `head` the token index of the number itself.
    """

    span: Span
    head: int
    low: int | None
    high: int | None
    value: int | None
    qualifier: str | None = None
    noun: int | None = None
    ordinal: bool = False
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Who said what. `content` may be several spans (a quote broken by its cue).

    `source` are the words that name the speaker, `cue` those that say it is said; `actor` the
    speaker's id where it is resolved. `relayed_by`: who passes it on ("the ministry said, citing
    the governor": speaker the governor, relayed by the ministry). `level`: a `statement` tells what
    happened or holds; an `attitude` is a wish, demand, accusation or plan, which the record leaves out.
    """

    id: str
    content: tuple[Span, ...]
    kind: Literal["direct", "indirect", "mixed"]
    speaker: str | None
    actor: str | None = None
    source: Span | None = None
    cue: tuple[Span, ...] = ()
    channel: str | None = None
    stance: Stance = "states"
    relayed_by: str | None = None
    level: Literal["statement", "attitude"] = "statement"
    score: float = 1.0
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What an event is about besides its type ("election", "health"): a context of the codebook, and its words."""

    name: str
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class EventMention:
    """One wording of an event: trigger words, roles as ids of actors, and what the grammar says of its status.

    `place` and `time` are ids too; `frame` is the codebook's notation that the words fit.
    """

    trigger: Span
    head: int
    type: str
    mode: str | None
    status: Status
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    time: str | None = None
    weapons: tuple[Span, ...] = ()
    contexts: tuple[Context, ...] = ()
    evidence: tuple[Span, ...] = ()
    frame: str = ""
    score: float = 1.0
    producer: str = ""
