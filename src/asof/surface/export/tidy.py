"""Fills the tidy tables: first incident by incident, then report by report, so that each is looked at once."""

from __future__ import annotations

from collections.abc import Callable

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
Write = Callable[[str, list[Cell]], None]


def fill(job: Job, write: Write) -> None:
    """Every row of every table, to `write` with the table's name."""
    incident_of: dict[str, str] = {}  # by telling: the only thing that grows with the store, a line a telling
    reports: set[str] = set()

    def add(table: Table, of: object) -> None:
        write(table.name, table.row(of))
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
