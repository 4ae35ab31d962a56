"""Incidents: pairs of figures and events of one report that are said to belong together."""

from __future__ import annotations

from itertools import combinations

from .sheet import Sheet, first

Key = tuple[str, int]


def score(sheet: Sheet, linked: dict[Key, str]) -> None:
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
    for key in sorted(gold):
        missed, excess = ({pair for pair in pairs if key in pair} for pairs in (wanted - found, found - wanted))
        if key in linked and (missed or excess):
            _tell(sheet, key, missed, excess)


def _tell(sheet: Sheet, key: Key, missed: set[tuple[Key, Key]], excess: set[tuple[Key, Key]]) -> None:
    def quote(of: Key) -> str:
        return str(sheet.case.gold[f"{of[0]}s"][of[1]]["quote"])

    def partners(pairs: set[tuple[Key, Key]]) -> str:
        return "; ".join(quote(pair[pair[0] == key]) for pair in sorted(pairs))

    shown = f"{quote(key)}  belongs with  {partners(missed)}" if missed else quote(key)
    at = first(sheet.where(quote(key)))
    sheet.miss("incident links", "differs", shown, f"with  {partners(excess)}" if excess else "", at)
