"""What stands in front of every request: is it for this server, how often, who asks, and do they ask themselves.

`install` puts it there. Behind it a request has a viewer, or is for one of the few things that strangers see.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from urllib.parse import quote

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ...errors import AsofError
from ...store import Store
from .. import problems
from . import accounts, csrf
from .hosts import allowed, is_loopback
from .limits import Limit
from .settings import Settings
from .viewer import LOCAL, ROLES, Viewer

COOKIE = "asof-session"
LOGIN = "/login"
OPEN = (LOGIN, "/healthz")  # what a stranger sees, besides the files of the pages


def refused(scope: Scope, status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """A refusal, as who asks can read it."""
    if scope["path"].startswith("/api/"):
        return problems.problem(status, detail, headers=headers)
    return PlainTextResponse(f"{detail}\n", status, headers)


class Front:
    """Lets through what is for this server and from somebody who may ask."""

    def __init__(self, app: ASGIApp, store: Store, settings: Settings) -> None:
        self.app, self.store, self.settings = app, store, settings
        self.limit = Limit(settings.burst, settings.rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        answer = self._misdirected(scope, headers)
        if answer is None:
            try:
                answer, receive = await self._stopped(scope, headers, receive)
            except AsofError as error:  # before any page or route could answer to it
                status = problems.status(error)
                answer = refused(scope, status, str(error), problems.later(status))
        await (self.app if answer is None else answer)(scope, receive, send)

    async def _stopped(self, scope: Scope, headers: Headers, receive: Receive) -> tuple[Response | None, Receive]:
        """What is answered to who may not ask this now, and what is left to be received; leaves word of who asks."""
        token = _bearer(headers)
        if _for_everybody(scope, token):
            return None, receive
        session = cookie_parser(headers.get("cookie", "")).get(COOKIE)
        viewer = await run_in_threadpool(self._viewer, token, session)
        answer = self._too_often(scope, viewer) or self._unknown(scope, viewer, token)
        if answer is None and viewer is not None and viewer.session is not None:
            answer, receive = await _forged(scope, headers, receive, viewer.session)
        scope["asof.viewer"] = viewer
        return answer, receive

    def _misdirected(self, scope: Scope, headers: Headers) -> Response | None:
        """What is asked of another server, or by a page of another one."""
        if not allowed(headers.get("host", ""), self.settings.host, self.settings.hosts):
            name = "This server is asked for by a name that is not its own. Start it with --name NAME."
            return refused(scope, 400, name)
        if scope["method"] not in csrf.SAFE and csrf.elsewhere(headers):
            return refused(scope, 403, "This was sent by a page of another server.")
        return None

    def _viewer(self, token: str | None, session: str | None) -> Viewer | None:
        """Who asks; null: a stranger."""
        kind = "api" if token is not None else "session"
        closed, account = accounts.holder(self.store, token if token is not None else session, kind)
        if not closed:
            return LOCAL if is_loopback(self.settings.host) else None
        role = next((role for role in ROLES if account is not None and role == account.role), None)
        if account is None or role is None:
            return None
        if kind == "api" or session is None:
            return Viewer(account.name, role, self.settings.masks(role))
        return Viewer(account.name, role, self.settings.masks(role), csrf.value(session), session)

    def _too_often(self, scope: Scope, viewer: Viewer | None) -> Response | None:
        """Requests without end, of an account or of an address; without accounts, one's own machine is one's own."""
        if viewer is LOCAL:
            return None
        client = scope.get("client")
        wait = self.limit.wait(f"@{viewer.name}" if viewer is not None else str(client and client[0]))
        return too_often(scope, wait) if wait else None

    def _unknown(self, scope: Scope, viewer: Viewer | None, token: str | None) -> Response | None:
        """What is not for strangers."""
        path = scope["path"]
        if viewer is not None or path in OPEN:
            return None
        if path.startswith("/api/") or token is not None or scope["method"] not in csrf.SAFE:
            asked = "The token is not valid." if token is not None else "Sign in, or send a token."
            return refused(scope, 401, asked, {"WWW-Authenticate": "Bearer"})
        query = scope.get("query_string", b"").decode("latin-1")
        return RedirectResponse(f"{LOGIN}?next={quote(f'{path}?{query}' if query else path, safe='/')}", 303)


def _for_everybody(scope: Scope, token: str | None) -> bool:
    """Files of the pages: the same for all, sent from memory, so that neither the store is asked nor the limit."""
    return token is None and scope["path"].startswith("/static/") and scope["method"] in csrf.SAFE


def too_often(scope: Scope, wait: float) -> Response:
    """That it was too often, and when to go on."""
    return refused(scope, 429, "Too many requests: wait a moment.", {"Retry-After": str(max(1, ceil(wait)))})


def _bearer(headers: Headers) -> str | None:
    kind, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else None


async def _forged(scope: Scope, headers: Headers, receive: Receive, session: str) -> tuple[Response | None, Receive]:
    """What a session's cookie vouches for, and what carries nothing that only this server's pages have."""
    if scope["method"] in csrf.SAFE:
        return None, receive
    given = headers.get(csrf.HEADER)
    if given is None and headers.get("content-type", "").partition(";")[0].strip().lower() == csrf.FORM:
        given, receive = await csrf.field(receive)
    if csrf.carried(given, session):
        return None, receive
    return refused(scope, 403, "The form is too old, or not from this server: load its page again."), receive


def install(app: FastAPI, store: Store, settings: Settings) -> None:
    """Put the front before an application, and the store and the settings into its state."""
    app.state.store, app.state.settings = store, settings
    app.add_middleware(Front, store=store, settings=settings)
