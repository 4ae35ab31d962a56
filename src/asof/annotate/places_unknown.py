"""Names that the gazetteer lacks: places on the word of the model or of a noun beside them, sites, and what is neither.

"El Arbolito, a village in …" is a place whatever anyone else thinks of it; "the Upper River Front" is an
armed group, and so is no place, nor is the river in its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..reading import Entity, Token
from ..vocabulary.places import Entry, demonyms, gazetteer
from ..vocabulary.places import words as W
from .places_context import (
    INNER,
    NUMBERS,
    PLACE_LABELS,
    Context,
    Name,
    after_preposition,
    assailed,
    starts_name,
    titled,
)
from .places_trust import KNOWN

JOINTS = frozenset({"-", "–", "'", "’", "al", "el", "de", "la", "del"})
SAINTS = frozenset("saint st st. sainte ste san santa santo são sant notre nossa nuestra our".split())
NEARBY = frozenset({"near", "outside"})  # what these stand before is a place; "in" stands before much else


def actors_name(seen: Context, first: int, last: int) -> bool:
    """Whether the capitalised words go on to the noun of a body: "Patía" in "the Patía River Front"."""
    end = seen.run(first)
    if end == last or titled(seen.tokens[first].sentence):
        return False
    return any(token.lower in W.ARMED and token.tag != "NNS" for token in seen.tokens[last + 1 : end + 1])


def called_place(seen: Context, first: int) -> Name | None:
    """Capitalised words that a noun beside them calls a village, town or district, known to the gazetteer or not."""
    last, before = seen.run(first), seen.before(first)
    if before is not None and before.text in "-–’'":
        return None
    if seen.starts[last] and seen.tokens[last].lower in W.TOWN_NOUNS | W.DISTRICTS | W.SITES:
        return None
    words = seen.tokens[first : last + 1]
    if any(t.lower in W.TITLES or t.lower in demonyms() or t.lower in W.BODIES for t in words):
        return None
    lead = words[0].lower
    if lead in W.IN or lead in W.DAYS or (last == first and (lead in W.COMMON or len(lead) < 3)):
        return None
    noun = seen.called(first, last)
    if not noun and not (before is not None and before.lower in NEARBY and _nameless(seen, first, last)):
        return None
    if before is None and any(word.tag not in ("NNP", "NNPS", "NN", "JJ", "HYPH", ":", "FW") for word in words):
        return None
    text = seen.words(first, last)
    known = gazetteer().places(text)
    return Name(first, last, text, known, "place", seen.label(first), None, noun, 1.0 if known else 0.6)


def _nameless(seen: Context, first: int, last: int) -> bool:
    """Whether the model has nothing better to say of the words: no body, no date, not a part of a longer name."""
    entity = seen.entity.get(first)
    return entity is None or (entity.label not in ("ORG", "FAC", *NUMBERS) and entity.last <= last)


def by_model(seen: Context, first: int, entity: Entity | None) -> Name | None:
    """A place by the model's word alone."""
    if entity is None or entity.label not in PLACE_LABELS or entity.first != first:
        return None
    last = entity.last
    while last > first and seen.tokens[last].tag in ("POS", ".", ",", ":"):
        last -= 1
    token, head, before = seen.tokens[first], seen.tokens[last], seen.before(first)
    if before is not None and before.pos == "PROPN" and starts_name(before) and before.lower not in W.IN:
        return None  # the end of a longer name: "Abu Jihad Mastura"
    if any(c.isdigit() for c in head.text) or head.lower in W.BODIES or token.lower in W.IN:
        return None
    words = seen.tokens[first : last + 1]
    if all(t.lower in W.COMMON or t.lower in W.GROUPS for t in words):
        return None  # "Islamic State"
    if first == last and (seen.lower[token.lower] or "." in token.text):
        return None
    if head.dep in ("nsubj", "npadvmod") or (first == last and token.text.isupper() and len(token.text) < 6):
        return None
    if not all(starts_name(t) or t.lower in INNER for t in words):
        return None
    return Name(first, last, seen.words(first, last), (), "place", entity.label, None, "", 0.5)


def by_grammar(seen: Context, first: int) -> Name | None:
    """A place that only the grammar tells, whatever the model takes it for: what violence falls on, or happens at.

    "The raid on Bagega", "killed at Tudun Biri", "in Datu Saudi Ampatuan, Maguindanao del Sur".
    """
    before, last = seen.before(first), seen.run(first)
    if before is None or starts_name(before):
        return None
    taken = assailed(seen.tokens[last])
    if before.tag != "IN" and not taken:
        return None
    words, entity = seen.tokens[first : last + 1], seen.entity.get(first)
    if entity is not None and (entity.label in _NO_PLACES or (entity.label == "ORG" and last == first)):
        return None
    if any(t.lower in W.COMMON or t.lower in W.GROUPS or t.lower in W.TITLES or t.lower in demonyms() for t in words):
        return None
    if any(t.lower in W.BODIES or t.lower in W.ARMED or t.text.isupper() or t.lower in seen.people for t in words):
        return None
    if len(words) > _MOST or words[-1].tag not in ("NNP", "NNPS") or seen.lower[words[0].lower]:
        return None
    after = seen.after(last)
    if after is not None and (after.tag == "POS" or (after.pos in ("NOUN", "PROPN") and words[-1].dep == "compound")):
        return None
    if taken:
        return Name(first, last, seen.words(first, last), (), "place", "", None, "", 0.55)
    above = before.head
    if before.lower in ("on", "against") and above.lemma.lower() not in W.VIOLENCE_ON:
        return None
    if before.lower in ("in", "at", "from", "on", "against") and not _violent(above):
        return None
    if before.lower not in _WHERE:
        return None
    score = 0.5 if before.lower == "at" else 0.55  # "at" stands before shops and firms too: no more is made of it
    return Name(first, last, seen.words(first, last), (), "place", "", None, "", score)


_NO_PLACES = frozenset({"NORP", "LAW", "LANGUAGE", "WORK_OF_ART", "PRODUCT", "EVENT", *NUMBERS})
_WHERE = frozenset({"in", "at", "on", "near", "outside", "against", "from"})
_MOST = 4  # words of a name that nothing but grammar takes for a place's


def _violent(above: Token) -> bool:
    """Whether the word that the preposition hangs on, or that word's clause, is of violence."""
    return above.lemma.lower() in W.VIOLENCE or (above.pos == "NOUN" and above.head.lemma.lower() in W.VIOLENCE)


def site(seen: Context, first: int, last: int, known: Sequence[Entry]) -> Name | None:
    """A capitalised name and a noun of a site or district ("Abu Jahal market"); `known`: who bears the name alone."""
    noun = seen.after(last)
    if noun is None or noun.tag not in ("NN", "NNP", "NNS", "NNPS"):
        return None
    if noun.lower not in W.SITES and noun.lower not in W.DISTRICTS:
        return None
    words = seen.tokens[first : last + 1]
    if not all(starts_name(t) or t.lower in JOINTS for t in words) or any(t.tag == "POS" for t in words):
        return None
    common = first == last and words[0].lower in W.COMMON and not (noun.text[0].isupper() and noun.lower in W.SQUARES)
    if common or words[0].pos not in ("PROPN", "ADJ", "NOUN", "X"):
        return None
    if any(_names_another(seen, token, noun) for token in words) or seen.run(noun.i) != noun.i:
        return None
    label = seen.label(first)
    dated = label in ("DATE", "TIME", "CARDINAL", "ORDINAL") and (noun.lower != "quarter" or words[0].tag != "NNP")
    if dated or (label == "NORP" and words[-1].lower in demonyms()):
        return None
    located = after_preposition(seen.tokens, first)
    if noun.lower in W.SPEAKING and located:
        before = seen.tokens[first - 1] if seen.tokens[first - 1].lower in W.IN else seen.tokens[first - 2]
        located = before.lower != "to" and _violent(before.head)
    if noun.lower in W.BUILDINGS and label not in ("FAC", *PLACE_LABELS) and not located:
        return None  # named after anything: a body more often than a place
    if noun.text[0].isupper() and noun.lower in W.ARMED:
        return None
    following = seen.after(noun.i)
    if noun.lower in W.NATURE and following is not None and following.lower == "of":
        return None  # "the Black Sea coast of …": the name only says which
    own = W.UNIQUE | W.DISTRICTS | W.NATURE
    saint = noun.lower in W.NAMED_FOR_SAINTS and words[0].lower in SAINTS
    if first == last and words[0].text.isupper() and noun.text[0].islower() and not known and len(words[0].text) < 6:
        return None  # "an MILF base": whose it is
    if noun.text[0].islower() and known and known[0].rank >= KNOWN and noun.lower not in own and not saint:
        return None  # "Kyiv hospital": the city is the name
    number = seen.after(noun.i)
    last = number.i if number is not None and number.text.isdigit() and noun.lower in W.NUMBERED else noun.i
    text = seen.words(first, last)
    entries = gazetteer().places(text) or tuple(e for e in known if e.level in ("site", "district"))
    return Name(first, last, text, entries, "site", label, None, noun.lower, 0.8)


def called_site(seen: Context, first: int) -> Name | None:
    """A site or quarter whose noun stands before its name: "Camp Siongco", "Lycée X", "Barangay Talitay"."""
    token, last = seen.tokens[first], seen.run(first)
    noun = token.lower.rstrip(".")
    district = noun in W.BEFORE_DISTRICTS
    if last == first or not token.text[0].isupper() or not (district or noun in W.BEFORE_SITES):
        return None
    words = seen.tokens[first + 1 : last + 1]
    if words[-1].lower in W.SITES | W.TITLES | W.NAMED_AFTER:
        return None  # "Fort Eddy Road"
    while words and words[-1].lower in W.DIVISIONS:
        words = words[:-1]
    before = seen.before(first)
    joined = before is not None and (before.text in "-–’'" or (starts_name(before) and before.lower not in W.IN))
    if not words or words[0].lower in W.COMMON or joined:
        return None
    if any(t.lower in W.BODIES or t.tag in ("POS", "VBZ", "VBD") for t in words):
        return None
    after = seen.after(words[-1].i)
    placed = before is not None and (before.lower in W.IN or before.lower in ("the", "of"))
    placed = placed or (after is not None and after.lower in ("in", "near", "outside"))
    if not placed and seen.label(first) not in ("FAC", *PLACE_LABELS):
        return None
    last = words[-1].i
    text = seen.words(first, last)
    spans = [seen.words(first, token.i) for token in words]
    own = gazetteer().look_up(spans)
    if words[0].text in "-–" or any(e.level not in ("site", "district") for span in spans for e in own[span]):
        return None  # Port-au-Prince, Mount Pleasant Civic Center
    return Name(first, last, text, own[text], "site", seen.label(first), None, "district" if district else noun, 0.8)


def road(seen: Context, first: int, known: Mapping[str, Sequence[Entry]]) -> tuple[int, int] | None:
    """The ends of the two names in "the Funtua-Gusau road", where both are places that the gazetteer has."""
    tokens, last = seen.tokens, seen.run(first)
    if last + 1 < len(tokens) and tokens[last + 1].lower in W.STREETS:
        end = last
    elif tokens[last].lower in W.STREETS:
        end = last - 1
    else:
        return None
    for dash in range(first + 1, end):
        ends = (seen.words(first, dash - 1), seen.words(dash + 1, end))
        if tokens[dash].text in "-–" and all(known.get(name) for name in ends):
            return dash - 1, end
    return None


def land(seen: Context, first: int, last: int) -> int | None:
    """The last token of what a name and several words make a division: "Bukkuyum Local Government Area"."""
    tokens = seen.tokens
    for words in W.LONG_ADMIN2:
        end = last + len(words)
        if end < len(tokens) and all(tokens[last + k].lower == word for k, word in enumerate(words, 1)):
            return end
    return None


def _names_another(seen: Context, token: Token, noun: Token) -> bool:
    """Whether the word before a site's noun makes it somebody's: a title, a people ("the Kenyan hospital")."""
    if token.lower in W.KINDS and token.i == noun.i - 1:
        return False  # "General Hospital"
    if token.i and seen.tokens[token.i - 1].text in "-–":
        return False  # "Pan-American Highway"
    return token.lower in W.TITLES or token.lower in demonyms()
