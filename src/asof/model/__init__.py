"""Every type of the record. Read this first.

A `Report` is bytes as received; a `Document` is its clean text and the only coordinate system;
annotations (`Mention` … `EventMention`) say what words mean; claims (`Figure`, `Event`, `Quote`)
say what one report has somebody say happened; an `Incident` is one happening in the world.
All are frozen: a stage returns new values, it never edits old ones.

Offsets are half-open code points into `Document.text`. Moments are ISO 8601 strings and may be
partial (`2024-05`); unknown is `None`, never a default.
"""

from __future__ import annotations

from .claims import Attribution, Event, Figure, Incident, Record
from .meaning import (
    FINE,
    Actor,
    ActorKind,
    Context,
    EventMention,
    Level,
    Mention,
    Place,
    PlaceRef,
    Quantity,
    Quote,
    Stance,
    Status,
    TimePrecision,
    TimeRef,
)
from .received import CODED_PARTS, Dateline, Document, Part, PartKind, Report, Skipped, Span
from .values import identify, plain

__all__ = [
    "CODED_PARTS",
    "FINE",
    "Actor",
    "ActorKind",
    "Attribution",
    "Context",
    "Dateline",
    "Document",
    "Event",
    "EventMention",
    "Figure",
    "Incident",
    "Level",
    "Mention",
    "Part",
    "PartKind",
    "Place",
    "PlaceRef",
    "Quantity",
    "Quote",
    "Record",
    "Report",
    "Skipped",
    "Span",
    "Stance",
    "Status",
    "TimePrecision",
    "TimeRef",
    "identify",
    "plain",
]
