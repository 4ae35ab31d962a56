"""Event verbs and the place where each happened (event_location): the words of the place, given the verb.

A verb that no codebook knows has a place too, so the rule that places an event is asked for the verb alone. Where
the sentence names no place for it, nothing must be answered; that is counted apart.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..annotate.events_where import Surroundings
from ..errors import WrongUse
from ..model import Document, Part, Report
from ..pipeline import annotate
from ..reading import Reading
from ..registry import COMPONENTS, component
from .cache import readings
from .result import Miss, Result, Score

FILE = "labeled_text.no_relabel.jsonl.gz"
Range = tuple[int, int]
BATCH = 500  # sentences held in memory at once


@dataclass(frozen=True, slots=True)
class Case:
    """A verb of a sentence, by offsets, and the words that name its place, any of which is right; none without one."""

    text: str
    verb: Range
    places: tuple[Range, ...]


def cases(file: Path) -> Iterator[Case]:
    """Every case of the file."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            found = json.loads(line)
            verb = next((span for span in found["spans"] if span["label"] == "VERB"), None)
            places = [span for span in found["spans"] if span["label"] == "LOCATION"]
            if verb is not None:
                ranges = tuple(_range(span, found["tokens"]) for span in places)
                yield Case(found["text"], _range(verb, found["tokens"]), ranges)


def _range(span: dict[str, int], tokens: list[dict[str, int]]) -> Range:
    """The offsets of a span: those of its tokens, whose numbers stand in some objects for the offsets themselves."""
    first, last = span["token_start"], span["token_end"]
    if span["start"] != first:
        return span["start"], span["end"]
    return tokens[first]["start"], tokens[min(last, len(tokens) - 1)]["end"]


def evaluate(path: Path) -> Result:
    """The scores on the labelled sentences at this path or below it."""
    file = path if path.is_file() else next(iter(sorted(path.rglob(FILE))), None)
    if file is None:
        raise WrongUse(f"{path} has no {FILE}.")
    listed = list(cases(file))
    texts = list(dict.fromkeys(case.text for case in listed))
    of_text: dict[str, list[Case]] = {}
    for case in listed:
        of_text.setdefault(case.text, []).append(case)
    names = list(COMPONENTS)
    components = [component(name) for name in names[: names.index("quotes") + 1]]
    result = Result("event-places")
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        documents = [
            Document(Report(f"verb-{start + k}", len(text)), text, (Part("body", 0, len(text)),))
            for k, text in enumerate(batch)
        ]
        for reading in readings(documents):
            annotate(reading, components)
            around = Surroundings.of(reading)
            for case in of_text[reading.document.text]:
                _score(case, _place(reading, around, case), result)
    result.notes.append(f"{len(listed)} verbs in {len(texts)} sentences")
    return result


def _place(reading: Reading, around: Surroundings, case: Case) -> Range | None:
    verb = reading.token_at(case.verb[0])
    found = (around.ref_of(verb, verb) or around.ref_below(verb)) if verb is not None else None
    return (found.span.start, found.span.end) if found is not None else None


def _score(case: Case, ours: Range | None, result: Result) -> None:
    wanted = int(bool(case.places))
    overlaps = ours is not None and any(ours[0] < end and start < ours[1] for start, end in case.places)
    right = overlaps if wanted else ours is None
    if not wanted:
        result.share("no place where there is none", right)
    result.add("exact", Score(int(ours in case.places), int(ours is not None), wanted))
    result.add("overlap", Score(int(overlaps), int(ours is not None), wanted))
    result.add("right answer", Score(int(right), 1, 1))
    if right:
        return
    kind: Literal["missed", "excess", "differs"] = "missed" if ours is None else "differs" if wanted else "excess"
    told = " / ".join(case.text[slice(*place)] for place in case.places) or "-"
    answer = case.text[slice(*ours)] if ours else "-"
    result.missing.append(
        Miss("event_location", "overlap", kind, f"{case.text[slice(*case.verb)]}: {told}", answer, case.text)
    )
