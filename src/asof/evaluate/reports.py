"""Whole records against the gold of whole reports: figures, quotes, events, places, incidents.

The path is one stream (a folder with `gold.json` and its reports) or a folder of streams. One gold
record is matched with at most one of ours. What counts as right:

- figure: measure, low, high and value, and who gives it;
- quote: who speaks, and at least half of the words of the content shared both ways;
- event: type, status and the set of actors, in the sentence that the gold quotes;
- place: the name, within 25 km (states and provinces have no point of their own: the name decides);
- incident: pairs of figures and events that are said to belong together (links).

Softer properties are counted among the matched only. Does not score anything across reports.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from ..errors import AsofError, WrongUse
from ..model import Document, Event, Figure, Place, Quote, Record, Span
from ..pipeline import annotate, record
from ..registry import COMPONENTS, Component, component
from . import align
from .cache import readings
from .naming import same_actor, same_actors, same_place
from .result import Miss, Result, Score

Gold = dict[str, Any]
NEAR_KM = 25.0


@dataclass(frozen=True, slots=True)
class Case:
    """One report of a stream: its gold and, once read, its document."""

    stream: str
    gold: Gold
    document: Document

    @property
    def scope(self) -> str:
        return f"{self.stream}/{self.gold['file']}"


def evaluate(path: Path, components: Sequence[Component] | None = None) -> Result:
    """The scores of asof's records on one stream or on a folder of streams."""
    result = Result("reports")
    cases = list(_cases(path, result))
    if components is None:
        components = available(result)
    for case, reading in zip(cases, readings([case.document for case in cases]), strict=True):
        score(case, record(annotate(reading, components), components), result)
    return result


def available(result: Result) -> list[Component]:
    """Every component that can be had; those that cannot are noted, and their layers stay empty."""
    made = []
    for name in COMPONENTS:
        try:
            made.append(component(name))
        except (ImportError, AttributeError, AsofError) as error:
            result.notes.append(f"component {name!r} did not run: {error}")
    return made


def _cases(path: Path, result: Result) -> Iterator[Case]:
    streams = [path] if (path / "gold.json").exists() else sorted(p.parent for p in path.glob("*/gold.json"))
    if not streams:
        raise WrongUse(f"{path} has no gold.json, and neither has a folder in it.")
    for stream in streams:
        gold = json.loads((stream / "gold.json").read_text(encoding="utf-8"))
        for report in gold["reports"]:
            try:
                document = _document(stream / report["file"])
            except (AsofError, ValueError) as error:
                result.notes.append(f"{stream.name}/{report['file']} could not be read, all of it is missed: {error}")
                for layer in ("figures", "quotes", "events", "places"):
                    result.add(layer, Score(wanted=len(report[layer])), stream.name)
            else:
                yield Case(stream.name, report, document)


def _document(path: Path) -> Document:
    """TEMPORARY until acquire lands: a text file with front matter; a line is a paragraph."""
    from ..model import Part, Report

    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        data = json.loads(raw)
        facts = {"title": data["title"], "published": data["date_publish"].replace(" ", "T") + "+00:00"}
        body = data["maintext"]
    elif path.suffix == ".html":
        facts = {"title": re.search(r"<title>(.*?)( \||</title>)", raw)[1]}  # type: ignore[index]
        stamp = re.search(r'(?:published_time" content|datetime)="(.*?)"', raw)
        facts["published"] = stamp[1] if stamp else "2026-02-11T12:00:00+00:00"
        inner = raw[raw.find("<article") : raw.index("</article>")]
        body = "\n\n".join(
            re.sub("<.*?>", "", p) for p in re.findall(r"<p(?! class=.byline).*?>(.*?)</p>", inner, re.S)
        )
    else:
        _, head, body = raw.split("---\n", 2)
        facts = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    body = re.sub(r"\s*\n\s*", "\n\n", body.strip())
    text = facts["title"] + "\n\n" + body
    parts, first = [], True
    for m in re.finditer(r"[^\n]+", text):
        start = m.start()
        line = re.match(r"[A-Z].{3,70}?\(\w[\w ]+\) [-–—] ", m[0])
        if line and not first:
            parts.append(Part("dateline", start, start + line.end() - 1))
            start += line.end()
        kind = "headline" if first else "credit" if m[0].startswith("(Reporting") else "body"
        parts.append(Part(kind, start, m.end()))  # type: ignore[arg-type]
        first = False
    report = Report(sha256=path.name, size=len(raw), file=path.name, title=facts["title"], published=facts["published"])
    return Document(report, text, tuple(parts))


# ── one report ───────────────────────────────────────────────────────────────────────────────────


class _Sheet:
    """Scores one report into a result: the gold, our record, and where the gold's words stand in the text."""

    def __init__(self, case: Case, record: Record, result: Result) -> None:
        self.case, self.record, self.result = case, record, result
        self.text = record.text
        self.people = [actor.name for actor in record.actors if actor.kind == "person"]

    def add(self, layer: str, right: int, found: int, wanted: int) -> None:
        self.result.add(layer, Score(right, found, wanted), self.case.stream, self.case.scope)

    def miss(self, layer: str, kind: Any, gold: str = "", ours: str = "", at: int | None = None) -> None:
        start, end = align.sentence_at(self.text, at) if at is not None else (0, 0)
        sentence = self.text[start:end] if at is not None else "(the words of the gold are not in the text)"
        self.result.missing.append(Miss(self.case.scope, layer, kind, gold, ours, sentence))

    def where(self, quote: str | None) -> frozenset[int]:
        """The words that a gold quote stands for, by where they begin; empty when they are not in the text."""
        ranges = align.locate(self.text, quote or "")
        return align.word_starts(self.text, ranges[:1])

    def words(self, spans: Iterable[Span]) -> frozenset[int]:
        return align.word_starts(self.text, [(span.start, span.end) for span in spans])

    def near(self, gold: frozenset[int], ours: frozenset[int]) -> int:
        """2 when the words overlap, 1 when they stand in one sentence, else 0."""
        if gold & ours:
            return 2
        if not gold:
            return 1 if not ours else 0
        sentences = [align.sentence_at(self.text, start) for start in sorted(ours)]
        return int(any(start <= first < end for start, end in sentences for first in (min(gold), max(gold))))

    def same_actor(self, gold: str | None, ours: str | None) -> bool:
        return same_actor(gold, ours, ours in self.people)


def score(case: Case, record: Record, result: Result) -> None:
    """Add the scores of one report."""
    sheet = _Sheet(case, record, result)
    linked = {**_figures(sheet), **_events(sheet)}
    _quotes(sheet)
    _places(sheet)
    _incidents(sheet, linked)


def _first(words: frozenset[int]) -> int | None:
    return min(words) if words else None


# ── figures ──────────────────────────────────────────────────────────────────────────────────────


def _bounds(low: int | None, high: int | None, value: int | None, qualifier: str | None) -> str:
    numbers = f"{value if low == high == value else [low, high, value]}"
    return f"{numbers} {qualifier}" if qualifier else numbers


def _show_gold_figure(g: Gold) -> str:
    bounds = _bounds(g["low"], g["high"], g["value"], g["qualifier"])
    return f"{g['measure']} {bounds} {g['unit']}, by {g['source'] or 'the report'}: {g['quote']}"


def _speaker(item: Figure | Event) -> str | None:
    return item.attribution.speaker if item.attribution else None


def _show_figure(f: Figure) -> str:
    bounds = _bounds(f.low, f.high, f.value, f.qualifier)
    return f"{f.measure} {bounds} {f.unit}, by {_speaker(f) or 'the report'}: {' | '.join(s.text for s in f.evidence)}"


def _same_numbers(g: Gold, f: Figure) -> bool:
    numbers = (g["low"], g["high"], g["value"])
    if numbers != (f.low, f.high, f.value) or g["measure"] != f.measure:
        return False
    return any(n is not None for n in numbers) or align.bare(g["qualifier"] or "") == align.bare(f.qualifier or "")


def _figures(sheet: _Sheet) -> dict[tuple[str, int], str]:
    """Score the figures; what is returned links a gold figure to the incident that ours belongs to."""
    golds: list[Gold] = sheet.case.gold["figures"]
    ours = sheet.record.figures
    places = [sheet.where(g["quote"]) for g in golds]
    spans = [sheet.words(f.evidence) for f in ours]

    def quality(g: int, p: int, full: bool) -> tuple[float, ...] | None:
        same_source = sheet.same_actor(golds[g]["source"], _speaker(ours[p]))
        if not _same_numbers(golds[g], ours[p]) or (full and not same_source):
            return None
        return (sheet.near(places[g], spans[p]), same_source)

    def near(g: int, p: int) -> tuple[float, ...] | None:
        overlap = len(places[g] & spans[p])
        return (overlap,) if overlap else None

    full = align.pair(range(len(golds)), range(len(ours)), partial(quality, full=True))
    loose = align.pair(range(len(golds)), range(len(ours)), partial(quality, full=False))
    sheet.add("figures", len(full), len(ours), len(golds))
    sheet.add("figures value+measure", len(loose), len(ours), len(golds))
    for g, p in full:
        _share_figure(sheet, golds[g], ours[p])
    left_gold = [g for g in range(len(golds)) if g not in dict(full)]
    left_ours = [p for p in range(len(ours)) if p not in dict(full).values()]
    partners = {left_gold[a]: left_ours[b] for a, b in align.pair(left_gold, left_ours, near)}
    for g in left_gold:
        partner = partners.get(g)
        shown = _show_figure(ours[partner]) if partner is not None else ""
        kind = "missed" if partner is None else "differs"
        sheet.miss("figures", kind, _show_gold_figure(golds[g]), shown, _first(places[g]))
    for p in left_ours:
        if p not in partners.values():
            sheet.miss("figures", "excess", ours=_show_figure(ours[p]), at=_first(spans[p]))
    return {("figure", g): ours[p].incident or "" for g, p in loose}


def _share_figure(sheet: _Sheet, g: Gold, f: Figure) -> None:
    wholes = {figure.id: figure for figure in sheet.record.figures}
    whole = wholes.get(f.part_of or "")
    part_agrees = (
        bool(whole and sheet.where(g["part_of"]) & sheet.words(whole.evidence)) if g["part_of"] else whole is None
    )
    sheet.result.share("figure: unit", align.bare(g["unit"] or "") == align.bare(f.unit or ""))
    sheet.result.share("figure: part_of", part_agrees)
    sheet.result.share("figure: place", _same_or_null(g["place"], f.place))
    sheet.result.share("figure: as_of", _same_moment(g["as_of"], f.as_of))


def _same_or_null(gold: str | None, ours: str | None) -> bool:
    return same_place(gold, ours) if gold and ours else not gold and not ours


def _same_moment(gold: str | None, ours: str | None) -> bool:
    """The same moment as far as both tell: to the day where either tells no more."""
    if not gold or not ours:
        return not gold and not ours
    length = min(len(gold), len(ours), 16)
    return gold[:length] == ours[:length]


# ── quotes ───────────────────────────────────────────────────────────────────────────────────────


def _quotes(sheet: _Sheet) -> None:
    golds: list[Gold] = sheet.case.gold["quotes"]
    ours = sheet.record.quotes
    contents = [sheet.where(g["content"]) for g in golds]
    for gold, words in zip(golds, contents, strict=True):
        if not words:
            sheet.result.notes.append(f"{sheet.case.scope}: words of a gold quote not found: {gold['content']}")
    spans = [sheet.words(q.content) for q in ours]

    def quality(g: int, p: int, full: bool) -> tuple[float, ...] | None:
        shared = len(contents[g] & spans[p])
        if not shared or shared * 2 < len(contents[g]) or shared * 2 < len(spans[p]):
            return None
        same = sheet.same_actor(golds[g]["speaker"], ours[p].speaker)
        return (same, shared / len(contents[g] | spans[p])) if same or not full else None

    full = align.pair(range(len(golds)), range(len(ours)), partial(quality, full=True))
    loose = dict(align.pair(range(len(golds)), range(len(ours)), partial(quality, full=False)))
    sheet.add("quotes", len(full), len(ours), len(golds))
    sheet.add("quotes content", len(loose), len(ours), len(golds))
    for g, p in full:
        sheet.result.share("quote: kind", golds[g]["kind"] == ours[p].kind)
        sheet.result.share("quote: channel", align.bare(golds[g]["channel"] or "") == align.bare(ours[p].channel or ""))
    right = dict(full)
    loose = {g: p for g, p in loose.items() if g not in right and p not in right.values()}
    for g, gold in enumerate(golds):
        if g not in right:
            shown = _show_quote(ours[loose[g]]) if g in loose else ""
            kind = "differs" if g in loose else "missed"
            sheet.miss("quotes", kind, f"{gold['speaker']}: {gold['content']}", shown, _first(contents[g]))
    for p, quote in enumerate(ours):
        if p not in right.values() and p not in loose.values():
            sheet.miss("quotes", "excess", ours=_show_quote(quote), at=_first(spans[p]))


def _show_quote(q: Quote) -> str:
    return f"{q.speaker}: {' … '.join(span.text for span in q.content)}"


# ── events ───────────────────────────────────────────────────────────────────────────────────────


def _show_gold_event(g: Gold) -> str:
    where = f"{g['place']} {g['start']}, by {g['source'] or 'the report'}"
    return f"{g['type']}/{g['mode']} {g['status']} {g['actors']} → {g['recipients']} {where}: {g['quote']}"


def _show_event(e: Event) -> str:
    where = f"{e.place} {e.start}, by {_speaker(e) or 'the report'}"
    evidence = " | ".join(span.text for span in e.evidence)
    return f"{e.type}/{e.mode} {e.status} {list(e.actors)} → {list(e.recipients)} {where}: {evidence}"


def _events(sheet: _Sheet) -> dict[tuple[str, int], str]:
    """Score the events; what is returned links a gold event to the incident that ours belongs to."""
    golds: list[Gold] = sheet.case.gold["events"]
    ours = sheet.record.events
    places = [sheet.where(g["quote"]) for g in golds]
    spans = [sheet.words(e.evidence) for e in ours]

    def quality(g: int, p: int) -> tuple[float, ...] | None:
        gold, event = golds[g], ours[p]
        near = sheet.near(places[g], spans[p])
        if not near or (near == 1 and gold["type"] != event.type):
            return None
        typed = gold["type"] == event.type
        actors = same_actors(gold["actors"], event.actors, sheet.people)
        right = typed and gold["status"] == event.status and actors
        return (right, typed, gold["status"] == event.status, near, len(places[g] & spans[p]))

    matched = dict(align.pair(range(len(golds)), range(len(ours)), quality))
    right = 0
    for g, gold in enumerate(golds):
        p = matched.get(g)
        if p is None:
            sheet.miss("events", "missed", _show_gold_event(gold), at=_first(places[g]))
            continue
        verdict = quality(g, p)
        if verdict and verdict[0]:
            right += 1
            _share_event(sheet, gold, ours[p])
        else:
            sheet.miss("events", "differs", _show_gold_event(gold), _show_event(ours[p]), _first(places[g]))
        sheet.result.share("event: type (paired)", gold["type"] == ours[p].type)
        sheet.result.share("event: status (paired)", gold["status"] == ours[p].status)
        sheet.result.share("event: actors (paired)", same_actors(gold["actors"], ours[p].actors, sheet.people))
    for p, event in enumerate(ours):
        if p not in matched.values():
            sheet.miss("events", "excess", ours=_show_event(event), at=_first(spans[p]))
    sheet.add("events", right, len(ours), len(golds))
    typed_pairs = sum(golds[g]["type"] == ours[p].type for g, p in matched.items())
    sheet.add("events type", typed_pairs, len(ours), len(golds))
    return {("event", g): ours[p].incident or "" for g, p in matched.items() if golds[g]["type"] == ours[p].type}


def _share_event(sheet: _Sheet, g: Gold, e: Event) -> None:
    share = sheet.result.share
    share("event: mode", set((g["mode"] or "").split("|")) == set((e.mode or "").split("|")))
    share("event: recipients", same_actors(g["recipients"], e.recipients, sheet.people))
    share("event: place", _same_or_null(g["place"], e.place))
    share("event: dates", _same_moment(g["start"], e.start) and _same_moment(g["end"], e.end))
    share("event: source", sheet.same_actor(g["source"], _speaker(e)))


# ── places ───────────────────────────────────────────────────────────────────────────────────────


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance in kilometres."""
    a, b, across = radians(lat), radians(other_lat), radians(other_lon - lon)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(across / 2) ** 2
    return 12742 * asin(sqrt(min(1.0, half)))


def _places(sheet: _Sheet) -> None:
    golds: list[Gold] = sheet.case.gold["places"]
    ours = sheet.record.places
    known = {place.id: place for place in ours}

    def quality(gold: Gold, place: Place) -> tuple[float, ...] | None:
        names = [place.name, *(span.text for span in place.evidence)]
        if not any(same_place(gold["name"], name) for name in names):
            return None
        far = _apart(gold, place, known)
        if gold["level"] in ("country", "admin1") and place.level == gold["level"]:
            return (1, -(far or 0.0))
        return (1, -far) if far is not None and far <= NEAR_KM else None

    matched = align.pair(golds, ours, quality)
    right = dict(matched)
    broken = list(_violations(sheet))
    extra = sum(p in right.values() for p, _, _ in broken)
    sheet.add("places", len(matched), len(ours) + extra, len(golds))
    for g, p in matched:
        sheet.result.share("place: level", golds[g]["level"] == ours[p].level)
    for index, gold in enumerate(golds):
        if index not in right:
            named = [place for place in ours if same_place(gold["name"], place.name)]
            kind = "differs" if named else "missed"
            at = next(iter(align.occurrences(sheet.text, gold["name"])), (None,))[0]
            sheet.miss("places", kind, _show_gold_place(gold), "; ".join(map(_show_place, named)), at)
    for p, place in enumerate(ours):
        if p not in right.values():
            sheet.miss("places", "excess", ours=_show_place(place), at=place.evidence[0].start if place.evidence else 0)
    for p, rule, at in broken:
        sheet.miss("places", "excess", f"not a place: {rule}", _show_place(ours[p]), at)
    sheet.result.share("not_places respected", not broken) if sheet.case.gold["not_places"] else None


def _apart(gold: Gold, place: Place, known: dict[str, Place]) -> float | None:
    """How far our place is from the gold's; a site without its own point is where the place around it is."""
    around = known.get(place.within or "")
    located = place if place.lat is not None or around is None else around
    if located.lat is None or located.lon is None:
        return None
    return distance_km(gold["lat"], gold["lon"], located.lat, located.lon)


def _show_gold_place(g: Gold) -> str:
    return f"{g['name']} ({g['level']}, {g['lat']}, {g['lon']})"


def _show_place(p: Place) -> str:
    return f"{p.name} ({p.level}, {p.lat}, {p.lon}, {p.country})"


def _violations(sheet: _Sheet) -> Iterator[tuple[int, str, int]]:
    """Ours that the gold says are no places: which, the gold's words, and where."""
    wanted = [g["name"] for g in sheet.case.gold["places"]]
    for rule in sheet.case.gold["not_places"]:
        name = re.split(r"\s{2,}\(| in ['‘]", rule)[0]
        context = re.search(r" in ['‘](.+?)['’](?=[):]|$)", rule) or re.search(r"\(in ['‘](.+)['’]\)", rule)
        if context is None and any(same_place(name, other) for other in wanted):
            continue  # elsewhere in the report the same name is a place, and the gold does not say where it is not
        forbidden = align.occurrences(sheet.text, context.group(1) if context else name)
        for p, place in enumerate(sheet.record.places):
            for span in place.evidence:
                if any(start <= span.start and span.end <= end for start, end in forbidden):
                    yield p, rule, span.start


# ── incidents ────────────────────────────────────────────────────────────────────────────────────


def _incidents(sheet: _Sheet, linked: dict[tuple[str, int], str]) -> None:
    """Links between records of one incident; a record of ours that has no gold partner can link nothing."""
    gold = {
        (layer[:-1], k): item["incident"] or ""
        for layer in ("figures", "events")
        for k, item in enumerate(sheet.case.gold[layer])
    }
    wanted = {pair for pair in combinations(sorted(gold), 2) if gold[pair[0]] and gold[pair[0]] == gold[pair[1]]}
    found = {pair for pair in combinations(sorted(linked), 2) if linked[pair[0]] and linked[pair[0]] == linked[pair[1]]}
    sheet.add("incident links", len(wanted & found), len(found), len(wanted))
    current = [i for i in sheet.record.incidents if i.status != "background"]
    wanted_count = len({name for name in gold.values() if name})
    sheet.result.share("incidents: number", len(current) == wanted_count)
    for one, other in sorted(wanted ^ found):
        if one in linked and other in linked:
            kind = "missed" if (one, other) in wanted else "excess"
            shown = " + ".join(str(sheet.case.gold[f"{layer}s"][k]["quote"]) for layer, k in (one, other))
            quote = sheet.case.gold[f"{one[0]}s"][one[1]]["quote"]
            sheet.miss("incident links", kind, shown, at=_first(sheet.where(quote)))
