"""TimeML: expressions of time, scored by span, type and TIMEX3 value.

A found expression matches the gold one that it overlaps most (`relaxed`) or equals (`strict`). `type` and
`value` F1 ask for the right attribute on a relaxed match; value accuracy is the share of right values among
the matched. The document's own date is given to the reader as published and is not scored.
"""

from __future__ import annotations

import argparse
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ..model import Document, Part, Report, TimeRef
from ..pipeline import annotate
from ..registry import component
from .cache import readings

FOLDERS = ("TimeBank", "AQUAINT")


@dataclass(frozen=True, slots=True)
class Timex:
    """A gold expression."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(slots=True)
class Counts:
    """Gold, found and matched expressions; right types and values among the matched."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0
    dates: int = 0  # matched gold DATE and TIME
    dates_right: int = 0
    misses: list[str] = field(default_factory=list)

    def f1(self, matched: int) -> float:
        return 2 * matched / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def accuracy(self) -> float:
        return self.value / self.relaxed if self.relaxed else 0.0

    @property
    def accuracy_of_dates(self) -> float:
        return self.dates_right / self.dates if self.dates else 0.0


def read(path: Path) -> tuple[Document, list[Timex]]:
    """One TimeML file as a document, its creation time as published, and its gold expressions."""
    root = ElementTree.parse(path).getroot()
    created = root.find(".//DCT/TIMEX3")
    body = root.find("TEXT")
    if created is None or body is None:
        raise ValueError(f"{path} has no DCT or no TEXT")
    pieces: list[str] = []
    timexes: list[Timex] = []
    for kind, piece in _pieces(body):
        if isinstance(piece, str):
            pieces.append(piece)
            continue
        start = sum(map(len, pieces)) if kind == "open" else 0
        if kind == "open":
            words = "".join(piece.itertext())
            timexes.append(Timex(start, start + len(words), words, piece.get("type", ""), piece.get("value", "")))
    text = "".join(pieces)
    parts = tuple(Part("body", m.start(), m.end()) for m in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text))
    published = created.get("value", "")
    report = Report(sha256=path.stem, size=len(text), file=path.name, published=published)
    return Document(report, text, parts), timexes


def _pieces(element: ElementTree.Element) -> Iterator[tuple[Literal["open", "text"], str | ElementTree.Element]]:
    if element.tag == "TIMEX3":
        yield "open", element
    yield "text", element.text or ""
    for child in element:
        yield from _pieces(child)
        yield "text", child.tail or ""


def score(found: Sequence[TimeRef], gold: Sequence[Timex], text: str = "") -> Counts:
    """Counts for one document."""
    counts = Counts(gold=len(gold), found=len(found))
    taken: set[int] = set()
    for right in gold:
        best = max(
            (k for k, ref in enumerate(found) if k not in taken and _shared(ref, right)),
            key=lambda k: (_shared(found[k], right), -k),
            default=None,
        )
        if best is None:
            counts.misses.append(f"MISSED {right.type:8} {right.value:16} {right.text!r}  {_around(text, right)}")
            continue
        taken.add(best)
        ref = found[best]
        same_value = ref.value == right.value
        counts.relaxed += 1
        counts.strict += (ref.span.start, ref.span.end) == (right.start, right.end)
        counts.type += ref.kind == right.type
        counts.value += same_value
        if right.type in ("DATE", "TIME"):
            counts.dates += 1
            counts.dates_right += same_value
        if (ref.span.start, ref.span.end) != (right.start, right.end):
            counts.misses.append(f"SPAN   {right.text!r} found {ref.span.text!r}  {_around(text, right)}")
        if not same_value:
            told = f"{right.type:8} {right.value:16} found {ref.kind} {ref.value} {right.text!r}"
            counts.misses.append(f"VALUE  {told}  {_around(text, right)}")
    for k, ref in enumerate(found):
        if k not in taken:
            counts.misses.append(f"EXTRA  {ref.kind:8} {ref.value} {ref.span.text!r}  {_around(text, ref.span)}")
    return counts


def _shared(ref: TimeRef, right: Timex) -> int:
    return max(0, min(ref.span.end, right.end) - max(ref.span.start, right.start))


def _around(text: str, place: object) -> str:
    start, end = place.start, place.end  # type: ignore[attr-defined]
    return " ".join(text[max(0, start - 60) : end + 40].split())


def evaluate(folder: Path, names: Sequence[str] = FOLDERS) -> tuple[Counts, int, int]:
    """Counts over the corpora in a folder, the documents scored, and those that could not be read."""
    total, failed = Counts(), 0
    items = []
    for path in sorted(p for name in names for p in (folder / name).glob("*.tml")):
        try:
            items.append(read(path))
        except (ValueError, ElementTree.ParseError):
            failed += 1
    finder = [component("times")]
    for (document, gold), reading in zip(items, readings([d for d, _ in items]), strict=True):
        counts = score(annotate(reading, finder).times, gold, document.text)
        for name in ("gold", "found", "strict", "relaxed", "type", "value", "dates", "dates_right"):
            setattr(total, name, getattr(total, name) + getattr(counts, name))
        total.misses += [f"{miss}  [{document.id} {document.report.published}]" for miss in counts.misses]
    return total, len(items), failed


def main(argv: Sequence[str] | None = None) -> None:
    """Print the scores of a folder that holds TimeBank and AQUAINT."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", choices=FOLDERS)
    parser.add_argument("--misses", type=Path, help="a file to write every miss to")
    options = parser.parse_args(argv)
    counts, scored, failed = evaluate(options.folder, [options.only] if options.only else FOLDERS)
    print(f"{scored} documents scored, {failed} unreadable; {counts.gold} gold, {counts.found} found")
    for name in ("strict", "relaxed", "type", "value"):
        matched = getattr(counts, name)
        precision, recall = matched / max(1, counts.found), matched / max(1, counts.gold)
        print(f"  {name:8} P {precision:.3f}  R {recall:.3f}  F1 {counts.f1(matched):.3f}")
    print(
        f"  value accuracy: {counts.accuracy:.3f} of matched, {counts.accuracy_of_dates:.3f} of matched DATE and TIME"
    )
    if options.misses:
        options.misses.write_text("\n".join(sorted(counts.misses)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
