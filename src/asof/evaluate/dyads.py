"""Events as dyads in CAMEO's codes: source, target and event code, as the coders of the PETRARCH family write them.

An event with several actors and recipients is one dyad for each pair; of parties that stand side by side (a
meeting, a clash) each is the other's source and target. An actor's code is that of the imported dictionary at the
date, or its country and sector (`USAGOV`); `---` stands for a country that nobody names.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

from ..model import Actor, Event, Record
from ..vocabulary.actors import registry
from ..vocabulary.actors.petrarch import ROLES
from ..vocabulary.codebooks.crosswalks import to_cameo

# PLOVER's sectors as CAMEO's roles, where these bear another name.
SECTORS = {"JRN": "MED", "MED": "HLH", "PRM": "MIL"}
NOWHERE = "---"


@dataclass(frozen=True, slots=True)
class Dyad:
    """Who, whom and what, in codes; null where the sentence tells none."""

    source: str | None
    target: str | None
    code: str
    type: str | None = None
    ahead: bool = False


def dyads(record: Record) -> list[Dyad]:
    """The dyads of a record's events, each once, in order of the text: not of what is denied or long past.

    Where an event has no recipient, the country in which it happens is the target, as CAMEO codes a town.
    """
    actors = {actor.id: actor for actor in record.actors}
    countries = {place.id: place.country for place in record.places}
    moment = record.report.published
    found: dict[Dyad, None] = {}
    for event in record.events:
        code = to_cameo(event.type, event.mode)
        if event.status in ("negated", "background") or code is None:
            continue
        where = countries.get(event.place_id or "")
        for one, other in _pairs(event):
            source = actor_code(actors[one], actors, moment) if one else None
            target = actor_code(actors[other], actors, moment) if other else where
            found[Dyad(source, target, code, event.type, event.status in ("planned", "hypothetical"))] = None
    return list(found)


def _pairs(event: Event) -> list[tuple[str | None, str | None]]:
    if len(event.actor_ids) > 1 and not event.recipient_ids:
        return list(permutations(event.actor_ids, 2))
    return [(a, r) for a in event.actor_ids or (None,) for r in event.recipient_ids or (None,)]


def actor_code(actor: Actor, actors: dict[str, Actor], moment: str | None) -> str:
    """The actor's code: the dictionary's own, else that of whom it belongs to or its country, with its role."""
    own = _listed(actor, moment)
    if own:
        return own
    above = actors.get(actor.of or "")
    base = actor_code(above, actors, moment) if above is not None else actor.country or NOWHERE
    role = SECTORS.get(actor.sector or "", actor.sector)
    if actor.kind == "state" or role is None or role in parts(base)[1:] or (role == "UNK"):
        return base
    return base if above is not None and base == NOWHERE + role else base + role


def _listed(actor: Actor, moment: str | None) -> str | None:
    """The code of the dictionary for this actor at the time of the report."""
    known = registry()
    entry = known.entries.get(actor.registry_id or "")
    if entry is None:
        return None
    dated = [t for t in known.terms if t.person.id == entry.id and t.code and moment and t.covers(moment)]
    return dated[-1].code if dated else entry.code


def parts(code: str) -> list[str]:
    """A code in its pieces of three letters."""
    return [code[k : k + 3] for k in range(0, len(code), 3)]


def same_party(gold: str | None, ours: str | None) -> bool:
    """Whether two codes name the same party: the same first piece, and the same PLOVER sector if either has one.

    What a dictionary tells beyond these (`ARNGOVFRM`, `PSEREBHMS`) is its own and is compared by `==` alone.
    """
    if gold is None or ours is None:
        return gold is ours
    return parts(gold)[0] == parts(ours)[0] and _role(gold) == _role(ours)


def _role(code: str) -> str | None:
    return next((ROLES[part] for part in parts(code)[1:] if part in ROLES), None)
