"""To whom an act is done where the verb's object is no party: the party that its words lead to.

"restored ties with Chad", "condemned an attack by the army", "promised aid to the villages of the north".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..grammar import conjuncts, passive, patients, prepositional
from ..reading import Token
from ..vocabulary.codebooks import Frame

if TYPE_CHECKING:
    from .events_roles import Cast

# Acts toward somebody that have a thing for their object: ties, a truce, aid, an attack.
TOWARD_A_PARTY = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN SANCTION MOBILIZE".split()
)
# Prepositions that lead from a thing to the party concerned, the surest first.
LEADING = (
    ("with", "between", "among"),
    ("to", "toward", "towards", "against", "on", "upon", "at", "into"),
    ("for", "from", "over", "about", "of", "by", "in"),
)
DEPTH = 3  # "appealed for an end | to the fighting | in the north": further down it is another matter
DOING = ("by", "from")
PARTIES = frozenset({"state", "organisation"})


def led_to(verb: Token, frame: Frame, cast: Cast, actors: tuple[str, ...]) -> tuple[str, ...]:
    """The party concerned, below the verb's objects and complements; none where the act has no such party."""
    if frame.root not in TOWARD_A_PARTY:
        return ()
    things = patients(verb)
    if frame.root == "ACCUSE":  # "condemned the shelling of Bor by the army": the army is blamed
        doers = [t for thing in things for t in prepositional(thing, *DOING)]
        found = _others(doers, cast, actors)
        found = found or _others([t for thing in things for t in possessors(thing)], cast, actors)
        if found:
            return found
    inner = [c for top in (verb, *things) for c in top.children if c.dep in ("xcomp", "ccomp", "acl")]
    clauses = [c for c in inner if c.pos in ("VERB", "AUX")]
    for clause in clauses:  # "signed an accord to supply Chad with wheat", but not "agreed to send observers"
        named = (one for one in _others(patients(clause), cast, actors) if cast.known[one].kind in PARTIES)
        found = tuple(named)
        if found and not passive(clause):
            return found
        things = [*things, *patients(clause)]
    return _below([verb, *clauses], things, cast, actors)


def _others(tokens: list[Token], cast: Cast, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Whom these words mean, or say that they belong to; never those who act."""
    named = tuple(one for one in cast.who(tokens) if one not in actors)
    if named:
        return named
    return tuple(one for one in cast.who(t for top in tokens for t in possessors(top)) if one not in actors)


def possessors(noun: Token) -> list[Token]:
    """Words before a noun that say whose it is: "Israel's attack", "the army attack", "Russian shelling"."""
    before = (c for c in noun.children if c.dep in ("poss", "compound", "nmod", "amod"))
    return [token for child in before for token in conjuncts(child)]


def _below(verbs: Iterable[Token], things: Iterable[Token], cast: Cast, actors: tuple[str, ...]) -> tuple[str, ...]:
    level = [*verbs, *things]
    for _ in range(DEPTH):
        reached: list[Token] = []
        for words in LEADING:
            here = [t for top in level for t in prepositional(top, *words)]
            found = _others(here, cast, actors)
            if found:
                return found
            reached += here
        level = reached
    return ()
