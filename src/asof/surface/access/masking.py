"""The names of private people, masked: in records, in incidents, in any text, without moving a word.

Private is who is named in a report without an office or a public role: no entry in the registry of actors, no sector of
the state or of politics, no title of an office. `people` finds them in a record; `Mask` replaces their names, wherever
they stand, by `Person A`, `Person B`, …, in text by as many characters as the name had, so that every offset holds and
every quote is still what the text has there. Pure: the same people and the same value give the same.

Does not know who may see what. What it cannot do stands in docs/API.md.
"""

from __future__ import annotations

import dataclasses
import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import quote_plus, unquote_plus

from markupsafe import escape

from ...model import Actor, Record, Span
from ...store.names import fold
from .. import json

T = TypeVar("T")
# Whoever acts in one of these is known for it, in whatever words the report says so.
PUBLIC_SECTORS = frozenset({"GOV", "JUD", "LEG", "PTY", "IGO", "SPY"})
# Offices and public roles, as a word of a title. A trader, teacher, witness, lawyer or activist holds none.
OFFICES = frozenset(
    """administrator admiral ambassador archbishop attorney bishop brigadier captain chair chairman chairperson
    chairwoman chancellor chief colonel commander commandant commissioner congressman congresswoman consul coordinator
    councillor counsellor dean delegate deputy diplomat director emir envoy general governor head imam inspector judge
    justice king leader lieutenant major marshal mayor minister monarch mp negotiator officer official patriarch pope
    prefect premier president prime prince princess principal prosecutor queen rapporteur rector representative
    secretary senator sergeant sheikh speaker spokesman spokesperson spokeswoman sultan superintendent
    warlord""".split()
)
# Those that people are also called: they make an office of a title, and not of a name.
_ALSO_NAMES = frozenset("bishop dean general judge justice king major marshal pope prince princess queen".split())
# Words that stand before a name and are none, where the reader took them into it.
_BESIDE = frozenset(
    """activist aunt boy brother builder child cleric cousin daughter displaced doctor dr driver elder engineer
    eyewitness farmer father fisherman girl grandfather grandmother husband journalist lady lawyer man medic
    merchant miss mother mr mrs ms nurse parent passenger pastor pilgrim priest prof professor protester refugee rescuer
    resident sheikh shopkeeper sir sister son student survivor teacher the trader uncle victim villager volunteer widow
    wife witness woman worker""".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*")
_DESCRIBED = re.compile(r"(?:an?|the|one|some|his|her|their|my|our|its)\b", re.IGNORECASE)
_PAD = "·"
_ADDRESS = re.compile(r'https?://[^\s<>"]+', re.IGNORECASE)
_WITHHELD = "address withheld"
# Where a string is words of a report: as many characters as before. Elsewhere it is a name, and gets the label alone.
_EVEN = frozenset({"text", "quote", "content", "cue", "snippet", "title"})
_WHERE = frozenset({"url", "file"})  # a name in them is not masked but withheld with all of it


@dataclass(frozen=True, slots=True)
class Person:
    """A private person as one report names them: full forms, and single words that stand for nobody else there."""

    forms: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def key(self) -> str:
        """By which the same person is known in another report: the longest form."""
        return max(self.forms, key=lambda form: (len(form), form)).casefold()


# ── who they are ─────────────────────────────────────────────────────────────────────────────────


def private(actor: Actor) -> bool:
    """Whether this is a private person, as far as the report tells."""
    if actor.kind != "person" or actor.registry_id is not None or actor.sector in PUBLIC_SECTORS:
        return False
    titles = [actor.title or "", *(span.text for span in actor.evidence if _DESCRIBED.match(span.text))]
    if any(word in OFFICES for title in titles for word in _folded(title)):
        return False
    return not any(word in OFFICES - _ALSO_NAMES for word in _folded(actor.name)[:1])


def _folded(told: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(told.replace("-", " "))]


def people(record: Record) -> tuple[Person, ...]:
    """The private people whom a report names, in the order in which they are first named."""
    named = [(actor, forms) for actor in record.actors if private(actor) and (forms := _forms(actor))]
    if not named:
        return ()
    others = [actor for actor in record.actors if not private(actor)]
    told = [place.name for place in record.places]
    told += [words for actor in others for words in (actor.name, *(span.text for span in actor.evidence))]
    taken = {word for words in told for word in _capitals(words)}
    common = {word for word in _WORD.findall(record.text) if word.islower()}

    def stands_alone(word: str) -> bool:
        return len(word) > 1 and word not in taken and word.casefold() not in common

    named.sort(key=lambda one: min((span.start for span in one[0].evidence), default=0))
    found = []
    for _, forms in named:
        words = dict.fromkeys(word for form in forms for word in _capitals(form) if stands_alone(word))
        whole = tuple(form for form in forms if len(_capitals(form)) > 1 or form in words)
        if whole:
            found.append(Person(whole, tuple(words)))
    return tuple(found)


def _forms(actor: Actor) -> tuple[str, ...]:
    """The names in what the report calls somebody, without what stands before or after them."""
    found: dict[str, None] = {}
    for told in (actor.name, *(span.text for span in actor.evidence)):
        if _DESCRIBED.match(told) or re.search(r"['’]s\b", told):
            continue
        words = list(_WORD.finditer(told))
        while words and not _is_name(words[0][0]):
            words.pop(0)
        while words and not _is_name(words[-1][0]):
            words.pop()
        if words:
            found[told[words[0].start() : words[-1].end()]] = None
    return tuple(found)


def _capitals(told: str) -> list[str]:
    return [word for word in _WORD.findall(told) if _is_name(word)]


def _is_name(word: str) -> bool:
    return any(char.isupper() for char in word) and word.casefold() not in _BESIDE


# ── masking ──────────────────────────────────────────────────────────────────────────────────────


class Mask:
    """Masks the names of these people. Who is the same by name in several reports has one letter; `letters` are those
    that others have already, where several masks go together."""

    def __init__(self, found: Iterable[Person], letters: dict[str, str] | None = None) -> None:
        letters = {} if letters is None else letters
        self._labels: dict[str, str] = {}
        forms: dict[str, None] = {}
        for person in found:
            letter = letters.setdefault(person.key, _letter(len(letters)))
            for form in (*person.forms, *person.words):
                for written in _ways(form):
                    self._labels.setdefault(written, letter)
                    forms[written] = None
        longest = sorted(forms, key=lambda form: (-len(form), form))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)") if longest else None
        folded = [fold(form).strip() for form in forms if len(form) > 3]
        self._loose = frozenset(written for one in folded for written in (one, one.replace(" ", "")) if len(one) > 3)

    def even(self, text: str) -> str:
        """The text, every name replaced by as many characters, and so every address that has one in it."""
        if self._pattern is None:
            return text
        text = self._addresses(text, lambda address: _filled(_WITHHELD, len(address)))
        return self._pattern.sub(lambda match: fitted(self._labels[match[0]], len(match[0])), text)

    def named(self, text: str) -> str:
        """A name or a sentence of ours, every name replaced by a label; addresses that have one in them withheld."""
        if self._pattern is None:
            return text
        text = self._addresses(text, lambda address: _WITHHELD)
        return self._pattern.sub(lambda match: f"Person {self._labels[match[0]]}", text)

    def _addresses(self, text: str, withheld: Callable[[str], str]) -> str:
        return _ADDRESS.sub(lambda match: withheld(match[0]) if self.holds(match[0]) else match[0], text)

    def holds(self, text: str) -> bool:
        """Whether a name is in it, whatever its case, its accents and what stands between its words."""
        loose = fold(unquote_plus(html.unescape(text)))
        return any(form in loose for form in self._loose)

    def of(self, value: T) -> T:
        """Any value of the model or the ledger, or its JSON; the spans of a record are what its masked text has."""
        text = self.even(value.text) if isinstance(value, Record) else None
        found: T = _Walk(self, text).of(value)
        return found


def _ways(form: str) -> tuple[str, ...]:
    """How a name is written: as it is, in a headline, and both in markup and in an address."""
    both = (form, form.upper())
    return (*both, *(str(escape(one)) for one in both), *(quote_plus(one) for one in both))


def fitted(letter: str, length: int) -> str:
    """The label of a person in so many characters."""
    label = f"Person {letter}"
    return _filled(label if len(label) <= length else letter, length)


def _filled(words: str, length: int) -> str:
    return words[:length].ljust(length, _PAD)


def _letter(number: int) -> str:
    """A, B, …, Z, AA, AB, …"""
    first, last = divmod(number, 26)
    return (_letter(first - 1) if first else "") + chr(ord("A") + last)


class _Walk:
    """Through a value, of which spans are of this text (null: of a text that is not at hand)."""

    def __init__(self, mask: Mask, text: str | None) -> None:
        self.mask, self.text = mask, text

    def of(self, value: Any, field: str = "") -> Any:
        if isinstance(value, str):
            return self._string(value, field)
        if isinstance(value, Span):
            return Span(value.start, value.end, self._span(value.start, value.end, value.text))
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = {one.name: self.of(getattr(value, one.name), one.name) for one in dataclasses.fields(value)}
            return dataclasses.replace(value, **fields)
        if isinstance(value, Mapping):
            return self._mapping(value)
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return type(value)(*(self.of(one, name) for one, name in zip(value, value._fields, strict=True)))
        if isinstance(value, (tuple, list)):
            return type(value)(self.of(one, field) for one in value)
        return value

    def _string(self, value: str, field: str) -> str | None:
        if field in _WHERE:
            return None if self.mask.holds(value) else value
        return self.mask.even(value) if field in _EVEN else self.mask.named(value)

    def _span(self, start: int, end: int, text: str) -> str:
        return self.mask.even(text) if self.text is None else self.text[start:end]

    def _mapping(self, value: Mapping[str, Any]) -> dict[str, Any]:
        if value.keys() == {"start", "end", "text"}:
            return {**value, "text": self._span(value["start"], value["end"], value["text"])}
        if value.get("format") == json.FORMAT and self.text is None:
            return _Walk(self.mask, self.mask.even(value["text"]))._mapping(value)
        made = {key: self.of(one, key) for key, one in value.items()}
        for whole, spans in (("content", "content_spans"), ("cue", "cue_spans")):
            if spans in made and made[whole] is not None:
                made[whole] = json.GAP.join(one["text"] for one in made[spans])
        return made
