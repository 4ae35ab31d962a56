"""Releases, bulletins and updates: what nobody else is said to say, their issuer says."""

from __future__ import annotations

import pytest

from asof import pipeline
from asof.annotate import parse
from asof.claim.attribution import Attributions
from asof.model import Document, Part, PartKind, Report
from asof.reading import Reading
from asof.registry import component

COMPONENTS = ("places", "times", "actors", "quantities", "quotes")


def read(*paragraphs: str, publisher: str, title: str | None = None) -> Reading:
    parts: list[Part] = []
    start = 0
    for words in paragraphs:
        kind: PartKind = "label" if words.isupper() else "body"
        parts.append(Part(kind, start, start + len(words)))
        start += len(words) + 2
    text = "\n\n".join(paragraphs)
    report = Report(sha256="i" * 64, size=len(text), publisher=publisher, title=title)
    reading = parse.parse(Document(report, text, tuple(parts)))
    return pipeline.annotate(reading, [component(name) for name in COMPONENTS])


def speaker_of(reading: Reading, words: str) -> str | None:
    start = reading.document.text.index(words)
    found = Attributions(reading).at(start, start + len(words))
    return found.speaker if found is not None else None


BULLETIN = (
    "The Atlas Conflict Monitor has documented the death of four people in Kidal. Eleven others were injured.",
    "In Gao a mine killed a shepherd. The Atlas Conflict Monitor renews its call to spare the markets.",
)


def test_a_monitor_that_speaks_in_its_bulletin_issues_it() -> None:
    reading = read(*BULLETIN, publisher="Atlas Conflict Monitor")
    assert speaker_of(reading, "a mine killed") == "Atlas Conflict Monitor"
    assert speaker_of(reading, "Eleven others") == "Atlas Conflict Monitor"


def test_a_newspaper_called_monitor_tells_of_others() -> None:
    reading = read("A mine killed a shepherd in Gao. The mayor told the Monitor so.", publisher="The Gao Monitor")
    assert speaker_of(reading, "A mine") is None


def test_an_outlet_that_prints_the_same_words_is_no_issuer() -> None:
    assert speaker_of(read(*BULLETIN, publisher="Gao Courier"), "a mine killed") is None


def test_the_office_that_speaks_is_named_with_its_state() -> None:
    reading = read(
        "The Office of the President bows before the victims. Two suspects were arrested near Bolgatanga.",
        "The Government calls on the regional bloc to act.",
        publisher="Office of the President, Republic of Ghana",
    )
    assert speaker_of(reading, "Two suspects") == "Office of the President of Ghana"


def test_in_an_update_a_section_has_its_own_source() -> None:
    reading = read(
        "CASUALTIES",
        "UNICEF has verified the killing of nine children in Abéché.",
        "Six girls were abducted from a school on Monday.",
        "DISPLACEMENT",
        "The road to Adré is closed, and 300 people sleep on it.",
        publisher="United Nations in Chad",
    )
    assert speaker_of(reading, "Six girls") == "UNICEF"
    assert speaker_of(reading, "300 people") == "United Nations"


@pytest.mark.parametrize("opening", ["PRESS RELEASE", "FOR IMMEDIATE RELEASE"])
def test_a_report_may_call_itself_a_release(opening: str) -> None:
    reading = read(
        opening, "The Zonta Movement condemns the raid. Three of its members were beaten.", publisher="Zonta Movement"
    )
    assert speaker_of(reading, "Three of its members") == "Zonta Movement"


def test_we_in_a_statement_are_those_who_publish_it() -> None:
    reading = read(
        "We mourn the victims. Nine farmers were beaten in Zonta.", publisher="Zonta Accord", title="Statement on Zonta"
    )
    assert speaker_of(reading, "Nine farmers") == "Zonta Accord"
    assert [a.name for m in reading.mentions if m.span.text == "We" for a in reading.actors if a.id == m.actor] == [
        "Zonta Accord"
    ]


def test_a_channel_speaks_for_the_body_in_its_brackets() -> None:
    reading = read("We struck a column at dawn. Nine fell.", publisher="Free Mountains (PKK press channel)")
    assert speaker_of(reading, "Nine fell") == "Kurdistan Workers' Party"


@pytest.mark.parametrize("publisher", ["Free Voices (ELN press channel)", "(ELN press channel)"])
def test_the_body_in_brackets_speaks_in_its_channel_s_statement_too(publisher: str) -> None:
    reading = read("We struck a column at dawn. Nine fell.", publisher=publisher, title="Statement on the raid")
    assert speaker_of(reading, "Nine fell") == "National Liberation Army"


@pytest.mark.parametrize("publisher", ["(press)", ", Kano"])
def test_a_publisher_without_a_name_issues_nothing(publisher: str) -> None:
    reading = read("We struck a column at dawn. Nine fell.", publisher=publisher, title="Statement on the raid")
    assert speaker_of(reading, "Nine fell") is None


def test_who_signs_a_statement_says_it() -> None:
    reading = read(
        "Our units struck a column at dawn. Nine fell.",
        "We shall not rest.",
        "National Liberation Army",
        publisher="Voices of the Hills",
    )
    assert speaker_of(reading, "Nine fell") == "National Liberation Army"


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("Here is what we know so far.", "Agence France-Presse"),
        ("Here is what we know so far.", "Kano Emergency Committee"),
        ("What we need to know is where it came from.", "Kano Emergency Committee"),
        ("Our reporter struck up a talk with a guard.", "National Liberation Army"),
        ("We shall not rest.", "Agence France-Presse"),
        ("We shall not rest.", "Gao Courier"),
    ],
)
def test_who_reports_or_is_an_outlet_signs_no_statement(said: str, last: str) -> None:
    reading = read("A blast killed nine people in Kano.", said, last, publisher="Voices of the Hills")
    assert speaker_of(reading, "nine people") is None


def test_who_signs_a_text_that_is_called_a_statement_needs_no_act() -> None:
    reading = read(
        "PRESS RELEASE", "We understand that nine people fell.", "National Liberation Army", publisher="(press)"
    )
    assert speaker_of(reading, "nine people") == "National Liberation Army"


def test_we_of_an_outlet_or_in_quotation_marks_are_nobody() -> None:
    reading = read("We saw nine bodies in Gao.", "A man wept.", publisher="Gao Courier")
    assert speaker_of(reading, "nine bodies") is None
    reading = read("“We fired,” a man said. Nine died.", publisher="Ministry of Defence, Press Office")
    assert [m for m in reading.mentions if m.span.text == "We"] == []


def test_a_government_s_service_is_not_the_government() -> None:
    reading = read(
        "The Government Information Service notes the reports. Nine men were arrested.",
        "The Government condemns the raid.",
        publisher="Government Information Service, Republic of Ghana",
    )
    assert speaker_of(reading, "Nine men") == "Government Information Service"
