"""Who said what: the words of a source, by person and channel, as reports have them, with what people say of them."""

from __future__ import annotations

from dataclasses import dataclass

from .ledger import Correction
from .model import Event, Figure, Quote, Record
from .reconcile.corrections import standing
from .store.asking import Asking
from .store.names import fold
from .store.sourcing import Saying


@dataclass(frozen=True, slots=True)
class Words:
    """All that one report has one source say through one channel.

    `figures` and `events` are the claims that it attributes to that source. `corrections` are those of these claims
    that stand, by claim: who corrects a speaker says that it was another one.
    """

    saying: Saying
    title: str | None
    publisher: str | None
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    events: tuple[Event, ...]
    corrections: dict[str, tuple[Correction, ...]]


def said(
    shelf: Asking,
    source: str | None = None,
    channel: str | None = None,
    as_of: str | None = None,
    after: tuple[str, str, str] | None = None,
    limit: int = 20,
) -> tuple[list[Words], tuple[str, str, str] | None]:
    """What a source said, or what was said through a channel, the latest first, up to a moment; and where the next
    portion begins (null: this is the last). As many records are opened as are told."""
    found = shelf.sayings(source, channel, as_of, after, limit)
    made: list[Words] = []
    for saying in found:
        record = shelf.record(saying.report)
        if record is not None:
            made.append(_words(shelf, saying, record))
    last = found[-1] if len(found) == limit else None
    return made, None if last is None else (last.published or "", last.report, last.channel or "")


def _words(shelf: Asking, saying: Saying, record: Record) -> Words:
    def theirs(speaker: str | None, channel: str | None) -> bool:
        return (
            speaker is not None and fold(speaker) == fold(saying.source) and (channel or "") == (saying.channel or "")
        )

    quotes = tuple(one for one in record.quotes if theirs(one.speaker, one.channel))
    figures = tuple(f for f in record.figures if (by := f.attribution) and theirs(by.speaker, by.channel))
    events = tuple(e for e in record.events if (by := e.attribution) and theirs(by.speaker, by.channel))
    ids = {figure.id for figure in figures} | {event.id for event in events}
    corrected: dict[str, tuple[Correction, ...]] = {}
    for one in standing(shelf.corrections((saying.report,))):
        if one.claim in ids:
            corrected[one.claim] = (*corrected.get(one.claim, ()), one)
    return Words(saying, record.report.title, record.report.publisher, quotes, figures, events, corrected)
