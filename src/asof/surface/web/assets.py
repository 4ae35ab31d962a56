"""Files that pages load, and whether the desk is well."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, JSONResponse

from . import page

HERE = Path(__file__).parent
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


@cache
def version(name: str) -> str:
    """A few digits that change with the file, so that browsers load a new one at once."""
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]
