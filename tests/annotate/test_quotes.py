"""Who says what, on invented sentences: speakers, kinds, channels, stances, and what is no quote."""

from __future__ import annotations

import pytest

from asof.annotate import parse
from asof.annotate.quotes import QuoteFinder
from asof.annotate.quotes_marks import stretches
from asof.model import Document, Part, PartKind, Quote, Report
from asof.pipeline import annotate
from asof.vocabulary import reporting


def quotes(*paragraphs: str, title: str | None = None, publisher: str | None = None) -> list[Quote]:
    """The quotes of a report of these paragraphs; the title, when given, is its headline."""
    parts: list[Part] = []
    text = ""
    kinds: list[PartKind] = ["headline"] if title else []
    kinds += ["body"] * len(paragraphs)
    for kind, words in zip(kinds, [title, *paragraphs] if title else paragraphs, strict=True):
        text += "\n\n" if text else ""
        parts.append(Part(kind, len(text), len(text) + len(words)))
        text += words
    report = Report(sha256="test", size=len(text), title=title, publisher=publisher)
    return list(annotate(parse.parse(Document(report, text, tuple(parts))), [QuoteFinder()]).quotes)


def statements(*paragraphs: str, title: str | None = None, publisher: str | None = None) -> list[Quote]:
    return [quote for quote in quotes(*paragraphs, title=title, publisher=publisher) if quote.level == "statement"]


def words(quote: Quote) -> str:
    return " … ".join(span.text for span in quote.content)


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        ("The union said two porters were hurt.", "union", "two porters were hurt"),
        ("Two porters were hurt, the union said.", "union", "Two porters were hurt"),
        ("Two porters were hurt, said Lena Okoro, its secretary.", "Lena Okoro", "Two porters were hurt"),
        ("The pier, the mayor said, was closed at dusk.", "mayor", "The pier … was closed at dusk"),
        ("According to the harbour police, nine boats sank.", "harbour police", "nine boats sank"),
        ("Nine boats sank, according to two fishermen.", "two fishermen", "Nine boats sank"),
        ("Osman Farah told reporters that the road was mined.", "Osman Farah", "the road was mined"),
        ("The raid, which nurses say killed six people, was the third.", "nurses", "killed six people"),
        ("The rebels' claim that they took Tessalit is disputed.", "rebels", "they took Tessalit"),
        ("The general said the town had fallen, adding that it was empty.", "general", "the town had fallen"),
    ],
)  # fmt: skip
def test_indirect_speech_in_its_constructions(sentence: str, speaker: str, content: str) -> None:
    first = statements(sentence)[0]
    assert first.kind == "indirect"
    assert first.speaker is not None and first.speaker.removeprefix("the ").removeprefix("The ") == speaker
    assert words(first) == content


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("“Nobody slept,” said Mina Haddad, a baker.", "Nobody slept,"),
        ("Mina Haddad said: \"Nobody slept.\"", "Nobody slept."),
        ("\"Nobody slept,\" Mina Haddad said. \"We waited for light.\"", "Nobody slept, … We waited for light."),
        ("‘Nobody slept,’ said Mina Haddad. ‘We waited.’", "Nobody slept, … We waited."),
        ("``Nobody slept,'' Mina Haddad said.", "Nobody slept,"),
        ("“If they come,” said Mina Haddad, a baker who fled, “we leave.”", "If they come, … we leave."),
        ("Mina Haddad: “Nobody slept in our street.”", "Nobody slept in our street."),
    ],
)  # fmt: skip
def test_direct_speech_with_every_kind_of_mark(sentence: str, content: str) -> None:
    (quote,) = statements(sentence)
    assert (quote.kind, quote.speaker, words(quote)) == ("direct", "Mina Haddad", content)


def test_mixed_speech_is_one_quote() -> None:
    (quote,) = statements("The ministry said the raid hit stores of “fuel and grain”.")
    assert quote.kind == "mixed"
    assert words(quote).startswith("the raid hit stores of “fuel and grain")


def test_a_title_or_a_doubted_word_is_no_quote() -> None:
    assert quotes("The so-called “Falcon” brigade left the valley.") == []
    assert quotes("The film “A Long Way Down” was shown in Atbara.") == []


def test_a_paragraph_that_is_only_a_quote_goes_on_with_the_last_speaker() -> None:
    found = statements("“We saw smoke,” said Joseph Lual, a driver.", "“Then the shouting began.”")
    assert [quote.speaker for quote in found] == ["Joseph Lual", "Joseph Lual"]
    assert found[1].source is None


def test_a_quote_over_two_paragraphs_is_one() -> None:
    found = statements("“We saw smoke,” said Joseph Lual. “It was black.", "“It came from the depot.”")
    assert [words(quote) for quote in found] == ["We saw smoke, … It was black. … It came from the depot."]


def test_a_quote_that_the_paragraph_before_announces() -> None:
    (quote,) = statements("The observer mission reports:", "“Two of nine posts are empty.”")
    assert quote.speaker is not None and "mission" in quote.speaker


@pytest.mark.parametrize(
    ("sentence", "channel"),
    [
        ("The mayor told state radio that the bridge was shut.", "state radio"),
        ("The mayor said on Telegram that the bridge was shut.", "Telegram"),
        ("The mayor said in a voice message that the bridge was shut.", "voice message"),
        ("The mayor said in a statement on Facebook that the bridge was shut.", "Facebook"),
        ("“The bridge is shut,” the mayor said by satellite phone.", "satellite phone"),
        ("“The bridge is shut,” the mayor said on social media.", "social media"),
        ("The mayor said on X that the bridge was shut.", "X"),
        ("The mayor told reporters that the bridge was shut.", None),
        ("The mayor said that the bridge was shut.", None),
    ],
)
def test_the_channel_is_read_from_the_words_beside_the_cue(sentence: str, channel: str | None) -> None:
    assert [quote.channel for quote in statements(sentence)] == [channel]


def test_what_a_ministry_publishes_is_a_press_release() -> None:
    (quote,) = statements("The Ministry affirms that the border is open.", publisher="Ministry of Transport")
    assert quote.channel == "press release"


@pytest.mark.parametrize(
    ("sentence", "stance", "level"),
    [
        ("The army denied that it had shelled the clinic.", "denies", "statement"),
        ("The army denied shelling the clinic.", "denies", "attitude"),
        ("The group claimed that it had shot down a plane.", "claims", "statement"),
        ("The clinic confirmed that three nurses had died.", "confirms", "statement"),
        ("The agency estimates that 900 families fled.", "estimates", "statement"),
        ("The governor accused the militia of burning the archive.", "accuses", "attitude"),
        ("The governor vowed to rebuild the archive.", "states", "attitude"),
        ("The governor urged all sides to keep the truce.", "states", "attitude"),
    ],
)
def test_stance_and_level(sentence: str, stance: str, level: str) -> None:
    (quote,) = quotes(sentence)
    assert (quote.stance, quote.level) == (stance, level)


def test_nobody_says_it_when_it_is_not_said() -> None:
    assert statements("The mayor did not say who had fired.") == []
    assert statements("Nobody said that the bridge was safe.") == []


def test_what_another_says_is_cut_from_the_content() -> None:
    found = statements("The army says 30 rebels died, while medics say six farmers were killed.")
    assert {words(quote) for quote in found} == {"30 rebels died", "six farmers were killed"}


def test_the_reports_own_explanation_is_cut_from_the_content() -> None:
    (quote,) = statements("The police said a mine hit the bus, which was carrying nurses.")
    assert words(quote) == "a mine hit the bus"


def test_who_relays_whom() -> None:
    (quote,) = statements("The agency quoted a guard as saying that the depot burned.")
    assert (quote.speaker, quote.relayed_by) == ("a guard", "agency")


def test_odd_marks_break_nothing() -> None:
    for text in ("“", "“ ” said nobody.", '"', "' '", "He said: “", "”He left.“", "“”", "““Go!”” he said."):
        quotes(text)


def test_beliefs_inside_a_quote_are_part_of_it() -> None:
    assert len(quotes("“I think they know that we want peace,” the sheikh said.")) == 1


def test_a_headline_that_the_body_repeats_is_left_out() -> None:
    found = statements("Six people died at Halfa, a surgeon said.", title="Six dead at Halfa, surgeon says")
    assert len(found) == 1 and found[0].content[0].start > 30
    alone = statements("The road is closed.", title="Drone strike kills nine in Halfa, surgeon says")
    assert len(alone) == 1


def test_every_span_holds_the_words_of_the_text_and_ids_are_stable() -> None:
    paragraphs = ("“We saw smoke,” said Joseph Lual. He added that the depot burned, citing a guard.",)
    one, other = quotes(*paragraphs), quotes(*paragraphs)
    assert one == other
    for quote in one:
        for span in (*quote.content, *quote.cue, *((quote.source,) if quote.source else ())):
            assert paragraphs[0][span.start : span.end] == span.text
    assert len({quote.id for quote in one}) == len(one)


def test_marks_that_do_not_balance_end_with_their_paragraph() -> None:
    text = "“We saw smoke. It was black."
    (stretch,) = stretches(text, 0, len(text))
    assert (stretch.end, stretch.closed) == (len(text), False)
    assert stretches("The farmers' boats weren't there, nor the '90s pier.", 0, 52) == []


def test_vocabulary_groups_are_consistent() -> None:
    known = reporting.load()
    assert known.states <= known.speech | known.belief
    assert {"denies", "accuses", "confirms", "estimates", "claims"} == set(known.stances.values())
    assert not known.excluded & known.states
