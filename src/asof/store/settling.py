"""Of which incidents nothing has changed since a moment: what is derived of them now is what was known then.

Everything of an incident follows from the tellings that any decision ever joined to it, and from what later versions of
their pages take back. Where all of these were published by the moment, nothing was added since. People's decisions
and corrections do not count: they hold for every moment. A property test compares with what is derived anew.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, case, exists, func, or_, select

from . import schema
from .looking import portions


def settled(connection: Connection, incidents: Collection[str], moment: str) -> set[str]:
    """Those of these incidents about which nothing was published after a moment in UTC."""
    found: set[str] = set()
    for portion in portions(sorted(set(incidents))):
        found |= {one for (one,) in connection.execute(_SETTLED, {"incidents": portion, "moment": moment})}
    return found


def _after(published: ColumnElement[str]) -> ColumnElement[bool]:
    """What has no date was never known by a moment (`moments.known_by`)."""
    return or_(published > bindparam("moment"), published == "")


def _settled() -> Select[Any]:
    members, joins, tellings, reports = schema.members, schema.joins, schema.tellings, schema.reports
    asked = members.c.incident.in_(bindparam("incidents", expanding=True))
    reach = select(members.c.incident, members.c.telling).where(asked).cte("reach", recursive=True)
    reach = reach.union(select(reach.c.incident, joins.c.other).join(joins, joins.c.telling == reach.c.telling))
    later = reports.alias("later")
    replaced = exists().where(
        later.c.page == reports.c.page, later.c.version > reports.c.version, _after(later.c.published)
    )
    since = case((or_(_after(reports.c.published), replaced), 1), else_=0)
    return (
        select(reach.c.incident)
        .join(tellings, tellings.c.id == reach.c.telling)
        .join(reports, reports.c.no == tellings.c.report)
        .group_by(reach.c.incident)
        .having(func.max(since) == 0)
    )


_SETTLED = _settled()  # made once: it is asked for every page of a list
