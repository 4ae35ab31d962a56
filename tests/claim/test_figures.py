"""Figures: what is counted and what is not, parts in wholes, repetitions, corrections, sources."""

from __future__ import annotations

from collections import Counter

import pytest

from asof import pipeline
from asof.annotate import parse
from asof.annotate.quantities import QuantityFinder
from asof.annotate.times import TimeFinder
from asof.claim.figures import FigureClaimer
from asof.model import Document, Figure, Part, PartKind, Quote, Report, Span
from asof.reading import Reading

from .figure_sentences import SENTENCES as PLAIN
from .figure_sentences import Expected
from .figure_sentences_beats import SENTENCES as BEATS
from .figure_sentences_counts import SENTENCES as COUNTS
from .figure_sentences_courts import SENTENCES as COURTS
from .figure_sentences_fresh import SENTENCES as FRESH
from .figure_sentences_fronts import SENTENCES as FRONTS
from .figure_sentences_mixed import SENTENCES as MIXED
from .figure_sentences_told import SENTENCES as TOLD
from .figure_sentences_ways import SENTENCES as WAYS
from .figure_sentences_works import SENTENCES as WORKS
from .figure_sentences_world import SENTENCES as WORLD

SENTENCES = PLAIN + TOLD + COURTS + MIXED + WORKS + WORLD + BEATS + FRONTS + FRESH + COUNTS + WAYS
PUBLISHED = "2025-05-06T10:00:00+00:00"


def document(*parts: tuple[PartKind, str]) -> Document:
    text = "\n\n".join(words for _, words in parts)
    placed, start = [], 0
    for kind, words in parts:
        placed.append(Part(kind, start, start + len(words)))
        start += len(words) + 2
    return Document(Report(sha256="f" * 64, size=len(text), published=PUBLISHED), text, tuple(placed))


def read(*parts: tuple[PartKind, str]) -> Reading:
    return pipeline.annotate(parse.parse(document(*parts)), [QuantityFinder(), FigureClaimer()])


def figures(text: str) -> tuple[Figure, ...]:
    return read(("body", text)).figures


def only(found: tuple[Figure, ...], measure: str, value: int) -> Figure:
    (figure,) = [f for f in found if f.measure == measure and f.value == value]
    return figure


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    parsed = parse.parse_all(document(("body", text)) for text, _ in SENTENCES)
    return {r.document.text: pipeline.annotate(r, [QuantityFinder(), FigureClaimer()]) for r in parsed}


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:48] for text, _ in SENTENCES])
def test_a_sentence_gives_its_figures(text: str, expected: list[Expected], readings: dict[str, Reading]) -> None:
    found = [(f.measure, f.low, f.high, f.value) for f in readings[text].figures]
    assert Counter(found) == Counter(expected)


def test_every_figure_rests_on_the_words_of_the_text(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        for figure in reading.figures:
            assert figure.evidence
            assert all(reading.document.text[s.start : s.end] == s.text for s in figure.evidence)


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("The blast killed 31 people, including nine children.", 31, {9: "children"}),
        ("Six of the 27 dead were children. The strike killed 27 people.", 27, {}),
        ("The strike killed 27 people. Six of the 27 were children.", 27, {6: "children"}),
        ("A mine killed 14 villagers, among them three women and two boys.", 14, {3: "women", 2: "children"}),
        ("Shells killed 18 people in Bara. Four were women.", 18, {4: "women"}),
    ],
)
def test_a_part_points_to_its_whole(text: str, whole: int, parts: dict[int, str]) -> None:
    found = figures(text)
    total = only(found, "killed", whole)
    assert total.part_of is None
    assert {f.value: f.unit for f in found if f.part_of == total.id} == parts


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The attack killed three soldiers and wounded a dozen others.", 12, "soldiers"),
        ("Shells wounded 40 civilians in the market.", 40, "civilians"),
        ("Shells wounded 40 citizens in the market.", 40, "civilians"),
        ("The blast wounded six employees of a medical charity.", 6, "aid workers"),
        ("The blast wounded nine.", 9, "people"),
    ],
)
def test_units_are_groups(text: str, value: int, unit: str) -> None:
    assert only(figures(text), "injured", value).unit == unit


def test_a_headline_that_repeats_the_body_is_evidence() -> None:
    reading = read(("headline", "Blast in Kassala kills 14"), ("body", "A blast killed 14 people in Kassala."))
    (figure,) = reading.figures
    assert [reading.document.part_at(s.start).kind for s in figure.evidence] == ["body", "headline"]  # type: ignore[union-attr]


def test_a_headline_that_differs_is_a_figure() -> None:
    found = read(("headline", "Dozens dead in Kassala"), ("body", "A blast killed 14 people in Kassala.")).figures
    assert [(f.value, f.qualifier) for f in found] == [(None, "dozens"), (14, None)]


def test_a_figure_said_twice_is_one() -> None:
    (figure,) = figures(
        "The strike killed 12 people. The mayor visited those hurt in the strike that killed 12 people."
    )
    assert len(figure.evidence) == 2


def test_an_earlier_value_is_kept_as_earlier() -> None:
    found = figures("The death toll rose to 31 from 27.")
    assert only(found, "killed", 31).status == "current"
    assert only(found, "killed", 27).status == "earlier"


def test_a_correction_withdraws() -> None:
    text = "Correction: An earlier version of this article said 37 people had been killed in Kosti."
    (figure,) = read(("body", "A blast hit Kosti."), ("correction", text)).figures
    assert (figure.status, figure.qualifier) == ("withdrawn", "withdrawn by correction")


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Air defences brought down three of five drones.", 3, 5),
        ("Two of the six women whom the gunmen carried off are free.", 2, 6),
        ("The office documented the killing of 58 people (49 men and 9 children).", 9, 58),
        ("The clash killed 11 people. The victims comprise 8 men and 3 women.", 3, 11),
    ],
)
def test_a_list_and_a_share_point_to_their_whole(text: str, part: int, whole: int) -> None:
    found = figures(text)
    (of,) = [f.part_of for f in found if f.value == part]
    assert of == next(f.id for f in found if f.value == whole)


def test_a_value_that_is_taken_back_is_withdrawn() -> None:
    found = figures("Five soldiers, not four, are dead after the ambush.")
    assert only(found, "killed", 5).status == "current"
    assert (only(found, "killed", 4).status, only(found, "killed", 4).qualifier) == ("withdrawn", "corrected")


@pytest.mark.parametrize("text", ["A third suspect got away.", "The police said a fourth was let go."])
def test_one_more_is_one(text: str) -> None:
    (figure,) = figures(text)
    assert (figure.value, figure.qualifier) == (1, None)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The war has killed 9,000 people.", "war"),
        ("At least 212 civilians have been killed in raids since the beginning of March.", "period"),
        ("In March alone, 88 civilians died.", "period"),
        ("The raid killed 15 people, the deadliest since the war began.", "incident"),
        ("The war has ruined the north and driven 9,000 people from their homes.", "war"),
        ("More than 40,000 people were already displaced in the valley.", "period"),
        ("The raid burned the granary and displaced 40 families.", "incident"),
        ("At least 40 people have been killed since the war began in 2023.", "war"),
        ("At least 212 civilians have been killed since raids began in January.", "period"),
    ],
)
def test_scope(text: str, scope: str) -> None:
    (figure,) = figures(text)
    assert figure.scope == scope


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Some 4,000 people have fled the town and nearby farms since fighting broke out there on Sunday.", "incident"),
        ("At least 12 people have been killed since clashes erupted on 4 May.", "incident"),
        ("At least 12 people have been killed since clashes erupted on 4 March.", "period"),
        ("At least 12 people have been killed since the clashes of Sunday.", "period"),
        ("At least 12 people have been killed since the war began on Sunday.", "war"),
    ],
)
def test_what_began_days_ago_is_what_the_report_tells_of(text: str, scope: str) -> None:
    finders = [TimeFinder(), QuantityFinder(), FigureClaimer()]
    (figure,) = pipeline.annotate(parse.parse(document(("body", text))), finders).figures
    assert figure.scope == scope


def test_what_is_only_possible_is_skipped_with_its_reason() -> None:
    reading = read(("body", "If the dam bursts, 2,000 people could be killed."))
    assert not reading.figures
    assert [s.reason for s in reading.skipped] == ["possible, not stated as a fact"]


def test_the_source_is_who_gives_the_figure() -> None:
    (figure,) = figures("The hospital raised its count of wounded to 22.")
    assert figure.attribution is not None
    assert figure.attribution.speaker == "The hospital"


def test_the_quote_around_a_figure_is_its_source() -> None:
    reading = parse.parse(document(("body", "Twelve people were killed, Amina Sule said.")))
    content, cue = Span(0, 25, "Twelve people were killed"), Span(38, 42, "said")
    assert all(reading.document.text[s.start : s.end] == s.text for s in (content, cue))
    reading.quotes = (Quote("q-1", (content,), "indirect", "Amina Sule", cue=(cue,)),)
    (figure,) = pipeline.annotate(reading, [QuantityFinder(), FigureClaimer()]).figures
    assert figure.attribution is not None
    assert figure.attribution.speaker == "Amina Sule"


def test_the_day_of_the_report_is_the_as_of_by_default() -> None:
    (figure,) = figures("Twelve people were killed.")
    assert figure.as_of == "2025-05-06"


def test_what_was_intercepted_is_part_of_what_was_launched() -> None:
    launched, intercepted = figures("The army said 40 rockets crossed from Gaza and 24 of them were intercepted.")
    assert (intercepted.part_of, intercepted.unit) == (launched.id, "rockets")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("A man was killed in Homs.", "people"),
        ("Two suspects were detained in Homs.", "people"),
        ("Two women were killed in Homs.", "women"),
        ("Since Monday, 30 UAVs have been launched at Odesa.", "UAVs"),
        ("Police killed nine gang members in Cité Soleil.", "gang members"),
        ("A strike killed six members of a militia.", "militia members"),
        ("Four members of parliament were detained.", "lawmakers"),
        ("Seven members of the police were killed.", "police officers"),
        ("Three hotel employees are missing.", "hotel employees"),
        ("Five women and girls were abducted.", "women and girls"),
        ("Two homes were destroyed.", "houses"),
        ("Three contractors were wounded.", "contractors"),
    ],
)
def test_unit(text: str, unit: str) -> None:
    (figure,) = figures(text)
    assert figure.unit == unit


def test_a_reckoning_names_its_source() -> None:
    (figure,) = figures("Some 2,300 dock workers, by the count of their union, have walked out in Durban.")
    assert figure.attribution is not None
    assert figure.attribution.speaker == "their union"
