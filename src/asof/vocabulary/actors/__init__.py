"""Who is who: states, organisations, armed groups, office holders, and the nouns that denote people.

Plain tables beside this file, with a user's own over them (`ASOF_ACTORS`), loaded once when first asked
for. Derives government, army, police and ministries from a state by rule. Does not decide which of two
readings of a name a report means.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from .entries import SECTORS, Alias, Entry, Noun, Registry, State, Term
from .folding import first_word, fold, slug
from .tables import rows

__all__ = [
    "SECTORS", "VARIABLE", "Alias", "Entry", "Noun", "Registry", "State", "Term", "first_word", "fold", "nouns",
    "registry", "rows", "slug",
]  # fmt: skip
VARIABLE = "ASOF_ACTORS"  # a user's actor files, joined by the system's separator of paths


@lru_cache(maxsize=1)
def registry() -> Registry:
    """The registry, loaded once, with the files that `ASOF_ACTORS` names over asof's own tables."""
    from .loading import load

    return load(tuple(Path(name) for name in os.environ.get(VARIABLE, "").split(os.pathsep) if name))


@lru_cache(maxsize=1)
def nouns() -> dict[str, Noun]:
    """Nouns that denote people, by lemma (of several words: joined by a space)."""
    found: dict[str, Noun] = {}
    for sector, kind, gender, words in rows("nouns"):
        for lemma in words.split("|"):
            found.setdefault(lemma, Noun(lemma, sector, "person" if kind == "person" else "group", gender or None))
    return found
