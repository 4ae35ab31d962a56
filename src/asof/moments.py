"""When something was published, as text that can be compared: one answer for the ledger and for its store."""

from __future__ import annotations

from datetime import UTC, datetime


def utc(moment: str | None) -> str | None:
    """An ISO 8601 moment in UTC with whole seconds, `2026-03-10T11:05:00Z`. One without an offset is taken for UTC, a
    day for its beginning; what is less precise, or no moment at all, is null."""
    if not moment:
        return None
    try:
        found = datetime.fromisoformat(moment)
        zoned = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return zoned.strftime("%Y-%m-%dT%H:%M:%SZ")


def known_by(published: str | None, as_of: str | None) -> bool:
    """Whether what was published at that moment was known at `as_of` (null: now). The undated are known only now."""
    return as_of is None or (published is not None and published <= as_of)
