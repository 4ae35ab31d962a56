"""Masking for who asks: which reports an answer speaks of, whom they name, and the answer without these names."""

from __future__ import annotations

import dataclasses
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cache
from threading import Lock
from typing import Any, TypeVar, cast

from starlette.requests import Request

from ...store import Found, IncidentRow
from ...store.asking import Asking
from ...store.names import fold
from ...store.sourcing import Revisions, Source
from .masking import Mask, Person, people
from .viewer import asking

T = TypeVar("T")
P = TypeVar("P")  # a place in a list
KEPT = 20_000  # reports whose people are remembered: a few hundred bytes each. What a report names never changes
_REPORTS = frozenset({"report", "reports", "sha256"})
_DIGEST = 64
_NAMED = frozenset("actors recipients claimed_by attributed_to denied_by name speaker".split())
_OF_ONE = frozenset({"asof-tolls-1", "asof-diff-1"})  # answers about one incident that do not name its reports


class Known:
    """The private people of reports that were looked at."""

    def __init__(self) -> None:
        self._people: OrderedDict[str, tuple[Person, ...]] = OrderedDict()
        self._lock = Lock()

    def of(self, shelf: Asking, report: str) -> tuple[Person, ...]:
        """The private people whom a report names."""
        with self._lock:
            found = self._people.get(report)
            if found is not None:
                self._people.move_to_end(report)
                return found
        record = shelf.record(report)
        found = () if record is None else people(record)
        with self._lock:
            self._people[report] = found
            if len(self._people) > KEPT:
                self._people.popitem(last=False)
        return found


def mask(request: Request, shelf: Asking, *values: Any) -> Mask | None:
    """What masks the names in these values from who asks; null where they may see them. A stranger may not."""
    who = asking(request)
    if who is not None and not who.masked:
        return None
    known: Known | None = getattr(request.app.state, "known_people", None)
    if known is None:
        known = request.app.state.known_people = Known()
    reports = dict.fromkeys(one for value in values for one in _reports(shelf, value))
    return Mask(person for report in reports for person in known.of(shelf, report))


def shown(request: Request, shelf: Asking, value: T, *also: Any) -> T:
    """A value as who asks may see it; `also` are values of whose reports it tells as well."""
    found = mask(request, shelf, value, *also)
    return value if found is None else found.of(value)


def _find(request: Request, shelf: Asking, one: Found) -> Found | None:
    """A find as who asks may see it; null where it was found by nothing but words that are masked from them."""
    hiding = mask(request, shelf, one)
    record = None if hiding is None else shelf.record(one.report)
    if hiding is None or record is None:
        return one
    text = hiding.even(record.text)
    finds = tuple((start, end) for start, end in one.finds if text[start:end] == record.text[start:end])
    return hiding.of(dataclasses.replace(one, finds=finds, snippet=text[one.start : one.end])) if finds else None


def search(
    request: Request,
    shelf: Asking,
    words: str,
    limit: int,
    moment: str | None = None,
    after: tuple[str, str] | None = None,
) -> list[Found]:
    """The next finds of these words, as who asks may see them."""
    return _filled(
        lambda after: shelf.search(words, limit, moment, after),
        lambda one: _find(request, shelf, one),
        lambda one: (one.published or "", one.report),
        limit,
        after,
    )


def sources(
    request: Request,
    shelf: Asking,
    name: str,
    limit: int,
    described: bool = False,
    after: tuple[int, str] | None = None,
) -> list[Source]:
    """The next sources who are called so also as who asks may see them; with an empty name, all."""
    return _filled(
        lambda after: shelf.sources(described, name, after, limit),
        lambda one: one if not name.strip() or by_name(request, shelf, (one,), name) else None,
        lambda one: (one.sayings, one.key),
        limit,
        after,
    )


def _filled(
    found: Callable[[P | None], list[T]],
    seen: Callable[[T], T | None],
    place: Callable[[T], P],
    limit: int,
    after: P | None,
) -> list[T]:
    """So many of a list that who asks may see. Of those that they may not, not even the number can be told from how
    many are given, and where these end."""
    made: list[T] = []
    while True:
        some = found(after)
        made += [one for each in some if (one := seen(each)) is not None]
        if len(some) < limit or len(made) >= limit:
            return made[:limit]
        after = place(some[-1])


def by_name(request: Request, shelf: Asking, values: Iterable[T], name: str) -> list[T]:
    """Those of what was found by a name that are found by it also as who asks may see them."""
    who = asking(request)
    if who is not None and not who.masked:
        return list(values)
    return [one for one in values if has_name(shown(request, shelf, one), name)]


def has_name(value: Any, name: str) -> bool:
    """Whether these words stand in a value as, or within, somebody's name."""
    return any(fold(name) in fold(one) for one in _names(value))


def _names(value: Any, field: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if field in _NAMED:
            yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for one in dataclasses.fields(value):
            yield from _names(getattr(value, one.name), one.name)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _names(one, str(key))
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _names(one, field)


def _reports(shelf: Asking, value: Any, field: str = "") -> Iterator[str]:
    """The reports that a value speaks of, in whatever depth it names them. Most values of a page name none, and a map
    has thousands of rows: those are passed over first."""
    if value is None or isinstance(value, (int, float, bytes, IncidentRow)):
        return
    if isinstance(value, str):
        if len(value) == _DIGEST and (field in _REPORTS or field == "ref"):
            yield value
        elif field in ("left", "right"):
            yield from (one.report for one in shelf.tellings((value,)))
    elif isinstance(value, (Source, Revisions)):
        yield from (one.report for one in shelf.sayings(value.name))
    elif names := _fields(cast(Hashable, type(value))):
        for name in names:
            yield from _reports(shelf, getattr(value, name), name)
    elif isinstance(value, Mapping):
        if value.get("format") in _OF_ONE and (incident := shelf.incident(value["id"])) is not None:
            yield from incident.reports
        for key, one in value.items():
            yield from _reports(shelf, one, str(key))
    elif isinstance(value, Iterable) and not isinstance(value, Iterator):
        for one in value:
            yield from _reports(shelf, one, field)


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields; none where it is something else."""
    return tuple(one.name for one in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()
