"""Where a report names places: the spans, before anything is known of which place is meant.

Two witnesses are heard: the statistical model's entities, and the gazetteer laid over capitalised
words. Each has its weakness (the model takes Khan Younis for a person; the gazetteer knows towns called
March, Friday and Union), so a span needs the model's word, a preposition of place, or a well-known name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..reading import Reading, Sentence, Token
from ..vocabulary.places import Entry, countries, demonyms, gazetteer
from ..vocabulary.places import words as W
from . import places_trust, places_unknown, places_within
from .places_context import INNER, Context, Name, after_preposition, shouts
from .places_trust import FOCUSED, WELL_KNOWN

LONGEST = 6  # tokens in a name
UNSURE = 0.5  # the score of what the model alone takes for a place
LANDS = frozenset({"city", "admin2"})
LIST = frozenset({",", "and", "or", "/", "&"})


def find(reading: Reading) -> list[Name]:
    """Names of places in the order of the text, none overlapping another."""
    finder = _Finder(reading)
    names: list[Name] = []
    for sentence in reading.sentences:
        names.extend(finder.in_sentence(sentence))
    return finder.agree(finder.again(names))


def lists(tokens: Sequence[Token], names: Sequence[Name]) -> list[list[Name]]:
    """Places that only commas and "and" stand between, two and more."""
    found: list[list[Name]] = []
    for before, name in pairwise(names):
        if before.kind != "place" or name.kind != "place" or not _joined(tokens, before.last, name.first):
            continue
        if found and found[-1][-1] is before:
            found[-1].append(name)
        else:
            found.append([before, name])
    return [listed for listed in found if _closed(tokens, listed)]


def of_land(name: Name) -> bool:
    """Whether several words after the name make it a division: "Anka local government area"."""
    words = tuple(name.text.lower().split())
    return any(words[-len(ending) :] == ending for ending in W.LONG_ADMIN2)


def _closed(tokens: Sequence[Token], listed: Sequence[Name]) -> bool:
    """Whether the last comes with "and" or "or": "Paris, Texas" is no list."""
    return tokens[listed[-1].first - 1].lower in ("and", "or", "&")


def _joined(tokens: Sequence[Token], last: int, first: int) -> bool:
    between = tokens[last + 1 : first]
    return 0 < len(between) <= 2 and all(token.lower in LIST for token in between)


class _Finder:
    def __init__(self, reading: Reading) -> None:
        self.seen = Context(reading)
        self.tokens, self.starts = self.seen.tokens, self.seen.starts
        self.spans: dict[int, list[tuple[int, str]]] = {}
        self.known = self._look_up()

    def _look_up(self) -> dict[str, tuple[Entry, ...]]:
        wanted: set[str] = set()
        for first, starts in enumerate(self.starts):
            if starts:
                wanted.update(text for _, text in self._spans(first))
        return gazetteer().look_up(sorted(wanted))

    def _spans(self, first: int) -> list[tuple[int, str]]:
        """The spans from this token that could be names, the longest first, with their text."""
        if first in self.spans:
            return self.spans[first]
        start, sentence, found = self.tokens[first].start, self.tokens[first].sentence, []
        for last in range(first, min(first + LONGEST, len(self.tokens))):
            token = self.tokens[last]
            if token.sentence is not sentence:
                break
            if self.starts[last]:
                found.append((last, self.seen.text[start : token.end]))
                if (
                    last + 1 < len(self.tokens)
                    and self.tokens[last + 1].text == "."
                    and (token.lower.replace(".", "") in W.US_STATES)
                ):
                    found.append((last + 1, self.seen.text[start : token.end + 1]))
            elif token.lower not in INNER or last == first:
                break
        found.reverse()
        self.spans[first] = found
        return found

    def in_sentence(self, sentence: Sentence) -> list[Name]:
        names: list[Name] = []
        shouting = shouts(sentence)
        i, end = sentence.tokens[0].i, sentence.tokens[-1].i
        while i <= end:
            if not self.starts[i]:
                i += 1
                continue
            pair = places_unknown.road(self.seen, i, self.known)
            if pair is not None:  # "the Funtua-Gusau road" names two towns
                names.extend(self._place(a, b, "place", 1.0) for a, b in ((i, pair[0]), (pair[0] + 2, pair[1])))
                i = pair[1] + 1
                continue
            listed = bool(names) and names[-1].kind == "place" and _joined(self.tokens, names[-1].last, i)
            name = self._at(i, shouting, listed)
            if name is None:
                i += 1
                continue
            if name.kind == "site":
                names.extend(self._inside_site(name))
            names.append(name)
            i = name.last + 1
        return names

    def _inside_site(self, site: Name) -> list[Name]:
        """The town in "Goma airport": named, but not where the report says something is."""
        lower = self.tokens[site.last].text.islower()
        if lower and site.noun in W.NAMED_FOR_SAINTS and self.tokens[site.first].lower in places_unknown.SAINTS:
            return []
        for last in range(site.last - 1, site.first - 1, -1):
            text = self.seen.words(site.first, last)
            entries = self.known.get(text, ())
            if site.noun in W.STREETS or site.noun in W.NATURE:
                break
            rest = self.tokens[last + 1 : site.last]
            if entries and (entries[0].rank >= WELL_KNOWN or all(t.lower in W.KINDS for t in rest)):
                return [Name(site.first, last, text, entries, "inner", self.seen.label(site.first))]
        return []

    def _at(self, first: int, shouting: bool, listed: bool) -> Name | None:
        seen, token, unsure = self.seen, self.tokens[first], None
        people = demonyms().get(token.lower)
        called_site = None if shouting else places_unknown.called_site(seen, first)
        if called_site is not None:
            return called_site
        called = places_unknown.called_place(seen, first) if people is None and not shouting else None
        for last, text in self._spans(first):
            if last == first + 1 and text.casefold() in demonyms():
                return self._origin(first, last, text, demonyms()[text.casefold()])
            entries = self.known.get(text, ())
            if last == first and people is not None and not (entries and entries[0].level == "country"):
                return self._origin(first, last, text, people)
            end = places_unknown.land(seen, first, last)
            if end is not None and (entries or after_preposition(self.tokens, first)):
                base = tuple(e for e in entries if e.level in LANDS)
                return Name(first, end, seen.words(first, end), base, "place", seen.label(first), None, "district", 0.8)
            site = places_unknown.site(seen, first, last, entries)
            if site is not None:
                return self._division(site, last) or site
            if called is not None and last <= called.last:
                return called
            if not entries:
                continue
            if places_unknown.actors_name(seen, first, last):
                return Name(first, last, text, entries, "inner", seen.label(first), seen.longer(first, last))
            if places_trust.accept(seen, first, last, text, entries, shouting, listed):
                return self._place(first, last, "place", 1.0)
            if places_trust.weak(seen, first, last, text, entries, shouting):
                unsure = unsure or replace(self._place(first, last, "weak", 0.4), inside=None)
            elif unsure is None and places_trust.echo(seen, first, last, text, entries):
                unsure = self._place(first, last, "echo", 0.4)
        told = places_unknown.by_model(seen, first, seen.entity.get(first)) or unsure
        return told or (None if shouting else places_unknown.by_grammar(seen, first))

    def _place(self, first: int, last: int, kind: str, score: float) -> Name:
        seen, text = self.seen, self.seen.words(first, last)
        longer, noun = seen.longer(first, last), seen.called(first, last)
        return Name(first, last, text, self.known[text], kind, seen.label(first), longer, noun, score)

    def _division(self, site: Name, last: int) -> Name | None:
        """ "Kibirizi township" as the place Kibirizi, where that is a small place with land of its own."""
        stem = self.seen.words(site.first, last)
        base = self.known.get(stem, ())
        if site.noun not in W.ADMIN2 or not base or base[0].rank >= WELL_KNOWN or base[0].level not in LANDS:
            return None
        return replace(site, kind="place", entries=base, score=1.0, stem=stem)

    def _origin(self, first: int, last: int, text: str, code: str) -> Name:
        entries = tuple(
            e for e in gazetteer().places(countries()[code].name) if e.level == "country" and e.country == code
        )
        return Name(first, last, text, entries, "origin", "NORP", self.seen.longer(first, last))

    def again(self, names: list[Name]) -> list[Name]:
        """The names, and every other mention of those that no gazetteer has: what one sentence tells counts for all."""
        new: dict[str, list[Name]] = {}
        for name in names:
            if name.kind == "place" and not name.entries and name.score > UNSURE:
                new.setdefault(self.tokens[name.first].text, []).append(name)
        taken = {i for name in names if name.kind != "weak" and " " in name.text for i in (name.first, name.last)}
        found = {}
        for token in self.tokens if new else ():
            for name in new.get(token.text, ()):
                last = token.i + name.last - name.first
                if token.i in taken or last >= len(self.tokens) or self.seen.words(token.i, last) != name.text:
                    continue
                if self.seen.run(token.i) == last and token.text not in self.seen.lower:
                    label, longer = self.seen.label(token.i), self.seen.longer(token.i, last)
                    found[token.i] = replace(name, first=token.i, last=last, label=label, inside=longer)
        covered = {i for name in found.values() for i in range(name.first, name.last + 1)}
        kept = [name for name in names if not covered.intersection(range(name.first, name.last + 1))]
        return sorted([*kept, *found.values()], key=lambda name: (name.first, name.last))

    def _inside(self, names: list[Name], k: int) -> tuple[Entry, ...]:
        """The bearers of a weak name that lie in the country of the place which it is said to lie in."""
        said = places_within.container(self.tokens, names, k)
        if said is None or not names[said.index].entries:
            return ()
        return tuple(e for e in names[k].entries if e.country == names[said.index].entries[0].country)

    def agree(self, names: list[Name]) -> list[Name]:
        """Keep a weak name that is sure elsewhere in the report, or lies in a country that the sure names speak for."""
        sure = [name.entries[0].country for name in names if name.kind not in ("weak", "echo") and name.entries]
        counts = Counter(code for code in sure if code)
        focus = {code for code, count in counts.items() if count >= 2 and count >= 0.3 * len(sure)}
        known = {name.text.casefold() for name in names if name.kind == "place" and name.inside is None}
        kept = []
        for k, name in enumerate(names):
            if name.kind not in ("weak", "echo"):
                kept.append(name)
            elif name.text.casefold() in known:
                kept.append(replace(name, kind="place"))
            elif name.kind == "echo":
                continue
            elif inside := self._inside(names, k):
                kept.append(replace(name, kind="place", entries=inside))
            elif near := tuple(e for e in name.entries if e.country in focus and e.rank >= FOCUSED):
                kept.append(replace(name, kind="place", entries=near))
        return [self._respelled(name, focus) for name in kept]

    def _respelled(self, name: Name, focus: set[str]) -> Name:
        """A name that no gazetteer has as it is written, with the town of the report's countries that it can spell."""
        if name.kind != "place" or name.entries or name.noun in W.ADMIN2:
            return name
        found = tuple(e for code in sorted(focus) for e in gazetteer().spelled_otherwise(name.text, code))
        return replace(name, entries=found) if found else name
