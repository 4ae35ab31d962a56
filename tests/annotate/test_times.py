"""Expressions of time in invented sentences: found, resolved, left alone."""

from __future__ import annotations

import pytest

from asof.annotate import parse
from asof.annotate.times import TimeFinder, lowered
from asof.model import Document, Part, Place, PlaceRef, Report, TimeRef
from asof.pipeline import annotate
from asof.reading import Reading

PUBLISHED = "2026-06-18T16:30:00+03:00"  # a Thursday


def reading(text: str, published: str | None = PUBLISHED, url: str | None = None) -> Reading:
    parts = tuple(
        Part("body", start, start + len(line))
        for line in text.split("\n")
        if line and (start := text.index(line)) is not None
    )
    return parse.parse(Document(Report(sha256="0" * 64, size=len(text), published=published, url=url), text, parts))


def times(text: str, published: str | None = PUBLISHED, url: str | None = None) -> tuple[TimeRef, ...]:
    return annotate(reading(text, published, url), [TimeFinder()]).times


def shown(ref: TimeRef) -> tuple[str, str | None, str | None, str | None]:
    return ref.span.text, ref.value, ref.start, ref.end


def day(words: str, iso: str) -> tuple[str, str, str, str]:
    return words, iso, iso, iso


DAYS = [
    ("Shells hit the depot on Tuesday, the governor said.", day("Tuesday", "2026-06-16")),
    ("Two miners were rescued on Thursday.", day("Thursday", "2026-06-18")),
    ("The envoys will meet on Friday in Geneva.", day("Friday", "2026-06-19")),
    ("The court is due to rule on Monday.", day("Monday", "2026-06-22")),
    ("The council meets on Saturday.", day("Saturday", "2026-06-20")),
    ("The rebels must leave the town by Sunday.", day("Sunday", "2026-06-21")),
    ("She was told to come back on Monday.", day("Monday", "2026-06-22")),
    ("The truce was extended until Wednesday.", day("Wednesday", "2026-06-24")),
    ("Fighting continued until Wednesday.", day("Wednesday", "2026-06-17")),
    ("Police said they had let the driver go on Monday.", day("Monday", "2026-06-15")),
    ("He condemned Wednesday's raid on the camp.", day("Wednesday", "2026-06-17")),
    ("They will investigate Wednesday's raid on the camp.", day("Wednesday", "2026-06-17")),
    ("The bridge fell last Friday.", day("last Friday", "2026-06-12")),
    ("The bridge will open next Monday.", day("next Monday", "2026-06-22")),
    ("The strike came late on Tuesday.", day("late on Tuesday", "2026-06-16")),
    ("The strike came early Saturday.", day("early Saturday", "2026-06-13")),
    ("The envoy flew home yesterday.", day("yesterday", "2026-06-17")),
    ("Talks resume tomorrow.", day("tomorrow", "2026-06-19")),
    ("The ferry sank on Thursday, 23 October.", day("Thursday, 23 October", "2025-10-23")),
    ("It is to sail on Sunday, 7 March.", day("Sunday, 7 March", "2027-03-07")),
    ("The dam burst on 24 February.", day("24 February", "2026-02-24")),
    ("The dam burst on Feb. 10, 2026, officials said.", day("Feb. 10, 2026", "2026-02-10")),
    ("The dam burst on the first of March.", day("the first of March", "2026-03-01")),
    ("The ministers will return on July 3.", day("July 3", "2026-07-03")),
    ("The ferry sank on Dec. 30.", day("Dec. 30", "2025-12-30")),
    ("Polls open on 2026-07-05.", day("2026-07-05", "2026-07-05")),
    ("The releases will begin on Sunday 21 June.", day("Sunday 21 June", "2026-06-21")),
    ("The camp was emptied two days ago.", day("two days ago", "2026-06-16")),
    ("The treaty was signed on 29 February.", day("29 February", "2024-02-29")),
    ("The clinic shut the day before yesterday.", day("the day before yesterday", "2026-06-16")),
    ("The toll rose to 31 from 27 the previous day.", day("the previous day", "2026-06-17")),
    ("The march will take place on Friday.", day("Friday", "2026-06-19")),
    ("The first round took place on 12 April, the second a week later.", day("a week later", "2026-04-19")),
    ("They had held out until Tuesday.", day("Tuesday", "2026-06-16")),
]
PERIODS = [
    ("March was the deadliest month.", ("March", "2026-03", "2026-03-01", "2026-03-31")),
    ("The march will begin on Friday evening.", ("Friday evening", "2026-06-19TEV", "2026-06-19", "2026-06-19")),
    (
        "Shelling resumed in the night of 23-24 May.",
        ("the night of 23-24 May", "2026-05-23TNI", "2026-05-23", "2026-05-24"),
    ),
    ("In the last week of May, 40 trucks came.", ("the last week of May", "2026-05", "2026-05-25", "2026-05-31")),
    (
        "Between 10 and 12 June, 300 homes burned.",
        ("10 and 12 June", "2026-06-10/2026-06-12", "2026-06-10", "2026-06-12"),
    ),
    ("Envoys travel to Doha this week.", ("this week", "2026-W25", "2026-06-15", "2026-06-21")),
    ("The army retook the town last week.", ("last week", "2026-W24", "2026-06-08", "2026-06-14")),
    ("The army retook the town last month.", ("last month", "2026-05", "2026-05-01", "2026-05-31")),
    ("The peninsula was annexed in 2014.", ("2014", "2014", "2014-01-01", "2014-12-31")),
    ("In February last year the rebels took the port.", ("February last year", "2025-02", "2025-02-01", "2025-02-28")),
    ("They have fought since April 2023.", ("April 2023", "2023-04", "2023-04-01", "2023-04-30")),
    (
        "Raids have killed 40 since the beginning of February.",
        ("the beginning of February", "2026-02", "2026-02-01", "2026-02-09"),
    ),
    ("The last truce, in August, held for nine days.", ("August", "2025-08", "2025-08-01", "2025-08-31")),
    ("The war began nearly three years ago.", ("nearly three years ago", "2023", "2023-01-01", "2023-12-31")),
    ("Militias ruled the valley in the 1990s.", ("the 1990s", "199", "1990-01-01", "1999-12-31")),
    ("The militia was formed in late 2023.", ("late 2023", "2023", "2023-09-02", "2023-12-31")),
    ("Exports fell in the first quarter.", ("the first quarter", "2026-Q1", "2026-01-01", "2026-03-31")),
    ("Exports rose in the third quarter.", ("the third quarter", "2025-Q3", "2025-07-01", "2025-09-30")),
    ("The budget of fiscal 1989 was never published.", ("fiscal 1989", "1989", "1989-01-01", "1989-12-31")),
    ("Drones struck the port overnight.", ("overnight", "2026-06-17TNI", "2026-06-17", "2026-06-18")),
    ("Four nurses were abducted last night.", ("last night", "2026-06-17TNI", "2026-06-17", "2026-06-17")),
    ("Shells fell on Tuesday evening.", ("Tuesday evening", "2026-06-16TEV", "2026-06-16", "2026-06-16")),
    ("The town was shelled this morning.", ("this morning", "2026-06-18TMO", "2026-06-18", "2026-06-18")),
    ("They attacked at dawn.", ("dawn", "2026-06-18TMO", "2026-06-18", "2026-06-18")),
    ("The convoy left at dawn on Wednesday.", ("dawn on Wednesday", "2026-06-17TMO", "2026-06-17", "2026-06-17")),
    ("At least nine died in the past 24 hours.", ("the past 24 hours", "PT24H", "2026-06-17", "2026-06-18")),
    ("The airport reopened over the weekend.", ("the weekend", "2026-W24-WE", "2026-06-13", "2026-06-14")),
    ("The river flooded in the summer of 2019.", ("the summer of 2019", "2019-SU", "2019-06-01", "2019-08-31")),
]
CLOCKS = [
    (
        "Sirens sounded at 3:40 a.m. Kyiv time.",
        ("3:40 a.m. Kyiv time", "2026-06-18T03:40", "2026-06-18T03:40:00+03:00"),
    ),
    (
        "The truce expires at midnight on Saturday.",
        ("midnight on Saturday", "2026-06-20T24:00", "2026-06-21T00:00:00+03:00"),
    ),
    ("Sirens sounded at 8 a.m. on Tuesday.", ("8 a.m. on Tuesday", "2026-06-16T08:00", "2026-06-16T08:00:00+03:00")),
    ("Sirens sounded around 8 a.m.", ("around 8 a.m.", "2026-06-18T08:00", "2026-06-18T08:00:00+03:00")),
    ("Sirens sounded at 0630 GMT.", ("0630 GMT", "2026-06-18T06:30", "2026-06-18T06:30:00+00:00")),
    ("Sirens sounded at 16:05.", ("16:05", "2026-06-18T16:05", "2026-06-18T16:05:00+03:00")),
    ("Sirens sounded at 10 p.m.", ("10 p.m.", "2026-06-17T22:00", "2026-06-17T22:00:00+03:00")),
    ("The curfew will begin at 10 p.m.", ("10 p.m.", "2026-06-18T22:00", "2026-06-18T22:00:00+03:00")),
    ("By Wednesday noon the post was gone.", ("Wednesday noon", "2026-06-17T12:00", "2026-06-17T12:00:00+03:00")),
    ("Smoke rose shortly after noon.", ("shortly after noon", "2026-06-18T12:00", "2026-06-18T12:00:00+03:00")),
]
NOT_WHEN = [
    ("The siege lasted three days.", ("three days", "DURATION", "P3D")),
    ("It was the deadliest raid in months.", ("months", "DURATION", "PXM")),
    ("Leaders want to end the nearly three-year war.", ("nearly three-year", "DURATION", "P3Y")),
    ("The villages were cut off for two and a half years.", ("two and a half years", "DURATION", "P2Y6M")),
    ("The stocks would last half an hour.", ("half an hour", "DURATION", "PT30M")),
    ("Violence has grown in recent weeks.", ("recent weeks", "DURATION", "PXW")),
    ("Worshippers gather there every Sunday.", ("every Sunday", "SET", "XXXX-WXX-7")),
    ("The levy is raised each year.", ("each year", "SET", "P1Y")),
    ("The bakery is now closed.", ("now", "DATE", "PRESENT_REF")),
    ("The group recently split.", ("recently", "DATE", "PAST_REF")),
]
NOTHING = [
    "It was the second attack in as many days.",
    "May God have mercy on them.",
    "The rebels may march on the capital.",
    "May Hadad, a nurse, fled.",
    "Around 2014 people were killed.",
    "He served in the Second Corps.",
    "The paper cited the Sunday Herald.",
    "A second drone fell in the sea.",
    "Section 12 of the charter was cited.",
]


@pytest.mark.parametrize(("sentence", "expected"), DAYS + PERIODS, ids=[s for s, _ in DAYS + PERIODS])
def test_dates(sentence: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in [shown(ref) for ref in times(sentence)]


@pytest.mark.parametrize(("sentence", "expected"), CLOCKS, ids=[s for s, _ in CLOCKS])
def test_clock_times(sentence: str, expected: tuple[str, str, str]) -> None:
    words, value, moment = expected
    assert [shown(ref) for ref in times(sentence)] == [(words, value, moment, moment)]


@pytest.mark.parametrize(("sentence", "expected"), NOT_WHEN, ids=[s for s, _ in NOT_WHEN])
def test_lengths_repetitions_references(sentence: str, expected: tuple[str, str, str]) -> None:
    found = times(sentence)
    assert [(ref.span.text, ref.kind, ref.value) for ref in found] == [expected]
    assert found[0].start is None and not found[0].anchored


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_names_no_time(sentence: str) -> None:
    assert times(sentence) == ()


def test_an_age_is_marked() -> None:
    (age,) = times("The dead include a 33-year-old teacher.")
    assert (age.span.text, age.value, age.kind, age.age, age.start) == ("33-year-old", "P33Y", "DURATION", True, None)


def test_as_of() -> None:
    (ref,) = times("As of 5:30 p.m., the toll stood at 12.", "2026-06-18T19:00:00+00:00")
    assert ref.as_of and ref.start == "2026-06-18T17:30:00+00:00"


def test_as_of_is_in_the_zone_of_the_place() -> None:
    made = reading("As of 5:30 p.m., the toll in Kharkiv stood at 12.", "2026-06-18T19:00:00+00:00")
    start = made.document.text.index("Kharkiv")
    span = made.document.span(start, start + len("Kharkiv"))
    made.places = (Place("p-1", "Kharkiv", "city", lat=50.0, timezone="Europe/Kyiv", evidence=(span,)),)
    made.place_refs = (PlaceRef(span, "p-1", "place"),)
    (ref,) = annotate(made, [TimeFinder()]).times
    assert ref.start == ref.end == "2026-06-18T17:30:00+03:00"


def test_local_time_beside_gmt_tells_the_zone() -> None:
    local, gmt = times("The count was correct as of 6 p.m. local time (1600 GMT).", "2026-06-18T19:40:00+00:00")
    assert (local.start, gmt.start) == ("2026-06-18T18:00:00+02:00", "2026-06-18T16:00:00+00:00")
    assert local.as_of


def test_days_told_from_days() -> None:
    found = times("On Monday the rebels freed ten men; two days earlier they had freed four.")
    assert [ref.start for ref in found] == ["2026-06-15", "2026-06-13"]
    found = times("The army fought from dawn on Wednesday until the afternoon.")
    assert [ref.value for ref in found] == ["2026-06-17TMO", "2026-06-17TAF"]


def test_between_two_months() -> None:
    found = times("The militia held the port between March and May.")
    assert [ref.value for ref in found] == ["2026-03", "2026-05"]


def test_the_order_of_numeric_dates() -> None:
    sentence = "The ferry sank on 10/03/2026."
    assert [shown(ref) for ref in times(sentence, url="https://news.example.co.uk/1")] == [
        day("10/03/2026", "2026-03-10")
    ]
    (unknown,) = times(sentence)
    assert (unknown.value, unknown.start, unknown.anchored) == ("2026-XX-XX", None, False)


def test_without_a_published_date() -> None:
    made = reading("Shells hit the depot on Thursday. It burned on Friday and in 2014.", None)
    result = TimeFinder()(made)
    assert [(ref.value, ref.start) for ref in result["times"]] == [
        ("XXXX-WXX-4", None), ("XXXX-WXX-5", None), ("2014", "2014-01-01"),
    ]  # fmt: skip
    (skipped,) = result["skipped"]
    assert skipped.what == "time" and "no published date" in skipped.reason and skipped.evidence[0].text == "Thursday"


def test_each_entry_has_its_own_moment() -> None:
    text = "A shell fell today.\nA shell fell today."
    report = Report(sha256="0" * 64, size=1, published="2026-06-18T10:00:00+00:00")
    parts = (Part("entry", 0, 19, "2026-06-18T10:00:00+00:00"), Part("entry", 20, 39, "2026-06-17T10:00:00+00:00"))
    found = annotate(parse.parse(Document(report, text, parts)), [TimeFinder()]).times
    assert [ref.start for ref in found] == ["2026-06-18", "2026-06-17"]


def test_lowering_keeps_offsets() -> None:
    text = "In İzmir on Tuesday, STRASSE ẞ."
    assert len(lowered(text)) == len(text)
    (ref,) = times("In İzmir a shell fell on Tuesday.")
    assert ref.span.text == "Tuesday"
