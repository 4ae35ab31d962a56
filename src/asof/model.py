"""Every type of the record. Read this first.

A `Report` is bytes as received; a `Document` is its clean text and the only coordinate system;
annotations (`Mention` … `EventMention`) say what words mean; claims (`Figure`, `Event`, `Quote`)
say what one report has somebody say happened; an `Incident` is one happening in the world.
All are frozen: a stage returns new values, it never edits old ones.

Offsets are half-open code points into `Document.text`. Moments are ISO 8601 strings and may be
partial (`2024-05`); unknown is `None`, never a default.
"""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from typing import Any, Literal

Status = Literal["occurred", "ongoing", "planned", "hypothetical", "negated", "background"]
Stance = Literal["states", "claims", "denies", "accuses", "confirms", "estimates"]
Level = Literal["site", "district", "city", "admin2", "admin1", "country"]
ActorKind = Literal["person", "group", "organisation", "state", "thing"]
TimePrecision = Literal[
    "minute", "hour", "part_of_day", "day", "week", "month", "season", "quarter", "half", "year", "decade", "century",
    "range", "vague",
]  # fmt: skip
PartKind = Literal[
    "headline", "summary", "body", "entry", "correction",  # carry meaning: see CODED_PARTS
    "dateline", "byline", "note", "credit", "label",  # about the report, not about the world
]  # fmt: skip
CODED_PARTS: frozenset[str] = frozenset({"headline", "summary", "body", "entry", "correction"})


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of a document: `document.text[start:end] == text`. Make one with `Document.span`."""

    start: int
    end: int
    text: str


# ── what was received ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Report:
    """The facts about the bytes as received. `published` carries its UTC offset where the report does."""

    sha256: str
    size: int
    file: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    fetched: str | None = None
    language: str | None = None
    media_type: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text with one function. `published` is its own moment (a live blog's entry)."""

    kind: PartKind
    start: int
    end: int
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """`EL OBEID, Sudan, March 10 (NileWire) -`: where and by whom a report was filed, as words."""

    span: Span
    places: tuple[Span, ...]
    date: Span | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Clean text of a report: the headline, a blank line, then paragraphs, each a `Part`.

    Parts do not overlap, are in order, and cover all that is not white space. A dateline, a time
    stamp of a live blog's entry or a number of a paragraph is a part of its own, so that the part
    which follows begins with the sentence proper.
    """

    report: Report
    text: str
    parts: tuple[Part, ...] = ()
    datelines: tuple[Dateline, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    @property
    def id(self) -> str:
        return self.report.sha256

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, self.text[start:end])

    @property
    def opening(self) -> str:
        """The first words below the headline: a label, a dateline or the first paragraph."""
        return next((self.text[p.start : p.end] for p in self.parts if p.kind != "headline"), "")

    def part_at(self, offset: int) -> Part | None:
        return next((p for p in self.parts if p.start <= offset < p.end), None)


# ── annotations: what words mean ─────────────────────────────────────────────────────────────────


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
    evidence: tuple[Span, ...] = ()
    frame: str = ""
    score: float = 1.0
    producer: str = ""


# ── claims: what the report has somebody say ─────────────────────────────────────────────────────


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
class Skipped:
    """Something seen and not coded, and why. `what` names the kind ("figure", "place", "report")."""

    what: str
    reason: str
    evidence: tuple[Span, ...] = ()


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
        from . import _notebook

        return _notebook(self)


def identify(prefix: str, document: str, *content: object) -> str:
    """A stable id: the prefix and twelve hex digits of a hash over the document's id and the content.

    Twelve, so that ids stay apart in a store of millions (eight would meet by chance among 65,000).
    """
    digest = hashlib.sha256("\x1f".join([document, prefix, *map(repr, content)]).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:12]}"


def plain(value: Any) -> Any:
    """Any value of this module as plain dicts, lists and scalars, fields in their declared order."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value
