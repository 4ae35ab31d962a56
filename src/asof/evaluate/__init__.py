"""Predicted against gold. `run(kind, path)` scores what asof says on texts of one kind.

Each kind is a function of a path, imported only when asked for. The folders with the gold lie
outside the package: nothing of them is kept here but the scores (`floors.toml`).
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from ..errors import WrongUse
from .result import Miss, Result, Score

KINDS = {
    "reports": "reports:evaluate",
    "quotes": "corpora:quotes",
    "places": "corpora:places",
    "times": "corpora:times",
    "pronouns": "corpora:pronouns",
    "contexts": "contexts:evaluate",
    "types": "types:evaluate",
    "streams": "streams:evaluate",
    "streams-gold": "streams:gold_records",
    "coreference": "coreference:evaluate",
    "actors": "actors:evaluate",
    "events": "petrarch:evaluate",
    "roles": "muc4:evaluate",
    "event-places": "event_places:evaluate",
}

__all__ = ["KINDS", "Miss", "Result", "Score", "run"]


def run(kind: str, path: str | Path) -> Result:
    """The scores of asof on the gold of one kind at this path."""
    if kind not in KINDS:
        raise WrongUse(f"There is no evaluation {kind!r}. Known: {', '.join(KINDS)}.")
    folder = Path(path)
    if not folder.exists():
        raise WrongUse(f"{folder} does not exist: an evaluation needs the folder (or file) with the gold.")
    module, _, function = KINDS[kind].partition(":")
    result = getattr(import_module(f".{module}", __name__), function)(folder)
    assert isinstance(result, Result)
    return result
