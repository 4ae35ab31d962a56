"""Who says it: quotes around the words, syntax, what goes on from the sentence before, statements."""

from __future__ import annotations

import pytest

from asof import pipeline
from asof.annotate import parse
from asof.claim.attribution import Attributions
from asof.model import Document, Part, Quote, Report, Span
from asof.reading import Reading
from asof.registry import COMPONENTS, component


def read(text: str, *, publisher: str | None = None) -> Reading:
    report = Report(sha256="a" * 64, size=len(text), publisher=publisher)
    return parse.parse(Document(report, text, (Part("body", 0, len(text)),)))


def quoted(reading: Reading, content: str, cue: str, speaker: str = "Amina Sule") -> Reading:
    text = reading.document.text
    spans = [Span(text.index(words), text.index(words) + len(words), words) for words in (content, cue)]
    reading.quotes = (Quote("q-1", (spans[0],), "indirect", speaker, cue=(spans[1],)),)
    return reading


def speaker_of(reading: Reading, words: str) -> str | None:
    start = reading.document.text.index(words)
    found = Attributions(reading).at(start, start + len(words))
    return found.speaker if found is not None else None


def test_the_report_speaks_in_its_own_voice() -> None:
    assert speaker_of(read("Shells killed nine people."), "nine") is None


def test_according_to() -> None:
    assert speaker_of(read("Shells killed nine people, according to the mayor."), "nine") == "the mayor"


def test_a_cue_that_closes_the_sentence() -> None:
    assert (
        speaker_of(read("Volunteers have buried 11 people at Kosti, a local official said."), "11")
        == "a local official"
    )


def test_the_quote_around_the_words() -> None:
    reading = quoted(read("Amina Sule said that nine people were dead."), "that nine people were dead", "said")
    assert speaker_of(reading, "nine") == "Amina Sule"


def test_a_promise_asserts_nothing() -> None:
    reading = quoted(read("The junta promised to free 180 people."), "to free 180 people", "promised", "the junta")
    assert speaker_of(reading, "180") is None


def test_a_clause_that_the_report_adds_is_its_own() -> None:
    text = "Amina Sule said rebels used a new missile in the strike, which killed 12 people."
    reading = quoted(read(text), "rebels used a new missile in the strike, which killed 12 people", "said")
    assert speaker_of(reading, "12") is None
    assert speaker_of(reading, "missile") == "Amina Sule"


@pytest.mark.parametrize(
    ("following", "carried"),
    [
        ("Four were children.", True),
        ("Another 12 people were hurt.", True),
        ("Nine remained unaccounted for.", True),
        ("The market was empty when shells killed three men.", False),
    ],
)
def test_a_source_carries_over_where_the_count_goes_on(following: str, carried: bool) -> None:
    text = f"Amina Sule said that 18 people had died. {following}"
    reading = quoted(read(text), "that 18 people had died", "said")
    number = next(word for word in ("Four", "12", "Nine", "three") if word in following)
    assert (speaker_of(reading, number) == "Amina Sule") is carried


@pytest.fixture(scope="module")
def annotated() -> dict[str, Reading]:
    components = [component(name) for name in COMPONENTS]
    return {text: pipeline.annotate(read(text), components) for text, _ in SOURCES}


SOURCES = [
    ("Lebanon's health ministry said 14 people were killed in Tyre.", "Ministry"),
    ("The National News Agency reported that nine people were wounded.", "National News Agency"),
    ("At least 12 people died, the BBC reported, citing local police.", "police"),
    ("Nine people were killed, Reuters reported, quoting a security source.", "security source"),
    ("Nine people were killed, according to local partners, citing the parish.", "parish"),
    ("Police arrested 12 people, a spokesman, Gela Ruadze, said.", "Gela Ruadze"),
    ("Two people were killed and five wounded, hospital director Hassan Wazni said.", "Hassan Wazni"),
    ("Hospital director Hassan Wazni put the toll at 12.", "Hassan Wazni"),
    ("The monitoring group Hengaw has documented the arrest of 45 students.", "Hengaw"),
    ("Doctors at the hospital in Nabatieh counted 17 dead.", "octors"),
    ("Local authorities confirmed nine deaths.", "ocal authorities"),
    ("Thirteen people have been detained since Friday, the town council of Batumi says.", "ouncil"),
    ("Nine people were killed, the departmental government of Cauca said in Popayán, Colombia.", "Government of Cauca"),
    ("Nine people were killed near El Fasher, the authorities in North Darfur said.", "North Darfur authorities"),
    ("The Kosti Doctors' Union gives a count at last: 14 people were killed.", "Doctors' Union"),
    ("The army revised its toll from nine soldiers killed to four.", "army"),
    ("The mayor, Amina Sule, said nine people were killed; six were in hospital.", "Amina Sule"),
    ("The Interior Ministry confirms seven soldiers killed and eleven wounded.", "Ministry"),
]


@pytest.mark.parametrize(("text", "speaker"), SOURCES, ids=[text[:48] for text, _ in SOURCES])
def test_every_count_of_a_sentence_has_its_source(text: str, speaker: str, annotated: dict[str, Reading]) -> None:
    figures = annotated[text].figures
    assert figures
    assert all(f.attribution and f.attribution.speaker and speaker in f.attribution.speaker for f in figures)


def test_a_command_speaks_for_itself_in_its_own_release() -> None:
    reading = read("Terrorists fired at the village. A soldier was wounded.", publisher="Eastern Command, Press Desk")
    assert speaker_of(reading, "A soldier") == "Eastern Command"


def test_a_newspaper_is_no_issuer() -> None:
    reading = read("Terrorists fired at the village. A soldier was wounded.", publisher="Eastern Courier")
    assert speaker_of(reading, "A soldier") is None
