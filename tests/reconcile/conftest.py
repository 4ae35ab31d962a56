"""Small makers of tellings, counts and statements: only what a test is about need be said."""

from __future__ import annotations

from typing import Any

from asof.ledger import Count, Statement, Telling
from asof.model import identify

MORNING, NOON, EVENING = (f"2026-03-10T{hour}:00:00Z" for hour in ("08", "12", "19"))
NEXT_DAY = "2026-03-11T09:00:00Z"


def telling(report: str, number: int = 0, **told: Any) -> Telling:
    """An attack on Dalo, a town, on 10 March 2026, unless told otherwise."""
    known: dict[str, Any] = {
        "published": NOON, "type": "ASSAULT", "place": "Dalo", "places": ("Dalo",), "lat": 10.0, "lon": 40.0,
        "country": "XAA", "admin1": "North", "level": "city", "start": "2026-03-10", "end": "2026-03-10",
    }  # fmt: skip
    return Telling(id=identify("i", report, number), report=report, **{**known, **told})


def count(number: int | None, speaker: str | None = None, **told: Any) -> Count:
    """A figure of so many killed, as of its publication, unless told otherwise."""
    known: dict[str, Any] = {
        "report": "r1", "telling": "t", "measure": "killed", "low": number, "high": number, "value": number,
        "scope": "incident", "published": NOON, "speaker": speaker, "quote": f"{number} killed",
    }  # fmt: skip
    known.update(told)
    key = identify("f", known["report"], number, speaker, sorted(told.items(), key=str))
    return Count(**{"id": key, "as_of": known["published"], **known})


def statement(actor: str, speaker: str | None, status: str = "occurred", **told: Any) -> Statement:
    known: dict[str, Any] = {"report": "r1", "telling": "t", "type": "ASSAULT", "published": NOON, "actors": (actor,)}
    known.update(told)
    key = identify("e", known["report"], actor, speaker, status)
    return Statement(**{"id": key, "speaker": speaker, "status": status, **known})
