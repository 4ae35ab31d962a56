"""Whatever the report, a record comes out whose evidence holds, or an error that says what was wrong."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from asof import acquire, as_json, as_text, pipeline
from asof.errors import AsofError
from asof.model import Record
from tests.conftest import spans_in

WHO = ["The army", "Mayor Ana Quispe", "a witness", "Kyiv", "UNHCR", "rebels", "M23", "Moscow", "the ministry", "He"]
DID = ["killed", "wounded", "shelled", "denied killing", "will meet", "released", "did not attack", "accused", "fled"]
WHOM = ["at least 12 people", "four of them", "nobody", "dozens", "1,200 families", "3 to 5 soldiers", "Kenya", "it"]
WHERE = ["in Goma", "near Port-au-Prince", "on Tuesday", "overnight", "in May 2024", "at 5:30 p.m.", "", "of 1999"]
SAID = ["", ", he said", ", according to medics", ", the UN said on Friday", " – if talks fail", "\u201d said X"]
MARKS = [".", "!", "?", "…", "\n\n", ". “", "” ", '"', " (", ") ", "\u2028", ";", " - ", "\t", "’s "]

sentence = st.tuples(
    st.sampled_from(WHO), st.sampled_from(DID), st.sampled_from(WHOM), st.sampled_from(WHERE), st.sampled_from(SAID)
).map(lambda words: " ".join(filter(None, words[:4])) + words[4])
noise = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
body = st.lists(st.one_of(sentence, st.sampled_from(MARKS), noise), min_size=1, max_size=14).map(" ".join)


def ids(values: tuple[Any, ...]) -> list[str]:
    return [value.id for value in values]


def hold(record: Record) -> None:
    """What every record keeps."""
    for span in spans_in(record):
        assert record.text[span.start : span.end] == span.text
    for values in (record.events, record.figures, record.quotes, record.places, record.actors, record.incidents):
        assert len(set(ids(values))) == len(values)
    figures, events, places = set(ids(record.figures)), set(ids(record.events)), set(ids(record.places))
    incidents = set(ids(record.incidents))
    for figure in record.figures:
        assert figure.evidence
        assert {figure.part_of} <= figures | {None}
        assert {figure.event} <= events | {None}
        assert {figure.incident} <= incidents | {None}
        assert {figure.place_id} <= places | {None}
    for event in record.events:
        assert event.evidence
        assert {event.incident} <= incidents | {None}
        assert {event.place_id} <= places | {None}
    for incident in record.incidents:
        assert set(incident.events) <= events
        assert set(incident.figures) <= figures
    assert json.loads(as_json(record))["text"] == record.text
    assert as_text(record)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(body)
@example("")
@example("12 killed")
@example("““““ he said he said he said")
@example("A" * 3000)
@example("The toll rose to 9999999999999999999999 on 99 Foo 0000.")
@example("killed " * 400)
def test_any_text_gives_a_record_that_holds(text: str) -> None:
    try:
        document = acquire.acquire(text.encode("utf-8"))
    except AsofError as error:
        assert len(str(error)) > 20
        return
    (record,) = pipeline.read_documents([document])
    hold(record)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"{}")
@example(b"<html></html>")
@example(b"---\ntitle: x\n---\n")
def test_any_bytes_give_a_document_or_a_clear_error(content: bytes) -> None:
    try:
        document = acquire.acquire(content)
    except AsofError as error:
        assert len(str(error)) > 20
        return
    edges = [(part.start, part.end) for part in document.parts]
    assert edges == sorted(edges)
    assert all(start < end for start, end in edges)


def test_the_bundled_reports_hold(example_records: list[Record]) -> None:
    for record in example_records:
        hold(record)
