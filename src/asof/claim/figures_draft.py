"""A figure in the making: what the steps of `figures` pass on to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ..model import Attribution, Span
from ..reading import Token
from .figures_counted import Counted
from .figures_when import Scope
from .figures_where import Where


@dataclass(eq=False)
class Draft:
    """A count with its measure. Source, place, time and evidence come later; `whole`, `same_as`: places in the list."""

    item: Counted
    measure: str
    unit: str | None
    anchor: Token
    low: int | None
    high: int | None
    value: int | None
    qualifier: str | None
    status: Literal["current", "earlier", "withdrawn"] = "current"
    owner: Token | None = None
    whole: int | None = None
    attribution: Attribution | None = None
    scope: Scope = "incident"
    where: Where = field(default_factory=Where)
    as_of: str | None = None
    evidence: tuple[Span, ...] = ()
    same_as: int | None = None

    @property
    def bounds(self) -> tuple[object, ...]:
        vague = self.qualifier if self.low is self.high is self.value is None else None
        return self.low, self.high, self.value, vague
