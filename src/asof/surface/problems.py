"""What goes wrong, as `application/problem+json` (RFC 9457), and which status each kind of error has."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exception_handlers import http_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from .. import errors
from . import json

MEDIA_TYPE = "application/problem+json"
# The first kind that an error is of decides. A store that cannot be used now may be used later.
_STATUS: tuple[tuple[type[errors.AsofError], int], ...] = (
    (errors.NotFound, 404),
    (errors.NotFetched, 502),
    (errors.WrongUse, 422),
    (errors.UnreadableReport, 422),
    (errors.RefusedReport, 422),
    (errors.StoreError, 503),
    (errors.MissingPart, 503),
    (errors.AsofError, 500),
)
_MEANING = {
    400: "The request is no HTTP that can be answered here: a host that is not this server's, a body that breaks off.",
    401: "There are accounts, and the request has no valid token or session.",
    403: "The account's role may not do this, or the request does not come from a page of this server.",
    404: "It is not in the store, or was not known at the moment asked for.",
    413: "The body is larger than this server takes.",
    415: "The body is of a type that cannot be read.",
    422: "A parameter or the body is not what it must be; the detail says what to give.",
    429: "Too many requests; `Retry-After` says when to go on.",
    502: "The address could not be fetched.",
    503: "The store or a part of the installation cannot be used now.",
}
_log = logging.getLogger("asof.api")


class Fault(BaseModel):
    """One parameter or field that is not what it must be."""

    model_config = ConfigDict(extra="forbid")
    where: str
    message: str


class Problem(BaseModel):
    """What went wrong, and what to do. `detail` is for a person; `status` and `errors` are for a program."""

    model_config = ConfigDict(extra="forbid")
    type: str
    title: str
    status: int
    detail: str
    errors: list[Fault]


def responses(*more: int) -> dict[int | str, dict[str, Any]]:
    """The errors that an operation may answer with: those of all, and these."""
    always = (400, 401, 403, 422, 429, 503)
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": _MEANING[status], "content": content} for status in sorted({*always, *more})}


def shapes() -> dict[str, Any]:
    """The schemas that `responses` refers to."""
    made: dict[str, Any] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    shared: dict[str, Any] = made.pop("$defs")
    return shared | {"Problem": made}


def problem(
    status: int, detail: str, faults: list[Fault] | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """One problem as a response."""
    title = HTTPStatus(status).phrase
    body = Problem(type="about:blank", title=title, status=status, detail=detail, errors=faults or [])
    return Response(json.line(body.model_dump()), status, headers, MEDIA_TYPE)


def status(error: errors.AsofError) -> int:
    """The status of an error."""
    return next(status for kind, status in _STATUS if isinstance(error, kind))


def later(status: int) -> dict[str, str]:
    """What an answer with this status carries: of what may be gone in a moment, when to ask again."""
    return {"Retry-After": "5"} if status == 503 else {}


def answer(error: Exception) -> Response:
    """What is said of an error; of one that is a fault of asof, no more than that."""
    if isinstance(error, errors.AsofError):
        return problem(status(error), str(error), headers=later(status(error)))
    if isinstance(error, RequestValidationError):
        return _invalid(error)
    if isinstance(error, HTTPException):
        return problem(error.status_code, str(error.detail), headers=error.headers)
    _log.error("an answer failed", exc_info=error)
    return problem(500, "Something unexpected went wrong: a fault of asof. The server's log has it.")


def _invalid(error: RequestValidationError) -> Response:
    faults = [Fault(where=".".join(map(str, one["loc"])), message=str(one["msg"])) for one in error.errors()]
    return problem(422, "; ".join(f"{one.where}: {one.message}" for one in faults)[:2000], faults)


class Route(APIRoute):
    """A route whose errors are problems, whatever the application makes of its other errors."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                return await handle(request)
            except Exception as error:
                return answer(error)

        return handled


def install(app: FastAPI, prefix: str) -> None:
    """Problems also where no route is found below the prefix; elsewhere as before."""
    other = app.exception_handlers.get(HTTPException, http_exception_handler)

    async def missed(request: Request, error: Exception) -> Response:
        if request.url.path.startswith(f"{prefix}/") and isinstance(error, HTTPException):
            if error.status_code == 404:
                return problem(404, f"There is nothing at {request.url.path[:200]}: {prefix}/openapi.json has all.")
            return answer(error)
        found: Response = await other(request, error)  # type: ignore[misc]
        return found

    app.add_exception_handler(HTTPException, missed)
