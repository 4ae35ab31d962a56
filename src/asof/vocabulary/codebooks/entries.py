"""The types of a codebook as they are read, code after code: their frames and examples, each key checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from . import QUADS, Codebook, EventType, Example, Frame, Mode, Narrowing
from .notation import Misspelt, nearest, noun_frames, verb_frames
from .source import Text, below, keys, listed, number, texts, words, wrong

TYPE = (
    "label", "code4", "definition", "parent", "quad", "score", "roles", "modes_by", "when", "verbs", "nouns", "modes",
    "examples",
)  # fmt: skip
MODE = ("definition", "score", "contexts", "verbs", "nouns", "examples")
ROLES = ("actor", "recipient", "required")
MODES_BY = ("weapon", "complement", "threat")
CODE = re.compile(r"[A-Z][A-Z0-9_-]*")


class Entries:
    """Types, frames and examples so far; `add` takes one code with what stands below it."""

    def __init__(self, sets: Mapping[str, list[str]], contexts: Collection[str], base: Codebook | None) -> None:
        self.sets, self.contexts, self.base = sets, contexts, base
        self.types: dict[str, EventType] = {}
        self.parents: dict[str, Text] = {}
        self.verbs: list[Frame] = []
        self.nouns: list[Frame] = []
        self.examples: list[Example] = []

    def add(self, code: Text, data: Any) -> None:
        """One type."""
        if not CODE.fullmatch(code):
            raise wrong(code, f"{str(code)!r} is no code: capitals, digits, - and _ only, such as ATTACK-ON-HEALTH.")
        if self.base is not None and code in self.base.types:
            raise wrong(code, f"code {code} is already in the codebook {self.base.name!r} that this one extends.")
        entry = keys(data, TYPE, code, f"type {code}")
        told = texts(entry, ("label", "code4", "definition", "parent", "quad", "modes_by"))
        if "definition" not in entry:
            raise wrong(code, f"type {code} has no definition.")
        parent = entry.get("parent")
        above = self._known(parent) if parent is not None else None
        modes = {
            str(name): self._mode(name, mode, entry.get("score")) for name, mode in below(entry, "modes", code).items()
        }
        roles = texts(keys(entry.get("roles", {}), ROLES, code, f"roles of {code}"), ROLES)
        self.types[str(code)] = EventType(
            code=str(code),
            label=told.get("label", code.replace("-", " ").capitalize()),
            quad=self._quad(code, entry, above),
            score=number(entry.get("score", above.score if above else None), Text.at("score", code.file, code.line)),
            definition=told["definition"],
            modes=modes or (above.modes if above else {}),
            code4=told.get("code4"),
            parent=told.get("parent"),
            roles={role: said for role, said in roles.items() if role != "required"},
            recipient_required=roles.get("required") == "recipient",
            modes_by=self._modes_by(entry, above),
            when=self._when(code, entry.get("when"), parent),
        )
        if isinstance(parent, Text):
            self.parents[str(code)] = parent
        self._wordings(code, None, entry)
        for name, mode in below(entry, "modes", code).items():
            self._wordings(code, name, mode)

    def _known(self, code: Any) -> EventType | None:
        return self.types.get(code) or (self.base.types.get(code) if self.base else None)

    @staticmethod
    def _quad(code: Text, entry: Mapping[str, Any], above: EventType | None) -> str:
        quad = entry.get("quad", above.quad if above else None)
        if quad is None:
            raise wrong(code, f"type {code} needs a `quad` (one of {', '.join(QUADS)}), or a `parent` to have it from.")
        if quad not in QUADS:
            raise wrong(quad, f"the quad {str(quad)!r} of {code} is not known.{nearest(str(quad), QUADS)}")
        return str(quad)

    @staticmethod
    def _modes_by(entry: Mapping[str, Any], above: EventType | None) -> str | None:
        chosen = entry.get("modes_by", above.modes_by if above else None)
        if chosen is not None and chosen not in MODES_BY:
            raise wrong(chosen, f"modes_by is not {str(chosen)!r}.{nearest(str(chosen), MODES_BY)}")
        return str(chosen) if chosen is not None else None

    def _mode(self, name: Text, data: Any, score: Any) -> Mode:
        entry = keys(data, MODE, name, f"mode {name}")
        told = texts(entry, ("definition",))
        if "definition" not in entry:
            raise wrong(name, f"mode {name} has no definition.")
        contexts = listed(entry, "contexts")
        for context in contexts:
            if context not in self.contexts:
                raise wrong(context, f"there is no context {str(context)!r}.{nearest(context, sorted(self.contexts))}")
        at = Text.at("score", name.file, name.line)
        return Mode(str(name), told["definition"], number(entry.get("score", score), at), tuple(map(str, contexts)))

    def _when(self, code: Text, told: Any, parent: Any) -> Narrowing | None:
        if told is None:
            return None
        entry = keys(told, ("target", "by", "modes"), code, f"`when` of {code}")
        if not isinstance(parent, Text):
            raise wrong(code, f"type {code} has `when` but no `parent`: it says which events of the parent are meant.")
        found: dict[str, frozenset[str]] = {}
        for key, data in entry.items():
            lemmas: list[str] = []
            for word in words(data, key):
                if word.startswith("@") and word[1:] not in self.sets:
                    raise wrong(word, f"there is no set {str(word)!r}.{nearest(word[1:], sorted(self.sets))}")
                lemmas.extend(self.sets[word[1:]] if word.startswith("@") else [str(word)])
            if not lemmas:
                raise wrong(key, f"`{key}` is empty: it would ask for nothing.")
            found[str(key)] = frozenset(lemmas)
        if not found:  # it would take every event of the parent
            raise wrong(code, f"`when` of {code} is empty: it asks for a target, by whom, or modes.")
        return Narrowing(**found)

    def _wordings(self, code: Text, mode: Text | None, entry: Mapping[str, Any]) -> None:
        """Verbs, nouns and examples of a type, or of one of its modes."""
        name = str(mode) if mode is not None else None
        try:
            for written in listed(entry, "verbs"):
                self.verbs.extend(verb_frames(str(written), str(code), name, self.sets))
            for written in listed(entry, "nouns"):
                self.nouns.extend(noun_frames(str(written), str(code), name, self.sets))
        except Misspelt as error:
            raise wrong(written, f"{str(written)!r}: {error}") from None
        self.examples.extend(examples(code, mode, entry, "type"))

    def check_parents(self) -> None:
        """Every parent is there, and none comes back to its child."""
        known = {**(self.base.types if self.base else {}), **self.types}
        for code, parent in self.parents.items():
            if parent not in known:
                raise wrong(
                    parent,
                    f"{code} has the parent {str(parent)!r}, which is not there.{nearest(parent, sorted(known))}",
                )
            seen = [code]
            at: str | None = str(parent)
            while at is not None:
                if at in seen:
                    raise wrong(parent, f"parents go in a circle: {' → '.join([*seen, at])}.")
                seen.append(at)
                at = known[at].parent


def examples(code: Text, mode: Text | None, entry: Mapping[str, Any], kind: str) -> Iterator[Example]:
    """The examples of a type, a mode or a context."""
    told = keys(entry.get("examples", {}), ("yes", "no"), mode or code, f"examples of {mode or code}")
    name = str(mode) if mode is not None else None
    for verdict, sentences in told.items():
        for sentence in words(sentences, verdict):
            yield Example(str(code), name, verdict == "yes", str(sentence), sentence.file, sentence.line, kind)
