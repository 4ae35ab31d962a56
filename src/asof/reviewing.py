"""A person's review of what was read: what to look at first, a sample for two coders, and how far they agree.

What a coder says of a value are their corrections (`deciding.correct`): one without a field says that the claim is
right. Of a claim that a coder reviewed, each value that they did not correct is one that they let stand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .agreement import Alpha, Level, Value, alpha
from .deciding import read_of
from .doubts import Doubt, doubts, score
from .errors import NotFound, WrongUse
from .ledger import Correction, Decision
from .model import Event, Figure, Record
from .reconcile.corrections import FIELDS, rejected, standing
from .reconcile.corrections import REJECTED as REJECTED  # the status of what is rejected, for those who show it
from .reconcile.undoing import undone as undone  # likewise
from .store.asking import Asking
from .store.reviewed import Kind

PORTION = 40  # records opened in one look: a tenth of a second's work
UNKNOWN = "(not known)"  # a value that a coder says is not known: one like any other when values are compared


# ── what to look at first ────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ToReview:
    """A value that nobody has reviewed, with the reasons to doubt it; `score` is how likely it is right."""

    report: str
    title: str | None
    published: str | None
    kind: Kind
    claim: Figure | Event
    doubts: tuple[Doubt, ...]
    score: float


def doubtful(
    shelf: Asking, after: tuple[str, str] | None = None, limit: int = 25, below: float = 0.6
) -> tuple[list[ToReview], tuple[str, str] | None]:
    """Values that are likely wrong, of some of the latest reports, the least sure first; and behind which report the
    next portion begins (null: there is none). Of events, those that have a part in an incident."""
    found: list[ToReview] = []
    while len(found) < limit:
        reports = shelf.reports(after, PORTION, newest_first=True)
        for kept in reports:
            record = shelf.record(kept.sha256)
            if record is not None:
                found += [one for one in unreviewed(shelf, record) if one.score < below]
            after = (kept.published or "", kept.sha256)
            if len(found) >= limit:
                break
        else:
            if len(reports) < PORTION:
                after = None
                break
    return sorted(found, key=lambda one: (one.score, one.claim.id)), after


def unreviewed(shelf: Asking, record: Record) -> list[ToReview]:
    """Of the claims of a report that nobody has judged, those to look at: figures, and events with a part in an
    incident; each with its doubts."""
    report = record.report
    made = []
    for kind, claim in unjudged(shelf, record):
        if kind == "figures" or claim.incident is not None:
            why = doubts(record, claim)
            made.append(ToReview(report.sha256, report.title, report.published, kind, claim, why, score(claim, why)))
    return made


def said_of(shelf: Asking, reports: Collection[str], by: str | None = None) -> list[Correction]:
    """What people say of the claims of these reports, as it stands; with `by`, what that coder alone says."""
    return _as_it_stands(shelf.corrections(reports), by)


def _as_it_stands(corrections: Iterable[Correction], by: str | None) -> list[Correction]:
    """What one coder says stands beside what another says, not in its place; whoever takes it back, it is gone."""
    return standing(one for one in corrections if by is None or one.by == by or one.undoes is not None)


def claims_of(record: Record) -> Iterator[tuple[Kind, Figure | Event]]:
    """The claims of a report that are reviewed."""
    yield from (("figures", figure) for figure in record.figures)
    yield from (("events", event) for event in record.events)


def unjudged(shelf: Asking, record: Record) -> list[tuple[Kind, Figure | Event]]:
    """The figures and events of a report that nobody has accepted, corrected or rejected."""
    seen = {one.claim for one in said_of(shelf, (record.report.sha256,))}
    return [(kind, claim) for kind, claim in claims_of(record) if claim.id not in seen]


def is_reviewed(shelf: Asking, record: Record) -> bool:
    """Whether people have said of every figure and every event of a report what they are."""
    return any(claims_of(record)) and not unjudged(shelf, record)


def reviewed(shelf: Asking) -> Iterator[str]:
    """The reports that are reviewed, by their digests: looked for among those of which somebody said anything."""
    for sha in sorted({one.report for one in _corrections(shelf)}):
        record = shelf.record(sha)
        if record is not None and is_reviewed(shelf, record):
            yield sha


# ── a sample for two coders ──────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Sample:
    """A draw of claims. Its name says all of it, so that every coder gets the same one, whatever is added meanwhile:
    `40-7-1203-2204` are 40 claims, the draw 7, of the first 1,203 figures and the first 2,204 events of the store."""

    size: int
    seed: int
    figures: int
    events: int

    @property
    def name(self) -> str:
        return f"{self.size}-{self.seed}-{self.figures}-{self.events}"


def sample(shelf: Asking, size: int, seed: int = 1) -> Sample:
    """A draw from all that is there now."""
    figures, events = shelf.numbered("figures"), shelf.numbered("events")
    return Sample(min(size, figures + events), seed, figures, events)


def named(name: str) -> Sample:
    """The sample of this name."""
    parts = name.split("-")
    if len(parts) != 4 or not all(part.isdecimal() and len(part) < 12 for part in parts):
        raise WrongUse(f"{name!r} is no sample. Draw one: asof sample --size N gives its name, such as 40-7-1203-2204.")
    found = Sample(*map(int, parts))
    if not 0 <= found.size <= min(found.figures + found.events, 10_000):
        raise WrongUse(f"{name!r} is no sample: of so many claims, up to 10,000, so many cannot be drawn.")
    return found


def drawn(shelf: Asking, wanted: Sample) -> list[tuple[Kind, str, str]]:
    """The kind, id and report of each claim of a sample, in the order in which they were drawn."""
    total = wanted.figures + wanted.events
    numbers: dict[int, None] = {}
    turn = 0
    while len(numbers) < wanted.size:
        # A hash rather than a generator of random numbers: the same draw in every version of Python.
        digest = hashlib.sha256(f"{wanted.seed}:{turn}".encode()).digest()
        numbers[int.from_bytes(digest[:8]) % total] = None
        turn += 1
    found: list[tuple[Kind, str, str]] = []
    for number in numbers:
        kind: Kind = "figures" if number < wanted.figures else "events"
        at = shelf.claim_numbered(kind, 1 + (number if kind == "figures" else number - wanted.figures))
        if at is None:
            raise NotFound(f"The sample {wanted.name} is of another store: this one has fewer claims.")
        found.append((kind, *at))
    return found


# ── agreement ────────────────────────────────────────────────────────────────────────────────────

NUMBERS = ("low", "high", "value")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two coders agree on one value of claims (`figures low`), on whether a claim stands at all (`figures
    kept`), or on what belongs together (`pairs`)."""

    about: str
    alpha: Alpha


def agreement(shelf: Asking, one: str, other: str, of: Sample | None = None) -> list[Agreement]:
    """Krippendorff's alpha for everything that both coders said something of; `of` narrows the claims to a sample."""
    if one == other:
        raise WrongUse("Agreement is between two coders: give two names.")
    within = None if of is None else {id for _, id, _ in drawn(shelf, of)}
    coders = (one, other)
    values: dict[tuple[str, Level], list[tuple[Value | None, ...]]] = {}
    for said in _by_claim(shelf, coders, within):
        for about, level, unit in _units(shelf, coders, said):
            values.setdefault((about, level), []).append(unit)
    found = [Agreement(about, alpha(units, level)) for (about, level), units in sorted(values.items())]
    pairs = list(_pairs(shelf, coders)) if of is None else []
    return found + ([Agreement("pairs", alpha(pairs))] if pairs else [])


def coders(shelf: Asking) -> list[str]:
    """Everybody who has decided or corrected something, by name."""
    names = {one.by for one in _corrections(shelf)} | {one.by for one in _decisions(shelf)}
    return sorted(names)


def _corrections(shelf: Asking) -> list[Correction]:
    found: list[Correction] = []
    behind: int | None = None
    while portion := shelf.corrected(behind, 1000):
        found += [one for _, one in portion]
        behind = portion[-1][0]
    return found


def _decisions(shelf: Asking) -> list[Decision]:
    found: list[Decision] = []
    behind: int | None = None
    while portion := shelf.decided(behind, 1000, person=True):
        found += [one for _, one in portion]
        behind = portion[-1][0]
    return found


def _by_claim(shelf: Asking, coders: tuple[str, str], within: set[str] | None) -> Iterator[dict[str, list[Correction]]]:
    """Of each claim that both coders reviewed, what each says of it, as it stands."""
    everything = _corrections(shelf)
    found: dict[str, dict[str, list[Correction]]] = {}
    for coder in coders:
        for one in _as_it_stands(everything, coder):
            if within is None or one.claim in within:
                found.setdefault(one.claim, {}).setdefault(coder, []).append(one)
    yield from (said for _, said in sorted(found.items()) if len(said) == 2)


def _units(
    shelf: Asking, coders: tuple[str, str], said: dict[str, list[Correction]]
) -> Iterator[tuple[str, Level, tuple[Value | None, ...]]]:
    """What both say of one claim: of whether it stands, and of each of its values, where both let it stand."""
    first = said[coders[0]][0]
    claim = shelf.claim(first.claim)
    if claim is None or claim.field not in FIELDS:
        return
    given = [{one.field: one.value for one in said[coder] if one.field is not None} for coder in coders]
    kept = tuple("rejected" if rejected(values) else "kept" for values in given)
    yield f"{claim.field} kept", "nominal", kept
    if "rejected" in kept:
        return
    for field in FIELDS[claim.field]:
        level: Level = "interval" if field in NUMBERS else "nominal"
        read = read_of(claim.value, field)
        unit = tuple(_value(values.get(field, read), level) for values in given)
        yield f"{claim.field} {field}", level, unit


def _value(value: Any, level: Level) -> Value | None:
    if value is None:
        return None if level == "interval" else UNKNOWN
    found: Value = value
    return found


def _pairs(shelf: Asking, coders: tuple[str, str]) -> Iterator[tuple[Value | None, ...]]:
    """What each of two coders last said of a pair, and nobody took back, where both said something."""
    everything = _decisions(shelf)
    gone = undone(everything)
    found: dict[tuple[str, str], dict[str, str]] = {}
    for one in sorted(everything, key=lambda one: (one.at or "", one.id)):
        if one.undoes is None and one.id not in gone:
            found.setdefault((one.left, one.right), {})[one.by] = one.verdict
    for _, said in sorted(found.items()):
        if all(coder in said for coder in coders):
            yield tuple(said[coder] for coder in coders)
