"""Errors that a user can act on: what was wrong, where, what was allowed, what to do."""

from __future__ import annotations


class AsofError(Exception):
    """Base of every error that asof raises on purpose; `exit_code` is what the command line returns."""

    exit_code = 1


class UnreadableReport(AsofError):
    """The bytes are not a report that can be read (binary, empty, too large, another shape of JSON)."""

    exit_code = 3


class RefusedReport(AsofError):
    """The report was understood well enough to know that it is outside what asof reads (another language)."""

    exit_code = 4


class MissingPart(AsofError):
    """A part of the installation is absent or not the one expected (model weights, compiled gazetteer)."""

    exit_code = 5


class WrongUse(AsofError):
    """An argument, option or configuration value is outside what is allowed."""

    exit_code = 2


class StoreError(AsofError):
    """Something about the store: the subclasses say what."""

    exit_code = 6


class NotAStore(StoreError):
    """Nothing is there, or something else than a store of asof."""


class NewerStore(StoreError):
    """A later version of asof wrote the store; this one cannot know what it means."""


class ReadOnlyStore(StoreError):
    """The store can be read and not written."""


class FullStore(StoreError):
    """The disk, or what the store may have of it, is full; nothing of the last transaction was kept."""


class LockedStore(StoreError):
    """Another process is writing, and did not finish within the time that was waited."""


class DamagedStore(StoreError):
    """The store's bytes are not what was written."""


class UnreachableStore(StoreError):
    """The database server does not answer, or does not let asof in."""


class NotFetched(AsofError):
    """A page, feed or site map could not be had. `later`: it may be there another time (a server that is busy)."""

    exit_code = 3

    def __init__(self, message: str, *, later: bool = False) -> None:
        super().__init__(message)
        self.later = later


class NotFound(AsofError):
    """What was asked for by its id is not in the store, or was not known at the moment asked for."""

    exit_code = 7
