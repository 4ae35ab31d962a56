"""What the incidents of a list need to be derived anew, looked up for all of them together.

An incident as of a moment asks a shelf some ten questions; forty in a list would ask four hundred, and each costs more
than its answer. Holds what it was made with: within the transaction of the shelf it came from, nothing changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from ..ledger import Correction, Count, Decision, Filing, Statement, Telling
from .looking import Looking

Said = TypeVar("Said", Count, Statement)


class Gathered(Looking):
    """A shelf on which all that belongs to these tellings, and to what was ever joined to them, is in memory."""

    def __init__(self, shelf: Looking, tellings: Collection[str]) -> None:
        super().__init__(shelf._connection)
        self._joined: dict[str, set[str]] = defaultdict(set)
        seen, waiting = set[str](), set(tellings)
        while waiting:
            seen |= waiting
            for one, other in super().joins(waiting):
                self._joined[one].add(other)
            waiting = {other for one in waiting for other in self._joined[one]} - seen
        self._tellings = {one.id: one for one in super().tellings(seen)}
        reports = {one.report for one in self._tellings.values()}
        self._rulings = super().rulings(seen)
        filings = super().filings(reports)
        later = {one.superseded_by for one in filings if one.superseded_by} - reports
        self._filings = {one.report: one for one in [*filings, *super().filings(later)]}
        self._counts = _by_telling(super().counts(seen))
        self._statements = _by_telling(super().statements(seen))
        self._corrections = super().corrections(reports)
        self._sizes: dict[str, int] = {}

    def members(self) -> Collection[Telling]:
        """All tellings that are here."""
        return self._tellings.values()

    def component(self, tellings: Collection[str]) -> list[Telling]:
        seen, waiting = set(tellings), list(tellings)
        while waiting:
            new = self._joined.get(waiting.pop(), set()) - seen
            seen |= new
            waiting += new
        return [self._tellings[one] for one in sorted(seen) if one in self._tellings]

    def rulings(self, tellings: Collection[str]) -> list[Decision]:
        wanted = set(tellings)
        return [one for one in self._rulings if one.left in wanted or one.right in wanted]

    def sizes(self, keys: Collection[str]) -> Mapping[str, int]:
        if new := [key for key in keys if key not in self._sizes]:
            self._sizes |= super().sizes(new)
        return {key: self._sizes[key] for key in keys}

    def filings(self, reports: Collection[str]) -> list[Filing]:
        return [self._filings[one] for one in sorted(set(reports)) if one in self._filings]

    def counts(self, tellings: Collection[str]) -> list[Count]:
        return [count for one in sorted(set(tellings)) for count in self._counts.get(one, ())]

    def statements(self, tellings: Collection[str]) -> list[Statement]:
        return [said for one in sorted(set(tellings)) for said in self._statements.get(one, ())]

    def corrections(self, reports: Collection[str]) -> list[Correction]:
        wanted = set(reports)
        return [one for one in self._corrections if one.report in wanted]


def _by_telling(said: Iterable[Said]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        found[one.telling or ""].append(one)
    return found
