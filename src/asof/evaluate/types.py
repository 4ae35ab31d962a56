"""CAMEO class: sentences sorted into statement or one of the four quads, scored by F1 of each class and their mean.

The corpus gives a sentence one class; asof finds any number of events in it. The class of a sentence is the quad
of the event that its main clause tells (the trigger highest in the tree; of two the first), and `statement` where
none is found. The labels are not named in the source: 0 statement, 1 verbal cooperation, 2 material cooperation,
3 verbal conflict, 4 material conflict.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import WrongUse
from ..model import Document, EventMention, Part, Report
from ..pipeline import annotate
from ..reading import Reading
from ..registry import COMPONENTS, component
from ..vocabulary.codebooks import load
from .cache import readings
from .result import Miss, Result, Score

# Where CAMEO's classes are not PLOVER's: it counts yielding as material, and this corpus breaking off relations,
# as older versions of CAMEO do, as verbal.
CAMEO = {"CONCEDE": "material cooperation", "SANCTION": "verbal conflict"}
CLASSES = ("statement", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


def sentences(file: Path) -> Iterator[tuple[str, int]]:
    """Sentence and class of every line."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        text, tab, label = line.rpartition("\t")
        if not tab or label not in ("0", "1", "2", "3", "4"):
            raise WrongUse(f"{file}, line {number}: expected a sentence, a tab and a class from 0 to 4.")
        yield text, int(label)


def document(name: str, text: str) -> Document:
    """One sentence as a document of its own."""
    return Document(Report(sha256=name, size=len(text), file=name), text, (Part("body", 0, len(text)),))


def depth(reading: Reading, mention: EventMention) -> int:
    """How many words stand above the trigger in its sentence's tree."""
    return sum(1 for _ in reading.tokens[mention.head].ancestors())


def chosen(reading: Reading) -> EventMention | None:
    """The event that the main clause tells."""
    found = sorted(reading.event_mentions, key=lambda one: (depth(reading, one), one.trigger.start))
    return found[0] if found else None


def evaluate(path: Path) -> Result:
    """F1 of every class over the sentences of `train.tsv`, at this path or below it."""
    file = (
        path
        if path.is_file()
        else next(iter(sorted(path.rglob("cameo_class/*.tsv")) or sorted(path.glob("*.tsv"))), None)
    )
    if file is None:
        raise WrongUse(f"{path} has no file of sentences and classes (cameo_class/train.tsv).")
    names = list(COMPONENTS)
    components = [component(name) for name in names[: names.index("event_mentions") + 1]]
    quads = {code: kind.quad for code, kind in load().types.items()} | CAMEO
    rows = list(sentences(file))
    result = Result("types")
    documents = [document(f"{file.stem}-{k}", text) for k, (text, _) in enumerate(rows)]
    for reading, (text, label) in zip(readings(documents), rows, strict=True):
        mention = chosen(annotate(reading, components))
        ours = CLASSES.index(quads[mention.type]) if mention is not None else 0
        for k, name in enumerate(CLASSES):
            result.add(name, Score(int(ours == label == k), int(ours == k), int(label == k)))
        if ours != label:
            told = f"{CLASSES[ours]} ({mention.type}: {mention.trigger.text})" if mention else CLASSES[0]
            result.missing.append(Miss(file.stem, CLASSES[label], "differs", CLASSES[label], told, text))
    mean = sum(result.counts["all"][name].f1 for name in CLASSES) / len(CLASSES)
    result.notes.append(f"{len(rows)} sentences, macro F1 {mean:.3f}")
    return result
