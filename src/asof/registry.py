"""Names → components. A new one is one new file and one line here, or an entry point of another package.

Finders (`annotate/`) and claimers (`claim/`) have one shape: called with a `Reading`, they return a
mapping from the reading's fields to the values to attach. What a component `requires` must have been
provided by one before it; `check` says so before the first report is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, Protocol, runtime_checkable

from .errors import WrongUse
from .reading import Reading


@runtime_checkable
class Component(Protocol):
    """A pure function of one reading, with a name and a version that every output carries."""

    name: str
    version: str
    requires: tuple[str, ...]
    provides: tuple[str, ...]

    def __call__(self, reading: Reading) -> Mapping[str, tuple[Any, ...]]: ...


GROUP = "asof.components"
# In the order of the flow. `module:attribute` is imported only when the component is asked for.
COMPONENTS: dict[str, str] = {
    "places": "asof.annotate.places:PlaceFinder",
    "times": "asof.annotate.times:TimeFinder",
    "actors": "asof.annotate.actors:ActorFinder",
    "quantities": "asof.annotate.quantities:QuantityFinder",
    "quotes": "asof.annotate.quotes:QuoteFinder",
    "event_mentions": "asof.annotate.events:EventFinder",
    "contexts": "asof.annotate.contexts:ContextFinder",
    "events": "asof.claim.events:EventClaimer",
    "figures": "asof.claim.figures:FigureClaimer",
    "incidents": "asof.claim.incidents:IncidentAssembler",
}
# Of these, those that are made for a codebook.
CODING = frozenset({"event_mentions", "contexts", "events", "incidents"})


def names() -> list[str]:
    """Every component by name: asof's own, then those of other packages."""
    return [*COMPONENTS, *sorted(point.name for point in entry_points(group=GROUP))]


def component(name: str, codebook: str = "plover") -> Component:
    """An instance of the component of this name; those that code events do it by this codebook."""
    if name in COMPONENTS:
        module, _, attribute = COMPONENTS[name].partition(":")
        made = getattr(import_module(module), attribute)(**({"codebook": codebook} if name in CODING else {}))
    else:
        found = {point.name: point for point in entry_points(group=GROUP)}
        if name not in found:
            raise WrongUse(f"There is no component {name!r}. Known: {', '.join(names())}.")
        made = found[name].load()()
    if not isinstance(made, Component):
        raise WrongUse(f"Component {name!r} lacks one of: name, version, requires, provides, __call__.")
    return made


def check(components: Sequence[Component]) -> None:
    """Raise `WrongUse` when a component requires what none before it provides."""
    provided = {"document", "tokens", "sentences", "entities"}
    for item in components:
        missing = [need for need in item.requires if need not in provided]
        if missing:
            raise WrongUse(f"Component {item.name!r} requires {', '.join(missing)}, which nothing before it provides.")
        provided.update(item.provides)
