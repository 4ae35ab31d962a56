"""FollowTheMoney entities, one a line: an `Event` for each incident, the named who took part, an `Article` a report.

Names are those of the reports; groups that are only described ("gunmen") are in the event's summary and are no
entities. An actor of the registry has one id in every export; another is told apart by name and country.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from .. import json as record_json
from . import deaths, earlier, places
from .days import days
from .form import Format, Job
from .parties import Party, parties
from .source import Case

SCHEMATA = {"person": "Person", "state": "PublicBody", "organisation": "Organization", "group": "Organization"}
PUBLIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


def write(job: Job) -> None:
    """Entities in the order in which they are first met, each once."""
    seen: set[str] = set()
    with job.sink.open(NAME) as stream:
        for case in job.source.cases():
            if case.incident.status == "planned":
                job.losses.left_out(
                    "planned: an Event has no status, and would be read as having happened", case.incident.id
                )
                continue
            for entity in entities(case):
                if entity["id"] not in seen:
                    seen.add(entity["id"])
                    job.line(stream, record_json.line(entity), entity["schema"])


def entities(case: Case) -> Iterator[dict[str, Any]]:
    """The entities of an incident: who took part, the reports, and the event itself."""
    named = [one for one in parties(case).all if one.named and one.kind in SCHEMATA]
    for one in named:
        yield _party(one)
    for filing in case.filings:
        yield _entity(
            f"asof-r-{filing.report}",
            "Article",
            title=filing.title,
            publisher=filing.publisher,
            publishedAt=filing.published,
            sourceUrl=filing.url,
        )
    yield _event(case, named)


def _event(case: Case, named: list[Party]) -> dict[str, Any]:
    found, when = case.incident, days(case)
    kind = found.type.capitalize() + (f", {found.mode}" if found.mode else "")
    name = " · ".join(part for part in (kind, found.place, found.start and found.start[:10]) if part)
    return _entity(
        f"asof-{found.id}",
        "Event",
        name=name,
        summary=deaths.account(case),
        startDate=(found.start or "")[:10] or None,
        endDate=(found.end or "")[:10] or None,
        date=when.first.isoformat() if when is not None and when.number == 1 else None,
        location=found.place,
        country=_iso2(found.country),
        involved=list(dict.fromkeys(_party_id(one) for one in named)),
        proof=[f"asof-r-{one.report}" for one in case.filings],
        keywords=[part for part in (found.type, found.mode) if part],
        recordId=found.id,
        publisher=list(dict.fromkeys(one.publisher for one in case.filings if one.publisher)),
        sourceUrl=list(dict.fromkeys(one.url for one in case.filings if one.url)),
        modifiedAt=found.last_published,
    )


def _party(one: Party) -> dict[str, Any]:
    kind = SCHEMATA[one.kind or "group"]
    schema = "PublicBody" if kind == "Organization" and one.sector in PUBLIC else kind
    return _entity(_party_id(one), schema, name=one.name, country=_iso2(one.country))


def _party_id(one: Party) -> str:
    if one.registry_id is not None:
        return "asof-" + one.registry_id.replace(":", "-").replace("/", "-").lower()
    content = "\x1f".join((one.name.casefold(), one.country or "", one.kind or ""))
    return f"asof-a-{hashlib.sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _iso2(iso3: str | None) -> str | None:
    codes = places.codes(iso3)
    return codes.iso2.lower() if codes is not None else None


def _entity(id: str, schema: str, **properties: str | list[str] | None) -> dict[str, Any]:
    """An entity: every property is a list of texts, and one without a value is not there."""
    held = {name: [value] if isinstance(value, str) else value for name, value in properties.items() if value}
    return {"id": id, "schema": schema, "properties": held}


NAME = "entities.ftm.json"
FORMAT = Format(
    name="ftm",
    files=(NAME,),
    write=write,
    silent=(
        "Tolls, who says so and who denies: they are in the summary alone; an Event has no properties for them.",
        "Coordinates: an Event has a name of its place and its country.",
        "Who did it to whom: `involved` has both sides.",
    ),
    ids=earlier.of_lines,
)
