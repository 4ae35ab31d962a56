"""A shelf in memory: for one run, for tests, and to measure reconciling apart from any database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from ..ledger import RULE, ConsolidatedIncident, Correction, Count, Decision, Filing, Statement, Telling, Told


class MemoryShelf:
    """Everything in dictionaries. `incidents` are the derived ones, by id."""

    def __init__(self) -> None:
        self.incidents: dict[str, ConsolidatedIncident] = {}
        self.decisions: dict[str, Decision] = {}
        self.tellings: dict[str, Telling] = {}
        self._filings: dict[str, Filing] = {}
        self._blocks: dict[str, list[str]] = defaultdict(list)
        self._joined: dict[str, set[str]] = defaultdict(set)
        self._ruled: dict[str, list[str]] = defaultdict(list)
        self._counts: dict[str, list[Count]] = defaultdict(list)
        self._statements: dict[str, list[Statement]] = defaultdict(list)
        self._member: dict[str, str] = {}
        self._corrections: dict[str, dict[str, Correction]] = defaultdict(dict)

    def keep(self, told: Sequence[Told]) -> None:
        for one in told:
            if one.filing.report in self._filings:
                continue
            self._filings[one.filing.report] = one.filing
            for telling, keys in zip(one.tellings, one.keys, strict=True):
                self.tellings[telling.id] = telling
                for key in keys:
                    self._blocks[key].append(telling.id)
            for count in one.counts:
                self._counts[count.telling or ""].append(count)
            for statement in one.statements:
                self._statements[statement.telling or ""].append(statement)

    def decide(self, decisions: Iterable[Decision]) -> None:
        for decision in decisions:
            if decision.id in self.decisions:
                continue
            self.decisions[decision.id] = decision
            if decision.verdict == "same":
                self._joined[decision.left].add(decision.right)
                self._joined[decision.right].add(decision.left)
            if not decision.by.startswith(RULE):
                self._ruled[decision.left].append(decision.id)
                self._ruled[decision.right].append(decision.id)

    def correct(self, corrections: Iterable[Correction]) -> None:
        for one in corrections:
            self._corrections[one.report].setdefault(one.id, one)

    def corrections(self, reports: Collection[str]) -> Iterable[Correction]:
        return [correction for one in reports for correction in self._corrections.get(one, {}).values()]

    def replace(self, gone: Collection[str], incidents: Iterable[ConsolidatedIncident]) -> None:
        for key in gone:
            for telling in self.incidents.pop(key).tellings:
                self._member.pop(telling, None)
        for incident in incidents:
            self.incidents[incident.id] = incident
            self._member.update(dict.fromkeys(incident.tellings, incident.id))

    def sizes(self, keys: Collection[str]) -> Mapping[str, int]:
        return {key: len(self._blocks.get(key, ())) for key in keys}

    def block(self, keys: Collection[str], below: str | None = None) -> Iterable[Telling]:
        found = {one for key in keys for one in self._blocks.get(key, ()) if below is None or one < below}
        return [self.tellings[one] for one in found]

    def component(self, tellings: Collection[str]) -> Iterable[Telling]:
        seen, waiting = set(tellings), list(tellings)
        while waiting:
            for other in self._joined.get(waiting.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return [self.tellings[one] for one in seen]

    def rulings(self, tellings: Collection[str]) -> Iterable[Decision]:
        return [self.decisions[key] for key in {key for one in tellings for key in self._ruled.get(one, ())}]

    def incidents_of(self, tellings: Collection[str]) -> Collection[str]:
        return {self._member[one] for one in tellings if one in self._member}

    def memberships(self, tellings: Collection[str]) -> Mapping[str, str]:
        return {one: self._member[one] for one in tellings if one in self._member}

    def tellings_of(self, reports: Collection[str]) -> Collection[str]:
        return [one.id for one in self.tellings.values() if one.report in reports]

    def filings(self, reports: Collection[str]) -> Iterable[Filing]:
        return [self._filings[one] for one in reports if one in self._filings]

    def counts(self, tellings: Collection[str]) -> Iterable[Count]:
        return [count for one in tellings for count in self._counts.get(one, ())]

    def counts_of(self, reports: Collection[str]) -> Iterable[Count]:
        return [count for counts in self._counts.values() for count in counts if count.report in reports]

    def statements(self, tellings: Collection[str]) -> Iterable[Statement]:
        return [statement for one in tellings for statement in self._statements.get(one, ())]
