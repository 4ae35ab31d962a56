"""When a report is, sentence by sentence: the day of what it tells, carried on while it stays at one scene.

News dates what happened once and goes on telling it: "Gunmen stormed the hotel on Saturday. … Two guards were shot
dead." A sentence that dates an attack or a protest sets the day; it holds for its paragraph, and for the paragraphs
after it that are at the same place, until another day is told. A recalled or a planned happening sets none.
"""

from __future__ import annotations

from ..model import Place
from ..reading import Reading, Sentence
from ..vocabulary.codebooks import Codebook
from .events_when import days, sequel
from .scenes import REPORTED, SETTING, Scenes

Days = tuple[str, str]


class Calendar:
    """The day of each sentence of one reading; made once per reading."""

    def __init__(self, reading: Reading, book: Codebook, scenes: Scenes) -> None:
        self._scenes = scenes
        times = {time.id: time for time in reading.times}
        told: dict[int, Days] = {}
        self._recalled: set[int] = set()
        for mention in reading.event_mentions:
            head = reading.tokens[mention.head]
            index = head.sentence.index
            if mention.status == "background":
                self._recalled.add(index)
            if mention.status not in ("occurred", "ongoing") or book.root(mention.type) not in SETTING:
                continue
            start, end = days(reading, mention, times.get(mention.time or ""))
            if start and end and len(start) >= 10 and sequel(head) is None:
                told.setdefault(index, (start, end))
        self._at: list[Days | None] = []
        self._run(reading, told)

    def at(self, sentence: Sentence) -> Days | None:
        """First and last day of what the sentence tells; null where the report has not said."""
        return self._at[sentence.index]

    def _run(self, reading: Reading, told: dict[int, Days]) -> None:
        standing: tuple[Days, Place | None] | None = None
        current: Days | None = None
        start = -1
        for sentence in reading.sentences:
            if sentence.part.kind not in REPORTED:
                self._at.append(None)
                continue
            here = self._scenes.at(sentence)
            if sentence.part.start != start:
                start, current = sentence.part.start, None
            own = told.get(sentence.index)
            if own is not None:
                current, standing = own, (own, here)
            elif current is None and standing is not None and here is not None and standing[1] is not None:
                current = standing[0] if here.id == standing[1].id else None
            self._at.append(None if sentence.index in self._recalled and own is None else current)
