"""The incidents: a list that can be turned back to any moment."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from ... import ask
from ...store import IncidentFilter
from . import page

router = APIRouter()
PORTION = 40


@router.get("/", response_class=HTMLResponse)
def index(request: Request, as_of: str = "") -> HTMLResponse:
    """The list."""
    moment = ask.moment(as_of) if as_of else None
    with page.reading(request) as shelf:
        found = ask.incidents(shelf, IncidentFilter(limit=PORTION), moment)
    return page.render(request, "incidents.html", incidents=found, as_of=moment)
