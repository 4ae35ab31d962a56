"""Wholes and their parts: what a group's figure says of the whole, and what is made of groups alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..ledger import Count, Toll, TollFigure
from .groups import by_part, is_thing
from .tolls_bounds import Bounds, bounds, side_of
from .tolls_history import Entry

Key = tuple[str, str | None]
# Bodies that somebody has seen or buried are a floor under what anybody says of the dead.
_SEEN = re.compile(r"\b(?:bod(?:y|ies)|buried|graves?|corpses?)\b", re.IGNORECASE)
BURIED = "buried"
SIDES = ("soldiers", "fighters")  # what combatants are made of
EXCLUSIVE = frozenset({"civilians", "soldiers", "police", "fighters", "combatants"})


def casualties_of_none(counts: Iterable[Count]) -> list[Count]:
    """The counts, and for every "no casualties" a count of none killed and one of none injured."""
    found = []
    for count in counts:
        found.append(count)
        if count.measure == "casualties" and count.low == count.high == 0:
            found += [replace(count, id=f"{count.id}:{measure}", measure=measure) for measure in ("killed", "injured")]
    return found


def floor_of(
    measure: str,
    group: str,
    found: list[Entry],
    everything: Mapping[Key, list[Entry]],
    sides: frozenset[str],
    rule: str,
) -> Toll | None:
    """The toll of one group; bodies seen are a floor under the dead."""
    made = bounds(found, sides)
    if measure == "killed":
        made = _raised(made, _bodies(group, found, everything))
    if made == Bounds():
        return None
    return Toll(measure, group, made.low, made.best, made.high, made.as_of, rule, _figures(found))


def _bodies(group: str | None, found: list[Entry], everything: Mapping[Key, list[Entry]]) -> int:
    """How many bodies of a group were seen or buried at least."""
    seen = [e.count.low for e in found if e.part and e.why is None and e.count.low and _SEEN.search(e.count.quote)]
    seen += [e.count.low for e in everything.get((BURIED, group), []) if e.stands and e.count.low]
    if group == SIDES[1]:
        seen.append(_other_side(everything))
    return max((number for number in seen if number), default=0)


def _other_side(everything: Mapping[Key, list[Entry]]) -> int:
    """Of combatants buried, those who were no soldiers: of two sides, one is what the other leaves."""
    for soldiers in everything.get((BURIED, SIDES[0]), []):
        for all_of_them in everything.get((BURIED, "combatants"), []):
            if soldiers.count.part_of == all_of_them.count.id and soldiers.count.value and all_of_them.count.value:
                return max(0, all_of_them.count.value - soldiers.count.value)
    return 0


def _raised(made: Bounds, floor: int) -> Bounds:
    if floor <= (made.low or 0):
        return made
    best = floor if made.best is None or made.best < floor else made.best
    high = made.high if made.high is None or made.high >= floor else None
    return Bounds(floor, best, high, made.as_of)


def wholes(
    measure: str, everything: Mapping[Key, list[Entry]], groups: Mapping[Key, Toll], sides: frozenset[str], rule: str
) -> Toll | None:
    """The toll of everybody: of those who count the whole, else of the groups that exclude each other."""
    own = everything.get((measure, None), [])
    if any(entry.stands for entry in own):
        implied = _implied(measure, own, everything)
        made = _raised(bounds([*own, *implied], sides), _bodies(None, own, everything) if measure == "killed" else 0)
        return Toll(measure, None, made.low, made.best, made.high, made.as_of, rule, _figures([*own, *implied]))
    parts = _apart(measure, groups)
    if not parts:
        return None
    return Toll(
        measure,
        None,
        low=_sum([toll.low for toll in parts]),
        best=_known_sum([toll.best for toll in parts]),
        high=_sum([toll.high for toll in parts]),
        as_of=max((toll.as_of for toll in parts if toll.as_of), default=None),
        rule=f"{rule} (groups that exclude each other)" if len(parts) > 1 else rule,
        figures=tuple(figure for toll in parts for figure in toll.figures),
    )


def _apart(measure: str, groups: Mapping[Key, Toll]) -> list[Toll]:
    """The tolls of groups no member of which is in another: the sides of a fight and those between them.

    One group alone is all that is told. Of others that may overlap, nothing is made.
    """
    found = {group: toll for (name, group), toll in groups.items() if name == measure and group and not is_thing(group)}
    chosen = {group: toll for group, toll in found.items() if by_part(group)}
    if len(chosen) > 1:
        chosen = {group: toll for group, toll in chosen.items() if group in EXCLUSIVE}
    if set(SIDES) & set(chosen):
        chosen.pop("combatants", None)
    if chosen:
        return list(chosen.values())
    demographic = [toll for group, toll in found.items() if not by_part(group)]
    return [max(demographic, key=lambda toll: toll.low or 0)] if demographic else []


def _sum(numbers: list[int | None]) -> int | None:
    return None if any(number is None for number in numbers) else sum(number or 0 for number in numbers)


def _known_sum(numbers: list[int | None]) -> int | None:
    """The sum of what is known; null where nothing is."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _implied(measure: str, own: list[Entry], everything: Mapping[Key, list[Entry]]) -> list[Entry]:
    """What sources who count no whole say of it by counting one group alone: "13 militia members were killed".

    Not where they count several groups (those are never added up), where they speak of their enemy, or of none.
    """
    counting = {key for entry in own if entry.numeric for key in entry.source.keys}
    by_source: dict[frozenset[str], list[Entry]] = {}
    for (name, group), found in everything.items():
        if name == measure and by_part(group):
            for entry in found:
                if entry.superseded_by is None and entry.why is None and not entry.part and not entry.count.part_of:
                    by_source.setdefault(entry.source.keys, []).append(entry)
    single = (found[0] for keys, found in by_source.items() if len(found) == 1 and not keys & counting)
    return [e for e in single if e.count.low and (e.side is None or side_of(e.family) in (None, e.side))]


def held_of(made: dict[Key, Toll]) -> None:
    """Who was abducted is held as long as nobody tells of one held, freed or dead."""
    abducted = made.get(("abducted", None))
    if abducted is None or any(name in ("held", "released", "escaped", "rescued") for name, _ in made):
        return
    made["held", None] = replace(abducted, measure="held", rule=f"{abducted.rule} (abducted, none known to be free)")


def _figures(found: Iterable[Entry]) -> tuple[TollFigure, ...]:
    """The history: by moment, as the sources follow each other."""
    return tuple(entry.figure() for entry in sorted(found, key=lambda one: one.order))
