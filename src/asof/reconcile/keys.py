"""Block keys: two tellings are compared only if they share one.

A key joins a family of types, a day and one more thing that reports of one happening have in common: a cell
of the map, a name of a place, an actor, a figure. Days and cells overlap with their neighbours, so that a
border between two of them parts nothing. How large a block may grow is bounded in `blocks.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from math import floor

from ..ledger import Telling
from .geography import names, wide

# Types that may be sides of one happening: a march and the tear gas against it; a promise and its keeping.
FAMILIES: dict[str, str] = {
    **dict.fromkeys(("ASSAULT", "COERCE", "PROTEST", "AID", "MOBILIZE"), "force"),
    **dict.fromkeys(("CONCEDE", "RETREAT"), "release"),
    **dict.fromkeys(("CONSULT", "AGREE", "SUPPORT"), "talks"),
}
CELL = 0.5  # degrees: a cell's reach, half of it, is some 28 km, as far as a suburb is from its town
LONGEST = 4  # days of a range that are keys of their own; a longer one is no single happening
LATE = 2  # days before its publication at which an undated happening is looked for
SOON = 3  # days after its publication at which an undated plan is looked for
ACTORS = 3
FIGURES = 3


def family(type_: str) -> str:
    """The family of types that a type belongs to; its own, if no other may be a side of the same happening."""
    return FAMILIES.get(type_, type_)


@lru_cache(maxsize=65536)
def keys(telling: Telling) -> tuple[str, ...]:
    """The block keys of a telling, sorted. A telling of no day at all has none, and joins nothing by rule."""
    found: set[str] = set()
    kind = family(telling.type)
    for day in _days(telling):
        found.update(f"{kind}|{day}|{thing}" for thing in _things(telling))
    return tuple(sorted(found))


def _things(telling: Telling) -> Iterable[str]:
    if telling.lat is not None and telling.lon is not None and not wide(telling):
        for lat in {floor((telling.lat + off) / CELL) for off in (-CELL / 2, CELL / 2)}:
            for lon in {floor((telling.lon + off) / CELL) for off in (-CELL / 2, CELL / 2)}:
                yield f"@{lat},{lon}"
    for name in sorted(names(telling))[:4]:
        yield f"={name}"
    if telling.country is not None:
        yield f"#{telling.country}"
    if family(telling.type) != "force":
        yield "!"  # talks, releases and sanctions of one day are few, and often told without a place
    for actor in sorted({*telling.actors, *telling.recipients})[:ACTORS]:
        yield f"~{actor.casefold()}"
    for measure, low, high in telling.figures[:FIGURES]:
        number = low if low is not None else high
        if number is not None and number > 2:  # one or two dead are too common to tell one happening by
            yield f"+{measure}{number}"


def _days(telling: Telling) -> Iterable[str]:
    """The days of the happening and the day after them; those before the report where it tells none."""
    first, last = day_of(telling.start or telling.end), day_of(telling.end or telling.start)
    if first is None or last is None:
        published = day_of(telling.published)
        if published is None:
            return
        planned = telling.status == "planned"
        first, last = (
            (published, published + timedelta(days=SOON)) if planned else (published - timedelta(days=LATE), published)
        )
    elif last < first:
        first, last = last, first
    for step in range(min((last - first).days, LONGEST - 1) + 2):
        yield (first + timedelta(days=step)).isoformat()


@lru_cache(maxsize=16384)
def day_of(moment: str | None) -> date | None:
    """The day of a moment; null where it is no more precise than a month."""
    try:
        return date.fromisoformat(moment[:10]) if moment and len(moment) >= 10 else None
    except ValueError:
        return None
