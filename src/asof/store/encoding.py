"""Values of the model and the ledger ↔ what a column holds.

A value becomes JSON without the fields that hold their default, so that a field added later reads as its
default from what was stored before; a `Span`, of which a record has hundreds, becomes a list. Everything
comes back equal to what went in. Does not know any table.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import types
import typing
import zlib
from collections.abc import Callable, Hashable
from functools import cache
from typing import Any, TypeVar

from ..errors import DamagedStore
from ..model import Span

T = TypeVar("T")
Decode = Callable[[Any], Any]
# Of a record's JSON, level 6 leaves 19 %, level 9 leaves 19 % in the same time, level 1 leaves 23 %; zstd's
# level 3 is no smaller than level 6, and level 19 saves a tenth at a hundred times the work (21 reports).
LEVEL = 6
_SURROGATE = re.compile("[\ud800-\udfff]")


# ── values ───────────────────────────────────────────────────────────────────────────────────────


def dumps(value: Any, without: str | None = None) -> str:
    """A dataclass as one line of JSON that every database can hold as text; `without` a field that is kept beside."""
    data = _plain(value)
    if without is not None:
        del data[without]
    line = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def loads(kind: type[T], line: str, **beside: str) -> T:
    """The value of this type that `dumps` wrote, with the field that was kept beside it."""
    try:
        held: T = _of_dataclass(typing.cast(Hashable, kind))(json.loads(line) | beside)
        return held
    except (ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        raise DamagedStore(f"What is stored is not a {kind.__name__}: {error}.") from error


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Span):
        return [value.start, value.end, value.text]
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return {
        name: _plain(held)
        for name, default in _defaults(typing.cast(Hashable, type(value)))
        if (held := getattr(value, name)) != default or type(held) is not type(default)
    }


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


def _decoder(kind: Any) -> Decode | None:
    """How a value of this type is made from JSON; null where JSON has it already."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind is Span:
        return lambda data: Span(*data)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _of_dataclass(kind)
    if origin is tuple:
        return _of_tuple(inner)
    if origin in (typing.Union, types.UnionType):
        found = [decode for one in inner if (decode := _decoder(one)) is not None]
        return None if not found else lambda data: None if data is None else found[0](data)
    return None


@cache
def _of_dataclass(kind: Any) -> Decode:
    hints = typing.get_type_hints(kind)
    made = {field.name: _decoder(hints[field.name]) for field in dataclasses.fields(kind)}
    inner = [(name, decode) for name, decode in made.items() if decode is not None]

    def decode(data: Any) -> Any:
        for name, one in inner:
            if (held := data.get(name)) is not None:
                data[name] = one(held)
        return kind(**data)

    return decode


def _of_tuple(inner: tuple[Any, ...]) -> Decode:
    decode = _decoder(inner[0])
    if decode is not None and len(inner) == 2 and inner[1] is Ellipsis:
        return lambda data: tuple(map(decode, data))
    if decode is None and all(_decoder(one) is None for one in inner if one is not Ellipsis):
        return tuple
    each = [_decoder(one) for one in inner]  # pragma: no cover - no type has such a field today
    return lambda data: tuple(held if one is None else one(held) for one, held in zip(each, data, strict=True))


# ── bytes ────────────────────────────────────────────────────────────────────────────────────────


def squeeze(content: bytes) -> bytes:
    return zlib.compress(content, LEVEL)


def unsqueeze(content: bytes) -> bytes:
    try:
        return zlib.decompress(content)
    except zlib.error as error:
        raise DamagedStore(f"Compressed bytes cannot be read: {error}.") from error


def squeeze_value(value: Any) -> bytes:
    return squeeze(dumps(value).encode())


def unsqueeze_value(kind: type[T], content: bytes) -> T:
    try:
        return loads(kind, unsqueeze(content).decode())
    except UnicodeDecodeError as error:
        raise DamagedStore(f"What is stored is not text: {error}.") from error


def text_of(record: bytes) -> str:
    """The text of a squeezed record, without making the rest of it."""
    try:
        return str(json.loads(unsqueeze(record))["text"])
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedStore(f"What is stored is not a record: {error}.") from error


# ── words ────────────────────────────────────────────────────────────────────────────────────────


def number(text: str) -> int:
    """A text as a signed number of 64 bits: half the room of a block key or an id in an index.

    Two texts of a store of a billion meet with a probability of 3 %, and then only widen a search.
    """
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)


def column(text: str | None) -> str | None:
    """A text as a column for searching can hold it: no lone surrogates, no NUL. The value itself keeps them."""
    return None if text is None else _SURROGATE.sub("\ufffd", text).replace("\x00", "\ufffd")
