"""What a page is asked for, as it stands in its address: read, held against what is allowed, and written again.

The same questions make the list, the map, the timeline and every link from them, so that an address is all that
somebody else needs to see the same page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, get_args

from ... import ask
from ...errors import WrongUse
from ...model import Status
from ...store import IncidentFilter
from ...store.moments import earliest, latest
from . import page, portions

STATUSES: tuple[str, ...] = get_args(Status)
Box = tuple[float, float, float, float]
EDGES = ("west", "south", "east", "north")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Questions to the list of incidents. `start` and `end`: when it happened; `since`: new or changed after that
    moment; `after`: the last row of the portion before."""

    start: str = ""
    end: str = ""
    place: str = ""
    box: Box | None = None
    type: str = ""
    actor: str = ""
    killed: int | None = None
    status: str = ""
    as_of: str = ""
    since: str = ""
    after: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Wanted:
        """The questions of an address; raises where one is outside of what is allowed."""
        given = {name: value.strip() for name, value in asked.items() if value.strip()}
        for name in ("start", "end", "as_of", "since"):
            if name in given:
                ask.moment(given[name], NAMES[name])
        if given.get("status", "occurred") not in STATUSES:
            raise WrongUse(f"There is no status {given['status']!r}. There are: {', '.join(STATUSES)}.")
        portions.place(given.get("after", ""), str, str, int)
        words = {name: given[name] for name in ("start", "end", "place", "type", "actor", "status", "as_of", "since",
                 "after") if name in given}  # fmt: skip
        return cls(box=_box(given), killed=_killed(given.get("killed")), **words)

    def asked(self) -> dict[str, str]:
        """As it stands in an address."""
        found = {name: str(value) for name in _WORDS if (value := getattr(self, name)) not in ("", None)}
        return found | (dict(zip(EDGES, (f"{edge:g}" for edge in self.box), strict=True)) if self.box else {})

    def address(self, path: str = "/", **other: Any) -> str:
        """The address of the same questions, some of them otherwise; of another question, the first portion."""
        return page.address(path, **replace(self, **{"after": "", **other}).asked())

    @property
    def moment(self) -> str | None:
        """The moment to which the page is turned back, in UTC; null for now."""
        return ask.moment(self.as_of) if self.as_of else None

    @property
    def narrowed(self) -> bool:
        """Whether anything but the moment is asked for."""
        return replace(self, as_of="", after="") != Wanted()

    def filter(self, limit: int, turned: bool = True) -> IncidentFilter:
        """The store's filter; with `turned` false, of all that is known now."""
        return IncidentFilter(
            since=self.start or None,
            until=self.end or None,
            place=self.place or None,
            box=self.box,
            type=self.type.upper() or None,
            actor=self.actor or None,
            min_killed=self.killed,
            status=(self.status,) if self.status else (),
            published_by=self.moment if turned else None,
            published_since=earliest(self.since) if self.since else None,
            limit=limit,
        )

    @property
    def mark(self) -> ask.Mark | None:
        """Where the portion begins; null for the first."""
        place = portions.place(self.after, str, str, int)
        if place is None:
            return None
        sorts, id, told = place
        return ask.Mark((sorts, id) if id else None, told)

    @staticmethod
    def behind(mark: ask.Mark) -> str:
        """A mark as `after` has it."""
        sorts, id = mark.row or ("", "")
        return portions.behind(sorts, id, mark.told)

    @property
    def seen(self) -> str | None:
        """The moment of the last look, in UTC."""
        return latest(self.since) if self.since else None


_WORDS = tuple(one.name for one in fields(Wanted) if one.name != "box")
NAMES = {"start": "from", "end": "to", "as_of": "as known at", "since": "changed since"}


def _killed(given: str | None) -> int | None:
    if given is None:
        return None
    if not (given.isascii() and given.isdigit() and len(given) < 10):
        raise WrongUse(f"The least number killed is a whole number, not {given!r}.")
    return int(given)


def _box(given: Mapping[str, str]) -> Box | None:
    named = [edge for edge in EDGES if edge in given]
    if not named:
        return None
    if len(named) < 4:
        raise WrongUse("A box on the map needs its four edges: west, south, east and north, in degrees.")
    try:
        west, south, east, north = (float(given[edge]) for edge in EDGES)
    except ValueError:
        raise WrongUse("The edges of a box are degrees, such as 29.5.") from None
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise WrongUse(
            "A box lies between 180 degrees west and east and 90 south and north, its south below its north."
        )
    return west, south, east, north
