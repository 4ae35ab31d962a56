"""The real commands in processes of their own, to be killed: everything is theirs but the language model.

What it would read was read before (`read_ahead`): so a run takes as long as keeping and reconciling do, and an instant
drawn from it falls there. Processes are forked from one that has imported asof, for imports take longer than a run.
"""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from asof import batch, intake, pipeline
from asof.acquire.item import Item
from asof.ledger import ConsolidatedIncident
from asof.model import Document, Record, Report
from asof.store import IncidentFilter, Store, schema

PORTION = 4  # reports in one transaction, so that one run has many
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["asof.surface.cli", "asof.intake", "asof.acquire.fetch", "asof.store.searching"])


def read_ahead(texts: Iterable[str], path: Path) -> None:
    """Read these reports with the real reader, and keep what was read, by address and text."""
    outcomes = batch.read_all([Item(f"{k}.txt", text.encode()) for k, text in enumerate(texts)])
    found = {_named(outcome.record.report, outcome.record.text): outcome.record for outcome in outcomes}
    path.write_bytes(pickle.dumps(found))


def _named(report: Report, text: str) -> tuple[str | None, str]:
    return report.url, text


def run(arguments: Sequence[str], records: Path, first: Callable[[], object] | None = None) -> ForkServerProcess:
    """A process that runs `asof ARGUMENTS`; reports are read as they were read before. `first` is what it does
    before anything else."""
    process = _context.Process(target=_command, args=(list(arguments), records, first))
    process.start()
    return process


def finish(arguments: Sequence[str], records: Path, first: Callable[[], object] | None = None) -> int | None:
    """The exit code of a command that nobody disturbs."""
    process = run(arguments, records, first)
    process.join(120)
    return process.exitcode


def _command(arguments: list[str], records: Path, first: Callable[[], object] | None) -> None:
    from asof.surface.cli import main

    if first is not None:
        first()
    known: dict[tuple[str | None, str], Record] = pickle.loads(records.read_bytes())

    def read_documents(documents: Iterable[Document], components: object) -> Iterator[Record]:
        for document in documents:
            yield replace(known[_named(document.report, document.text)], report=document.report)

    pipeline.read_documents = read_documents  # type: ignore[assignment]
    pipeline.default_components = lambda codebook: ()  # type: ignore[assignment]
    intake.PORTION = PORTION
    main(arguments)


# ── what a store holds ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Held:
    """All that must be the same however often a run was killed: incidents, decisions, and how many rows there are.

    Names of incidents are left out: one that an incident had only for a while stays, with nothing that has it.
    """

    incidents: tuple[ConsolidatedIncident, ...]
    decisions: frozenset[str]
    rows: dict[str, int]


def held(url: str) -> Held:
    """What is in a store in which `asof check` finds nothing wrong."""
    with Store.open(url) as store:
        assert store.check() == []
        with store.reading() as shelf:
            rows = shelf.incidents(IncidentFilter(limit=100_000))
            found = tuple(one for row in rows if (one := shelf.incident(row.id)) is not None)
            decisions = frozenset(one.id for one in shelf.decisions([t for one in found for t in one.tellings]))
            tables = [table for table in schema.metadata.sorted_tables if table.name != "names"]
            counted = {table.name: _count(shelf, table) for table in tables}
    return Held(found, decisions, counted)


def _count(shelf: Any, table: Any) -> int:
    return int(shelf._one(select(func.count()).select_from(table)))
