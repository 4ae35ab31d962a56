"""What goes wrong, as a page that says what to do; for the API, as JSON."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from ...errors import AsofError, NotFound, StoreError, WrongUse
from . import page

TITLES = {
    400: "That cannot be asked",
    404: "Not here",
    405: "Not allowed here",
    500: "Something went wrong",
    503: "The store cannot be used now",
}
LOG = logging.getLogger("asof")


def install(app: FastAPI) -> None:
    """Answer every failure."""

    async def wrong(request: Request, error: Exception) -> Response:
        assert isinstance(error, AsofError)
        status = 404 if isinstance(error, NotFound) else 400 if isinstance(error, WrongUse) else 500
        return answer(request, 503 if isinstance(error, StoreError) else status, str(error))

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
    """A failure, as whoever asked can read it."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": said}, status, headers)
    made = page.render(request, "failed.html", status, title=TITLES.get(status, "That did not work"), said=said)
    made.headers.update(headers or {})
    return made
