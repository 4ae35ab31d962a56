"""A store as it is for those from whom names of private people are masked: what is read of it to be shown is masked.

For exports, which read on their own. What incidents are derived from is left as it is, so that they come out the same;
an incident is masked when it is made (`incident`). In one view a person has one letter throughout.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from ...ledger import ConsolidatedIncident, Filing
from ...model import Record
from ...store import Kept, Store
from ...store.asking import Asking
from .masking import Mask, people
from .privacy import Known


class MaskedStore(Store):
    """Another store's reports and records, without the names."""

    def __init__(self, store: Store) -> None:
        super().__init__(store._engine, store.where, read_only=True)
        self._store, self._known = store, Known()
        self._letters: dict[str, str] = {}

    @contextmanager
    def reading(self) -> Iterator[Asking]:
        """Look-ups, masked."""
        with self._store.reading() as shelf:
            yield _Masked(shelf, self)

    def incident(self, found: ConsolidatedIncident) -> ConsolidatedIncident:
        """An incident without the names that its reports have."""
        with self._store.reading() as shelf:
            return self.mask(shelf, found.reports).of(found)

    def mask(self, shelf: Asking, reports: Iterable[str]) -> Mask:
        """What masks the people of these reports."""
        return Mask((one for report in reports for one in self._known.of(shelf, report)), self._letters)


class _Masked(Asking):
    """Look-ups of another shelf, masked."""

    def __init__(self, shelf: Asking, store: MaskedStore) -> None:
        super().__init__(shelf._connection)
        self._shelf, self._store = shelf, store

    def record(self, sha256: str) -> Record | None:
        found = self._shelf.record(sha256)
        return None if found is None else Mask(people(found), self._store._letters).of(found)

    def filings(self, reports: Collection[str]) -> list[Filing]:
        return [self._store.mask(self._shelf, (one.report,)).of(one) for one in self._shelf.filings(reports)]

    def report(self, sha256: str) -> Kept | None:
        found = self._shelf.report(sha256)
        return None if found is None else self._store.mask(self._shelf, (found.sha256,)).of(found)

    def reports(self, *given: Any, **named: Any) -> list[Kept]:
        return [self._store.mask(self._shelf, (one.sha256,)).of(one) for one in self._shelf.reports(*given, **named)]
