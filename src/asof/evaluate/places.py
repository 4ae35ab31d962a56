"""Names of places against LGL and GeoVirus: found (exact span) and located (within 161 km).

"Located of all" is the share of all gold names, those without coordinates included, that are found
by their exact span and put within 161 km: it cannot be raised by leaving out what is hard. The mean
and median error, and the area under the curve of log errors, are over names found and resolved.
GeoVirus' offsets are one too high and are put right here. Stored outputs of other systems can be
scored with the same code (`peer`), which is how the scorer was checked.
"""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import mean, median
from typing import Literal

from .. import pipeline, registry
from ..model import Document, Part, Report
from ..reading import Reading
from ..vocabulary import earth
from . import cache

Corpus = Literal["LGL", "GeoVirus"]
Point = tuple[float, float]
NEAR_KM = 161.0
FARTHEST_KM = 20039.0  # half the equator: the scale of the area under the curve
ROLES = {"LGL": ("place", "actor", "name", "origin", "dateline"), "GeoVirus": ("place", "actor", "name", "dateline")}


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name at its span, with the point it is put at; null where nobody knows."""

    start: int
    end: int
    text: str
    point: Point | None


@dataclass(frozen=True, slots=True)
class Article:
    """A gold article: its text and names, and where it was published."""

    text: str
    names: tuple[Toponym, ...]
    url: str | None = None
    published: str | None = None


@dataclass(slots=True)
class PlacesResult:
    """Counts of one corpus. `missed`, `excess` and `far` list what went wrong, with the words around."""

    corpus: str
    articles: int = 0
    gold: int = 0
    found: int = 0
    right: int = 0
    resolvable: int = 0
    errors: list[float] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    excess: list[str] = field(default_factory=list)
    far: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def located(self) -> int:
        """How many names were found and put within 161 km."""
        return sum(error <= NEAR_KM for error in self.errors)

    @property
    def accuracy(self) -> float:
        """Share within 161 km of the names found and resolved."""
        return self.located / len(self.errors) if self.errors else 0.0

    @property
    def auc(self) -> float:
        """Area under the sorted log errors, 0 (best) to 1."""
        curve = sorted(log(1 + error) / log(1 + FARTHEST_KM) for error in self.errors)
        if len(curve) < 2:
            return 0.0
        return sum((a + b) / 2 for a, b in pairwise(curve)) / (len(curve) - 1)

    def __str__(self) -> str:
        share = self.located / self.gold if self.gold else 0.0
        far, middle = (mean(self.errors), median(self.errors)) if self.errors else (0.0, 0.0)
        lines = [
            f"{self.corpus}: {self.articles} articles, {self.gold} names in the gold, {self.found} found",
            f"  recognition, exact span   P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}",
            f"  located right of all      {share:.3f}  ({self.located} of {self.gold})",
            f"  of {len(self.errors)} found and resolved  Acc@161km {self.accuracy:.3f}  AUC {self.auc:.3f}"
            f"  mean {far:.0f} km  median {middle:.1f} km",
        ]
        return "\n".join(lines)

    def misses(self, most: int = 30) -> str:
        """What went wrong, at most so many of each kind."""
        blocks = [("missed", self.missed), ("excess", self.excess), ("far", self.far)]
        return "\n".join(
            f"{kind} ({len(lines)})\n" + "\n".join(f"  {x}" for x in lines[:most]) for kind, lines in blocks
        )


def articles(path: Path, corpus: Corpus) -> list[Article]:
    """The gold articles of a corpus' XML."""
    root = ET.parse(path).getroot()
    read = _lgl if corpus == "LGL" else _geovirus
    return [read(item) for item in root.iter("article")]


def _lgl(item: ET.Element) -> Article:
    names = []
    for name in item.iter("toponym"):
        tag = name.find("gaztag")
        names.append(Toponym(_int(name, "start"), _int(name, "end"), name.findtext("phrase", ""), _point(tag)))
    published = (item.findtext("dltime") or "")[:10] or None
    return Article(item.findtext("text", ""), tuple(names), item.findtext("url"), published)


def _geovirus(item: ET.Element) -> Article:
    names = [
        Toponym(_int(name, "start") - 1, _int(name, "end") - 1, name.findtext("name", ""), _point(name))
        for name in item.iter("location")
    ]
    return Article(item.findtext("text", ""), tuple(names), item.findtext("source"))


def _int(item: ET.Element, tag: str) -> int:
    return int(item.findtext(tag, "0"))


def _point(item: ET.Element | None) -> Point | None:
    lat, lon = (item.findtext("lat"), item.findtext("lon")) if item is not None else (None, None)
    return (float(lat), float(lon)) if lat and lon else None


def peer(path: Path) -> list[list[Toponym]]:
    """A stored output of another system: its names, article by article."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = []
        for item in line.split("||"):
            fields = item.split(",,")
            if len(fields) >= 6:
                lat, lon = _number(fields[2]), _number(fields[3])
                point = (lat, lon) if lat is not None and lon is not None else None
                row.append(Toponym(int(fields[4]), int(fields[5]), fields[1], point))
        found.append(row)
    return found


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def score(corpus: Corpus, golds: Sequence[Article], outputs: Iterable[Sequence[Toponym]]) -> PlacesResult:
    """The outputs, article by article in the order of the gold, against it."""
    result = PlacesResult(corpus)
    for gold, ours in zip(golds, outputs, strict=True):
        result.articles += 1
        result.gold += len(gold.names)
        by_span = {(name.start, name.end): name for name in ours}
        result.found += len(by_span)
        for name in gold.names:
            match = by_span.pop((name.start, name.end), None)
            if match is None:
                result.missed.append(_line(gold, name))
                continue
            result.right += 1
            if name.point is not None and match.point is not None:
                error = earth.kilometres(*name.point, *match.point)
                result.errors.append(error)
                if error > NEAR_KM:
                    result.far.append(f"{_line(gold, name)}  gold {name.point} ours {match.point}")
            elif name.point is not None:
                result.far.append(f"{_line(gold, name)}  gold {name.point} ours unresolved")
        result.excess += [_line(gold, name) for name in by_span.values()]
    return result


def _line(article: Article, name: Toponym) -> str:
    before, after = article.text[max(0, name.start - 50) : name.start], article.text[name.end : name.end + 40]
    return f"{before}[[{name.text}]]{after}".replace("\n", " ")


def evaluate(path: Path, corpus: Corpus, components: Sequence[registry.Component] | None = None) -> PlacesResult:
    """asof's places against the corpus' XML."""
    golds = articles(path, corpus)
    chosen = [registry.component("places")] if components is None else components
    readings = cache.readings([_document(article) for article in golds])
    return score(corpus, golds, (_output(pipeline.annotate(reading, chosen), ROLES[corpus]) for reading in readings))


def _document(article: Article) -> Document:
    digest = hashlib.sha256(article.text.encode("utf-8")).hexdigest()
    report = Report(digest, len(article.text), url=article.url, published=article.published)
    return Document(report, article.text, (Part("body", 0, len(article.text)),))


def _output(reading: Reading, roles: tuple[str, ...]) -> list[Toponym]:
    return [
        Toponym(
            ref.span.start,
            ref.span.end,
            ref.span.text,
            (ref.lat, ref.lon) if ref.lat is not None and ref.lon is not None else None,
        )
        for ref in reading.place_refs
        if ref.role in roles
    ]
