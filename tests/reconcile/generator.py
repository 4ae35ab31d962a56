"""Invented incidents, many of them near each other in place and time, and the reports that tell of them.

Reports lag, leave out where or when, are a day off, copy each other, correct what they said, and tell of several
incidents at once. Everything is drawn from one seed: the same world, byte for byte. No text is read: what comes
out is what `tell` gives for a report.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

from asof.ledger import Count, Filing, Statement, Telling, Told
from asof.model import identify
from asof.reconcile.keys import keys
from asof.reconcile.originators import sketch

START = datetime(2026, 1, 5, 6, tzinfo=UTC)
MODES = ("drone", "heavy-weapons", "firearms", "explosives", "abduct", "primitive", "aerial")
OUTLETS = tuple(f"Outlet {k}" for k in range(40))
COUNTERS = ("Kasembe Hospital", "Civil Protection", "Provincial Police", "Ministry of Interior", "River Front")
PLAIN = tuple(f"common{k}" for k in range(400))
PER_DAY = 3.0  # incidents a day in one region of some 100 km


@dataclass(frozen=True, slots=True)
class Town:
    name: str
    lat: float
    lon: float
    admin1: str
    country: str


@dataclass(slots=True)
class Incident:
    """What happened, and how each source's count of the dead and wounded went over time."""

    number: int
    type: str
    mode: str
    town: Town
    moment: datetime
    actors: tuple[str, ...]
    victims: str
    words: tuple[str, ...]
    counts: dict[tuple[str, str], list[int]] = field(default_factory=dict)  # (measure, source) → its figures in turn


@dataclass(slots=True)
class World:
    """Reports in the order of publication, and the incident that each telling is of."""

    told: list[Told] = field(default_factory=list)
    meant: dict[str, int] = field(default_factory=dict)
    incidents: list[Incident] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)  # report → the report that it copies


def world(seed: int, reports: int, per_day: float = PER_DAY) -> World:
    """A world of about so many reports. Its days grow with them, so that a day stays as crowded as it is."""
    draw = Random(seed)
    made = World()
    towns = list(_towns(draw))
    number = 0
    while len(made.told) < reports:
        day = number / per_day
        incident = _incident(draw, number, towns, START + timedelta(days=day))
        made.incidents.append(incident)
        _report(draw, made, incident)
        number += 1
    made.told.sort(key=lambda one: (one.filing.published or "", one.filing.report))
    return made


def _towns(draw: Random) -> Iterator[Town]:
    """Thirty towns in one region of three provinces, 12 to 40 km from their neighbours."""
    for k in range(30):
        lat, lon = 10 + 0.22 * (k // 6) + draw.uniform(-0.04, 0.04), 40 + 0.24 * (k % 6) + draw.uniform(-0.04, 0.04)
        yield Town(f"Town {k}", round(lat, 3), round(lon, 3), f"Province {k // 12}", "XAA")


def _incident(draw: Random, number: int, towns: Sequence[Town], moment: datetime) -> Incident:
    kind = draw.choices(("ASSAULT", "PROTEST", "COERCE"), (8, 1, 1))[0]
    incident = Incident(
        number=number,
        type=kind,
        mode=draw.choice(MODES) if kind == "ASSAULT" else {"PROTEST": "demo", "COERCE": "arrest"}[kind],
        town=draw.choice(towns),
        moment=moment + timedelta(hours=draw.uniform(0, 20)),
        actors=(draw.choice(("River Front", "Sunrise Army", "Government of XAA", "Hill Militia")),),
        victims=draw.choice(("civilians", "market women", "soldiers", "police", "bus passengers", "miners")),
        words=tuple(f"own{number}x{k}" for k in range(14)),
    )
    dead = max(1, int(draw.lognormvariate(1.8, 1.0)))
    for source in draw.sample(COUNTERS, draw.randint(1, 3)):
        for measure, top in (("killed", dead), ("injured", int(dead * draw.uniform(1, 3)))):
            final = max(1, round(top * draw.uniform(0.8, 1.3)))
            first = max(1, round(final * draw.choice((0.3, 0.6, 1.0, 1.2))))  # tolls go down, too
            incident.counts[measure, source] = [first, round((first + final) / 2), final]
    return incident


def _report(draw: Random, made: World, incident: Incident) -> None:
    """The reports of one incident, some of which tell of one of the incidents just before it as well."""
    previous: Told | None = None
    for turn in range(draw.choices((1, 2, 3, 4, 6, 9), (2, 3, 3, 3, 2, 1))[0]):
        published = incident.moment + timedelta(hours=1 + 9 * turn * draw.uniform(0.5, 1.5))
        if previous is not None and draw.random() < 0.2:
            _copy(draw, made, previous, published)
            continue
        others = [one for one in made.incidents[-6:-1] if one.moment < published]
        beside = [draw.choice(others)] if others and draw.random() < 0.25 else []
        previous = _tell(draw, made, [incident, *beside], published, turn)


def _tell(draw: Random, made: World, incidents: Sequence[Incident], published: datetime, turn: int) -> Told:
    report = hashlib.sha256(f"{incidents[0].number}/{turn}/{published}/{len(made.told)}".encode()).hexdigest()
    moment = published.strftime("%Y-%m-%dT%H:%M:%SZ")
    tellings, counts, statements, words = [], [], [], list(draw.sample(PLAIN, 60))
    for place, incident in enumerate(incidents):
        telling = _telling(draw, incident, report, moment, place)
        figures = list(_counts(draw, incident, telling, turn))
        figured = tuple((c.measure, c.low, c.high) for c in figures if c.status == "current" and c.part_of is None)
        telling = replace(telling, figures=figured)
        made.meant[telling.id] = incident.number
        tellings.append(telling)
        counts += figures
        statements.append(_statement(incident, telling))
        words += telling.words
    filing = Filing(report, moment, draw.choice(OUTLETS), title=f"Report {turn}", sketch=sketch(" ".join(words)))
    told = Told(filing, tuple(tellings), tuple(map(keys, tellings)), tuple(counts), tuple(statements))
    made.told.append(told)
    return told


def _telling(draw: Random, incident: Incident, report: str, moment: str, place: int) -> Telling:
    vague = draw.random()
    town = incident.town
    where = {"place": town.name, "places": (town.name,), "lat": town.lat, "lon": town.lon, "level": "city"}
    if vague < 0.08:
        where = {"place": town.admin1, "places": (town.admin1,), "lat": town.lat, "lon": town.lon, "level": "admin1"}
    elif vague < 0.14:
        where = {}
    when = incident.moment + timedelta(days=draw.choices((-1, 0, 1), (1, 30, 2))[0])
    day = when.strftime("%Y-%m-%d") if draw.random() < 0.88 else None
    said = draw.sample(incident.words, draw.randint(7, 12)) + draw.sample(PLAIN, 12)
    return Telling(
        id=identify("i", report, place, incident.number),
        report=report,
        published=moment,
        type=incident.type,
        types=(incident.type,),
        mode=incident.mode if draw.random() < 0.8 else None,
        country=town.country if where else None,
        admin1=town.admin1 if where else None,
        start=day,
        end=day,
        actors=incident.actors if draw.random() < 0.7 else (),
        recipients=(incident.victims,) if draw.random() < 0.8 else (),
        words=tuple(sorted(said)),
        **where,  # type: ignore[arg-type]
    )


def _counts(draw: Random, incident: Incident, telling: Telling, turn: int) -> Iterator[Count]:
    """One to three sources with their figure of the hour; sometimes what one said before, and a part of a figure."""
    sources = sorted({source for _, source in incident.counts})
    for source in draw.sample(sources, draw.randint(1, len(sources))):
        for measure in ("killed", "injured"):
            history = incident.counts[measure, source]
            now = min(turn // 2, len(history) - 1)
            count = _count(telling, measure, source, history[now], "current", now)
            yield count
            if now and draw.random() < 0.4 and history[now - 1] != history[now]:
                yield _count(telling, measure, source, history[now - 1], "earlier", now)
            if draw.random() < 0.3 and history[now] > 2:
                part = _count(telling, measure, source, history[now] // 3, "current", 9)
                yield replace(part, group="children", part_of=count.id, unit="children")


def _count(telling: Telling, measure: str, source: str, number: int, status: str, turn: int) -> Count:
    return Count(
        id=identify("f", telling.report, telling.id, measure, source, status, turn, number),
        report=telling.report,
        telling=telling.id,
        measure=measure,
        low=number,
        high=number,
        value=number,
        unit="people",
        scope="incident",
        status=status,  # type: ignore[arg-type]
        place=telling.place,
        as_of=telling.published,
        published=telling.published,
        speaker=source,
        quote=f"{number} {measure}",
    )


def _statement(incident: Incident, telling: Telling) -> Statement:
    return Statement(
        id=identify("e", telling.report, telling.id),
        report=telling.report,
        telling=telling.id,
        type=incident.type,
        status="occurred",
        actors=telling.actors,
        published=telling.published,
        quote=f"{incident.mode} in {incident.town.name}",
    )


def _copy(draw: Random, made: World, told: Told, published: datetime) -> None:
    """Another outlet runs the same text: the same tellings and figures under the copy's own ids."""
    report = hashlib.sha256(f"copy of {told.filing.report} at {published}".encode()).hexdigest()
    moment = published.strftime("%Y-%m-%dT%H:%M:%SZ")
    ids = {one.id: identify("i", report, one.id) for one in told.tellings}
    figures = {one.id: identify("f", report, one.id) for one in told.counts}
    tellings = tuple(replace(one, id=ids[one.id], report=report, published=moment) for one in told.tellings)
    for one in told.tellings:
        made.meant[ids[one.id]] = made.meant[one.id]
    counts = tuple(
        replace(
            one,
            id=figures[one.id],
            report=report,
            telling=ids[one.telling or ""],
            part_of=figures.get(one.part_of or ""),
            published=moment,
        )
        for one in told.counts
    )
    outlet = draw.choice([name for name in OUTLETS if name != told.filing.publisher])
    filing = replace(told.filing, report=report, published=moment, publisher=outlet)
    made.copies[report] = made.copies.get(told.filing.report, told.filing.report)
    made.told.append(Told(filing, tellings, tuple(map(keys, tellings)), counts))
