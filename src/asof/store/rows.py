"""A derived incident as a row: the columns by which it is found, and the names in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..ledger import ConsolidatedIncident
from .encoding import column
from .moments import earliest, latest
from .names import fold


def incident_row(incident: ConsolidatedIncident) -> dict[str, Any]:
    return {
        "id": incident.id,
        "type": incident.type,
        "mode": incident.mode,
        "status": incident.status,
        "country": incident.country,
        "lat": incident.lat,
        "lon": incident.lon,
        "starts": earliest(incident.start),
        "ends": latest(incident.end or incident.start),
        "first_published": column(incident.first_published),
        "last_published": column(incident.last_published),
        "killed": killed(incident),
        "sorts": earliest(incident.start) or column(incident.first_published) or "",
    }


def killed(incident: ConsolidatedIncident) -> int | None:
    """The best number of all who were killed; where there is no best one, the low one."""
    tolls = [toll for toll in incident.tolls if toll.measure == "killed" and toll.group is None]
    return next((found for toll in tolls for found in (toll.best, toll.low) if found is not None), None)


def incident_names(incident: ConsolidatedIncident) -> Iterator[tuple[str, str]]:
    """Every role and folded name by which an incident is found."""
    actors = (
        *incident.actors,
        *incident.recipients,
        *incident.claimed_by,
        *incident.attributed_to,
        *incident.denied_by,
    )
    yield from (("actor", fold(name)) for name in actors)
    yield from (("place", fold(name)) for name in (incident.place, incident.admin1, incident.country) if name)
