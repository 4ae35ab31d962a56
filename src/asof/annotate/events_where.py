"""Which times and places of a sentence belong to an event: by the tree, never by mere nearness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..grammar import aside, of_a_record
from ..model import Place, PlaceRef, TimeRef
from ..reading import Reading, Token
from .events_match import LIGHT_VERBS

Ref = TypeVar("Ref", PlaceRef, TimeRef)
# Clauses that share the time and place of the clause they hang on ("killed on Tuesday when a drone struck").
# A complement of a verb of saying does not: "said on Tuesday that …" dates the saying.
SHARING = frozenset({"conj", "advcl", "xcomp", "pcomp"})
# A clause below that keeps its times and places to itself.
CLOSED = frozenset({"ccomp", "relcl", "advcl", "pcomp", "acl"})
# Of these, clauses that tell how or when it happened.
BELOW = frozenset({"advcl", "relcl", "acl", "pcomp"})
# What something lies near is not where it is, if a place of its own is named too.
BESIDE = frozenset({"near", "outside", "from"})
OUTCOMES = frozenset({"kill", "die", "wound", "injure", "destroy", "damage", "displace"})
FAR = 8  # words from "say" to what is said
LEVELS = ("district", "city", "site", "admin2", "admin1", "country")


def _record(reading: Reading, time: TimeRef) -> bool:
    """Whether it is the stretch that a superlative is held against: "the deadliest this year"."""
    token = reading.token_at(time.span.start) if time.precision in ("week", "month", "year") else None
    return token is not None and of_a_record(token)


@dataclass(slots=True)
class Surroundings:
    """Times and located places of a reading, by sentence, with the token that heads each."""

    times: dict[int, list[tuple[Token, TimeRef]]]
    places: dict[int, list[tuple[Token, PlaceRef]]]
    known: dict[str, Place]

    @classmethod
    def of(cls, reading: Reading) -> Surroundings:
        times = [t for t in reading.times if t.kind in ("DATE", "TIME") and not t.as_of and not _record(reading, t)]
        places = [r for r in reading.place_refs if r.role == "place" and r.place is not None]
        return cls(_by_sentence(reading, times), _by_sentence(reading, places), {p.id: p for p in reading.places})

    def times_of(self, trigger: Token, clause: Token) -> list[TimeRef]:
        """Times of the event, the nearest by the tree first."""
        found = [ref for _, ref in _attached(trigger, clause, self.times.get(trigger.sentence.index, []))]
        return sorted(found, key=lambda ref: ref.start is None)  # "left at 8 on Thursday": the day before the hour

    def place_of(self, trigger: Token, clause: Token) -> Place | None:
        """The place of the event."""
        found = self.ref_of(trigger, clause)
        return self.known.get(found.place or "") if found is not None else None

    def ref_of(self, trigger: Token, clause: Token) -> PlaceRef | None:
        """The words of its place: the most exact of those attached to it by the tree, the nearest clause first."""
        here = [(top, ref) for top, ref in self.places.get(trigger.sentence.index, []) if not aside(top)]
        attached = _attached(trigger, clause, here)
        if not attached and trigger.pos == "NOUN":  # "an attack on people who were queueing in the city of …"
            attached = [(0, ref) for top, ref in here if trigger in top.ancestors()]
        if not attached:
            return None
        nearest = attached[0][0]
        beside = {id(ref) for top, ref in here if top.head.lower in BESIDE}
        chosen = [ref for rank, ref in attached if rank == nearest and ref.place in self.known]
        return min(chosen, key=lambda r: (id(r) in beside, LEVELS.index(self.known[r.place or ""].level)), default=None)

    def ref_below(self, trigger: Token) -> PlaceRef | None:
        """The place of a clause below that tells how or when it happened: "killed when their bus was hit in …".

        For what has no place of its own, and stands in a report that sets no scene: a scene is the better guess.
        """
        found = []
        for top, ref in self.places.get(trigger.sentence.index, []):
            path = _path(top, trigger)
            clauses = [token for token in path if token.pos in ("VERB", "AUX") and token.dep in CLOSED]
            if clauses and all(token.dep in BELOW for token in clauses) and not aside(top):
                found.append((len(path), top.i, ref))
        return min(found, key=lambda item: item[:2])[2] if found else None


def _path(token: Token, top: Token) -> list[Token]:
    """The words between a word and one above it; none where it does not stand below."""
    path: list[Token] = []
    for above in token.ancestors():
        if above is top:
            return path
        path.append(above)
    return []


def _by_sentence(reading: Reading, refs: Sequence[Ref]) -> dict[int, list[tuple[Token, Ref]]]:
    found: dict[int, list[tuple[Token, Ref]]] = {}
    for ref in refs:
        tokens = reading.tokens_in(ref.span.start, ref.span.end)
        if not tokens:
            continue
        inside = {token.i for token in tokens}
        top = next((t for t in tokens if t.head.i not in inside or t.head is t), tokens[-1])
        found.setdefault(top.sentence.index, []).append((top, ref))
    return found


def _attached(trigger: Token, clause: Token, refs: Sequence[tuple[Token, Ref]]) -> list[tuple[int, Ref]]:
    """References that hang on the event, each with its rank: 0 below the trigger, then clause by clause upward."""
    chain = _clauses(trigger, clause)
    ranked = []
    for top, ref in refs:
        rank = _rank(top, chain)
        if rank is not None:
            ranked.append((rank, abs(top.i - trigger.i), ref))
    ranked.sort(key=lambda item: item[:2])
    return [(rank, ref) for rank, _, ref in ranked]


def _clauses(trigger: Token, clause: Token) -> list[Token]:
    chain = [trigger]
    if clause is not trigger:
        under = trigger.head.head  # "killed in 271 air strikes": the strikes have the time of the killing
        sequence = trigger.head.lower in ("after", "before", "following", "during")
        if trigger.dep == "pobj" and under is clause and (sequence or clause.lemma in OUTCOMES):
            return [trigger, clause]
        lent = clause.lemma in LIGHT_VERBS or trigger.dep in ("nsubj", "nsubjpass", "attr")
        if trigger.head is not clause or not (lent or clause.pos == "AUX"):
            return chain  # "cut short a trip to respond to the attack": the trip's place is not the attack's
        chain.append(clause)
    verb = clause
    while verb.head is not verb and (verb.dep in SHARING or (verb.dep in ("relcl", "acl") and len(chain) < 3)):
        verb = verb.head
        chain.append(verb)
    if verb.dep == "ccomp" and verb.head.dep == "relcl" and verb.head.head.pos == "NOUN" and verb.i < FAR + verb.head.i:
        chain.append(verb.head.head)  # "the strike on X, in which police say they killed 14"
    return chain


def _rank(top: Token, chain: list[Token]) -> int | None:
    """How far up the event's clauses the reference hangs; null when another clause lies between."""
    members = {token.i: rank for rank, token in enumerate(chain)}
    origin = top.head
    if origin.lower == "from" and origin.head.pos in ("NOUN", "PROPN"):
        return None  # "a worker from Thailand"
    token, steps = top, 0
    while True:
        if token.i in members:
            return members[token.i]
        if token.head is token or (steps and token.pos in ("VERB", "AUX") and token.dep in CLOSED):
            return None
        token, steps = token.head, steps + 1
