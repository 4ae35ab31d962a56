"""Dates as the field writes them."""

from __future__ import annotations

import pytest

from asof.acquire import dates


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2026-03-10T13:05:00+02:00", "2026-03-10T13:05:00+02:00"),
        ("2026-03-11T12:10:00Z", "2026-03-11T12:10:00Z"),
        ("2026-03-11 16:00:00", "2026-03-11T16:00:00"),
        ("2026-03-10T12:01:02.000Z", "2026-03-10T12:01:02.000Z"),
        ("2026-03-10T13:05:00+0200", "2026-03-10T13:05:00+02:00"),
        ("20260310T083000Z", "2026-03-10T08:30:00Z"),
        ("2026-03", "2026-03"),
        ("Tue, 10 Mar 2026 13:05:00 +0200", "2026-03-10T13:05:00+02:00"),
        ("11 March 2026, 08:30 (GMT+2)", "2026-03-11T08:30:00+02:00"),
        ("March 10, 2026 2:05 PM GMT", "2026-03-10T14:05:00+00:00"),
        ("Thursday 12 February 2026 | 07:45 (GMT+2)", "2026-02-12T07:45:00+02:00"),
        ("10th of March, 2026", "2026-03-10"),
        ("25/12/2025", "2025-12-25"),
        ("05/05/2025", "2025-05-05"),
        ("1773136800", "2026-03-10T10:00:00Z"),
    ],
)
def test_read(words: str, iso: str) -> None:
    assert dates.moment(words) == iso


@pytest.mark.parametrize("words", ["", "yesterday", "03/04/2026", "31 February 2026", "2026-13-01", "March 10"])
def test_what_is_not_certain_is_not_read(words: str) -> None:
    assert dates.moment(words) is None


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("GMT+2", 120),
        ("UTC−5", -300),
        ("GMT +5:30", 330),
        ("EAT", 180),
        ("GMT", 0),
        ("IST", None),
        ("local time", None),
    ],
)
def test_zones(words: str, minutes: int | None) -> None:
    assert dates.offset(words) == minutes
