"""What goes wrong, as a page that says what to do; for the API, as JSON."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from ...errors import AsofError, WrongUse
from .. import problems
from . import page

TITLES = {
    400: "That cannot be asked",
    404: "Not here",
    405: "Not allowed here",
    500: "Something went wrong",
    503: "This cannot be answered now",
}
LOG = logging.getLogger("asof")


def install(app: FastAPI) -> None:
    """Answer every failure."""

    async def wrong(request: Request, error: Exception) -> Response:
        assert isinstance(error, AsofError)
        status = 400 if isinstance(error, WrongUse) else problems.status(error)
        return answer(request, status, str(error), problems.later(status))

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        said = str(error.detail) if error.status_code != 404 else "There is no page at this address."
        return answer(request, error.status_code, said, dict(error.headers or {}))

    async def misread(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        said = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors())
        return answer(request, 400, said)

    async def broken(request: Request, error: Exception) -> Response:
        LOG.exception("%s %s", request.method, request.url.path, exc_info=error)
        return answer(request, 500, "This is a fault of asof. The server's log says more.")

    app.add_exception_handler(AsofError, wrong)
    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(RequestValidationError, misread)
    app.add_exception_handler(Exception, broken)


def answer(request: Request, status: int, said: str, headers: dict[str, str] | None = None) -> Response:
    """A failure, as whoever asked can read it. It tells of no report, and is told also where the store is not read."""
    if request.url.path.startswith("/api/"):
        return problems.problem(status, said, headers=headers)
    body = page.written(request, "failed.html", None, title=TITLES.get(status, "That did not work"), said=said)
    return HTMLResponse(body, status, headers)
