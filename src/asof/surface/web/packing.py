"""Answers are compressed for who takes gzip, and by one rule: `gzip;q=0` is a no, `*` a yes where gzip is not named.

What stands behind it, the files that are kept compressed among it, finds `gzip` or `identity` alone in the question.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

PACKED = 2000  # bytes from which an answer is compressed


class Packing(GZipMiddleware):
    """Compresses answers, and tells caches that they come in two forms."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(app, minimum_size=PACKED, compresslevel=5)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope = dict(scope)
            headers = MutableHeaders(scope=scope)
            accepted = ",".join(headers.getlist("accept-encoding"))
            headers["accept-encoding"] = "gzip" if takes_gzip(accepted) else "identity"
        await super().__call__(scope, receive, send)


def takes_gzip(accepted: str) -> bool:
    """Whether an `Accept-Encoding` lets an answer be compressed."""
    weights: dict[str, bool] = {}
    for coding in accepted.lower().split(","):
        name, *parameters = (part.strip() for part in coding.split(";"))
        weights[name] = not any(_nothing(one) for one in parameters)
    return weights.get("gzip", weights.get("*", False))


def _nothing(parameter: str) -> bool:
    name, _, weight = parameter.partition("=")
    try:
        return name.strip() == "q" and float(weight) <= 0
    except ValueError:
        return False
