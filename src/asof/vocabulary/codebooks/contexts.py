"""The contexts of a codebook as they are read: their words, the circumstances that bring them, their examples.

    conflict|clash over land          words side by side; `a|b`: either of these; `@name`: the words of a set
    trial !clinical|drug              not where one of these stands near
    seize .. power                    up to three other words may stand between

A context of the codebook that is extended may be written again: its words, circumstances and examples are added.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from . import GAP, Choice, Circumstance, ContextType, EventType, Example, Wording
from .entries import examples
from .notation import Misspelt, nearest, slot, ways
from .source import Text, keys, listed, texts, words, wrong

CONTEXT = ("definition", "not", "within", "names", "words", "when", "examples")
CIRCUMSTANCE = ("types", "modes", "by", "target", "abroad")
_ASKED = 'types, modes, by whom, a target, or abroad: "yes"'
WITHIN = ("sentence", "paragraph")
# A text's words are parted at hyphens and before 's; those of a codebook are, too.
_PIECES = re.compile(r"-|'s$|[^-']+|'")


class Contexts:
    """Contexts and their examples so far; `add` takes one with what stands below it."""

    def __init__(self, sets: Mapping[str, Sequence[str]], base: Mapping[str, ContextType]) -> None:
        self.sets = sets
        self.found: dict[str, ContextType] = dict(base)
        self.examples: list[Example] = []
        self.asked: list[tuple[Text, str]] = []  # types and modes that circumstances name: checked when all are known

    def add(self, name: Text, data: Any) -> None:
        """One context; text alone is its definition."""
        if isinstance(data, Text) and data.strip():
            data = {Text.at("definition", data.file, data.line): data}
        entry = keys(data, CONTEXT, name, f"context {name}")
        told = texts(entry, ("definition", "not", "within"))
        above = self.found.get(name)
        if above is None and "definition" not in told:
            raise wrong(name, f"context {name} has no definition.{nearest(name, sorted(self.found))}")
        before = above or ContextType(str(name), told["definition"])
        within = told.get("within", before.within)
        if within not in WITHIN:
            raise wrong(entry["within"], f"`within` is not {within!r}.{nearest(within, WITHIN)}")
        self.found[str(name)] = replace(
            before,
            definition=told.get("definition", before.definition),
            excludes=told.get("not", before.excludes),
            within=within,
            names=before.names | {str(sector) for sector in listed(entry, "names")},
            wordings=(*before.wordings, *self._wordings(entry)),
            circumstances=(*before.circumstances, *self._circumstances(name, entry)),
        )
        self.examples.extend(examples(name, None, entry, "context"))

    def _wordings(self, entry: Mapping[str, Any]) -> Iterator[Wording]:
        for written in listed(entry, "words"):
            try:
                yield from wordings(str(written), self.sets)
            except Misspelt as error:
                raise wrong(written, f"{str(written)!r}: {error}") from None

    def _circumstances(self, name: Text, entry: Mapping[str, Any]) -> Iterator[Circumstance]:
        lines = entry.get("when", [])
        if not isinstance(lines, list):
            raise wrong(name, f"`when` of {name} is a list: one circumstance a line, each after a dash.")
        for data in lines:
            told = keys(data, CIRCUMSTANCE, name, f"`when` of {name}")
            found = self._circumstance(told)
            if found == Circumstance():  # it would hold for every event
                raise wrong(next(iter(told), name), f"a circumstance of {name} is empty: it asks for {_ASKED}.")
            yield found

    def _circumstance(self, told: Mapping[str, Any]) -> Circumstance:
        types, abroad, choices = frozenset[str](), "no", dict[str, Choice]()
        for key, data in told.items():
            if key == "abroad":
                abroad = str(data)
                if abroad not in ("yes", "no"):
                    raise wrong(data if isinstance(data, Text) else key, f"`abroad` is yes or no, not {abroad!r}.")
                continue
            asked = words(data, key)
            if key in ("types", "modes"):
                self.asked.extend((item, str(key)) for item in asked)
            if key == "types":
                types = frozenset(map(str, asked))
            else:
                choices[str(key)] = self._choice(asked)
            if not asked or choices.get(key) == Choice():
                raise wrong(key, f"`{key}` is empty: it would ask for nothing.")
        return Circumstance(types=types, abroad=abroad == "yes", **choices)

    def _choice(self, asked: Iterable[Text]) -> Choice:
        sides: dict[bool, set[str]] = {True: set(), False: set()}
        for word in asked:
            bare = word.removeprefix("!")
            if not bare:
                raise wrong(word, "a word is missing behind !: it says who or what is not meant.")
            if bare.startswith("@") and bare[1:] not in self.sets:
                raise wrong(word, f"there is no set {bare!r}.{nearest(bare[1:], sorted(self.sets))}")
            sides[word == bare].update(self.sets[bare[1:]] if bare.startswith("@") else [bare])
        return Choice(frozenset(sides[True]), frozenset(sides[False]))

    def check_types(self, types: Mapping[str, EventType]) -> None:
        """Every type and mode that a circumstance names is there."""
        modes = sorted({mode for entry in types.values() for mode in entry.modes})
        known: Mapping[str, Collection[str]] = {"types": types, "modes": modes}
        for item, key in self.asked:
            bare = item.removeprefix("!") if key == "modes" else str(item)
            if bare not in known[key]:
                raise wrong(item, f"there is no {key[:-1]} {bare!r}.{nearest(bare, sorted(known[key]))}")


def wordings(written: str, sets: Mapping[str, Sequence[str]]) -> list[Wording]:
    """One line of words as every sequence of words that it stands for."""
    steps: list[list[tuple[str, ...]]] = []
    without: set[str] = set()
    for step in written.split():
        if step == GAP:
            steps.append([(GAP,)])
            continue
        try:
            choice = sorted(slot(step.removeprefix("!"), sets).lemmas)
        except Misspelt as error:
            raise Misspelt(str(error).replace("a slot is empty: between { } or < > stand words, @sets or %kinds,",
                                              "a word is missing beside | : words are")) from None  # fmt: skip
        if GAP in choice:
            raise Misspelt(f"{GAP} stands alone between two words, never beside | or !.")
        if step.startswith("!"):
            without.update(choice)
        elif not choice:
            raise Misspelt("kinds such as %people have no place here: `by` and `target` say who acts on whom.")
        else:
            steps.append([tuple(piece for part in word.split() for piece in _PIECES.findall(part)) for word in choice])
    if not steps:
        raise Misspelt("there is no word that it could be found by.")
    if [(GAP,)] in (steps[0], steps[-1]) or any(one == two == [(GAP,)] for one, two in pairwise(steps)):
        raise Misspelt(f"{GAP} stands between two words.")
    return [Wording(sum(chosen, ()), frozenset(without), written) for chosen in ways(steps)]


def indexed(contexts: Iterable[ContextType]) -> dict[str, tuple[tuple[str, Wording], ...]]:
    """Wordings by their first word in small letters, the longest first."""
    found: dict[str, list[tuple[str, Wording]]] = {}
    for context in contexts:
        for wording in context.wordings:
            found.setdefault(wording.words[0].lower(), []).append((context.name, wording))
    return {first: tuple(sorted(group, key=lambda one: -len(one[1].words))) for first, group in found.items()}
