"""Feeds and folders that are looked at again and again → what is new in them since the last time.

What was seen is a small state that the caller keeps; whoever loses it, or stops before keeping it, reads some reports
again, which the store knows by their bytes. The loop itself is not here.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import AsofError, NotFetched
from . import feeds, folders, listings, sources
from .feeds import Entry, Listing
from .item import Item
from .sources import OFFLINE, Options

if TYPE_CHECKING:
    from .fetch import Fetched

# Entries that left a feed are remembered up to this number: some feeds drop an entry and bring it back.
REMEMBERED = 5000
# A page that could not be had is tried again at so many polls, while its entry is in the feed.
TRIES = 5
# A file that was changed less than so many seconds ago may still be written to; it is read at a later poll.
SETTLED = 2.0


@dataclass(frozen=True, slots=True)
class FeedState:
    """What was seen of a feed, site map or page. `seen`: entries and their marks; `failed`: how often each failed."""

    etag: str | None = None
    modified: str | None = None
    seen: Mapping[str, str] = field(default_factory=dict)
    failed: Mapping[str, int] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> FeedState:
        return cls(**value)


@dataclass(frozen=True, slots=True)
class FolderState:
    """The files of a folder that were read, with their size and the moment of their last change."""

    seen: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {"seen": {name: list(stamp) for name, stamp in self.seen.items()}}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> FolderState:
        return cls({name: (int(stamp[0]), int(stamp[1])) for name, stamp in value["seen"].items()})


def poll(url: str, state: FeedState, options: Options) -> tuple[list[Item], FeedState]:
    """What is new at an address, and the state to keep once that is stored. At most `options.most` pages at once:
    what is left comes with the next poll. A feed that cannot be had is one item with a problem, and no change."""
    if options.fetcher is None:
        raise NotFetched("Nothing is fetched offline.")
    try:
        fetched = options.fetcher.fetch(url, etag=state.etag, modified=state.modified)
        if fetched.unchanged:
            return [], state
        listing = feeds.read(fetched.content, fetched.url)
        if listing is None:
            found, after, whole = _of_page(fetched, url, state, options)
        else:
            found, after, whole = _of_listing(listing, fetched.url, state, options)
    except AsofError as error:
        return [Item(url, url=url, problem=str(error))], state
    if not whole:
        return found, replace(after, etag=None, modified=None)
    return found, replace(after, etag=fetched.etag, modified=fetched.modified)


_Polled = tuple[list[Item], FeedState, bool]  # and whether nothing is left for the next poll


def _of_page(fetched: Fetched, url: str, state: FeedState, options: Options) -> _Polled:
    mark = hashlib.sha256(fetched.content).hexdigest()
    if state.seen.get(url) == mark:
        return [], state, True
    found = list(islice(sources.of_fetched(fetched, url, options), options.most))
    return found, FeedState(seen={url: mark}), True


def _of_listing(listing: Listing, base: str, state: FeedState, options: Options) -> _Polled:
    seen, failed = dict(state.seen), dict(state.failed)
    found: list[Item] = []
    present: set[str] = set()
    # An index does not change when one of its site maps does, and so is always walked.
    whole, taken = listing.kind != "index", 0
    for entry in listings.entries(listing, base, options.fetcher):
        if isinstance(entry, Item):
            found.append(entry)
            whole = False
            continue
        present.add(entry.key)
        known = seen.pop(entry.key, None)  # those that are still listed stand last, and are kept longest
        if known != entry.mark:
            if taken >= options.most:
                whole = False
            else:
                taken += 1
                got, done = _taken(entry, base, options, failed)
                found.append(got)
                known = entry.mark if done else known
                whole = whole and done
        if known is not None:
            seen[entry.key] = known
    kept = dict(list(seen.items())[-max(REMEMBERED, len(present)) :])
    return found, FeedState(seen=kept, failed={key: n for key, n in failed.items() if key in present}), whole


def _taken(entry: Entry, base: str, options: Options, failed: dict[str, int]) -> tuple[Item, bool]:
    """An entry's item, and whether that settles it; counts what may be had another time."""
    tries = failed.pop(entry.key, 0) + 1
    try:
        return listings.item(entry, base, options.fetcher), True
    except NotFetched as error:
        if done := not error.later or tries >= TRIES:
            return Item(entry.url or entry.key, url=entry.url, problem=str(error)), done
        failed[entry.key] = tries
        return Item(entry.url or entry.key, url=entry.url, problem=f"{error} It will be tried again."), False


def poll_folder(
    path: Path, state: FolderState, options: Options = OFFLINE, now: float | None = None
) -> tuple[Iterator[Item], FolderState]:
    """What is new or changed in the files below a folder, read as it is taken, and the state to keep once all of it is
    stored. `now` is for tests; a file that is being written is left to a later poll."""
    latest = (time.time() if now is None else now) - SETTLED
    seen: dict[str, tuple[int, int]] = {}
    fresh: list[Path] = []
    for file in folders.below(path, folders.REPORTS | folders.ARCHIVES):
        try:
            status = file.stat()
        except OSError:  # gone since the folder was listed
            continue
        name, stamp = file.relative_to(path).as_posix(), (status.st_size, status.st_mtime_ns)
        before = state.seen.get(name)
        if before == stamp or status.st_mtime <= latest:
            seen[name] = stamp
            if before != stamp:
                fresh.append(file)
        elif before is not None:
            seen[name] = before
    return (item for file in fresh for item in sources.of_file(file, options)), FolderState(seen)
