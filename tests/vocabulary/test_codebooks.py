"""The codebook's own examples are its tests; its notation is checked without a model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pytest
import yaml

from asof import registry
from asof.annotate import parse
from asof.errors import WrongUse
from asof.model import Document, EventMention, Part, Report
from asof.pipeline import annotate
from asof.vocabulary import codebooks

EXAMPLES = yaml.safe_load((codebooks.FOLDER / "plover.examples.yaml").read_text("utf-8"))


def examples() -> Iterator[tuple[str, str | None, bool, str]]:
    for code, group in EXAMPLES.items():  # YAML reads the bare keys `yes` and `no` as booleans
        yield from ((code, None, True, sentence) for sentence in group.get(True, ()))
        yield from ((code, None, False, sentence) for sentence in group.get(False, ()))
        for mode, sentences in group.get("modes", {}).items():
            yield from ((code, mode, True, sentence) for sentence in sentences)


@lru_cache(maxsize=1)
def coded() -> dict[str, tuple[EventMention, ...]]:
    """Every example read once, in one batch."""
    sentences = list(dict.fromkeys(sentence for *_, sentence in examples()))
    reports = [Report(f"{k:064x}", len(s), published="2026-03-10T12:00:00+00:00") for k, s in enumerate(sentences)]
    documents = [Document(r, s, (Part("body", 0, len(s)),)) for r, s in zip(reports, sentences, strict=True)]
    wanted = [registry.component(name) for name in ("places", "times", "actors", "quotes", "event_mentions")]
    readings = (annotate(reading, wanted) for reading in parse.parse_all(documents))
    return {reading.document.text: reading.event_mentions for reading in readings}


@pytest.mark.parametrize(("code", "mode", "expected", "sentence"), list(examples()))
def test_an_example_is_coded_as_the_codebook_says(code: str, mode: str | None, expected: bool, sentence: str) -> None:
    found = [(mention.type, mention.mode) for mention in coded()[sentence]]
    assert any(t == code and mode in (None, m) for t, m in found) == expected, found


def test_every_type_of_plover_is_there_with_examples() -> None:
    book = codebooks.load()
    assert len(book.types) == 16
    assert set(EXAMPLES) == set(book.types)


def test_notation_of_verbs() -> None:
    frame = codebooks.verb_frame(
        "<@force|%people> withdraw from {town|%place}", "RETREAT", "withdraw", {"force": ["army"]}
    )
    assert (frame.lemma, frame.words, frame.object_of) == ("withdraw", ("from",), "from")
    assert frame.subject == codebooks.Slot(frozenset({"army"}), frozenset({"people"}))
    assert frame.object == codebooks.Slot(frozenset({"town"}), frozenset({"place"}))


def test_an_unknown_set_and_an_unknown_codebook_are_named() -> None:
    with pytest.raises(WrongUse, match="@nowhere"):
        codebooks.verb_frame("attack {@nowhere}", "ASSAULT", None, {})
    with pytest.raises(WrongUse, match="Known: plover"):
        codebooks.load("no-such")
