"""A codebook against its own examples: each sentence under `yes` must be coded so, none under `no` may be.

A sentence is read alone, as the body of a report of today. Its time, place and parties are not judged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..annotate import parse
from ..model import Document, EventMention, Part, Report
from ..pipeline import annotate
from ..registry import component
from ..vocabulary import codebooks
from ..vocabulary.codebooks import Codebook, Example

PUBLISHED = "2026-03-10T12:00:00+00:00"
NEEDED = ("places", "times", "actors", "quotes", "event_mentions", "contexts")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that is not coded as it says, and how it is."""

    example: Example
    found: tuple[EventMention, ...]

    def __str__(self) -> str:
        example = self.example
        wanted = f"{example.code}{f' with mode {example.mode}' if example.mode else ''}"
        if example.kind == "context":
            return self._of_context()
        coded = ", ".join(f"{m.type}{f'/{m.mode}' if m.mode else ''} by {m.frame!r}" for m in self.found) or "nothing"
        expected = f"expected {wanted}" if example.expected else f"expected anything but {wanted}"
        return f"{example.file}:{example.line}: {example.sentence!r}: {expected}, found {coded}."

    def _of_context(self) -> str:
        example = self.example
        told = "; ".join(f"{m.type} with {_named(m) or 'no context'}" for m in self.found) or "no event"
        expected = f"expected an event with the context {example.code}"
        if not example.expected:
            expected = f"expected no event with the context {example.code}"
        return f"{example.file}:{example.line}: {example.sentence!r}: {expected}, found {told}."


def _named(mention: EventMention) -> str:
    """The contexts of a mention with the words that carry each."""
    return ", ".join(f"{c.name} by {', '.join(repr(span.text) for span in c.evidence)}" for c in mention.contexts)


def failures(name: str, examples: Iterable[Example] | None = None) -> Iterator[Failure]:
    """The examples of the codebook of this name or path that fail, in the order of the file."""
    book = codebooks.load(name)
    chosen = list(book.examples if examples is None else examples)
    coded = code(name, [example.sentence for example in chosen])
    for example in chosen:
        found = coded[example.sentence]
        if any(_fits(book, example, mention) for mention in found) != example.expected:
            yield Failure(example, found)


def _fits(book: Codebook, example: Example, mention: EventMention) -> bool:
    """Whether the mention is of the type, or of one within it, and of the mode where asked for; or has the context."""
    if example.kind == "context":
        return any(context.name == example.code for context in mention.contexts)
    typed = mention.type == example.code or book.within(mention.type, example.code)
    return typed and example.mode in (None, mention.mode)


def code(name: str, sentences: Iterable[str]) -> dict[str, tuple[EventMention, ...]]:
    """What each sentence is coded as, read together."""
    documents = [_document(sentence) for sentence in dict.fromkeys(sentences)]
    components = [component(item, name) for item in NEEDED]
    readings = (annotate(reading, components) for reading in parse.parse_all(documents))
    return {reading.document.text: reading.event_mentions for reading in readings}


def _document(sentence: str) -> Document:
    digest = hashlib.sha256(sentence.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(Report(digest, len(sentence), published=PUBLISHED), sentence, (Part("body", 0, len(sentence)),))
