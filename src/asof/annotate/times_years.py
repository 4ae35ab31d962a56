"""Years and their parts: "2014", "late 2023", "the 1990s", "the third quarter", "last summer"."""

from __future__ import annotations

import re

from . import times_calendar as calendar
from . import times_words as words
from .times_anchor import Anchor, Meaning, dated, unresolved
from .times_calendar import Period
from .times_grammar import (
    MONTH_WORDS,
    STAGE,
    STAGE_WORDS,
    WHICH,
    number_of_year,
    of_tense,
    ordinal,
    rule,
    staged,
    year_of,
)

# ── years, decades, centuries ────────────────────────────────────────────────────────────────────


@rule(
    {"the", *STAGE_WORDS, "fiscal", "sometime"},
    rf"{STAGE}?(?P<fiscal>(?:the\s+)?(?:fiscal|financial)\s+(?:year\s+)?|the\s+year\s+)?{words.YEAR}",
    digits=True,
)
def year(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    return staged(match, calendar.year(int(match["year"])))


_SPOKEN_TENS = words.alternatives(w for w, n in words.CARDINALS.items() if 10 <= n < 20 or (n % 10 == 0 and n >= 20))
_SPOKEN_UNITS = words.alternatives(w for w, n in words.CARDINALS.items() if 0 < n < 10)


@rule(
    {"nineteen", "twenty", "two", *MONTH_WORDS, "the"},
    rf"(?:(?:the\s+year\s+)|{words.MONTH}\s+)?(?:(?P<century>nineteen|twenty)\s+(?P<tens>{_SPOKEN_TENS})(?:[\s-](?P<units>{_SPOKEN_UNITS}))?"
    rf"|(?P<thousand>two\s+thousand)(?:(?:\s+and)?\s+(?P<units2>{_SPOKEN_UNITS}))?)",
)
def spoken_year(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "nineteen ninety-seven", "the year two thousand"."""
    small = words.CARDINALS.get(match["units"] or match["units2"] or "", 0)
    if match["thousand"]:
        if not (match["month"] or match[0].startswith("the")):
            return None  # a count
        number = 2000 + small
    else:
        number = words.CARDINALS[match["century"]] * 100 + words.CARDINALS[match["tens"]] + small
    return dated(calendar.month(number, words.MONTHS[match["month"]]) if match["month"] else calendar.year(number))


@rule({"the"}, rf"the\s+{words.YEAR}\s+(?:period|quarter)")
def year_period(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "the 1988 period": that year's part of the kind told before."""
    told = anchor.last("quarter", "half")
    number = int(match["year"])
    if told is None:
        return dated(calendar.year(number))
    make = calendar.quarter if told.precision == "quarter" else calendar.half
    return dated(make(number, int(told.value[-1])))


@rule((), rf"{words.YEAR}\s*[-–/]\s*(?P<to>\d\d)(?![\d-])", digits=True)
def years_joined(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """2014–15."""
    start = int(match["year"])
    end = start - start % 100 + int(match["to"])
    if not 0 < end - start < 30:
        return None
    first, last = calendar.year(start), calendar.year(end)
    return dated(Period("range", f"{start:04}/{end:04}", first.first, last.last))


_DECADE_WORDS = words.alternatives(words.DECADES)


@rule(
    {"the", *STAGE_WORDS, "'", "’", *words.DECADES},
    rf"{STAGE}?(?:the\s+)?(?:(?:early|late|mid)(?:\s+|{words.HYPHEN}))?(?:(?P<full>1[0-9]\d0|20\d0)['’]?s|['’](?P<short>\d0)['’]?s|(?P<word>{_DECADE_WORDS}))",
    digits=True,
)
def decade(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "the 1990s", "the late '80s", "the nineties"."""
    if match["full"]:
        return staged(match, calendar.decade(int(match["full"])))
    tens = int(match["short"]) if match["short"] else words.DECADES[match["word"]]
    if match["word"] and not (match["stage"] or match[0].startswith("the")):
        return None
    return staged(match, calendar.decade((2000 if tens <= 20 else 1900) + tens))


@rule(
    {"the", *STAGE_WORDS, *words.ORDINALS},
    rf"{STAGE}?(?:the\s+)?(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{words.alternatives(words.ORDINALS)})(?:\s+|-)century",
    digits=True,
)
def century(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    return staged(match, calendar.century(ordinal(match["nth"])))


# ── quarters, halves, seasons ────────────────────────────────────────────────────────────────────

_NTH = r"(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)"
_OF_YEAR = rf"(?:\s+(?:of\s+)?(?:fiscal\s+)?(?:{words.YEAR}|(?P<rel>(?:this|last|next)\s+year)|(?P<own>the\s+year)))?"
_YEAR_BEFORE = (
    r"(?:(?P<y0>(?:1[0-9]|20)\d\d)(?:['’]s)?\s+|(?P<r0>(?:this|last|next)\s+year)['’]s\s+"
    r"|(?P<ago>year-(?:ago|earlier))\s+|(?:same|comparable|corresponding|latest)\s+)?"
)
_QUARTER_WORDS = {"the", "first", "second", "third", "fourth", "final", "fiscal", "this", "last", "next", "year"}


@rule(
    _QUARTER_WORDS,
    rf"(?:the\s+)?{_YEAR_BEFORE}(?:fiscal(?:\s+|-))?{_NTH}(?:\s+fiscal)?(?:\s+|\s*-\s*)(?P<unit>quarter|half){_OF_YEAR}",
    digits=True,
)
def quarter(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "the third quarter", "third-quarter", "this year's first half", "the second half of 2024"."""
    names = {
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "final": 4,
        "last": 4,
        "1st": 1,
        "2nd": 2,
        "3rd": 3,
        "4th": 4,
    }
    number, make = names[match["nth"]], calendar.quarter if match["unit"] == "quarter" else calendar.half
    if match["unit"] == "half":
        number = min(number, 2)
    year_ = number_of_year(match["year"] or match["y0"]) or year_of(match["rel"] or match["r0"], anchor)
    if year_ is not None:
        return dated(make(year_, number))
    if anchor.day is None:
        return unresolved(f"XXXX-{match['unit'][0].upper()}{number}")
    per_year = 4 if match["unit"] == "quarter" else 2
    found = of_tense(anchor, make(anchor.day.year, number), per_year)
    return dated(calendar.shifted(found, -per_year) if match["ago"] else found)


@rule({"q1", "q2", "q3", "q4"}, rf"q(?P<nth>[1-4])(?:\s+(?:of\s+)?{words.YEAR})?")
def short_quarter(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    number, year_ = int(match["nth"]), number_of_year(match["year"])
    if year_ is None and anchor.day is None:
        return unresolved(f"XXXX-Q{number}")
    if year_ is not None:
        return dated(calendar.quarter(year_, number))
    assert anchor.day is not None
    return dated(of_tense(anchor, calendar.quarter(anchor.day.year, number), 4))


@rule(
    {"the", "this", "last", "next", "early", "late", "spring", "summer", "autumn", "fall", "winter", "mid", "past"},
    rf"(?P<stage>(?:(?:the\s+)?(?:early|late|mid){words.HYPHEN}?\s*)|(?:the\s+)?(?:end|beginning|start)\s+of\s+)?(?P<the>the\s+)?"
    rf"(?:{WHICH}\s+)?(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?(?:{words.YEAR}|(?P<rel>(?:this|last|next)\s+year)))?",
)
def season(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    code, which = calendar.SEASONS[match["season"]], match["which"] or ""
    year_ = number_of_year(match["year"]) or year_of(match["rel"], anchor)
    if match["season"] in ("fall", "spring") and not (which or year_ or match["stage"]):
        return None  # a fall, a spring: too often another word
    if year_ is not None:
        return staged(match, calendar.season(year_, code, anchor.southern))
    if anchor.day is None:
        return unresolved(f"XXXX-{code}")
    current = calendar.season(anchor.day.year, code, anchor.southern)
    if which in ("last", "this past", "past", "previous"):
        return staged(match, current if current.last < anchor.day else calendar.shifted(current, -1))
    if which in ("next", "coming", "this coming", "following"):
        return staged(match, current if current.first > anchor.day else calendar.shifted(current, 1))
    return staged(match, current if which == "this" else of_tense(anchor, current, 1))
