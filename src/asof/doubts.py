"""How sure a reading is: reasons to doubt a figure or an event, each with how often such ones are right.

The shares were measured on 913 figures (71 % right) and 963 events (51 % right) of 15 streams with gold, November
2026; right is what `evaluate/reports_figures.py` and `reports_events.py` call so. A value has the lowest share of the
reasons that hold for it. Reasons with fewer than 15 values, or with a share near that of all, were left out (figures:
a qualifier, no place, a large number, a part of another; events: who says it, told twice in one report).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .model import Event, Figure, Record

# Types of which the reader finds too many.
OFTEN_WRONG = {
    "CONSULT": 0.13, "MOBILIZE": 0.19, "PROTEST": 0.22, "COERCE": 0.30, "SUPPORT": 0.33, "AID": 0.35, "THREATEN": 0.36,
    "CONCEDE": 0.36,
}  # fmt: skip
SURE_FIGURE, SURE_EVENT = 0.8, 0.7  # where no reason holds


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason in words, and the share of values with it that were right."""

    reason: str
    share: float


def doubts(record: Record, claim: Figure | Event) -> tuple[Doubt, ...]:
    """The reasons to doubt a value, the gravest first."""
    found = _of_figure(record, claim) if isinstance(claim, Figure) else _of_event(record, claim)
    return tuple(sorted(found, key=lambda one: (one.share, one.reason)))


def score(claim: Figure | Event, found: tuple[Doubt, ...]) -> float:
    """How likely a value is right, from the reasons to doubt it."""
    return min((one.share for one in found), default=SURE_FIGURE if isinstance(claim, Figure) else SURE_EVENT)


def _of_figure(record: Record, figure: Figure) -> Iterator[Doubt]:
    by = figure.attribution
    if by is None or by.speaker is None:
        yield Doubt("nobody is named who gives it", 0.52)
    elif by.actor is None:
        yield Doubt("who gives it is none of the report's actors", 0.64)
    if figure.status == "earlier":
        yield Doubt("read as an earlier figure", 0.53)
    if figure.incident is None:
        yield Doubt("belongs to no incident of the report", 0.66)
    if any(_otherwise(figure, other) for other in record.figures):
        yield Doubt("the same source gives another number in this report", 0.68)


def _otherwise(figure: Figure, other: Figure) -> bool:
    """Whether one source gives two numbers of the same at once."""

    def topic(one: Figure) -> tuple[object, ...]:
        speaker = one.attribution.speaker if one.attribution else None
        return (one.measure, one.unit, one.status, one.scope, one.incident, one.part_of is None, speaker)

    numbers = (figure.low, figure.high, figure.value) != (other.low, other.high, other.value)
    return other is not figure and numbers and topic(figure) == topic(other)


def _of_event(record: Record, event: Event) -> Iterator[Doubt]:
    if event.type in OFTEN_WRONG:
        yield Doubt(f"{event.type} is often read where there is none", OFTEN_WRONG[event.type])
    if event.status in ("hypothetical", "planned"):
        yield Doubt(f"read as {event.status}", 0.30 if event.status == "hypothetical" else 0.41)
    names = {actor.id: actor.name for actor in record.actors}
    actors = [names[id] for id in event.actor_ids if id in names]
    if any(not any(char.isupper() for char in name) for name in actors):
        yield Doubt("who did it is described, not named", 0.28)
    if len(event.actors) > 1:
        yield Doubt("several are said to have done it", 0.30)
    if not event.actors:
        yield Doubt("nobody is said to have done it", 0.45)
    if event.start is None:
        yield Doubt("no day is known", 0.37)
    if event.mode is None:
        yield Doubt("no mode is known", 0.45)
    if event.place is None:
        yield Doubt("no place is known", 0.49)
