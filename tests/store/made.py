"""Made reports for tests of the store: small, invented, and each different from the next."""

from __future__ import annotations

import hashlib

from asof.ledger import (
    ConsolidatedIncident,
    Correction,
    Count,
    Decision,
    Filing,
    Statement,
    Telling,
    Told,
    Toll,
    correction_id,
    decision_id,
)
from asof.model import Attribution, Event, Figure, Incident, Record, Report, Span, identify
from asof.store import Entry

PLACES = (("Kadugli", 11.01, 29.72), ("Nyala", 12.05, 24.88), ("El Obeid", 13.18, 30.22))


def entry(number: int, url: str | None = None, modified: str | None = None) -> Entry:
    """Report `number`: a shell, so many killed, said by a governor."""
    place = PLACES[number % 3][0]
    body = f"{number} people were killed when shells hit a market in {place}, the governor said."
    content = f"Report {number}\n\n{body}\n".encode()
    sha = hashlib.sha256(content).hexdigest()
    whole = content.decode().strip()

    def span(words: str) -> Span:
        return Span(start := whole.index(words), start + len(words), words)

    said = Attribution("governor", "said", evidence=(span("the governor said"),))
    event, figure, incident = (identify(prefix, sha, 1) for prefix in "efi")
    record = Record(
        Report(
            sha,
            len(content),
            file=f"{number}.txt",
            url=url,
            title=f"Report {number}",
            published=published(number),
            modified=modified,
        ),
        whole,
        events=(
            Event(event, "ASSAULT", "artillery", "occurred", place=place, attribution=said, evidence=(span("hit"),)),
        ),
        figures=(
            Figure(
                figure,
                "killed",
                number,
                number,
                number,
                None,
                "people",
                "incident",
                event=event,
                attribution=said,
                evidence=(span(f"{number} people"),),
            ),
        ),
        incidents=(
            Incident(
                incident,
                "ASSAULT",
                "artillery",
                "occurred",
                place,
                None,
                "2026-03-10",
                None,
                events=(event,),
                figures=(figure,),
                evidence=(span("hit"),),
            ),
        ),
        producer="asof@test",
    )
    return Entry(content, record)


def published(number: int) -> str:
    return f"2026-03-{1 + number // 1440 % 28:02}T{number // 60 % 24:02}:{number % 60:02}:00Z"


def told(made: Entry, *keys: str) -> Told:
    """What a made report tells, under these block keys."""
    record = made.record
    sha, incident, figure, event = record.report.sha256, record.incidents[0], record.figures[0], record.events[0]
    lat, lon = next((lat, lon) for name, lat, lon in PLACES if name == incident.place)
    telling = Telling(
        incident.id,
        sha,
        record.report.published,
        incident.type,
        mode=incident.mode,
        place=incident.place,
        lat=lat,
        lon=lon,
        country="SDN",
        start=incident.start,
        figures=((figure.measure, figure.low, figure.high),),
        words=("market", "shell"),
    )
    words = figure.evidence[0]
    count = Count(
        figure.id,
        sha,
        incident.id,
        "killed",
        low=figure.low,
        high=figure.high,
        value=figure.value,
        speaker="governor",
        published=record.report.published,
        start=words.start,
        quote=words.text,
    )
    statement = Statement(event.id, sha, incident.id, event.type, event.status, published=record.report.published)
    filing = Filing(
        sha, record.report.published, title=record.report.title, url=record.report.url, sketch=(1, 2, 2**63)
    )
    return Told(filing, (telling,), (keys or (f"place:{incident.place}",),), (count,), (statement,))


def decision(
    left: str, right: str, verdict: str = "same", by: str = "rule:made@1", undoes: str | None = None
) -> Decision:
    left, right = sorted((left, right))
    at = None if by.startswith("rule:") else "2026-03-12T08:00:00Z"
    return Decision(
        decision_id(left, right, verdict, by, at, undoes), left, right, verdict, 0.5, by=by, at=at, undoes=undoes
    )  # type: ignore[arg-type]


def consolidated(id: str, *entries: Entry, **changed: object) -> ConsolidatedIncident:
    """An incident of these reports, with the last one's figure as its toll."""
    incident, figure = entries[-1].record.incidents[0], entries[-1].record.figures[0]
    lat, lon = next((lat, lon) for name, lat, lon in PLACES if name == incident.place)
    dates = sorted(one.record.report.published or "" for one in entries)
    values: dict[str, object] = {
        "id": id,
        "type": incident.type,
        "mode": incident.mode,
        "status": incident.status,
        "place": incident.place,
        "lat": lat,
        "lon": lon,
        "country": "SDN",
        "admin1": "South Kordofan",
        "level": "city",
        "start": incident.start,
        "end": None,
        "actors": ("Rapid Support Forces",),
        "recipients": (),
        "weapons": ("shell",),
        "reports": tuple(one.record.report.sha256 for one in entries),
        "originators": (),
        "tolls": (Toll("killed", None, figure.low, figure.value, figure.high, None, "made@1"),),
        "claimed_by": (),
        "attributed_to": (),
        "denied_by": (),
        "disagreements": (),
        "tellings": tuple(one.record.incidents[0].id for one in entries),
        "first_published": dates[0],
        "last_published": dates[-1],
    }
    return ConsolidatedIncident(**(values | changed))  # type: ignore[arg-type]


def correction(of: Entry, by: str = "ada", at: str = "2026-03-20T09:00:00Z") -> Correction:
    """That one more was killed than the report's figure says."""
    figure = of.record.figures[0]
    assert figure.value is not None
    value = figure.value + 1
    id = correction_id(figure.id, "value", value, by, at)
    return Correction(id, figure.id, of.record.report.sha256, "value", value, figure.value, by, at)
