"""A record as the ledger takes it: one filing, a telling of each current incident, its counts and statements.

Recalled and imagined happenings are no tellings, and neither is what only goes on around one. Figures of a place,
a period or a war belong to no telling.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..ledger import Count, Filing, Statement, Telling, Told
from ..model import FINE, Actor, Attribution, Event, Figure, Incident, Place, Record, Span
from ..moments import utc
from .groups import group_of
from .keys import keys
from .originators import credit, sketch
from .wording import words_of

UNTOLD = ("background", "hypothetical", "negated")
# What goes on around happenings, and is none by itself: relief, deployments, roadblocks. In the gold of 14 streams no
# incident is of these alone; they stay in the record, and in the incident whose other events they are told with.
AROUND = frozenset({"AID", "MOBILIZE"})


def filing_of(record: Record) -> Filing:
    """The report's filing: when and by whom published, whose text it says it is, and a sketch of its wording."""
    report = record.report
    return Filing(
        report=report.sha256,
        published=utc(report.published),
        publisher=report.publisher,
        url=report.url,
        title=report.title,
        credit=credit(record.text, report.byline),
        sketch=sketch(record.text),
    )


def tell(record: Record, filing: Filing | None = None) -> Told:
    """What a report tells, for the ledger. The filing is the record's own unless one is given."""
    filing = filing_of(record) if filing is None else filing
    told = [one for one in record.incidents if one.status not in UNTOLD and not _around(record, one)]
    tellings = tuple(_telling(record, filing, incident) for incident in told)
    known = {incident.id for incident in told}
    return Told(
        filing=filing,
        tellings=tellings,
        keys=tuple(keys(telling) for telling in tellings),
        counts=tuple(_counts(record, filing, known)),
        statements=tuple(_statements(record, filing, known)),
    )


def _around(record: Record, incident: Incident) -> bool:
    """Whether all that is told of it goes on around something else."""
    events = [event for event in record.events if event.incident == incident.id]
    return bool(events) and all(
        event.type in AROUND or (event.type == "COERCE" and event.mode == "restrict") for event in events
    )


def _telling(record: Record, filing: Filing, incident: Incident) -> Telling:
    place = next((p for p in record.places if p.id == incident.place_id), None)
    events = [event for event in record.events if event.incident == incident.id]
    figures = [figure for figure in record.figures if figure.incident == incident.id]
    return Telling(
        id=incident.id,
        report=filing.report,
        published=filing.published,
        type=incident.type,
        types=tuple(dict.fromkeys([incident.type, *(event.type for event in events)])),
        mode=incident.mode,
        status=incident.status,
        place=place.name if place else incident.place,
        places=tuple(_place_names(record, place, events)) if place else _beside(record, incident),
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        country=place.country if place else None,
        admin1=place.admin1 if place else None,
        level=place.level if place else None,
        start=incident.start,
        end=incident.end,
        actors=incident.actors,
        recipients=incident.recipients,
        weapons=incident.weapons,
        claimed_by=incident.claimed_by,
        attributed_to=incident.attributed_to,
        denied_by=incident.denied_by,
        figures=tuple(
            dict.fromkeys(
                (figure.measure, figure.low, figure.high)
                for figure in figures
                if figure.part_of is None and (figure.low is not None or figure.high is not None)
            )
        ),
        words=words_of(record.text, _evidence(incident, figures)),
    )


def _evidence(incident: Incident, figures: list[Figure]) -> Iterable[Span]:
    yield from incident.evidence
    for figure in figures:
        yield from figure.evidence


def _beside(record: Record, incident: Incident) -> tuple[str, ...]:
    """The towns and sites that are named in the paragraphs of an incident which itself names none."""
    parts = {_paragraph(record.text, span.start) for span in incident.evidence}
    return tuple(
        place.name
        for place in record.places
        if place.level in FINE and any(_paragraph(record.text, span.start) in parts for span in place.evidence)
    )


def _paragraph(text: str, at: int) -> int:
    """Where the line that holds an offset begins."""
    return text.rfind("\n", 0, at)


def _place_names(record: Record, place: Place | None, events: list[Event]) -> Iterable[str]:
    """The names of the incident's places, of its events' and of those that they lie within, each once."""
    known = {one.id: one for one in record.places}
    waiting = [event.place_id for event in events] + ([place.id] if place else [])
    seen: dict[str, None] = {}
    while waiting:
        one = known.get(waiting.pop(0) or "")
        if one is not None and one.name not in seen:
            seen[one.name] = None
            waiting.append(one.within)
    return seen


def _counts(record: Record, filing: Filing, known: set[str]) -> Iterable[Count]:
    actors = {actor.id: actor for actor in record.actors}
    for figure in record.figures:
        said = figure.attribution
        speaker = actors.get(said.actor or "") if said else None
        body = body_of(speaker, actors)
        yield Count(
            id=figure.id,
            report=filing.report,
            telling=figure.incident if figure.incident in known and figure.scope in (None, "incident") else None,
            measure=figure.measure,
            group=group_of(figure.unit),
            low=figure.low,
            high=figure.high,
            value=figure.value,
            qualifier=figure.qualifier,
            unit=figure.unit,
            scope=figure.scope,
            status=figure.status,
            part_of=figure.part_of,
            place=figure.place,
            as_of=figure.as_of,
            published=filing.published,
            speaker=said.speaker if said else None,
            speaker_of=body.name if body else None,
            speaker_sector=sector_of(speaker, body) if speaker else None,
            speaker_country=(speaker.country or (body.country if body else None)) if speaker else None,
            relayed_by=said.relayed_by if said else None,
            stance=said.stance if said else "states",
            quote=figure.evidence[0].text if figure.evidence else "",
            start=figure.evidence[0].start if figure.evidence else 0,
        )


def body_of(speaker: Actor | None, actors: Mapping[str, Actor]) -> Actor | None:
    """The body whose word a person's is. A lawyer's is his own: clients are no body that he speaks for."""
    if speaker is None or speaker.kind != "person" or _counsel(speaker):
        return None
    return actors.get(speaker.of or "")


def sector_of(speaker: Actor, body: Actor | None) -> str | None:
    """The sector that one speaks from: that of the body; a doctor's is medicine, a lawyer's the care of others."""
    if _counsel(speaker):
        return "NGO"
    own = body.sector or speaker.sector if body is not None else speaker.sector
    if own is None and _title(speaker).rstrip(".") in ("dr", "doctor", "nurse"):
        return "MED"
    return own


def _counsel(speaker: Actor) -> bool:
    return _title(speaker).split()[-1:] in (["lawyer"], ["attorney"], ["counsel"])


def _title(speaker: Actor) -> str:
    return (speaker.title or "").lower()


def _statements(record: Record, filing: Filing, known: set[str]) -> Iterable[Statement]:
    actors = {actor.id: actor for actor in record.actors}
    for event in record.events:
        if event.incident in known and event.status not in ("background", "hypothetical"):
            said: Attribution | None = event.attribution
            speaker = actors.get(said.actor or "") if said else None
            body = body_of(speaker, actors)
            yield Statement(
                id=event.id,
                report=filing.report,
                telling=event.incident,
                type=event.type,
                status=event.status,
                actors=event.actors,
                speaker=said.speaker if said else None,
                speaker_of=body.name if body else None,
                stance=said.stance if said else "states",
                published=filing.published,
                quote=event.evidence[0].text if event.evidence else "",
                recipients=event.recipients,
                weapons=event.weapons,
            )
