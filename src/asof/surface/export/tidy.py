"""Fills the tidy tables: first incident by incident, then report by report, so that each is looked at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from typing import Protocol

from ...model import Event, Figure
from ...store import Kept
from .cells import Cell
from .form import Job
from .source import Source
from .tables import (
    CLAIMS,
    CORRECTIONS,
    INCIDENTS,
    QUOTES,
    REPORTS,
    TABLES,
    TOLL_FIGURES,
    TOLLS,
    ClaimOf,
    QuoteOf,
    ReportOf,
    Table,
    TollFigureOf,
    TollOf,
)  # fmt: skip

COLUMNS = {name: table.header for name, table in TABLES.items()}
SILENT = (
    "claims: of several words that carry a claim, only the first is given (`quote`); JSON lines have all.",
    "disagreements: without the ids of the claims behind them; JSON lines have these.",
)


class Rows(Protocol):
    """A file that takes the rows of one table."""

    def write(self, row: list[Cell]) -> None: ...
    def close(self) -> None: ...


def fill(job: Job, opened: Callable[[Table], Rows]) -> None:
    """Every row of every table, into the files that are opened for them; all are open until the last is filled."""
    with ExitStack() as stack:
        files = {name: stack.enter_context(closing(opened(table))) for name, table in TABLES.items()}
        _fill(job, files)


def _fill(job: Job, files: Mapping[str, Rows]) -> None:
    incident_of: dict[str, str] = {}  # by telling: the only thing that grows with the store, a line a telling
    reports: set[str] = set()

    def add(table: Table, of: object) -> None:
        files[table.name].write(table.row(of))
        job.losses.row(table.name)

    for found in job.source.incidents():
        add(INCIDENTS, found)
        for toll in found.tolls:
            add(TOLLS, TollOf(found.id, toll))
            for figure in toll.figures:
                add(TOLL_FIGURES, TollFigureOf(found.id, toll, figure))
        incident_of.update(dict.fromkeys(found.tellings, found.id))
        reports.update(found.reports)
    for kept, corrections in job.source.reviewed(reports):
        record = job.source.record(kept.sha256)
        add(REPORTS, ReportOf(kept, record, _later(job.source, kept)))
        if record is None:
            continue
        places = {place.id: place for place in record.places}
        claims: tuple[Event | Figure, ...] = (*record.events, *record.figures)
        for claim in claims:
            incident = incident_of.get(claim.incident or "")
            add(CLAIMS, ClaimOf(incident, kept.sha256, claim, places.get(claim.place_id or "")))
        for quote in record.quotes:
            add(QUOTES, QuoteOf(kept.sha256, quote))
        for correction in corrections:
            add(CORRECTIONS, correction)


def _later(source: Source, kept: Kept) -> str | None:
    """The later version of the report's page, if it was published by the moment."""
    if kept.superseded_by is None or source.as_of is None:
        return kept.superseded_by
    later = source.shelf.report(kept.superseded_by)
    return later.sha256 if later is not None and source.known(later) else None
