"""Incidents: pairs of figures and events of one report that are said to belong together."""

from __future__ import annotations

from itertools import combinations

from .sheet import Sheet, first


def score(sheet: Sheet, linked: dict[tuple[str, int], str]) -> None:
    """Links between records of one incident; a record of ours that has no gold partner can link nothing."""
    gold = {
        (layer[:-1], k): item["incident"] or ""
        for layer in ("figures", "events")
        for k, item in enumerate(sheet.case.gold[layer])
    }
    wanted = {pair for pair in combinations(sorted(gold), 2) if gold[pair[0]] and gold[pair[0]] == gold[pair[1]]}
    found = {pair for pair in combinations(sorted(linked), 2) if linked[pair[0]] and linked[pair[0]] == linked[pair[1]]}
    sheet.add("incident links", len(wanted & found), len(found), len(wanted))
    current = [i for i in sheet.record.incidents if i.status != "background"]
    wanted_count = len({name for name in gold.values() if name})
    sheet.result.share("incidents: number", len(current) == wanted_count)
    for one, other in sorted(wanted ^ found):
        if one in linked and other in linked:
            kind = "missed" if (one, other) in wanted else "excess"
            shown = " + ".join(str(sheet.case.gold[f"{layer}s"][k]["quote"]) for layer, k in (one, other))
            quote = sheet.case.gold[f"{one[0]}s"][one[1]]["quote"]
            sheet.miss("incident links", kind, shown, at=first(sheet.where(quote)))
