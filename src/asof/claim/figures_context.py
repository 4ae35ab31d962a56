"""Counts whose measure only the words around them tell: a register of those who fled, a school that shelters.

Asked last, when neither verb nor noun measures. Looks no further than the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..reading import Reading
from ..vocabulary import people
from .figures_counted import Counted, Measured
from .figures_draft import Draft
from .figures_parts import at_a_place

_REGISTERING = frozenset({"list", "register", "count", "record", "log", "enrol", "enroll", "name"})
_REGISTERED = frozenset({"displaced", "missing", "killed", "injured", "abducted", "arrested"})


def by_context(item: Counted, reading: Reading, before: Sequence[Draft]) -> Measured | None:
    """Such as "the register lists 312 people so far", "had counted 412 people in its classrooms"."""
    verb = item.head.head
    if verb.lower == "of" and verb.head.lower == "names" and item.noun is None:
        registered = next((d for d in reversed(before) if d.measure in _REGISTERED), None)
        return Measured(registered.measure, verb.head, unit="people") if registered is not None else None
    gapped = _gapped(item, before)
    if gapped is not None:
        return gapped
    if verb.lemma not in _REGISTERING or item.head.dep != "dobj" or item.noun is None:
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


def _gapped(item: Counted, before: Sequence[Draft]) -> Measured | None:
    """Such as "24 people were killed in Sidon and one in Safed", which leaves the verb unsaid."""
    head, last = item.head, before[-1] if before else None
    if (
        last is None
        or last.whole is not None
        or item.noun is not None
        or head.dep != "conj"
        or head.head is not last.anchor
    ):
        return None
    if not at_a_place(head):
        return None
    return Measured(last.measure, item.number, unit=last.unit)
