"""The desk as one application: pages, what they are made with, and what every answer carries.

    app = create(store, Settings())

A page is a module with a `router`; it takes its place in `ROUTERS`, and in `page.NAV` where it has an entry there.
Does not know who is looking: that is `surface/access`, which stands in front. The API is `surface/api`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from jinja2 import Environment

from ...errors import MissingPart
from ...store import Store
from ...vocabulary import places
from .. import access, api
from ..access import Settings
from ..access import pages as signing
from . import (
    assets,
    explaining,
    failing,
    feeds,
    incident,
    incidents,
    outlines,
    page,
    people,
    reports,
    review,
    review_record,
    review_values,
    search,
)
from .headers import Headers
from .packing import Packing

ROUTERS = (
    signing.router,
    assets.router,
    incidents.router,
    incident.router,
    explaining.router,
    reports.router,
    people.router,
    search.router,
    feeds.router,
    review.router,
    review_values.router,
    review_record.router,
)
# Answers that are made at once. They share one interpreter, so that more would only take turns, and more memory.
THREADS = 16


def create(store: Store, settings: Settings | None = None) -> FastAPI:
    """The application over an open store, which stays the caller's to close."""
    settings = settings or Settings()
    for part in (assets.HTMX, assets.OUTLINES):
        if not part.exists():
            raise MissingPart(f"{part.name} is made when asof is installed, and is not there. Install asof again.")

    app = FastAPI(title="asof", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_lifespan)
    app.state.templates = page.environment()
    failing.install(app)
    api.install(app)
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.add_middleware(Packing)
    access.install(app, store, settings)
    app.add_middleware(Headers)
    return app


def prepare(app: FastAPI) -> None:
    """Load what the first questions would load, so that they are answered as fast as later ones."""
    made: Environment = app.state.templates
    for name in made.list_templates():
        made.get_template(name)
    assets.assets()
    outlines.countries()
    places.countries()


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    current_default_thread_limiter().total_tokens = THREADS
    yield
