"""What a server was started with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Masked = Literal["nobody", "readers", "coders"]


@dataclass(frozen=True, slots=True)
class Settings:
    """`hosts` are further names by which the server may be asked for, besides those of the loopback and `host`.

    `mask`: from whom the names of private people are masked, where there are accounts: nobody, readers, or readers
    and coders. `fetch`: whether a report may be given by its address, which the server then fetches. `https`: whether
    it is reached through TLS (a proxy's). `largest`: bytes of one report that is posted.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    hosts: frozenset[str] = frozenset()
    mask: Masked = "readers"
    fetch: bool = False
    https: bool = False
    largest: int = 2_000_000
