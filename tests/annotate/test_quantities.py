"""Counts in words: their bounds, what they count, and the numbers that count nothing."""

from __future__ import annotations

import pytest

from asof.annotate import parse
from asof.annotate.quantities import QuantityFinder
from asof.model import Document, Part, Quantity, Report
from asof.reading import Reading


def reading(text: str) -> Reading:
    return parse.parse(Document(Report(sha256="0" * 64, size=len(text)), text, (Part("body", 0, len(text)),)))


def quantities(text: str) -> tuple[Quantity, ...]:
    (found,) = QuantityFinder()(reading(text)).values()
    return found


BOUNDS = [
    ("Police counted 34 people.", "34", 34, 34, 34, None),
    ("Police counted 1,140 people.", "1,140", 1140, 1140, 1140, None),
    ("Police counted thirty-four people.", "thirty-four", 34, 34, 34, None),
    ("Police counted six hundred people.", "six hundred", 600, 600, 600, None),
    ("Police counted one hundred and twenty people.", "one hundred and twenty", 120, 120, 120, None),
    ("Police counted three thousand five hundred people.", "three thousand five hundred", 3500, 3500, 3500, None),
    ("Police counted 12 million people.", "12 million", 12_000_000, 12_000_000, 12_000_000, None),
    ("Police counted 1.5m people.", "1.5m", 1_500_000, 1_500_000, 1_500_000, None),
    ("Police counted a dozen people.", "a dozen", 12, 12, 12, None),
    ("Police counted two dozen people.", "two dozen", 24, 24, 24, None),
    ("Police counted half a million people.", "half a million", 500_000, 500_000, 500_000, None),
    ("Police counted at least 12 people.", "at least 12", 12, None, None, "at least"),
    ("Police counted no fewer than 12 people.", "no fewer than 12", 12, None, None, "no fewer than"),
    ("Police counted more than 70 people.", "more than 70", 71, None, None, "more than"),
    ("Police counted well over 70 people.", "well over 70", 71, None, None, "well over"),
    ("Police counted more than a dozen people.", "more than a dozen", 13, None, None, "more than"),
    ("Police counted up to 40 people.", "up to 40", None, 40, None, "up to"),
    ("Police counted as many as 40 people.", "as many as 40", None, 40, None, "as many as"),
    ("Police counted fewer than 40 people.", "fewer than 40", None, 39, None, "fewer than"),
    ("Police counted about 30 people.", "about 30", None, None, 30, "about"),
    ("Police counted some 30 people.", "some 30", None, None, 30, "some"),
    ("Police counted nearly 30 people.", "nearly 30", None, None, 30, "nearly"),
    ("Police counted between 20 and 30 people.", "between 20 and 30", 20, 30, None, "between"),
    ("Police counted 20 to 30 people.", "20 to 30", 20, 30, None, "to"),
    ("Police counted two to three million people.", "two to three million", 2_000_000, 3_000_000, None, "to"),
    ("Police counted dozens of people.", "dozens", None, None, None, "dozens"),
    ("Police counted tens of thousands of people.", "tens of thousands", None, None, None, "tens of thousands"),
    ("Police counted several hundred people.", "several hundred", None, None, None, "several hundred"),
    ("Police counted another 71 people.", "another 71", 71, 71, 71, None),
    ("Police counted an additional five people.", "an additional five", 5, 5, 5, None),
    ("There were no casualties.", "no", 0, 0, 0, "no"),
    ("A third civilian died.", "third", 3, 3, 3, "third (running count)"),
    ("A soldier died.", "A", 1, 1, 1, None),
    ("Rebels handed over 40 soldiers.", "40", 40, 40, 40, None),
    ("Police counted forty-one (41) people.", "forty-one (41)", 41, 41, 41, None),
    ("The chief admitted to 40 at most.", "40 at most", None, 40, None, "at most"),
    ("An unknown number of pupils fled.", "An unknown number", None, None, None, "an unknown number"),
    ("A third has not been seen since.", "third", 3, 3, 3, "third (running count)"),
]


@pytest.mark.parametrize(("text", "words", "low", "high", "value", "qualifier"), BOUNDS, ids=[b[1] for b in BOUNDS])
def test_bounds_follow_the_words(
    text: str, words: str, low: int | None, high: int | None, value: int | None, qualifier: str | None
) -> None:
    (found,) = quantities(text)
    assert (found.span.text, found.low, found.high, found.value, found.qualifier) == (
        words,
        low,
        high,
        value,
        qualifier,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Adam, 34, sells onions.",
        "The 33-year-old lawyer spoke.",
        "She found a cat of 11 years.",
        "The army post lies 110 km to the east.",
        "It cost $40 and took 20 minutes.",
        "Prices rose by 40 percent.",
        "Shells fell on 4 May and again in June 2024.",
        "The army lost a T-72 and a Su-25.",
        "M23 took the town.",
        "The council adopted Resolution 2735.",
        "The office is at 45 King Street.",
        "He was aged 51.",
        "Peace is one thing, war another.",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert [found.span.text for found in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Shells killed at least 20 government soldiers.", "soldiers"),
        ("Dozens of people fled.", "people"),
        ("Two of the dead were children.", "dead"),
        ("The toll rose to 31.", None),
        ("In the clash, 12 wounded were left behind.", None),
    ],
)
def test_the_noun_is_what_is_counted(text: str, noun: str | None) -> None:
    tokens = reading(text).tokens
    (found,) = quantities(text)
    assert (tokens[found.noun].text if found.noun is not None else None) == noun
