"""Those who pass from one count to another: wounded who die, missing who are found."""

from __future__ import annotations

import re
from dataclasses import replace

from ..ledger import Toll
from .moments import succession
from .tolls_history import Entry, dies_later

Key = tuple[str, str | None]
_REMAINDER = re.compile(r"\b(?:still|remain|remains|remained|remaining)\b", re.IGNORECASE)
_FOUND = re.compile(r"\b(?:found|turned up|located|traced)\b", re.IGNORECASE)


def after_deaths(made: dict[Key, Toll], found: list[Entry]) -> None:
    """Take those who died of their wounds off the injured, unless somebody has counted the injured since.

    Their number stays the upper bound: they were injured, too. A death that no figure of the dead includes is one more.
    """
    for death in (one for one in found if dies_later(one.count) and one.why is None and not one.copied):
        number = death.count.value or 0
        for key in dict.fromkeys((("injured", death.family), ("injured", None))):
            toll = made.get(key)
            if toll is not None:
                made[key] = _fewer(toll, number, death, [e for e in found if e.count.measure == "injured"])
        _one_more(made, death, number)


def _fewer(toll: Toll, number: int, death: Entry, injured: list[Entry]) -> Toll:
    current = [e for e in injured if e.stands and e.family == toll.group] or [e for e in injured if e.stands]
    named = [entry for entry in current if entry.source.kind != "report" and _counted_since(entry, death)]
    if named:
        return _with_the_dead(toll, number, death, named, injured)
    if toll.best is None or toll.best <= number:
        return toll
    low = toll.low - number if toll.low is not None and toll.low >= number else toll.low
    return replace(toll, low=low, best=toll.best - number, high=toll.high)


def _counted_since(entry: Entry, death: Entry) -> bool:
    """Whether a count of the injured leaves out who had died by then: one of a later moment, or of the same report
    unless the report says that the dead man was "one of them"."""
    one, other = succession(entry.count)[:2], succession(death.count)[:2]
    return one > other or (one == other and not death.count.quote.lower().startswith("one of them"))


def _with_the_dead(toll: Toll, number: int, death: Entry, since: list[Entry], injured: list[Entry]) -> Toll:
    """A source that counts those "still" in hospital has taken off just the dead: its earlier count holds them all."""
    highs = []
    for entry in since:
        if entry.exact and _REMAINDER.search(entry.count.quote):
            highs += [
                before.number or 0
                for before in injured
                if before.source.keys & entry.source.keys
                and before.exact
                and before.number == (entry.number or 0) + number
                and succession(before.count)[:2] < succession(death.count)[:2]
            ]
    if not highs or toll.high is None:
        return toll
    return replace(toll, high=max(toll.high, *highs))


def _one_more(made: dict[Key, Toll], death: Entry, number: int) -> None:
    """Somebody died since the last figure of the dead was given: one more of his group, and of all, unless this death
    is told as one of those that the whole now counts."""
    keys: list[Key] = [("killed", death.family)] if death.family is not None else []
    for key in keys if death.count.part_of is not None else [*keys, ("killed", None)]:
        toll = made.get(key)
        if toll is None:
            continue
        standing = [figure for figure in toll.figures if figure.current and figure.count.id != death.count.id]
        before = [one for one in standing if succession(one.count)[:2] < succession(death.count)[:2]]
        if standing and len(before) == len(standing):
            made[key] = replace(
                toll,
                low=toll.low + number if toll.low is not None else None,
                best=toll.best + number if toll.best is not None else None,
                high=toll.high + number if toll.high is not None else None,
            )


def found_again(made: dict[Key, Toll], found: list[Entry]) -> None:
    """Take those who were found off the missing, unless somebody has counted the missing since."""
    toll = made.get(("missing", None))
    if toll is None or toll.best is None:
        return
    last = max((succession(figure.count) for figure in toll.figures if figure.current), default=None)
    numbers = [
        entry.count.value or 0
        for entry in found
        if entry.count.measure in ("found", "rescued")
        and entry.why is None
        and (entry.count.measure == "found" or _FOUND.search(entry.count.quote))
        and last is not None
        and succession(entry.count)[:2] > last[:2]
    ]
    back = max(numbers, default=0)  # of copies of one story, one
    if 0 < back <= toll.best:
        made["missing", None] = replace(
            toll,
            low=toll.low - back if toll.low is not None and toll.low >= back else toll.low,
            best=toll.best - back,
            high=toll.high - back if toll.high is not None else None,
        )
