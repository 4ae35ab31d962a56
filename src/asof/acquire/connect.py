"""A host → a connection to an address that was checked. The only module that opens a socket.

Every address that a host resolves to must be public, and the connection goes to the very address that was checked, so
that a second look-up cannot lead elsewhere. Every wait counts against the time for the whole page.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass

import httpcore

from ..errors import NotFetched
from .addresses import is_public


@dataclass
class Budget:
    """The time that is left for one page, while connected; waiting for a host's turn does not count."""

    left: float
    ends: float = 0.0

    def __enter__(self) -> Budget:
        self.ends = time.monotonic() + self.left
        return self

    def __exit__(self, *_: object) -> None:
        self.left = self.ends - time.monotonic()

    def within(self, timeout: float | None) -> float:
        """A time limit that keeps to the whole; raises when nothing is left."""
        left = self.ends - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for one page is used up")
        return left if timeout is None else min(timeout, left)


class Checked(httpcore.NetworkBackend):
    """Connects to addresses that were checked, and to those alone; all waiting counts against the budget."""

    def __init__(self, budget: Budget, any_address: bool) -> None:
        self._budget, self._any, self._inner = budget, any_address, httpcore.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        found = _resolved(host, port, self._budget.within(timeout))
        if not self._any and (private := next((address for address in found if not is_public(address)), None)):
            raise NotFetched(
                f"{host} has the address {private}, which is not on the public internet; asof fetches nothing from "
                "such hosts unless you list them as allowed."
            )
        failed: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in found[:4]:
            try:
                inner = self._inner.connect_tcp(address, port, self._budget.within(timeout), None, socket_options)
                return _Timed(inner, self._budget)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed


class _Timed(httpcore.NetworkStream):
    """A connection of which every wait keeps to the budget as a whole."""

    def __init__(self, inner: httpcore.NetworkStream, budget: Budget) -> None:
        self._inner, self._budget = inner, budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._budget.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._budget.within(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._budget.within(timeout))
        return _Timed(inner, self._budget)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


def _resolved(host: str, port: int, timeout: float) -> list[str]:
    """The addresses of a host; in a thread, since the system's resolver keeps to no time limit."""
    found: list[str] = []
    failed: list[OSError] = []

    def resolve() -> None:
        try:
            listed = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(entry[4][0]) for entry in listed))
        except (OSError, UnicodeError) as error:
            failed.append(error if isinstance(error, OSError) else OSError(str(error)))

    worker = threading.Thread(target=resolve, daemon=True)
    worker.start()
    worker.join(timeout)
    if worker.is_alive():
        raise httpcore.ConnectTimeout(f"{host} could not be looked up in time")
    if failed:
        raise httpcore.ConnectError(f"{host} cannot be looked up: {failed[0].strerror or failed[0]}")
    return found
