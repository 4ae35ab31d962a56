"""A store for tests: the bundled stream of one market strike and a march, read and reconciled."""

from __future__ import annotations

from pathlib import Path

from asof import intake
from asof.acquire.item import Item
from asof.store import Store

FOLDER = Path(__file__).parents[1] / "examples" / "baroueli"
FILES = sorted(FOLDER.glob("*.txt"))
STRIKE = 4  # the first so many tell of the strike, the third is a copy of the second


def items() -> list[Item]:
    """The reports as items, in the order of publication."""
    return [Item(path.name, path.read_bytes()) for path in FILES]


def filled(path: Path) -> Store:
    """A new store that holds them all."""
    store = Store.open(path)
    list(intake.add(store, items()))
    return store
