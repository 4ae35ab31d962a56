"""PETRARCH's unit records and PETR2's validation set: sentences with the dyads that a coder must give.

The actors of a set are those of the dictionaries that it names, imported as `asof actors import` does. Score of
UniversalPetrarch's sheet: a point each for source, target and code of every expected event, found or not.
"""

from __future__ import annotations

import html
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import WrongUse
from ..model import Document, Part, Report
from ..pipeline import annotate, default_components
from ..vocabulary import actors
from ..vocabulary.actors import petrarch as dictionaries
from .align import pair
from .cache import readings
from .cameo import same_root
from .dyads import Dyad, dyads, parts, same_party
from .result import Miss, Result, Score

SETS = {"PETR.UnitTest.records.xml": "unit", "PETR2_GSR_validation.xml": "GSR"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a set and what is expected of it. `error`: the set wants it refused."""

    id: str
    text: str
    published: str
    expected: tuple[Dyad, ...]
    error: bool = False


def evaluate(path: Path) -> Result:
    """The scores on the sets at this path or below it."""
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*.xml") if p.name in SETS)
    files = [file for file in files if file.name in SETS]
    if not files:
        raise WrongUse(f"{path} has none of {', '.join(SETS)}.")
    result = Result("events")
    for file in files:
        with imported(dictionaries_of(file)):
            _score(SETS[file.name], sentences(file), result)
    return result


def sentences(file: Path) -> list[Sentence]:
    """The sentences of a set; it need not be well-formed XML."""
    text = re.sub(r"<!--.*?-->", "", file.read_text("utf-8", errors="replace"), flags=re.DOTALL)
    found = []
    for head, body in re.findall(r"<Sentence\b([^>]*)>(.*?)</Sentence>", text, re.DOTALL):
        named = _attributes(head)
        words = re.search(r"<Text>(.*?)</Text>", body, re.DOTALL)
        date = named.get("date", "")
        codings = [_attributes(cell) for cell in re.findall(r"<EventCoding\b([^>]*)>", body)]
        expected = tuple(
            Dyad(_party(c.get("sourcecode")), _party(c.get("targetcode")), c["eventcode"])
            for c in codings
            if "eventcode" in c
        )
        plain = " ".join(html.unescape(words.group(1)).split()) if words else ""
        published = f"{date[:4]}-{date[4:6]}-{date[6:8]}T12:00:00+00:00"
        found.append(Sentence(named.get("id", ""), plain, published, expected, any("error" in c for c in codings)))
    return found


def _attributes(cell: str) -> dict[str, str]:
    return dict(re.findall(r'(\w+)\s*=\s*"([^"]*)"', cell))


def _party(code: str | None) -> str | None:
    return None if code in (None, "", "None") else code


def dictionaries_of(file: Path) -> list[Path]:
    """The dictionaries of actors that the set names, beside it or in the folders around it."""
    named = re.search(r"<Actorfile>(.*?)</Actorfile>", file.read_text("utf-8", errors="replace"))
    around = [file.parent, *(folder / "actors" for folder in file.parents[1:3])]
    found = []
    for name in named.group(1).split(",") if named else ():
        place = next((p for folder in around if folder.is_dir() for p in sorted(folder.rglob(name.strip()))), None)
        if place is None:
            raise WrongUse(f"{file} names the dictionary {name.strip()}, which is not beside it nor in actors/.")
        found.append(place)
    return found


@contextmanager
def imported(files: list[Path]) -> Iterator[None]:
    """The registry with these dictionaries over it, for as long as this lasts."""
    before = os.environ.get(actors.VARIABLE)
    with tempfile.TemporaryDirectory() as folder:
        tables = []
        for file in files:
            table = Path(folder) / f"{file.stem}.tsv"
            table.write_text(dictionaries.convert(file.read_text("utf-8", errors="replace"), file.name), "utf-8")
            tables.append(str(table))
        os.environ[actors.VARIABLE] = os.pathsep.join(tables)
        actors.registry.cache_clear()
        try:
            yield
        finally:
            if before is None:
                del os.environ[actors.VARIABLE]
            else:
                os.environ[actors.VARIABLE] = before
            actors.registry.cache_clear()


def _score(name: str, listed: list[Sentence], result: Result) -> None:
    weis = name == "unit"
    components = default_components()
    coded = [s for s in listed if not s.error]
    documents = [
        Document(Report(f"{name}-{k}", len(s.text), published=s.published), s.text, (Part("body", 0, len(s.text)),))
        for k, s in enumerate(coded)
    ]
    for sentence, reading in zip(coded, readings(documents), strict=True):
        ours = dyads(annotate(reading, components)) if sentence.text else []
        _points(name, sentence, ours, weis, result)
        _direction(name, sentence, ours, weis, result)
    result.notes.append(
        f"{name}: {len(coded)} sentences, {len(listed) - len(coded)} that must be refused are left out; "
        f"{sum(not s.text for s in coded)} without text"
    )


def _points(name: str, sentence: Sentence, ours: list[Dyad], weis: bool, result: Result) -> None:
    """Points and whole triples of one sentence, at the root and in full."""
    for level in ("root", "full"):

        def points(gold: Dyad, found: Dyad, level: str = level) -> tuple[bool, bool, bool]:
            if level == "full":
                return gold.source == found.source, gold.target == found.target, gold.code == found.code
            parties = same_party(gold.source, found.source), same_party(gold.target, found.target)
            return (*parties, same_root(gold.code, found.code, weis, found.ahead))

        matched = dict(pair(sentence.expected, ours, lambda g, o: (sum(points(g, o)),)))
        got = [points(gold, ours[matched[k]]) if k in matched else (False,) * 3
               for k, gold in enumerate(sentence.expected)]  # fmt: skip
        total = sum(map(sum, got))
        result.add(f"{name} points, {level}", Score(total, 3 * len(got), 3 * len(got)))
        exact = sum(map(all, got))
        result.add(f"{name} triples, {level}", Score(exact, len(ours), len(got)))
        if level == "full":
            continue
        for part, right in zip(("source", "target", "code"), zip(*got, strict=True), strict=False):
            result.add(f"{name} {part}", Score(sum(right), len(right), len(right)))
        for k, (gold, right) in enumerate(zip(sentence.expected, got, strict=True)):
            if not all(right):
                found = str(_plain(ours[matched[k]])) if k in matched else ""
                result.missing.append(
                    Miss(sentence.id, f"{name} points, root", "differs" if found else "missed", _plain(gold), found,
                         sentence.text)
                )  # fmt: skip
    if not sentence.expected:
        result.share(f"{name}: nothing coded where nothing is expected", not ours)
        result.missing += [
            Miss(sentence.id, f"{name} none expected", "excess", "", _plain(o), sentence.text) for o in ours
        ]


def _direction(name: str, sentence: Sentence, ours: list[Dyad], weis: bool, result: Result) -> None:
    """Of the expected events that ours has too, by type and both parties, how many stand the same way round."""

    def first(code: str | None) -> str:
        return parts(code)[0] if code else ""

    for gold in sentence.expected:
        way = first(gold.source), first(gold.target)
        alike = {(first(o.source), first(o.target)) for o in ours if same_root(gold.code, o.code, weis, o.ahead)}
        if not all(way) or way[0] == way[1] or not {way, way[::-1]} & alike:
            continue
        right = way in alike
        result.add(f"{name} direction", Score(int(right), 1, 1))
        if not right:
            told = "; ".join(_plain(o) for o in ours)
            result.missing.append(Miss(sentence.id, f"{name} direction", "differs", _plain(gold), told, sentence.text))


def _plain(dyad: Dyad) -> str:
    kind = f" {dyad.type}" if dyad.type else ""
    return f"{dyad.source} > {dyad.target} {dyad.code}{kind}"
