"""People and sources: who said what, by person and channel, and how often a source's figures were later revised."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from ... import ask, saying
from ...errors import NotFound, WrongUse
from ...store.sourcing import Role
from ..access import privacy
from . import page, portions

router = APIRouter(prefix="/people")
PORTION, WORDS = 50, 15
ROLES: dict[str, Role] = {"cited": "cited", "outlets": "outlet"}


@router.get("")
def people(request: Request, holding: str = "", described: bool = False, after: str = "") -> HTMLResponse:
    """Whoever is cited, those who said most first, and the channels through which they spoke."""
    with page.reading(request) as shelf:
        found = privacy.sources(request, shelf, holding, PORTION + 1, described, portions.place(after, int, str))
        last = found[PORTION - 1] if len(found) > PORTION else None
        shown: dict[str, Any] = {
            "found": found[:PORTION],
            "channels": shelf.channels()[:30] if not after else [],
            "holding": holding,
            "described": described,
            "after": after,
            "more": portions.behind(last.sayings, last.key) if last else None,
        }
        return page.render(request, "people.html", **shown)


@router.get("/said")
def said(request: Request, source: str = "", channel: str = "", as_of: str = "", after: str = "") -> HTMLResponse:
    """What one said, or what was said through a channel, the latest first."""
    if not source and not channel:
        raise WrongUse("Whose words, or through which channel? Ask for a source or a channel.")
    moment = ask.moment(as_of) if as_of else None
    with page.reading(request) as shelf:
        known = shelf.source(source) if source else None
        if source and known is None:
            raise NotFound(f"Nobody in this store is called {source!r}.")
        place = portions.place(after, str, str, str)
        found, more = saying.said(shelf, source or None, channel or None, moment, place, WORDS)
        shown: dict[str, Any] = {
            "known": known,
            "channel": channel,
            "as_of": as_of,
            "moment": moment,
            "found": found,
            "channels": shelf.channels(source) if source else [],
            "fate": next(iter(shelf.revisions("cited", source)), None) if source else None,
            "after": after,
            "more": portions.behind(*more) if more else None,
        }
        return page.render(request, "said_by.html", **shown)


@router.get("/revisions")
def revisions(request: Request, of: str = "cited", after: str = "") -> HTMLResponse:
    """How the figures of those who are cited, or of outlets, fared."""
    if of not in ROLES:
        raise WrongUse(f"{of!r} is none of {', '.join(ROLES)}.")
    with page.reading(request) as shelf:
        found = shelf.revisions(ROLES[of], after=portions.place(after, int, int), limit=PORTION + 1)
        last = found[PORTION - 1] if len(found) > PORTION else None
        more = portions.behind(last.given, last.no) if last else None
        return page.render(request, "revisions.html", of=of, found=found[:PORTION], after=after, more=more)
