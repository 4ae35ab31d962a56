"""Where, when and over what a figure speaks: its place, its as-of, its scope, and the event it is about.

The place is that of the figure's own clause, then of its sentence, of its paragraph, and of the lead; a
dateline is none. The as-of is what the words say it is, else the moment of the entry, else for a figure
that the report gives in its own voice the date of what happened, else the day of the report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..model import Event, Place, PlaceRef, TimeRef
from ..reading import Reading, Sentence, Token

Scope = Literal["incident", "place", "period", "war"]
_LEVELS = ("site", "district", "city", "admin2", "admin1", "country")
_WARS = frozenset({"war", "conflict", "violence", "invasion", "insurgency", "uprising"})
_NIGHT_ENDS = "05:00"  # a report filed before this hour speaks of the day before where its lead does


@dataclass(frozen=True, slots=True)
class Where:
    """A place by name and id."""

    name: str | None = None
    id: str | None = None


class Context:
    """Looks up places, times and events around words of one reading; made once per reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._places: dict[str, Place] = {place.id: place for place in reading.places}
        self._refs: dict[int, list[PlaceRef]] = {}
        for ref in reading.place_refs:
            token = reading.token_at(ref.span.start)
            if ref.role == "place" and ref.place in self._places and token is not None:
                self._refs.setdefault(token.sentence.index, []).append(ref)
        self._times: dict[int, list[TimeRef]] = {}
        for time in reading.times:
            token = reading.token_at(time.span.start)
            if token is not None:
                self._times.setdefault(token.sentence.index, []).append(time)
        self._events: dict[int, list[Event]] = {}
        for event in reading.events:
            for index in {
                t.sentence.index for s in event.evidence for t in [reading.token_at(s.start)] if t is not None
            }:
                self._events.setdefault(index, []).append(event)
        self._day = self._day_of_report()
        self._lead = self._lead_place()

    # ── place ───────────────────────────────────────────────────────────────────────────────────

    def where(self, anchor: Token, number: Token, scope: Scope) -> Where:
        """The place of what was counted."""
        sentence = number.sentence
        event = self.event(anchor)
        own = self._own_place(sentence, anchor, number)
        if own is not None:
            return own
        if event is not None and event.place is not None:
            return Where(event.place, event.place_id)
        for index in range(sentence.index - 1, -1, -1):
            other = self._reading.sentences[index]
            if other.part is not sentence.part:
                break
            found = self._finest(self._refs.get(index, []))
            if found is not None:
                return found
        return self._lead if scope == "incident" else Where()

    def _own_place(self, sentence: Sentence, anchor: Token, number: Token) -> Where | None:
        """The place in the sentence that belongs to the count: below its verb first, then any other."""
        refs = self._refs.get(sentence.index, [])
        if not refs:
            return None
        clause = anchor
        while clause.pos not in ("VERB", "AUX") and clause.head is not clause:
            clause = clause.head
        below = {token.i for token in clause.subtree()} | {token.i for token in anchor.subtree()}
        near = [
            ref for ref in refs if (token := self._reading.token_at(ref.span.start)) is not None and token.i in below
        ]
        return self._finest(near) or self._finest(refs)

    def _finest(self, refs: list[PlaceRef]) -> Where | None:
        """The first of the refs of the finest level that is named with coordinates or a level of its own."""
        best: Place | None = None
        for ref in refs:
            place = self._places.get(ref.place or "")
            if place is None:
                continue
            if best is None or (
                best.level in ("admin1", "country", "admin2") and _LEVELS.index(place.level) < _LEVELS.index(best.level)
            ):
                best = place
        if best is not None and best.level == "site" and best.within in self._places:
            best = self._places[best.within]
        return Where(best.name, best.id) if best is not None else None

    def _lead_place(self) -> Where:
        """The place of the lead: the first sentence of the body that names one."""
        for sentence in self._reading.sentences[:12]:
            found = self._finest(self._refs.get(sentence.index, []))
            if found is not None and sentence.part.kind in ("body", "entry", "headline"):
                return found
        return Where()

    # ── event ───────────────────────────────────────────────────────────────────────────────────

    def event(self, anchor: Token) -> Event | None:
        """The event of which the anchor is part of the evidence, the most closely fitting one."""
        best: tuple[int, Event] | None = None
        for event in self._events.get(anchor.sentence.index, []):
            for span in event.evidence:
                if span.start <= anchor.start < span.end and (best is None or span.end - span.start < best[0]):
                    best = (span.end - span.start, event)
        return best[1] if best is not None else None

    # ── scope and as-of ─────────────────────────────────────────────────────────────────────────

    def scope(self, anchor: Token, number: Token) -> Scope:
        """Whether the figure sums up a war or a period, or counts one happening."""
        verb = anchor
        while verb.pos not in ("VERB", "AUX") and verb.head is not verb:
            verb = verb.head
        subject = verb.child("nsubj")
        if subject is not None and subject.lower in ("that", "which") and verb.dep == "relcl":
            subject = verb.head
        if subject is not None and subject.lemma in _WARS:
            return "war"
        for token in number.sentence.tokens:
            if token.lower in ("since", "during", "in", "over") and _hangs_on(token, anchor, verb):
                below = {t.lemma for t in token.subtree()} | ({token.head.lemma} if token.dep == "mark" else set())
                below |= {t.lemma for t in token.head.subtree()} if token.dep == "mark" else set()
                inner = token.child("pobj")
                if below & _WARS and (token.lower != "in" or (inner is not None and inner.lemma in _WARS)):
                    return "war"
                if (
                    token.lower == "since"
                    or "alone" in below
                    or (below & {"month", "year", "week"} and below & {"past", "last"})
                ):
                    return "period"
        return "incident"

    def as_of(self, anchor: Token, number: Token, scope: Scope, own_voice: bool, earlier: bool) -> str | None:
        """The moment for which the figure holds."""
        sentence = number.sentence
        times = self._times.get(sentence.index, [])
        for time in times:
            if time.as_of and time.start:
                return time.start
        if sentence.part.kind == "entry" and sentence.part.published:
            return sentence.part.published
        closed = next((t for t in times if self._alone(t)), None)
        if scope == "period" and closed is not None:
            return closed.end or closed.start
        if own_voice or earlier:
            happened = self._happened(anchor, times)
            if happened is not None:
                return happened
        return self._day

    def _alone(self, time: TimeRef) -> bool:
        """Such as "in February alone": the period is closed."""
        after = self._reading.token_at(time.span.end)
        return after is not None and after.lower == "alone"

    def _happened(self, anchor: Token, times: list[TimeRef]) -> str | None:
        below = {token.i for token in anchor.subtree()}
        dated = [t for t in times if t.kind in ("DATE", "TIME") and t.start and t.precision not in ("vague", "range")]
        dated = [t for t in dated if self._day is None or (t.start or "")[:10] <= self._day]
        near = [t for t in dated if (token := self._reading.token_at(t.span.start)) is not None and token.i in below]
        chosen = (near or dated)[:1]
        return (chosen[0].start or "")[:10] if chosen else None

    def _day_of_report(self) -> str | None:
        """The day that the report speaks of: its date, or the day before for one filed in the night about it."""
        published = self._reading.document.report.published
        if published is None:
            return None
        day = published[:10]
        if published[11:16] and published[11:16] < _NIGHT_ENDS:
            lead = [t.start[:10] for s in self._reading.sentences[:6] for t in self._times.get(s.index, []) if t.start]
            earlier = [start for start in lead if len(start) == 10 and start < day]
            if earlier and day not in lead:
                return max(earlier)
        return day


def _hangs_on(token: Token, anchor: Token, verb: Token) -> bool:
    """Whether a temporal phrase belongs to the clause of the count, not to "the deadliest attack since …"."""
    for depth, above in enumerate(token.ancestors()):
        if above is anchor or above is verb:
            return True
        if depth > 1 or any(child.tag == "JJS" for child in above.children):
            break
    return False
