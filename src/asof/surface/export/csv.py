"""Tidy tables as comma-separated files, with an optional row of HXL hashtags."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from . import earlier
from .cells import CommaSeparated
from .form import Format, Job
from .tables import TABLES
from .tidy import COLUMNS, fill


def write(job: Job) -> None:
    """All tables side by side."""
    with ExitStack() as stack:
        files = {
            name: stack.enter_context(
                closing(
                    CommaSeparated(job.sink.open(f"{name}.csv"), table.header, table.tags if job.options.hxl else None)
                )
            )
            for name, table in TABLES.items()
        }
        fill(job, lambda name, row: files[name].write(row))


def ids(path: Path) -> Iterator[str]:
    """The ids of the incidents in an earlier export."""
    return earlier.of_column(path, "incident_id")


FORMAT = Format(
    name="csv",
    files=tuple(f"{name}.csv" for name in TABLES),
    write=write,
    columns={f"{name}.csv": columns for name, columns in COLUMNS.items()},
    silent=(
        "claims: of several words that carry a claim, only the first is given (`quote`); JSON lines have all.",
        "disagreements: without the ids of the claims behind them; JSON lines have these.",
    ),
    ids=ids,
    takes=frozenset({"hxl"}),
)
