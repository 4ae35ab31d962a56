"""Values of a record as words of plain English, the same for text and HTML.

Says what the record says: a number that the words bound on one side stays bounded on one side, an
absent value is "not stated", and an attribution keeps its stance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..ledger import ConsolidatedIncident, Count
from ..model import Attribution, Event, Figure, Incident, Place, Quote

_STANCES = {
    "states": "according to {}",
    "claims": "claimed by {}",
    "denies": "denied by {}",
    "accuses": "accusation by {}",
    "confirms": "confirmed by {}",
    "estimates": "estimate by {}",
}
_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\S+)?$")


def number(figure: Figure | Count) -> str:
    """The count, low and high as the words set them: `31`, `31 or more`, `at most 40`, `30–45`, `dozens`."""
    if figure.low is not None or figure.high is not None:
        return bounded(figure.low, figure.high)
    if figure.value is not None:
        return f"{figure.qualifier or 'about'} {figure.value:,}"
    return figure.qualifier or "not stated"


def bounded(low: int | None, high: int | None) -> str:
    """A count by its bounds, of which one is known: `31`, `31 or more`, `at most 40`, `30–45`."""
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"{low:,} or more" if low is not None else f"at most {high:,}"


def counted(figure: Figure, part: bool = False) -> str:
    """What is counted: `killed, people`; of a part `of these: killed, children`."""
    words = figure.measure.replace("_", " ") + (f", {figure.unit}" if figure.unit else "")
    return f"of these: {words}" if part else words


def moment(iso: str | None) -> str | None:
    """An ISO moment with the T and empty seconds left out."""
    if iso is None:
        return None
    found = _MOMENT.match(iso)
    if found is None:
        return iso
    day, clock, seconds, zone = found.groups()
    clock += seconds if seconds and seconds != ":00" else ""
    return f"{day} {clock}" + (" UTC" if zone == "Z" else f" {zone}" if zone else "")


def period(start: str | None, end: str | None) -> str | None:
    """When, as one moment or as from and to."""
    if start is None and end is None:
        return None
    if start == end or end is None:
        return moment(start)
    if start is None:
        return f"until {moment(end)}"
    return f"{moment(start)} to {moment(end)}"


def when(found: Incident | ConsolidatedIncident) -> str:
    """When it happened."""
    return period(found.start, found.end) or "date not stated"


def so_many(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 report`, `2 reports`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def source(attribution: Attribution | None) -> str:
    """Who says it: `according to X (statement), relayed by Y`; the report's own voice where it names nobody."""
    if attribution is None:
        return "in the report's own voice"
    words = _STANCES[attribution.stance].format(attribution.speaker or "somebody unnamed")
    if attribution.channel:
        words += f" ({attribution.channel})"
    if attribution.relayed_by:
        words += f", relayed by {attribution.relayed_by}"
    return words


def manner(quote: Quote) -> str:
    """In what spirit it is said (unless simply stated), in whose words, through which channel, relayed by whom."""
    words: list[str] = [] if quote.stance == "states" else [quote.stance]
    words.append(quote.kind)
    if quote.channel:
        words.append(quote.channel)
    if quote.relayed_by:
        words.append(f"relayed by {quote.relayed_by}")
    return " · ".join(words)


def kind(item: Event | Incident | ConsolidatedIncident) -> str:
    """Type and mode of an event: `Assault, drone`."""
    name = item.type.replace("_", " ").replace("-", " ").capitalize()
    return f"{name}, {item.mode.replace('_', ' ').replace('-', ' ')}" if item.mode else name


def listed(names: tuple[str, ...]) -> str:
    """Names in a row: `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def about(events: Iterable[Event]) -> str:
    """The contexts of events, each once, as a person writes them: `human rights, repression`."""
    return ", ".join(name.replace("_", " ") for name in contexts(events))


def contexts(events: Iterable[Event]) -> list[str]:
    """The contexts of events by name, each once."""
    return sorted({context.name for event in events for context in event.contexts})


def parties(incident: Incident | ConsolidatedIncident) -> dict[str, str]:
    """Who did it to whom with what, by label. Whom only a claim names as the doer is shown as named, not as fact."""
    named = {*incident.claimed_by, *incident.attributed_to}
    known = listed(tuple(name for name in incident.actors if name not in named))
    rows = {
        "By": known or ("" if named else "not named"),
        "Against": listed(incident.recipients),
        "With": listed(incident.weapons),
        "Claimed by": listed(incident.claimed_by),
        "Attributed to": listed(incident.attributed_to),
        "Denied by": listed(incident.denied_by),
    }
    return {label: value for label, value in rows.items() if value}


def deed(event: Event) -> str:
    """Who does it to whom: an arrow, because talks, aid and attacks would each need another preposition."""
    doer = listed(event.actors) or "actor not named"
    return f"{doer} → {listed(event.recipients)}" if event.recipients else doer


def position(place: Place) -> str:
    """Where a place lies, as far as it is known."""
    words = [place.level, *(part for part in (place.admin1, place.country) if part)]
    if place.lat is not None and place.lon is not None:
        words.append(f"{place.lat:.4f}, {place.lon:.4f}")
    else:
        words.append("no coordinates")
    if place.geonames_id is not None:
        words.append(f"GeoNames {place.geonames_id}")
    elif place.lat is not None and place.within is not None:
        words.append("point of the place it lies in or near")
    return " · ".join(words)
