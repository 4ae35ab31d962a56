"""A gold record of one report as the ledger takes it, so that reconciling is measured apart from reading.

The gold has no bodies that persons speak for, no sectors of actors and no offsets: those are taken from our own
reading of the same report, where a name of it is the gold's.
"""

from __future__ import annotations

from typing import Any

from ..ledger import Count, Statement, Telling, Told
from ..model import Actor, Record, identify
from ..reconcile.groups import group_of
from ..reconcile.keys import keys
from ..reconcile.telling import body_of, filing_of, sector_of
from ..reconcile.wording import words_of
from .align import locate
from .naming import same_actor, same_place
from .sheet import Case

Gold = dict[str, Any]


def told(case: Case, read: Record, stream: Gold) -> tuple[Told, dict[str, str]]:
    """What the gold has the report tell, and the gold's id of each telling."""
    filing = filing_of(read)
    ids = dict.fromkeys(item["incident"] for layer in ("events", "figures") for item in case.gold[layer])
    names = [one for one in ids if one]
    known = {one: identify("i", case.document.id, one) for one in names}
    tellings = tuple(_telling(case, filing.published, stream, one, known[one]) for one in names)
    said = {item["source"] for layer in ("figures", "events") for item in case.gold[layer]} - {None}
    speakers = {one: _speaker(one, read) for one in sorted(said)}
    counts = tuple(_counts(case, filing.published, known, speakers))
    statements = tuple(_statements(case, filing.published, known, speakers))
    made = Told(filing, tellings, tuple(keys(one) for one in tellings), counts, statements)
    return made, {key: name for name, key in known.items()}


def _telling(case: Case, published: str | None, stream: Gold, name: str, key: str) -> Telling:
    events = [one for one in case.gold["events"] if one["incident"] == name]
    figures = [one for one in case.gold["figures"] if one["incident"] == name]
    told_of = [one for one in events if one["status"] not in ("negated", "hypothetical")] or events
    lead: Gold = told_of[0] if told_of else {"type": _type(stream, name), "mode": None, "status": "occurred"}
    named = [one["place"] for one in (*told_of, *figures) if one["place"]]
    place = named[0] if named else None
    point = _point(case, stream, place)
    when = next((one for one in told_of if one["start"] or one["end"]), {"start": None, "end": None})
    text = case.document.text
    quotes = [locate(text, one["quote"])[:1] for one in (*events, *figures)]
    spans = [case.document.span(*found[0]) for found in quotes if found]
    return Telling(
        id=key,
        report=case.document.id,
        published=published,
        type=lead["type"],
        types=tuple(dict.fromkeys(one["type"] for one in told_of)) or (lead["type"],),
        mode=(lead["mode"] or "").split("|")[0] or None,
        status=lead["status"],
        place=place,
        places=tuple(dict.fromkeys(named)),
        lat=point.get("lat"),
        lon=point.get("lon"),
        level=point.get("level"),
        start=when["start"],
        end=when["end"],
        actors=_each(told_of, "actors"),
        recipients=_each(told_of, "recipients"),
        claimed_by=tuple(a for one in told_of for a in one["actors"] if one["source"] == a),
        attributed_to=tuple(a for one in told_of for a in one["actors"] if one["source"] not in (None, a)),
        denied_by=tuple(dict.fromkeys(a for one in events if one["status"] == "negated" for a in one["actors"])),
        figures=tuple((one["measure"], one["low"], one["high"]) for one in figures if not one["part_of"]),
        words=words_of(text, spans),
    )


def _each(events: list[Gold], role: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in events for name in one[role]))


def _type(stream: Gold, name: str) -> str:
    return next((str(one["type"]) for one in stream["incidents"] if one["id"] == name), "ASSAULT")


def _point(case: Case, stream: Gold, place: str | None) -> Gold:
    """The gold's point for a place: this report's, else another report's of the stream."""
    if place is None:
        return {}
    reports = [case.gold, *stream["reports"]]
    return next((one for report in reports for one in report["places"] if same_place(one["name"], place)), {})


def _speaker(name: str, read: Record) -> tuple[Actor | None, Actor | None]:
    """The actor of our reading who has this name, and the body that he speaks for."""
    found = next((one for one in read.actors if same_actor(name, one.name, one.kind == "person")), None)
    return found, body_of(found, {one.id: one for one in read.actors})


def _counts(
    case: Case, published: str | None, known: dict[str, str], speakers: dict[str, tuple[Actor | None, Actor | None]]
) -> list[Count]:
    golds: list[Gold] = case.gold["figures"]
    ids = [identify("f", case.document.id, k, one["quote"]) for k, one in enumerate(golds)]
    found = []
    for k, one in enumerate(golds):
        speaker, body = speakers.get(one["source"] or "", (None, None))
        whole = next((j for j, other in enumerate(golds) if one["part_of"] and other["quote"] == one["part_of"]), None)
        place = locate(case.document.text, one["quote"])
        corrected = any(word in (one["qualifier"] or "") for word in ("withdrawn", "corrected", "as had been reported"))
        found.append(
            Count(
                id=ids[k],
                report=case.document.id,
                telling=known.get(one["incident"] or ""),
                measure=one["measure"],
                group=group_of(one["unit"]),
                low=one["low"],
                high=one["high"],
                value=one["value"],
                qualifier=one["qualifier"],
                unit=one["unit"],
                scope="incident" if one["incident"] else "period",
                status="withdrawn" if corrected else "current",
                part_of=ids[whole] if whole is not None else None,
                place=one["place"],
                as_of=one["as_of"],
                published=published,
                speaker=one["source"],
                speaker_of=body.name if body else None,
                speaker_sector=sector_of(speaker, body) if speaker else None,
                speaker_country=speaker.country if speaker else None,
                quote=one["quote"],
                start=place[0][0] if place else 0,
            )
        )
    return found


def _statements(
    case: Case, published: str | None, known: dict[str, str], speakers: dict[str, tuple[Actor | None, Actor | None]]
) -> list[Statement]:
    bodies = {name: body.name for name, (_, body) in speakers.items() if body is not None}
    return [
        Statement(
            id=identify("e", case.document.id, k, one["quote"]),
            report=case.document.id,
            telling=known[one["incident"]],
            type=one["type"],
            status=one["status"],
            actors=tuple(one["actors"]),
            speaker=one["source"],
            speaker_of=bodies.get(one["source"]),
            stance="denies" if one["status"] == "negated" else "states",
            published=published,
            quote=one["quote"],
        )
        for k, one in enumerate(case.gold["events"])
        if one["incident"] and one["status"] not in ("background", "hypothetical")
    ]
