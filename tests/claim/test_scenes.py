"""Where and when, carried from sentence to sentence. All reports here are invented."""

from __future__ import annotations

import hashlib

import pytest

from asof import pipeline
from asof.annotate import parse
from asof.claim.scenes import Scenes
from asof.claim.scenes_when import Calendar
from asof.model import Document, Event, Figure, Part, Report
from asof.reading import Reading
from asof.vocabulary import codebooks
from asof.vocabulary.places import FILE

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the gazetteer is not compiled")


def read(*paragraphs: str) -> Reading:
    text, parts, start = "\n\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        parts.append(Part("body", start, start + len(paragraph)))
        start += len(paragraph) + 2
    report = Report(hashlib.sha256(text.encode()).hexdigest(), len(text), published="2026-05-15T18:00:00+00:00")
    return pipeline.annotate(parse.parse(Document(report, text, tuple(parts))), pipeline.default_components())


def scenes(*paragraphs: str) -> list[str | None]:
    """The scene of the last sentence of each paragraph."""
    reading = read(*paragraphs)
    found = Scenes(reading)
    last = {sentence.part.start: found.at(sentence) for sentence in reading.sentences}
    return [place.name if place else None for _, place in sorted(last.items())]


LEAD = "A drone hit a market in Kutum on Thursday, killing nine people, Sudan's army said in Sudan."


@pytest.mark.parametrize(
    ("second", "third", "expected"),
    [
        ("Medics said that a child had died.", "Stalls were burned.", ["Kutum", "Kutum", "Kutum"]),
        ("In Nyala, shells fell on a school.", "Two girls were killed.", ["Kutum", "Nyala", "Nyala"]),
        ("NYALA", "Two girls were killed.", ["Kutum", "Nyala", "Nyala"]),
        ("In a separate attack, a bomb killed two in Nyala.", "The market was closed.", ["Kutum", "Nyala", "Kutum"]),
        ("In 2024 shells killed 12 people in Nyala.", "The market was closed.", ["Kutum", "Nyala", "Kutum"]),
        ("A spokesman told reporters in Nyala that he knew nothing.", "It fled.", ["Kutum", "Kutum", "Kutum"]),
        ("A boy died in a hospital in Nyala.", "He was nine.", ["Kutum", "Kutum", "Kutum"]),
        ("Ten families fled towards Nyala.", "They walked.", ["Kutum", "Kutum", "Kutum"]),
        ("The police commander of Nyala denied it.", "He gave no reason.", ["Kutum", "Kutum", "Kutum"]),
        ("Police arrested two men in Nyala.", "The market was closed.", ["Kutum", "Nyala", "Kutum"]),
    ],
)
def test_the_scene_is_carried_on(second: str, third: str, expected: list[str]) -> None:
    assert scenes(LEAD, second, third) == expected


def figure(reading: Reading, words: str) -> Figure:
    return next(f for f in reading.figures if any(words in span.text for span in f.evidence))


def test_a_count_is_where_the_report_is() -> None:
    reading = read(
        LEAD, 'Ali Osman, the police chief of Nyala, gave a toll of seven. "Twelve people were wounded," he said.'
    )
    assert figure(reading, "Twelve people").place == "Kutum"
    assert figure(reading, "Twelve people").incident == figure(reading, "nine people").incident is not None


def test_a_count_of_the_separate_attack_is_of_that_attack() -> None:
    reading = read(LEAD, "In a separate attack, gunmen raided Mellit late on Thursday. Four villagers were killed.")
    assert figure(reading, "Four villagers").place == "Mellit"
    assert figure(reading, "Four villagers").incident != figure(reading, "nine people").incident


def event(reading: Reading, words: str) -> Event:
    """The event that these words tell most closely."""
    told = [(len(span.text), k) for k, e in enumerate(reading.events) for span in e.evidence if words in span.text]
    return reading.events[min(told)[1]]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The council met on Thursday, three days after gunmen stormed Kutum.", "stormed", "2026-05-11"),
        (
            "A curfew was imposed on Kutum on Thursday, a day after shells killed nine people there.",
            "killed",
            "2026-05-13",
        ),
        ("The army imposed sanctions on Thursday, two weeks after the bombing of Kutum.", "bombing", "2026-04-30"),
        ("Turkey condemned the killings.", "condemned", "2026-05-15"),
        ("The army sent two battalions to Kutum.", "sent", "2026-05-15"),
    ],
)
def test_the_day_of_an_event(text: str, words: str, day: str) -> None:
    found = event(read(text), words)
    assert (found.start, found.end) == (day, day)


def test_hours_before_tell_no_day() -> None:
    found = event(read("Guns fell silent on Thursday, hours after a bomb killed nine people in Kutum."), "bomb")
    assert (found.start, found.end) == (None, None)


def test_when_after_a_date_says_then_not_since() -> None:
    text = "It is the worst raid since February 2021, when gunmen kidnapped 279 girls from a school in Jangebe."
    assert event(read(text), "kidnapped").start == "2021-02-01"
    assert (event(read(text), "kidnapped").end or "")[:7] == "2021-02"


@pytest.mark.parametrize(
    ("first", "second", "day"),
    [
        ("Gunmen raided Nyala on Wednesday.", "Shells hit a school.", "2026-05-13"),
        ("Gunmen raided Nyala on Wednesday. Shells hit a school.", "In Nyala, two girls died.", "2026-05-13"),
        ("Gunmen raided Nyala on Wednesday.", "In Kutum, shells hit a school.", None),
        ("Gunmen will march on Nyala on Wednesday.", "In Nyala, shells hit a school.", None),
        ("In 2024 gunmen raided Nyala.", "In Nyala, shells hit a school.", None),
        ("Gunmen raided Nyala on Wednesday.", "Shells hit a school in Nyala on Thursday.", "2026-05-14"),
    ],
)
def test_a_day_is_carried_on_while_the_scene_lasts(first: str, second: str, day: str | None) -> None:
    reading, book = read(first, second), codebooks.load("plover")
    found = Calendar(reading, book, Scenes(reading, book)).at(reading.sentences[-1])
    assert (found[0] if found else None) == day


def test_an_incident_is_where_its_figures_are_counted() -> None:
    reading = read("Shells hit a school on Thursday. Nine people were killed, all of them in Nyala, medics said.")
    assert {i.place for i in reading.incidents if i.status == "occurred"} == {"Nyala"}
