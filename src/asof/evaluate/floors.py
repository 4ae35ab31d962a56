"""The scores that asof has reached, pinned: a change that lowers one by more than noise must say so.

`floors.toml` holds them and is written by `python -m asof.evaluate --write`; the table in the README
is made from it. Paths are seen from the repository's root; most gold lies beside the checkout
(`../shared`, or the folder that ASOF_SHARED names), and what is absent is skipped by name.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .result import ALL, Result, Score

FILE = Path(__file__).with_name("floors.toml")
# Scores are deterministic: this allows for rounding in the file and for nothing else.
TOLERANCE = 0.0006
Numbers = Mapping[str, float]
Floors = dict[str, dict[str, Numbers]]


@dataclass(frozen=True, slots=True)
class Measured:
    """One evaluation that has floors: where its gold lies, and which layers the README tells of, in which words."""

    name: str
    kind: str
    path: Path
    gold: str
    layers: Mapping[str, str]


SHARED = Path(os.environ.get("ASOF_SHARED", "../shared"))
RECORDS = {
    "figures": "figure: measure, bounds and who gives it",
    "figures value+measure": "figure: measure and bounds",
    "quotes": "quote: speaker and content",
    "quotes content": "quote: content",
    "events": "event: type, status and all actors",
    "events type": "event: type",
    "places": "place: name, within 25 km",
    "incident links": "incident: what belongs together in a report",
}
RECONCILED = {
    "incidents": "incident: found once",
    "links": "pair of reports of one incident",
    "links B-cubed": "reports of one incident, B-cubed",
    "tolls": "toll at a moment: low, best and high",
    "who: claimed_by": "who claims it",
    "who: denied_by": "who denies it",
    "disagreements": "disagreement",
}
MEASURED = (
    Measured(
        "actors",
        "actors",
        SHARED / "data/actors/ngec_actor_expectations.tsv",
        "NGEC's phrases",
        {"country": "actor in a phrase: country", "sector": "actor in a phrase: sector"},
    ),
    Measured(
        "events",
        "events",
        SHARED / "data/petrarch",
        "PETRARCH's sets",
        {
            "unit points, root": "unit records: points for source, target and code, at the root",
            "unit points, full": "unit records: points, codes in full",
            "unit direction": "unit records: who does it to whom, not the reverse",
            "GSR points, root": "GSR: points, at the root",
            "GSR triples, root": "GSR: triple, at the root",
            "GSR direction": "GSR: who does it to whom, not the reverse",
        },
    ),
    Measured(
        "roles",
        "roles",
        SHARED / "data/muc4",
        "MUC-4, TST1 and TST2",
        {
            "perpetrator": "incident: individual perpetrator",
            "organisation": "incident: organisation behind it",
            "target": "incident: physical target",
            "victim": "incident: victim",
            "weapon": "incident: weapon",
            "number": "incident: number of victims",
            "effect": "incident: what became of them",
            "CEAF": "five roles, CEAF",
        },
    ),
    Measured(
        "event-places",
        "event-places",
        SHARED / "data/event_location",
        "event_location",
        {
            "exact": "place of an event verb, exact",
            "overlap": "place of an event verb, overlap",
            "right answer": "place of an event verb, or that it has none",
        },
    ),
    Measured("unseen", "reports", Path("tests/unseen"), "6 reports kept unseen", RECORDS),
    Measured("streams", "reports", Path("tests/streams"), "12 reports of 4 streams", RECORDS),
    Measured("examples", "reports", Path("examples"), "4 bundled reports", RECORDS),
    Measured("reports", "reports", SHARED / "reports", "17 reports of 3 streams", RECORDS),
    Measured("reconciled", "streams", SHARED / "reports", "3 streams, reconciled", RECONCILED),
    Measured("reconciled-gold", "streams-gold", SHARED / "reports", "3 streams, from gold records", RECONCILED),
    Measured(
        "coreference",
        "coreference",
        SHARED / "data/ecbplus",
        "ECB+ dev, gold mentions",
        {"CoNLL": "same event across documents, CoNLL F1", "lemma CoNLL": "the same by the lemma alone"},
    ),
    Measured(
        "quotes",
        "quotes",
        SHARED / "data/polnear/dev",
        "PolNeAR dev",
        {
            "content overlap": "content of an attribution, overlap",
            "source overlap": "source, overlap",
            "cue overlap": "cue, overlap",
            "all overlap": "content, source and cue together, overlap",
        },
    ),
    Measured(
        "places",
        "places",
        SHARED / "data/geo",
        "LGL, GeoVirus",
        {
            "LGL recognised": "LGL: name of a place, exact",
            "LGL within 161 km": "LGL: name put within 161 km",
            "GeoVirus recognised": "GeoVirus: name of a place, exact",
            "GeoVirus within 161 km": "GeoVirus: name put within 161 km",
        },
    ),
    Measured(
        "times",
        "times",
        SHARED / "data/timeml",
        "TimeBank and AQUAINT",
        {"relaxed": "expression of time, overlap", "value": "expression of time with the right value"},
    ),
)


def load() -> Floors:
    """The pinned numbers by kind and layer."""
    if not FILE.exists():
        return {}
    found: Floors = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return found


def below(name: str, result: Result) -> Iterator[str]:
    """One line for every layer whose F1 has fallen under its floor."""
    for layer, numbers in load().get(name, {}).items():
        reached = result.counts.get(ALL, {}).get(layer)
        f1 = reached.f1 if reached else 0.0
        if f1 < numbers["f1"] - TOLERANCE:
            yield f"{name}, {layer}: F1 {f1:.3f} is below its floor {numbers['f1']:.3f}"


def written(results: Mapping[str, Result]) -> str:
    """`floors.toml` with the scores of these results by name; what was not measured keeps its floors."""
    floors = load()
    for measured in MEASURED:
        if measured.name in results:
            counts = results[measured.name].counts.get(ALL, {})
            floors[measured.name] = {layer: _numbers(counts[layer]) for layer in measured.layers if layer in counts}
    lines = ["# Scores reached, written by `python -m asof.evaluate --write`. `make eval` fails below an f1."]
    for measured in MEASURED:
        lines += ["", f"[{measured.name}]"] if measured.name in floors else []
        for layer, numbers in floors.get(measured.name, {}).items():
            lines.append(f'"{layer}" = {{ {", ".join(f"{key} = {value}" for key, value in numbers.items())} }}')
    return "\n".join(lines) + "\n"


def _numbers(score: Score) -> Numbers:
    shares = {name: round(getattr(score, name), 3) for name in ("precision", "recall", "f1")}
    return {**shares, "gold": round(score.wanted)}


# What the README shows of all that docs/SCORES.md does: what a newcomer asks first.
SHORT = {
    "unseen": ("figures", "figures value+measure", "quotes", "events", "places"),
    "reports": ("figures", "quotes", "events", "places"),
    "reconciled": ("incidents", "links", "tolls", "disagreements"),
    "quotes": ("all overlap",),
    "places": ("LGL within 161 km",),
    "times": ("value",),
}


def table(short: bool = False) -> str:
    """The pinned scores as a Markdown table; `short`: those of the README."""
    rows = ["| measured on | what must be right | gold | precision | recall | F1 |", "|--|--|--:|--:|--:|--:|"]
    floors = load()
    for measured in MEASURED:
        for layer, words in measured.layers.items():
            n = floors.get(measured.name, {}).get(layer)
            if n and (not short or layer in SHORT.get(measured.name, ())):
                scores = " | ".join(f"{n[name]:.2f}" for name in ("precision", "recall", "f1"))
                rows.append(f"| {measured.gold} | {words} | {n['gold']:,} | {scores} |")
    return "\n".join(rows) + "\n"
