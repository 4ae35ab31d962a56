"""Whom others blame for an incident, where they tell no deed: "The army blamed the militia for the attack".

Such an accusation is coded as what it is. What it is about was told before it: the last attack, unless the
accusation says that it is about something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..grammar import patients, prepositional
from ..model import Event
from ..reading import Reading, Token
from ..vocabulary.codebooks import Codebook

_BLAMING = frozenset({"blame", "accuse", "suspect", "hold", "fault"})
# What an attack is called when somebody is blamed for it.
_DEEDS = frozenset(
    """
    attack strike bombing raid blast killing assault ambush kidnapping explosion shelling shooting massacre abduction
    violence murder airstrike assassination death bombardment incident crime carnage bloodshed deed
    """.split()
)
# Sentences back to the attack: where the accusation names it by a noun, and where it names nothing.
_REACH_NAMED, _REACH = 12, 2


def blamed(reading: Reading, events: Sequence[Event], book: Codebook) -> Mapping[str, tuple[str, ...]]:
    """By incident, the names of those who are blamed for it by somebody who tells no deed of theirs."""
    found: dict[str, list[str]] = {}
    attacks = [(event, token) for event in events if _attack(event, book) for token in _first(reading, event)]
    for event in events:
        if book.root(event.type) != "ACCUSE" or event.mode != "allege" or event.status != "occurred":
            continue
        verb = next((t for t in _words(reading, event) if t.lemma in _BLAMING and t.pos == "VERB"), None)
        reach = _reach(verb) if verb is not None else 0
        if verb is None or not reach:
            continue
        before = [(token.i, attack) for attack, token in attacks if _told_before(token, verb, reach)]
        last = max(before, key=lambda one: one[0])[1] if before else None
        if last is not None and last.incident is not None:
            found.setdefault(last.incident, []).extend(event.recipients)
    return {incident: tuple(names) for incident, names in found.items()}


def _attack(event: Event, book: Codebook) -> bool:
    return book.root(event.type) == "ASSAULT" and event.status != "negated"


def _first(reading: Reading, event: Event) -> Iterable[Token]:
    """The first token of each wording of the event."""
    return [token for span in event.evidence if (token := reading.token_at(span.start)) is not None]


def _words(reading: Reading, event: Event) -> Iterable[Token]:
    return [token for span in event.evidence for token in reading.tokens_in(span.start, span.end)]


def _told_before(token: Token, verb: Token, reach: int) -> bool:
    return token.i < verb.i and verb.sentence.index - token.sentence.index <= reach


def _reach(verb: Token) -> int:
    """How far back the attack may be that the accusation is about; none if it is about something else."""
    held = [t for t in verb.subtree() if t.lower == "responsible" or (t.head is verb and t.dep in ("ccomp", "xcomp"))]
    about = [t for one in (verb, *held) for t in prepositional(one, "for", "of", "over", "with")]
    on = prepositional(verb, "on")
    about += patients(verb) if on else []  # "blamed the attack on the rebels"
    if any(token.lemma.lower() in _DEEDS for token in about):
        return _REACH_NAMED
    return 0 if about or on or held or verb.lemma == "hold" else _REACH
