"""Where a list goes on, as text that means nothing to who is given it: the place in the order, not a number of rows.

So a list that grows meanwhile neither repeats nor skips what was there. What comes back is checked: it is a stranger's.
"""

from __future__ import annotations

import binascii
import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

from ...errors import WrongUse

Place = tuple[str | int | None, ...]
_PLAIN = re.compile("[^\x00-\x1f\ud800-\udfff]{0,200}\\Z")  # moments and ids
_LARGEST = 2**53


def write(place: Place) -> str:
    """A cursor for this place."""
    return urlsafe_b64encode(json.dumps(place, separators=(",", ":")).encode()).decode().rstrip("=")


def read(cursor: str | None, *kinds: str) -> Place | None:
    """The place, whose parts are of these kinds: `text`, `text?` (may be null) or `number`."""
    if cursor is None:
        return None
    try:
        found = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        found = None
    if not isinstance(found, list) or len(found) != len(kinds) or not all(map(_is, found, kinds)):
        raise WrongUse("The cursor is none of this list's. Take it from `next` of the portion before, as it is.")
    return tuple(found)


def _is(part: object, kind: str) -> bool:
    if kind == "number":
        return type(part) is int and 0 <= part < _LARGEST
    return (part is None and kind == "text?") or (isinstance(part, str) and _PLAIN.match(part) is not None)
