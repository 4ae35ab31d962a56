"""PLOVER's exchange records (manual, chapter 5): one JSON object a line for each event claim of an incident.

The words and the page that carry the claim go with it (`text_info`, `cite_info`); `link` holds the claims of one
incident together.
"""

from __future__ import annotations

from typing import Any

from ...model import Event, Place
from ...vocabulary import codebooks
from .. import json as record_json
from . import earlier, places
from .form import Format, Job
from .parties import Known, Party
from .source import Case, Told
from .tables import total

FIELDS = (
    "id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event", "event_loc", "event_text",
    "quad_code", "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "size", "coder", "comment",
)  # fmt: skip
RESOLUTION = {"site": 5, "district": 5, "city": 4, "admin2": 3, "admin1": 2, "country": 1}
NOT_CODED = ("hypothetical", "negated", "background", "planned")


def write(job: Job) -> None:
    """One object a line."""
    with job.sink.open(NAME) as stream:
        for case in job.source.cases():
            known = Known(case)
            for told in case.told:
                for event in told.events:
                    if event.status in NOT_CODED:
                        job.losses.left_out(f"{event.status}: PLOVER has a mark for it that no project reads", event.id)
                    elif not (event.start or case.incident.start):
                        job.losses.left_out("no date is known, which PLOVER requires", event.id)
                    else:
                        job.line(stream, record_json.line(record(known, told, event, job.producer)), NAME)


def record(known: Known, told: Told, event: Event, producer: str) -> dict[str, Any]:
    """One claim; what is not known is left out, as PLOVER has it, but for what it requires."""
    case = known.case
    kind = codebooks.load().types.get(event.type)
    mode = kind.modes.get(event.mode or "") if kind is not None else None
    start = event.start or case.incident.start or ""
    end = (event.end or case.incident.end) if event.start else case.incident.end
    held = {
        "id": event.id,
        "date": start[:10],
        "time": start[11:16] or None,
        "enddate": end[:10] if end and end != start else None,
        "endtime": (end[11:16] or None) if end and end != start else None,
        "actor": [_actor(known.party(name)) for name in event.actors],
        "recipient": [_actor(known.party(name)) for name in event.recipients],
        "event": [event.type],
        "event_loc": _location(told, event),
        "event_text": [span.text for span in event.evidence],
        "quad_code": codebooks.QUADS.index(kind.quad) + 1 if kind is not None else None,
        "event_scale": mode.score if mode is not None and mode.score is not None else (kind.score if kind else None),
        "mode": [event.mode] if event.mode else None,
        "context": [context.name for context in event.contexts],
        "link": case.incident.id,
        "text": event.evidence[0].text if event.evidence else None,
        "text_info": _words(told, event),
        "size": _size(case),
        "cite_info": _citation(told, producer),
        "coder": event.producer,
    }  # fmt: skip
    required = ("id", "date", "actor", "recipient", "event")
    return {name: value for name, value in held.items() if name in required or value not in (None, [], {})}


def _words(told: Told, event: Event) -> dict[str, Any] | None:
    """Where the first words that carry the claim stand, and in which report."""
    if not event.evidence:
        return None
    first = event.evidence[0]
    return {"start": first.start, "end": first.end, "text_story": told.record.report.sha256}


def _actor(one: Party) -> dict[str, Any]:
    """An actor: the state's letters and the sector's, the words, and the registry's id where it is known."""
    code = "".join(part for part in (one.country, one.sector) if part)
    return {
        name: value
        for name, value in {
            "code": code or "UNK",
            "sector": one.sector,
            "entity_text": one.name,
            "identifier_text": one.name if one.registry_id else None,
            "identifier_id": one.registry_id,
            "office": one.title,
        }.items()
        if value is not None
    }


def _location(told: Told, event: Event) -> dict[str, Any] | None:
    place = next((one for one in told.record.places if one.id == event.place_id), None)
    if place is None:
        return None
    known = {
        "extracted_place": place.evidence[0].text if place.evidence else None,
        "resolved_place": place.name,
        "geonameid": place.geonames_id,
        "lat": place.lat,
        "lon": place.lon,
        **_divisions(place),
        "resolution": RESOLUTION[place.level],
    }
    return {name: value for name, value in known.items() if value is not None}


def _divisions(place: Place) -> dict[str, str | None]:
    return {
        "city": place.name if place.level == "city" else None,
        "district": place.name if place.level == "admin2" else None,
        "province": place.admin1,
        "country": places.country_name(place.country),
        "country_code": place.country,
    }


def _size(case: Case) -> dict[str, int] | None:
    """The tolls of the incident, by the names that PLOVER has for them."""
    held = {}
    for name, measure in (("dead", "killed"), ("injured", "injured"), ("arrested", "arrested")):
        toll = total(case.incident, measure)
        if toll is not None and (number := toll.best if toll.best is not None else toll.low) is not None:
            held[name] = number
    return held or None


def _citation(told: Told, producer: str) -> dict[str, str]:
    report = told.record.report
    known = {
        "url": report.url,
        "title": report.title,
        "language": report.language,
        "publication": report.publisher,
        "codebook": "PLOVER",
        "version": producer,
    }
    return {name: value for name, value in known.items() if value is not None}


NAME = "plover.jsonl"
FORMAT = Format(
    name="plover",
    files=(NAME,),
    write=write,
    columns={NAME: FIELDS},
    silent=(
        "religion, ethnicity, gender and age of actors; coded_date, coded_time: not known or no part of an export.",
        "identifier_id: the id of asof's registry of actors.",
        "has_event: left out, every record has one.",
        "size: the tolls of the incident (best, else low), with every claim of it; low and high have no field.",
        "Who says it, and who denies it, have no field.",
    ),
    ids=earlier.of_lines,
)
