"""The shape of the grammar of time: what a rule is, and what all rules share.

Each rule is the words that it may begin with, a pattern over lower-cased text, and a function from the match
and an anchor to a meaning; the longest match at a word wins. The rules stand in `times_dates.py`,
`times_nearby.py`, `times_years.py`, `times_clock.py` and `times_lengths.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from . import times_calendar as calendar
from . import times_words as words
from .times_anchor import Anchor, Meaning, dated
from .times_calendar import Period

Read = Callable[["re.Match[str]", Anchor], Meaning | None]


@dataclass(frozen=True)
class Rule:
    """One shape of expression. `first` are the words it may begin with; `digits` when a number may."""

    name: str
    first: frozenset[str]
    source: str
    read: Read
    digits: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when first asked for, so that importing costs nothing."""
        return re.compile(self.source)


RULES: list[Rule] = []


def rule(first: Iterable[str], pattern: str, digits: bool = False) -> Callable[[Read], Read]:
    """Register a function as the meaning of a pattern."""

    def register(read: Read) -> Read:
        RULES.append(Rule(read.__name__, frozenset(first), pattern + r"(?!\w)", read, digits))
        return read

    return register


MONTH_WORDS = {m.rstrip(".") for m in words.MONTHS} | set(words.MONTHS)
STAGES = {
    "early": "early", "late": "late", "mid": "mid", "middle": "mid", "beginning": "early", "start": "early",
    "end": "late", "turn": "early", "close": "late", "opening": "early",
}  # fmt: skip
STAGE = (
    rf"(?P<stage>(?:the\s+)?(?:very\s+)?(?:early|late|mid{words.HYPHEN}?)(?:\s*{words.HYPHEN}\s*|\s+)?"
    r"|(?:the\s+)?(?:beginning|middle|end|start|turn|close|early\s+part|latter\s+part)\s+of\s+|(?:earlier|later)\s+(?:in\s+|on\s+)?)"
)
STAGE_WORDS = {
    "early",
    "late",
    "mid",
    "beginning",
    "middle",
    "end",
    "start",
    "the",
    "earlier",
    "later",
    "turn",
    "close",
}
WHICH = r"(?P<which>this\s+past|this\s+coming|last|next|this|coming|past|previous|preceding|following)"
WHICH_WORDS = {"this", "last", "next", "coming", "past", "previous", "preceding", "following"}


def stage(match: re.Match[str]) -> str | None:
    text = match["stage"] or ""
    if "latter" in text or "later" in text:
        return None
    return next((kind for word, kind in STAGES.items() if re.search(rf"\b{word}", text)), None)


def staged(match: re.Match[str], found: Period) -> Meaning:
    """The period, narrowed to its early, middle or late part where the words do so."""
    which = stage(match)
    meaning = dated(found)
    if which and found.precision != "day":
        return replace(meaning, bounds=calendar.piece(found, which))
    return meaning


def number_of_year(text: str | None) -> int | None:
    """The year that digits name: "2014", "'98"."""
    if not text:
        return None
    digits = int(re.sub(r"\D", "", text))
    return digits if digits > 99 else (2000 if digits < 70 else 1900) + digits


def ordinal(text: str) -> int:
    """The number of "24", "3rd" or "twenty-first"."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else words.ORDINALS[re.sub(r"\s+", "-", text)]


def of_tense(anchor: Anchor, current: Period, per_year: int) -> Period:
    """This year's quarter or season, last year's or next year's, by where today is and by the tense."""
    today = anchor.day
    assert today is not None
    if current.first <= today or anchor.tense() == "future":
        return current
    return calendar.shifted(current, -per_year)


def year_of(text: str | None, anchor: Anchor) -> int | None:
    """The year in "of this year", "last year", "next year"."""
    if anchor.day is None or not text:
        return None
    return anchor.day.year + {"last": -1, "next": 1}.get(text.split()[-2] if " " in text else text, 0)


def closest(candidates: list[date], anchor: Anchor) -> date:
    """The nearest candidate; one on the other side than the tense says counts as three times as far.

    Who writes on 2 November that an offer "was extended to Nov. 16" means this year: other years are named.
    """
    today, tense = anchor.day, anchor.tense()
    assert today is not None

    def away(on: date) -> tuple[int, date]:
        against = (tense == "past" and on > today) or (tense == "future" and on < today)
        return abs((on - today).days) * (3 if against else 1), on

    return min(candidates, key=away)


def blank(unit: str) -> str:
    return {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}.get(unit, "XXXX")
