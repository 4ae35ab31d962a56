"""An export holds what it looks at, and not the store: its memory does not grow with the claims."""

from __future__ import annotations

import tracemalloc
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from asof.ledger import ConsolidatedIncident, Filing
from asof.model import Record
from asof.store import IncidentFilter, Kept
from asof.surface.export import format_of, source
from asof.surface.export.form import Job
from asof.surface.export.losses import Losses
from asof.surface.export.options import Options
from asof.surface.export.sink import Sink

from .cases import case, toll

pytestmark = pytest.mark.slow

CLAIMS = 100  # of each report
ONE = case(actors=("Malian army",), recipients=("people",), tolls=(toll("killed", 9, 9, 9),))


class Endless:
    """A store of so many incidents with a report each, made as they are asked for."""

    def __init__(self, number: int) -> None:
        self.number = number

    def incidents(self, wanted: IncidentFilter) -> list[Any]:
        first = int(wanted.after[0]) + 1 if wanted.after else 0
        last = min(self.number, first + wanted.limit)
        return [SimpleNamespace(id=str(k), sorts=f"{k:08}") for k in range(first, last)]

    def incident(self, id: str) -> ConsolidatedIncident:
        k = int(id)
        return replace(ONE.incident, id=f"h-{k:012x}", tellings=(f"i-{k:012x}",), reports=(f"{k:064x}",))

    def bodies(self, ids: Collection[str]) -> dict[str, ConsolidatedIncident]:
        return {id: self.incident(id) for id in ids}

    def filings(self, reports: Collection[str]) -> list[Filing]:
        return [replace(ONE.filings[0], report=sha) for sha in reports]

    def corrections(self, reports: Collection[str]) -> list[Any]:
        return []

    def report(self, sha: str) -> None:
        return None

    def reports(
        self,
        after: tuple[str, str] | None = None,
        limit: int = 100,
        published_by: str | None = None,
        shas: Collection[str] | None = None,
    ) -> list[Kept]:
        assert published_by is None  # of no earlier moment is asked here
        first = int(after[1], 16) + 1 if after else 0
        made = range(first, min(self.number, first + limit)) if shas is None else sorted(int(sha, 16) for sha in shas)
        return [Kept(f"{k:064x}", 3, None, None, None, None, "2026-05-04T11:00:00Z", None) for k in made]

    def record(self, sha: str) -> Record:
        k = int(sha, 16)
        (told,) = ONE.told
        event = replace(told.events[0], incident=f"i-{k:012x}")
        events = tuple(replace(event, id=f"e-{k:08x}{one:04x}", place=f"Gao {k} {one}") for one in range(CLAIMS))
        report = replace(told.record.report, sha256=sha)
        return replace(told.record, report=report, events=events, incidents=(replace(told.incident, id=f"i-{k:012x}"),))


def peak(name: str, number: int, folder: Path, wanted: IncidentFilter) -> int:
    """The most bytes that were held at once, save what had been there before."""
    form = format_of(name)
    tracemalloc.start()
    with Sink(folder / f"{name}-{number}.zip", form.files, form.beside) as sink:
        drawn = source.Source(Endless(number), wanted, None, Options())  # type: ignore[arg-type]
        losses = Losses()
        form.write(Job(drawn, sink, losses, Options(), "asof@test"))
        assert sum(losses.rows.values()) >= number
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


@pytest.mark.parametrize(
    ("name", "wanted"),
    [*((name, IncidentFilter()) for name in ("csv", "acled", "gdelt", "webannotations")),
     ("webannotations", IncidentFilter(type="ASSAULT"))],
)  # fmt: skip
def test_memory_does_not_grow_with_the_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, wanted: IncidentFilter
) -> None:
    monkeypatch.setattr(source, "KEPT", 4)  # records that neighbours may still need
    peak(name, 5, tmp_path, wanted)  # what is loaded once
    few, many = peak(name, 10, tmp_path, wanted), peak(name, 60, tmp_path, wanted)
    # 50 reports more are 5,000 claims more, 4 MB if they were held; a line for each id may grow.
    assert many - few < 500_000
