"""Words that attribute statements and attitudes: verbs, nouns, adjectives, adverbs, and channels.

Only looks up. Which grammar makes a word attribute something is the business of the quote finder.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ..model import Stance

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times as fast


@dataclass(frozen=True, slots=True)
class Reporting:
    """The groups of `reporting.yaml`, each a set of lemmas."""

    speech: frozenset[str]
    belief: frozenset[str]
    attitude: frozenset[str]
    states: frozenset[str]
    object: frozenset[str]
    prepositional: frozenset[str]
    adjectives: frozenset[str]
    statement_nouns: frozenset[str]
    attitude_nouns: frozenset[str]
    excluded: frozenset[str]
    carrying: frozenset[str]
    evidential: frozenset[str]
    adverbs: frozenset[str]
    counting: frozenset[str]
    registers: frozenset[str]
    falsehoods: frozenset[str]
    stances: dict[str, Stance]
    channels: dict[str, str]

    def stance(self, lemma: str) -> Stance:
        """The spirit in which a verb or noun reports."""
        return self.stances.get(lemma, "states")


@lru_cache(maxsize=1)
def load() -> Reporting:
    """The vocabulary, read once per process."""
    raw = yaml.load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"), Loader=_LOADER)

    def words(text: str) -> frozenset[str]:
        return frozenset(text.split())

    return Reporting(
        speech=words(raw["verbs"]["speech"]),
        belief=words(raw["verbs"]["belief"]),
        attitude=words(raw["verbs"]["attitude"]),
        states=words(raw["states"]),
        object=words(raw["object"]),
        prepositional=words(raw["prepositional"]),
        adjectives=words(raw["adjectives"]),
        statement_nouns=words(raw["nouns"]["statement"]),
        attitude_nouns=words(raw["nouns"]["attitude"]),
        excluded=words(raw["excluded"]),
        carrying=words(raw["carrying"]),
        evidential=words(raw["evidential"]),
        adverbs=words(raw["adverbs"]),
        counting=words(raw["counting"]),
        registers=words(raw["registers"]),
        falsehoods=words(raw["falsehoods"]),
        stances={lemma: stance for stance, text in raw["stance"].items() for lemma in text.split()},
        channels={phrase: name for name, text in raw["channels"].items() for phrase in text.split()},
    )
