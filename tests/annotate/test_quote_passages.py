"""Every passage with all its components: who says what, and nothing besides."""

from __future__ import annotations

import pytest

from asof import pipeline, registry
from asof.annotate import parse
from asof.evaluate import align
from asof.evaluate.naming import same_actor
from asof.model import Document, Part, Quote, Report
from asof.reading import Reading

from .quote_passages import PASSAGES, Expected
from .quote_passages_sources import SOURCES

COMPONENTS = ("places", "times", "actors", "quantities", "quotes")
ALL = PASSAGES + SOURCES


def document(text: str) -> Document:
    parts, start = [], 0
    for words in text.split("\n\n"):
        parts.append(Part("body", start, start + len(words)))
        start += len(words) + 2
    return Document(Report(sha256="q" * 64, size=len(text)), text, tuple(parts))


@pytest.fixture(scope="module")
def found() -> dict[str, Reading]:
    components = [registry.component(name) for name in COMPONENTS]
    readings = parse.parse_all([document(text) for text, _ in ALL])
    return {reading.document.text: pipeline.annotate(reading, components) for reading in readings}


def holds(text: str, quote: Quote, content: str) -> bool:
    """Whether at least half of the words are shared, both ways."""
    wanted = align.word_starts(text, align.locate(text, content)[:1])
    ours = align.word_starts(text, [(span.start, span.end) for span in quote.content])
    shared = len(wanted & ours)
    return bool(wanted) and shared * 2 >= len(wanted) and shared * 2 >= len(ours)


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_every_statement_has_its_speaker(found: dict[str, Reading], text: str, expected: list[Expected]) -> None:
    left = [quote for quote in found[text].quotes if quote.level == "statement"]
    people = {actor.name for actor in found[text].actors if actor.kind == "person"}
    for speaker, content in expected:
        quote = next((quote for quote in left if holds(text, quote, content)), None)
        assert quote is not None, f"nobody is found to say {content!r}"
        assert same_actor(speaker, quote.speaker, quote.speaker in people), f"{content!r}: {quote.speaker}"
        left.remove(quote)
    assert not left
