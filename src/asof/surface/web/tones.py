"""Kinds of events as few colours tell them apart: violence, tension, talks and relief. Always beside the words."""

from __future__ import annotations

from functools import lru_cache

TONES = {"violence": "Violence and coercion", "tension": "Protest and tension", "talks": "Talks, relief, release"}
# The types of the codebook that comes with asof, by its quads, with what harms people apart.
_TENSION = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "THREATEN", "ACCUSE", "REJECT", "REQUEST"})
_TALKS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
TYPES = tuple(sorted({"ASSAULT", "COERCE"} | _TENSION | _TALKS))


@lru_cache(maxsize=1000)
def tone(type: str) -> str:
    """The tone of an event type; one of another codebook has that of violence only if it is named so."""
    root = type.partition("/")[0].upper()
    return "violence" if root in ("ASSAULT", "COERCE") else "talks" if root in _TALKS else "tension"
