"""One report while it is being scored: its gold, our record of it, and where the gold's words stand in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..model import Document, Event, Figure, Record, Span
from . import align
from .naming import same_actor, same_place
from .result import Miss, Result, Score

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One report of a stream with its gold."""

    stream: str
    gold: Gold
    document: Document

    @property
    def scope(self) -> str:
        return f"{self.stream}/{self.gold['file']}"


class Sheet:
    """What every layer needs to score itself into the result."""

    def __init__(self, case: Case, record: Record, result: Result) -> None:
        self.case, self.record, self.result = case, record, result
        self.text = record.text
        self.people = [actor.name for actor in record.actors if actor.kind == "person"]

    def add(self, layer: str, right: int, found: int, wanted: int) -> None:
        self.result.add(layer, Score(right, found, wanted), self.case.stream, self.case.scope)

    def miss(self, layer: str, kind: Any, gold: str = "", ours: str = "", at: int | None = None) -> None:
        start, end = align.sentence_at(self.text, at) if at is not None else (0, 0)
        sentence = self.text[start:end] if at is not None else "(the words of the gold are not in the text)"
        self.result.missing.append(Miss(self.case.scope, layer, kind, gold, ours, sentence))

    def where(self, quote: str | None) -> frozenset[int]:
        """The words that a gold quote stands for, by where they begin; empty when they are not in the text."""
        ranges = align.locate(self.text, quote or "")
        return align.word_starts(self.text, ranges[:1])

    def words(self, spans: Iterable[Span]) -> frozenset[int]:
        return align.word_starts(self.text, [(span.start, span.end) for span in spans])

    def near(self, gold: frozenset[int], ours: frozenset[int]) -> int:
        """2 when the words overlap, 1 when they stand in one sentence, else 0."""
        if gold & ours:
            return 2
        if not gold:
            return 1 if not ours else 0
        sentences = [align.sentence_at(self.text, start) for start in sorted(ours)]
        return int(any(start <= first < end for start, end in sentences for first in (min(gold), max(gold))))

    def same_actor(self, gold: str | None, ours: str | None) -> bool:
        return same_actor(gold, ours, ours in self.people)


def first(words: frozenset[int]) -> int | None:
    return min(words) if words else None


def said_by(item: Figure | Event) -> str | None:
    return item.attribution.speaker if item.attribution else None


def same_or_null(gold: str | None, ours: str | None) -> bool:
    return same_place(gold, ours) if gold and ours else not gold and not ours


def same_moment(gold: str | None, ours: str | None) -> bool:
    """The same moment as far as both tell: to the day where either tells no more."""
    if not gold or not ours:
        return not gold and not ours
    length = min(len(gold), len(ours), 16)
    return gold[:length] == ours[:length]
