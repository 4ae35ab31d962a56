"""The toll ledger: what is known of each measure, and of each group in it, as of a moment.

`nearest@1`, in full:

1. Each source counts with its latest figure. A later as-of supersedes, then a later publication; up and down.
   Figures called earlier or withdrawn, and those of a page that was replaced, never stand (`tolls_history.py`).
2. A figure is overtaken, too, by a later and higher one where it never claimed to be final ("at least", "so far"),
   where nobody keeps the count (a witness, a single doctor), or by one of the same kind of source. A party to the
   conflict keeps its figure until it changes it. The report's own words stand in where it names nobody, and beside
   those whom others name only if they are later and higher than all of them.
3. `low` is the least lower bound among the figures that stand, `high` the greatest stated upper bound, `best` the
   figure of the source nearest to the count (`sources.py`), the latest deciding between equals; "at least N" gives N.
   What a party says of its enemy's losses is neither low nor best where that side speaks for itself
   (`tolls_bounds.py`).
4. A part is not the whole: it sets nothing but a floor. Where nobody counts the whole, it is made of the groups that
   exclude each other, each with its own low, best and high (`tolls_parts.py`).
5. Wounded who die later leave the injured and join the dead (`tolls_wounded.py`).

Figures are never added across sources, reports or days for one and the same group. Another rule is another
function in `RULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ..ledger import Count, Filing, Toll
from ..moments import known_by
from .tolls_history import Entry, entries, label_of, stand
from .tolls_parts import casualties_of_none, floor_of, held_of, wholes
from .tolls_wounded import after_deaths, found_again

DEFAULT = "nearest@1"
Rule = Callable[[list[Count], Mapping[str, Filing], Mapping[str, str]], tuple[Toll, ...]]


def tolls(
    counts: Iterable[Count],
    filings: Iterable[Filing] = (),
    origins: Mapping[str, str] | None = None,
    as_of: str | None = None,
    rule: str = DEFAULT,
) -> tuple[Toll, ...]:
    """The tolls of one incident from these counts, by a rule, from what was published up to a moment.

    `origins` says whose text each report is, so that a copy's own words are those of its original.
    """
    known = [count for count in counts if known_by(count.published, as_of) and count.scope in (None, "incident")]
    return RULES[rule](known, _replaced(filings, as_of), origins or {})


def _replaced(filings: Iterable[Filing], as_of: str | None) -> dict[str, Filing]:
    """Reports of which a later version was out by that moment."""
    all_known = {one.report: one for one in filings if known_by(one.published, as_of)}
    return {one.report: one for one in all_known.values() if one.superseded_by in all_known}


def nearest(counts: list[Count], replaced: Mapping[str, Filing], origins: Mapping[str, str]) -> tuple[Toll, ...]:
    """The rule `nearest@1`: see this module's beginning."""
    found = entries(casualties_of_none(counts), replaced, origins)
    by_group: dict[tuple[str, str | None], list[Entry]] = {}
    for entry in sorted(found, key=lambda one: one.order):
        by_group.setdefault((entry.count.measure, entry.family), []).append(entry)
    for group in by_group.values():
        stand(group, found)
    made: dict[tuple[str, str | None], Toll] = {}
    sides = frozenset(entry.side for entry in found if entry.side is not None)  # those who say anything at all
    for (measure, family), group in by_group.items():
        if family is not None:
            toll = floor_of(measure, family, group, by_group, sides, DEFAULT)
            if toll is not None:
                made[measure, family] = toll
    for measure in dict.fromkeys(measure for measure, _ in by_group):
        whole = wholes(measure, by_group, made, sides, DEFAULT)
        if whole is not None:
            made[measure, None] = whole
    after_deaths(made, found)
    found_again(made, found)
    held_of(made)
    return tuple(
        _named(toll, by_group.get(key, []))
        for key, toll in sorted(made.items(), key=lambda one: (one[0][0], one[0][1] or ""))
    )


def _named(toll: Toll, group: list[Entry]) -> Toll:
    """The toll under the word for its group that its sources use most."""
    return Toll(
        toll.measure, label_of(toll.group, group), toll.low, toll.best, toll.high, toll.as_of, toll.rule, toll.figures
    )


RULES: dict[str, Rule] = {DEFAULT: nearest}
