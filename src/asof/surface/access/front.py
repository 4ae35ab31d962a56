"""What stands in front of every request: is it for this server, and who asks.

`install` puts it there. Nothing behind it is reached without a viewer.
"""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ...store import Store
from .. import problems
from .hosts import allowed
from .settings import Settings
from .viewer import LOCAL


def refused(scope: Scope, status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """A refusal, as who asks can read it."""
    if scope["path"].startswith("/api/"):
        return problems.problem(status, detail, headers=headers)
    return PlainTextResponse(f"{detail}\n", status, headers)


class Front:
    """Refuses requests for another server's name; says who asks."""

    def __init__(self, app: ASGIApp, store: Store, settings: Settings) -> None:
        self.app, self.store, self.settings = app, store, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if not allowed(Headers(scope=scope).get("host", ""), self.settings.host, self.settings.hosts):
            refusal = "This server is asked for by a name that is not its own. Start it with --name NAME."
            await refused(scope, 400, refusal)(scope, receive, send)
            return
        scope["asof.viewer"] = LOCAL
        await self.app(scope, receive, send)


def install(app: FastAPI, store: Store, settings: Settings) -> None:
    """Put the front before an application, and the store and the settings into its state."""
    app.state.store, app.state.settings = store, settings
    app.add_middleware(Front, store=store, settings=settings)
