"""What a server was started with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Masked = Literal["nobody", "readers", "coders"]
_FROM: dict[Masked, tuple[str, ...]] = {"nobody": (), "readers": ("reader",), "coders": ("reader", "coder")}


@dataclass(frozen=True, slots=True)
class Settings:
    """`hosts` are further names by which the server may be asked for, besides those of the loopback and `host`.

    `mask`: from whom the names of private people are masked, where there are accounts: nobody, readers, or readers
    and coders. `fetch`: whether a report may be given by its address, which the server then fetches. `https`: whether
    browsers reach it through TLS, also where a proxy does not say so. `largest`: bytes of one report that is posted.
    `burst` and `rate`: so many requests at once, then so many a second, for each account or address.
    """

    host: str = "127.0.0.1"
    hosts: frozenset[str] = frozenset()
    mask: Masked = "readers"
    fetch: bool = False
    https: bool = False
    largest: int = 2_000_000
    burst: float = 600
    rate: float = 60

    def masks(self, role: str) -> bool:
        """Whether the names of private people are masked from this role."""
        return role in _FROM[self.mask]
