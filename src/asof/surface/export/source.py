"""What every format draws on: incidents one after another, with the records of their reports.

Nothing is held but what is looked at: incidents come in portions, records are kept for as long as neighbours need
them. As of an earlier moment, incidents are put in the order of what was known then, by way of a file.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from ... import ask
from ...ledger import ConsolidatedIncident, Filing
from ...model import Event, Figure, Incident, Place, Record
from ...store import IncidentFilter, Kept
from ...store.asking import Asking
from ...store.moments import earliest
from .options import Options

KEPT = 128  # records in memory: incidents that lie together in time share reports
PORTION = 200


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an incident with its record: the incident as the report has it, its events and figures."""

    record: Record
    incident: Incident
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]

    @property
    def place(self) -> Place | None:
        return next((one for one in self.record.places if one.id == self.incident.place_id), None)


@dataclass(frozen=True, slots=True)
class Corrected:
    """What people say of claims: values by claim and field, and the claims that no report makes, in their eyes."""

    values: dict[str, dict[str, Any]]
    rejected: set[str]

    def events(self, events: Iterable[Event]) -> Iterator[Event]:
        """Events as people say that they are, without the rejected. Who says so is no part of an event's code."""
        for event in events:
            if event.id not in self.rejected:
                values = self.values.get(event.id, {})
                yield replace(event, **{name: held for name, held in values.items() if name in ("type", "status")})


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
        self.record: Callable[[str], Record | None] = lru_cache(maxsize=KEPT)(self._record)

    def _record(self, sha: str) -> Record | None:
        found = self.shelf.record(sha)
        return None if found is None else self._options.record(found)

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
        for one in self.incidents():
            yield self.case(one)

    def case(self, incident: ConsolidatedIncident) -> Case:
        """One incident with what each report tells of it."""
        filings = {filing.report: filing for filing in self.shelf.filings(incident.reports)}
        members = set(incident.tellings)
        corrected = self.corrected(incident.reports)
        told = [
            Told(
                record,
                one,
                tuple(corrected.events(event for event in record.events if event.incident == one.id)),
                tuple(figure for figure in record.figures if figure.incident == one.id),
            )
            for sha in incident.reports
            if (record := self.record(sha)) is not None
            for one in record.incidents
            if one.id in members
        ]
        return Case(incident, tuple(told), tuple(filings[sha] for sha in incident.reports if sha in filings))

    def corrected(self, reports: Collection[str]) -> Corrected:
        """What people say of the claims of these reports."""
        found = Corrected({}, set())
        for one in ask.corrections(self.shelf, reports):
            if ask.rejects(one):
                found.rejected.add(one.claim)
            elif one.field is not None:
                found.values.setdefault(one.claim, {})[one.field] = one.value
        return found

    def reports(self, of: set[str]) -> Iterator[Kept]:
        """The reports that belong to the export, by when they were published: these; with no filter, all that were
        published by the moment."""
        after: tuple[str, str] | None = None
        while portion := self.shelf.reports(after, PORTION):
            for one in portion:
                if one.sha256 in of or (self.all and self.known(one)):
                    yield one
            after = (portion[-1].published or "", portion[-1].sha256)

    def known(self, report: Kept) -> bool:
        """Whether a report was published by the moment."""
        return self.as_of is None or (report.published is not None and report.published <= self.as_of)


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
