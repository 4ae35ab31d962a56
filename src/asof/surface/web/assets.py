"""Files that pages load, and whether the desk is well."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from ...errors import WrongUse
from . import page
from .packing import PACKED

HERE = Path(__file__).parent
SHARED = HERE.parent
STATIC = HERE / "static"
HTMX, OUTLINES = STATIC / "htmx.min.js", HERE / "outlines.db"
KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
# The one-file page has these as well: the style of marked text, and what ties the words of a report to its values.
ALSO = (SHARED / "record.css", SHARED / "page.js")
FOREVER = "public, max-age=31536000, immutable"  # of an address that names the file's version
router = APIRouter()


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages load, as it is sent."""

    kind: str
    content: bytes
    packed: bytes | None  # none of a small file: `packing` would not compress it either
    version: str

    def answer(self, request: Request) -> Response:
        """The file; or that it is what they have already. Read once: it asks neither the store nor the disk."""
        packed = self.packed if request.headers.get("accept-encoding") == "gzip" else None
        # Other bytes have another tag: a cache must not join the part of one that it has to the rest of the other.
        headers = {"ETag": f'"{self.version}"' if packed is None else f'"{self.version}-gzip"'}
        if request.url.query == self.version:
            headers["Cache-Control"] = FOREVER
        known = headers["ETag"] in request.headers.get("if-none-match", "")
        if self.packed is not None and (packed is not None or known):  # of others `packing` says it
            headers["Vary"] = "Accept-Encoding"
        if known:
            return Response(status_code=304, headers=headers)
        if packed is None:
            return Response(self.content, media_type=self.kind, headers=headers)
        return Response(packed, media_type=self.kind, headers=headers | {"Content-Encoding": "gzip"})


@router.get("/healthz")
def healthy(request: Request) -> JSONResponse:
    """Whether the store answers."""
    with page.reading(request) as shelf:
        shelf.reports(limit=1)
    return JSONResponse({"status": "ok"})


@router.api_route("/favicon.ico", methods=["GET", "HEAD"])
async def icon(request: Request) -> Response:
    """The picture that browsers ask for by themselves."""
    return assets()["icon.svg"].answer(request)


@router.api_route("/static/{name}", methods=["GET", "HEAD"])
async def static(request: Request, name: str) -> Response:
    """A file that pages load."""
    if (found := assets().get(name)) is None:
        raise HTTPException(404)
    return found.answer(request)


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
def assets() -> dict[str, Asset]:
    """All of these files, by their names."""
    files = [file for file in (*sorted(STATIC.iterdir()), *ALSO) if file.suffix in KINDS]
    return {file.name: _asset(file) for file in files}


def _asset(file: Path) -> Asset:
    content = file.read_bytes()
    # A few digits that change with the file, so that browsers load a new one at once.
    version = hashlib.sha256(content).hexdigest()[:8]
    packed = gzip.compress(content, mtime=0) if len(content) >= PACKED else None
    return Asset(KINDS[file.suffix], content, packed, version)
