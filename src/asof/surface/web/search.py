"""Search: reports by their words, incidents by actor or place, people by name; all from one field."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from ... import ask
from ...store import IncidentFilter
from ...store.searching import Found
from ..access import privacy
from ..highlight import Mark
from . import page, portions
from .passages import Passage, pieces

router = APIRouter()
PORTION, FEW = 20, 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that holds the words: the piece of its text around the first, with all of them in it marked."""

    report: str
    published: str | None
    title: str | None
    snippet: Passage
    finds: int


def hit(found: Found) -> Hit:
    """A find as the page shows it."""
    marks = [Mark(start - found.start, end - found.start, "find", "find") for start, end in found.finds]
    inside = [mark for mark in marks if mark.end > 0 and mark.start < len(found.snippet)]
    snippet = pieces(found.snippet, inside, 0, len(found.snippet))
    return Hit(found.report, found.published, found.title, snippet, len(found.finds))


@router.get("/search")
def search(request: Request, q: str = "", as_of: str = "", after: str = "") -> HTMLResponse:
    """What holds the words of the question."""
    moment = ask.moment(as_of) if as_of else None
    asked = " ".join(q.split())[:200]
    place = portions.place(after, str, str)
    with page.reading(request) as shelf:
        found = privacy.search(request, shelf, asked, PORTION + 1, moment, place) if asked else []
        name = asked.strip('"')
        first = bool(name) and not after
        near = {
            role: ask.incidents(shelf, IncidentFilter(**{role: name}, limit=FEW + 1), moment) if first else []  # type: ignore[arg-type]
            for role in ("place", "actor")
        }
        near["actor"] = privacy.by_name(request, shelf, near["actor"], name)
        people = privacy.sources(request, shelf, name, FEW) if first else []
    hits = [hit(one) for one in found[:PORTION]]
    last = hits[-1] if len(found) > PORTION else None
    more = portions.behind(last.published or "", last.report) if last else None
    return page.render(request, "search.html", q=asked, name=name, as_of=as_of, moment=moment, hits=hits,
                       near=near, few=FEW, people=people, after=after, more=more)  # fmt: skip
