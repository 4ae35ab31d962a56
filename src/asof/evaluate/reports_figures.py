"""Figures: right are measure, low, high and value together with who gives them."""

from __future__ import annotations

from functools import partial

from ..model import Figure
from . import align
from .sheet import Gold, Sheet, first, said_by, same_moment, same_or_null


def _bounds(low: int | None, high: int | None, value: int | None, qualifier: str | None) -> str:
    numbers = f"{value if low == high == value else [low, high, value]}"
    return f"{numbers} {qualifier}" if qualifier else numbers


def _show_gold_figure(g: Gold) -> str:
    bounds = _bounds(g["low"], g["high"], g["value"], g["qualifier"])
    return f"{g['measure']} {bounds} {g['unit']}, by {g['source'] or 'the report'}: {g['quote']}"


def _show_figure(f: Figure) -> str:
    bounds = _bounds(f.low, f.high, f.value, f.qualifier)
    return f"{f.measure} {bounds} {f.unit}, by {said_by(f) or 'the report'}: {' | '.join(s.text for s in f.evidence)}"


def _same_numbers(g: Gold, f: Figure) -> bool:
    numbers = (g["low"], g["high"], g["value"])
    if numbers != (f.low, f.high, f.value) or g["measure"] != f.measure:
        return False
    return any(n is not None for n in numbers) or align.bare(g["qualifier"] or "") == align.bare(f.qualifier or "")


def score(sheet: Sheet) -> dict[tuple[str, int], str]:
    """Score the figures; what is returned links a gold figure to the incident that ours belongs to."""
    golds: list[Gold] = sheet.case.gold["figures"]
    ours = sheet.record.figures
    places = [sheet.where(g["quote"]) for g in golds]
    spans = [sheet.words(f.evidence) for f in ours]

    def quality(g: int, p: int, full: bool) -> tuple[float, ...] | None:
        same_source = sheet.same_actor(golds[g]["source"], said_by(ours[p]))
        if not _same_numbers(golds[g], ours[p]) or (full and not same_source):
            return None
        return (sheet.near(places[g], spans[p]), same_source)

    def near(g: int, p: int) -> tuple[float, ...] | None:
        overlap = len(places[g] & spans[p])
        return (overlap,) if overlap else None

    full = align.pair(range(len(golds)), range(len(ours)), partial(quality, full=True))
    loose = align.pair(range(len(golds)), range(len(ours)), partial(quality, full=False))
    sheet.add("figures", len(full), len(ours), len(golds))
    sheet.add("figures value+measure", len(loose), len(ours), len(golds))
    for g, p in full:
        _share_figure(sheet, golds[g], ours[p])
    left_gold = [g for g in range(len(golds)) if g not in dict(full)]
    left_ours = [p for p in range(len(ours)) if p not in dict(full).values()]
    partners = {left_gold[a]: left_ours[b] for a, b in align.pair(left_gold, left_ours, near)}
    for g in left_gold:
        partner = partners.get(g)
        shown = _show_figure(ours[partner]) if partner is not None else ""
        kind = "missed" if partner is None else "differs"
        sheet.miss("figures", kind, _show_gold_figure(golds[g]), shown, first(places[g]))
    for p in left_ours:
        if p not in partners.values():
            sheet.miss("figures", "excess", ours=_show_figure(ours[p]), at=first(spans[p]))
    return {("figure", g): ours[p].incident or "" for g, p in loose}


def _share_figure(sheet: Sheet, g: Gold, f: Figure) -> None:
    wholes = {figure.id: figure for figure in sheet.record.figures}
    whole = wholes.get(f.part_of or "")
    part_agrees = (
        bool(whole and sheet.where(g["part_of"]) & sheet.words(whole.evidence)) if g["part_of"] else whole is None
    )
    sheet.result.share("figure: unit", align.bare(g["unit"] or "") == align.bare(f.unit or ""))
    sheet.result.share("figure: part_of", part_agrees)
    sheet.result.share("figure: place", same_or_null(g["place"], f.place))
    sheet.result.share("figure: as_of", same_moment(g["as_of"], f.as_of))
