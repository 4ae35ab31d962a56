"""Codebooks: event types, their modes, and the words that express them, as data that a person can edit.

A codebook is one YAML file; its head explains the notation of verbs and nouns. Loading turns the
notation into `Frame`s, indexed by lemma. It does not look at texts: `annotate/events.py` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ...errors import WrongUse

FOLDER = Path(__file__).parent
# Types of acts that are done by saying so: reactions to a happening, never part of it.
SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# Frames that tell an outcome of violence rather than the violence.
HARMING = frozenset({"kill", "wound", "injure", "hurt", "maim", "harm"})


@dataclass(frozen=True, slots=True)
class Slot:
    """What may fill a place of a frame: one of these lemmas, or a kind (`place`, `people`, `any`)."""

    lemmas: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to express an event type. `words` must stand beside the lemma; slots constrain its arguments.

    `object_of` is the preposition whose object the object slot constrains; null: the verb's own object.
    """

    lemma: str
    type: str
    mode: str | None
    words: tuple[str, ...] = ()
    object: Slot | None = None
    object_of: str | None = None
    subject: Slot | None = None
    ambiguous: bool = False
    by_speaker: bool = False
    of: str = "recipient"
    before: tuple[str, ...] = ()
    notation: str = ""

    @property
    def weight(self) -> int:
        """How specific it is: the most specific frame that fits is the one that counts."""
        return 2 * len(self.words) + 3 * (self.object is not None) + 3 * (self.subject is not None) + len(self.before)


@dataclass(frozen=True, slots=True)
class EventType:
    """An event type: its code, quad class, conflict-cooperation score and how its mode is found."""

    code: str
    label: str
    quad: str
    score: float
    definition: str
    modes: Mapping[str, str]
    modes_by: str | None = None


@dataclass(frozen=True, slots=True)
class Codebook:
    """A loaded codebook: types by code, frames by lemma, and the tables that its modes are found with."""

    name: str
    version: str
    types: Mapping[str, EventType]
    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    weapons: Mapping[str, str]
    complements: Mapping[str, tuple[str, ...]]
    threats: Mapping[str, tuple[str, ...]]
    domain_for: frozenset[str]
    domain_against: frozenset[str]
    munition: frozenset[str] = field(default=frozenset())
    targets: frozenset[str] = field(default=frozenset())


_NOTATION = re.compile(r"<([^>]*)>|\{([^}]*)\}|(\S+)")


def _slot(written: str, sets: Mapping[str, list[str]], where: str) -> Slot:
    lemmas: list[str] = []
    kinds: list[str] = []
    for item in written.split("|"):
        if item.startswith("@"):
            if item[1:] not in sets:
                raise WrongUse(f"{where}: there is no set {item!r}. Known: {', '.join(sorted(sets))}.")
            lemmas.extend(sets[item[1:]])
        elif item.startswith("%"):
            kinds.append(item[1:])
        else:
            lemmas.append(item)
    return Slot(frozenset(lemmas), frozenset(kinds))


def verb_frame(written: str, code: str, mode: str | None, sets: Mapping[str, list[str]]) -> Frame:
    """A verb in the codebook's notation as a frame."""
    subject = target = None
    object_of: str | None = None
    lemma = ""
    words: list[str] = []
    for in_subject, in_object, word in _NOTATION.findall(written.lstrip("~")):
        if in_subject:
            subject = _slot(in_subject, sets, written)
        elif in_object:
            target = _slot(in_object, sets, written)
            object_of = words[-1] if words else None
        elif not lemma:
            lemma = word
        else:
            words.append(word)
    ambiguous = written.startswith("~")
    by_speaker = "by=speaker" in words
    kept = tuple(word for word in words if word != "by=speaker")
    return Frame(lemma, code, mode, kept, target, object_of, subject, ambiguous, by_speaker, notation=written)


def noun_frame(written: str, code: str, mode: str | None) -> Frame:
    """A noun in the codebook's notation as a frame; words before the last must stand before it."""
    of, words = "recipient", []
    for word in written.lstrip("~").split():
        if word.startswith("of="):
            of = word.removeprefix("of=")
        else:
            words.append(word)
    after = tuple(words[1:]) if len(words) == 2 and words[1] in ("for", "of", "by") else ()
    if after:
        return Frame(words[0], code, mode, after, ambiguous=written.startswith("~"), of=of, notation=written)
    return Frame(
        words[-1], code, mode, (), ambiguous=written.startswith("~"), of=of, before=tuple(words[:-1]), notation=written
    )


def _index(frames: Iterable[Frame]) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for frame in frames:
        found.setdefault(frame.lemma, []).append(frame)
    return {lemma: tuple(sorted(group, key=lambda f: -f.weight)) for lemma, group in found.items()}


def parse(data: Mapping[str, Any]) -> Codebook:
    """A codebook from the plain data of its YAML."""
    sets: Mapping[str, list[str]] = data["sets"]
    types: dict[str, EventType] = {}
    verbs: list[Frame] = []
    nouns: list[Frame] = []
    for code, entry in data["types"].items():
        modes = entry.get("modes", {})
        types[code] = EventType(
            code,
            entry.get("label", code.capitalize()),
            entry["quad"],
            float(entry["score"]),
            entry["definition"],
            {name: mode["definition"] for name, mode in modes.items()},
            entry.get("modes_by"),
        )
        for mode_name, holder in ((None, entry), *modes.items()):
            verbs.extend(verb_frame(w, code, mode_name, sets) for w in holder.get("verbs", ()))
            nouns.extend(noun_frame(w, code, mode_name) for w in holder.get("nouns", ()))
    return Codebook(
        data["name"],
        str(data["version"]),
        types,
        _index(verbs),
        _index(nouns),
        {word: mode for mode, words in data.get("weapons", {}).items() for word in words},
        {mode: tuple(words) for mode, words in data.get("complements", {}).items()},
        {mode: tuple(words) for mode, words in data.get("threats", {}).items()},
        frozenset(data.get("domain", {}).get("for", ())),
        frozenset(data.get("domain", {}).get("against", ())),
        frozenset(sets.get("munition", ())),
        frozenset(sets.get("target", ())),
    )


@lru_cache(maxsize=4)
def load(name: str = "plover") -> Codebook:
    """A codebook of asof's own by name."""
    path = FOLDER / f"{name}.yaml"
    if not path.exists():
        known = ", ".join(sorted(p.stem for p in FOLDER.glob("*.yaml")))
        raise WrongUse(f"There is no codebook {name!r}. Known: {known}.")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return parse(yaml.load(path.read_text("utf-8"), Loader=loader))
