"""PolNeAR: who said what, scored as spans of source, cue and content.

A predicted span matches a gold one when the words they share are at least half of each (`overlap`)
or all of both (`exact`). `all` wants content, source and cue of one attribution to match together.
An article with several annotators is scored against each, and the counts are averaged, so that every
article weighs the same. The texts are only measured: nothing of them is kept.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..model import Document, Part, Quote, Report
from ..pipeline import annotate
from ..reading import Reading
from ..registry import Component, component
from .cache import readings

WORD = re.compile(r"\w+")
ROLES = ("content", "source", "cue", "all")
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution as sets of word starts, so that overlap is set arithmetic."""

    content: frozenset[int]
    source: frozenset[int]
    cue: frozenset[int]
    direct: bool = False
    words: tuple[str, str, str] = ("", "", "")


@dataclass(slots=True)
class Counts:
    """Matches, predictions and gold per role; recall of direct quotes beside them."""

    matched: dict[str, float] = field(default_factory=lambda: dict.fromkeys([*ROLES, "direct"], 0.0))
    predicted: dict[str, float] = field(default_factory=lambda: dict.fromkeys([*ROLES, "direct"], 0.0))
    gold: dict[str, float] = field(default_factory=lambda: dict.fromkeys([*ROLES, "direct"], 0.0))

    def add(self, other: Counts, weight: float) -> None:
        for mine, theirs in ((self.matched, other.matched), (self.predicted, other.predicted), (self.gold, other.gold)):
            for role, count in theirs.items():
                mine[role] += weight * count

    def precision(self, role: str) -> float:
        return self.matched[role] / self.predicted[role] if self.predicted[role] else 0.0

    def recall(self, role: str) -> float:
        return self.matched[role] / self.gold[role] if self.gold[role] else 0.0

    def f1(self, role: str) -> float:
        both = self.precision(role) + self.recall(role)
        return 2 * self.precision(role) * self.recall(role) / both if both else 0.0


def article(path: Path) -> Document:
    """One article: the first line is its headline, every later one a paragraph."""
    text = path.read_text(encoding="utf-8")
    parts = [
        Part("body" if found.start() else "headline", found.start(), found.end())
        for found in re.finditer(r"\S[^\n]*(?:\n(?=[a-z])[^\n]+)*", text)
    ]
    return Document(Report(sha256=path.stem, size=len(text)), text, tuple(parts))


def gold(path: Path, text: str) -> list[Relation]:
    """The attributions of one annotator, from brat standoff."""
    spans: dict[str, Ranges] = {}
    found = []
    starts = [(match.start(), match.end()) for match in WORD.finditer(text)]
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            pieces = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = tuple((int(a), int(b)) for a, b in (piece.split() for piece in pieces))
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("E"):
            roles: dict[str, list[tuple[int, int]]] = {"Content": [], "Source": [], "Cue": []}
            for item in line.split("\t")[1].split():
                role, key = item.split(":")
                roles.setdefault(role.rstrip("0123456789"), []).extend(spans.get(key, ()))
            found.append(_relation(text, starts, roles["Content"], roles["Source"], roles["Cue"]))
    return found


def predicted(text: str, quotes: Iterable[Quote]) -> list[Relation]:
    """The quotes of a reading in the same shape."""
    starts = [(match.start(), match.end()) for match in WORD.finditer(text)]
    return [
        _relation(
            text, starts,
            [(s.start, s.end) for s in quote.content],
            [(quote.source.start, quote.source.end)] if quote.source else [],
            [(s.start, s.end) for s in quote.cue],
        )
        for quote in quotes
    ]  # fmt: skip


def _relation(
    text: str,
    words: Sequence[tuple[int, int]],
    content: list[tuple[int, int]],
    source: list[tuple[int, int]],
    cue: list[tuple[int, int]],
) -> Relation:
    def inside(ranges: list[tuple[int, int]]) -> frozenset[int]:
        found = frozenset(s for s, e in words if any(a < e and s < b for a, b in ranges))
        return found or frozenset(a for a, _ in ranges)  # a dash or colon as cue has no word

    content = sorted(content)
    shown = tuple(" || ".join(text[a:b] for a, b in sorted(ranges)) for ranges in (content, source, cue))
    direct = bool(content) and text[content[0][0]] in "\"“”'‘`"
    return Relation(inside(content), inside(source), inside(cue), direct, (shown[0], shown[1], shown[2]))


def agree(one: frozenset[int], other: frozenset[int], exact: bool = False) -> bool:
    """Whether two spans match; two absent ones do."""
    if not one or not other or exact:
        return one == other
    shared = len(one & other)
    return shared * 2 >= len(one) and shared * 2 >= len(other)


def pair(found: Sequence[Relation], wanted: Sequence[Relation], exact: bool = False) -> dict[int, int]:
    """Gold index → predicted index, one to one, best agreement first (content, then the rest)."""
    scored = []
    for g, right in enumerate(wanted):
        for p, guess in enumerate(found):
            if agree(guess.content, right.content, exact):
                share = len(guess.content & right.content) / max(1, len(guess.content | right.content))
                others = agree(guess.source, right.source, exact) + agree(guess.cue, right.cue, exact)
                scored.append((-others, -share, g, p))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, g, p in sorted(scored):
        if g not in matched and p not in taken:
            matched[g] = p
            taken.add(p)
    return matched


def score(found: Sequence[Relation], wanted: Sequence[Relation], exact: bool = False) -> Counts:
    """Counts for one article and annotator."""
    counts = Counts()
    matched = pair(found, wanted, exact)
    counts.matched["content"] = len(matched)
    counts.matched["all"] = sum(
        agree(found[p].source, wanted[g].source, exact) and agree(found[p].cue, wanted[g].cue, exact)
        for g, p in matched.items()
    )
    counts.matched["direct"] = sum(wanted[g].direct for g in matched)
    counts.gold["direct"] = sum(right.direct for right in wanted)
    for role in ("source", "cue"):
        mine = [getattr(relation, role) for relation in found if getattr(relation, role)]
        theirs = [getattr(relation, role) for relation in wanted if getattr(relation, role)]
        left = list(mine)
        for span in theirs:
            hit = next((other for other in left if agree(other, span, exact)), None)
            if hit is not None:
                left.remove(hit)
                counts.matched[role] += 1
        counts.predicted[role], counts.gold[role] = len(mine), len(theirs)
    for role in ("content", "all"):
        counts.predicted[role], counts.gold[role] = len(found), len(wanted)
    return counts


def annotators(folder: Path, name: str) -> list[Path]:
    """The annotation files of one article."""
    return sorted(p for p in (folder / "attributions").glob("*.ann") if p.stem.rpartition("_")[0] == name)


def evaluate(folder: Path, components: Sequence[Component], exact: bool = False) -> tuple[Counts, int, int]:
    """Counts over a folder with `text/` and `attributions/`, the articles scored, and those that could not be."""
    total, scored, failed = Counts(), 0, 0
    documents = [article(path) for path in sorted((folder / "text").glob("*.txt"))]
    for reading in readings(documents):
        golds = annotators(folder, reading.document.report.sha256)
        if not golds:
            failed += 1
            continue
        found = predicted(reading.document.text, read(reading, components))
        scored += 1
        for path in golds:
            total.add(score(found, gold(path, reading.document.text), exact), 1 / len(golds))
    return total, scored, failed


def read(reading: Reading, components: Sequence[Component]) -> tuple[Quote, ...]:
    """Every attribution of one reading, attitudes included."""
    return annotate(reading, components).quotes


def main(argv: Sequence[str] | None = None) -> None:
    """Print the scores of a PolNeAR folder (`dev` or `train_sample`)."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--with", dest="names", default="quotes", help="components to run, comma separated, in order")
    options = parser.parse_args(argv)
    components = [component(name) for name in options.names.split(",")]
    for exact in (False, True):
        counts, scored, failed = evaluate(options.folder, components, exact)
        print(f"{'exact' if exact else 'overlap'}: {scored} articles scored, {failed} without annotation")
        for role in ROLES:
            print(
                f"  {role:8} P {counts.precision(role):.3f}  R {counts.recall(role):.3f}  F1 {counts.f1(role):.3f}"
                f"  ({counts.gold[role]:.0f} gold, {counts.predicted[role]:.0f} found)"
            )
        print(f"  direct quotes: R {counts.recall('direct'):.3f}  ({counts.gold['direct']:.0f} gold)")


if __name__ == "__main__":
    main()
