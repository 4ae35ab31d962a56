"""Whole records against the gold of whole reports: figures, quotes, events, places, incidents.

The path is one stream (a folder with `gold.json` and its reports) or a folder of streams. One gold
record is matched with at most one of ours; each layer says in its own file what counts as right.
Softer properties are counted among the matched only. Does not score anything across reports.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from .. import acquire
from ..errors import AsofError, WrongUse
from ..model import Record
from ..pipeline import annotate, record
from ..registry import COMPONENTS, Component, component
from . import reports_events, reports_figures, reports_incidents, reports_places, reports_quotes
from .cache import readings
from .result import Result, Score
from .sheet import Case, Sheet


def evaluate(path: Path, components: Sequence[Component] | None = None) -> Result:
    """The scores of asof's records on one stream or on a folder of streams."""
    result = Result("reports")
    cases = list(_cases(path, result))
    if components is None:
        components = available(result)
    for case, reading in zip(cases, readings([case.document for case in cases]), strict=True):
        for item in components:
            try:
                annotate(reading, [item])
            except Exception as error:  # a fault in one component must not hide what the others do
                result.notes.append(f"{case.scope}: component {item.name!r} failed: {error!r}")
        score(case, record(reading, components), result)
    return result


def available(result: Result) -> list[Component]:
    """Every component that can be had; those that cannot are noted, and their layers stay empty."""
    made = []
    for name in COMPONENTS:
        try:
            made.append(component(name))
        except (ImportError, AttributeError, AsofError) as error:
            result.notes.append(f"component {name!r} did not run: {error}")
    return made


def _cases(path: Path, result: Result) -> Iterator[Case]:
    streams = [path] if (path / "gold.json").exists() else sorted(p.parent for p in path.glob("*/gold.json"))
    if not streams:
        raise WrongUse(f"{path} has no gold.json, and neither has a folder in it.")
    for stream in streams:
        gold = json.loads((stream / "gold.json").read_text(encoding="utf-8"))
        for report in gold["reports"]:
            try:
                told = {name: report[name] for name in ("published", "publisher", "url") if report.get(name)}
                yield Case(stream.name, report, acquire.load(stream / report["file"], **told))
            except (AsofError, ImportError) as error:
                result.notes.append(f"{stream.name}/{report['file']} could not be read, all of it is missed: {error}")
                for layer in ("figures", "quotes", "events", "places"):
                    result.add(layer, Score(wanted=len(report[layer])), stream.name)


def score(case: Case, record: Record, result: Result) -> None:
    """Add the scores of one report."""
    sheet = Sheet(case, record, result)
    linked = {**reports_figures.score(sheet), **reports_events.score(sheet)}
    reports_quotes.score(sheet)
    reports_places.score(sheet)
    reports_incidents.score(sheet, linked)
