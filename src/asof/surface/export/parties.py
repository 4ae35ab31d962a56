"""Who took part in an incident: it shows names; the records of its reports know who is behind them.

A name may stand for several actors of several reports. Country, sector and the rest are what most of these have;
what none has is null. A group without a country of its own has none here either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from ...model import Actor
from ...vocabulary.field_codes import SectorCodes, sectors
from .source import Case, Told

T = TypeVar("T")
# Sectors that bear arms: a fight needs one of these on both sides.
ARMED = frozenset({"MIL", "COP", "SPY", "GOV", "REB", "PRM", "PRE", "UAF", "CRM"})
FIGHTERS = ARMED - {"GOV"}


@dataclass(frozen=True, slots=True)
class Party:
    """One participant. `named`: it has a name, and is not only described ("gunmen", "nine people")."""

    name: str
    named: bool
    kind: str | None = None
    country: str | None = None
    sector: str | None = None
    registry_id: str | None = None
    title: str | None = None

    @property
    def codes(self) -> SectorCodes | None:
        """The codes of its sector."""
        return sectors().get(self.sector or "")

    @property
    def side(self) -> str | None:
        """state, group (organised, without a state), civilians, or null."""
        return self.codes.side if self.codes is not None else None

    @property
    def armed(self) -> bool:
        return self.sector in FIGHTERS or (self.sector == "GOV" and self.kind in ("state", "organisation"))

    @property
    def civilian(self) -> bool:
        return self.side == "civilians"


@dataclass(frozen=True, slots=True)
class Parties:
    """Those who act and those acted upon, each in the order of the incident. `pairs`: the names of those who act
    together in one and the same claim; what different claims say who did it is no alliance."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    pairs: frozenset[frozenset[str]] = frozenset()

    @property
    def all(self) -> tuple[Party, ...]:
        return (*self.actors, *self.recipients)

    @property
    def mutual(self) -> bool:
        """Whether armed parties are told on both sides, or act without anybody being acted upon: a fight."""
        armed = [one for one in self.actors if one.armed]
        back = {one.name for one in self.recipients if one.armed} & {one.name for one in armed}
        return bool(back) or (not self.recipients and any(not _same_state(one, armed[0]) for one in armed[1:]))

    @property
    def sides(self) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """Who stands against whom. In a fight the first armed party with its state's are one side, all other armed ones
        the other; else those who act with the first, and those acted upon."""
        if self.mutual:
            armed = list(dict.fromkeys(one for one in self.all if one.armed))
            ours = tuple(one for one in armed if one == armed[0] or _same_state(one, armed[0]))
            if len(ours) < len(armed):
                return ours, tuple(one for one in armed if one not in ours)
        ours = tuple(one for one in self.actors if one == self.actors[0] or self._with(one, self.actors[0]))
        return ours, tuple(one for one in self.recipients if one.name not in {our.name for our in ours})

    @property
    def rivals(self) -> tuple[Party, ...]:
        """Who is said to have done it by other claims than the first party is."""
        first, second = self.sides
        return tuple(one for one in self.actors if one not in first and one not in second)

    def _with(self, one: Party, other: Party) -> bool:
        return _same_state(one, other) or frozenset({_key(one.name), _key(other.name)}) in self.pairs


def _same_state(one: Party, other: Party) -> bool:
    return one.side == other.side == "state" and one.country is not None and one.country == other.country


def parties(case: Case) -> Parties:
    """Who took part in an incident."""
    return Known(case).parties()


class Known:
    """The actors of an incident's records, by the names under which its events have them. Made once for a case: it goes
    through all of its records."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._answers: dict[str, Party] = {}
        self.seen: dict[str, list[tuple[Actor, Told]]] = {}
        self.others: dict[str, list[tuple[Actor, Told]]] = {}
        for told in case.told:
            actors = {actor.id: actor for actor in told.record.actors}
            for name, id in _names(told):
                if id in actors:
                    self.seen.setdefault(_key(name), []).append((actors[id], told))
            for actor in told.record.actors:
                self.others.setdefault(_key(actor.name), []).append((actor, told))

    def parties(self) -> Parties:
        """Who took part in the incident."""
        told = [event for one in self.case.told for event in one.events if event.status in ("occurred", "ongoing")]
        return Parties(
            tuple(map(self.party, self.case.incident.actors)),
            tuple(map(self.party, self.case.incident.recipients)),
            frozenset(frozenset(map(_key, pair)) for event in told for pair in combinations(event.actors, 2)),
        )

    def party(self, name: str) -> Party:
        """Whoever the incident, or one of its claims, gives this name."""
        if name not in self._answers:
            self._answers[name] = self._looked_up(name)
        return self._answers[name]

    def _looked_up(self, name: str) -> Party:
        found = self.seen.get(_key(name)) or self.others.get(_key(name)) or []
        actors = [actor for actor, _ in found]
        bodies = [_body(actor, told) for actor, told in found]
        registry = _most(actor.registry_id for actor in actors)
        kind = _most(actor.kind for actor in actors)
        return Party(
            name,
            registry is not None or (kind != "group" and name[:1].isupper()),
            kind,
            _most(actor.country for actor in actors) or _most(body.country for body in bodies if body),
            _most(actor.sector for actor in actors) or _most(body.sector for body in bodies if body),
            registry,
            _most(actor.title for actor in actors),
        )


def _names(told: Told) -> Iterator[tuple[str, str]]:
    for event in told.events:
        yield from zip(event.actors, event.actor_ids, strict=False)
        yield from zip(event.recipients, event.recipient_ids, strict=False)


def _body(actor: Actor, told: Told) -> Actor | None:
    return next((one for one in told.record.actors if one.id == actor.of), None)


def _key(name: str) -> str:
    return name.replace("’", "'").casefold()


def _most(values: Iterable[T | None]) -> T | None:
    """What most have; the first of equals."""
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None


def apart(found: Sequence[Party]) -> tuple[Party, ...]:
    """Those that are told apart: of several that are only described and have the same codes ("people", "nine people"),
    the first."""
    keys: dict[object, Party] = {}
    for one in found:
        keys.setdefault(one.name if one.named or one.sector is None else (one.country, one.sector), one)
    return tuple(keys.values())
