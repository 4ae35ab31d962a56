"""Values of the model as ids and as plain data."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import Any


def identify(prefix: str, document: str, *content: object) -> str:
    """A stable id: the prefix and twelve hex digits of a hash over the document's id and the content.

    Twelve, so that ids stay apart in a store of millions (eight would meet by chance among 65,000).
    """
    digest = hashlib.sha256("\x1f".join([document, prefix, *map(repr, content)]).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:12]}"


def plain(value: Any) -> Any:
    """Any value of this module as plain dicts, lists and scalars, fields in their declared order."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value
