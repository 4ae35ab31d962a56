"""What many reports tell together → JSON: incidents, tolls, disagreements, what changed.

The names of the fields are a promise to users. `originators` is a number: how many of the reports speak for
themselves, copies of one text counted once; `reports` are their sha256.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ..ask import Difference, History
from ..ledger import ConsolidatedIncident, Disagreement, Toll, TollFigure

FORMAT = "asof-incident-1"


def incident(found: ConsolidatedIncident, producer: str) -> dict[str, Any]:
    """An incident as plain dicts and lists."""
    return {
        "format": FORMAT,
        "id": found.id,
        "type": found.type,
        "mode": found.mode,
        "status": found.status,
        "place": found.place,
        "lat": found.lat,
        "lon": found.lon,
        "country": found.country,
        "admin1": found.admin1,
        "level": found.level,
        "start": found.start,
        "end": found.end,
        "actors": list(found.actors),
        "recipients": list(found.recipients),
        "weapons": list(found.weapons),
        "reports": list(found.reports),
        "originators": len(found.originators),
        "first_published": found.first_published,
        "last_published": found.last_published,
        "tolls": [toll(one) for one in found.tolls],
        "responsibility": {
            "claimed_by": list(found.claimed_by),
            "attributed_to": list(found.attributed_to),
            "denied_by": list(found.denied_by),
        },
        "disagreements": [disagreement(one) for one in found.disagreements],
        "tellings": list(found.tellings),
        "as_of": found.as_of,
        "producer": producer,
    }


def toll(found: Toll) -> dict[str, Any]:
    """One measure of an incident, with the history of its figures."""
    return {
        "measure": found.measure,
        "group": found.group,
        "low": found.low,
        "best": found.best,
        "high": found.high,
        "as_of": found.as_of,
        "rule": found.rule,
        "figures": [figure(one) for one in found.figures],
    }


def figure(found: TollFigure) -> dict[str, Any]:
    """One entry of a toll's history: whose it is, whether it stands, and what took its place."""
    count = found.count
    return {
        "id": count.id,
        "low": count.low,
        "high": count.high,
        "value": count.value,
        "qualifier": count.qualifier,
        "source": found.source,
        "speaker": count.speaker,
        "relayed_by": count.relayed_by,
        "published": count.published,
        "as_of": count.as_of,
        "report": count.report,
        "rank": found.rank,
        "current": found.current,
        "superseded_by": found.superseded_by,
        "why": found.why,
        "quote": count.quote,
    }


def disagreement(found: Disagreement) -> dict[str, Any]:
    """Who says what against whom."""
    return {
        "text": found.text,
        "between": list(found.between),
        "since": found.since,
        "about": found.about,
        "claims": list(found.claims),
    }


def history(found: History, producer: str) -> dict[str, Any]:
    """The tolls of an incident over time."""
    return {
        "format": "asof-tolls-1",
        "id": found.incident.id,
        "as_of": found.incident.as_of,
        "series": [
            {
                "measure": series.measure,
                "group": series.group,
                "steps": [
                    {**asdict(step), "sources": list(step.sources), "figures": list(step.figures)}
                    for step in series.steps
                ],
            }
            for series in found.series
        ],
        "producer": producer,
    }


def differences(
    after: ConsolidatedIncident, start: str | None, end: str | None, found: Sequence[Difference], producer: str
) -> dict[str, Any]:
    """What changed about an incident between two moments."""
    return {
        "format": "asof-diff-1",
        "id": after.id,
        "from": start,
        "to": end,
        "changes": [{**asdict(one), "claims": list(one.claims)} for one in found],
        "producer": producer,
    }
