"""Sub-counts: "including seven children", "two of them critically", "Four are children", "Six of the 27 were …".

A part takes its measure from the figure it belongs to and points to it; it is never added to it. Does not
guess: a number that belongs to no figure before it in the paragraph is no part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ..model import Quantity
from ..reading import Token
from ..vocabulary import measures as lexicon
from ..vocabulary import people
from .figures_counted import RELATIVE, Counted, first_conjunct, kind_of


class Whole(Protocol):
    """What a part can belong to: a figure in the making."""

    item: Counted
    measure: str
    unit: str | None
    whole: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """The whole's place in the list, and the measure and unit that the part has."""

    whole: int | None
    measure: str
    unit: str | None


_WHOLE_WORDS = {
    word: measure
    for measure, words in (
        ("killed", "dead killed victims deceased bodies fatalities deaths slain"),
        ("injured", "wounded injured"),
        ("missing", "missing"),
        ("casualties", "casualties casualty"),
        ("arrested", "arrested detained detainees"),
        ("displaced", "displaced"),
        ("abducted", "hostages"),
    )
    for word in words.split()
}

# Measures of people, whose parts are people.
OF_WHOM = frozenset(
    """
    killed injured missing trapped casualties rescued arrested abducted released held displaced surrendered buried
    evacuated captured escaped recaptured sheltered deployed
    """.split()
)
_OPENING = frozenset({":", "(", "–", "—", "--", "-"})
_SPEAKING = frozenset({"say", "tell", "add", "recall", "describe", "write", "explain", "beg", "call", "speak"})


def part(item: Counted, wholes: Sequence[Whole]) -> Part | None:
    """The part that this number without a measure of its own is; null where it is none."""
    if item.quantity.value == 0:
        named = _WHOLE_WORDS.get(inner.lower) if (inner := _among(item)) is not None else None
        return Part(None, named, None) if named is not None else None  # "No civilians were among the dead"
    verb, last = item.head.head, item.noun or item.head
    beside = 0 < verb.i - last.i <= 2 or 0 < item.number.i - verb.i <= 2
    speaks = item.head.dep == "nsubj" and verb.lemma in _SPEAKING and beside
    if item.quantity.value == 1 and speaks:
        return None  # "one of the freed men said"
    if item.nth is not None:
        return _last_of(item.nth, item, wholes)
    if item.of_whole and item.noun is not None:
        return _of_whole(item, item.noun, wholes)
    listed = _listed_by_place(item, wholes) or _in_list(item, wholes)
    if listed is not None:
        return listed
    if _included(item):
        whole = _around(item, wholes)
        if whole is not None:
            return Part(whole, wholes[whole].measure, None)
        if _among(item) is None:
            return None
    among = _among(item)
    if among is not None and among.lower in ("them", "whom"):
        whole = _before(item, wholes)
        return Part(whole, wholes[whole].measure, None) if whole is not None else None
    if among is not None:
        return _named(among, item, None, wholes)
    if item.quantity.span.text.lower() in ("a", "an", "another"):
        return None
    if item.head.dep == "appos":
        whole = _holding(item.head.head, wholes)
        comma = item.number.sentence.tokens[max(0, item.number.i - item.number.sentence.tokens[0].i - 1)]
        if whole is not None and comma.text in (",", ":", "-", "–", "—", "(", "--") and _fits(item, wholes[whole]):
            return Part(whole, wholes[whole].measure, wholes[whole].unit if item.noun is None else None)
        return None
    return _copular(item, wholes)


def _listed_by_place(item: Counted, wholes: Sequence[Whole]) -> Part | None:
    """Such as "26 were detained: 21 in Lima and five in Cusco", by the order of the words."""
    last = wholes[-1] if wholes else None
    if last is None or item.noun is not None or not at_a_place(item.number):
        return None
    if last.item.number.sentence is not item.number.sentence or not _fits(item, last):
        return None
    before = word_before(item)
    if before in (":", "-", "–", "—", "(") and last.whole is None:
        return Part(len(wholes) - 1, last.measure, last.unit)
    if before in ("and", ",", ";") and last.whole is not None and at_a_place(last.item.number):
        return Part(last.whole, last.measure, last.unit)
    return None


def _in_list(item: Counted, wholes: Sequence[Whole]) -> Part | None:
    """Such as "58 people (29 men, 20 women and 9 children)", by the order of the words."""
    last = wholes[-1] if wholes else None
    sentence = item.number.sentence
    if last is None or last.item.number.sentence is not sentence or last.item.number.i > item.number.i:
        return None
    if last.measure not in OF_WHOM or (item.noun is not None and kind_of(item.noun) is None):
        return None
    before = word_before(item)
    if before in _OPENING and last.whole is None and _fits(item, last):
        return Part(len(wholes) - 1, last.measure, None)
    if before not in ("and", ",", ";", "plus", "&") or last.whole is None:
        return None
    whole = wholes[last.whole]
    first = sentence.tokens[0].i
    between = sentence.tokens[whole.item.number.i + 1 - first : last.item.number.i - first]
    if not any(token.text in _OPENING for token in between) or not _fits(item, whole):
        return None
    since = sentence.tokens[last.item.head.i + 1 - first : item.number.i - first]
    if any(token.pos == "VERB" and token.dep not in ("relcl", "acl", "conj") for token in since):
        return None
    total = whole.item.quantity.high or whole.item.quantity.value
    parts = [w.item.quantity.value or 0 for w in wholes if w.whole == last.whole and w.item.number.sentence is sentence]
    if total is not None and whole.item.quantity.low is not None and sum(parts) + (item.quantity.value or 0) > total:
        return None
    return Part(last.whole, last.measure, None)


def word_before(item: Counted) -> str:
    """The word before the quantity in its sentence."""
    tokens = item.number.sentence.tokens
    earlier = [token.lower for token in tokens if token.end <= item.quantity.span.start]
    return earlier[-1] if earlier else ""


def at_a_place(number: Token) -> bool:
    """Such as "five in Kutaisi"."""
    tokens = number.sentence.tokens
    at = number.i - tokens[0].i
    return at + 2 < len(tokens) and tokens[at + 1].lower in ("in", "at", "near") and tokens[at + 2].pos == "PROPN"


def _last_of(nth: int, item: Counted, wholes: Sequence[Whole]) -> Part | None:
    """The one by whom the whole is full: "Nine were killed. The ninth, a driver, …"."""
    for k in range(len(wholes) - 1, -1, -1):
        if wholes[k].item.number.sentence.part is not item.number.sentence.part:
            return None
        if wholes[k].item.quantity.value == nth and wholes[k].whole is None:
            return Part(k, wholes[k].measure, None)
    return None


def _among(item: Counted) -> Token | None:
    """The whole in "three policemen were among the dead", "the dead included nine women"."""
    token = first_conjunct(item.head)
    verb = token.head
    if verb.lemma == "be" and token.dep in ("nsubj", "attr"):
        for child in verb.children:
            inner = child.child("pobj") if child.lower == "among" else None
            if inner is not None:
                return inner
        subject = verb.child("nsubj")
        if token.dep == "attr" and subject is not None and subject.lower in _WHOLE_WORDS and subject.pos != "PROPN":
            return subject  # "The dead were three men and a girl"
    if verb.lemma in ("include", "comprise") and token.dep == "dobj":
        return verb.child("nsubj")
    if verb.lower == "of" and verb.head.lemma == "consist" and token.dep == "pobj":
        return verb.head.child("nsubj")
    return None


def belongs(item: Counted, measure: str, wholes: Sequence[Whole]) -> int | None:
    """The whole of a number that has a measure of its own: "four of the wounded died", "buried 19 of the dead"."""
    tokens = item.number.sentence.tokens
    at = item.number.i - tokens[0].i
    if at and tokens[at - 1].lower == "including":
        whole = _before(item, wholes)
        return whole if whole is not None and wholes[whole].measure == measure else None
    if not item.of_whole or item.noun is None:
        return None
    wanted = {"buried": "killed", "intercepted": "launched"}.get(measure, measure)
    anywhere = wanted != measure or item.word in _WHOLE_WORDS
    for k in range(len(wholes) - 1, -1, -1):
        other = wholes[k]
        if not anywhere and other.item.number.sentence.part is not item.number.sentence.part:
            continue
        if other.measure == wanted and _fits(item, other) and not (item.word == "them" and other.whole is not None):
            return k
    return None


def _of_whole(item: Counted, noun: Token, wholes: Sequence[Whole]) -> Part | None:
    word = noun.lower
    if noun.pos == "NUM" or word.isdigit():  # "Six of the 27"
        for k in range(len(wholes) - 1, -1, -1):
            if wholes[k].item.quantity.value is not None and _value(noun) == wholes[k].item.quantity.value:
                return Part(k, wholes[k].measure, _predicated(item) or wholes[k].unit)
        return None
    if word in ("them", "whom", "which"):
        whole = _before(item, wholes)
        if whole is None:
            return None
        after = noun.sentence.tokens[noun.i - noun.sentence.tokens[0].i + 1 :][:1]
        beside = people.group(after[0].lower) if after else None  # "eight of them soldiers"
        above = item.number.head
        if beside is None and item.number.dep == "nummod" and above.tag == "NNS" and above.i > noun.i:
            beside = _group_with_trade(above)  # "three of them farm workers"
        return Part(whole, wholes[whole].measure, beside or _predicated(item) or wholes[whole].unit)
    return _named(noun, item, _predicated(item), wholes)


def _group_with_trade(noun: Token) -> str:
    trade = noun.child("compound")
    named = noun.lower if trade is not None else people.group(noun.lower) or noun.lower
    return f"{trade.lower} {named}" if trade is not None else named


def _named(noun: Token, item: Counted, unit: str | None, wholes: Sequence[Whole]) -> Part | None:
    """The part of a whole that is named for what happened to it: "of the dead", "of those killed"."""
    named = _WHOLE_WORDS.get(noun.lower)
    if noun.lower == "victims" and noun.child("acl", "relcl") is None:
        suffered = [k for k, w in enumerate(wholes) if w.measure in _SUFFERED and w.whole is None]
        told = suffered[-1] if suffered else None
        if told is not None and _fits(item, wholes[told]):
            return Part(told, wholes[told].measure, unit)
    if named is None:
        named = _by_clause(noun)
    if named is None:
        state = next((c.lower for c in noun.children if c.dep in ("acl", "amod") and c.lower in lexicon.STATES), None)
        named = lexicon.STATES[state] if state is not None else None
    if named is None:
        return None
    for k in range(len(wholes) - 1, -1, -1):
        if wholes[k].measure == named and _fits(item, wholes[k]):
            return Part(k, named, unit or wholes[k].unit)
    if item.quantity.value == 1:
        return None  # "one of its dead was a cook": who that one is, not how many
    return Part(None, named, unit)


_SUFFERED = frozenset({"killed", "injured", "casualties", "abducted", "rescued", "released", "missing"})


def _by_clause(noun: Token) -> str | None:
    """Such as "those who perished": what the clause on the noun says of the whole."""
    clause = noun.child("relcl")
    subject = clause.child("nsubj") if clause is not None else None
    if clause is None or subject is None or subject.lower not in RELATIVE:
        return None
    return lexicon.SUBJECT_VERBS.get(clause.lemma)


def _value(noun: Token) -> int | None:
    from ..vocabulary import numbers

    text = noun.text.replace(",", "")
    return int(text) if text.isdigit() else numbers.UNITS.get(noun.lower)


def _predicated(item: Counted) -> str | None:
    """The group said of the part: "were children", "are over fifty"."""
    verb = item.head.head
    if item.head.dep not in ("nsubj", "nsubjpass") or verb.lemma != "be":
        return None
    attr = verb.child("attr") or next((c for c in verb.children if c.dep == "nsubj" and c.i > verb.i), None)
    if attr is not None and attr.pos == "PROPN":  # "One of them was Ana Ruiz, a nurse"
        said = attr.child("appos")
        return people.group(said.lower) if said is not None else None
    if attr is not None:
        return people.group(attr.lower) or attr.lower
    prep = verb.child("prep", "acomp")
    inner = prep.child("pobj") if prep is not None else None
    if prep is not None and inner is not None and prep.lower in ("over", "under", "above", "below"):
        return f"people {prep.lower} {inner.lower}"
    return None


def _listed_as(item: Counted) -> str | None:
    """The group in "were women and five were children", where the tree has lost the second clause."""
    tokens = item.number.sentence.tokens
    at = item.number.i - tokens[0].i
    after = [t for t in tokens[at + 1 : at + 4] if t.pos != "DET"]
    if item.number.dep not in ("conj", "nsubj") or len(after) < 2 or after[0].lemma != "be":
        return None
    if after[1].lower in ("under", "over") and len(after) > 2:
        return f"people {after[1].lower} {after[2].lower}"
    return people.group(after[1].lower)


def _included(item: Counted) -> bool:
    """Whether "including", "among them" or the like opens the list that the number stands in."""
    token = item.head
    while token.dep == "conj" and token.head.pos in ("NOUN", "PROPN", "NUM"):
        token = token.head
    if (
        token.dep == "pobj"
        and token.head.lower in ("including", "include", "among", "plus", "with")
        and token.head.lower != "with"
        and (token.head.lower != "among" or item.noun is None)
    ):
        return True
    tokens = item.number.sentence.tokens
    at = token.i - tokens[0].i
    start = min(at, item.number.i - tokens[0].i)
    window = [t.lower for t in tokens[max(0, start - 4) : start + 1]]
    if "among" in window and ("them" in window or "whom" in window or "dead" in window or "victims" in window):
        return True
    if "including" in window:
        return True
    after = [t.lower for t in tokens[at + 1 : at + 3]]
    return after == ["among", "them"]


def _around(item: Counted, wholes: Sequence[Whole]) -> int | None:
    """The figure whose noun phrase the list hangs on, else the nearest before it in the sentence."""
    for above in item.head.ancestors():
        held = _holding(above, wholes)
        if held is not None and item.head.dep == "conj" and wholes[held].whole is not None:
            held = wholes[held].whole  # "three women and two boys": parts of one whole
        if held is not None and _fits(item, wholes[held]):
            return held
    return _before(item, wholes)


def _holding(token: Token, wholes: Sequence[Whole]) -> int | None:
    for k in range(len(wholes) - 1, -1, -1):
        item = wholes[k].item
        if token is item.head or token is item.noun or token is item.number:
            return k
    return None


def _before(item: Counted, wholes: Sequence[Whole]) -> int | None:
    """The last figure before in the paragraph that can hold this one; parts of the same list are passed over."""
    near = len(wholes) - 1
    if near >= 0 and item.word in ("them", "whom") and wholes[near].item.number.sentence is item.number.sentence:
        other = wholes[near]
        part_ = other.whole is not None and other.item.of_whole and other.item.word not in ("them", "whom")
        if part_ and other.item.number.i < item.number.i and _fits(item, other):
            return near  # "Eight of the dead were villagers, three of them children"
    for k in range(len(wholes) - 1, -1, -1):
        other = wholes[k]
        if other.item.number.sentence.part is not item.number.sentence.part:
            return None
        if other.item.number.i < item.number.i and _fits(item, other) and other.whole is None:
            return k
    return None


def _fits(item: Counted, other: Whole) -> bool:
    """Whether the number can be a part of the other by size."""
    inner, outer = item.quantity, other.item.quantity
    small = _least(inner)
    large = outer.high if outer.high is not None else (outer.value if outer.low is None else None)
    return small is None or large is None or small <= large


def _least(quantity: Quantity) -> int | None:
    return quantity.low if quantity.low is not None else quantity.value


def _copular(item: Counted, wholes: Sequence[Whole]) -> Part | None:
    """Such as "Four are children.": a bare number that says who some of those counted were."""
    unit = _listed_as(item)
    if unit is None and (item.noun is not None or item.head.dep not in ("nsubj", "nsubjpass")):
        return None
    unit = unit or _predicated(item)
    if unit is None:
        return None
    fronted = next((c.child("pobj") for c in item.head.head.children if c.lower == "of" and c.i < item.number.i), None)
    if fronted is not None:  # "Of the dead, 14 were women."
        return _named(fronted, item, unit, wholes)
    whole = _before(item, wholes)
    return Part(whole, wholes[whole].measure, unit) if whole is not None else None
