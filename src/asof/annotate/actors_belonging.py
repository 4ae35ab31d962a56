"""Whom an actor speaks for or belongs to: a spokesman's army, a minister's government, soldiers' army.

Read from the words at the actor's own mentions: a possessor, a word before the noun, "of" or "for".
Soldiers and rebels without such words belong to the one army or armed group that the report can mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..reading import Token
from ..vocabulary.actors import registry
from .actors_candidates import Candidate
from .actors_referents import Referent

if TYPE_CHECKING:
    from .actors_coreference import Linker

SOLDIERS = frozenset({"soldier", "troop", "serviceman", "conscript", "paratrooper", "reservist", "trooper", "airman"})
COMMANDING = frozenset("general colonel brigadier admiral major lieutenant gen gen. col. lt.".split())
REBELS = frozenset({"rebel", "fighter", "militant", "insurgent", "militiaman", "guerrilla", "jihadist", "gunman",
                    "separatist", "combatant", "terrorist"})  # fmt: skip


def link(linker: Linker) -> None:
    """Set `of` where the words tell it."""
    for referent in list(linker.referents):
        if referent.kind == "state" or (referent.named and not referent.person):
            continue
        for member in referent.members:
            found = owner(linker, member)
            if found is not None and found is not referent:
                referent.of = found
                break
        if referent.of is None and not referent.named:
            referent.of = _own_side(linker, referent)
        if referent.of is None and referent.person and _speaks(referent):
            referent.of = _topic(linker, referent)
        if referent.of is None and referent.named and referent.entry is None and _commands(referent):
            referent.of = linker.derived.get(f"state:{referent.country or linker.country}/army")
        if not referent.named and referent.of is not None and referent.title is None:
            referent.title = referent.members[0].lemma or None


def principal(linker: Linker, referent: Referent) -> Referent | None:
    """Whom a person speaks for or belongs to, as far as the text has told."""
    if referent.of is not None:
        return referent.of
    for member in referent.members:
        found = owner(linker, member)
        if found is not None and found is not referent and not found.person:
            return found
    return _topic(linker, referent) if _speaks(referent) else None


def _speaks(referent: Referent) -> bool:
    return any(role.startswith("spokes") for role in referent.roles)


def _commands(referent: Referent) -> bool:
    """Whether a rank stands before the name; an officer without other words is the army's, where it is spoken of."""
    return referent.person and not COMMANDING.isdisjoint((referent.title or "").lower().split())


def _topic(linker: Linker, referent: Referent) -> Referent | None:
    """The body spoken of right before a spokesman who comes without one: the latest subject, else the latest."""
    first = referent.members[0]
    here = first.head.sentence.index
    before = [
        (candidate, found) for candidate in linker.candidates
        if here - 2 <= candidate.head.sentence.index <= here and candidate.first < first.first
        and (found := linker.of(candidate)) is not None and found.named and found.kind == "organisation"
        and found.sector not in ("JRN", "BUS")
    ]  # fmt: skip
    subjects = [found for candidate, found in before if candidate.head.dep in ("nsubj", "nsubjpass", "poss")]
    return subjects[-1] if subjects else before[-1][1] if before else None


def owner(linker: Linker, member: Candidate) -> Referent | None:
    """Whom the words at the mention tell: a possessor, a word before the noun, "of" or "for"."""
    if member.form == "pronoun":
        return None
    for child in member.head.children:
        if child.dep in ("poss", "compound", "nmod", "amod") and child.i < member.head.i:
            found = _at(linker, child)
            if found is not None:
                return found
        elif child.dep == "prep" and child.lower in ("of", "for", "from", "with", "to"):
            for inner in child.children:
                found = _at(linker, inner) if inner.dep == "pobj" else None
                if found is not None and not found.person:
                    return found
    return None


def _at(linker: Linker, token: Token) -> Referent | None:
    candidate = linker.by_head.get(token.i)
    if candidate is not None:
        return linker.of(candidate)
    country = linker.country_at.get(token.i)
    if country is not None and token.dep == "poss" and country in registry().states:
        return linker.derived.get(f"state:{country}/government") or linker.derived.get(f"state:{country}")
    return None


def _own_side(linker: Linker, referent: Referent) -> Referent | None:
    first = referent.members[0]
    if first.lemma in SOLDIERS:
        return soldiers(linker, first)
    return rebels(linker, first) if first.lemma in REBELS else None


def soldiers(linker: Linker, candidate: Candidate) -> Referent | None:
    """The army of the soldiers' country, else of the country that the report is about, if it is spoken of."""
    return linker.derived.get(f"state:{candidate.country or linker.country}/army")


def rebels(linker: Linker, candidate: Candidate) -> Referent | None:
    """The one armed group that the report names."""
    groups = [r for r in linker.referents if r.named and r.sector == "REB" and not r.person]
    return groups[0] if candidate.country is None and len(groups) == 1 else None
