"""A record made by hand, rich enough to show everything: invented incident and people, real places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from asof.model import (
    Actor,
    Attribution,
    Event,
    Figure,
    Incident,
    Place,
    Quote,
    Record,
    Report,
    Skipped,
    Span,
    TimeRef,
)  # fmt: skip

TEXT = (
    "Shells hit Bani market, killing more than 30\n\n"
    "More than 30 people, including seven children, were killed when shells struck a market in Bani on Tuesday, "
    "the Northern Doctors' Network said. The count was correct as of 6 p.m.\n\n"
    'The army put the number of dead at 34. "This was a deliberate crime," said its spokesman, Idrissa Maiga. '
    "The Azawar Front denied that it had fired on the town.\n\n"
    "Talks between the two sides are planned for May 4 in Niamey. "
    "If they fail, the front may close the road to Dori.\n\n"
    "Between 1,200 and 1,500 families have fled the area, according to the governor's office. "
    "Dozens were hurt in a similar attack in March last year.\n"
)
NETWORK, ARMY, FRONT = "Northern Doctors' Network", "Army of Burkina Faso", "Azawar Front"
DAY, EVENING = "2026-04-28", "2026-04-28T18:00:00+00:00"


def words(*texts: str) -> tuple[Span, ...]:
    """The spans of these words in TEXT, each where it stands first."""
    return tuple(Span(start := TEXT.index(text), start + len(text), text) for text in texts)


def report() -> Report:
    return Report(
        sha256="ab" * 32,
        size=902,
        file="01-sahel-courier.txt",
        url="https://sahelcourier.example/bani-market",
        title="Shells hit Bani market, killing more than 30",
        publisher="Sahel Courier",
        byline="A correspondent in Dori",
        published="2026-04-28T20:55:00+00:00",
        language="en",
        media_type="text/plain",
        encoding="utf-8",
    )


def events() -> tuple[Event, ...]:
    doctors = Attribution(NETWORK, actor="a-00000001", evidence=words("the Northern Doctors' Network said"))
    front = Attribution(FRONT, stance="denies", actor="a-00000003", evidence=words("The Azawar Front denied"))
    attack = Event(
        "e-00000001", "ASSAULT", "heavy-weapons", "occurred", recipients=("civilians",), recipient_ids=("a-00000004",),
        place="Bani", place_id="p-00000001", start=DAY, end=DAY, time_precision="day", weapons=("shells",),
        attribution=doctors, incident="i-00000001", score=0.91, evidence=words("shells struck a market in Bani"),
        producer="events@1",
    )  # fmt: skip
    denial = replace(
        attack, id="e-00000002", status="negated", actors=(FRONT,), actor_ids=("a-00000003",), recipients=(),
        recipient_ids=(), weapons=(), attribution=front, evidence=words("it had fired on the town"),
    )  # fmt: skip
    talks = Event(
        "e-00000003", "AGREE", None, "planned", actors=(ARMY, FRONT), actor_ids=("a-00000002", "a-00000003"),
        place="Niamey", place_id="p-00000002", start="2026-05-04", end="2026-05-04", time_precision="day",
        evidence=words("Talks between the two sides are planned"),
    )  # fmt: skip
    closing = Event(
        "e-00000004", "COERCE", "restrict", "hypothetical", actors=(FRONT,), actor_ids=("a-00000003",),
        place="Dori", place_id="p-00000003", evidence=words("the front may close the road to Dori"),
    )  # fmt: skip
    recalled = Event(
        "e-00000005", "ASSAULT", None, "background", start="2025-03", end="2025-03", time_precision="month",
        evidence=words("a similar attack in March last year"),
    )  # fmt: skip
    return attack, denial, talks, closing, recalled


def figures() -> tuple[Figure, ...]:
    doctors = Attribution(NETWORK, actor="a-00000001", evidence=words("the Northern Doctors' Network said"))
    army = Attribution(ARMY, stance="claims", actor="a-00000002", evidence=words("The army put"))
    governor = Attribution(
        "Governor of the Sahel Region", "statement", "estimates", "Sahel Radio",
        evidence=words("according to the governor's office"),
    )  # fmt: skip
    toll = Figure(
        "f-00000001", "killed", 31, None, None, "more than", "people", "incident", place="Bani", place_id="p-00000001",
        as_of=EVENING, event="e-00000001", incident="i-00000001", attribution=doctors, score=0.95,
        evidence=words("More than 30 people"), producer="figures@1",
    )  # fmt: skip
    children = replace(
        toll, id="f-00000002", low=7, high=7, value=7, qualifier=None, unit="children", part_of=toll.id,
        evidence=words("including seven children"),
    )  # fmt: skip
    counted = replace(
        toll, id="f-00000003", low=34, high=34, value=34, qualifier=None, as_of=DAY, attribution=army,
        evidence=words("the number of dead at 34"),
    )  # fmt: skip
    families = Figure(
        "f-00000004", "displaced", 1200, 1500, None, "between", "families", "place", attribution=governor,
        evidence=words("Between 1,200 and 1,500 families"),
    )  # fmt: skip
    hurt = Figure(
        "f-00000005", "injured", None, None, None, "dozens", None, None, as_of="2025-03", event="e-00000005",
        evidence=words("Dozens were hurt"),
    )  # fmt: skip
    return toll, children, counted, families, hurt


def quotes() -> tuple[Quote, ...]:
    said = Quote(
        "q-00000001", words(TEXT[46:151]), "indirect", NETWORK, "a-00000001",
        words("the Northern Doctors' Network")[0], words("said"),
    )  # fmt: skip
    crime = Quote(
        "q-00000002", words('"This was a deliberate crime,"'), "direct", "Idrissa Maiga", "a-00000005",
        words("its spokesman, Idrissa Maiga")[0], words("said"), channel="news conference", stance="accuses",
    )  # fmt: skip
    denied = Quote(
        "q-00000003", words("it had fired on the town"), "indirect", FRONT, "a-00000003",
        words("The Azawar Front")[0], words("denied"), stance="denies",
    )  # fmt: skip
    return said, crime, denied


def places() -> tuple[Place, ...]:
    return (
        Place("p-00000001", "Bani", "city", 2362909, 13.7167, -0.1667, "BFA", "Sahel", evidence=words("Bani")),
        Place("p-00000002", "Niamey", "city", 2440485, 13.5137, 2.1098, "NER", "Niamey", evidence=words("Niamey")),
        Place("p-00000003", "Dori", "city", 2361082, 14.0354, -0.0345, "BFA", "Sahel", evidence=words("Dori")),
        Place("p-00000004", "Bani market", "site", country="BFA", within="p-00000001", evidence=words("Bani market")),
    )


def times() -> tuple[TimeRef, ...]:
    may, march = "2026-05-04", "2025-03"
    return (
        TimeRef("t-00000001", *words("Tuesday"), "DATE", DAY, DAY, DAY, "day", anchored=True),
        TimeRef("t-00000002", *words("as of 6 p.m."), "TIME", f"{DAY}T18:00", EVENING, EVENING, "hour", as_of=True),
        TimeRef("t-00000003", *words("May 4"), "DATE", may, may, may, "day", anchored=True),
        TimeRef("t-00000004", *words("March last year"), "DATE", march, march, march, "month", anchored=True),
    )


def actors() -> tuple[Actor, ...]:
    front = words("The Azawar Front", "the front")
    spokesman = words("its spokesman, Idrissa Maiga")
    return (
        Actor("a-00000001", NETWORK, "organisation", "BFA", "MED", evidence=words("the Northern Doctors' Network")),
        Actor("a-00000002", ARMY, "group", "BFA", "MIL", "bfa-mil", evidence=words("The army")),
        Actor("a-00000003", FRONT, "group", None, "REB", evidence=front),
        Actor("a-00000004", "civilians", "group", None, "CVL", evidence=words("people")),
        Actor("a-00000005", "Idrissa Maiga", "person", of="a-00000002", title="spokesman", evidence=spokesman),
    )


@pytest.fixture
def market() -> Record:
    """The record of TEXT."""
    attack, denial, *_ = events()
    incident = Incident(
        "i-00000001", "ASSAULT", "heavy-weapons", "occurred", "Bani", "p-00000001", DAY, DAY, recipients=("civilians",),
        denied_by=(FRONT,), weapons=("shells",), events=(attack.id, denial.id),
        figures=tuple(figure.id for figure in figures()[:3]), evidence=attack.evidence, producer="incidents@1",
    )  # fmt: skip
    return Record(
        report(), TEXT, events(), figures(), quotes(), places(), times(), actors(), (incident,),
        (Skipped("place", "No place of this name is known in Burkina Faso.", words("the area")),),
        "asof@0.1.0", ("parse@1 (en_core_web_md-3.7.1)", "places@1", "figures@1"),
    )  # fmt: skip
