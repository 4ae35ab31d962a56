"""Bytes → an address that asked for them, once; with `connect` and `fetch` all that reaches the network.

As safe as fetching: http and https only, public hosts only unless the caller says otherwise, no redirect is followed,
time is limited as a whole. What is answered is read for its status alone.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping

import httpcore

from ..errors import NotFetched
from .addresses import checked
from .connect import Budget, Checked

SILENCE, TOTAL = 10.0, 20.0  # seconds: for the next bytes, and for all of it


def post(url: str, content: bytes, headers: Mapping[str, str], private: bool = False) -> int:
    """Send it, and say what status the server answered; raises `NotFetched` where there was no answer. `private`: the
    host may have a private address."""
    parts = checked(url)
    budget = Budget(TOTAL)
    backend = Checked(budget, any_address=private)
    wait = dict.fromkeys(("connect", "read", "write", "pool"), SILENCE)
    try:
        with (
            budget,
            httpcore.ConnectionPool(
                ssl_context=httpcore.default_ssl_context(), network_backend=backend, max_connections=1
            ) as pool,
            pool.stream(
                "POST", parts.geturl(), headers=list(headers.items()), content=content, extensions={"timeout": wait}
            ) as response,
        ):
            return int(response.status)
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, ssl.SSLError, OSError) as error:
        said = str(error) or type(error).__name__
        raise NotFetched(f"{parts.hostname} did not answer: {said}.", later=True) from None
