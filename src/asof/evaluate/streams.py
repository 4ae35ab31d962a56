"""Whole streams against their gold: reports in the order of publication become incidents, tolls and disagreements.

The path is one stream or a folder of streams. `records` says whose per-report records are reconciled: asof's
own reading, or the gold's (`gold`), which measures reconciling apart from reading. Our incidents are matched
with the gold's by the tellings in them; a toll is right when low, best and high all are, at that moment.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import acquire
from ..errors import WrongUse
from ..ledger import ConsolidatedIncident, Told
from ..moments import utc
from ..pipeline import annotate, default_components, record
from ..reconcile.memory import MemoryShelf
from ..reconcile.telling import tell
from ..reconcile.update import as_of, update
from . import reports_events, reports_figures
from .cache import readings
from .result import Result
from .sheet import Case, Sheet
from .streams_gold import told as gold_told
from .streams_score import score

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream, reconciled: its gold, the shelf, and which gold incident each telling tells."""

    name: str
    gold: Gold
    shelf: MemoryShelf
    meant: dict[str, str]  # telling → the gold's id; those that mean none are not there
    files: dict[str, str]  # report → file

    def ours(self, gold_id: str, moment: str | None) -> ConsolidatedIncident | None:
        """Our incident for a gold one, from what was published up to a moment: that of its first telling."""
        tellings = [self.shelf.tellings[key] for key, meaning in self.meant.items() if meaning == gold_id]
        known = sorted((t.published or "", t.id) for t in tellings if moment is None or (t.published or "") <= moment)
        views = [as_of(self.shelf, key, utc(moment)) for _, key in known[:1]]
        return views[0] if views else None


def evaluate(path: Path, records: str = "own") -> Result:
    """The scores of reconciling one stream, or a folder of streams."""
    result = Result("streams")
    for stream in streams(path, records):
        score(stream, result)
    return result


def gold_records(path: Path) -> Result:
    """The same, from the gold's records of each report instead of asof's own."""
    return evaluate(path, "gold")


def streams(path: Path, records: str = "own") -> Iterator[Stream]:
    """Every stream at the path, reconciled report by report in the order of publication."""
    folders = [path] if (path / "gold.json").exists() else sorted(one.parent for one in path.glob("*/gold.json"))
    if not folders:
        raise WrongUse(f"{path} has no gold.json, and neither has a folder in it.")
    for folder in folders:
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        yield _reconciled(folder, gold, records)


def _reconciled(folder: Path, gold: Gold, records: str) -> Stream:
    cases = [Case(folder.name, report, acquire.load(folder / report["file"])) for report in gold["reports"]]
    components = default_components()
    told: list[Told] = []
    meant: dict[str, str] = {}
    for case, reading in zip(cases, readings([case.document for case in cases]), strict=True):
        read = record(annotate(reading, components), components)
        if records == "gold":
            one, meaning = gold_told(case, read, gold)
        else:
            one = tell(read)
            meaning = _meaning(Sheet(case, read, Result("reports")), one)
        told.append(one)
        meant.update(meaning)
    shelf = MemoryShelf()
    for one in sorted(told, key=lambda item: (item.filing.published or "", item.filing.report)):
        update(shelf, [one])
    files = {case.document.id: str(case.gold["file"]) for case in cases}
    return Stream(folder.name, gold, shelf, meant, files)


def _meaning(sheet: Sheet, told: Told) -> dict[str, str]:
    """Which gold incident each of our tellings tells: the one that most of its matched events and figures are of."""
    linked = {**reports_figures.score(sheet), **reports_events.score(sheet)}
    votes: dict[str, Counter[str]] = {}
    for (layer, k), telling in linked.items():
        gold_id = sheet.case.gold[f"{layer}s"][k]["incident"]
        if gold_id and telling:
            votes.setdefault(telling, Counter())[gold_id] += 1
    known = {one.id for one in told.tellings}
    return {key: counted.most_common(1)[0][0] for key, counted in votes.items() if key in known}
