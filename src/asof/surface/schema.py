"""The published JSON Schema of a record (draft 2020-12), kept beside this file as `record.schema.json`."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def text() -> str:
    """The schema as it is published."""
    return files("asof.surface").joinpath("record.schema.json").read_text("utf-8")


def load() -> dict[str, Any]:
    """The schema as plain dicts."""
    found: dict[str, Any] = json.loads(text())
    return found
