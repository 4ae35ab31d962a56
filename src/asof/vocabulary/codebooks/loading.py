"""Files → Codebook: read whole and checked, with the one that it extends, or an error with file and line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...errors import WrongUse
from . import FOLDER, Codebook, EventType, Frame, load, names
from .contexts import Contexts, indexed
from .entries import Entries
from .notation import nearest
from .source import Text, below, keys, read_yaml, words, wrong

HEAD = (
    "name", "version", "about", "extends", "sets", "weapons", "complements", "threats", "domain", "contexts", "types",
)  # fmt: skip
CONTEXTS = "contexts.yaml"  # of a folder's files the one that holds contexts; the others hold types


def read(name: str) -> Codebook:
    """The codebook of this name or path."""
    return _book(files_of(name), ())


def files_of(name: str) -> list[Path]:
    """The files of a codebook by its name or path, the head first."""
    path = FOLDER / name if name in names() else Path(name)
    if path.is_dir() and (path / "codebook.yaml").exists():
        head = path / "codebook.yaml"
        return [head, *sorted(file for file in path.glob("*.yaml") if file != head)]
    if path.is_file():
        return [path]
    if path.suffix in (".yaml", ".yml") or "/" in name:
        raise WrongUse(f"There is no codebook {name}. `asof codebook new {name}` writes one to begin with.")
    raise WrongUse(f"There is no codebook {name!r}.{nearest(name, names())} Or give the path of a YAML file.")


def _book(files: list[Path], above: tuple[Path, ...]) -> Codebook:
    head = keys(read_yaml(files[0]), HEAD, None, f"{files[0]}: a codebook")
    for needed in ("name", "version"):
        if not isinstance(head.get(needed), Text):
            raise WrongUse(f"{files[0]}: `{needed}` is missing. A codebook has a name and a version.")
    base = _base(head, files[0], above)
    sets = {name: list(listed) for name, listed in base.sets.items()} if base else {}
    sets.update(_table(head, "sets"))
    contexts = Contexts(sets, base.contexts if base else {})
    for name, told in _contexts(head, files).items():
        contexts.add(name, told)
    entries = Entries(sets, contexts.found, base)
    for code, entry in _types(head, files).items():
        entries.add(code, entry)
    entries.check_parents()
    return _assembled(head, base, sets, contexts, entries)


def _contexts(head: Mapping[str, Any], files: list[Path]) -> dict[Text, Any]:
    """Contexts of the head, or of a folder's `contexts.yaml`."""
    found = dict(below(head, "contexts", None))
    for file in files[1:]:
        if file.name == CONTEXTS:
            if found:
                raise WrongUse(f"{file}: contexts stand here or in {files[0].name}, not in both.")
            found = read_yaml(file)
    return found


def _types(head: Mapping[str, Any], files: list[Path]) -> dict[Text, Any]:
    """Codes of all files of the codebook, each once."""
    found = dict(below(head, "types", None))
    for file in files[1:]:
        for code, entry in read_yaml(file).items() if file.name != CONTEXTS else ():
            if code in found:
                first = next(known for known in found if known == code)
                raise wrong(code, f"code {code} is defined twice, first in {first.file}:{first.line}.")
            found[code] = entry
    only_contexts = "extends" in head and ("contexts" in head or any(file.name == CONTEXTS for file in files))
    if not found and not only_contexts:
        raise WrongUse(f"{files[0]}: there are no types. Below `types:` stands one code or more.")
    return found


def _base(head: Mapping[str, Any], file: Path, above: tuple[Path, ...]) -> Codebook | None:
    """The codebook that this one extends: one of asof's by name, or a file beside this one."""
    wanted = head.get("extends")
    if wanted is None:
        return None
    if not isinstance(wanted, Text):
        raise WrongUse(f"{file}: `extends` names one codebook.")
    beside = file.parent / wanted
    if not beside.is_file():
        try:
            return load(str(wanted))
        except WrongUse as error:
            raise wrong(wanted, str(error)) from None
    chain = (*above, file.resolve())
    if beside.resolve() in chain:
        raise wrong(wanted, f"codebooks extend each other in a circle: {wanted} comes back to {file.name}.")
    return _book([beside], chain)


def _table(head: Mapping[str, Any], key: str) -> dict[str, list[str]]:
    return {str(name): [str(word) for word in words(listed, name)] for name, listed in below(head, key, None).items()}


def _precise(frame: Frame) -> tuple[int, int]:
    """The most specific first; of equals, the one whose slots name fewer words."""
    slots = [slot for slot in (frame.object, frame.beyond, frame.subject) if slot is not None]
    return -frame.weight, sum(len(slot.lemmas) + 10 * len(slot.kinds) for slot in slots)


def _index(frames: Iterable[Frame], base: Mapping[str, tuple[Frame, ...]]) -> dict[str, tuple[Frame, ...]]:
    """Frames by lemma, the most specific first; a codebook's own come before those of the one that it extends."""
    own: dict[str, list[Frame]] = {}
    for frame in frames:
        own.setdefault(frame.lemma, []).append(frame)
    ranked = {lemma: tuple(sorted(group, key=_precise)) for lemma, group in own.items()}
    return {lemma: (*ranked.get(lemma, ()), *base.get(lemma, ())) for lemma in {**ranked, **base}}


def _root(code: str, types: Mapping[str, EventType]) -> str:
    parent = types[code].parent
    return code if parent is None else _root(parent, types)


def _assembled(
    head: Mapping[str, Any],
    base: Codebook | None,
    sets: Mapping[str, list[str]],
    contexts: Contexts,
    entries: Entries,
) -> Codebook:
    types = {**(base.types if base else {}), **entries.types}
    weapons = {word: mode for mode, listed in _table(head, "weapons").items() for word in listed}
    complements = {mode: tuple(listed) for mode, listed in _table(head, "complements").items()}
    threats = {mode: tuple(listed) for mode, listed in _table(head, "threats").items()}
    for by, modes in (("weapon", weapons.values()), ("complement", complements), ("threat", threats)):
        known = {mode for entry in types.values() if entry.modes_by == by for mode in entry.modes}
        for mode in modes:
            if mode not in known:
                raise WrongUse(
                    f"{head['name']}: `{by}s` names the mode {mode!r}, which no type with `modes_by: {by}` has."
                )
    contexts.check_types(types)
    roots = {code: _root(code, types) for code in types}
    verbs, nouns = ([replace(f, root=roots[f.type]) for f in frames] for frames in (entries.verbs, entries.nouns))
    domain = _table(head, "domain")
    return Codebook(
        name=str(head["name"]),
        version=str(head["version"]),
        types=types,
        contexts=contexts.found,
        sets={name: tuple(listed) for name, listed in sets.items()},
        verbs=_index(verbs, base.verbs if base else {}),
        nouns=_index(nouns, base.nouns if base else {}),
        weapons={**(base.weapons if base else {}), **weapons},
        complements={**(base.complements if base else {}), **complements},
        threats={**(base.threats if base else {}), **threats},
        roots=roots,
        domain_for=(base.domain_for if base else frozenset()) | frozenset(domain.get("for", ())),
        domain_against=(base.domain_against if base else frozenset()) | frozenset(domain.get("against", ())),
        examples=(*entries.examples, *contexts.examples),
        context_words=indexed(contexts.found.values()),
    )
