"""What must hold of times whatever the words and whenever they were published."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asof.annotate import parse
from asof.annotate import times_calendar as calendar
from asof.annotate.times import TimeFinder
from asof.annotate.times_words import count, duration
from asof.model import Document, Part, Report, TimeRef
from asof.reading import Reading

SENTENCES = (
    "It happened on Tuesday, yesterday, last week, two days ago and three hundred years ago.",
    "They will return tomorrow, next month, in ten thousand years, on 29 February and on 31 April.",
    "Late on Sunday, overnight, at dawn, at midnight and at 5:30 p.m. local time (1600 GMT) shells fell.",
    "Since the first quarter, last summer, the 1990s, the 20th century, Christmas and the past 99 decades it grew.",
    "The next day, the day before, a year earlier and the following week nothing moved.",
    "From early May 2024 to the end of last year, every Monday, this weekend and 32/13/2026 or 12/11/2026.",
    "9999-12-31 and 0001-01-01 and 0000-00-00 and 25:61 and the 99th of May 9999 passed 900 decades ago.",
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def parsed(sentence: str) -> Reading:
    report = Report(sha256="0" * 64, size=len(sentence))
    return parse.parse(Document(report, sentence, (Part("body", 0, len(sentence)),)))


def found(sentence: str, published: str | None) -> tuple[Document, tuple[TimeRef, ...]]:
    made = parsed(sentence)
    report = Report(sha256="0" * 64, size=len(sentence), published=published)
    document = Document(report, sentence, made.document.parts)
    return document, TimeFinder()(Reading(document, made.tokens, made.sentences, made.entities))["times"]


@QUICK
@given(st.sampled_from(SENTENCES), st.one_of(st.none(), st.datetimes().map(datetime.isoformat), st.text(max_size=12)))
def test_spans_hold_and_start_is_not_after_end(sentence: str, published: str | None) -> None:
    document, refs = found(sentence, published)
    last = 0
    for ref in refs:
        assert document.text[ref.span.start : ref.span.end] == ref.span.text
        assert ref.span.start >= last, "times overlap or are out of order"
        last = ref.span.end
        assert (ref.start is None) == (ref.end is None) == (not ref.anchored)
        if ref.start is not None and ref.end is not None:
            assert datetime.fromisoformat(ref.start) <= datetime.fromisoformat(ref.end)


@QUICK
@given(st.sampled_from(SENTENCES), st.sampled_from(["0001-01-01", "9999-12-31", "2024-02-29", "2023-03-31T23:59:00Z"]))
def test_the_ends_of_the_calendar_break_nothing(sentence: str, published: str) -> None:
    assert found(sentence, published) == found(sentence, published)


@given(
    st.dates(date(2, 1, 1), date(9990, 1, 1)),
    st.sampled_from("day week weekend month quarter half year decade".split()),
)
def test_a_period_holds_its_day_and_moves_by_whole_steps(on: date, unit: str) -> None:
    period = calendar.holding(on, unit)
    assert period.first <= period.last
    assert unit == "weekend" or period.first <= on <= period.last
    if unit != "decade" or 20 < on.year < 9900:
        assert calendar.shifted(calendar.shifted(period, 1), -1) == period


@given(st.dates(date(100, 1, 1), date(9800, 1, 1)), st.sampled_from(("month", "quarter", "year")), st.integers(-90, 90))
def test_moving_never_leaves_the_target_month(on: date, unit: str, steps: int) -> None:
    months = {"month": 1, "quarter": 3, "year": 12}[unit] * steps
    target = calendar.moved(on, unit, steps)
    assert (target.year * 12 + target.month) - (on.year * 12 + on.month) == months
    assert target.day <= on.day


def test_easter_and_counted_weekdays() -> None:
    assert [calendar.easter(year) for year in (2024, 2025, 2026)] == [
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
    ]
    assert calendar.nth_weekday(2025, 11, 3, 4) == date(2025, 11, 27)


def test_counts_and_their_values() -> None:
    told = {"twenty-four": 24, "a couple of": 2, "half an": 0.5, "2 1/2": 2.5, "several": None, "two to three": None}
    assert {words: count(words) for words in told} == told
    assert [duration(1.5, "hour"), duration(2, "decade"), duration(None, "minute"), duration(2, "fortnight")] == [
        "PT1H30M", "P20Y", "PTXM", "P4W",
    ]  # fmt: skip
