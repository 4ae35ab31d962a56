"""The measure of a verb's subject: "12 died", "46 fled their homes", "300 families have left for Bunia"."""

from __future__ import annotations

from ..reading import Token
from ..vocabulary import measure_phrases as phrases
from ..vocabulary import measures as lexicon
from ..vocabulary import people, things
from .figures_counted import Counted, Measured, kind_of, several, words_below
from .figures_forces import ARMED, SENT, of_forces, of_votes
from .figures_phrases import CIVIL, said_together, taken

_HOMES = frozenset({"homes", "area", "home", "village", "villages", "town", "city", "houses", "district"})
_FALLING = frozenset({"from", "into", "off", "to", "by", "behind", "short", "ill", "sick", "under", "asleep", "victim"})
# From so many on, people who leave a town do so together.
_MANY = 50


def of_subject(verb: Token, item: Counted) -> Measured | None:
    """The measure of the verb's subject: "12 died", "46 fled their homes", "three lost their lives"."""
    lemma = lexicon.lemma(verb.lower, verb.lemma)
    object_ = verb.child("dobj")
    kind = kind_of(item.noun)
    said = said_together(verb, phrases.DONE_BY.get(lemma, ()), item, kind)
    if said is not None and (said.measure != "strikers" or _at_work(verb, item)):
        return said
    bare = item.noun is None or item.word in ("others", "more") or (item.of_whole and item.word in lexicon.STATES)
    acted = of_forces(verb, item, kind) or of_votes(verb, item, kind)
    if acted is not None:
        return acted
    if lemma == "fall" and kind in ARMED:
        return None if _FALLING & {c.lower for c in verb.children} else Measured("killed", verb)
    if lemma == "survive" and verb.child("neg") is not None and (kind or bare):
        return Measured("killed", verb, by_denial=True)
    if lemma in lexicon.THRONGING and verb.tag != "VBG" and _a_crowd(lemma, verb, item, kind):
        return Measured("protesters", verb)
    if lemma == "arrive" and kind in SENT and kind != "people":
        return Measured("deployed", verb)
    if item.of_whole and taken(item.noun) and lemma in ("appear", "emerge", "reappear", "resurface", "return"):
        return Measured("released", verb)
    if lemma == "escape" and not taken(item.noun) and kind not in lexicon.DETAINED_GROUPS:
        return None
    if (
        lemma == "cross"
        and "into" in words_below(verb)
        and (bare or kind in ("people", "migrants", "civilians", "families"))
    ):
        return Measured("displaced", verb)
    onward = any(c.lower in ("for", "to") for c in verb.children)
    if lemma == "leave" and object_ is None and kind in ("families", "households") and onward:
        return Measured("displaced", verb)  # "300 households have left for Bunia"
    if lemma in ("leave", "abandon") and object_ is not None and (bare or kind in CIVIL):
        many = item.quantity.value is None or item.quantity.value >= _MANY
        if object_.lower in _HOMES or (many and object_.pos == "PROPN"):
            return Measured("displaced", verb)
    let = lemma in ("go", "leave") and verb.head.lemma == "let" and verb.dep in ("ccomp", "xcomp")
    if let and object_ is None and not any(child.lower in ("to", "into", "on") for child in verb.children):
        return Measured("released", verb.head) if kind or bare else None  # "let two women go"
    if _leaving(lemma, verb, item, kind, bare):
        return Measured("displaced", verb)
    never = lemma in ("return", "come") and any(c.dep == "neg" and c.lower == "never" for c in verb.children)
    if never and not onward and (kind or bare or item.word == "whom"):
        return Measured("missing", verb, by_denial=True)  # "12 of whom never returned"
    if lemma in _WALKING and several(item, _MANY) and (kind or bare):
        chants = (child for child in verb.children if child.dep == "advcl" and child.tag == "VBG")
        if any(child.lemma in _CHANTING for child in chants):
            return Measured("protesters", verb)
    if lemma == "collapse" and item.word in things.STRUCTURES and object_ is None:
        return Measured("destroyed", verb, unit=item.word)
    measured = lexicon.SUBJECT_VERBS.get(lemma)
    if measured == "withdrawn" and kind not in ARMED | SENT and item.word not in things.UNITS_OF_TROOPS:
        return None
    if measured is None or verb.dep == "amod":
        return None
    if any(c.dep in ("auxpass", "dobj") for c in verb.children) and lemma not in ("flee", "die"):
        return None
    if measured == "returned" and kind not in ("people", "families", "migrants", "civilians"):
        return None
    if kind or bare or measured == "killed":
        return Measured(measured, verb)
    return None


_WALKING = frozenset("walk march parade gather stand file rally sit assemble proceed".split())
_CHANTING = frozenset("chant shout demand wave denounce brandish protest jeer boo".split())
_MOVING = frozenset("come pour stream trek flow descend trickle".split())
_ERRANDS = frozenset("market fair church mosque polls rally work school festival wedding concert".split())
_NEVER_LEFT = frozenset({"acomp", "oprd", "advcl", "xcomp", "prt"})  # "left disappointed", "left out"


def _leaving(lemma: str, verb: Token, item: Counted, kind: str | None, bare: bool) -> bool:
    """Whether so many people leave where they live that they are driven: "9,000 people have left since Wednesday"."""
    if not (bare or kind in CIVIL or kind == "migrants") or not several(item, _MANY) or verb.child("dobj") is not None:
        return False
    if lemma == "leave":
        since = any(child.lower in ("since", "after", "as", "amid", "because") for child in verb.children)
        return since and not any(child.dep in _NEVER_LEFT and child.tag != "VBG" for child in verb.children)
    if lemma not in _MOVING:
        return False
    ends = [(prep.lower, end) for prep in _preps(verb) if (end := prep.child("pobj")) is not None]
    away = any(word == "from" and end.lower in lexicon.SETTLED for word, end in ends)
    return away and not any(end.lower in _ERRANDS for _, end in ends)


def _preps(verb: Token) -> list[Token]:
    """The verb's prepositions, through its particle as well: "come down from"."""
    return [p for token in (verb, *verb.children) for p in token.children if p.dep == "prep"]


def _at_work(verb: Token, item: Counted) -> bool:
    """Whether those who "walk out" leave their work, not a place: "out of the hills", "out onto the square"."""
    if lexicon.OUT_OF & words_below(verb):
        return False
    return people.group(item.word) in lexicon.TRADES


def _a_crowd(lemma: str, verb: Token, item: Counted, kind: str | None) -> bool:
    """Whether so many that they protest: hundreds anywhere, dozens where they "gathered" for nothing else."""
    words = {t.lower for t in item.number.sentence.tokens}
    if words & lexicon.MOURNING and not words & lexicon.DEMANDING:
        return False  # "hundreds of mourners gathered to bury the victims"
    if kind == "people" and (item.quantity.value is None or item.quantity.value >= 500):
        return True
    many = item.quantity.value or item.quantity.low or item.quantity.high
    if lemma not in ("gather", "assemble", "rally") or many is None or many < _MANY:
        return False
    return (kind in ("people", "protesters") or item.noun is None) and not words & lexicon.MEETINGS
