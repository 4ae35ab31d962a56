"""YAML → Codebook: every key checked, every error with its file and line, and nothing half-loaded.

Scalars stay text that knows where it stands: no `yes` becomes true, and any of them can be pointed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from ...errors import WrongUse
from . import FOLDER, QUADS, Codebook, EventType, Example, Frame, Mode, Narrowing, load, names
from .notation import Misspelt, nearest, noun_frames, verb_frames

HEAD = ("name", "version", "about", "extends", "sets", "weapons", "complements", "threats", "domain", "contexts", "types")
TYPE = (
    "label", "code4", "definition", "parent", "quad", "score", "roles", "modes_by", "when", "verbs", "nouns", "modes",
    "examples",
)  # fmt: skip
MODE = ("definition", "score", "contexts", "verbs", "nouns", "examples")
MODES_BY = ("weapon", "complement", "threat")
CODE = re.compile(r"[A-Z][A-Z0-9_-]*")


class Text(str):
    """A scalar of the file, and where it stands."""

    file: str
    line: int

    @classmethod
    def at(cls, value: str, file: str, line: int) -> Text:
        made = cls(value)
        made.file, made.line = file, line
        return made


def wrong(at: Any, message: str) -> WrongUse:
    """The error to raise for something that stands at this scalar."""
    where = f"{at.file}:{at.line}: " if isinstance(at, Text) else ""
    return WrongUse(f"{where}{message}")


def read(name: str) -> Codebook:
    """The codebook of this name or path."""
    return _book(_files(name), frozenset())


def _files(name: str) -> list[Path]:
    own = FOLDER / name / "codebook.yaml"
    path = own.parent if own.exists() and "/" not in name else Path(name)
    if path.is_dir() and (path / "codebook.yaml").exists():
        head = path / "codebook.yaml"
        return [head, *sorted(file for file in path.glob("*.yaml") if file != head)]
    if path.is_file():
        return [path]
    if path.suffix in (".yaml", ".yml") or "/" in name:
        raise WrongUse(f"There is no codebook file {name}. `asof codebook new {name}` writes one to begin with.")
    raise WrongUse(f"There is no codebook {name!r}.{nearest(name, names())} Or give the path of a YAML file.")


# ── the file as plain values ─────────────────────────────────────────────────────────────────────


def _plain(node: Any, file: str) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return Text.at(node.value, file, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, file) for item in node.value]
    found: dict[Text, Any] = {}
    for key_node, value in node.value:
        key = _plain(key_node, file)
        if not isinstance(key, Text):
            raise WrongUse(f"{file}:{key_node.start_mark.line + 1}: a key must be a word.")
        if key in found:
            first = next(k for k in found if k == key)
            raise wrong(key, f"{key!r} stands twice, first in line {first.line}. Each may stand once.")
        found[key] = _plain(value, file)
    return found


def _yaml(path: Path) -> Any:
    file = str(path)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=loader)
    except UnicodeDecodeError as error:
        raise WrongUse(f"{file}: the file is not UTF-8 text ({error.reason} at byte {error.start}).") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = f":{mark.line + 1}" if mark else ""
        hint = " Quote what holds a colon, a brace or a %: \"like {this}\"."
        raise WrongUse(f"{file}{line}: this is not YAML: {error.problem}.{hint}") from None
    if not isinstance(node, yaml.MappingNode):
        raise WrongUse(f"{file}: expected `name:`, `version:` and `types:`, found no keys at all.")
    return _plain(node, file)


def _keys(data: Any, allowed: Sequence[str], what: Any, name: str) -> Mapping[Text, Any]:
    """The mapping, when all its keys are known."""
    if not isinstance(data, dict):
        raise wrong(what, f"{name} must have keys below it: {', '.join(allowed[:6])} …")
    for key in data:
        if key not in allowed:
            raise wrong(key, f"{name} has no key {key!r}.{nearest(key, allowed)}")
    return data


def _words(data: Any, at: Any) -> list[Text]:
    """A list of words, one or more."""
    if not isinstance(data, list) or not all(isinstance(item, Text) and item.strip() for item in data):
        raise wrong(at, f"{at!r} must be a list of words: [one, two], or one a line after a dash.")
    return data


def _number(data: Any, at: Any) -> float:
    try:
        return float(data)
    except (TypeError, ValueError):
        raise wrong(data if isinstance(data, Text) else at, f"{at!r} must be a number, not {data!r}.") from None


# ── the values as a codebook ─────────────────────────────────────────────────────────────────────


def _book(files: list[Path], above: frozenset[Path]) -> Codebook:
    head = _keys(_yaml(files[0]), HEAD, None, f"{files[0]}: the codebook")
    for needed in ("name", "version"):
        if not isinstance(head.get(Text(needed)), Text):
            raise WrongUse(f"{files[0]}: {needed!r} is missing. A codebook has a name and a version.")
    base = _base(head, files[0], above)
    sets: dict[str, list[str]] = {name: list(words) for name, words in base.sets.items()} if base else {}
    for key, words in _keys_any(head.get(Text("sets"), {})).items():
        sets[key] = [str(word) for word in _words(words, key)]
    raw: dict[Text, Any] = dict(_keys_any(head.get(Text("types"), {})))
    for file in files[1:]:
        for code, entry in _yaml(file).items():
            if code in raw:
                first = next(k for k in raw if k == code)
                raise wrong(code, f"code {code!r} is defined twice, first in {first.file}:{first.line}.")
            raw[code] = entry
    if not raw:
        raise WrongUse(f"{files[0]}: there are no types. Under `types:` stands one code or more.")
    contexts = {**(base.contexts if base else {}), **_keys_any(head.get(Text("contexts"), {}))}
    made = _Types(sets, contexts, base)
    for code, entry in raw.items():
        made.add(code, entry)
    made.check_parents()
    return _assembled(head, base, sets, contexts, made)


def _keys_any(data: Any) -> Mapping[Text, Any]:
    return data if isinstance(data, dict) else {}


def _base(head: Mapping[Text, Any], file: Path, above: frozenset[Path]) -> Codebook | None:
    wanted = head.get(Text("extends"))
    if wanted is None:
        return None
    if not isinstance(wanted, Text):
        raise wrong(next(k for k in head if k == "extends"), "`extends` names one codebook.")
    beside = file.parent / wanted
    path = str(beside) if beside.is_file() else str(wanted)
    if beside.is_file() and beside.resolve() in above | {file.resolve()}:
        raise wrong(wanted, f"the codebooks extend each other in a circle: {wanted} comes back to {file.name}.")
    try:
        if beside.is_file():
            return _book([beside], above | {file.resolve()})
        return load(path)
    except WrongUse as error:
        if str(error).startswith("There is no"):
            raise wrong(wanted, str(error)) from None
        raise


class _Types:
    """Types, frames and examples as they are read, one code after the other."""

    def __init__(self, sets: Mapping[str, list[str]], contexts: Mapping[str, str], base: Codebook | None) -> None:
        self.sets, self.contexts, self.base = sets, contexts, base
        self.types: dict[str, EventType] = {}
        self.places: dict[str, Text] = {}
        self.parents: dict[str, Text] = {}
        self.verbs: list[Frame] = []
        self.nouns: list[Frame] = []
        self.examples: list[Example] = []

    def add(self, code: Text, data: Any) -> None:
        if not CODE.fullmatch(code):
            raise wrong(code, f"{code!r} is no code: capitals, digits, - and _ only, such as ATTACK-ON-HEALTH.")
        if self.base is not None and code in self.base.types:
            raise wrong(code, f"code {code!r} is already in the codebook {self.base.name!r} that this one extends.")
        entry = _keys(data, TYPE, code, f"type {code}")
        if Text("definition") not in entry:
            raise wrong(code, f"type {code} has no definition.")
        parent = entry.get(Text("parent"))
        above = self._above(parent) if isinstance(parent, Text) else None
        quad = entry.get(Text("quad"), above.quad if above else None)
        if quad not in QUADS:
            raise wrong(quad if isinstance(quad, Text) else code, f"type {code} needs a quad.{nearest(str(quad), QUADS)}")
        score = entry.get(Text("score"), above.score if above else None)
        modes_by = entry.get(Text("modes_by"), above.modes_by if above else None)
        if modes_by is not None and modes_by not in MODES_BY:
            raise wrong(modes_by, f"modes_by is not {modes_by!r}.{nearest(modes_by, MODES_BY)}")
        number = _number(score, code) if score is not None else 0.0
        modes = {str(name): self._mode(name, mode, number) for name, mode in _keys_any(entry.get(Text("modes"), {})).items()}
        roles = _keys(entry.get(Text("roles"), {}), ("actor", "recipient", "required"), code, f"roles of {code}")
        self.types[str(code)] = EventType(
            str(code), str(entry.get(Text("label"), code.capitalize())), str(quad), number,
            str(entry[Text("definition")]), modes or (above.modes if above else {}), entry.get(Text("code4")),
            str(parent) if parent else None,
            {str(k): str(v) for k, v in roles.items() if k != "required"},
            str(roles.get(Text("required"), "")) == "recipient", str(modes_by) if modes_by else None,
            self._when(code, entry.get(Text("when")), parent),
        )  # fmt: skip
        self.places[str(code)] = code
        if isinstance(parent, Text):
            self.parents[str(code)] = parent
        self._frames(code, None, entry)
        for name, mode in _keys_any(entry.get(Text("modes"), {})).items():
            self._frames(code, name, mode)

    def _above(self, parent: Text) -> EventType | None:
        return self.types.get(parent) or (self.base.types.get(parent) if self.base else None)

    def _mode(self, name: Text, data: Any, score: float) -> Mode:
        entry = _keys(data, MODE, name, f"mode {name}")
        if Text("definition") not in entry:
            raise wrong(name, f"mode {name} has no definition.")
        contexts = _words(entry[Text("contexts")], name) if Text("contexts") in entry else []
        for context in contexts:
            if context not in self.contexts:
                raise wrong(context, f"there is no context {context!r}.{nearest(context, list(self.contexts))}")
        own = entry.get(Text("score"))
        number = _number(own, name) if own is not None else score
        return Mode(str(name), str(entry[Text("definition")]), number, tuple(map(str, contexts)))

    def _when(self, code: Text, data: Any, parent: Any) -> Narrowing | None:
        if data is None:
            return None
        entry = _keys(data, ("target", "by", "modes"), code, f"`when` of {code}")
        if not isinstance(parent, Text):
            raise wrong(code, f"type {code} has `when` but no `parent`: it says which events of the parent are meant.")
        found: dict[str, frozenset[str]] = {}
        for key, words in entry.items():
            lemmas: list[str] = []
            for word in _words(words, key):
                if word.startswith("@") and word[1:] not in self.sets:
                    raise wrong(word, f"there is no set {word!r}.{nearest(word[1:], sorted(self.sets))}")
                lemmas.extend(self.sets[word[1:]] if word.startswith("@") else [str(word)])
            found[str(key)] = frozenset(lemmas)
        return Narrowing(**found)

    def _frames(self, code: Text, mode: Text | None, entry: Mapping[Text, Any]) -> None:
        name = str(mode) if mode is not None else None
        for key in ("verbs", "nouns"):
            for written in _words(entry[Text(key)], Text.at(key, code.file, code.line)) if Text(key) in entry else ():
                try:
                    if key == "verbs":
                        self.verbs.extend(verb_frames(str(written), str(code), name, self.sets))
                    else:
                        self.nouns.extend(noun_frames(str(written), str(code), name, self.sets))
                except Misspelt as error:
                    raise wrong(written, f"{written!r}: {error}") from None
        told = entry.get(Text("examples"))
        if told is None:
            return
        for verdict, sentences in _keys(told, ("yes", "no"), mode or code, f"examples of {mode or code}").items():
            for sentence in _words(sentences, verdict):
                at = (sentence.file, sentence.line)
                self.examples.append(Example(str(code), name, verdict == "yes", str(sentence), *at))

    def check_parents(self) -> None:
        """Every parent is there, and none comes back to its child."""
        known = {**(self.base.types if self.base else {}), **self.types}
        for code, parent in self.parents.items():
            if parent not in known:
                raise wrong(parent, f"type {code} has the parent {parent!r}, which is not there.{nearest(parent, sorted(known))}")
            seen, at = [code], str(parent)
            while at is not None:
                if at in seen:
                    raise wrong(parent, f"parents go in a circle: {' → '.join([*seen, at])}.")
                seen.append(at)
                at = known[at].parent  # type: ignore[assignment]


def _precise(frame: Frame) -> tuple[int, int]:
    """The most specific first; of equals, the one whose slots name fewer words."""
    slots = [slot for slot in (frame.object, frame.subject) if slot is not None]
    return -frame.weight, sum(len(slot.lemmas) + 10 * len(slot.kinds) for slot in slots)


def _index(frames: Iterable[Frame]) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for frame in frames:
        found.setdefault(frame.lemma, []).append(frame)
    return {lemma: tuple(sorted(group, key=_precise)) for lemma, group in found.items()}


def _merged(own: Mapping[str, tuple[Frame, ...]], base: Mapping[str, tuple[Frame, ...]]) -> dict[str, tuple[Frame, ...]]:
    """Frames by lemma; a codebook's own come before those of the one it extends."""
    return {lemma: (*own.get(lemma, ()), *base.get(lemma, ())) for lemma in {**own, **base}}


def _table(head: Mapping[Text, Any], key: str) -> dict[str, list[str]]:
    data = head.get(Text(key), {})
    if not isinstance(data, dict):
        raise wrong(next(k for k in head if k == key), f"`{key}` must have names below it, each with a list of words.")
    return {str(name): [str(word) for word in _words(words, name)] for name, words in data.items()}


def _assembled(
    head: Mapping[Text, Any], base: Codebook | None, sets: Mapping[str, list[str]], contexts: Mapping[str, Any],
    made: _Types,
) -> Codebook:  # fmt: skip
    weapons = {word: mode for mode, words in _table(head, "weapons").items() for word in words}
    complements = {mode: tuple(words) for mode, words in _table(head, "complements").items()}
    threats = {mode: tuple(words) for mode, words in _table(head, "threats").items()}
    domain = _table(head, "domain")
    verbs, nouns = _index(made.verbs), _index(made.nouns)
    return Codebook(
        str(head[Text("name")]),
        str(head[Text("version")]),
        {**(base.types if base else {}), **made.types},
        {str(name): str(definition) for name, definition in contexts.items()},
        {name: tuple(words) for name, words in sets.items()},
        _merged(verbs, base.verbs) if base else verbs,
        _merged(nouns, base.nouns) if base else nouns,
        {**(base.weapons if base else {}), **weapons},
        {**(base.complements if base else {}), **complements},
        {**(base.threats if base else {}), **threats},
        (base.domain_for if base else frozenset()) | frozenset(domain.get("for", ())),
        (base.domain_against if base else frozenset()) | frozenset(domain.get("against", ())),
        tuple(made.examples),
    )
