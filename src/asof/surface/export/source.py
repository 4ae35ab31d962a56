"""What every format draws on: incidents one after another, with the records of their reports.

Nothing is held but what is looked at: incidents come in portions, records are kept for as long as neighbours need
them. As of an earlier moment, incidents are put in the order of what was known then, by way of a file.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from ... import ask
from ...ledger import ConsolidatedIncident, Correction, Filing
from ...model import Event, Incident, Record
from ...moments import known_by
from ...store import IncidentFilter, Kept
from ...store.asking import Asking
from ...store.looking import portions
from ...store.moments import earliest
from .options import Options

KEPT = 128  # records in memory: incidents that lie together in time share reports
TOGETHER = 25  # incidents for which filings and corrections are looked up together
PORTION = 200  # reports, likewise
Corrected = Mapping[str, Mapping[str, Any]]  # what people say of claims: by claim and field


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an incident with its record: the incident as the report has it, and its events."""

    record: Record
    incident: Incident
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """An incident with all that is told of it, in the order of publication, and the filings of its reports."""

    incident: ConsolidatedIncident
    told: tuple[Told, ...]
    filings: tuple[Filing, ...]


class Source:
    """The incidents of a store for which a filter holds, as of a moment, and the reports that tell of them."""

    def __init__(self, shelf: Asking, wanted: IncidentFilter, as_of: str | None, options: Options) -> None:
        self.shelf, self.wanted, self.as_of = shelf, wanted, as_of
        self._options = options
        self.record: Callable[[str], Record | None] = lru_cache(maxsize=KEPT)(shelf.record)

    @property
    def all(self) -> bool:
        """Whether no filter was given: every report belongs to the export then."""
        return self.wanted == IncidentFilter(limit=self.wanted.limit)

    def incidents(self) -> Iterator[ConsolidatedIncident]:
        """The incidents, the latest first."""
        found = ask.every(self.shelf, self.wanted, self.as_of)
        for done, one in enumerate(found if self.as_of is None else _ordered(found), 1):
            yield self._options.incident(one)
            self._options.progress(done)

    def cases(self) -> Iterator[Case]:
        """The incidents with what each report tells of them."""
        for some in portions(self.incidents(), TOGETHER):
            reports = list(dict.fromkeys(sha for one in some for sha in one.reports))
            filings = {filing.report: filing for filing in self.shelf.filings(reports)}
            corrected = ask.values_of(ask.corrections(self.shelf, reports))
            for one in some:
                yield self._case(one, filings, corrected)

    def _case(self, incident: ConsolidatedIncident, filings: Mapping[str, Filing], corrected: Corrected) -> Case:
        members = set(incident.tellings)
        told = [
            Told(
                record,
                one,
                tuple(_events((event for event in record.events if event.incident == one.id), corrected)),
            )
            for sha in incident.reports
            if (record := self.record(sha)) is not None
            for one in record.incidents
            if one.id in members
        ]
        return Case(incident, tuple(told), tuple(filings[sha] for sha in incident.reports if sha in filings))

    def reports(self, of: set[str]) -> Iterator[Kept]:
        """The reports that belong to the export, by when they were published: these; with no filter, all that were
        published by the moment."""
        for some in self._portions(of):
            yield from some

    def reviewed(self, of: set[str]) -> Iterator[tuple[Kept, list[Correction]]]:
        """The same reports, each with what people say of its claims."""
        for some in self._portions(of):
            said: dict[str, list[Correction]] = {}
            for one in ask.corrections(self.shelf, [kept.sha256 for kept in some]):
                said.setdefault(one.report, []).append(one)
            yield from ((kept, said.get(kept.sha256, [])) for kept in some)

    def _portions(self, of: set[str]) -> Iterator[list[Kept]]:
        if self.all:
            after: tuple[str, str] | None = None
            while some := self.shelf.reports(after, PORTION, published_by=self.as_of):
                yield some
                after = (some[-1].published or "", some[-1].sha256)
            return
        # Once for their order, once more for what is known of them: so that no more than the order is held.
        found = (one for shas in portions(sorted(of), PORTION) for one in self._these(shas))
        order = sorted((one.published or "", one.sha256) for one in found)
        yield from (self._these([sha for _, sha in some]) for some in portions(order, PORTION))

    def _these(self, shas: list[str]) -> list[Kept]:
        return self.shelf.reports(shas=shas, limit=len(shas))

    def known(self, report: Kept) -> bool:
        """Whether a report was published by the moment."""
        return known_by(report.published, self.as_of)


def _events(events: Iterable[Event], corrected: Corrected) -> Iterator[Event]:
    """Events as people say that they are, without the rejected. Who says so is no part of an event's code."""
    for event in events:
        values = corrected.get(event.id, {})
        if not ask.rejected(values):
            yield replace(event, **{name: held for name, held in values.items() if name in ("type", "status")})


def _ordered(found: Iterator[ConsolidatedIncident]) -> Iterator[ConsolidatedIncident]:
    """Incidents in the order of what is known of them, the latest first; what waits lies in a file."""
    with tempfile.TemporaryFile() as waiting:
        places: list[tuple[str, str, int]] = []
        for one in found:
            places.append((earliest(one.start) or one.first_published or "", one.id, waiting.tell()))
            pickle.dump(one, waiting, protocol=pickle.HIGHEST_PROTOCOL)
        places.sort(reverse=True)
        for _, _, at in places:
            waiting.seek(at)
            yield pickle.load(waiting)  # what this process wrote a moment ago, in a file that nobody else can open
