"""Where a list on a page goes on, as it stands in an address: the parts of a place in its order, with `~` between.

Readable, unlike the API's cursors: a name in it is masked with the rest of the page for those from whom names are
masked. What comes back is checked: it is a stranger's.
"""

from __future__ import annotations

from typing import Any, TypeVar, overload

from ...errors import WrongUse

A = TypeVar("A", str, int)
B = TypeVar("B", str, int)
C = TypeVar("C", str, int)
_DIGITS = 12  # of a number


def behind(*place: str | int) -> str:
    """A place as an address has it."""
    return "~".join(map(str, place))


@overload
def place(given: str, one: type[A], two: type[B], /) -> tuple[A, B] | None: ...
@overload
def place(given: str, one: type[A], two: type[B], three: type[C], /) -> tuple[A, B, C] | None: ...
def place(given: str, *kinds: type[Any]) -> tuple[Any, ...] | None:
    """The parts of a place, each of its kind; null where none is given. A last part that is text may hold a `~`."""
    if not given:
        return None
    parts = given.split("~", len(kinds) - 1)
    if len(parts) != len(kinds) or not all(map(_is, parts, kinds)):
        raise WrongUse(f"No portion begins behind {given!r}. Go to the beginning of the list.")
    return tuple(kind(part) for part, kind in zip(parts, kinds, strict=True))


def _is(part: str, kind: type[Any]) -> bool:
    return kind is str or (part.isascii() and part.isdigit() and len(part) <= _DIGITS)
