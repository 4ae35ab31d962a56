"""How one reconciled stream is scored against its gold."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING, Any

from ..ledger import ConsolidatedIncident, Disagreement, Toll
from ..reconcile.groups import family
from .naming import same_actor
from .result import Miss, Result, Score

if TYPE_CHECKING:
    from .streams import Stream

Gold = dict[str, Any]
ROLES = ("actors", "claimed_by", "denied_by")


def score(stream: Stream, result: Result) -> None:
    """Add the scores of one stream."""
    _incidents(stream, result)
    _links(stream, result)
    for incident in stream.gold["incidents"]:
        _tolls(stream, incident, result)
        ours = stream.ours(incident["id"], None)
        _roles(stream, incident, ours, result)
        _disagreements(stream, incident, ours, result)


def _miss(stream: Stream, result: Result, layer: str, kind: Any, gold: str = "", ours: str = "") -> None:
    result.missing.append(Miss(stream.name, layer, kind, gold, ours, ""))


# ── which tellings belong together ───────────────────────────────────────────────────────────────


def _incidents(stream: Stream, result: Result) -> None:
    """Each gold incident found once is right; a second one for it, or one that means none, is found in excess."""
    meaning: dict[str, list[ConsolidatedIncident]] = defaultdict(list)
    for incident in stream.shelf.incidents.values():
        votes = Counter(stream.meant[key] for key in incident.tellings if key in stream.meant)
        meaning[votes.most_common(1)[0][0] if votes else ""].append(incident)
    golds = [str(one["id"]) for one in stream.gold["incidents"]]
    right = sum(bool(meaning.get(one)) for one in golds)
    result.add("incidents", Score(right, len(stream.shelf.incidents), len(golds)), stream.name)
    for one in golds:
        if not meaning.get(one):
            _miss(stream, result, "incidents", "missed", one)
    for one, found in sorted(meaning.items()):
        for extra in found[1:] if one in golds else found:
            _miss(stream, result, "incidents", "excess", one, _shown(stream, extra))


def _shown(stream: Stream, incident: ConsolidatedIncident) -> str:
    files = ", ".join(stream.files[one][:2] for one in incident.reports)
    return f"{incident.type}/{incident.mode} {incident.place} {incident.start} {list(incident.actors)} in {files}"


def _links(stream: Stream, result: Result) -> None:
    """Pairs of reports that tell one incident, and B-cubed over the gold's tellings."""
    wanted = {
        (file, str(one["incident"])): str(one["incident"])
        for report in stream.gold["reports"]
        for file in [report["file"]]
        for layer in ("events", "figures")
        for one in report[layer]
        if one["incident"]
    }
    ours: dict[tuple[str, str], str] = {}
    loose = []
    for incident in stream.shelf.incidents.values():
        for key in incident.tellings:
            file = stream.files[stream.shelf.tellings[key].report]
            if key in stream.meant:
                ours.setdefault((file, stream.meant[key]), incident.id)
            else:
                loose.append(incident.id)
    gold_pairs = {pair for pair in combinations(sorted(wanted), 2) if wanted[pair[0]] == wanted[pair[1]]}
    our_pairs = {pair for pair in combinations(sorted(ours), 2) if ours[pair[0]] == ours[pair[1]]}
    sizes = Counter([*ours.values(), *loose])
    excess = sum(number * (number - 1) // 2 for number in sizes.values()) - len(our_pairs)
    result.add("links", Score(len(gold_pairs & our_pairs), len(our_pairs) + excess, len(gold_pairs)), stream.name)
    for left, right in sorted(gold_pairs ^ our_pairs):
        kind = "missed" if (left, right) in gold_pairs else "excess"
        _miss(stream, result, "links", kind, f"{left[0]} {left[1]} – {right[0]} {right[1]}")
    result.add("links B-cubed", b_cubed(wanted, ours, sizes), stream.name)


def b_cubed(wanted: dict[Any, str], ours: dict[Any, str], sizes: Counter[str]) -> Score:
    """B-cubed F1 as a score: an item that we do not have counts 0. `right` is F1 times the number of items."""
    precision = recall = 0.0
    for item, gold in wanted.items():
        if item in ours:
            together = sum(ours.get(other) == ours[item] for other, name in wanted.items() if name == gold)
            precision += together / sizes[ours[item]]
            recall += together / sum(name == gold for name in wanted.values())
    number = len(wanted)
    total = precision + recall
    return Score(2 * precision * recall / total if total else 0.0, number, number)


# ── tolls ────────────────────────────────────────────────────────────────────────────────────────


def _tolls(stream: Stream, gold: Gold, result: Result) -> None:
    """Every gold toll at the moment for which it is given."""
    for wanted in gold["tolls"]:
        ours = stream.ours(gold["id"], wanted["known_at"])
        toll = _toll(ours.tolls if ours else (), wanted["measure"])
        got = (toll.low, toll.best, toll.high) if toll else None
        bounds = (wanted["low"], wanted["best"], wanted["high"])
        result.add("tolls", Score(int(got == bounds), int(toll is not None), 1), stream.name)
        for k, name in enumerate(("low", "best", "high")):
            result.share(f"toll: {name}", got is not None and got[k] == bounds[k])
        if got != bounds:
            told = f"{gold['id']} {wanted['measure']} {wanted['known_at']} {bounds}"
            _miss(stream, result, "tolls", "differs" if toll else "missed", told, _figures(toll, got))


def _figures(toll: Toll | None, got: tuple[int | None, ...] | None) -> str:
    if toll is None:
        return ""
    lines = [
        f"\n          {'*' if f.current else ' '} {f.source} ({f.rank}): {f.count.low, f.count.value, f.count.high} "
        f"{f.count.group or ''} {f.count.as_of} {f.why or ''}"
        for f in toll.figures
    ]
    return f"{got} by {toll.rule}{''.join(lines)}"


def _toll(tolls: Iterable[Toll], name: str) -> Toll | None:
    """The toll that a gold measure names: `killed_children` is the measure killed of the group children."""
    for toll in tolls:
        names = {toll.group, family(toll.group)} if toll.group else {None}
        if any(name == (f"{toll.measure}_{one.replace(' ', '_')}" if one else toll.measure) for one in names):
            return toll
    measures = sorted({toll.measure for toll in tolls}, key=len, reverse=True)
    measure = next((one for one in measures if name.startswith(f"{one}_")), None)
    group = family(name[len(measure) + 1 :].replace("_", " ")) if measure else None
    return next((t for t in tolls if t.measure == measure and group and family(t.group) == group), None)


# ── who, and who disagrees ───────────────────────────────────────────────────────────────────────


def _roles(stream: Stream, gold: Gold, ours: ConsolidatedIncident | None, result: Result) -> None:
    for role in ROLES:
        found = list(getattr(ours, role)) if ours else []
        left = list(found)
        right = 0
        for name in gold[role]:
            hit = next((other for other in left if same_actor(name, other)), None)
            if hit is not None:
                left.remove(hit)
                right += 1
        result.add(f"who: {role}", Score(right, len(found), len(gold[role])), stream.name)
        if left or right < len(gold[role]):
            _miss(stream, result, f"who: {role}", "differs", f"{gold['id']} {gold[role]}", f"{found}")


def _disagreements(stream: Stream, gold: Gold, ours: ConsolidatedIncident | None, result: Result) -> None:
    """A gold line is found when one of ours shares two of its numbers and names; one is enough where neither is of
    figures."""
    left = list(ours.disagreements) if ours else []
    found, right = len(left), 0
    for line in gold["disagreements"]:
        ranked = sorted(left, key=lambda one: -shared(line, one))
        if ranked and shared(line, ranked[0]) >= (2 if _of_figures(line, ranked[0]) else 1):
            left.remove(ranked[0])
            right += 1
        else:
            told = f" | {ranked[0].text}" if ranked else ""
            _miss(stream, result, "disagreements", "missed", f"{gold['id']} {line}", told)
    for one in left:
        _miss(stream, result, "disagreements", "excess", gold["id"], one.text)
    result.add("disagreements", Score(right, found, len(gold["disagreements"])), stream.name)


def _of_figures(line: str, ours: Disagreement) -> bool:
    return ours.about not in ("responsibility", "occurrence") or len(re.findall(r"\b\d+\b", line)) > 1


_NUMBERS = dict(
    zip("none two three four five six seven eight nine ten eleven".split(), (0, *range(2, 12)), strict=True)
)


def shared(line: str, ours: Disagreement) -> int:
    """How many numbers, and words of the names of those who disagree, a gold line and one of ours have in common."""

    def words(text: str) -> set[str]:
        found = re.findall(r"[\w.]*\w", text.replace("’", "'").casefold())
        return {str(_NUMBERS.get(word, word)) for word in found}

    names = {word for name in (*ours.between, *re.findall(r"\b[A-Z]\w+", ours.text[1:])) for word in words(name)}
    marks = {word for word in words(ours.text) if word.isdigit() or (word in names and len(word) > 2)}
    return len((marks - _COMMON) & words(line))


_COMMON = frozenset("the and for who of".split())
