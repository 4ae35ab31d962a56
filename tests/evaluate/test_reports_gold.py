"""Reviewed records as gold: what was accepted scores 1.0 against itself, what was corrected is what the gold says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from asof import pipeline
from asof.acquire import acquire
from asof.evaluate import reports
from asof.evaluate.align import locate
from asof.evaluate.reports_gold import gold, quote_of
from asof.ledger import Correction, correction_id
from asof.model import Record, Span

AT = "2026-05-06T08:00:00Z"
REPORTS = sorted(Path("examples").glob("*.txt")) + sorted(Path("examples/baroueli").glob("*.txt"))


@pytest.fixture(scope="module")
def records() -> dict[str, tuple[bytes, Record]]:
    documents = [acquire(path.read_bytes(), file=path.name) for path in REPORTS]
    found = list(pipeline.read_documents(documents, pipeline.default_components()))
    return {path.name: (path.read_bytes(), record) for path, record in zip(REPORTS, found, strict=True)}


def correction(record: Record, claim: str, field: str | None, value: str | int | None) -> Correction:
    id = correction_id(claim, field, value, "ada", AT)
    return Correction(id, claim, record.report.sha256, field, value, None, "ada", AT)


def test_what_was_accepted_as_it_was_read_scores_one(records: dict[str, tuple[bytes, Record]], tmp_path: Path) -> None:
    made = []
    for name, (content, record) in records.items():
        (tmp_path / name).write_bytes(content)
        made.append(gold(record, name, []))
    (tmp_path / "gold.json").write_text(json.dumps({"stream": "reviewed", "about": "", "reports": made}))
    result = reports.evaluate(tmp_path)
    for layer in ("figures", "events", "quotes", "places", "incident links"):
        score = result.counts["all"][layer]
        assert (score.precision, score.recall) == (1.0, 1.0), result.misses(layer)


def test_a_corrected_value_takes_the_place_of_what_was_read(records: dict[str, tuple[bytes, Record]]) -> None:
    _, record = next(iter(records.values()))
    figure, event = record.figures[0], record.events[0]
    said = [
        correction(record, figure.id, "low", 41),
        correction(record, figure.id, "speaker", None),
        correction(record, figure.id, "group", "miners"),
        correction(record, event.id, "type", "PROTEST"),
    ]
    made = gold(record, "a.txt", said)
    assert (made["figures"][0]["low"], made["figures"][0]["source"], made["figures"][0]["unit"]) == (41, None, "miners")
    assert made["events"][0]["type"] == "PROTEST" and made["events"][0]["mode"] == event.mode


def test_what_was_rejected_is_left_out(records: dict[str, tuple[bytes, Record]]) -> None:
    for _, record in records.values():
        made = gold(record, "a.txt", [correction(record, record.events[0].id, "status", "rejected")])
        assert len(made["events"]) == len(record.events) - 1 and len(made["figures"]) == len(record.figures)


def test_words_that_stand_twice_are_quoted_with_what_is_around_them() -> None:
    text = "Nine people died\n\nNine people died in Kayes. Later nine people died in Mopti, too."
    at = text.index("nine people")
    quote = quote_of(text, (Span(at, at + 11, text[at : at + 11]),))
    assert locate(text, quote)[0][0] <= at < locate(text, quote)[0][1]
    assert quote_of(text, (Span(0, 11, text[:11]),)) == "Nine people"
    assert quote_of("a a", (Span(2, 3, "a"),)) == "a a"


def test_what_is_known_besides_the_file_is_said_in_the_gold(
    records: dict[str, tuple[bytes, Record]],
) -> None:
    _, record = next(iter(records.values()))
    known = replace(record, report=replace(record.report, publisher="The Post", published="2026-05-04T10:00:00Z"))
    made = gold(known, "a.txt", [])
    assert (made["publisher"], made["published"]) == ("The Post", "2026-05-04T10:00:00Z")
