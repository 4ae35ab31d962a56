"""Events: right are type, status and the set of actors, in the sentence that the gold quotes."""

from __future__ import annotations

from ..model import Event
from . import align
from .naming import same_actors
from .sheet import Gold, Sheet, first, said_by, same_moment, same_or_null


def _show_gold_event(g: Gold) -> str:
    where = f"{g['place']} {g['start']}, by {g['source'] or 'the report'}"
    return f"{g['type']}/{g['mode']} {g['status']} {g['actors']} → {g['recipients']} {where}: {g['quote']}"


def _show_event(e: Event) -> str:
    where = f"{e.place} {e.start}, by {said_by(e) or 'the report'}"
    evidence = " | ".join(span.text for span in e.evidence)
    return f"{e.type}/{e.mode} {e.status} {list(e.actors)} → {list(e.recipients)} {where}: {evidence}"


def score(sheet: Sheet) -> dict[tuple[str, int], str]:
    """Score the events; what is returned links a gold event to the incident that ours belongs to."""
    golds: list[Gold] = sheet.case.gold["events"]
    ours = sheet.record.events
    places = [sheet.where(g["quote"]) for g in golds]
    spans = [sheet.words(e.evidence) for e in ours]

    def quality(g: int, p: int) -> tuple[float, ...] | None:
        gold, event = golds[g], ours[p]
        near = sheet.near(places[g], spans[p])
        if not near or (near == 1 and gold["type"] != event.type):
            return None
        typed = gold["type"] == event.type
        actors = same_actors(gold["actors"], event.actors, sheet.people)
        right = typed and gold["status"] == event.status and actors
        return (right, typed, gold["status"] == event.status, near, len(places[g] & spans[p]))

    matched = dict(align.pair(range(len(golds)), range(len(ours)), quality))
    right = 0
    for g, gold in enumerate(golds):
        p = matched.get(g)
        if p is None:
            sheet.miss("events", "missed", _show_gold_event(gold), at=first(places[g]))
            continue
        verdict = quality(g, p)
        if verdict and verdict[0]:
            right += 1
            _share_event(sheet, gold, ours[p])
        else:
            sheet.miss("events", "differs", _show_gold_event(gold), _show_event(ours[p]), first(places[g]))
        sheet.result.share("event: type (paired)", gold["type"] == ours[p].type)
        sheet.result.share("event: status (paired)", gold["status"] == ours[p].status)
        sheet.result.share("event: actors (paired)", same_actors(gold["actors"], ours[p].actors, sheet.people))
    for p, event in enumerate(ours):
        if p not in matched.values():
            sheet.miss("events", "excess", ours=_show_event(event), at=first(spans[p]))
    sheet.add("events", right, len(ours), len(golds))
    typed_pairs = sum(golds[g]["type"] == ours[p].type for g, p in matched.items())
    sheet.add("events type", typed_pairs, len(ours), len(golds))
    return {("event", g): ours[p].incident or "" for g, p in matched.items() if golds[g]["type"] == ours[p].type}


def _share_event(sheet: Sheet, g: Gold, e: Event) -> None:
    share = sheet.result.share
    share("event: mode", set((g["mode"] or "").split("|")) == set((e.mode or "").split("|")))
    share("event: recipients", same_actors(g["recipients"], e.recipients, sheet.people))
    share("event: place", same_or_null(g["place"], e.place))
    share("event: dates", same_moment(g["start"], e.start) and same_moment(g["end"], e.end))
    share("event: source", sheet.same_actor(g["source"], said_by(e)))
