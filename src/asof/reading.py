"""What a finder or claimer sees: one document while it is being read, with its grammar as plain objects.

spaCy's objects stay inside `annotate/parse.py`: reading token attributes through them costs more
than the rules themselves, and rules on plain objects can be tested without a model.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from .model import (
    Actor,
    Document,
    Event,
    EventMention,
    Figure,
    Incident,
    Mention,
    Part,
    Place,
    PlaceRef,
    Quantity,
    Quote,
    Skipped,
    Span,
    TimeRef,
)

BY_PLACE = attrgetter("i")


class Token:
    """A word with its place in the sentence's tree. `head is self` for a root; `i` counts over the document."""

    __slots__ = (
        "children", "dep", "end", "ent", "head", "i", "lemma", "lower", "pos", "sentence", "start", "tag", "text",
    )  # fmt: skip

    def __init__(
        self, i: int, text: str, lemma: str, pos: str, tag: str, dep: str, ent: str, start: int, end: int
    ) -> None:
        self.i, self.text, self.lower, self.lemma = i, text, text.lower(), lemma
        self.pos, self.tag, self.dep, self.ent = pos, tag, dep, ent
        self.start, self.end = start, end
        self.head: Token = self
        self.children: list[Token] = []
        self.sentence: Sentence

    def __repr__(self) -> str:
        return f"{self.text}/{self.pos}/{self.dep}"

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these relations."""
        for token in self.children:
            if token.dep in deps:
                return token
        return None

    def subtree(self) -> list[Token]:
        """This word and all below it, in order of the text."""
        if not self.children:
            return [self]
        found, queue = [self], list(self.children)
        while queue:
            token = queue.pop()
            found.append(token)
            queue.extend(token.children)
        found.sort(key=BY_PLACE)
        return found

    def ancestors(self) -> Iterator[Token]:
        """The heads above this word, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence: its tokens (white space left out), its root, and the part of the document it stands in."""

    index: int
    tokens: list[Token]
    root: Token
    part: Part

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as the statistical model has it: tokens `first` to `last` (inclusive indices), OntoNotes label."""

    first: int
    last: int
    label: str


@dataclass(slots=True, eq=False)
class Reading:
    """One document, its grammar, and the annotations and claims attached so far (by the pipeline only)."""

    document: Document
    tokens: list[Token]
    sentences: list[Sentence]
    entities: list[Entity]
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[Place, ...] = ()
    place_refs: tuple[PlaceRef, ...] = ()
    times: tuple[TimeRef, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    event_mentions: tuple[EventMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    incidents: tuple[Incident, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    _starts: list[int] = field(default_factory=list)

    def token_at(self, offset: int) -> Token | None:
        """The token that covers this offset, or the first after it; null past the end."""
        if not self._starts:
            self._starts = [token.start for token in self.tokens]
        k = bisect_right(self._starts, offset) - 1
        if k >= 0 and self.tokens[k].end > offset:
            return self.tokens[k]
        return self.tokens[k + 1] if k + 1 < len(self.tokens) else None

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """Tokens that lie in the half-open range of offsets, at least in part."""
        first = self.token_at(start)
        return [] if first is None else self.tokens[first.i : bisect_left(self._starts, end)]

    def span(self, tokens: Iterable[Token]) -> Span:
        """The span from the first to the last of these tokens."""
        listed = list(tokens)
        return self.document.span(min(t.start for t in listed), max(t.end for t in listed))

    def moment(self, offset: int) -> str | None:
        """When the words at this offset were published: their entry's own time, else the report's."""
        part = self.document.part_at(offset)
        return (part.published if part else None) or self.document.report.published
