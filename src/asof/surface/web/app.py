"""The desk as one application: pages, what they are made with, and what every answer carries.

    app = create(store, Settings())

A page is a module with a `router`; it takes its place in `ROUTERS`, and in `page.NAV` where it has an entry there.
Does not know who is looking: accounts and masking are `surface/access`.
"""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from ...errors import MissingPart
from ...store import Store
from . import assets, failing, incidents, page
from .headers import Headers

ROUTERS = (
    assets.router,
    incidents.router,
)
LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "::1")
PACKED = 2000  # bytes from which an answer is compressed


@dataclass(frozen=True, slots=True)
class Settings:
    """How the desk is served. `hosts`: the names by which browsers may ask for it; a page elsewhere that has its own
    name point to this machine gets nothing."""

    hosts: tuple[str, ...] = LOOPBACK


def create(store: Store, settings: Settings | None = None) -> FastAPI:
    """The application over an open store, which stays the caller's to close."""
    settings = settings or Settings()
    for part in (assets.HTMX, assets.OUTLINES):
        if not part.exists():
            raise MissingPart(f"{part.name} is made when asof is installed, and is not there. Install asof again.")

    app = FastAPI(title="asof", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.store, app.state.settings, app.state.templates = store, settings, page.environment()
    failing.install(app)
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=assets.STATIC), name="static")
    app.add_middleware(GZipMiddleware, minimum_size=PACKED, compresslevel=5)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts), www_redirect=False)
    app.add_middleware(Headers)
    return app
