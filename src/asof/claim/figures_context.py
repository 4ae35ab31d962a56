"""Counts whose measure only the words around them tell: a register of those who fled, a school that shelters.

Asked last, when neither verb nor noun measures. Looks no further than the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..reading import Reading
from ..vocabulary import people
from .figures_counted import Counted, Measured
from .figures_draft import Draft
from .figures_parts import at_a_place, word_before
from .figures_verbs import of_patient

_REGISTERING = frozenset({"list", "register", "count", "record", "log", "enrol", "enroll", "name"})
_REGISTERED = frozenset({"displaced", "missing", "killed", "injured", "abducted", "arrested"})
_TOLD = _REGISTERED | frozenset("protesters held released casualties rescued attackers escaped strikers".split())
_MISSED = frozenset({"displaced", "missing", "abducted", "arrested"})
_LISTS = frozenset({"list", "lists", "register", "registers", "books", "roll", "rolls"})


def by_context(item: Counted, reading: Reading, before: Sequence[Draft]) -> Measured | None:
    """Such as "the register lists 312 people so far", "had counted 412 people in its classrooms"."""
    verb = item.head.head
    if verb.lower == "of" and verb.head.lower == "names" and item.noun is None:
        registered = next((d for d in reversed(before) if d.measure in _REGISTERED), None)
        if registered is None:
            return None
        return Measured(registered.measure, verb.head, owner=verb.head.head.child("nsubj"), unit="people")
    gapped = _moved_from(item, before) or _gapped(item, before) or _told(item, before) or _on_a_list(item, before)
    if gapped is not None:
        return gapped
    if verb.lemma not in _REGISTERING or item.head.dep != "dobj" or item.noun is None or item.of_whole:
        return None
    if people.group(item.noun.lower) is None:
        return None
    sentence = item.number.sentence
    nearby = reading.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    if verb.lemma == "count" and any(token.lemma == "shelter" for s in nearby for token in s.tokens):
        return Measured("sheltered", verb, owner=verb.child("nsubj"))
    last = before[-1] if before else None
    if last is None or last.measure not in _REGISTERED or last.item.number.sentence not in nearby:
        return None
    return Measured(last.measure, verb, owner=verb.child("nsubj"))


# By these verbs, with these prepositions, somebody gives a number that stands alone: "still speak of five".
_TELLING: dict[str, frozenset[str]] = {
    **{verb: frozenset({""}) for verb in """verify confirm acknowledge concede accept admit recognise recognize count
       document give report record cite claim list tally register announce estimate say assert maintain""".split()},
    "admit": frozenset({"", "to"}),
    "speak": frozenset({"of"}),
    "talk": frozenset({"of"}),
    "cling": frozenset({"to"}),
    "stick": frozenset({"to", "with", "by", "at"}),
    "stand": frozenset({"by", "at"}),
    "insist": frozenset({"on"}),
    "hold": frozenset({"to", "at"}),
    "stay": frozenset({"at", "with"}),
    "remain": frozenset({"at"}),
    "move": frozenset({"from"}),
    "budge": frozenset({"from"}),
    "own": frozenset({"to"}),
}  # fmt: skip
# How many sentences back a number that stands alone may find what it counts: measured on the example streams, 2 to 6.
_BACK = 4


def _told(item: Counted, before: Sequence[Draft]) -> Measured | None:
    """A number alone that somebody gives for what was counted last: "The United Nations has verified at least 58"."""
    sentence = item.number.sentence
    last = next((d for d in reversed(before) if d.measure in _TOLD and d.whole is None), None)
    if item.noun is not None or last is None or sentence.index - last.item.number.sentence.index > _BACK:
        return None
    if last.item.number.sentence.part.kind != sentence.part.kind:
        return None
    then = any(c.lower in ("then", "later", "now", "eventually") for c in item.number.children)
    if then and last.item.number.sentence is sentence and item.number.dep == "conj":
        return Measured(last.measure, last.anchor, owner=last.owner)  # "first gave 13 dead, and then 21"
    word, preposition = item.head.head, ""
    if item.head.dep == "pobj" and word.dep == "prep":
        word, preposition = word.head, word.lower
    elif item.head.dep not in ("dobj", "attr"):
        return None
    if preposition not in _TELLING.get(word.lemma, frozenset()) or word.pos != "VERB" or word.child("auxpass"):
        return None
    subject = word.child("nsubj")
    if subject is None or (word.child("neg") is not None) != (word.lemma in ("move", "budge")):
        return None
    return Measured(last.measure, word, owner=subject)


def _on_a_list(item: Counted, before: Sequence[Draft]) -> Measured | None:
    """Such as "now has 71 names on his list", "had 910 families on its register": of what was registered last."""
    verb = item.head.head
    if verb.lemma != "have" or item.head.dep != "dobj" or item.noun is None:
        return None
    if item.noun.lower != "names" and people.group(item.noun.lower) is None:
        return None
    listed = any(
        inner.lower in _LISTS
        for word in (verb, item.head)
        for child in word.children
        if child.lower == "on" and (inner := child.child("pobj")) is not None
    )
    families = item.noun.lower in ("families", "households")
    last = next((d.measure for d in reversed(before) if d.measure in _MISSED and d.whole is None), None)
    measured = "displaced" if families else last
    if not listed or measured is None:
        return None
    return Measured(measured, verb, owner=verb.child("nsubj"), unit="people" if item.noun.lower == "names" else None)


def asked(item: Counted, reading: Reading) -> Measured | None:
    """What the sentence before asks the number of: "How many have been arrested is disputed. Their figure is 83."."""
    at = item.number.sentence.index
    sentence = reading.sentences[at - 1] if at else None
    if sentence is None or sentence.part is not item.number.sentence.part:
        return None
    opening = [token.lower for token in sentence.tokens[:2]]
    for verb in sentence.tokens if opening == ["how", "many"] else ():
        found = of_patient(verb, item) if verb.tag == "VBN" else None
        if found is not None:
            return Measured(found.measure, verb)
    return None


def _moved_from(item: Counted, before: Sequence[Draft]) -> Measured | None:
    """The value that a count had: "16 inmates died in the riot, up from 14", "down from an earlier 61"."""
    last = before[-1] if before else None
    sentence = item.number.sentence
    if last is None or item.noun is not None or last.item.number.sentence is not sentence:
        return None
    words = [token.lower for token in sentence.tokens if token.end <= item.quantity.span.start][-5:]
    while words and words[-1] in ("a", "an", "the", *_FORMER):
        words.pop()
    if len(words) < 2 or words[-1] != "from" or words[-2] not in ("up", "down", "revised"):
        return None
    return Measured(last.measure, last.anchor, owner=last.owner, status="earlier", unit=last.unit)


_FORMER = frozenset({"earlier", "previous", "initial", "provisional", "original", "first"})


def _gapped(item: Counted, before: Sequence[Draft]) -> Measured | None:
    """Such as "24 people were killed in Sidon and one in Safed", which leaves the verb unsaid."""
    last = before[-1] if before else None
    if last is None or last.whole is not None or item.noun is not None or not at_a_place(item.number):
        return None
    tokens = item.number.sentence.tokens
    if last.item.number.sentence is not item.number.sentence or word_before(item) not in ("and", ","):
        return None
    since = tokens[last.anchor.i + 1 - tokens[0].i : item.number.i - tokens[0].i]
    if last.anchor.i > item.number.i or any(token.pos == "VERB" for token in since):
        return None
    return Measured(last.measure, item.number, unit=last.unit)
