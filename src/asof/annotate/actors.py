"""Actors of a report and every mention of them.

Names come from `actors_names.py`, nominals and pronouns from `actors_nominals.py`; whom they mean
is decided in `actors_coreference.py` and `actors_pronouns.py`. This module gives the result ids.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..model import Actor, Mention, identify
from ..reading import Reading
from ..vocabulary.actors import fold, registry
from . import actors_names, actors_nominals
from .actors_bodies import OFFICES
from .actors_coreference import Linker
from .actors_referents import Referent


class ActorFinder:
    """Finds who is spoken of, and links every mention to one actor."""

    name = "actors"
    version = "1"
    requires: tuple[str, ...] = ("places", "place_refs")
    provides: tuple[str, ...] = ("actors", "mentions")

    def __call__(self, reading: Reading) -> Mapping[str, tuple[Any, ...]]:
        names = actors_names.find(reading)
        taken = {i: name for name in names.found for i in range(name.first, name.last + 1)}
        others = actors_nominals.find(reading, names, taken)
        candidates = sorted([*names.found, *others], key=lambda c: (c.head.i, c.first))
        linker = Linker(reading, candidates, names.country_at)
        referents = linker.link()
        whole = [(referent, name) for referent in referents if (name := possessed(referent, linker)) is not None]
        for referent, name in whole:
            referent.name = name
        referents.sort(key=lambda r: min(m.first for m in r.members))
        return self._annotations(reading, referents)

    def _annotations(self, reading: Reading, referents: list[Referent]) -> Mapping[str, tuple[Any, ...]]:
        producer = f"{self.name}@{self.version}"
        ids = {id(r): identify("a", reading.document.id, k, shown(r)) for k, r in enumerate(referents)}
        actors = []
        mentions = []
        for referent in referents:
            members = sorted(referent.members, key=lambda m: m.first)
            spans = tuple(reading.span(reading.tokens[m.first : m.last + 1]) for m in members)
            own = ids[id(referent)]
            actors.append(Actor(
                own, shown(referent), referent.kind, referent.country, referent.sector,
                referent.entry.id if referent.entry else None, ids.get(id(referent.of)), referent.title, spans,
                producer,
            ))  # fmt: skip
            mentions += [Mention(s, m.head.i, own, m.form, 1.0, producer) for s, m in zip(spans, members, strict=True)]
        mentions.sort(key=lambda m: (m.head, m.span.start))
        return {"actors": tuple(actors), "mentions": tuple(mentions)}


def shown(referent: Referent) -> str:
    """The name to show: a person's fullest name in the text, a registry name, or the words of an unnamed one."""
    names = [m for m in referent.members if m.form == "name" and m.kind == "person"]
    fullest = max(names, key=lambda m: len(m.words), default=None)  # of equals the first
    if fullest is not None and (referent.entry is None or (fullest.entry is None and len(fullest.words) > 1)):
        return fullest.name
    return referent.entry.name if referent.entry is not None else referent.name


def possessed(referent: Referent, linker: Linker) -> str | None:
    """An unnamed one by whose it is, where the words have a pronoun: "her lawyer" is "Nino Sharia's lawyer"."""
    if referent.named or referent.entry is not None or not referent.members:
        return None
    owner = referent.members[0].head.child("poss")
    if owner is None or owner.tag != "PRP$" or not referent.name.lower().startswith(f"{owner.lower} "):
        return None
    partner = linker.by_head.get(owner.i)
    whose = linker.of(partner) if partner is not None else None
    if whose is None or whose is referent or not whose.members or whose.members[0].form == "pronoun":
        return None
    if owner.lower == "its" and whose.entry is not None and whose.entry.id.startswith("state:"):
        return None  # a thing's "its" goes to the nearest state too easily: "a ship under Iran's flag … its owner"
    if referent.members[0].lemma == "counterpart" and whose.person:
        return _counterpart(referent.name.split()[1:-1], whose)
    name = shown(whose)
    if not whose.named:
        name = re.split(r" (?:in|at|from) ", name)[0]
        name = name if name.split()[0].lower() in ARTICLES else f"the {name}"
    if name.split()[-1].endswith(("'s", "’s")) or (not whose.named and PRONOUN.search(name)):
        return None
    ending = "'" if name.endswith("s") and whose.number == "many" else "'s"
    return f"{name}{ending}{referent.name[len(owner.text) :]}"


def _counterpart(adjectives: list[str], other: Referent) -> str | None:
    """ "his Armenian counterpart", when a prime minister's: "the Armenian prime minister"."""
    told = (m.name for m in other.members if m.form == "nominal")
    office = other.title or next(told, "")
    words = fold(office).lower().split(" of ")[0].split()
    plain = " ".join(w for w in words if w not in ARTICLES and w not in registry().demonyms)
    offices = (*OFFICES, "minister", "foreign secretary")
    return f"the {' '.join(adjectives)} {plain}" if adjectives and plain.endswith(offices) else None


ARTICLES = frozenset({"a", "an", "the", "some", "two", "three", "four", "five"})
PRONOUN = re.compile(r"\b(?:his|her|its|their|my|our|your)\b", re.IGNORECASE)
