"""Grouping of mentions, on mentions made by hand: what brings two together and what keeps them apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from asof.claim.distance import containment, kilometres
from asof.claim.happenings import Told, group
from asof.model import EventMention, Place, Span

KYIV = Place("p-1", "Kyiv", "city", lat=50.45, lon=30.52, country="UKR", admin1="Kyiv City")
DISTRICT = Place("p-2", "Podilskyi district", "district", lat=50.47, lon=30.5, country="UKR", within="p-1")
ODESA = Place("p-3", "Odesa", "city", lat=46.48, lon=30.73, country="UKR")
UKRAINE = Place("p-4", "Ukraine", "country", lat=49.0, lon=32.0, country="UKR")
INSIDE = containment({place.id: place for place in (KYIV, DISTRICT, ODESA, UKRAINE)})


def told(k: int, place: Place | None = None, day: str | None = None, **change: object) -> Told:
    mention = EventMention(Span(k, k + 1, "x"), k, "ASSAULT", None, "occurred", evidence=(Span(k, k + 1, "x"),))
    given = {name: value for name, value in change.items() if name in EventMention.__dataclass_fields__}
    other = {name: value for name, value in change.items() if name not in given}
    mention = replace(mention, **given)  # type: ignore[arg-type]
    base = Told(mention, mention.type, place, day, day, k, None, False, False, False)
    return replace(base, **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("second", "together"),
    [
        (told(2, KYIV, "2025-04-24"), True),
        (told(2, DISTRICT), True),
        (told(2, UKRAINE), True),
        (told(2), True),
        (told(2, ODESA, "2025-04-24"), False),
        (told(2, KYIV, "2025-04-20"), False),
        (told(2, type="PROTEST"), False),
        (told(2, type="CONSULT", place=None), False),
        (told(2, KYIV, "2025-04-24", status="background"), False),
        (told(2, apart=True), False),
        (told(2, KYIV, mode="abduct"), True),
        (told(2, mode="abduct"), False),
    ],
)
def test_a_second_mention(second: Told, together: bool) -> None:
    first = told(1, KYIV, "2025-04-24", mode="drone")
    assert (len(group([first, second], INSIDE)) == 1) == together


def test_a_headline_joins_what_the_body_tells() -> None:
    found = group([told(0, heading=True), told(1, ODESA, "2025-04-24"), told(2, KYIV, "2025-04-24")], INSIDE)
    assert [happening.place for happening in found] == [ODESA, KYIV]
    assert sum(len(happening.told) for happening in found) == 3


def test_distance_is_that_of_the_globe_and_unknown_without_coordinates() -> None:
    assert kilometres(KYIV, ODESA) == pytest.approx(442, abs=3)
    assert kilometres(KYIV, Place("p-9", "a market", "site")) is None
