"""The shapes of the answers, for the description of the API. What makes them is `surface.ledger_json` and `json`.

Where an answer is a value of the model as it stands (an event, an actor), its own type describes it. A test holds
every answer against these.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from ... import model
from ...explain import LinkKind
from ...ledger import Correction, Decision

T = TypeVar("T")


class Shape(BaseModel):
    """Nothing but what is named."""

    model_config = ConfigDict(extra="forbid")


class Portion(Shape, Generic[T]):
    """A portion of a list. `next` is the cursor of the one behind it; null: this is the last. It may hold fewer than
    asked for, or none, and yet not be the last."""

    items: list[T]
    next: str | None


# ── incidents ────────────────────────────────────────────────────────────────────────────────────


class TollEntry(Shape):
    """One figure of a toll's history."""

    id: str
    low: int | None
    high: int | None
    value: int | None
    qualifier: str | None
    source: str
    speaker: str | None
    relayed_by: str | None
    published: str | None
    as_of: str | None
    report: str
    rank: int
    current: bool
    superseded_by: str | None
    why: str | None
    quote: str


class Toll(Shape):
    """What is known of one measure, by a named rule."""

    measure: str
    group: str | None
    low: int | None
    best: int | None
    high: int | None
    as_of: str | None
    rule: str
    figures: list[TollEntry]


class Responsibility(Shape):
    """Who is said to have done it."""

    claimed_by: list[str]
    attributed_to: list[str]
    denied_by: list[str]


class Disagreement(Shape):
    """Who says what against whom."""

    text: str
    between: list[str]
    since: str | None
    about: str
    claims: list[str]


class Incident(Shape):
    """One happening as many reports tell it; `originators` is how many of them speak for themselves."""

    format: Literal["asof-incident-1"]
    id: str
    type: str
    mode: str | None
    status: str
    place: str | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    level: str | None
    start: str | None
    end: str | None
    actors: list[str]
    recipients: list[str]
    weapons: list[str]
    reports: list[str]
    originators: int
    first_published: str | None
    last_published: str | None
    tolls: list[Toll]
    responsibility: Responsibility
    disagreements: list[Disagreement]
    tellings: list[str]
    as_of: str | None
    producer: str


class Step(Shape):
    """From `at` on this was believed."""

    at: str
    low: int | None
    best: int | None
    high: int | None
    as_of: str | None
    sources: list[str]
    figures: list[str]


class Series(Shape):
    """One measure over time."""

    measure: str
    group: str | None
    steps: list[Step]


class Tolls(Shape):
    """The tolls of an incident over time."""

    format: Literal["asof-tolls-1"]
    id: str
    as_of: str | None
    series: list[Series]
    producer: str


class Change(Shape):
    """One thing that changed, and why."""

    what: str
    before: str | None
    after: str | None
    why: str
    claims: list[str]


class Differences(Shape):
    """What changed about an incident between two moments."""

    format: Literal["asof-diff-1"]
    id: str
    start: str | None = Field(alias="from")
    end: str | None = Field(alias="to")
    changes: list[Change]
    producer: str


class Link(Shape):
    """One link of the chain from a value to its bytes; `depth` says under which one it stands."""

    depth: int
    kind: LinkKind
    text: str
    ref: str | None


class Chain(Shape):
    """Why a value is what it is."""

    value: str
    as_of: str | None
    links: list[Link]


# ── what records hold ────────────────────────────────────────────────────────────────────────────


class Quote(Shape):
    """Who said what."""

    id: str
    speaker: str | None
    actor: str | None
    kind: Literal["direct", "indirect", "mixed"]
    channel: str | None
    stance: model.Stance
    relayed_by: str | None
    cue: str | None
    content: str
    content_spans: list[model.Span]
    cue_spans: list[model.Span]
    source_span: model.Span | None
    score: float
    evidence: list[model.Span]
    producer: str


class Time(Shape):
    """Words that tell when."""

    id: str
    start: str | None
    end: str | None
    precision: model.TimePrecision | None
    kind: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    as_of: bool
    anchored: bool
    age: bool
    evidence: list[model.Span]
    producer: str


class Source(Shape):
    """The report that a value stands in."""

    report: str
    published: str | None


class Claim(Source):
    """A figure or an event that a report has somebody give."""

    kind: Literal["figures", "events"]
    value: model.Figure | model.Event


class Said(Source):
    """A quote of a report."""

    kind: Literal["quotes"]
    value: Quote


class Acting(Source):
    """An actor of a report."""

    kind: Literal["actors"]
    value: model.Actor


class Placed(Source):
    """A place of a report."""

    kind: Literal["places"]
    value: model.Place


class Anything(Source):
    """Whatever in a report has the id that was asked for."""

    kind: Literal["events", "figures", "quotes", "incidents", "places", "times", "actors"]
    value: model.Event | model.Figure | Quote | model.Incident | model.Place | Time | model.Actor


# ── reports ──────────────────────────────────────────────────────────────────────────────────────


class Report(Shape):
    """What is known of a report, without its text."""

    sha256: str
    size: int
    file: str | None
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    superseded_by: str | None


class Facts(Shape):
    """The facts about the bytes as received."""

    sha256: str | None
    size: int
    file: str | None
    url: str | None
    title: str | None
    publisher: str | None
    byline: str | None
    published: str | None
    modified: str | None
    fetched: str | None
    language: str | None
    media_type: str | None
    encoding: str | None


class Record(Shape):
    """What was read from one report: `asof schema` prints the schema with every field explained."""

    format: Literal["asof-record-1"]
    report: Facts
    text: str
    events: list[model.Event]
    figures: list[model.Figure]
    quotes: list[Quote]
    places: list[model.Place]
    times: list[Time]
    actors: list[model.Actor]
    incidents: list[model.Incident]
    skipped: list[model.Skipped]
    producer: str
    components: list[str]


class Told(Shape):
    """A report with its record; `incidents` are those that it tells of, as they are known."""

    report: Report
    incidents: list[str]
    record: Record


class Taken(Shape):
    """What became of a report that was posted: `new`, or `known` where its bytes were there."""

    fate: Literal["new", "known"]
    report: str
    supersedes: str | None
    incidents: list[str]


class Found(Shape):
    """A report that holds the words. `snippet` is `text[start:end]`; `finds` are offsets in the text, all of them."""

    report: str
    published: str | None
    title: str | None
    start: int
    end: int
    snippet: str
    finds: list[tuple[int, int]]


class Format(Shape):
    """A format that incidents are exported in."""

    name: str
    about: str


# ── decisions ────────────────────────────────────────────────────────────────────────────────────


class Decided(Shape):
    """What a person decided, and what follows: incidents that are new or other than before, ids that are no more."""

    decisions: list[Decision]
    corrections: list[Correction]
    incidents: list[Incident]
    gone: list[str]
