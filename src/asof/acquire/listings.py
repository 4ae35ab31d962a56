"""What a feed or a site map lists → items: the articles that it holds, and the pages that it leads to.

Does not parse (`feeds` does) nor remember what was seen (`polling` does).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..errors import AsofError, NotFetched
from . import feeds
from .feeds import Entry, Listing
from .item import Item

if TYPE_CHECKING:
    from .fetch import Fetcher

# Site maps that one index may lead to, and indexes within it: the protocol allows none in another, and some do it.
MOST_MAPS, DEEPEST = 100, 2


def items(listing: Listing, base: str, fetcher: Fetcher | None, most: int) -> Iterator[Item]:
    """The items of at most so many entries; an entry that cannot be had is an item with a problem."""
    taken = left = 0
    for entry in entries(listing, base, fetcher):
        if isinstance(entry, Item):
            yield entry
        elif taken >= most:
            left += 1
        else:
            taken += 1
            try:
                yield item(entry, base, fetcher)
            except AsofError as error:
                yield Item(entry.url or entry.key, url=entry.url, problem=str(error))
    if left:
        yield Item(base, problem=f"It lists {left:,} entries more than the {most:,} that are read at once.")


def item(entry: Entry, base: str, fetcher: Fetcher | None) -> Item:
    """One entry's article, or the page that it leads to; raises `NotFetched`."""
    if (whole := entry.item(entry.url or f"{base}#{entry.key}")) is not None:
        return whole
    if entry.url is None:
        raise NotFetched("The entry has neither a text nor an address.")
    if fetcher is None:
        raise NotFetched("The entry has only an address, and nothing is fetched offline.")
    page = fetcher.fetch(entry.url, via=_via(base))
    if feeds.is_listing(page.content):
        raise NotFetched("The entry leads to another feed or site map.")
    return Item(entry.url, page.content, page.url, entry.publisher, entry.published, page.at, entry.language)


def entries(listing: Listing, base: str, fetcher: Fetcher | None) -> Iterator[Entry | Item]:
    """The entries of a listing, each once; of an index those of its site maps, and a problem for one without."""
    seen = {base}
    for entry in _walked(listing, base, fetcher, seen, 0):
        if isinstance(entry, Item):
            yield entry
        elif entry.key not in seen:
            seen.add(entry.key)
            yield entry


def _walked(listing: Listing, base: str, fetcher: Fetcher | None, seen: set[str], depth: int) -> Iterator[Entry | Item]:
    if listing.kind != "index":
        yield from listing.entries
        return
    for place, part in enumerate(listing.entries):
        if part.url is None or part.url in seen:
            continue
        seen.add(part.url)
        if place >= MOST_MAPS or depth >= DEEPEST:
            limit = f"{MOST_MAPS} site maps" if place >= MOST_MAPS else f"{DEEPEST} indexes within each other"
            yield Item(base, problem=f"The index leads to more than {limit}, which is the limit; the rest is left out.")
            return
        try:
            inner = _map(part.url, base, fetcher)
        except AsofError as error:
            yield Item(part.url, url=part.url, problem=str(error))
            continue
        yield from _walked(inner, part.url, fetcher, seen, depth + 1)


def _via(base: str) -> str | None:
    """The address that led here; None for a file of the user's own."""
    return base if base.startswith(("http://", "https://")) else None


def _map(url: str, via: str, fetcher: Fetcher | None) -> Listing:
    if fetcher is None:
        raise NotFetched("The index has only addresses of site maps, and nothing is fetched offline.")
    found = feeds.read(fetcher.fetch(url, via=_via(via)).content, url)
    if found is None:
        raise NotFetched("The index names it as a site map, and it is none.")
    return found
