"""Moments in a store: comparable as text, and the first and last instant that a partial one allows.

`2026-03` may be any instant from `2026-03-01T00:00:00Z` to `2026-03-31T23:59:59Z`. What cannot be read is
null: it is then found by no question about time. Does not resolve words; moments come resolved.
"""

from __future__ import annotations

import calendar
import re

from ..model import Report
from ..moments import utc

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?)?)?)?$")
_ZONED = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$")


def earliest(moment: str | None) -> str | None:
    """The first instant that it may mean."""
    return _bound(moment, False)


def latest(moment: str | None) -> str | None:
    """The last instant, in whole seconds, that it may mean."""
    return _bound(moment, True)


def _bound(moment: str | None, last: bool) -> str | None:
    whole = utc(moment) if moment is not None and _ZONED.match(moment) else moment
    found = _PARTIAL.match((whole or "").removesuffix("Z"))
    if found is None:
        return None
    year, month, day, *clock = (None if part is None else int(part) for part in found.groups())
    assert year is not None
    month = month or (12 if last else 1)
    if not (year and 1 <= month <= 12):
        return None
    day = day or (calendar.monthrange(year, month)[1] if last else 1)
    hour, minute, second = (
        top if part is None and last else part or 0 for part, top in zip(clock, (23, 59, 59), strict=True)
    )
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"


def version(report: Report) -> str:
    """Orders the versions of one page: by when it says that it was changed, else published; then by when it was
    fetched; then by its bytes, so that any order of arrival gives the same."""
    said = earliest(report.modified) or earliest(report.published) or ""
    return f"{said} {earliest(report.fetched) or ''} {report.sha256}"
