"""Every expression of time in a report, resolved against the moment when its words were published.

A word that may begin an expression calls the grammar (`times_grammar.py`); the longest match wins; a clock
time or part of a day joins the day beside it (`times_match.py`). What tense, context and publication do not
settle stays unresolved: `start` and `end` are null and `anchored` is false.

Does not decide which event a time belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from ..model import Skipped, Span, TimeRef, identify
from ..reading import Reading, Sentence
from . import times_calendar as calendar
from . import times_context as context
from .times_anchor import Anchor, Meaning
from .times_calendar import Period
from .times_filter import stands_alone
from .times_match import Found, expressions, paired_zone
from .times_tense import direction

_AS_OF = re.compile(r"\bas\s+(?:of|at|on)\s+(?:about\s+|around\s+|late\s+|early\s+)?$")
# The hour when a part of the day begins: a report published before it can only mean the day before.
_BEGINS = {"MO": 4, "MI": 11, "AF": 12, "EV": 17, "NI": 19}


class TimeFinder:
    """Dates, clock times, lengths and repetitions, with their TIMEX3 values and their days."""

    name, version = "times", "1"
    requires: tuple[str, ...] = ("tokens",)
    provides = ("times",)

    def __call__(self, reading: Reading) -> Mapping[str, tuple[Any, ...]]:
        text = lowered(reading.document.text)
        about = context.of(reading)
        found: list[TimeRef] = []
        unanchored: list[Span] = []
        mentioned: list[tuple[Sentence, list[Period]]] = []
        for sentence in reading.sentences:
            moment, timed = context.moment(reading.moment(sentence.start))
            anchor = Anchor(
                moment, _no_tense, "", about.zone, about.southern, timed, about.day_first,
                mentioned=_within_reach(mentioned, sentence),
            )  # fmt: skip
            told = len(anchor.mentioned)
            pieces = [
                piece for piece in expressions(reading, text, sentence, anchor)
                if not piece.meaning.bare or stands_alone(piece.rule, piece.tokens[0])
            ]  # fmt: skip
            if not pieces:
                continue
            for piece in _settled(pieces, anchor, text, about.zone_in(sentence)):
                ref = self._reference(reading, piece, anchor, text)
                found.append(ref)
                if moment is None and ref.start is None and ref.kind in ("DATE", "TIME"):
                    unanchored.append(ref.span)
            mentioned.append((sentence, anchor.mentioned[told:]))
        if unanchored:
            why = "the report has no published date: relative times stay unresolved"
            return {"times": tuple(found), "skipped": (Skipped("time", why, tuple(unanchored[:1])),)}
        return {"times": tuple(found)}

    def _reference(self, reading: Reading, piece: Found, anchor: Anchor, text: str) -> TimeRef:
        meaning = piece.meaning
        span = reading.document.span(piece.start, piece.end)
        start, end = _bounds(meaning, anchor)
        return TimeRef(
            id=identify("t", reading.document.id, span.start, span.end, meaning.value),
            span=span,
            kind=meaning.kind,
            value=meaning.value,
            start=start,
            end=end,
            precision=meaning.precision if start or meaning.precision == "vague" else None,
            as_of=bool(_AS_OF.search(text[max(0, span.start - 24) : span.start])),
            anchored=start is not None,
            age=meaning.age,
            producer=f"{self.name}@{self.version}",
        )


def lowered(text: str) -> str:
    """Lower case of the same length, so that offsets hold (a few capitals become two letters elsewhere)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _no_tense() -> None:
    return None


def _within_reach(mentioned: list[tuple[Sentence, list[Period]]], sentence: Sentence) -> list[Period]:
    """Periods told shortly before: in the last sentences, and in no other entry of a live report."""
    return [
        period
        for earlier, periods in mentioned[-4:]
        if sentence.index - earlier.index <= 4 and (sentence.part.kind != "entry" or earlier.part is sentence.part)
        for period in periods
    ]


def _settled(pieces: list[Found], anchor: Anchor, text: str, zone: tzinfo | None) -> list[Found]:
    """The same pieces, with days for clock times that stood alone, and zones."""
    for k, piece in enumerate(pieces):
        if k + 1 < len(pieces) and (paired := paired_zone(piece, pieces[k + 1], text)) is not None:
            piece.meaning = paired
        meaning = piece.meaning
        if meaning.loose and anchor.moment is not None and (meaning.clock or meaning.part):
            on = _day_of(meaning, piece, anchor)
            piece.meaning = meaning.on(calendar.day(on)) if on is not None else meaning
        if piece.meaning.clock is not None and piece.meaning.zone is None:
            piece.meaning = replace(piece.meaning, zone=zone)
    return pieces


def _day_of(meaning: Meaning, piece: Found, anchor: Anchor) -> date | None:
    """The day of a clock time or part of a day that names none: the day told last, else the day of publication.

    Null where a habit is told: "the market stays open at night".
    """
    assert anchor.moment is not None
    told = anchor.last("day", "part_of_day")
    if told is not None:
        return told.last
    if piece.rule == "part_alone" and direction(piece.head) != "past":
        return None
    if meaning.ends_day:
        today = anchor.moment.date()
        return today if direction(piece.head) == "future" or today == date.min else today - timedelta(days=1)
    hour = meaning.clock or time(_BEGINS.get(meaning.part or "", 0))
    published = anchor.moment.time()
    today = anchor.moment.date()
    if anchor.timed and direction(piece.head) == "future":
        return today if hour >= published or today == date.max else today + timedelta(days=1)
    if anchor.timed and hour > published and today > date.min:
        return today - timedelta(days=1)
    return today


def _bounds(meaning: Meaning, anchor: Anchor) -> tuple[str | None, str | None]:
    """First and last day, or the moment, as ISO 8601."""
    if meaning.bounds is not None:
        return meaning.bounds[0].isoformat(), meaning.bounds[1].isoformat()
    period = meaning.period
    if period is None:
        return None, None
    if meaning.clock is None:
        return period.first.isoformat(), period.last.isoformat()
    zone = meaning.zone or (anchor.moment.tzinfo if anchor.moment else None)
    at = datetime.combine(period.first, meaning.clock, tzinfo=zone).isoformat()
    return at, at
