"""Quotes: right are the speaker and at least half of the words of the content, shared both ways."""

from __future__ import annotations

from functools import partial

from ..model import Quote
from . import align
from .sheet import Gold, Sheet, first


def score(sheet: Sheet) -> None:
    golds: list[Gold] = sheet.case.gold["quotes"]
    ours = sheet.record.quotes
    contents = [sheet.where(g["content"]) for g in golds]
    for gold, words in zip(golds, contents, strict=True):
        if not words:
            sheet.result.notes.append(f"{sheet.case.scope}: words of a gold quote not found: {gold['content']}")
    spans = [sheet.words(q.content) for q in ours]

    def quality(g: int, p: int, full: bool) -> tuple[float, ...] | None:
        shared = len(contents[g] & spans[p])
        if not shared or shared * 2 < len(contents[g]) or shared * 2 < len(spans[p]):
            return None
        same = sheet.same_actor(golds[g]["speaker"], ours[p].speaker)
        return (same, shared / len(contents[g] | spans[p])) if same or not full else None

    full = align.pair(range(len(golds)), range(len(ours)), partial(quality, full=True))
    loose = dict(align.pair(range(len(golds)), range(len(ours)), partial(quality, full=False)))
    sheet.add("quotes", len(full), len(ours), len(golds))
    sheet.add("quotes content", len(loose), len(ours), len(golds))
    for g, p in full:
        sheet.result.share("quote: kind", golds[g]["kind"] == ours[p].kind)
        sheet.result.share("quote: channel", align.bare(golds[g]["channel"] or "") == align.bare(ours[p].channel or ""))
    right = dict(full)
    loose = {g: p for g, p in loose.items() if g not in right and p not in right.values()}
    for g, gold in enumerate(golds):
        if g not in right:
            shown = _show_quote(ours[loose[g]]) if g in loose else ""
            kind = "differs" if g in loose else "missed"
            sheet.miss("quotes", kind, f"{gold['speaker']}: {gold['content']}", shown, first(contents[g]))
    for p, quote in enumerate(ours):
        if p not in right.values() and p not in loose.values():
            sheet.miss("quotes", "excess", ours=_show_quote(quote), at=first(spans[p]))


def _show_quote(q: Quote) -> str:
    return f"{q.speaker}: {' … '.join(span.text for span in q.content)}"
