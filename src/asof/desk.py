"""A store from Python: what the commands do, with typed answers.

with asof.Desk("asof.db") as desk:
    desk.add(["news/"])
    for incident in desk.incidents(place="Mali", as_of="2026-05-04"):
        print(incident.place, incident.tolls)
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Any

from . import ask, deciding, intake
from .acquire import sources
from .batch import Facts
from .explain import Link, explain
from .ledger import ConsolidatedIncident, Correction, Decision, Verdict
from .store import Found, IncidentFilter, Store

__all__ = ["Desk"]


class Desk:
    """A store, made where there is none: a path, a PostgreSQL URL, else `$ASOF_STORE`, else `./asof.db`.

    Moments are ISO 8601 text, as precise as you like. Raises `asof.errors.AsofError`.
    """

    def __init__(self, url: str | os.PathLike[str] | None = None) -> None:
        self.store = Store.open(url)

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.store.close()

    def add(
        self,
        given: Iterable[str | os.PathLike[str]],
        *,
        published: str | None = None,
        publisher: str | None = None,
        processes: int = 1,
        options: sources.Options = sources.OFFLINE,
    ) -> list[intake.Taken]:
        """Add files, folders, patterns and archives (and addresses, where `options` has a fetcher); what became of
        each report in it."""
        return list(intake.add(self.store, sources.items(given, options), Facts(published, publisher), processes))

    def incidents(self, *, as_of: str | None = None, **wanted: Any) -> list[ConsolidatedIncident]:
        """Incidents, the latest first; `wanted` are the fields of `asof.store.IncidentFilter`."""
        with self.store.reading() as shelf:
            return ask.incidents(shelf, IncidentFilter(**wanted), as_of and ask.moment(as_of))

    def incident(self, id: str, as_of: str | None = None) -> ConsolidatedIncident:
        """One incident, as it was known at `as_of`."""
        with self.store.reading() as shelf:
            return ask.incident(shelf, id, as_of and ask.moment(as_of))

    def history(self, id: str, as_of: str | None = None) -> ask.History:
        """The tolls of an incident over time."""
        with self.store.reading() as shelf:
            return ask.history(shelf, id, as_of and ask.moment(as_of))

    def differences(self, id: str, start: str, end: str | None = None) -> list[ask.Difference]:
        """What changed about an incident from one moment to another (null: now), and why."""
        with self.store.reading() as shelf:
            return ask.changes(shelf, id, ask.moment(start, "start"), end and ask.moment(end, "end"))[2]

    def explain(self, value: str, as_of: str | None = None) -> Sequence[Link]:
        """The chain of a value, down to the bytes."""
        with self.store.reading() as shelf:
            return explain(shelf, value, as_of and ask.moment(as_of))

    def search(self, words: str, limit: int = 20, as_of: str | None = None) -> Iterator[Found]:
        """Reports that hold the words, the latest first."""
        with self.store.reading() as shelf:
            yield from shelf.search(words, limit, as_of and ask.moment(as_of))

    def decide(self, left: str, right: str, verdict: Verdict, *, by: str, at: str, note: str | None = None) -> Decision:
        """Decide whether two tellings, or two incidents, are the same; it outranks every rule."""
        return deciding.decide(self.store, left, right, verdict, by, at, note)[0]

    def correct(
        self,
        claim: str,
        field: str | None = None,
        value: str | int | None = None,
        *,
        by: str,
        at: str,
        note: str | None = None,
    ) -> Correction:
        """Say that a value of a claim is another one, or, without a field, that the claim is right as it was read."""
        return deciding.correct(self.store, claim, field, value, by, at, note)[0]

    def undo(self, decision: str, *, by: str, at: str, note: str | None = None) -> Decision | Correction:
        """Take a person's decision, or a correction, back."""
        return deciding.undo(self.store, decision, by, at, note)[0]
