"""Moments as text: when a report was published, and which of two figures is the later one."""

from __future__ import annotations

from ..ledger import Count
from ..moments import utc


def true_at(count: Count) -> str:
    """The moment up to which a figure speaks, in UTC: its as-of; a mere day ends when the report was published,
    or with the day where the report is of a later one."""
    if count.as_of is None:
        return count.published or ""
    if "T" in count.as_of:
        return utc(count.as_of) or ""
    if count.published is not None and count.as_of[:10] >= count.published[:10]:
        return count.published
    return f"{count.as_of}T23:59:59Z"


def day_of(count: Count) -> str:
    """The day of a figure's as-of, as its words have it; the day of publication where they have none."""
    return (count.as_of or count.published or "")[:10]


def succession(count: Count) -> tuple[str, str, bool, str]:
    """The order of one source's figures: what sorts last is its latest.

    Day first; of one day the later report; within one report a figure with a time of day before one without,
    and the later time before the earlier. (A live blog carries its times; a story has none but the newest.)
    """
    timed = "T" in (count.as_of or "")
    return (day_of(count), count.published or "", timed, true_at(count))
