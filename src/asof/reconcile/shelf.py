"""What reconciling needs of whoever keeps the tellings: a database, or `memory.py`.

`update.update` calls `keep`, `decide` and `replace` in that order, and looks up in between; a store makes
one transaction of it all, so that what is looked up holds what was kept before. The order of what is
returned does not matter: whoever asks sorts. Nothing is ever taken off the shelf but derived incidents.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from ..ledger import ConsolidatedIncident, Correction, Count, Decision, Filing, Statement, Telling, Told


class Lookup(Protocol):
    """Tellings by block key and by the decisions that join them, and what their reports say."""

    def sizes(self, keys: Collection[str]) -> Mapping[str, int]:
        """How many tellings have each of these block keys (0, or absent, for none)."""

    def block(self, keys: Collection[str], below: str | None = None) -> Iterable[Telling]:
        """The tellings that have at least one of these keys, each once; `below`: only those whose id sorts before it.

        Ids end in hexadecimal digits of a hash, so `below` draws a fixed share of a large block. Compare ids
        by code point (`COLLATE "C"` in PostgreSQL).
        """

    def component(self, tellings: Collection[str]) -> Iterable[Telling]:
        """These tellings and all that are joined to them, over any number of steps, by a decision `same` that
        anybody ever took, a rule or a person, undone or not. More than needed does no harm."""

    def rulings(self, tellings: Collection[str]) -> Iterable[Decision]:
        """Every decision of a person (`by` does not begin with `RULE`) with an end among these, undone or not,
        and those that undo, which name the same pair as what they undo."""

    def incidents_of(self, tellings: Collection[str]) -> Collection[str]:
        """The ids of the derived incidents that have one of these tellings as a member."""

    def memberships(self, tellings: Collection[str]) -> Mapping[str, str]:
        """The id of the derived incident that each of these is a member of, by telling."""

    def tellings_of(self, reports: Collection[str]) -> Collection[str]:
        """The ids of what these reports tell."""

    def filings(self, reports: Collection[str]) -> Iterable[Filing]:
        """The filings of these reports."""

    def counts(self, tellings: Collection[str]) -> Iterable[Count]:
        """The counts that belong to one of these tellings."""

    def counts_of(self, reports: Collection[str]) -> Iterable[Count]:
        """Every count of these reports, whichever telling it belongs to, or none."""

    def statements(self, tellings: Collection[str]) -> Iterable[Statement]:
        """The statements that belong to one of these tellings."""

    def corrections(self, reports: Collection[str]) -> Iterable[Correction]:
        """Every correction of a claim of these reports, undone or not."""


class Shelf(Lookup, Protocol):
    """What can be looked up, and put there."""

    def keep(self, told: Sequence[Told]) -> None:
        """Put reports there, with the block keys of their tellings. A report that is there already stays as it is."""

    def decide(self, decisions: Iterable[Decision]) -> None:
        """Append decisions. One whose id is there already stays as it is."""

    def correct(self, corrections: Iterable[Correction]) -> None:
        """Append corrections. One whose id is there already stays as it is."""

    def replace(self, gone: Collection[str], incidents: Iterable[ConsolidatedIncident]) -> None:
        """Take away the derived incidents with the ids in `gone`; put these there, in place of those with their ids."""
