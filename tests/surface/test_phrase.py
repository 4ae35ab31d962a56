"""Words for values: bounded stays bounded, unknown stays unknown, a claim stays a claim."""

from __future__ import annotations

import pytest

from asof.model import Attribution, Figure, Incident
from asof.surface import ledger_phrase, phrase


@pytest.mark.parametrize(
    ("low", "high", "value", "qualifier", "expected"),
    [
        (31, 31, 31, None, "31"),
        (12, None, None, "at least", "12 or more"),
        (None, 40, None, "up to", "at most 40"),
        (1200, 1500, None, "between", "1,200–1,500"),
        (None, None, 30, "about", "about 30"),
        (None, None, None, "dozens", "dozens"),
        (None, None, None, None, "not stated"),
        (0, 0, 0, "no", "0"),
    ],
)
def test_a_count_as_one_reads_it(
    low: int | None, high: int | None, value: int | None, qualifier: str | None, expected: str
) -> None:
    assert phrase.number(Figure("f", "killed", low, high, value, qualifier, None, None)) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (None, None),
        ("2024-05", "2024-05"),
        ("2024-05-04T18:00:00+02:00", "2024-05-04 18:00 +02:00"),
        ("2024-05-04T18:00:00Z", "2024-05-04 18:00 UTC"),
        ("2024-05-04T18:00", "2024-05-04 18:00"),
        ("2024-05-04T18:00:30Z", "2024-05-04 18:00:30 UTC"),
        ("some day", "some day"),
    ],
)
def test_moments(moment: str | None, expected: str | None) -> None:
    assert phrase.moment(moment) == expected


def test_periods() -> None:
    assert phrase.period(None, None) is None
    assert phrase.period("2024-05", "2024-05") == "2024-05"
    assert phrase.period("2024-05-01", "2024-05-03") == "2024-05-01 to 2024-05-03"
    assert phrase.period(None, "2024-05-03") == "until 2024-05-03"


def test_attributions_keep_their_stance() -> None:
    assert phrase.source(None) == "in the report's own voice"
    assert phrase.source(Attribution("The front", stance="denies")) == "denied by The front"
    assert phrase.source(Attribution(None)) == "according to somebody unnamed"
    relayed = Attribution("The governor", "statement", "states", "Sahel Radio")
    assert phrase.source(relayed) == "according to The governor (statement), relayed by Sahel Radio"


def test_names_in_a_row() -> None:
    assert phrase.listed(()) == ""
    assert phrase.listed(("A",)) == "A"
    assert phrase.listed(("A", "B", "C")) == "A, B and C"


def test_who_is_accused_is_not_told_as_fact() -> None:
    incident = Incident("i", "ASSAULT", None, "occurred", None, None, None, None, actors=("The front", "The militia"))
    assert phrase.parties(incident) == {"By": "The front and The militia"}
    accused = Incident(
        "i", "ASSAULT", None, "occurred", None, None, None, None, actors=("The front",), attributed_to=("The front",)
    )
    assert phrase.parties(accused) == {"Attributed to": "The front"}
    assert phrase.parties(Incident("i", "ASSAULT", None, "occurred", None, None, None, None)) == {"By": "not named"}


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (None, None, None, "not stated"), (12, None, None, "12 or more"), (None, None, 40, "at most 40"),
        (27, None, 34, "27–34"), (31, 31, 31, "31"), (None, 31, None, "about 31"), (31, 31, None, "31 or more"),
        (27, 31, 1200, "31 (27 to 1,200)"), (None, 31, 34, "31 (– to 34)"), (27, 31, None, "31 (27 to open)"),
    ],
)  # fmt: skip
def test_a_toll_in_one_cell(low: int | None, best: int | None, high: int | None, words: str) -> None:
    assert ledger_phrase.bounds(low, best, high) == words
