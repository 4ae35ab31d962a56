"""Why a value is what it is: the sentence that carries it, the report, and the chain down to the bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from markupsafe import Markup

from ... import ask
from ...explain import explain
from ...model import Record, plain
from ...store.asking import Asking
from ..access import privacy
from ..highlight import Mark, anchor, flatten
from . import page
from .wanted import Wanted

router = APIRouter()
SHOWN = 4  # claims whose words are shown at once
AROUND = 260  # characters on each side of the words, where their paragraph is longer
MARKED = {
    "figures": "figure",
    "events": "event",
    "quotes": "quote",
    "places": "place",
    "times": "time",
    "actors": "actor",
    "incidents": "event",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in their sentence. `place` is where they stand on the report's page."""

    html: Markup
    place: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A claim with the report that it stands in, and where."""

    id: str
    kind: str
    report: str
    record: Record
    spans: list[tuple[int, int]]

    @property
    def passages(self) -> list[Passage]:
        """The passages that carry it."""
        return passages(self.record.text, self.spans, MARKED[self.kind], self.id)


@router.get("/explain/{value:path}")
def why(request: Request, value: str) -> Response:
    """The page of a value: a claim, an incident, one of its tolls (`h-…:killed`), a decision."""
    wanted = Wanted.read({"as_of": request.query_params.get("as_of", "")})
    with page.reading(request) as shelf:
        chain = explain(shelf, value, wanted.moment)
        claims = standing(shelf, value, wanted.moment) if ":" in value else [value]
        said = [found for claim in claims[:SHOWN] if (found := carried(shelf, claim)) is not None]
        hiding = privacy.mask(request, shelf, chain, said)
        if hiding is not None:
            said = [replace(one, record=hiding.of(one.record)) for one in said]
    opens = [(link, bool(link.ref) and link.kind in ("claim", "value", "decision")) for link in chain]
    return page.render(request, "explain.html", value=value, title=chain[0].text, chain=opens, said=said, wanted=wanted,
                       more=max(len(claims) - SHOWN, 0))  # fmt: skip


def standing(shelf: Asking, value: str, moment: str | None) -> list[str]:
    """The figures that stand in a toll, the nearest to the count first, the latest of equals."""
    id, _, asked = value.partition(":")
    measure, _, group = asked.partition(",")
    tolls = ask.incident(shelf, id, moment).tolls
    found = [one for toll in tolls if (toll.measure, toll.group or "") == (measure, group) for one in toll.figures]
    late = sorted((one for one in found if one.current), key=lambda one: one.count.published or "", reverse=True)
    return [one.count.id for one in sorted(late, key=lambda one: one.rank)]


def carried(shelf: Asking, id: str) -> Carried | None:
    """The words of a claim; null where the value is no claim."""
    found = shelf.claim(id) if id[:2] in ("f-", "e-", "q-", "i-", "p-", "t-", "a-") else None
    return None if found is None else Carried(id, found.field, found.report, found.record, _spans(plain(found.value)))


def _spans(claim: dict[str, Any]) -> list[tuple[int, int]]:
    given = claim.get("evidence") or claim.get("content") or ([claim["span"]] if claim.get("span") else [])
    return [(span["start"], span["end"]) for span in given]


def passages(text: str, spans: Iterable[tuple[int, int]], kind: str, id: str) -> list[Passage]:
    """The passages around words, those of one paragraph together."""
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for start, end in sorted(set(spans)):
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        groups.setdefault((first, len(text) if last < 0 else last), []).append((start, end))
    found = []
    for (first, last), words in groups.items():
        left = (
            first if words[0][0] - first <= AROUND else text.find(" ", words[0][0] - AROUND, words[0][0]) + 1 or first
        )
        cut = text.rfind(" ", words[-1][1], words[-1][1] + AROUND) if last - words[-1][1] > AROUND else last
        right = last if cut < 0 else cut
        marks = [Mark(start, end, kind, id) for start, end in words]
        parts = [
            page.marked(text[one.start : one.end], kind if one.marks else None) for one in flatten(marks, left, right)
        ]
        html = Markup("… " if left > first else "") + Markup("").join(parts) + ("" if right == last else " …")
        found.append(Passage(html, anchor(id, words[0][0])))
    return found
