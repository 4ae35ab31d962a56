"""A site's robots.txt → what may be fetched there, and how often. Fetches nothing; see RFC 9309.

Groups, wildcards and the longest match are Protego's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protego import Protego

# How much of a robots.txt is read: the least that RFC 9309 wants read.
LARGEST = 512_000
# A delay that a site asks for is kept up to this: longer, and a folder of links would never end.
LONGEST_DELAY = 30.0
PRODUCT = "asof"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site allows. `refusal` says why nothing at all may be fetched."""

    parsed: Protego | None = None
    refusal: str | None = None

    def allow(self, url: str) -> bool:
        return self.refusal is None and (self.parsed is None or bool(self.parsed.can_fetch(url, PRODUCT)))

    @property
    def delay(self) -> float:
        """Seconds between two requests that the site asks for; 0 when it does not ask."""
        stated = self.parsed.crawl_delay(PRODUCT) if self.parsed is not None else None
        return min(max(float(stated or 0), 0.0), LONGEST_DELAY)


def read(content: bytes) -> Rules:
    """The rules of a robots.txt; what in it is no rule is passed over."""
    from protego import Protego

    return Rules(Protego.parse(content[:LARGEST].decode("utf-8", "replace")))
