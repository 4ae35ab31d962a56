"""The router with all that it answers, the description of itself, and how an application takes it in."""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.responses import Response

from ... import __version__
from .. import json, problems
from . import claims, decisions, exports, incidents, reports, search
from .answers import PREFIX

router = APIRouter(prefix=PREFIX, route_class=problems.Route)
for part in (incidents, claims, reports, decisions, search, exports):
    router.include_router(part.router)

_ABOUT = """What news reports say of conflict and diplomacy: incidents, who says what, tolls as of any moment.

Every read takes `as_of` (ISO 8601, as precise as you like): the answer is what was known then. Lists come in portions
(`limit`, `next` → `cursor`), or whole as JSON Lines (`format=jsonl`, or `Accept: application/x-ndjson`). Answers have
an ETag: ask again with `If-None-Match`, and 304 says that nothing was added since. Errors are
`application/problem+json`."""
""


@cache
def description() -> dict[str, Any]:
    """The OpenAPI document of the API, and of nothing else."""
    made = get_openapi(title="asof", version=__version__, openapi_version="3.1.0", description=_ABOUT,
                       routes=router.routes)  # fmt: skip
    made["components"]["schemas"] |= problems.shapes()
    return made


@router.get("/openapi.json", include_in_schema=False)
def openapi() -> Response:
    """The description of the API."""
    return Response(json.line(description()), media_type="application/json")


def install(app: FastAPI) -> None:
    """Take the API into an application: its routes, and its answers to what no route takes."""
    app.include_router(router)
    problems.install(app, PREFIX)
