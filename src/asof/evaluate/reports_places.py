"""Places: right is the name within 25 km; states and provinces have no point of their own, there the name decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Place
from ..vocabulary import earth
from . import align
from .naming import same_place
from .sheet import Gold, Sheet

NEAR_KM = 25.0


def score(sheet: Sheet) -> None:
    golds: list[Gold] = sheet.case.gold["places"]
    ours = sheet.record.places
    known = {place.id: place for place in ours}

    def quality(gold: Gold, place: Place) -> tuple[float, ...] | None:
        names = [place.name, *(span.text for span in place.evidence)]
        if not any(same_place(gold["name"], name) for name in names):
            return None
        far = _apart(gold, place, known)
        if gold["level"] in ("country", "admin1") and place.level == gold["level"]:
            return (1, -(far or 0.0))
        return (1, -far) if far is not None and far <= NEAR_KM else None

    matched = align.pair(golds, ours, quality)
    right = dict(matched)
    broken = list(_violations(sheet))
    extra = sum(p in right.values() for p, _, _ in broken)
    sheet.add("places", len(matched), len(ours) + extra, len(golds))
    for g, p in matched:
        sheet.result.share("place: level", golds[g]["level"] == ours[p].level)
    for index, gold in enumerate(golds):
        if index not in right:
            named = [place for place in ours if same_place(gold["name"], place.name)]
            kind = "differs" if named else "missed"
            at = next(iter(align.occurrences(sheet.text, gold["name"])), (None,))[0]
            sheet.miss("places", kind, _show_gold_place(gold), "; ".join(map(_show_place, named)), at)
    for p, place in enumerate(ours):
        if p not in right.values():
            sheet.miss("places", "excess", ours=_show_place(place), at=place.evidence[0].start if place.evidence else 0)
    for p, rule, at in broken:
        sheet.miss("places", "excess", f"not a place: {rule}", _show_place(ours[p]), at)
    sheet.result.share("not_places respected", not broken) if sheet.case.gold["not_places"] else None


def _apart(gold: Gold, place: Place, known: dict[str, Place]) -> float | None:
    """How far our place is from the gold's; a site without its own point is where the place around it is."""
    around = known.get(place.within or "")
    located = place if place.lat is not None or around is None else around
    if located.lat is None or located.lon is None:
        return None
    return earth.kilometres(gold["lat"], gold["lon"], located.lat, located.lon)


def _show_gold_place(g: Gold) -> str:
    return f"{g['name']} ({g['level']}, {g['lat']}, {g['lon']})"


def _show_place(p: Place) -> str:
    return f"{p.name} ({p.level}, {p.lat}, {p.lon}, {p.country})"


def _violations(sheet: Sheet) -> Iterator[tuple[int, str, int]]:
    """Ours that the gold says are no places: which, the gold's words, and where."""
    wanted = [g["name"] for g in sheet.case.gold["places"]]
    for rule in sheet.case.gold["not_places"]:
        name = re.split(r"\s{2,}\(| in ['‘]", rule)[0]
        context = re.search(r" in ['‘](.+?)['’](?=[):]|$)", rule) or re.search(r"\(in ['‘](.+)['’]\)", rule)
        if context is None and any(same_place(name, other) for other in wanted):
            continue  # elsewhere in the report the same name is a place, and the gold does not say where it is not
        forbidden = align.occurrences(sheet.text, context.group(1) if context else name)
        for p, place in enumerate(sheet.record.places):
            for span in place.evidence:
                if any(start <= span.start and span.end <= end for start, end in forbidden):
                    yield p, rule, span.start
