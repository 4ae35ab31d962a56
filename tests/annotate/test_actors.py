"""Who is spoken of, and that every mention of one bearer leads to one actor. All reports here are invented."""

from __future__ import annotations

import hashlib

import pytest

from asof.annotate import parse
from asof.annotate.actors import ActorFinder
from asof.model import Actor, Document, Part, Report
from asof.reading import Reading


def read(text: str, published: str = "2025-05-02T10:00:00+00:00") -> Reading:
    parts, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(Part("body", start, start + len(line)))
        start += len(line) + 1
    report = Report(hashlib.sha256(text.encode()).hexdigest(), len(text), published=published)
    reading = parse.parse(Document(report, text, tuple(parts)))
    found = ActorFinder()(reading)
    reading.actors, reading.mentions = found["actors"], found["mentions"]
    return reading


def actor(reading: Reading, words: str, nth: int = 0) -> Actor | None:
    """The actor that the nth occurrence of these words means (by the words' last token)."""
    start = -1
    for _ in range(nth + 1):
        start = reading.document.text.index(words, start + 1)
    inside = {t.i for t in reading.tokens_in(start, start + len(words))}
    chosen = [m for m in reading.mentions if m.head in inside]
    by_id = {a.id: a for a in reading.actors}
    return by_id[chosen[-1].actor] if chosen else None


def name(reading: Reading, words: str, nth: int = 0) -> str | None:
    found = actor(reading, words, nth)
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "words", "nth", "expected"),
    [
        ("President Bola Tinubu condemned the raid. Tinubu blamed bandits.", "Tinubu", 1, "Bola Tinubu"),
        ("Colonel Idriss Wade, the army's spokesman, denied it. Wade left.", "Wade", 1, "Idriss Wade"),
        ("The Rapid Support Forces (RSF) withdrew. The RSF blamed the army.", "RSF", 1, "Rapid Support Forces"),
        ("M23 rebels entered the town in Congo. The rebels freed two men.", "The rebels", 0, "M23"),
        ("Sudanese soldiers left Kosti. The army said it would return.", "The army", 0, "Sudanese army"),
        ("The Kosti Nurses' Union counted nine dead. The union wept.", "The union", 0, "Kosti Nurses' Union"),
        ("The medical charity AidLine closed. The charity blamed bandits.", "The charity", 0, "AidLine"),
        ("Hawa Diallo, a nurse, fled. She said the clinic had burned.", "She", 0, "Hawa Diallo"),
        ("Hamas accused Israel. It said that talks were over.", "It", 0, "Hamas"),
        ("A witness said shots rang out. The witness fled.", "The witness", 0, "a witness"),
    ],
)  # fmt: skip
def test_later_words_mean_the_one_introduced(text: str, words: str, nth: int, expected: str) -> None:
    assert name(read(text), words, nth) == expected


@pytest.mark.parametrize(
    ("published", "expected"), [("2024-06-01T00:00:00Z", "Joe Biden"), ("2025-06-01T00:00:00Z", "Donald Trump")]
)
def test_an_office_is_held_by_whoever_held_it_on_the_day(published: str, expected: str) -> None:
    assert name(read("The American president called for calm.", published), "president") == expected


def test_a_speaker_goes_on_speaking() -> None:
    reading = read(
        'Mayor Omar Daud met General Ali Hakim on Monday.\n"We agreed," Daud said.\n"The road is open," he said.'
    )
    assert name(reading, "he said") == "Omar Daud"


def test_those_who_are_not_named_are_called_by_their_words() -> None:
    reading = read("Two residents of Kosti and a local official described at least 12 wounded men.")
    assert name(reading, "residents") == "two residents of Kosti"
    assert name(reading, "official") == "a local official"


def test_a_spokesman_belongs_to_those_he_speaks_for() -> None:
    reading = read("Hezbollah denied it. Its spokesman, Karim Daher, said nothing had been fired.")
    speaker = actor(reading, "Karim Daher")
    group = actor(reading, "Hezbollah")
    assert speaker is not None and group is not None
    assert speaker.of == group.id
    assert (group.sector, group.country, group.registry_id) == ("REB", "LBN", "group:hezbollah")


def test_nobody_is_no_actor() -> None:
    assert actor(read("No group claimed the attack."), "group") is None


def test_evidence_is_the_words_of_the_text_and_the_same_bytes_come_out() -> None:
    text = "Ukraine's army said Russian troops shelled Nikopol. It said two women were killed."
    first, second = read(text), read(text)
    assert (first.actors, first.mentions) == (second.actors, second.mentions)
    for found in first.actors:
        assert all(text[span.start : span.end] == span.text for span in found.evidence)


def test_an_empty_report_has_no_actors() -> None:
    reading = read("")
    assert reading.actors == () and reading.mentions == ()
