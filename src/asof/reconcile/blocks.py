"""Which pairs of tellings are compared: those that share a block key, in a number that grows with the tellings.

A block of up to `WHOLE` tellings is compared pair by pair. In a larger one only its hubs are compared with all:
the share of it whose ids sort first, halved whenever the block doubles. Ids end in digits of a hash, so that is
a fixed draw, and which pairs are met depends on what is there, not on the order in which it came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..ledger import Telling
from .keys import keys
from .shelf import Shelf

WHOLE = 64  # the largest block compared in full; then 32 to 64 hubs. An incident seldom has more reports a day
_PREFIX = "i-"


def bound(size: int, whole: int = WHOLE) -> str | None:
    """The id under which a telling is a hub of a block of this size; null where every one is."""
    halvings = max(0, (size - 1) // whole).bit_length()
    return None if halvings == 0 else f"{_PREFIX}{0x1000000000000 >> halvings:012x}"


def neighbours(shelf: Shelf, telling: Telling, whole: int = WHOLE) -> list[Telling]:
    """All that a telling on the shelf is to be compared with, in the order of their ids."""
    by_bound: dict[str | None, list[str]] = defaultdict(list)
    for key, size in shelf.sizes(keys(telling)).items():
        limit = bound(size, whole)
        by_bound[None if limit is None or telling.id < limit else limit].append(key)
    found = {one.id: one for limit, some in by_bound.items() for one in shelf.block(some, limit)}
    found.pop(telling.id, None)
    return [found[key] for key in sorted(found)]


def grown(shelf: Shelf, added: Sequence[Telling], whole: int = WHOLE) -> list[Telling]:
    """The members of blocks whose hubs have become fewer with what was added: their pairs are to be looked at anew."""
    new: dict[str, int] = defaultdict(int)
    for telling in added:
        for key in keys(telling):
            new[key] += 1
    sizes = shelf.sizes(new)
    changed = [key for key, size in sizes.items() if bound(size, whole) != bound(size - new[key], whole)]
    return list(shelf.block(changed)) if changed else []


def met(tellings: Sequence[Telling], sizes: Mapping[str, int], whole: int = WHOLE) -> Iterator[tuple[Telling, Telling]]:
    """The pairs among these tellings that are compared, given the sizes of all their blocks; each once, in order."""
    members: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for key in keys(telling):
            members[key].append(telling)
    found: dict[tuple[str, str], tuple[Telling, Telling]] = {}
    for key, inside in members.items():
        for one, other in _pairs(inside, bound(sizes.get(key, 0), whole)):
            found[one.id, other.id] = (one, other)
    for pair in sorted(found):
        yield found[pair]


def _pairs(inside: Iterable[Telling], limit: str | None) -> Iterator[tuple[Telling, Telling]]:
    ordered = sorted(inside, key=lambda one: one.id)
    for k, one in enumerate(ordered):
        if limit is not None and one.id >= limit:
            return  # no hub comes after it
        for other in ordered[k + 1 :]:
            yield one, other
