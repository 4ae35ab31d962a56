"""Text in capitals is read like any other: the same letters in ordinary case, in place."""

from __future__ import annotations

import pytest

from asof import registry
from asof.annotate import parse
from asof.annotate.parse_capitals import in_capitals, ordinary
from asof.model import Document, Part, Report
from asof.pipeline import annotate
from asof.reading import Reading


def document(text: str) -> Document:
    return Document(
        Report("0" * 64, len(text), published="1990-01-15T12:00:00+00:00"), text, (Part("body", 0, len(text)),)
    )


def known(word: str) -> bool:
    return parse.load().vocab.has_vector(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "GUNMEN KILLED NINE PEOPLE IN THE VILLAGE OF SAN MIGUEL ON MONDAY, THE ARMY SAID.",
            "Gunmen killed nine people in the village of San Miguel on Monday, the army said.",
        ),
        (
            "THE FMLN DENIED RESPONSIBILITY FOR THE MURDER OF COLONEL ROBERTO MARTINEZ NEAR QUETTA.",
            "The FMLN denied responsibility for the murder of colonel Roberto Martinez near Quetta.",
        ),
        (
            "THE PERUVIAN ARMY CAPTURED TWELVE REBELS NEAR AYACUCHO. TWO SOLDIERS DIED.",
            "The Peruvian army captured twelve rebels near Ayacucho. Two soldiers died.",
        ),
    ],
)
def test_capitals_become_ordinary_case(text: str, expected: str) -> None:
    assert ordinary(document(text), known) == expected


def test_what_is_not_in_capitals_stays_as_it_is() -> None:
    text = "The UN, NATO and the OSCE met in Geneva on Monday, and the FMLN did not."
    assert not in_capitals(text)
    assert ordinary(document(text), known) is text


def test_offsets_hold_where_a_letter_has_no_single_other_case() -> None:
    text = "İSTANBUL STRASSE GROß: GUNMEN KILLED NINE PEOPLE IN THE VILLAGE OF KAURA."
    assert len(ordinary(document(text), known)) == len(text)


def read(text: str) -> Reading:
    names = ("places", "times", "actors", "quotes", "event_mentions", "events")
    return annotate(parse.parse(document(text)), [registry.component(name) for name in names])


def test_events_of_an_old_wire_are_found_and_quoted_as_they_stand() -> None:
    text = "URBAN GUERRILLAS KIDNAPPED THE MAYOR OF SOYAPANGO AND BURNED TWO BUSES."
    reading = read(text)
    assert [(event.type, event.mode) for event in reading.events] == [("ASSAULT", "abduct"), ("ASSAULT", "destroy")]
    for event in reading.events:
        for span in event.evidence:
            assert span.text == text[span.start : span.end]


def test_a_bulletin_without_articles_is_read() -> None:
    found = [
        (event.type, event.mode) for event in read("REBELS ATTACK POLICE POST NEAR AYACUCHO, KILL SIX OFFICERS").events
    ]
    assert ("ASSAULT", None) in found or ("ASSAULT", "firearms") in found


def test_initials_stay_and_end_no_sentence() -> None:
    reading = read("TWO U.S. ENGINEERS WERE WOUNDED NEAR THE U.S. CONSULATE IN AREQUIPA.")
    assert [token.text for token in reading.tokens[:3]] == ["Two", "U.S.", "engineers"]
    assert any(actor.name == "United States" for actor in reading.actors)


def test_actors_of_a_text_in_capitals_are_named_in_ordinary_letters() -> None:
    reading = read("GUERRILLAS ATTACKED TWO POLICEMEN NEAR AYACUCHO ON SUNDAY.")
    names = {actor.name for actor in reading.actors}
    assert "two policemen" in names and not any(name.isupper() for name in names)
    for mention in reading.mentions:
        assert mention.span.text.isupper()
