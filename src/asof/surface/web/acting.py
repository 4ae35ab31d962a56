"""Who decides on a page, and what the page says of it afterwards."""

from __future__ import annotations

import getpass
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import unquote

from fastapi import Query, Request
from fastapi.responses import RedirectResponse

from ...errors import WrongUse
from ...ledger import Correction, Decision
from ...store.asking import Asking
from ..access import needs, viewer
from . import page

Place = Annotated[int | None, Query(ge=0, lt=2**53)]  # where a list goes on: a number of the store
COOKIE = "coder"  # who reviews, where the desk has no accounts
_NAME = re.compile(r"[^\x00-\x1f\x7f;,\\\"]{1,60}")
_LOCAL = re.compile(r"/review(?:[/?][^\x00-\x20\x7f\\]*)?\Z")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who looks at the page: the name under which they decide, whether they may, and whether the name is theirs to
    choose. `csrf` is what their forms carry."""

    name: str
    may: bool
    chooses: bool
    csrf: str


def actor(request: Request) -> Actor:
    """Who looks at the page."""
    who = viewer(request)
    name = (
        who.name or chosen(unquote(request.cookies.get(COOKIE, ""))) or os.environ.get("ASOF_BY") or getpass.getuser()
    )
    return Actor(name, who.may("coder"), who.name is None, who.csrf)


def author(request: Request) -> str:
    """The name under which somebody decides, who may."""
    needs(request, "coder")
    return actor(request).name


def chosen(name: str) -> str:
    """A name that somebody gave themselves; empty where it is none."""
    name = " ".join(name.split())
    return name if _NAME.fullmatch(name) and not name.startswith("rule:") else ""


def back(to: str, done: Sequence[str] = ()) -> RedirectResponse:
    """To a page of the review, which tells of what was done."""
    if not _LOCAL.match(to):
        raise WrongUse("A review goes on at a page of the review.")
    path, _, asked = to.partition("?")
    kept = [one for one in asked.split("&") if one and not one.startswith("done=")]
    done = [f"done={','.join(done)}"] if done else []
    return RedirectResponse("?".join(part for part in (path, "&".join([*kept, *done])) if part), 303)


def told(shelf: Asking, done: str) -> list[Decision | Correction]:
    """The decisions and corrections of which a page tells, by their ids."""
    found: list[Decision | Correction] = []
    for id in [one for one in done.split(",") if one][:100]:
        one = shelf.correction(id) if id.startswith("k-") else shelf.decision(id)
        if one is not None:
            found.append(one)
    return found


def note(words: str) -> str | None:
    """The reason that a form was sent with."""
    return " ".join(words.split())[:2000] or None


def shared(request: Request, shelf: Asking, done: str = "") -> dict[str, Any]:
    """What every page of the review shows."""
    return {"actor": actor(request), "told": told(shelf, done), "here": _here(request)}


def _here(request: Request) -> str:
    """The page itself, without what it tells of."""
    asked = {name: value for name, value in request.query_params.items() if name != "done"}
    return page.address(request.url.path, **asked)
