"""Pronouns that speak, in PolNeAR: whom asof takes them for, beside what CoreNLP took them for.

PolNeAR marks "he" or "she" as the source of an attribution but not who that is, so there is no gold:
agreement with CoreNLP's own guess is a warning light, `--cases` prints what to judge by reading.
Run: `python -m asof.evaluate.pronouns FOLDER [--cases N]`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .. import pipeline, registry
from ..model import Document, Part, Report
from ..reading import Reading
from .cache import readings

THIRD_PERSON = frozenset({"he", "she", "they", "it", "his", "her", "its", "their", "him", "them"})


@dataclass(frozen=True, slots=True)
class Case:
    """One pronoun that is a source: whom asof and CoreNLP take it for (null: nobody named)."""

    article: str
    pronoun: str
    start: int
    ours: str | None
    theirs: str | None
    named: bool
    before: str

    @property
    def agree(self) -> bool:
        """Whether both name the same: they share their last word."""
        return bool(self.ours and self.theirs) and set(_words(self.ours)) & set(_words(self.theirs)) != set()


def _words(name: str | None) -> list[str]:
    return [w for w in re.findall(r"[\w-]+", (name or "").lower()) if len(w) > 2 and w not in ("the", "mr", "mrs")]


def document(path: Path) -> Document:
    """An article of PolNeAR with a part per line, its date taken from the file's name."""
    text = path.read_text(encoding="utf-8")
    parts = tuple(Part("body", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip())
    date = re.search(r"_(\d{4}-\d\d-\d\d)_", path.name)
    report = Report(hashlib.sha256(text.encode()).hexdigest(), len(text), file=path.name,
                    published=date.group(1) if date else None)  # fmt: skip
    return Document(report, text, parts)


def sources(path: Path) -> Iterator[int]:
    """Where the annotators mark a third-person pronoun as a source."""
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 3 and cells[1].startswith("Source ") and cells[2].lower() in THIRD_PERSON:
            yield int(cells[1].split()[1])


def corenlp_names(path: Path) -> dict[int, str]:
    """Start of each mention → the fullest proper name in its chain, as CoreNLP has it."""
    if not path.exists():
        return {}
    root = ElementTree.fromstring(gzip.decompress(path.read_bytes()))
    tokens = {
        (s.get("id"), t.get("id")): (int(t.findtext("CharacterOffsetBegin") or 0), t.findtext("POS") or "")
        for s in root.iter("sentence")
        for t in s.iter("token")
    }
    names: dict[int, str] = {}
    for chain in root.findall("./document/coreference/coreference"):
        spoken, proper = [], []
        for mention in chain.findall("mention"):
            start, tag = tokens[mention.findtext("sentence"), mention.findtext("start")]
            head = tokens[mention.findtext("sentence"), mention.findtext("head")]
            spoken.append(start)
            if head[1].startswith("NNP"):
                proper.append(mention.findtext("text") or "")
            elif not tag.startswith("PRP"):
                proper.append("")
        best = max((p for p in proper if p and len(p.split()) < 6), key=lambda p: len(p.split()), default=None)
        if best:
            names.update(dict.fromkeys(spoken, best))
    return names


def cases(folder: Path) -> list[Case]:
    """Every pronoun source of the development articles, once per place in the text."""
    paths = sorted((folder / "dev" / "text").glob("*.txt"))
    components = [registry.component("places"), registry.component("actors")]
    found: list[Case] = []
    for path, reading in zip(paths, readings([document(p) for p in paths]), strict=True):
        pipeline.annotate(reading, components)
        theirs = corenlp_names(folder / "dev" / "corenlp" / f"{path.name}.xml.gz")
        marked = {
            start for ann in (folder / "dev" / "attributions").glob(f"{path.stem}_*.ann") for start in sources(ann)
        } | {s for ann in (folder / "dev" / "attributions").glob(f"{path.stem}.ann") for s in sources(ann)}
        found += [_case(path.stem, reading, start, theirs.get(start)) for start in sorted(marked)]
    return found


def _case(article: str, reading: Reading, start: int, theirs: str | None) -> Case:
    text = reading.document.text
    token = reading.token_at(start)
    actors = {actor.id: actor for actor in reading.actors}
    mention = next((m for m in reading.mentions if token and m.head == token.i and m.form == "pronoun"), None)
    actor = actors[mention.actor] if mention else None
    named = actor is not None and any(m.form == "name" and m.actor == actor.id for m in reading.mentions)
    pronoun = re.match(r"\w+", text[start:])
    return Case(article, pronoun.group().lower() if pronoun else "", start, actor.name if actor else None, theirs,
                named, text[max(0, start - 420) : start + 100])  # fmt: skip


def main() -> None:
    """Print the counts, and the cases to read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=0)
    parser.add_argument("--differing", action="store_true")
    options = parser.parse_args()
    found = cases(options.folder)
    for pronouns in (("he", "she", "his", "her"), ("they", "their", "them", "it", "its")):
        these = [c for c in found if c.pronoun in pronouns]
        counts = Counter(
            "agree" if c.agree else "ours only" if c.ours and not c.theirs else "differ" if c.ours else "none"
            for c in these
        )
        print("/".join(pronouns), len(these), dict(counts), "named", sum(c.named for c in these))
    shown = [c for c in found if not options.differing or not c.agree]
    step = max(1, len(shown) // options.cases) if options.cases else 1
    for case in shown[::step][: options.cases]:
        print(f"\n── {case.article} @{case.start}: {case.pronoun} → {case.ours!r} (CoreNLP {case.theirs!r})")
        print("   …" + " ".join(case.before.split()))


if __name__ == "__main__":
    main()
