"""An Atom feed for any filter: the questions of the incidents' page, as a feed reader asks them."""

from __future__ import annotations

import hashlib

from fastapi import APIRouter, Request
from fastapi.responses import Response

from ...errors import WrongUse
from .. import atom
from ..access import privacy
from . import page
from .wanted import Wanted

router = APIRouter()
PORTION = 50


@router.get("/feed.atom")
def feed(request: Request) -> Response:
    """The incidents that answer to the questions, those that were told of last first."""
    wanted = Wanted.read(request.query_params)
    if wanted.as_of or wanted.after:
        raise WrongUse("A feed tells what is new: it is of now, and has no portions.")
    with page.reading(request) as shelf:
        rows = shelf.told_last(wanted.filter(PORTION))
        bodies = shelf.bodies([row.id for row in rows])
        found = [privacy.shown(request, shelf, bodies[row.id]) for row in rows if row.id in bodies]
    root = str(request.base_url).rstrip("/")
    narrowed = ", ".join(f"{name} {value}" for name, value in wanted.asked().items())
    content = atom.feed(
        found, f"asof: {narrowed or 'incidents'}", root + wanted.address("/feed.atom"), root + wanted.address(), root
    )
    tag = f'"{hashlib.sha256(content).hexdigest()[:24]}"'
    headers = {"ETag": f"W/{tag}"}  # weak: it is the same of the feed and of the feed compressed
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type="application/atom+xml", headers=headers)
