"""Where a report is, sentence by sentence: the place of what it tells, carried on until it tells of another.

News names the place once and goes on speaking of it. A heading that is a place, and a sentence that tells of
something at a place, set the scene; a separate or a past happening sets it for its own paragraph alone. A place
where somebody speaks, comes from or is treated sets none.
"""

from __future__ import annotations

import re

from ..grammar import aside
from ..model import FINE, Place
from ..reading import Reading, Sentence, Token
from ..vocabulary.codebooks import SPEECH, Codebook

FRONT = 5  # words within which a place opens a sentence
HEADING = 5  # words of a line that is a heading: "SAVIEN", "Now to Tsafe."
# Words that set a sentence apart from what the report is about.
APART = re.compile(r"\b(separate(ly)?|another|second|similar|elsewhere|related development)\b", re.IGNORECASE)
PAST = re.compile(r"^\W*(In|Since|On)\s+((early|late|mid)-?\s*)?(\w+\s+(\d+,\s+)?)?(19|20)\d\d\b")
# What the paragraphs after it go on speaking of; an arrest or a meeting at a place is told and left.
SETTING = frozenset({"ASSAULT", "PROTEST"})
REPORTED = ("body", "entry", "correction", "summary")


class Scenes:
    """The scene of each sentence of one reading; made once per reading."""

    def __init__(self, reading: Reading, book: Codebook | None = None) -> None:
        self._places = {place.id: place for place in reading.places}
        self._named: dict[int, list[tuple[Token, Place]]] = {}
        for ref in reading.place_refs:
            tokens = reading.tokens_in(ref.span.start, ref.span.end)
            if ref.role == "place" and ref.place in self._places and tokens:
                top = next((t for t in tokens if not ref.span.start <= t.head.start < ref.span.end), tokens[-1])
                self._named.setdefault(top.sentence.index, []).append((top, self._places[ref.place]))
        self._told: dict[int, list[tuple[Place, bool]]] = {}
        self._recalled: set[int] = set()
        for mention in reading.event_mentions:
            index = reading.tokens[mention.head].sentence.index
            if mention.status == "background":
                self._recalled.add(index)
            kind = book.root(mention.type) if book is not None else mention.type
            if mention.place in self._places and kind not in SPEECH and mention.status != "hypothetical":
                happened = kind in SETTING and mention.status in ("occurred", "ongoing", "background")
                self._told.setdefault(index, []).append((self._places[mention.place], happened))
        self._at: list[Place | None] = []
        self._run(reading)

    def at(self, sentence: Sentence) -> Place | None:
        """The place that the sentence speaks of; null where the report has not said."""
        return self._at[sentence.index]

    def _run(self, reading: Reading) -> None:
        standing: Place | None = None  # the scene that paragraphs go on with
        current: Place | None = None
        start = -1
        for sentence in reading.sentences:
            if sentence.part.start != start:
                start, current = sentence.part.start, standing
                if sentence.part.kind == "entry":
                    current = None
            if sentence.part.kind not in REPORTED:
                self._at.append(None)
                if sentence.part.kind == "headline" and standing is None:
                    standing = self._own(sentence)[0]
                continue
            own, lasting = self._own(sentence)
            if own is not None:
                current = own
                text = reading.document.text[sentence.start : sentence.start + 60]
                once = sentence.index in self._recalled or PAST.match(text) or APART.search(text)
                if not once and (lasting or standing is None):
                    standing = own
            self._at.append(current)
        first = next((place for place in self._at if place is not None), None)
        for index, place in enumerate(self._at):  # what precedes the first place is about it
            if place is not None:
                break
            self._at[index] = first

    def _own(self, sentence: Sentence) -> tuple[Place | None, bool]:
        """The place that the sentence itself sets as the scene, and whether for the paragraphs to come too."""
        named = self._named.get(sentence.index, [])
        if named and len([t for t in sentence.tokens if t.text.isalnum()]) <= HEADING and _alone(sentence):
            return named[0][1], True
        told = [one for one in self._told.get(sentence.index, ()) if one[0].level in FINE]
        if told:
            return told[0]
        here = [(top, place) for top, place in named if place.level in FINE and not aside(top) and _chief(top)]
        return (here[0][1], _fronted(here[0][0])) if here else (None, False)


def _chief(top: Token) -> bool:
    """Whether the place is outside the clauses that say when or why: "cut its toll after four were found in X"."""
    return not any(token.pos in ("VERB", "AUX") and token.dep == "advcl" for token in top.ancestors())


def _fronted(top: Token) -> bool:
    """Whether the sentence opens with the place: "In Dan Kurmi, …"."""
    opens = top.i - top.sentence.tokens[0].i <= FRONT
    return opens and top.head.pos == "ADP" and top.head.head.i > top.i


def _alone(sentence: Sentence) -> bool:
    """Whether the sentence is without a verb, as headings are."""
    return not any(token.pos in ("VERB", "AUX") for token in sentence.tokens)
