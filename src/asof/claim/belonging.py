"""Which incident a figure belongs to when its own words name no event: "Nine remained unaccounted for".

A count of the dead belongs to violence, of the freed to a release; the place must allow it; of those
left, the incident told nearest before it. A total of a period or of a war belongs to none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model import Event, Figure, Place

HARM = (
    "killed injured missing casualties trapped rescued buried abducted displaced launched intercepted destroyed "
    "sheltered evacuated"
).split()
KINDS: dict[str, frozenset[str]] = {
    "arrested": frozenset({"COERCE", "PROTEST"}),
    "detained": frozenset({"COERCE", "PROTEST"}),
    "held": frozenset({"RETREAT", "CONCEDE", "ASSAULT", "COERCE", "PROTEST"}),
    "released": frozenset({"RETREAT", "CONCEDE"}),
    "promised_release": frozenset({"RETREAT", "CONCEDE"}),
    "protesters": frozenset({"PROTEST"}),
    "sanctioned": frozenset({"SANCTION"}),
    "remaining": frozenset({"RETREAT"}),
    "deployed": frozenset({"MOBILIZE"}),
    **dict.fromkeys(HARM, frozenset({"ASSAULT"})),
}
FAR = 6000  # characters after which an incident told before is no longer spoken of


def incident_of(
    figure: Figure,
    here: Place | None,
    events: Sequence[Event],
    places: dict[str, Place],
    together: Callable[[Place, Place], bool],
) -> str | None:
    """The id of the incident that the figure, counted `here`, belongs to; null where none fits."""
    kinds = KINDS.get(figure.measure, frozenset())
    at = figure.evidence[0].start if figure.evidence else 0
    best: tuple[float, str] | None = None
    for event in events:
        if event.incident is None or event.type not in kinds or event.status in ("negated", "hypothetical"):
            continue
        if figure.as_of and event.start and figure.as_of[:10] < event.start[: len(figure.as_of[:10])]:
            continue  # counted before it happened
        there = places.get(event.place_id or "")
        if here is not None and there is not None and not together(here, there):
            continue
        score = 1.0 if here is not None and there is not None else 0.0
        score += 0.5 if event.mode == "abduct" and figure.measure in ("abducted", "held") else 0.0
        nearest = min(
            (abs(at - span.start) + (FAR / 4 if span.start > at else 0) for span in event.evidence), default=FAR
        )
        score += 1.0 - nearest / FAR
        if best is None or score > best[0]:
            best = (score, event.incident)
    return best[1] if best is not None and best[0] > 0 else None
