"""MUC-4: templates of incidents, scored by slot as the official scorer does, and roles by CEAF.

Templates are paired where the types may match and a perpetrator, target or victim agrees in part; a slot's recall
counts the fillers of all key templates, its precision those of all of ours. A filler is right when the words are
those of a key's wording and half right when they are a part of it; a value (number, effect) is right with the right
victim and half right with another. CEAF: five roles over the whole document, each entity once, right or not.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import WrongUse
from ..pipeline import annotate, default_components
from .align import pair
from .cache import readings
from .muc4_keys import Filler, Template, documents, keys
from .muc4_response import templates
from .result import Miss, Result, Score

ROLES = ("perpetrator", "organisation", "target", "victim", "weapon")
SLOTS = (*ROLES, "number", "effect")
EMPTY = frozenset("THE A AN OF AND OR IN SOME ABOUT AT LEAST TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN".split())


def evaluate(path: Path) -> Result:
    """The scores on the test sets at this path (`tst1`, `tst2`; a folder of another name by itself)."""
    folders = [folder for name in ("tst1", "tst2") for folder in sorted(path.rglob(name)) if folder.is_dir()] or [path]
    if not any(list(folder.glob("key-*")) for folder in folders):
        raise WrongUse(f"{path} has no answer keys (key-…), nor folders tst1 and tst2 that have.")
    result = Result("roles")
    for folder in folders:
        wanted, listed = keys(folder), documents(folder)
        for reading in readings(listed):
            annotate(reading, default_components())
            name = reading.document.report.file or ""
            ours = templates(reading)
            _templates(name, wanted.get(name, []), ours, result, folder.name)
            _entities(wanted.get(name, []), ours, result)
        lost = len(set(wanted) - {document.report.file for document in listed})
        result.notes.append(f"{folder.name}: {len(listed)} documents, {lost} keys without one")
    return result


def _templates(name: str, wanted: list[Template], ours: list[Template], result: Result, scope: str) -> None:
    matched = pair(wanted, ours, _alike)
    for g, p in matched:
        for slot in SLOTS:
            _slot(name, slot, wanted[g].slots[slot], ours[p].slots[slot], result, scope)
    pairs = dict(matched)
    for g, template in enumerate(wanted):
        if g not in pairs and not template.optional:
            for slot in SLOTS:
                _slot(name, slot, template.slots[slot], [], result, scope)
    for p, template in enumerate(ours):
        if p not in pairs.values():
            for slot in SLOTS:
                _slot(name, slot, [], template.slots[slot], result, scope)
    needed = sum(not t.optional or g in pairs for g, t in enumerate(wanted))
    result.add("templates", Score(len(matched), len(ours), needed), scope)


def _alike(wanted: Template, ours: Template) -> tuple[float, ...] | None:
    """How much two templates agree; null where they may not be paired."""
    if wanted.type != ours.type and ours.type != "ATTACK" and wanted.type != "ATTACK":
        return None
    common = sum(
        max((_fit(w, o) for w in wanted.slots[slot] for o in ours.slots[slot]), default=0.0)
        for slot in ("perpetrator", "organisation", "target", "victim")
    )
    return (common, float(wanted.type == ours.type)) if common else None


def _slot(name: str, slot: str, wanted: list[Filler], ours: list[Filler], result: Result, scope: str) -> None:
    matched = pair(wanted, ours, lambda w, o: (fit,) if (fit := _fit(w, o)) else None)
    right = sum(_fit(wanted[g], ours[p]) for g, p in matched)
    taken = {g for g, _ in matched}
    needed = sum(not filler.optional or g in taken for g, filler in enumerate(wanted))
    result.add(slot, Score(right, len(ours), needed), scope)
    used = {p for _, p in matched}
    for g, filler in enumerate(wanted):
        if g not in taken and not filler.optional:
            result.missing.append(Miss(name, slot, "missed", _plain(filler), "", ""))
    result.missing += [Miss(name, slot, "excess", "", _plain(o), "") for p, o in enumerate(ours) if p not in used]


def _plain(filler: Filler) -> str:
    return " ".join([filler.value or "", " / ".join(filler.wordings)]).strip()


def _fit(wanted: Filler, ours: Filler) -> float:
    """1, a half or nothing."""
    words = _words_fit(wanted, ours)
    if wanted.value is None:
        return words
    values = [value.strip() for value in wanted.value.split("/")]
    if ours.value in values:
        return 1.0 if words else 0.5
    if (ours.value or "").isdigit() and any(ours.value in re.findall(r"\d+", value) for value in values):
        return 0.5  # "~7", "5 - 7"
    return 0.0


def _words_fit(wanted: Filler, ours: Filler) -> float:
    best = 0.0
    for gold in wanted.wordings:
        for given in ours.wordings:
            mine, theirs = _content(given), _content(gold)
            if not mine or not theirs:
                continue
            if theirs <= mine:
                return 1.0
            if mine < theirs or (mine & theirs and _last(gold) in mine):
                best = 0.5
    return best


def _content(words: str) -> frozenset[str]:
    found = re.findall(r"[A-Z0-9Ñ'-]+", words.upper())
    return frozenset(word for word in found if word not in EMPTY and not word.isdigit())


def _last(words: str) -> str:
    before = re.split(r"\b(?:OF|IN|FROM|WHO|AT)\b", words.upper())[0]
    listed: list[str] = re.findall(r"[A-Z0-9Ñ'-]+", before)
    return listed[-1] if listed else ""


def _entities(wanted: list[Template], ours: list[Template], result: Result) -> None:
    """CEAF: the entities of the document, each once over all its incidents."""
    for role in ROLES:
        gold = _distinct(wanted, role)
        mine = _distinct(ours, role)
        matched = pair(gold, mine, lambda w, o: (1.0,) if _mentions(w, o) else None)
        result.add(f"CEAF {role}", Score(len(matched), len(mine), len(gold)))
        result.add("CEAF", Score(len(matched), len(mine), len(gold)))


def _distinct(listed: list[Template], role: str) -> list[Filler]:
    found: list[Filler] = []
    for template in listed:
        for filler in template.slots[role]:
            if not any(set(filler.wordings) & set(other.wordings) for other in found):
                found.append(filler)
    return found


def _mentions(wanted: Filler, ours: Filler) -> bool:
    """Whether words of ours name the entity, in whole or in part."""
    return _words_fit(wanted, ours) > 0
