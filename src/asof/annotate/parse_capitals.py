"""TEXT IN CAPITALS → the same text in ordinary case, letter for letter, so that the parser can read it.

Old wires, bulletins and headlines are all capitals; a parser takes every word of them for a name. What is a
name is told by which spelling the model's word vectors know, by the registry of states, and by titles before
it. Offsets stay: a letter that changes its length with its case is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..model import Document
from ..vocabulary.actors import registry
from ..vocabulary.actors.words import FIRST_NAMES, TITLES

VERSION = "2"  # of how capitals are read: kept grammar of such text is of this version
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
ENDING = re.compile(r"[.!?:]\s*[\"”']?\s*$|\n\s*$|^\s*$|--\s*$")
INITIAL = re.compile(r"(?<!\w)[A-Z]\.\s*$")  # "U.S. AID", "JOHN F. REYES": no end of a sentence
# Of the letters of a part, so many must be capitals; and there must be so many letters, for "UN: AU OUT" is none.
SHARE, LETTERS = 0.9, 24
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september "
    "october november december jan feb apr jun jul aug sep sept oct nov dec".split()
)
# Words that begin a name.
BEGINNING = frozenset("san santa santo st el la los las al de del abu ibn mount port new fort lake".split())
NAMING = BEGINNING | TITLES | frozenset(FIRST_NAMES)
# Known to the vectors in both spellings, and never part of a name after a title or a first name.
PLAIN = frozenset(
    "the a an this that these those their its his her our and or all any some many most which of in on at by for from "
    "to with was were is are be has had who said told as not but after before".split()
)


def in_capitals(text: str) -> bool:
    """Whether a stretch of text is written in capitals throughout."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= LETTERS and sum(c.isupper() for c in letters) >= SHARE * len(letters)


def ordinary(document: Document, known: Callable[[str], bool]) -> str:
    """The document's text with its parts in capitals in ordinary case. `known`: whether there is a word vector."""
    text = document.text
    pieces, at = [], 0
    for part in document.parts:
        if in_capitals(text[part.start : part.end]):
            pieces += [text[at : part.start], _lowered(text[part.start : part.end], known)]
            at = part.end
    return "".join([*pieces, text[at:]]) if pieces else text


def _lowered(text: str, known: Callable[[str], bool]) -> str:
    names = _names()
    made, at, before = [], 0, ""
    for word in WORD.finditer(text):
        lower = _each(word[0], str.lower)
        lead = text[max(0, word.start() - 4) : word.start()]
        first = ENDING.search(lead) is not None and INITIAL.search(lead) is None
        initial = len(word[0]) == 1 and text[word.end() : word.end() + 1] == "."
        spelled = word[0] if initial else _spelled(word[0], lower, before, known, names, first)
        made += [text[at : word.start()], spelled]
        at, before = word.end(), lower
    return "".join([*made, text[at:]])


def _spelled(
    word: str, lower: str, before: str, known: Callable[[str], bool], names: frozenset[str], first: bool
) -> str:
    """One word in the case that it would have."""
    title = word[0] + lower[1:]
    if len(word) > 1 and not known(lower) and known(word) and not known(title):
        return word  # an acronym: FMLN
    if len(word) > 1 and not any(c in "aeiouy" for c in lower) and not known(lower):
        return word
    named = not known(lower) or lower in names or lower in CALENDAR
    if not named and lower not in PLAIN:
        named = lower in FIRST_NAMES or (known(title) and before in NAMING)
    return title if first or named else lower


def _each(word: str, change: Callable[[str], str]) -> str:
    """The word with each letter changed, those left out that would become two."""
    return "".join(changed if len(changed := change(c)) == 1 else c for c in word)


def _names() -> frozenset[str]:
    """Words that name states and their people."""
    found: set[str] = set()
    for state in registry().states.values():
        found.update(word for word in state.entry.name.lower().split() if word not in ("and", "of", "the", "republic"))
    return frozenset(found | {word for word in registry().demonyms if " " not in word})
