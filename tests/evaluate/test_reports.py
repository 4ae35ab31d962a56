"""Scoring of invented records: what counts as right, and what is told of the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from asof.evaluate.reports import score
from asof.evaluate.result import Result
from asof.evaluate.sheet import Case
from asof.model import Attribution, Document, Event, Figure, Place, Quote, Record, Report, Span

TEXT = (
    "Blast in Moyale\n\nAt least 12 people were killed in Moyale, the hospital said. "
    "Nairobi condemned the attack. “We are burying children,” nurse Halima Guyo said."
)
REPORT = Report(sha256="0" * 64, size=len(TEXT))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


GOLD: dict[str, Any] = {
    "file": "01.txt",
    "figures": [
        {"measure": "killed", "low": 12, "high": None, "value": None, "qualifier": "at least", "unit": "people",
         "part_of": None, "place": "Moyale", "as_of": None, "source": "the hospital", "incident": "I1",
         "quote": "At least 12 people were killed"},
    ],
    "quotes": [{"speaker": "Halima Guyo", "kind": "direct", "channel": None, "content": "We are burying children"}],
    "events": [
        {"type": "ASSAULT", "mode": None, "status": "occurred", "actors": [], "recipients": [], "place": "Moyale",
         "start": None, "end": None, "source": None, "incident": "I1", "quote": "Blast in Moyale"},
        {"type": "ACCUSE", "mode": None, "status": "occurred", "actors": ["Kenya"], "recipients": [], "place": None,
         "start": None, "end": None, "source": None, "incident": None, "quote": "condemned the attack"},
    ],
    "places": [{"name": "Moyale", "lat": 3.52, "lon": 39.05, "level": "city"}],
    "not_places": ["Nairobi  (means the government, in 'Nairobi condemned the attack')"],
}  # fmt: skip
FIGURE = Figure(
    "f-1", "killed", 12, None, None, "at least", "people", "incident", place="Moyale", incident="i-1",
    attribution=Attribution("the hospital"), evidence=(span("At least 12 people"),),
)  # fmt: skip
QUOTE = Quote("q-1", (span("We are burying children"),), "direct", "Halima Guyo")
BLAST = Event("e-1", "ASSAULT", None, "occurred", place="Moyale", incident="i-1", evidence=(span("Blast"),))
BLAME = Event("e-2", "ACCUSE", None, "occurred", actors=("Government of Kenya",), evidence=(span("condemned"),))
PLACE = Place("p-1", "Moyale", "city", lat=3.53, lon=39.06, evidence=(span("Moyale"),))
RECORD = Record(REPORT, TEXT, events=(BLAST, BLAME), figures=(FIGURE,), quotes=(QUOTE,), places=(PLACE,))


def scored(record: Record) -> Result:
    result = Result("reports")
    score(Case("invented", GOLD, Document(REPORT, TEXT)), record, result)
    return result


def test_a_right_record_has_full_marks_and_no_misses() -> None:
    result = scored(RECORD)
    assert all(value == 1.0 for value in result.scores().values()), result.table()
    assert result.misses() == ""


def test_an_empty_record_misses_everything_and_says_so() -> None:
    result = scored(Record(REPORT, TEXT))
    assert result.scores()["figures.recall"] == 0.0
    assert "At least 12 people were killed in Moyale, the hospital said." in result.misses("figures")
    assert result.misses("places").count("missed") == 1


@pytest.mark.parametrize(
    "wrong",
    [
        replace(FIGURE, low=None, value=12),
        replace(FIGURE, measure="injured"),
        replace(FIGURE, attribution=None),
        replace(FIGURE, attribution=Attribution("the mayor")),
    ],
)
def test_a_figure_needs_numbers_measure_and_source(wrong: Figure) -> None:
    result = scored(replace(RECORD, figures=(wrong,)))
    assert result.counts["all"]["figures"].right == 0
    assert "differs" in result.misses("figures")


def test_a_figure_given_twice_is_right_once() -> None:
    result = scored(replace(RECORD, figures=(FIGURE, replace(FIGURE, id="f-2"))))
    assert result.scores()["figures.precision"] == 0.5
    assert "excess" in result.misses("figures")


def test_an_event_needs_status_and_all_actors() -> None:
    for wrong in (replace(BLAME, status="planned"), replace(BLAME, actors=()), replace(BLAME, type="REQUEST")):
        assert scored(replace(RECORD, events=(BLAST, wrong))).counts["all"]["events"].right == 1


def test_a_place_must_be_near() -> None:
    far = replace(PLACE, lat=9.0)
    assert scored(replace(RECORD, places=(far,))).counts["all"]["places"].right == 0
    site = replace(PLACE, lat=None, lon=None, within="p-2")
    around = Place("p-2", "Moyale county", "admin2", lat=3.5, lon=39.0)
    assert scored(replace(RECORD, places=(site, around))).counts["all"]["places"].right == 1


def test_a_capital_that_means_its_government_is_an_error_among_places() -> None:
    capital = Place("p-2", "Nairobi", "city", lat=-1.3, lon=36.8, evidence=(span("Nairobi"),))
    result = scored(replace(RECORD, places=(PLACE, capital)))
    assert result.scores()["places.precision"] == 0.5
    assert "not a place: Nairobi" in result.misses("places")


def test_incident_links_are_pairs() -> None:
    apart = scored(replace(RECORD, figures=(replace(FIGURE, incident="i-2"),)))
    assert apart.counts["all"]["incident links"].right == 0
    merged = scored(replace(RECORD, events=(BLAST, replace(BLAME, incident="i-1"))))
    assert merged.counts["all"]["incident links"].found == 3
