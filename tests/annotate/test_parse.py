"""The parser is loaded without what no analysis asks for; here stands that nothing asks for it."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from spacy.language import Language

from asof.annotate import parse

REPORTS = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
ODD = [
    "Zxqvbn’s 3,417kg of “Ωmega-β” café… unquestionablestly 😀😀 https://a.example/c?d=e @foo #bar\n\n  He can't've.",
    "Mr. O'Neill-Smythe, 42nd in line, went back to St. Petersburg. الجزيرة 北京 Москва was told at 5.6m.",
]


@pytest.fixture(scope="module")
def whole() -> Language:
    """The model with all that it ships."""
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(parse.model_folder())


def analyses(nlp: Language, texts: list[str]) -> list[tuple[str | int, ...]]:
    """What spaCy says of every token, the second time that it reads the texts: words have been forgotten between."""
    found: list[tuple[str | int, ...]] = []
    for _ in range(2):
        with nlp.memory_zone():
            found = [
                (word.text, word.lemma_, word.pos_, word.tag_, word.dep_, word.head.i, word.ent_type_, str(word.morph))
                for doc in nlp.pipe(texts)
                for word in doc
            ]
    return found


@pytest.mark.slow
def test_what_is_left_out_changes_no_analysis(whole: Language) -> None:
    texts = [path.read_text(encoding="utf-8") for path in REPORTS] + ODD
    assert analyses(parse.load(), texts) == analyses(whole, texts)


def test_every_label_can_be_spelled() -> None:
    nlp = parse.load()
    spelled = [label for name in nlp.pipe_names for label in getattr(nlp.get_pipe(name), "labels", ())]
    assert spelled and all(label in nlp.vocab.strings for label in spelled)
