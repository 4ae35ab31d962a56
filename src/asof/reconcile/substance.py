"""Whether a group of tellings is enough to be an incident of its own: that somebody could find it again.

What several reports tell is one. What a single report mentions must say where, or how many, or who and when; a plan
or a talk must say how many, or where and when, for they are spoken of more often than they take place. What is told
by less stays in its report's record, and becomes an incident as soon as another report tells of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..ledger import Telling
from .keys import day_of, family


def enough(group: Sequence[Telling]) -> bool:
    """Whether these tellings, of one happening, make an incident."""
    if len({telling.report for telling in group}) > 1:
        return True
    placed = any(telling.place is not None for telling in group)
    dated = any(day_of(telling.start or telling.end) is not None for telling in group)
    counted = any(low is not None or high is not None for telling in group for _, low, high in telling.figures)
    if all(telling.status == "planned" or _spoken(telling) for telling in group):
        return (placed and dated) or counted
    return placed or counted or (dated and any(telling.actors for telling in group))


def _spoken(telling: Telling) -> bool:
    return family(telling.type) == "talks" or telling.type == "CONCEDE"
