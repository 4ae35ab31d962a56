"""Values of the ledger as words of plain English: tolls, bounds, sources, moments."""

from __future__ import annotations

from ..ask import Series
from ..ledger import ConsolidatedIncident, Count, Toll, TollFigure
from . import phrase

UNKNOWN = "–"
# What people ask for first; other measures follow by name.
FIRST = ("killed", "injured", "missing", "abducted", "trapped", "arrested", "displaced")


def rank(toll: Toll | Series) -> tuple[int, str, str]:
    """The order in which tolls are shown: the dead first, each measure's groups after its whole."""
    place = FIRST.index(toll.measure) if toll.measure in FIRST else len(FIRST)
    return (place, toll.measure, toll.group or "")


def whole(found: ConsolidatedIncident) -> list[Toll]:
    """The tolls of all, without those of groups, in the order in which they are shown."""
    return sorted((toll for toll in found.tolls if toll.group is None), key=rank)


def measure(found: Toll | Count) -> str:
    """What is counted: `killed`, `killed, children`."""
    words = found.measure.replace("_", " ")
    return f"{words}, {found.group.replace('_', ' ')}" if found.group else words


def bounds(low: int | None, best: int | None, high: int | None) -> str:
    """A toll in one cell: `31 (27–34)`, `12 or more`, `at most 40`, `31`."""
    number, beside = headline(low, best, high), spread(low, best, high)
    if beside == "about":
        return f"about {number}"
    return f"{number} ({beside})" if " to " in beside else f"{number} {beside}".rstrip()


def headline(low: int | None, best: int | None, high: int | None) -> str:
    """The number of a toll to show first: the best one, else what bounds it."""
    if best is not None:
        return f"{best:,}"
    return "not stated" if low is None and high is None else phrase.bounded(low, high)


def spread(low: int | None, best: int | None, high: int | None) -> str:
    """What stands beside the best number of a toll: its bounds, as far as they say more."""
    if best is None or low == best == high:
        return ""
    if low is None and high is None:
        return "about"
    if low == best and high is None:
        return "or more"
    return f"{cell(low)} to {'open' if high is None else f'{high:,}'}"


def toll(found: Toll) -> str:
    """A toll in one cell."""
    return bounds(found.low, found.best, found.high)


def cell(number: int | None) -> str:
    """One number of a table; a dash where it is not known."""
    return UNKNOWN if number is None else f"{number:,}"


def where(found: ConsolidatedIncident) -> str:
    """The place with its state, as far as they are known."""
    return ", ".join(part for part in (found.place, found.country) if part) or "place not stated"


def sources(found: ConsolidatedIncident) -> str:
    """How many reports tell of it, and how many of them speak for themselves."""
    reports, own = len(found.reports), len(found.originators)
    words = phrase.so_many(reports, "report")
    return words if reports == own else f"{words}, {own} independent"


def standing(found: TollFigure) -> str:
    """Whether a figure stands, or what took its place."""
    if found.current:
        return "stands"
    if found.why:
        return found.why
    return f"superseded by {found.superseded_by}" if found.superseded_by else "superseded"
