"""The mode of an event: by the frame, by the weapon beside the trigger, or by what is asked, refused or threatened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..grammar import agents, patients, prepositional
from ..reading import Token
from ..vocabulary.codebooks import Codebook, Frame

# Modes that a word for the weapon may replace by a more exact one.
REFINED = (None, "heavy-weapons", "explosives", "aerial", "destroy")
PEOPLE_OR_KINDS = frozenset({"gunman", "gunmen", "bomber", "sniper", "suicide", "air", "shelling", "shooting", "arson"})
MEANS = ("with", "by", "from", "using", "in")


def mode_of(token: Token, frame: Frame | None, code: str, book: Codebook) -> tuple[str | None, list[Token]]:
    """The mode's name, or null where the words do not say, and the words for weapons."""
    by = book.types[code].modes_by if code in book.types else None
    weapons = _weapons(token, book) if code == "ASSAULT" else []
    if by == "weapon" and weapons and (frame is None or frame.mode in REFINED):
        kinds = [book.weapons.get(w.lower) or book.weapons[w.lemma.lower()] for w in weapons]
        # A drone's or missile's own word outranks the general "air" or "bomb" beside it.
        for kind in ("suicide-attack", "drone"):
            if kind in kinds:
                return kind, weapons
        if frame is None or frame.mode is None:
            return kinds[0], weapons
    if frame is not None and frame.mode is not None:
        return frame.mode, weapons
    if by == "complement":
        return _by_words(_content(token), book.complements) or "assist", weapons
    if by == "threat":
        return _by_words(_content(token), book.threats), weapons
    return None, weapons


def _weapons(token: Token, book: Codebook) -> list[Token]:
    """Words for means: the trigger's own modifiers, subject, object and instrument."""
    near = [token, *(c for c in token.children if c.dep in ("compound", "amod", "nmod", "nsubj", "dobj"))]
    if token.pos == "VERB":
        near.extend([*agents(token), *patients(token)])
    near.extend(prepositional(token, *MEANS))
    near.extend(c for t in list(near) if t is not token for c in t.children if c.dep in ("compound", "amod"))
    near.extend(t for child in token.children if child.dep in ("acl", "advcl") for t in prepositional(child, "with"))
    found = {t.i: t for t in near if t.lower in book.weapons or t.lemma.lower() in book.weapons}
    return [found[i] for i in sorted(found)]


def things(weapons: Iterable[Token]) -> list[Token]:
    """Of the words for means, those that name a thing: not "gunmen", "ballistic", "suicide"."""
    return [w for w in weapons if w.pos in ("NOUN", "PROPN") and w.lemma.lower() not in PEOPLE_OR_KINDS]


def _content(token: Token) -> list[Token]:
    """The words below the trigger, its subject left out."""
    found: list[Token] = []
    for child in token.children:
        if child.dep not in ("nsubj", "punct", "advcl", "relcl"):
            found.extend(child.subtree())
    return found


def _by_words(tokens: Iterable[Token], table: Mapping[str, tuple[str, ...]]) -> str | None:
    """The entry of the table whose word comes first in the text."""
    for token in tokens:
        for mode, listed in table.items():
            if token.lemma.lower() in listed or token.lower in listed:
                return mode
    return None
