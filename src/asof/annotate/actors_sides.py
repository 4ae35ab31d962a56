"""Both sides at once: "the two sides", "each side", "officers from Pakistan and Afghanistan".

Such words denote two referents; each gets the mention. The two are the states or armed parties that
the report is about: a government and the armed group that it fights, or the two states named most.
Where that is not clear the words stay one actor of their own. Third parties are not looked for.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..reading import Token
from ..vocabulary.actors import registry
from .actors_belonging import SOLDIERS
from .actors_candidates import Candidate
from .actors_pronouns import tells
from .actors_referents import Referent

if TYPE_CHECKING:
    from .actors_coreference import Linker

PARTIES = frozenset({"side", "party", "neighbour", "neighbor", "country", "nation", "government", "army", "belligerent",
                     "state", "foe", "rival", "delegation", "militaries", "military"})  # fmt: skip
TWO = frozenset({"both", "two", "each", "either", "warring", "neither", "opposing", "rival"})
FIGHTING = frozenset(
    """battle clash fight fighting war combat fire attack strike shell shelling kill shoot exchange
    artillery front offensive army soldier troop warring""".split()
)
SENT = frozenset(
    """officer official delegation delegate envoy representative negotiator minister diplomat
    leader president premier chancellor ambassador mediator king""".split()
)


def divide(linker: Linker) -> None:
    """Give the mentions that mean two referents to both, and drop the referents that stood for them."""
    for referent in [r for r in linker.referents if not r.named and r.members]:
        parties = _parties(linker, referent)
        if len(parties) < 2:
            continue
        linker.referents.remove(referent)
        for party in parties:
            if not party.members:
                linker.referents.append(party)
            party.members.extend(referent.members)


def _parties(linker: Linker, referent: Referent) -> list[Referent]:
    first = referent.members[0]
    named = _from_both(linker, first)
    if named:
        return named
    if first.head.lower == "both" and not first.head.children:
        return _opponents(linker, first)
    if first.head.lemma in SENT and tells(first.head):
        return []  # "according to officials on both sides": they speak, not the sides
    for token in (first.head, *(t for t in first.head.subtree() if t.dep == "pobj")):
        if token.lemma in PARTIES and any(c.lower in TWO for c in token.children):
            return _opponents(linker, first)
    return []


def _from_both(linker: Linker, candidate: Candidate) -> list[Referent]:
    """ "officers from Pakistan and Afghanistan", "the presidents of Chad, the Gambia and Mali", "soldiers of both"."""
    head = candidate.head
    if head.lemma not in SENT and head.lemma not in SOLDIERS and head.lemma not in PARTIES:
        return []
    for child in head.children:
        if child.dep == "prep" and child.lower in ("from", "of"):
            inner = child.child("pobj")
            joined = _joined(inner) if inner is not None else []
            states = [registry().states.get(linker.country_at.get(t.i, "")) for t in joined]
            if len(states) >= 2 and all(states):
                noun = ("army", "MIL") if head.lemma in SOLDIERS or head.lemma == "army" else None
                return [
                    linker.entry(s.body(*noun) if noun else s.entry) for s in states if s is not None
                ]  # fmt: skip
            if len(joined) == 2:
                found = [linker.of(linker.by_head[t.i]) for t in joined if t.i in linker.by_head]
                return [r for r in found if r is not None and r.named and not r.person]
    return []


def _joined(token: Token) -> list[Token]:
    found = [token]
    while (after := found[-1].child("conj") or _goes_on(found[-1])) is not None:
        found.append(after)
    return found


def _goes_on(token: Token) -> Token | None:
    """What the parser takes for an apposition though a list goes on: "Chad, the Gambia and Mali"."""
    after = token.child("appos")
    return after if after is not None and after.pos == "PROPN" and after.child("conj") is not None else None


def _opponents(linker: Linker, candidate: Candidate) -> list[Referent]:
    """The two just named together, else the two that the report is about, when two stand out."""
    together = _together(linker, candidate)
    if together:
        return together
    groups: Counter[int] = Counter()
    states: Counter[str] = Counter()
    by_id: dict[int, Referent] = {}
    for referent in linker.referents:
        weight = len(referent.members)
        if referent.person or not referent.named:
            continue
        if referent.sector == "REB":
            groups[id(referent)] += weight
            by_id[id(referent)] = referent
        elif referent.entry is not None and referent.entry.id.startswith("state:") and referent.country:
            states[referent.country] += weight
    ranked, nations = groups.most_common(2), states.most_common(3)
    foremost = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] > ranked[1][1])
    if foremost and linker.internal and linker.country is not None and linker.country in states:
        return [_state_side(linker, linker.country, candidate), by_id[ranked[0][0]]]
    if not ranked and len(nations) > 1 and (len(nations) == 2 or nations[1][1] > nations[2][1]):
        return [_state_side(linker, country, candidate) for country, _ in nations[:2]]
    return []


def _together(linker: Linker, candidate: Candidate) -> list[Referent]:
    """The two that were the subject of this sentence or the one before: "Israel and Hezbollah traded fire"."""
    here = candidate.head.sentence.index
    for sentence in reversed(linker.reading.sentences[max(0, here - 1) : here + 1]):
        subject = sentence.root.child("nsubj", "nsubjpass")
        joined = _joined(subject) if subject is not None and subject.i < candidate.first else []
        found = [linker.of(linker.by_head[t.i]) for t in joined if t.i in linker.by_head]
        bodies = [r for r in found if r is not None and r.named and not r.person]
        if len(joined) == 2 and len(bodies) == 2:
            return bodies
    return []


def _state_side(linker: Linker, country: str, candidate: Candidate) -> Referent:
    """The state's army where fighting is told, else its government; between states the state itself."""
    state = registry().states[country]
    fighting = any(t.lemma in FIGHTING for t in candidate.head.sentence.tokens)
    army = linker.derived.get(state.body("army", "MIL").id)
    if fighting and army is not None:
        return army
    return linker.entry(state.government) if linker.internal else linker.entry(state.entry)
