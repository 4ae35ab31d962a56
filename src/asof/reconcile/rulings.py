"""What people have decided, as it stands: undone decisions out, the later before the earlier, and what follows."""

from __future__ import annotations

from collections.abc import Iterable

from ..ledger import RULE, Decision
from .undoing import undone


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The people's decisions that nobody took back, the latest of each pair, latest first.

    Undoing can itself be undone. `unsure` gives a pair back to the rule.
    """
    ruled = sorted(
        {one.id: one for one in decisions if not one.by.startswith(RULE)}.values(),
        key=lambda one: (one.at or "", one.id),
        reverse=True,
    )
    gone = undone(ruled)
    pairs: dict[tuple[str, str], Decision] = {}
    for decision in ruled:
        if decision.id not in gone and decision.undoes is None:
            pairs.setdefault((min(decision.left, decision.right), max(decision.left, decision.right)), decision)
    return [decision for decision in pairs.values() if decision.verdict != "unsure"]


class Ties:
    """Tellings that must go together, and those that must not, under the decisions that stand.

    Both are transitive: of a = b and b ≠ c follows a ≠ c. A decision that contradicts what follows from later
    ones has no effect. `joined` is also where a partition notes what it has put together.
    """

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._parent: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}
        self.merged: list[tuple[str, str]] = []
        for decision in decisions:
            if decision.verdict == "same":
                if self.join(decision.left, decision.right):
                    self.merged.append((decision.left, decision.right))
            else:
                self.part(decision.left, decision.right)

    def root(self, one: str) -> str:
        path = []
        while (above := self._parent.get(one, one)) != one:
            path.append(one)
            one = above
        for step in path:
            self._parent[step] = one
        return one

    def apart(self, one: str, other: str) -> bool:
        return self.root(other) in self._apart.get(self.root(one), ())

    def join(self, one: str, other: str) -> bool:
        """Put two groups together unless they must not; whether they are together now."""
        left, right = sorted((self.root(one), self.root(other)))
        if left == right:
            return True
        if right in self._apart.get(left, ()):
            return False
        self._parent[right] = left
        for foe in self._apart.pop(right, set()):
            self._apart[foe].discard(right)
            self._apart[foe].add(left)
            self._apart.setdefault(left, set()).add(foe)
        return True

    def part(self, one: str, other: str) -> None:
        left, right = self.root(one), self.root(other)
        if left != right:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)
