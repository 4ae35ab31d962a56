"""Files that pages load, and whether the desk is well."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, JSONResponse, Response

from ...errors import WrongUse
from . import page

HERE = Path(__file__).parent
SHARED = HERE.parent
STATIC = HERE / "static"
HTMX, OUTLINES = STATIC / "htmx.min.js", HERE / "outlines.db"
router = APIRouter()


@router.get("/healthz")
def healthy(request: Request) -> JSONResponse:
    """Whether the store answers."""
    with page.reading(request) as shelf:
        shelf.reports(limit=1)
    return JSONResponse({"status": "ok"})


@router.get("/favicon.ico")
def icon() -> FileResponse:
    return FileResponse(STATIC / "icon.svg", media_type="image/svg+xml")


@router.get("/static/record.css")
def record_style() -> FileResponse:
    """The style of marked text and of the cards beside it: the one-file page has the same."""
    return FileResponse(SHARED / "record.css")


@router.get("/static/page.js")
def page_script() -> FileResponse:
    """What ties the words of a report to its values: the one-file page has the same."""
    return FileResponse(SHARED / "page.js")


@router.get("/land.svg")
def land(west: float, south: float, east: float, north: float) -> Response:
    """The outlines of one view as a picture of its own, which the maps of that view share and browsers keep."""
    from .maps import View, land

    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise WrongUse("A map shows degrees between -180 and 180, and between -90 and 90.")
    path = land(View(*(round(edge, 3) for edge in (west, south, east, north))))
    body = f'<svg xmlns="http://www.w3.org/2000/svg"><path id="land" fill-rule="evenodd" d="{path}"/></svg>'
    return Response(body, media_type="image/svg+xml", headers={"Cache-Control": "private, max-age=86400"})


@cache
def version(name: str) -> str:
    """A few digits that change with the file, so that browsers load a new one at once."""
    file = STATIC / name
    return hashlib.sha256((file if file.exists() else SHARED / name).read_bytes()).hexdigest()[:8]
