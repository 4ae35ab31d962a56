"""Where the counted were: the place of the figure's own clause, else of its event, its paragraph, the lead.

A place in another clause of the sentence says nothing ("Zelensky, who cut short a trip to South Africa, said …").
A site or a quarter stands for its town, unless the clause itself names the quarter. A dateline is no place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..grammar import aside
from ..model import FINE, Event, Place, PlaceRef
from ..reading import Reading, Sentence, Token
from ..vocabulary.codebooks import SPEECH
from .figures_when import Scope
from .scenes import Scenes

# What is promised, asked for or decided has no place but the one that its own clause names.
_UNPLACED = frozenset({"promised_release", "aid_planned"})
_DECIDED = frozenset({"sanctioned", "held", "deployed", "monitors", "remaining"})
_SAYING = frozenset({"say", "tell", "report", "announce", "add", "claim", "state", "confirm"})


@dataclass(frozen=True, slots=True)
class Where:
    """A place by name and id."""

    name: str | None = None
    id: str | None = None


class Wheres:
    """Looks up places and events around the words of one reading; made once per reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._places: dict[str, Place] = {place.id: place for place in reading.places}
        self._refs: dict[int, list[tuple[Token, Place]]] = {}
        for ref in reading.place_refs:
            self._add(ref)
        self._events: dict[int, list[Event]] = {}
        for event in reading.events:
            starts = [reading.token_at(span.start) for span in event.evidence]
            for index in sorted({token.sentence.index for token in starts if token is not None}):
                self._events.setdefault(index, []).append(event)
        self._happening = frozenset(m.head for m in reading.event_mentions if m.type not in SPEECH)
        self._lead = self._lead_place()
        self._scenes = Scenes(reading)

    def _add(self, ref: PlaceRef) -> None:
        tokens = self._reading.tokens_in(ref.span.start, ref.span.end)
        top = next((t for t in tokens if t.head not in tokens), tokens[-1] if tokens else None)
        if ref.role == "place" and ref.place in self._places and top is not None and not aside(top):
            self._refs.setdefault(tokens[0].sentence.index, []).append((tokens[-1], self._places[ref.place]))

    def where(self, anchor: Token, number: Token, scope: Scope, measure: str) -> Where:
        """The place of what was counted."""
        if measure in _UNPLACED:
            return Where()
        sentence = number.sentence
        own = self._own_place(anchor, number)
        if own is not None:
            return own
        if measure in _DECIDED:
            return Where()
        if scope != "incident":
            return self._country_of_lead()
        event = self.event(anchor)
        before = self._before(sentence)
        if sentence.part.kind == "entry" and before is not None:
            return before
        if event is not None and event.place is not None:
            place = self._places.get(event.place_id or "")
            return self._shown(place) if place is not None else Where(event.place, event.place_id)
        scene = self._scenes.at(sentence)
        if scene is not None:
            return self._shown(scene)
        return before or (self._shown(self._lead) if self._lead is not None else Where())

    def beside(self, number: Token) -> Where | None:
        """The place that hangs on the number itself: "five in Kutaisi"."""
        refs = self._refs.get(number.sentence.index, [])
        found = next((place for token, place in refs if number.i + 1 < token.i <= number.i + 5), None)
        return self._shown(found, named_here=True) if found is not None else None

    def event(self, anchor: Token) -> Event | None:
        """The event of which the anchor is part of the evidence, the most closely fitting one."""
        best: tuple[int, Event] | None = None
        for event in self._events.get(anchor.sentence.index, []):
            for span in event.evidence:
                if span.start <= anchor.start < span.end and (best is None or span.end - span.start < best[0]):
                    best = (span.end - span.start, event)
        return best[1] if best is not None else None

    def _own_place(self, anchor: Token, number: Token) -> Where | None:
        """The place that the count's clause names, or one that it hangs on: "shells fell on X, killing three"."""
        refs = self._refs.get(number.sentence.index, [])
        if not refs:
            return None
        clause = _clause(anchor)
        below = {token.i for token in clause.subtree()} | {token.i for token in anchor.subtree()}
        inside = {anchor.i, *(token.i for token in anchor.ancestors())}
        found = _first_fine([p for t, p in refs if t.i in below and self._of_clause(t, clause, inside)])
        if found is not None:
            return self._shown(found, named_here=True)
        above = {token.i for token in clause.ancestors() if token.lemma not in _SAYING}
        found = _first_fine([place for token, place in refs if _clause(token).i in above])
        return self._shown(found) if found is not None else None

    def _of_clause(self, place: Token, clause: Token, inside: set[int]) -> bool:
        """Whether the place is the clause's own, or of a clause below it that tells what happened.

        "Three died when a shell hit X", not "it cut its toll after four were found alive in X".
        """
        for token in place.ancestors():
            if token is clause or token.i in inside:
                return True
            if token.pos in ("VERB", "AUX") and token.dep in ("advcl", "ccomp", "relcl", "acl"):
                return token.i in self._happening or any(c.i in self._happening for c in token.subtree())
        return True

    def _before(self, sentence: Sentence) -> Where | None:
        """The last place that the sentences before name in the same paragraph."""
        for index in range(sentence.index - 1, -1, -1):
            if self._reading.sentences[index].part is not sentence.part:
                return None
            found = _first_fine([place for _, place in self._refs.get(index, [])])
            if found is not None:
                return self._shown(found)
        return None

    def _shown(self, place: Place, named_here: bool = False) -> Where:
        """The place itself, or the town of a site or of a quarter that another clause names."""
        if place.level == "site" or (place.level == "district" and not named_here):
            within = self._places.get(place.within or "")
            if within is not None and within.level not in ("site", "district"):
                place = within
            elif self._lead is not None and self._lead.country in (place.country, None):
                place = self._lead
        return Where(place.name, place.id)

    def _country_of_lead(self) -> Where:
        country = self._lead.country if self._lead is not None else None
        for place in self._places.values():
            if place.level == "country" and country is not None and place.country == country:
                return Where(place.name, place.id)
        return Where()

    def _lead_place(self) -> Place | None:
        """The place of the lead: of the first sentence that names a town, else of the first that names any place."""
        coarse: Place | None = None
        for sentence in self._reading.sentences[:8]:
            found = _first_fine([place for _, place in self._refs.get(sentence.index, [])], towns=True)
            if found is not None and found.level == "city":
                return found
            coarse = coarse or found
        return coarse


def _first_fine(places: Sequence[Place], towns: bool = False) -> Place | None:
    """The first place of the finest kind there is: a town or a quarter before a province or a country."""
    if towns:
        places = [place for place in places if place.level not in ("site", "district")] or places
    return next((place for place in places if place.level in FINE), places[0] if places else None)


def _clause(token: Token) -> Token:
    """The verb of the token's clause, itself where it is one; the root where there is none."""
    while token.pos not in ("VERB", "AUX") and token.head is not token:
        token = token.head
    return token
