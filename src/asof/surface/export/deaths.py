"""The dead of an incident as ACLED and UCDP count them; and an account of the incident in a few sentences."""

from __future__ import annotations

from dataclasses import dataclass

from ...ledger import ConsolidatedIncident, Toll
from .. import ledger_phrase, phrase
from .parties import Party
from .source import Case
from .tables import total

# ACLED's numbers for words (its codebook of 2023; ten instead of three where the scale is known to be large, which
# words alone do not tell).
IN_WORDS = {
    **dict.fromkeys("several many few some multiple numerous".split(), 3),
    **dict.fromkeys(["dozens", "scores", "tens"], 12),
    "hundreds": 100,
}
# Who belongs to which side of a fight, by the group that is counted.
STATE = frozenset({"soldiers", "police", "troops", "officers", "security forces", "guards"})
GROUPS = frozenset(
    "fighters rebels militants insurgents attackers assailants gunmen terrorists bandits jihadists extremists "
    "guerrillas raiders bombers".split()
)
CIVILIANS = frozenset(
    "civilians children women men elderly infants teachers students journalists medics doctors nurses patients farmers "
    "villagers miners worshippers residents refugees workers passengers".split()
)


def fatalities(found: ConsolidatedIncident) -> int | None:
    """ACLED's number: the lowest that stands; of words alone, what its codebook says; null where nothing is told."""
    toll = total(found, "killed")
    if toll is None:
        return None
    if toll.low is not None:
        return toll.low
    if toll.best is not None:
        return toll.best
    words = [one.count.qualifier or "" for one in toll.figures if one.current]
    return next((IN_WORDS[word] for phrase in words for word in phrase.lower().split() if word in IN_WORDS), None)


@dataclass(frozen=True, slots=True)
class Deaths:
    """UCDP's numbers: `best` is the sum of the four; all are null where only bounds are known."""

    a: int | None
    b: int | None
    civilians: int | None
    unknown: int | None
    best: int | None
    low: int | None
    high: int | None


def deaths(found: ConsolidatedIncident, a: str | None, b: str | None) -> Deaths | None:
    """The dead by side: `a` and `b` are state, group or civilians. Null where no number is known, or none is above 0.

    Those of nobody's side are unknown; where the other side are civilians, they are theirs.
    """
    toll = total(found, "killed")
    bounds = [] if toll is None else [n for n in (toll.low, toll.best, toll.high) if n is not None]
    if toll is None or not any(bounds):
        return None
    best = toll.best if toll.best is not None else toll.low
    if best is None:
        return Deaths(None, None, None, None, None, toll.low, toll.high)
    left = best
    parts = {"state": 0, "group": 0, "civilians": 0}
    for side, groups in (("state", STATE), ("group", GROUPS), ("civilians", CIVILIANS)):
        parts[side] = min(left, _most(found, groups))
        left -= parts[side]
    first = parts[a] if a in ("state", "group") else 0
    second = parts[b] if b in ("state", "group") and b != a else 0
    left += sum(parts.values()) - parts["civilians"] - first - second
    civilians = parts["civilians"]
    if b == "civilians":
        civilians, left = civilians + left, 0
    low = toll.low if toll.low is not None else best
    return Deaths(first, second, civilians, left, best, min(low, best), max(toll.high or 0, best))


def _most(found: ConsolidatedIncident, groups: frozenset[str]) -> int:
    """The dead of these groups: the largest of them, because they may be the same people."""
    tolls: list[Toll] = [one for one in found.tolls if one.measure == "killed" and one.group in groups]
    return max((one.best or one.low or 0 for one in tolls), default=0)


def account(case: Case) -> str:
    """What is known of an incident in a few sentences, made of its values alone."""
    found = case.incident
    kind = f"{found.type.capitalize()}{f' ({found.mode})' if found.mode else ''}"
    where = ", ".join(part for part in (found.place, found.admin1) if part) or "place not stated"
    said = [f"{kind}, {where}, {phrase.when(found)}"]
    who = f"By {', '.join(found.actors)}" if found.actors else "Actor not named"
    said.append(f"{who}, against {', '.join(found.recipients)}" if found.recipients else who)
    for name, words in (("claimed_by", "Claimed by"), ("attributed_to", "Attributed to"), ("denied_by", "Denied by")):
        if held := getattr(found, name):
            said.append(f"{words} {', '.join(held)}")
    said += [_toll(toll) for toll in found.tolls]
    said += [one.text.rstrip(".") for one in found.disagreements]
    said.append(f"Told by {ledger_phrase.sources(found)}")
    return ". ".join(said) + "."


def _toll(toll: Toll) -> str:
    sources = list(dict.fromkeys(one.source for one in toll.figures if one.current))
    return f"{ledger_phrase.measure(toll).capitalize()}: {ledger_phrase.toll(toll)}" + (
        f" according to {', '.join(sources)}" if sources else ""
    )


def victims_are_civilians(found: ConsolidatedIncident, recipients: tuple[Party, ...]) -> bool:
    """Whether those acted upon, or those who are counted, are civilians, and nobody else is."""
    if recipients:
        return all(one.civilian for one in recipients)
    groups = {toll.group for toll in found.tolls if toll.measure in ("killed", "injured", "abducted") and toll.group}
    return bool(groups & CIVILIANS) and not groups & (STATE | GROUPS)
