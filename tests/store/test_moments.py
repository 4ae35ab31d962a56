"""The first and the last instant of a partial moment."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asof.model import Report
from asof.store import moments


@pytest.mark.parametrize(
    ("moment", "first", "last"),
    [
        ("2026", "2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z"),
        ("2024-02", "2024-02-01T00:00:00Z", "2024-02-29T23:59:59Z"),
        ("2026-03-10", "2026-03-10T00:00:00Z", "2026-03-10T23:59:59Z"),
        ("2026-03-10T08", "2026-03-10T08:00:00Z", "2026-03-10T08:59:59Z"),
        ("2026-03-10T08:05", "2026-03-10T08:05:00Z", "2026-03-10T08:05:59Z"),
        ("2026-03-10T08:05:30Z", "2026-03-10T08:05:30Z", "2026-03-10T08:05:30Z"),
        ("2026-03-10T08:05:30.5+02:00", "2026-03-10T06:05:30Z", "2026-03-10T06:05:30Z"),
        ("2026-03-10T01:05+02:00", "2026-03-09T23:05:00Z", "2026-03-09T23:05:00Z"),
        ("last week", None, None),
        ("2026-13", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_bounds(moment: str | None, first: str | None, last: str | None) -> None:
    assert (moments.earliest(moment), moments.latest(moment)) == (first, last)


@given(st.datetimes(min_value=datetime(1000, 1, 1)), st.sampled_from([4, 7, 10, 13, 16, 19]))
def test_a_moment_lies_within_the_bounds_of_every_shortening(moment: datetime, length: int) -> None:
    whole = moment.strftime("%Y-%m-%dT%H:%M:%S")
    first, last = moments.earliest(whole[:length]), moments.latest(whole[:length])
    assert first is not None and last is not None
    assert first <= whole + "Z" <= last


@given(st.text(max_size=25))
def test_no_words_are_a_trouble(moment: str) -> None:
    assert (moments.earliest(moment) is None) == (moments.latest(moment) is None)


def test_versions_are_ordered_by_change_then_fetching_then_bytes() -> None:
    ordered = [
        Report("9", 1),
        Report("1", 1, published="2026-03-10T08:00:00Z"),
        Report("0", 1, published="2026-03-10T08:00:00Z", fetched="2026-03-10T09:00:00Z"),
        Report("2", 1, published="2026-03-10T08:00:00Z", fetched="2026-03-10T12:00:00+02:00"),
        Report("0", 1, published="2026-03-10T08:00:00Z", modified="2026-03-10T11:00:00Z"),
    ]
    assert sorted(ordered, key=moments.version) == ordered
