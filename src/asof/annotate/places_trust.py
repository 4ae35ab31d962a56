"""Whether a span that the gazetteer knows is a place here, or only a word or person of that name."""

from __future__ import annotations

import re

from ..reading import Entity
from ..vocabulary.places import Entry
from ..vocabulary.places import words as W
from .places_context import (
    NUMBERS,
    PLACE_LABELS,
    Context,
    after_preposition,
    alone,
    assailed,
    before_state,
    opens,
    starts_name,
)

KNOWN, WELL_KNOWN = 4.2, 5.3  # ranks (log10 of people): a town of 15,000, a city of 200,000
TWO_WORDS = 4.0  # names of several words are seldom anything else
CAPITAL = 6.5
MISTAKEN = frozenset({"ORG", "NORP", "FAC", "WORK_OF_ART", "PRODUCT"})  # what the model takes unheard-of towns for
ABBREVIATED = frozenset("mass miss ill wash ore ark la cal me".split())  # states, and words of their own
FOCUSED = 3.7  # the least rank of a name that only the country of the report speaks for
INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?\.?")


def accept(
    seen: Context, first: int, last: int, text: str, entries: tuple[Entry, ...], shouting: bool, listed: bool
) -> bool:
    """Whether the span names a place, by the words around it and the model's."""
    token, best, single = seen.tokens[first], entries[0], first == last
    entity = seen.entity.get(first) or seen.entity.get(last)
    common = single and (token.lower in W.COMMON or seen.lower[token.lower] > 0)
    exact = entity is not None and seen.longer(first, last) is None
    following = seen.after(last)
    divided = following is not None and following.lower in W.DIVISIONS and shouting  # "DEIR EZ-ZOR PROVINCE"
    located = (
        divided or assailed(seen.tokens[last]) or listed or opens(seen.tokens, first, last)
        or after_preposition(seen.tokens, first)
        or before_state(seen.tokens, last)
    )  # fmt: skip
    if INITIALS.fullmatch(text) or (token.text.isupper() and len(text) <= 4 and not shouting and single):
        return best.primary and best.level in ("country", "admin1") and best.rank >= 5  # "U.S.", never "U.N."
    if token.lower.rstrip(".") in ABBREVIATED and not token.text[:2].isupper():
        before, end = seen.before(first), text.endswith(".") and seen.after(last) is not None
        if not end and (before is None or (before.text not in (",", "(") and before.lower not in W.QUARTERED)):
            return False  # "at Mass", "Miss Diallo"
    if single and token.lower in W.GROUPS:
        return False
    if entity is not None and entity.label in PLACE_LABELS:
        if single and token.lower in seen.people and not located and best.level == "city" and best.rank < 6.5:
            return False
        if not exact and best.rank < WELL_KNOWN and _fragment(seen, entity, first, last):
            return False
        return not (common and not located and token.lower in W.COMMON)
    if best.level in ("country", "admin1") and best.rank >= 6 and not common:
        person = entity is not None and entity.label == "PERSON" and (not exact or best.level == "admin1")
        return located or not (person or (single and token.lower in seen.people))
    if common or (single and len(text) < 3):
        return False
    if shouting and entity is None:
        return divided or best.rank >= WELL_KNOWN
    if entity is not None and entity.label == "PERSON":
        if not exact:
            return False
        return (not single and best.rank >= KNOWN) or (located and token.lower not in seen.people)
    if single and _somebody(seen, first):
        return False
    if entity is not None and entity.label in ("DATE", "TIME", "CARDINAL", "MONEY", "WORK_OF_ART", "LAW"):
        return located and exact and best.primary and best.rank >= KNOWN and token.tag == "NNP"
    if entity is not None and not exact:  # inside a longer name
        return best.rank >= KNOWN and best.primary and token.pos == "PROPN"
    if single and token.pos not in ("PROPN", "NOUN", "ADJ", "X"):
        return False
    least = TWO_WORDS if not single and best.primary else KNOWN if entity is not None or not single else WELL_KNOWN
    return located or best.rank >= least or (best.level == "admin2" and token.pos == "PROPN")


def _somebody(seen: Context, first: int) -> bool:
    """Whether the word is a person's name elsewhere, or follows a title."""
    token = seen.tokens[first]
    return token.lower in seen.people or (first > 0 and seen.tokens[first - 1].lower.rstrip(".") in W.TITLES)


def _fragment(seen: Context, entity: Entity, first: int, last: int) -> bool:
    """Whether capitalised words of the entity stand outside the span: a part of an unknown name."""
    rest = [*seen.tokens[entity.first : first], *seen.tokens[last + 1 : entity.last + 1]]
    return any(starts_name(t) and t.lower not in W.IN and t.lower not in W.DIVISIONS for t in rest) and not any(
        t.text == "," for t in rest
    )


def weak(seen: Context, first: int, last: int, text: str, entries: tuple[Entry, ...], shouting: bool) -> bool:
    """A small town's name that nothing speaks for yet but the tag of a proper noun."""
    token, entity = seen.tokens[first], seen.entity.get(first)
    if shouting or (first == last and (token.lower in W.COMMON or token.lower in seen.people)):
        return False
    heading = alone(seen.tokens, first, last)
    if heading and token.lower not in W.COMMON:
        return len(text) > 3
    if token.tag not in ("NNP", "NNPS"):
        return False
    if entity is not None:
        if (entity.first, entity.last) != (first, last):
            return False
        person = entity.label == "PERSON" and entries[0].rank >= FOCUSED and entries[0].primary
        if entity.label not in MISTAKEN and not (person and (token.dep != "nsubj" or entries[0].rank >= CAPITAL)):
            return False
    before, after = seen.before(first), seen.after(last)
    if any(other is not None and starts_name(other) for other in (before, after)):
        return False
    return len(text) > 3 and not text.isupper() and seen.lower[token.lower] == 0


def echo(seen: Context, first: int, last: int, text: str, entries: tuple[Entry, ...]) -> bool:
    """A name that counts only if the report has it as a place elsewhere ("Alexandria police")."""
    entity, token = seen.entity.get(first), seen.tokens[first]
    if len(text) < 4 or entries[0].rank < FOCUSED or token.lower in W.COMMON or token.pos != "PROPN":
        return False
    return token.lower not in seen.people and not (
        entity is not None and entity.label in ("PERSON", *NUMBERS) and seen.longer(first, last) is not None
    )
