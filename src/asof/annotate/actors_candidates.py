"""Candidates: noun phrases and pronouns that denote people, groups, organisations or states, before they are linked.

Shared by the modules `actors_*`; holds no rules of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ..model import ActorKind
from ..reading import Token
from ..vocabulary.actors import Entry

Number = Literal["one", "many"]
Gender = Literal["m", "f", "n"]


@dataclass(slots=True, eq=False)
class Candidate:
    """Tokens `first` to `last` (inclusive) with their grammatical head; what agreement and naming need."""

    first: int
    last: int
    head: Token
    form: Literal["name", "nominal", "pronoun"]
    kind: ActorKind
    name: str
    entry: Entry | None = None
    country: str | None = None
    sector: str | None = None
    number: Number | None = None
    gender: Gender | None = None
    title: str | None = None
    use: str = "name"  # of a registry name: name, origin, metonym
    definite: bool = False
    lemma: str = ""
    words: tuple[str, ...] = field(default=())  # of a name, lower case, without particles' hyphens
