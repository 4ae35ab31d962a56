"""Contexts of events on passages of one's own: a table with the columns type, contexts and text.

`type` is that of the event that is asked about, `*` the first; `contexts` are those that it has, parted by blanks, in
brackets where either is right, `-` for none. In a text `¶` parts paragraphs, and one that begins with `#` is a
headline; lines that begin with `#` are notes. Where no event of the type is found, the first of the passage is looked
at; where there is none, its contexts are missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..annotate import parse
from ..errors import WrongUse
from ..model import Document, EventMention, Part, Report
from ..pipeline import annotate
from ..reading import Reading
from ..registry import component
from .examples import NEEDED, PUBLISHED
from .result import Miss, Result, Score

FILE = "gold.tsv"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, and the contexts that its event of this type has and may have."""

    type: str
    wanted: frozenset[str]
    allowed: frozenset[str]
    text: str


def passages(file: Path) -> Iterator[Passage]:
    """Every passage of the table."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        if line.startswith("#") or line == "type\tcontexts\ttext":
            continue
        cells = line.split("\t")
        if len(cells) != 3:
            raise WrongUse(f"{file}:{number}: three columns are expected (type, contexts, text), found {len(cells)}.")
        names = [] if cells[1] == "-" else cells[1].split()
        either = {name.strip("()") for name in names if name.startswith("(")}
        yield Passage(cells[0], frozenset(names) - {f"({name})" for name in either}, frozenset(either), cells[2])


def evaluate(path: Path) -> Result:
    """The scores on the passages at this path: of all contexts together, and of each."""
    file = path / FILE if path.is_dir() else path
    if not file.is_file():
        raise WrongUse(f"{path} has no {FILE}.")
    listed = list(passages(file))
    components = [component(name) for name in NEEDED]
    result = Result("contexts")
    documents = [_document(str(number), passage.text) for number, passage in enumerate(listed)]
    for passage, reading in zip(listed, parse.parse_all(documents), strict=True):
        _score(passage, annotate(reading, components), result)
    return result


def _score(passage: Passage, reading: Reading, result: Result) -> None:
    event = _asked(passage, reading)
    found = {context.name: context for context in event.contexts} if event is not None else {}
    for name in sorted(passage.wanted | (found.keys() - passage.allowed)):
        score = Score(int(name in passage.wanted and name in found), int(name in found), int(name in passage.wanted))
        result.add("contexts", score)
        result.add(name, score)
        if not score.right:
            words = ", ".join(repr(span.text) for span in found[name].evidence) if name in found else ""
            kind = "missed" if name in passage.wanted else "excess"
            coded = event.type if event is not None else "no event"
            result.missing.append(
                Miss(coded, name, kind, name if kind == "missed" else "", words, reading.document.text)  # type: ignore[arg-type]
            )


def _asked(passage: Passage, reading: Reading) -> EventMention | None:
    mentions = reading.event_mentions
    return next((m for m in mentions if m.type == passage.type), mentions[0] if mentions else None)


def _document(name: str, written: str) -> Document:
    paragraphs = written.split("¶")
    text, parts = "", []
    for paragraph in paragraphs:
        kind = "headline" if paragraph.startswith("#") else "body"
        body = paragraph.removeprefix("#")
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{body}" if text else body
        parts.append(Part(kind, start, start + len(body)))  # type: ignore[arg-type]
    return Document(Report(name.zfill(64), len(text), published=PUBLISHED), text, tuple(parts))
