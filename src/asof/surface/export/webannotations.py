"""W3C Web Annotations (JSON-LD): each claim and quote of the reports, tied to its words by quote and by position.

One `AnnotationPage`, an annotation a line, so that it can be written and read in a stream. The target is the page's
address, or the report's bytes by their digest (RFC 6920) where it has none. Positions count Unicode code points, as the
standard asks, in the text that asof reads; the quote with what stands around it finds the words in any other.
"""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ... import ask
from ...model import Event, Figure, Quote, Record, Span
from .. import json as record_json
from .. import phrase
from . import earlier
from .form import Format, Job

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after: as many as readers of the standard commonly take
# Annotations have addresses, and a claim of ours has an id: a name-based UUID is made of it.
SPACE = uuid.UUID("6f1c8b9e-4b0f-5c58-9f5e-0b9a8f2d7a61")


def write(job: Job) -> None:
    """One page of annotations: those of claims of the exported incidents, and of the quotes of their reports."""
    tellings: set[str] = set()
    reports: set[str] = set()
    for found in job.source.incidents():
        tellings.update(found.tellings)
        reports.update(found.reports)
    with job.sink.open(NAME) as stream:
        head = {"@context": CONTEXT, "id": f"urn:uuid:{uuid.uuid5(SPACE, 'page')}", "type": "AnnotationPage"}
        stream.write((json.dumps(head)[:-1] + ', "items": [').encode())
        first = True
        for kept, corrections in job.source.reviewed(reports):
            record = job.source.record(kept.sha256)
            corrected = ask.values_of(corrections)
            for claim in _claims(record, tellings, job.source.all) if record is not None else ():
                assert record is not None
                if ask.rejected(corrected.get(claim.id, {})):
                    job.losses.left_out("a person says that the report does not say so", claim.id)
                    continue
                stream.write(b"\n" if first else b",\n")
                stream.write(record_json.line(annotation(record, claim, job.producer)).encode())
                job.losses.row(NAME)
                first = False
        stream.write(b"\n]}\n")


def _claims(record: Record, tellings: set[str], all: bool) -> Iterator[Event | Figure | Quote]:
    claims: tuple[Event | Figure, ...] = (*record.events, *record.figures)
    yield from (claim for claim in claims if (all or claim.incident in tellings) and claim.evidence)
    yield from (quote for quote in record.quotes if quote.content)


def annotation(record: Record, claim: Event | Figure | Quote, producer: str) -> dict[str, Any]:
    """One claim as an annotation: what it says, its code as a tag, its id; a target for each stretch of words."""
    spans = claim.content if isinstance(claim, Quote) else claim.evidence
    return {
        "id": f"urn:uuid:{uuid.uuid5(SPACE, claim.id)}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": producer},
        "body": [_body("describing", said(claim)), _body("tagging", code(claim)), _body("identifying", claim.id)],
        "target": [_target(record, span) for span in spans],
    }


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def said(claim: Event | Figure | Quote) -> str:
    """A claim in words, as on all pages."""
    if isinstance(claim, Quote):
        return f"{claim.speaker or 'somebody unnamed'} ({claim.kind}, {claim.stance})"
    if isinstance(claim, Figure):
        words = f"{phrase.number(claim)} {phrase.counted(claim)}"
    else:
        who = ", ".join(claim.actors) or "actor not named"
        against = f" → {', '.join(claim.recipients)}" if claim.recipients else ""
        words = f"{code(claim)} [{claim.status}] {who}{against}"
    where = f", {claim.place}" if claim.place else ""
    return f"{words}{where}, {phrase.source(claim.attribution)}"


def code(claim: Event | Figure | Quote) -> str:
    """The code of a claim: its type and mode, its measure, or what kind of quote it is."""
    if isinstance(claim, Quote):
        return "quote"
    if isinstance(claim, Figure):
        return claim.measure
    return f"{claim.type}/{claim.mode}" if claim.mode else claim.type


def _target(record: Record, span: Span) -> dict[str, Any]:
    text = record.text
    return {
        "type": "SpecificResource",
        "source": source(record),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.text,
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def source(record: Record) -> str:
    """The address of a report: its page, else its bytes by their digest."""
    if record.report.url:
        return record.report.url
    digest = base64.urlsafe_b64encode(bytes.fromhex(record.report.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def ids(path: Path) -> Iterator[str]:
    """The ids of the annotations in an earlier export."""
    return earlier.of_collection(path, "items")


NAME = "annotations.jsonld"
FORMAT = Format(
    name="webannotations",
    files=(NAME,),
    write=write,
    silent=(
        "Incidents and tolls: an annotation is of words, and these are of many reports.",
        "created, creator: no clock and no person goes into an export.",
    ),
    ids=ids,
)
