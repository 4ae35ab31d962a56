"""A record that people reviewed, as gold: the format that `reports.py` scores against, described in docs/GOLD.md.

Corrected values stand in the place of those that were read, and what was rejected is left out. Quotes and places are
those that were read: nobody reviews them yet, and `reviewed` in the file says so. Words that stand several times in a
text are quoted with enough around them that the gold finds those that are meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..ledger import Correction
from ..model import Event, Figure, Place, Quote, Record, Span
from ..reconcile.corrections import rejected, values_of
from . import align

REVIEWED = ("figures", "events")


def gold(record: Record, file: str, corrections: Iterable[Correction]) -> dict[str, Any]:
    """The gold of one report. What the file does not say of itself (when and by whom it was published) is beside it."""
    said = values_of(corrections)
    text = record.text
    figures = [one for one in record.figures if not rejected(said.get(one.id, {}))]
    events = [one for one in record.events if not rejected(said.get(one.id, {}))]
    quoted = {one.id: quote_of(text, one.evidence) for one in figures}
    return {
        "file": file,
        "published": record.report.published,
        "publisher": record.report.publisher,
        "url": record.report.url,
        "figures": [_figure(one, said.get(one.id, {}), quoted) for one in figures],
        "quotes": [_quote(text, one) for one in record.quotes],
        "events": [_event(text, one, said.get(one.id, {})) for one in events],
        "places": [found for one in record.places if (found := _place(one, record)) is not None],
        "not_places": [],
        "same_text_as": None,
    }


def _figure(figure: Figure, said: Mapping[str, Any], quoted: Mapping[str, str]) -> dict[str, Any]:
    by = figure.attribution
    return {
        "measure": said.get("measure", figure.measure),
        "low": said.get("low", figure.low),
        "high": said.get("high", figure.high),
        "value": said.get("value", figure.value),
        "qualifier": figure.qualifier,
        "unit": said.get("group", figure.unit),
        "part_of": quoted.get(figure.part_of or ""),
        "place": figure.place,
        "as_of": said.get("as_of", figure.as_of),
        "source": said.get("speaker", by.speaker if by else None),
        "incident": said.get("incident", figure.incident),
        "quote": quoted[figure.id],
    }


def _event(text: str, event: Event, said: Mapping[str, Any]) -> dict[str, Any]:
    by = event.attribution
    return {
        "type": said.get("type", event.type),
        "mode": event.mode,
        "status": said.get("status", event.status),
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "place": event.place,
        "start": event.start,
        "end": event.end,
        "source": said.get("speaker", by.speaker if by else None),
        "incident": event.incident,
        "quote": quote_of(text, event.evidence),
    }


def _quote(text: str, quote: Quote) -> dict[str, Any]:
    return {
        "speaker": quote.speaker,
        "kind": quote.kind,
        "channel": quote.channel,
        "content": _content(text, quote.content),
    }


def _place(place: Place, record: Record) -> dict[str, Any] | None:
    """A place with its point; without one of its own, that of the place around it. Where none is known, the gold, which
    needs one, has no place for it."""
    around = next((one for one in record.places if one.id == place.within), None)
    at = place if place.lat is not None or around is None else around
    if at.lat is None or at.lon is None:
        return None
    return {"name": place.name, "lat": at.lat, "lon": at.lon, "level": place.level}


# ── words ────────────────────────────────────────────────────────────────────────────────────────


def quote_of(text: str, evidence: tuple[Span, ...]) -> str:
    """The first words of the evidence, and as many around them as it takes for these to be found and no others."""
    if not evidence:
        return ""
    start, end = evidence[0].start, evidence[0].end
    meant = align.word_starts(text, [(start, end)])
    left, right = align.sentence_at(text, start)
    while not _finds(text, text[start:end], meant):
        wider = _wider(text, start, end, left, right)
        if wider == (start, end):
            if (left, right) == (0, len(text)):
                break
            left, right = 0, len(text)
        start, end = wider
    return " ".join(text[start:end].split())


def _finds(text: str, quote: str, meant: frozenset[int]) -> bool:
    return bool(align.word_starts(text, align.locate(text, quote)[:1]) & meant)


def _wider(text: str, start: int, end: int, left: int, right: int) -> tuple[int, int]:
    """One word more on either side, within these bounds."""
    before = [word.start() for word in align.WORD.finditer(text, left, start)]
    after = [word.end() for word in align.WORD.finditer(text, end, right)]
    return (before[-1] if before else start), (after[0] if after else end)


def _content(text: str, content: tuple[Span, ...]) -> str:
    """The words of a quote; of one in pieces, the first and the last, if what stands between is no longer than it."""
    words = align.word_starts(text, [(span.start, span.end) for span in content])
    longest = max(content, key=lambda span: span.end - span.start)
    whole = f"{content[0].text} … {content[-1].text}"
    candidates = [whole] if len(content) > 1 else []
    candidates += [longest.text, quote_of(text, (longest,))]
    for one in candidates:
        found = align.word_starts(text, align.locate(text, one)[:1])
        shared = len(found & words)
        if shared and 2 * shared >= len(found) and 2 * shared >= len(words):
            return " ".join(one.split())
    return " ".join(longest.text.split())
