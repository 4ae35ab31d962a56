"""Tidy tables as comma-separated files, with an optional row of HXL hashtags."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from . import earlier
from .cells import CommaSeparated
from .form import Format, Job
from .tables import TABLES, Table
from .tidy import COLUMNS, SILENT, fill


def write(job: Job) -> None:
    """All tables side by side."""

    def opened(table: Table) -> CommaSeparated:
        tags = table.tags if job.options.hxl else None
        return CommaSeparated(job.sink.open(f"{table.name}.csv"), table.header, tags)

    fill(job, opened)


def ids(path: Path) -> Iterator[str]:
    """The ids of the incidents in an earlier export."""
    return earlier.of_column(path, "incident_id")


FORMAT = Format(
    name="csv",
    files=tuple(f"{name}.csv" for name in TABLES),
    write=write,
    columns={f"{name}.csv": columns for name, columns in COLUMNS.items()},
    silent=SILENT,
    ids=ids,
    takes=frozenset({"hxl"}),
)
