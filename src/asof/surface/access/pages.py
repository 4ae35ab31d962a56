"""Signing in and out. Attempts are limited for each account and for each address, and all that fail look the same."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from ..web import page
from . import accounts
from .front import COOKIE, LOGIN, too_often
from .limits import Limit
from .settings import Settings
from .viewer import asking

router = APIRouter()
# A person mistypes a few times; who guesses has a try each half minute for an account, and each ten seconds in all.
BY_ACCOUNT, BY_ADDRESS = (6, 1 / 30), (20, 1 / 10)
_LOCAL = re.compile(r"/(?![/\\])[^\x00-\x20\x7f\\]*\Z")


class Attempts:
    """How often somebody may still try."""

    def __init__(self) -> None:
        self.account, self.address = Limit(*BY_ACCOUNT), Limit(*BY_ADDRESS)

    def wait(self, name: str, address: str) -> float:
        """Take a try; seconds to wait before there is one."""
        return self.address.wait(address) or self.account.wait(name)


def _attempts(request: Request) -> Attempts:
    found: Attempts | None = getattr(request.app.state, "attempts", None)
    if found is None:
        found = request.app.state.attempts = Attempts()
    return found


def local(path: str) -> str:
    """Where to go on: an address of this server, else its first page."""
    return path if _LOCAL.match(path) else "/"


@router.get(LOGIN)
def login(request: Request, next: str = "/") -> Response:
    """The page where one signs in."""
    if asking(request) is not None:
        return RedirectResponse(local(next), 303)
    return page.render(request, "login.html", next=local(next), wrong=False)


@router.post(LOGIN)
async def signed_in(
    request: Request,
    name: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=2000)] = "",
    next: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Sign in."""
    attempts = _attempts(request)
    wait = attempts.wait(name, request.client.host if request.client else "")
    if wait:
        return too_often(request.scope, wait)
    token = await run_in_threadpool(accounts.sign_in, request.app.state.store, name, password)
    if token is None:
        return page.render(request, "login.html", 401, next=local(next), wrong=True)
    attempts.account.forget(name)
    settings: Settings = request.app.state.settings
    answer = RedirectResponse(local(next), 303)
    secure = settings.https or request.url.scheme == "https"
    answer.set_cookie(COOKIE, token, httponly=True, samesite="lax", secure=secure, path="/",
                      max_age=int(accounts.SESSION.total_seconds()))  # fmt: skip
    return answer


@router.post("/logout")
def signed_out(request: Request) -> Response:
    """Sign out."""
    who = asking(request)
    if who is not None and who.session is not None:
        accounts.sign_out(request.app.state.store, who.session)
    answer = RedirectResponse(LOGIN, 303)
    answer.delete_cookie(COOKIE, path="/")
    return answer
