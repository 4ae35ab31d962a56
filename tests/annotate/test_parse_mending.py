"""The parser's known mistakes are mended, and right trees are left alone."""

from __future__ import annotations

import pytest

from asof.annotate import parse
from asof.model import Document, Part, Report
from asof.reading import Reading


def read(text: str) -> Reading:
    return parse.parse(Document(Report(sha256="0" * 64, size=len(text)), text, (Part("body", 0, len(text)),)))


def relation(reading: Reading, word: str) -> tuple[str, str]:
    """The relation of the first such word, and the word that it hangs on."""
    token = next(token for token in reading.tokens if token.text == word)
    return token.dep, token.head.text


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Three truck drivers abducted near the town on 12 January were released on 14 January.",
            {"drivers": ("nsubjpass", "released"), "abducted": ("acl", "drivers")},
        ),
        (
            "The rebels claimed that 40 recruits had deserted and said nine had drowned.",
            {"said": ("conj", "claimed"), "deserted": ("ccomp", "claimed")},
        ),
        (
            "Burundi has pulled out, and Kenya, a diplomat in Nairobi says, would bring home its troops.",
            {"diplomat": ("nsubj", "says"), "Kenya": ("nsubj", "bring")},
        ),
        (
            "Six people were killed and eleven suffered burns.",
            {"suffered": ("conj", "killed"), "eleven": ("nsubj", "suffered"), "burns": ("dobj", "suffered")},
        ),
        (
            "Seven soldiers were killed in Gao, and three of whom nothing is known.",
            {"of": ("prep", "three"), "known": ("relcl", "three")},
        ),
        (
            "The number of people killed when a drone struck trucks rose to 26 on Wednesday, a doctors' group said.",
            {"number": ("nsubj", "rose"), "killed": ("acl", "people"), "rose": ("ccomp", "said")},
        ),
        (
            "The spokesman says his forces had no aircraft and accuses the army of storing ammunition.",
            {"accuses": ("conj", "says"), "and": ("cc", "says"), "had": ("ccomp", "says")},
        ),
        (
            "The group said the men were farmers and demanded their release.",
            {"demanded": ("conj", "said"), "were": ("ccomp", "said")},
        ),
        (
            "The mayor said forty families had fled and urged the army to stay.",
            {"urged": ("conj", "said"), "fled": ("ccomp", "said")},
        ),
        (
            "Musreel denied on Tuesday that the militia had struck the silo and accused the army of using it as cover.",
            {"accused": ("conj", "denied"), "struck": ("ccomp", "denied")},
        ),
    ],
)
def test_a_known_mistake_is_mended(text: str, relations: dict[str, tuple[str, str]]) -> None:
    reading = read(text)
    assert {word: relation(reading, word) for word in relations} == relations


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("What they wanted was burned.", {"wanted": ("csubjpass", "burned")}),
        ("The mayor said gunmen stormed the village and burned ten houses.", {"burned": ("conj", "stormed")}),
        ("He was shot and died.", {"died": ("conj", "shot")}),
        ("Twelve wounded men and six broken carts were found.", {"broken": ("amod", "carts")}),
    ],
)
def test_a_right_tree_is_left_alone(text: str, relations: dict[str, tuple[str, str]]) -> None:
    reading = read(text)
    assert {word: relation(reading, word) for word in relations} == relations


@pytest.mark.parametrize(
    "text",
    ["Three drivers abducted near the town were released.", "Six were killed and eleven suffered burns, he said."],
)
def test_the_tree_stays_a_tree(text: str) -> None:
    for sentence in read(text).sentences:
        assert [token for token in sentence.tokens if token.head is token] == [sentence.root]
        for token in sentence.tokens:
            assert token.head is token or token in token.head.children
            assert all(child.head is token for child in token.children)
            assert sentence.root is token or sentence.root in token.ancestors()
