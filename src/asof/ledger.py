"""Types of what many reports tell together. Read `model` first.

A `Filing` is one report as the ledger sees it; a `Telling` is what it tells of one incident; a `Count`
is one figure that it gives. `Decision` says of two tellings whether they are of one incident, and why.
`ConsolidatedIncident` is derived from all of them, and can be rebuilt at any time, for any moment.

These are small on purpose: a store holds millions of them, and the record that each came from can be
looked up by the report's `sha256`. Moments (`published`, `at`) are ISO 8601 in UTC, `2026-03-10T11:05:00Z`,
so that they can be compared as text; `as_of`, `start` and `end` keep the precision of the words.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final, Literal

from .model import Level, Stance, Status

Verdict = Literal["same", "different", "unsure"]
REJECTED: Final = "rejected"  # the status of what the report does not say, in the eyes of a person: it is left out
RULE = "rule:"  # how `Decision.by` begins when no person decided; the rule's `name@version` follows


@dataclass(frozen=True, slots=True)
class Filing:
    """One report in the ledger.

    `credit` is the agency that it names as its source ("AFP"); `sketch` the least hashes of its word
    shingles, by which copies are found. `superseded_by` is the later version of the same page. Whose text it
    is depends on what else was published, and when: that is derived (`ConsolidatedIncident.originators`).
    """

    report: str
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    credit: str | None = None
    sketch: tuple[int, ...] = ()
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report tells of one incident: a within-report `Incident`, with what is needed to compare it.

    `id` is the within-report incident's id (unique over all reports). `types` are those of all its events, its
    own first; `places` every name of a place that they give. `words` are the lemmas that its evidence holds,
    without the most common ones; `figures` are (measure, low, high) as told.
    """

    id: str
    report: str
    published: str | None
    type: str
    types: tuple[str, ...] = ()
    mode: str | None = None
    status: Status = "occurred"
    place: str | None = None
    places: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    level: Level | None = None
    start: str | None = None
    end: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    figures: tuple[tuple[str, int | None, int | None], ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of one report, with all that the toll needs. `id` is the figure's id.

    `group` narrows the measure: children, women, civilians, soldiers, rebels, police, medics, …; null is all.
    `speaker` is null where the report says it in its own voice; `speaker_of` is the body that the speaker speaks
    for (a spokeswoman's union). `quote` are the words, which begin at `start` in the report's text.
    """

    id: str
    report: str
    telling: str | None
    measure: str
    group: str | None = None
    low: int | None = None
    high: int | None = None
    value: int | None = None
    qualifier: str | None = None
    unit: str | None = None
    scope: str | None = None
    status: Literal["current", "earlier", "withdrawn"] = "current"
    part_of: str | None = None
    place: str | None = None
    as_of: str | None = None
    published: str | None = None
    speaker: str | None = None
    speaker_of: str | None = None
    speaker_sector: str | None = None
    speaker_country: str | None = None
    relayed_by: str | None = None
    stance: Stance = "states"
    quote: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """One event claim of one report that bears on who did it, or on whether it happened.

    `id` is the event's id; `speaker_of` the body that the speaker speaks for. Its `recipients` and `weapons` are kept
    so that they leave the incident with it, where a person rejects the event.
    """

    id: str
    report: str
    telling: str | None
    type: str
    status: Status
    actors: tuple[str, ...] = ()
    speaker: str | None = None
    speaker_of: str | None = None
    stance: Stance = "states"
    published: str | None = None
    quote: str = ""
    recipients: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """All that one report adds to the ledger. `keys` are the block keys of each telling, in the order of `tellings`."""

    filing: Filing
    tellings: tuple[Telling, ...] = ()
    keys: tuple[tuple[str, ...], ...] = ()
    counts: tuple[Count, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One named reason for or against, with its weight in the score and the facts that gave it."""

    name: str
    weight: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether two tellings are of one incident; `left` sorts before `right`. Append-only: undoing is another one.

    `by` is `rule:NAME@VERSION` or a person; `undoes` is the id of the decision that this one takes back.
    A person's decision outranks every rule's, and a later one an earlier one.
    """

    id: str
    left: str
    right: str
    verdict: Verdict
    score: float | None = None
    reasons: tuple[Reason, ...] = ()
    by: str = RULE
    at: str | None = None
    note: str | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of one value of a claim: that `field` is `value` (null: not known), or, with `field` null,
    that the claim is right as it was read. Append-only; `undoes` is the id of the correction that this one takes back.

    `claim` is the id of a figure, an event or a within-report incident of the report; `before` what was read.
    It holds for any moment: a reading is corrected, not what was published.
    """

    id: str
    claim: str
    report: str
    field: str | None = None
    value: str | int | None = None
    before: str | int | None = None
    by: str = ""
    at: str = ""
    note: str | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class TollFigure:
    """One entry of a toll's history. `current`: it stands at the moment asked for; else `superseded_by` says what
    took its place (another figure's id) or `why` that it was withdrawn. `rank`: nearness of the source to the count,
    0 nearest."""

    count: Count
    source: str
    rank: int
    current: bool
    superseded_by: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Toll:
    """What is known of one measure, and of one group in it, as of a moment: derived by the named rule."""

    measure: str
    group: str | None
    low: int | None
    best: int | None
    high: int | None
    as_of: str | None
    rule: str
    figures: tuple[TollFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Who says what against whom, in words; `since` when the second of them was published."""

    text: str
    between: tuple[str, ...]
    since: str | None
    about: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsolidatedIncident:
    """One happening as many reports tell it, as of a moment (`as_of` null: with all that is there).

    `id` stays while reports are added; `tellings` are its members in the order of publication. The status `rejected`
    is that of one whose tellings people all reject: it is found by its id, and stands in no list.
    """

    id: str
    type: str
    mode: str | None
    status: Status | Literal["rejected"]
    place: str | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    level: Level | None
    start: str | None
    end: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    weapons: tuple[str, ...]
    reports: tuple[str, ...]
    originators: tuple[str, ...]
    tolls: tuple[Toll, ...]
    claimed_by: tuple[str, ...]
    attributed_to: tuple[str, ...]
    denied_by: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]
    tellings: tuple[str, ...]
    first_published: str | None
    last_published: str | None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What an addition changes: decisions, incidents that are new or other than before, ids that are no more."""

    decisions: tuple[Decision, ...] = ()
    incidents: tuple[ConsolidatedIncident, ...] = ()
    gone: tuple[str, ...] = ()


def decision_id(left: str, right: str, verdict: str, by: str, at: str | None, undoes: str | None = None) -> str:
    """The id of a decision: what was decided on what, by whom and when. A rule's has no time, so it comes out the same
    in every run."""
    content = "\x1f".join(part or "" for part in (left, right, verdict, by, at, undoes))
    return f"d-{hashlib.sha256(content.encode()).hexdigest()[:12]}"


def correction_id(
    claim: str, field: str | None, value: str | int | None, by: str, at: str, undoes: str | None = None
) -> str:
    """The id of a correction: what was said of which value, by whom and when."""
    content = "\x1f".join("" if part is None else str(part) for part in (claim, field, value, by, at, undoes))
    return f"k-{hashlib.sha256(content.encode()).hexdigest()[:12]}"
