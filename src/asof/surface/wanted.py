"""Which incidents a person asks for: what options, query parameters and forms say, in the terms of a filter."""

from __future__ import annotations

from math import nan

from .. import ask
from ..errors import WrongUse
from ..store import IncidentFilter
from ..store.asking import Asking
from ..store.moments import earliest, latest


def near(place: str | None, within: float | None) -> tuple[float, float, float] | None:
    """The circle that a place and a distance in kilometres mean; the place by its name or as `lat,lon`."""
    if within is None:
        return None
    if place is None:
        raise WrongUse("--within KM needs --place: the middle of the circle, a name or LAT,LON.")
    latitude, comma, longitude = place.partition(",")
    try:
        lat, lon = (float(latitude), float(longitude)) if comma else _point(place)
    except ValueError:
        lat, lon = _point(place)
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise WrongUse(f"{place!r} lies nowhere on the earth. Give LAT,LON in degrees: 13.18,30.22.")
    return lat, lon, within


def _point(name: str) -> tuple[float, float]:
    from ..vocabulary.places import gazetteer

    found = gazetteer().places(name)
    if not found:
        raise WrongUse(f"The gazetteer has no place {name!r}. Give its coordinates: --place LAT,LON --within KM.")
    return found[0].lat, found[0].lon


def box(words: str) -> tuple[float, float, float, float]:
    """The box that `west,south,east,north` in degrees means."""
    try:
        west, south, east, north = map(float, words.split(","))
    except ValueError:
        west = south = east = north = nan
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise WrongUse(f"The box {words!r} is none: give WEST,SOUTH,EAST,NORTH in degrees, such as 21,9,39,23.")
    return west, south, east, north


def refuse_nonsense(shelf: Asking, asked: IncidentFilter) -> None:
    """Of a question that found nothing: an error where it asks for what cannot be, a type or mode that neither the
    codebook nor any incident has, or for a place or actor that the store does not know."""
    from ..vocabulary import codebooks
    from ..vocabulary.codebooks.notation import nearest

    kinds = codebooks.load().types
    modes = {name for one in kinds.values() for name in one.modes}
    for what, given, known in (("type", asked.type, kinds), ("mode", asked.mode, modes)):
        if given and given not in known and not shelf.incidents(IncidentFilter(**{what: given}, limit=1)):  # type: ignore[arg-type]
            raise WrongUse(f"There is no {what} {given!r}.{nearest(given, sorted(known))}")
    for what, given in (("place", asked.place), ("actor", asked.actor)):
        if given and not shelf.incidents(IncidentFilter(**{what: given}, limit=1)):  # type: ignore[arg-type]
            raise WrongUse(f"No incident of this store has the {what} {given!r}.")


def in_order(since: str | None, until: str | None, first: str = "--since", last: str = "--until") -> None:
    """An error where the first moment is later than the last."""
    start, end = earliest(since), latest(until)
    if start is not None and end is not None and start > end:
        raise WrongUse(f"{first} {since} is later than {last} {until}: nothing lies between them.")


def moment_given(words: str, option: str) -> str:
    """A moment that may be partial, kept as it is; an error where it is none."""
    ask.moment(words, option)
    return words
