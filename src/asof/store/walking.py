"""A walk through what the records of a store hold, report by report: all quotes, all figures of one incident, …

In portions: a walk looks at so many reports and then says where it stopped, even where it found nothing in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .asking import Asking
from .entry import Held, Kept
from .names import fold

REPORTS = 100  # records opened in one portion: half a second's work, where nothing is found in any


@dataclass(frozen=True, slots=True)
class Walk:
    """What to look for: values of these fields of a record, in these reports (null: all), known by then.

    `name`: held by the value's name, or by who says it. `tellings`: of claims about an incident of their
    report, those about one of these. `after`: where the portion before ended: the last report's `(published or "",
    sha256)`, and how many of its values were told.
    """

    fields: tuple[str, ...]
    reports: tuple[str, ...] | None = None
    tellings: frozenset[str] | None = None
    name: str | None = None
    published_by: str | None = None
    after: tuple[str, str, int] | None = None
    limit: int = 100


def walk(shelf: Asking, wanted: Walk) -> tuple[list[Held], tuple[str, str, int] | None]:
    """The next values, and where the walk goes on; null: it is at its end."""
    found: list[Held] = []
    kept, told = _stopped(shelf, wanted)
    place = wanted.after
    for one in kept:
        values = list(_values(shelf, one, wanted))
        room = wanted.limit - len(found)
        found += values[told : told + room]
        place = (one.published or "", one.sha256, min(len(values), told + room))
        if told + room < len(values):
            return found, place
        told = 0
    return found, place if len(kept) >= REPORTS or len(found) >= wanted.limit else None


def _stopped(shelf: Asking, wanted: Walk) -> tuple[list[Kept], int]:
    """The reports to look at, and how many values of the first of them were told before."""
    given = {"published_by": wanted.published_by, "shas": wanted.reports}
    if wanted.after is None:
        return shelf.reports(limit=REPORTS, **given), 0  # type: ignore[arg-type]
    published, sha, told = wanted.after
    kept = shelf.reports((published, sha), REPORTS, **given)  # type: ignore[arg-type]
    last = shelf.report(sha)
    return ([last, *kept], told) if last is not None and last.sha256 == sha else (kept, 0)


def _values(shelf: Asking, one: Kept, wanted: Walk) -> Iterator[Held]:
    record = shelf.record(one.sha256)
    if record is None:
        return
    for field in wanted.fields:
        yield from (
            Held(field, value, record, one.published) for value in getattr(record, field) if _fits(value, wanted)
        )


def _fits(value: Any, wanted: Walk) -> bool:
    if wanted.tellings is not None and hasattr(value, "incident") and value.incident not in wanted.tellings:
        return False
    if wanted.name is None:
        return True
    by = getattr(value, "attribution", None)
    names = (getattr(value, "name", None), getattr(value, "speaker", None), by.speaker if by else None)
    return any(fold(wanted.name) in fold(name) for name in names if name)
