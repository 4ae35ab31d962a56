"""From tokens to expressions: where the grammar is asked, which match is kept, and what joins its neighbour.

A word that begins no rule costs one look-up. Does not resolve anything by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache, partial

from ..reading import Reading, Sentence, Token
from . import times_calendar as calendar
from . import times_clock, times_dates, times_lengths, times_nearby, times_years  # noqa: F401  (their rules)
from .times_anchor import Anchor, Meaning, offset
from .times_calendar import Period
from .times_filter import plausible
from .times_grammar import RULES, Rule
from .times_tense import direction

# What may stand between a day and its clock time or part, in either order.
_JOINT = re.compile(
    r"\s*,?\s*(?:(?:on|at|of|in|around|about|by|from|shortly\s+(?:before|after)|just\s+(?:before|after))\s+)?(?:the\s+)?"
)
_INTO = re.compile(r"\s*(?:in)?to\s+")
_SAME_MOMENT = re.compile(r"\s*(?:[a-z]+\s+time\s*)?[(/,]\s*")


@dataclass(slots=True)
class Found:
    """An expression: offsets into the document, its tokens, what it means."""

    start: int
    end: int
    tokens: list[Token]
    rule: str
    meaning: Meaning

    @property
    def head(self) -> Token:
        """The token that ties the expression to the rest of the sentence."""
        first, last = self.tokens[0].i, self.tokens[-1].i
        return next((t for t in self.tokens if not first <= t.head.i <= last or t.head is t), self.tokens[0])


@cache
def _index() -> tuple[dict[str, tuple[Rule, ...]], tuple[Rule, ...]]:
    """Rules by the words that they may begin with, and those that a number may begin."""
    by_word: dict[str, list[Rule]] = {}
    for item in RULES:
        for word in sorted(item.first):
            by_word.setdefault(word, []).append(item)
    return {word: tuple(rules) for word, rules in by_word.items()}, tuple(r for r in RULES if r.digits)


def expressions(reading: Reading, text: str, sentence: Sentence, anchor: Anchor) -> Iterator[Found]:
    """The expressions of one sentence, joined with their neighbours, in order."""
    by_word, of_digits = _index()
    held: Found | None = None
    busy_until = -1
    for token in sentence.tokens:
        if token.start < busy_until:
            continue
        rules = of_digits if token.text[0].isdigit() else by_word.get(token.lower)
        if rules is None and "-" in token.text:
            rules = by_word.get(token.lower.partition("-")[0])  # "mid-1990s" is one token
        if rules is None:
            continue
        found = _best(reading, text, token, rules, anchor)
        if found is None:
            continue
        busy_until = found.end
        joined = _join(held, found, text, anchor) if held else None
        if joined is not None:
            held = joined
        else:
            if held is not None:
                yield held
            held = found
        _remember(anchor, held)
    if held is not None:
        yield held


def _remember(anchor: Anchor, found: Found) -> None:
    period = found.meaning.period
    derived = (
        found.rule in ("distance", "told_distance", "year_ago_period", "year_period")
        and period is not None
        and (period.precision == "quarter")
    )  # a year before the quarter that the report is about: not what the next "a year earlier" starts from
    if period is not None and not derived and not (anchor.day and period.first > anchor.day):
        anchor.mentioned.append(period)


def _best(reading: Reading, text: str, token: Token, rules: tuple[Rule, ...], anchor: Anchor) -> Found | None:
    """The longest plausible match at this word."""
    limit = token.sentence.part.end
    matched = [(match.end(), rule, match) for rule in rules if (match := rule.pattern.match(text, token.start, limit))]
    matched.sort(key=lambda item: -item[0])
    for end, rule, match in matched:
        while text[end - 1].isspace():
            end -= 1
        tokens = reading.tokens_in(token.start, end)
        found = Found(token.start, end, tokens, rule.name, Meaning("DATE", None))
        if not plausible(rule.name, match, tokens, text):
            continue
        anchor.tense, anchor.limit = partial(direction, found.head), found.head.head.lower
        try:
            meaning = rule.read(match, anchor)
        except (ValueError, OverflowError):  # the 31st of February; before year 1
            continue
        if meaning is not None:
            found.meaning = meaning
            return found
    return None


# ── joining ──────────────────────────────────────────────────────────────────────────────────────


def _join(left: Found, right: Found, text: str, anchor: Anchor) -> Found | None:
    """One expression of two neighbours: a day with its clock time or its part, two ways to tell one moment."""
    gap = text[left.end : right.start]
    if len(gap) > 24:
        return None
    meaning = None
    try:
        if _JOINT.fullmatch(gap):
            meaning = _day_with_time(left.meaning, right.meaning)
        elif left.meaning.part == "NI" and right.meaning.precision == "day" and _INTO.fullmatch(gap):
            meaning = _night(left.meaning, right.meaning.period, ending=True)
    except OverflowError:  # the night before the calendar's first day
        return None
    if meaning is None:
        return None
    return Found(left.start, right.end, [*left.tokens, *right.tokens], right.rule, meaning)


def _is_two_nights(meaning: Meaning) -> bool:
    period = meaning.period
    return period is not None and meaning.precision == "range" and (period.last - period.first).days == 1


def _is_day(meaning: Meaning) -> bool:
    return meaning.kind == "DATE" and (
        meaning.precision == "day" or (meaning.value or "").startswith(("XXXX-WXX-", "XXXX-XX-XX"))
    )


def _day_with_time(left: Meaning, right: Meaning) -> Meaning | None:
    if _is_day(left) and right.kind == "TIME" and right.loose:
        return _at(right, left)
    if left.part == "NI" and left.loose and _is_two_nights(right):
        return _night(left, calendar.day(right.period.last), ending=True)  # type: ignore[union-attr]
    if _is_day(right) and left.kind == "TIME":
        if left.loose:
            return _at(left, right)
        if left.part == "NI" and left.precision == "part_of_day" and right.period:
            return _night(left, right.period, ending=False)
    if left.kind == "TIME" and not left.loose and right.loose and right.kind == "TIME":
        if left.clock is None and right.clock is not None and left.period is not None:
            return right.on(calendar.day(left.period.first))  # "Tuesday morning at 8 a.m."
        if left.clock is not None and right.bare:
            return left  # "8 p.m. Tuesday night"
    return None


def _at(time_: Meaning, day: Meaning) -> Meaning:
    """The clock time or part on that day, also where the day itself is not resolved."""
    if day.period is not None:
        return time_.on(day.period)
    suffix = (time_.value or "").partition("T")[2]
    return replace(time_, value=f"{day.value}T{suffix}", bare=False, loose=False, anchored=False)


def _night(night: Meaning, day: Period | None, ending: bool) -> Meaning | None:
    """The night that ends on this day, or that is named for it."""
    if day is None:
        return None
    evening = day.first - timedelta(days=1)
    if not ending and night.period is not None and day.first < night.period.last:
        evening = day.first  # "overnight on Tuesday", published later than Wednesday's morning
    found = Period("part_of_day", evening.isoformat(), evening, evening + timedelta(days=1))
    return replace(night, value=f"{found.value}TNI", period=found, loose=False, bare=False)


def paired_zone(left: Found, right: Found, text: str) -> Meaning | None:
    """The left clock time with the zone that the right one reveals: "6 p.m. local time (1600 GMT)"."""
    one, other = left.meaning, right.meaning
    if one.clock is None or other.clock is None or one.zone is not None or other.zone is None:
        return None
    if not _SAME_MOMENT.fullmatch(text[left.end : right.start]):
        return None
    any_day = date(2000, 1, 2)
    apart = datetime.combine(any_day, one.clock) - datetime.combine(any_day, other.clock)
    base = other.zone.utcoffset(None) or timedelta(0)
    hours = (apart + base).total_seconds() / 3600
    hours = hours - 24 if hours > 14 else hours + 24 if hours < -11 else hours
    return replace(one, zone=offset(hours))
