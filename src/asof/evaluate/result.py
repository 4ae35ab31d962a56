"""What an evaluation gives: counts per scope and layer, softer shares beside them, and every miss with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

ALL = "all"


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one layer: how many were right, how many were found, how many there are."""

    right: float = 0
    found: float = 0
    wanted: float = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is not as the gold has it. `missed`: in the gold only; `excess`: ours only; `differs`: both."""

    scope: str
    layer: str
    kind: Literal["missed", "excess", "differs"]
    gold: str
    ours: str
    sentence: str

    def __str__(self) -> str:
        lines = [f"{self.scope}  {self.layer}  {self.kind}"]
        lines += [f"    gold  {self.gold}"] if self.gold else []
        lines += [f"    ours  {self.ours}"] if self.ours else []
        return "\n".join([*lines, f"    text  {self.sentence}"])


@dataclass(slots=True)
class Result:
    """Scores of one evaluation by scope ("all", a stream, a report) and layer, and what explains them.

    `shares` are diagnostics: of the matched, how many also agree in a softer property. `notes` say
    what could not be read, aligned or run, so that nothing is left out in silence.
    """

    kind: str
    counts: dict[str, dict[str, Score]] = field(default_factory=dict)
    shares: dict[str, Score] = field(default_factory=dict)
    missing: list[Miss] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, layer: str, score: Score, *scopes: str) -> None:
        """Count for the whole and for each of the named scopes."""
        for scope in (ALL, *scopes):
            layers = self.counts.setdefault(scope, {})
            layers[layer] = layers.get(layer, Score()) + score

    def share(self, name: str, agrees: bool) -> None:
        """Count one matched pair for the diagnostic of this name."""
        self.shares[name] = self.shares.get(name, Score()) + Score(int(agrees), 1, 1)

    def scores(self) -> dict[str, float]:
        """Precision, recall and F1 of every layer over the whole, by dotted name ("figures.f1")."""
        return {
            f"{layer}.{name}": getattr(score, name)
            for layer, score in self.counts.get(ALL, {}).items()
            for name in ("precision", "recall", "f1")
        }

    def table(self, scopes: Iterable[str] | None = None) -> str:
        """The scores as plain text, the whole first."""
        chosen = list(self.counts) if scopes is None else list(scopes)
        return "\n".join([*self._rows(chosen), *self._diagnostics(), *self.notes])

    def _rows(self, scopes: list[str]) -> Iterator[str]:
        width = max([5, *map(len, scopes)])
        layer_width = max([5, *(len(layer) for layers in self.counts.values() for layer in layers)])
        yield f"{'scope':{width}}  {'layer':{layer_width}}      P      R     F1   right  found   gold"
        for scope in scopes:
            for layer, s in self.counts.get(scope, {}).items():
                yield (
                    f"{scope:{width}}  {layer:{layer_width}}  {s.precision:.3f}  {s.recall:.3f}  {s.f1:.3f}"
                    f"  {s.right:6.0f} {s.found:6.0f} {s.wanted:6.0f}"
                )

    def _diagnostics(self) -> Iterator[str]:
        if self.shares:
            yield "of those matched, these agree as well:"
        for name, s in self.shares.items():
            yield f"  {name:24} {s.right:4.0f} of {s.wanted:4.0f}  {s.recall:.2f}"

    def misses(self, layer: str | None = None, scope: str | None = None) -> str:
        """Every miss and every excess with its sentence, one block each."""
        return "\n".join(
            str(miss)
            for miss in self.missing
            if (layer is None or miss.layer == layer) and (scope is None or miss.scope.startswith(scope))
        )
