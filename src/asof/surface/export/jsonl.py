"""JSON lines, nothing lost: an incident a line, then, where asked for, the records of the reports.

`read` gives back what was written, equal to what the store holds. An incident has every field of
`ledger.ConsolidatedIncident` (`originators` are the reports that speak for themselves, not their number); a record
is what `asof read --format json` gives, as `asof schema` describes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ...ledger import ConsolidatedIncident
from ...model import Record, plain
from ...store.encoding import loads
from .. import json as record_json
from .form import Format, Job

INCIDENT = "asof-ledger-1"


def write(job: Job) -> None:
    """Incidents, the latest first; records by when their reports were published."""
    reports: set[str] = set()
    with job.sink.open(NAME) as stream:
        for found in job.source.incidents():
            line = {"format": INCIDENT, **plain(found), "producer": job.producer}
            job.line(stream, record_json.line(line), NAME)
            if job.options.records:
                reports.update(found.reports)
        if not job.options.records:
            return
        for kept in job.source.reports(reports):
            if (record := job.source.record(kept.sha256)) is not None:
                job.line(stream, record_json.dumps(record), "records")


def read(lines: Iterable[str]) -> Iterator[ConsolidatedIncident | Record]:
    """What lines of this format hold."""
    for line in lines:
        held = json.loads(line)
        if held.pop("format") == INCIDENT:
            del held["producer"]
            yield loads(ConsolidatedIncident, json.dumps(held))
        else:
            yield loads(Record, json.dumps(_record(held)))


def _record(held: dict[str, Any]) -> Any:
    held["report"]["sha256"] = held["report"]["sha256"] or ""
    held["quotes"] = [_quote(one) for one in held["quotes"]]
    held["times"] = [{**one, "span": one["evidence"][0]} for one in held["times"]]
    for one in held["times"]:
        del one["evidence"]
    return _spans(held)


def _quote(one: dict[str, Any]) -> dict[str, Any]:
    shown = {"content": one["content_spans"], "cue": one["cue_spans"], "source": one["source_span"]}
    left = {
        key: held for key, held in one.items() if key not in ("evidence", "content_spans", "cue_spans", "source_span")
    }
    return left | shown


def _spans(held: Any) -> Any:
    """Spans as the store's encoding has them: lists of start, end and text."""
    if isinstance(held, list):
        return [_spans(one) for one in held]
    if isinstance(held, dict):
        if held.keys() == {"start", "end", "text"}:
            return [held["start"], held["end"], held["text"]]
        return {key: _spans(one) for key, one in held.items()}
    return held


def ids(path: Path) -> Iterator[str]:
    """The ids of the incidents in an earlier export."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            held = json.loads(line)
            if held["format"] == INCIDENT:
                yield held["id"]


NAME = "incidents.jsonl"
FORMAT = Format(
    name="jsonl",
    files=(NAME,),
    write=write,
    ids=ids,
    takes=frozenset({"records"}),
)
