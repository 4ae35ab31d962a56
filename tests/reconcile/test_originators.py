"""Copies, updates, and credits."""

from __future__ import annotations

import pytest

from asof.ledger import Filing
from asof.reconcile.originators import containment, credit, originators, sketch

STORY = " ".join(
    f"sentence {k} of a story about the market of Dalo that was hit on Tuesday morning." for k in range(30)
)
OTHER = " ".join(
    f"another {k} account by a reporter who spoke with shopkeepers, nurses and the mayor." for k in range(30)
)
SHORT = "At least five people were killed on Tuesday when a drone struck a crowded market in Dalo, medics said."


def filing(report: str, text: str, publisher: str, hour: int, credited: str | None = None) -> Filing:
    return Filing(report, f"2026-03-10T{hour:02}:00:00Z", publisher, sketch=sketch(text), credit=credited)


def test_how_much_of_the_shorter_text_stands_in_the_longer() -> None:
    assert containment(sketch(STORY), sketch(STORY)) == 1
    assert containment(sketch(STORY), sketch(OTHER)) < 0.05
    assert containment(sketch(STORY), sketch(f"New headline. {STORY[:1500]}")) > 0.9
    assert containment(sketch(STORY), sketch(f"{OTHER} {SHORT} {STORY}")) > 0.9
    assert containment(sketch(SHORT), sketch(f"{OTHER} {SHORT}")) > 0.9
    assert containment(sketch(SHORT), sketch("")) == 0


def test_a_copy_and_its_copy_belong_to_the_first_that_had_the_text() -> None:
    filings = [
        filing("first", STORY, "NileWire", 8),
        filing("second", f"Headline. {STORY}", "Tribune", 9),
        filing("third", STORY[:1800], "Courier", 11),
        filing("own", OTHER, "Gazette", 10),
    ]
    found = originators(filings)
    assert found == {"first": "first", "second": "first", "third": "first", "own": "own"}
    assert originators(filings[::-1]) == found
    assert originators(filings[1:]) == {"second": "second", "third": "second", "own": "own"}


def test_as_of_a_moment_the_first_is_the_first_that_was_out() -> None:
    filings = [filing("first", STORY, "NileWire", 8), filing("second", STORY, "Tribune", 9)]
    assert originators(filings, as_of="2026-03-10T08:30:00Z") == {"first": "first"}


def test_an_update_of_ones_own_story_is_no_copy() -> None:
    filings = [filing("first", STORY, "NileWire", 8), filing("update", f"{STORY} {SHORT}", "NileWire", 9)]
    assert originators(filings) == {"first": "first", "update": "update"}


def test_the_agency_that_is_credited_comes_before_a_copy_that_was_faster() -> None:
    filings = [filing("copy", STORY, "Tribune", 8, "NileWire"), filing("wire", STORY, "NileWire", 9)]
    assert originators(filings) == {"copy": "wire", "wire": "wire"}


@pytest.mark.parametrize(
    ("text", "byline", "agency"),
    [
        ("DALO, March 10 (AFP) - At least five people were killed.", None, "AFP"),
        ("DALO, March 10 (NileWire) - At least five.", None, "NileWire"),
        ("At least five people were killed.", "Reuters", "Reuters"),
        ("At least five people were killed.", "Ama Lul in Dalo", None),
        ("The Rapid Support Forces (RSF) denied it.", None, None),
    ],
)
def test_credits(text: str, byline: str | None, agency: str | None) -> None:
    assert credit(text, byline) == agency
