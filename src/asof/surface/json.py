"""Record → JSON, as `record.schema.json` describes it: stable order, one line, UTF-8.

The field names of section "The record" are a promise to users; `FORMAT` changes when it is broken.
Does not decide anything: what the record does not hold is null or an empty list.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from ..model import Quote, Record, Span, TimeRef, plain

FORMAT = "asof-record-1"
FIELDS = ("events", "figures", "quotes", "places", "times", "actors", "incidents", "skipped")
GAP = " … "
# Lone surrogates have no UTF-8, and readers of JSON lines split at the others: written as escapes.
_ESCAPED = re.compile("[\ud800-\udfff\x7f\x85\u2028\u2029]")


def dumps(record: Record) -> str:
    """The record as one line of JSON, without the line's end."""
    return line(to_dict(record))


def line(value: Any) -> str:
    """Plain dicts and lists as one line of JSON that every reader of lines takes for one."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def to_dict(record: Record) -> dict[str, Any]:
    """The record as plain dicts and lists, keys in the order of the schema."""
    return {
        "format": FORMAT,
        "report": {**plain(record.report), "sha256": record.report.sha256 or None},
        "text": record.text,
        **{field: [part(value) for value in getattr(record, field)] for field in FIELDS},
        "producer": record.producer,
        "components": list(record.components),
    }


def part(value: Any) -> dict[str, Any]:
    """One value of a record (a figure, an event, a quote, an actor, …) as the record has it."""
    if isinstance(value, Quote):
        return _quote(value)
    found: dict[str, Any] = _time(value) if isinstance(value, TimeRef) else plain(value)
    return found


def _quote(quote: Quote) -> dict[str, Any]:
    source = () if quote.source is None else (quote.source,)
    return {
        "id": quote.id,
        "speaker": quote.speaker,
        "actor": quote.actor,
        "kind": quote.kind,
        "channel": quote.channel,
        "stance": quote.stance,
        "relayed_by": quote.relayed_by,
        "cue": joined(quote.cue) or None,
        "content": joined(quote.content),
        "content_spans": plain(quote.content),
        "cue_spans": plain(quote.cue),
        "source_span": plain(quote.source),
        "score": quote.score,
        "evidence": plain(sorted({*quote.content, *quote.cue, *source})),
        "producer": quote.producer,
    }


def _time(time: TimeRef) -> dict[str, Any]:
    return {
        "id": time.id,
        "start": time.start,
        "end": time.end,
        "precision": time.precision,
        "kind": time.kind,
        "value": time.value,
        "as_of": time.as_of,
        "anchored": time.anchored,
        "age": time.age,
        "evidence": [plain(time.span)],
        "producer": time.producer,
    }


def joined(spans: Sequence[Span]) -> str:
    """The words of several spans, with the gaps shown."""
    return GAP.join(span.text for span in spans)
