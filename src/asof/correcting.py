"""Which values a person may give a field of a claim: each is held against what the reader itself could give there.

Wherever somebody corrects, in a terminal, on the desk or through the API, the value passes here; what is no value of
its field is refused with words that say what would be one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from .errors import WrongUse
from .model import Event, Incident, Record
from .reconcile.corrections import located
from .reconcile.groups import CHILDREN, EVERYBODY, FIGHTERS, POLICE, WOMEN, group_of, is_thing
from .store.moments import earliest
from .vocabulary import codebooks, measure_phrases, measures, people
from .vocabulary.codebooks.notation import nearest
from .vocabulary.places import fold, gazetteer

_MEASURED = (
    measures.PATIENT_VERBS, measures.MUNITION_VERBS, measures.STRUCTURE_VERBS, measures.SUBJECT_VERBS, measures.STATES,
    measures.NOUNS, measures.ACTS, measures.TOLL_OF,
)  # fmt: skip
# Those that no table of words gives: they are made of how something is counted.
_COMPOSED = (
    "aid_planned", "aided", "at_large", "attackers", "hit", "promised_release", "stranded", "votes_against",
    "votes_for",
)  # fmt: skip
MOMENTS = ("as_of", "start", "end")


def checked(record: Record, field: str, value: str) -> str | None:
    """The value as the field holds it; raises where it is none. What the report itself has there is always one."""
    words = " ".join(value.split())
    if field == "measure":
        return _one_of(field, words.lower().replace(" ", "_"), {*_measures(), *(one.measure for one in record.figures)})
    if field == "group":
        return _group(record, words)
    if field in ("type", "mode"):
        return _coded(record, field, words)
    if field in MOMENTS:
        return _moment(field, words)
    if field == "place":
        return _place(record, words)
    return value


@lru_cache(maxsize=1)
def _measures() -> frozenset[str]:
    """Every measure that a figure can have."""
    of_phrases = (
        one.measure
        for table in (measure_phrases.DONE_BY, measure_phrases.DONE_TO)
        for phrases in table.values()
        for one in phrases
    )
    return frozenset({*_COMPOSED, *of_phrases, *(one for table in _MEASURED for one in table.values())})


def _one_of(field: str, value: str, known: Iterable[str]) -> str:
    names = sorted(known)
    if value not in names:
        raise WrongUse(f"There is no {field} {value!r}.{nearest(value, names)}")
    return value


def _group(record: Record, words: str) -> str | None:
    """Those who are counted, as a toll names them; null for everybody."""
    word = words.lower()
    read = {(one.unit or "").lower() for one in record.figures}
    known = word in EVERYBODY | CHILDREN | WOMEN | POLICE | read or word.replace(" ", "-") in FIGHTERS
    if not (known or people.group(word) or word in people.PLURAL.values() or is_thing(word)):
        names = sorted({*people.PLURAL, *people.PLURAL.values(), *FIGHTERS})
        raise WrongUse(f"There is no group {words!r}.{nearest(word, names)} Leave it empty for everybody.")
    return group_of(word)


def _coded(record: Record, field: str, words: str) -> str:
    """A type or mode of the codebook, or one that the report has been coded with by another one."""
    book = codebooks.load()
    coded: list[Event | Incident] = [*record.events, *record.incidents]
    if field == "type":
        value = words.upper().replace(" ", "_")
        return _one_of(field, value, {*book.types, *(one.type for one in coded)})
    known = {mode for kind in book.types.values() for mode in kind.modes}
    return _one_of(field, words.lower(), known | {one.mode for one in coded if one.mode})


def _moment(field: str, words: str) -> str:
    try:
        date.fromisoformat(words[:10] if len(words) > 7 else f"{words}-01" if len(words) == 7 else f"{words}-01-01")
        known = earliest(words) is not None
    except ValueError:
        known = False
    if not known:
        raise WrongUse(
            f"{field} {words!r} is no moment. Give ISO 8601, as precise as it is known: 2026, 2026-03, 2026-03-10, "
            "2026-03-10T14:50Z; or leave it empty for not known."
        )
    return words


def _place(record: Record, words: str) -> str:
    """A place of the gazetteer, one that the report names, or one whose coordinates stand behind its name."""
    name, point = located(words)
    if point is not None:
        return words
    named = fold(name) in {fold(one.name) for one in record.places} or f" {fold(name)} " in f" {fold(record.text)} "
    if not (named or gazetteer().places(name)):
        raise WrongUse(
            f"Neither the gazetteer nor the report has a place {words!r}. Give its coordinates behind its name, in "
            f"degrees: '{words} 13.18,30.22'; or leave it empty for not known."
        )
    return words
