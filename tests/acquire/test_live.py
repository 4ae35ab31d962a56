"""Time stamps of live entries, and the moments they stand for."""

from __future__ import annotations

import pytest

from asof.acquire import live

TITLE = "Live: war in the north"
PUBLISHED = "2026-03-10T16:50:00+02:00"


def moments(paragraphs: list[str], title: str = TITLE, published: str | None = PUBLISHED) -> list[str | None]:
    found = live.entries(paragraphs, title, published)
    return [found.moments[k] for k in sorted(found.moments)]


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("16:45 - Blasts were heard.", "2026-03-10T16:45:00+02:00"),
        ("16.45 | Blasts were heard.", "2026-03-10T16:45:00+02:00"),
        ("16h45 – Blasts were heard.", "2026-03-10T16:45:00+02:00"),
        ("[14:30] Blasts were heard.", "2026-03-10T14:30:00+02:00"),
        ("(14:30) Blasts were heard.", "2026-03-10T14:30:00+02:00"),
        ("11:25 GMT — Blasts were heard.", "2026-03-10T11:25:00+00:00"),
        ("1125 GMT: Blasts were heard.", "2026-03-10T11:25:00+00:00"),
        ("14:25 (GMT+3) Blasts were heard.", "2026-03-10T14:25:00+03:00"),
        ("2:30 p.m. — Blasts were heard.", "2026-03-10T14:30:00+02:00"),
        ("11.25am Blasts were heard.", "2026-03-10T11:25:00+02:00"),
        ("Posted at 14:03", "2026-03-10T14:03:00+02:00"),
        ("Updated at 14:03", "2026-03-10T14:03:00+02:00"),
        ("March 9, 2026, 2:05 p.m. ET", "2026-03-09T14:05:00+02:00"),
        ("9 March, 23:10 - Blasts were heard.", "2026-03-09T23:10:00+02:00"),
        ("23:10 - Blasts were heard last night.", "2026-03-09T23:10:00+02:00"),
    ],
)
def test_stamps(stamp: str, moment: str) -> None:
    assert moments([stamp, "More words of the entry."]) == [moment]


@pytest.mark.parametrize(
    "sentence", ["12.30 people a day die there.", "11:30 was the hour of the strike.", "16 people died."]
)
def test_numbers_at_the_start_of_a_sentence_are_no_stamps(sentence: str) -> None:
    assert moments([sentence, "Another sentence."], title="Market struck") == []


def test_the_page_states_the_zone() -> None:
    for statement in ("All times are local (GMT+3).", "Times are Goma time (GMT+3).", "All times in UTC+3"):
        assert moments([statement, "12:00 - One.", "11:00 - Two."])[0] == "2026-03-10T12:00:00+03:00"


def test_newest_first_across_midnight() -> None:
    found = moments(
        ["00:40 - Fires are out.", "23:50 - Two dead.", "22:15 - Blasts."], published="2026-03-10T01:00:00+02:00"
    )
    assert [moment and moment[:10] for moment in found] == ["2026-03-10", "2026-03-09", "2026-03-09"]


def test_oldest_first_across_midnight() -> None:
    found = moments(
        ["22:15 - Blasts.", "23:50 - Two dead.", "00:40 - Fires are out."], published="2026-03-10T01:00:00+02:00"
    )
    assert [moment and moment[:10] for moment in found] == ["2026-03-09", "2026-03-09", "2026-03-10"]


def test_headings_name_the_day() -> None:
    found = moments(
        ["Tuesday 10 March", "07:15 - Blasts.", "Monday 9 March", "23:50 - Two dead.", "06:40 - Road open."]
    )
    assert [moment and moment[:10] for moment in found] == ["2026-03-10", "2026-03-09", "2026-03-09"]


def test_without_a_date_nothing_is_invented() -> None:
    assert moments(["16:45 - Blasts.", "16:20 - Sirens."], published=None) == [None, None]
