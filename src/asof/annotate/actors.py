"""Actors of a report and every mention of them.

Names come from `actors_names.py`, nominals and pronouns from `actors_nominals.py`; whom they mean
is decided in `actors_coreference.py` and `actors_pronouns.py`. This module gives the result ids.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model import Actor, Mention, identify
from ..reading import Reading
from . import actors_names, actors_nominals
from .actors_coreference import Linker
from .actors_referents import Referent
from .actors_shown import described, shown


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
        linker = Linker(reading, candidates, names)
        referents = linker.link()
        whole = [(referent, name) for referent in referents if (name := described(referent, linker))]
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
