"""Contexts of events: which words carry them, how far these reach, and who must act."""

from __future__ import annotations

import pytest

from asof import pipeline
from asof.annotate import parse
from asof.annotate.contexts import NEAR, REACH, SKIPPED
from asof.evaluate import run
from asof.model import Document, EventMention, Part, Report
from asof.reading import Reading
from asof.registry import component

NAMES = ("places", "times", "actors", "quantities", "quotes", "event_mentions", "contexts")


def read(*paragraphs: str) -> Reading:
    """A report of these paragraphs; one that begins with # is its headline."""
    text, parts = "", []
    for paragraph in paragraphs:
        start = len(text) + 2 if text else 0
        body = paragraph.removeprefix("#")
        text = f"{text}\n\n{body}" if text else body
        parts.append(Part("headline" if paragraph[0] == "#" else "body", start, len(text)))
    document = Document(Report("0" * 64, len(text), published="2026-03-10T12:00:00+00:00"), text, tuple(parts))
    return pipeline.annotate(parse.parse(document), [component(name) for name in NAMES])


def contexts(mention: EventMention) -> dict[str, list[str]]:
    return {context.name: [span.text for span in context.evidence] for context in mention.contexts}


def event(reading: Reading, trigger: str) -> dict[str, list[str]]:
    """The contexts of the event with this trigger."""
    return next(contexts(mention) for mention in reading.event_mentions if mention.trigger.text == trigger)


def test_each_context_is_tied_to_the_words_that_carry_it() -> None:
    found = event(read("A mob attacked two clerks at a polling station in Kano, and ballots were burned."), "attacked")
    assert found == {"election": ["polling station", "ballots"]}


def test_words_of_the_paragraph_count_and_those_of_the_next_do_not() -> None:
    reading = read(
        "Gunmen shot dead a trader in Jos. He had stood as a candidate in the election.",
        "Bandits abducted a driver near Zuru.",
    )
    assert event(reading, "shot") == {"election": ["candidate", "election"]}
    assert set(event(reading, "abducted")) == {"crime"}


def test_in_a_long_paragraph_words_reach_so_far_only() -> None:
    between = "The road was quiet. " * REACH
    assert event(read(f"Gunmen shot dead a trader in Jos. {between}The election is in May."), "shot") == {}
    nearer = "The road was quiet. " * (REACH - 1)
    assert "election" in event(read(f"Gunmen shot dead a trader in Jos. {nearer}The election is in May."), "shot")


def test_a_context_of_the_sentence_does_not_reach_the_next() -> None:
    reading = read("Students marched in Dakar. The prime minister was in Lomé.")
    assert "executive" not in event(reading, "marched")


def test_the_headline_speaks_of_the_first_paragraph_alone() -> None:
    reading = read(
        "#Three die in election violence",
        "Men with clubs beat three traders in Lagos.",
        "Gunmen robbed a bus in Ibadan, and killed its driver.",
    )
    assert event(reading, "beat") == {"election": ["election"]}
    assert "election" not in event(reading, "killed")


def test_military_are_the_forces_of_a_state() -> None:
    assert event(read("The Kachin Independence Army attacked a post near Hpakant."), "attacked") == {}
    assert "military" in event(read("The Philippine army attacked a camp near Jolo."), "attacked")
    assert "military" not in event(read("Rebel soldiers attacked a camp near Jolo."), "attacked")


def test_repression_is_force_on_people_and_not_on_rebels() -> None:
    found = event(read("Soldiers killed six mourners in Homs."), "killed")
    assert found["repression"] == ["Soldiers", "killed", "six mourners"]
    assert "repression" not in event(read("Soldiers shot dead six rebels in Homs."), "shot")
    assert "repression" not in event(read("Gunmen shot dead six mourners in Homs."), "shot")


def test_diplomatic_are_dealings_between_states() -> None:
    assert event(read("Ghana and Togo agreed to hold talks on fishing rights."), "agreed")["diplomatic"] == [
        "Ghana",
        "Togo",
        "agreed",
    ]
    assert "diplomatic" not in event(read("The mayor of Cali met bus drivers on Friday."), "met")


def test_a_label_is_no_terrorism() -> None:
    assert event(read("The president of Guinea accused striking teachers of terrorism."), "accused").keys() <= {
        "executive"
    }
    assert "terrorism" in event(read("A suicide bomber attacked a market in Kabul."), "attacked")


@pytest.mark.parametrize(("words", "found"), [(SKIPPED, True), (SKIPPED + 1, False)])
def test_a_gap_is_bridged_so_far(words: int, found: bool) -> None:
    between = " ".join(["very"] * words)
    assert ("rights_freedoms" in event(read(f"Students marched in Fez to ban {between} strikes."), "marched")) == found


def test_what_rules_a_wording_out_stands_near_it() -> None:
    assert "legal" not in event(read("Fans attacked a steward at a tennis court in Lyon."), "attacked")
    far = " ".join(["old"] * NEAR)
    assert "legal" in event(read(f"Fans of tennis attacked {far} men near a court in Lyon."), "attacked")


def test_a_mode_brings_its_contexts() -> None:
    reading = read("Militants hacked into the ministry in Tallinn.")
    assert any("cyber" in contexts(mention) for mention in reading.event_mentions)


def test_claims_have_the_contexts_of_all_their_wordings_once() -> None:
    reading = read(
        "#Election violence kills three in Lagos",
        "Men with clubs killed three traders in Lagos on the eve of the poll for governor.",
    )
    pipeline.annotate(reading, [component("events")])
    (claim,) = [event for event in reading.events if event.type == "ASSAULT"]
    (election,) = [context for context in claim.contexts if context.name == "election"]
    assert len(set(election.evidence)) == len(election.evidence)


def test_invented_passages_are_coded_as_measured() -> None:
    """`asof evaluate contexts tests/contexts`; a change that lowers it must say so."""
    score = run("contexts", "tests/contexts").counts["all"]["contexts"]
    assert score.precision >= 0.95 and score.recall >= 0.95
