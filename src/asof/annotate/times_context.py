"""What a report as a whole tells about its times: the zone of its main place, its hemisphere, its order of dates."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache
from urllib.parse import urlsplit

from ..model import Place
from ..reading import Reading, Sentence
from .times_clock import named_zone

_ORDERED = re.compile(r"\b(\d\d?)/(\d\d?)/(?:\d{4}|\d\d)\b")
_MONTH_FIRST = frozenset({"us", "gov", "mil"})


@dataclass(frozen=True, slots=True)
class Context:
    """Facts that hold for every time of one report; null where nothing tells."""

    zone: tzinfo | None = None
    southern: bool = False
    day_first: bool | None = None
    zones: tuple[tuple[int, tzinfo], ...] = ()

    def zone_in(self, sentence: Sentence) -> tzinfo | None:
        """The zone of the first place that the sentence names, else of the report's main place."""
        start, end = sentence.start, sentence.end
        return next((zone for offset, zone in self.zones if start <= offset < end), self.zone)


def of(reading: Reading) -> Context:
    """The context of one report; empty without places and numeric dates."""
    day_first = _day_first(reading)
    if not reading.place_refs:
        return Context(day_first=day_first)
    places = {place.id: place for place in reading.places}
    located = [(ref, places[ref.place]) for ref in reading.place_refs if ref.place in places]
    main = _main([p for ref, p in located if ref.role == "dateline"]) or _main(
        [p for ref, p in located if ref.role == "place"]
    )
    zones = tuple(
        (ref.span.start, zone) for ref, p in located if ref.role == "place" and (zone := _zone(p)) is not None
    )
    return Context(
        zone=_zone(main) if main else None,
        southern=bool(main and main.lat is not None and main.lat < -10),  # the tropics have no such seasons
        day_first=day_first,
        zones=zones,
    )


def _main(places: list[Place]) -> Place | None:
    """The place named most often, the first of equals; places without a zone of their own do not count."""
    known = [place for place in places if place.timezone]
    if not known:
        return places[0] if places else None
    counts = Counter(place.id for place in known)
    return max(known, key=lambda place: counts[place.id])


def _zone(place: Place) -> tzinfo | None:
    return named_zone(place.timezone) if place.timezone else None


def _day_first(reading: Reading) -> bool | None:
    """The order of numeric dates: by a date that has one reading only, else by the country of the address."""
    orders = {int(a) > 12 for a, b in _ORDERED.findall(reading.document.text) if (int(a) > 12) != (int(b) > 12)}
    if len(orders) == 1:
        return orders.pop()
    ending = (urlsplit(reading.document.report.url or "").hostname or "").rpartition(".")[2]
    if ending in _MONTH_FIRST:
        return False
    return True if len(ending) == 2 and ending.isalpha() else None


@lru_cache(maxsize=4096)
def moment(published: str | None) -> tuple[datetime | None, bool]:
    """The moment of publication and whether it tells the time of day; null for partial or odd dates."""
    if not published:
        return None, False
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        return None, False
    return found, "T" in published and (found.hour, found.minute, found.second) != (0, 0, 0)
