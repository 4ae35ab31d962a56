"""Who puts out a report: bodies that speak for themselves, told from outlets by their names and first lines."""

from __future__ import annotations

import pytest

from asof.vocabulary import issuers

BODIES = [
    ("Ministry of Defence, Press Office", "Ministry of Defence"),
    ("Office of the President, Republic of Ghana", "Office of the President of Ghana"),
    ("Ministry of Interior, Islamic Republic of Mauritania", "Ministry of Interior of Mauritania"),
    ("United Nations in Chad", "United Nations"),
    ("OCHA", "OCHA"),
    ("Joint Task Force (South) Operation Clean Sweep, Media Directorate", "Joint Task Force (South)"),
    ("Western Command Press Desk", "Western Command"),
    ("Information Team of the Defence Services", "Information Team of the Defence Services"),
    ("Lebanese Civil Defence", "Lebanese Civil Defence"),
    ("The Royal Thai Army", "Royal Thai Army"),
    ("Policía: National Police of Colombia, Public Affairs", "Policía: National Police of Colombia"),
    ("Embassy of Norway in Tripoli", "Embassy of Norway in Tripoli"),
]
OUTLETS = [
    "The Lagos Courier", "Army Times", "Government Gazette", "State News Agency", "Radio Sahel FM", "Mission Local",
    "Kivu Direct", "Daily Maverick", "The Northern Sentinel", "Council Chronicle", "Andes Wire", "Relief Desk", None,
]  # fmt: skip


@pytest.mark.parametrize(("publisher", "body"), BODIES)
def test_a_body_speaks_for_itself_without_its_press_desk(publisher: str, body: str) -> None:
    assert issuers.body(publisher) == body


@pytest.mark.parametrize("publisher", OUTLETS)
def test_an_outlet_is_no_body(publisher: str | None) -> None:
    assert issuers.body(publisher) is None


def test_a_monitor_may_be_a_body_or_a_newspaper() -> None:
    assert issuers.body("Atlas Conflict Monitor") is None
    assert issuers.watcher("Atlas Conflict Monitor") == "Atlas Conflict Monitor"
    assert issuers.watcher("Atlas Daily Monitor") is None


@pytest.mark.parametrize(
    ("title", "publisher", "opening", "channel"),
    [
        ("Press Statement on the events in Tillabéri", None, "", "press release"),
        ("Communiqué No. 14", "General Staff", "", "communiqué"),
        ("Coalition forces repel attack", "Task Force, Public Affairs", "", "press release"),
        ("Troops rescue 12", "Theatre headquarters", "PRESS RELEASE", "press release"),
        ("Flood update 4", "OCHA", "Highlights", None),
        ("Summit communiqué leaves out the strait", "The Lagos Courier", "LAGOS", None),
    ],
)
def test_the_channel_of_a_report_that_its_author_puts_out(
    title: str, publisher: str | None, opening: str, channel: str | None
) -> None:
    assert issuers.release(title, publisher, opening) == channel
