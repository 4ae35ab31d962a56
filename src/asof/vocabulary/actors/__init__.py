"""Who is who: states, organisations, armed groups, office holders, and the nouns that denote people.

Plain tables beside this file, loaded once when first asked for. Derives government, army, police and
ministries from a state by rule. Does not decide which of two readings of a name a report means.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ...model import ActorKind

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Entry:
    """One known actor. `id` is stable: the kind of table and the name as a slug."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    gender: str | None = None


class Alias(NamedTuple):  # not a dataclass: thousands are made at load
    """Words that name an entry. `use`: its `name`, the adjective (`origin`) or a seat of power (`metonym`)."""

    text: str
    entry: Entry
    use: str = "name"


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office, months as `2024-05`; `end` null while in office."""

    person: Entry
    country: str
    office: str
    start: str
    end: str | None
    certain: bool

    def covers(self, moment: str) -> bool:
        """Whether the office was held at this moment (an ISO date, compared as far as both go)."""
        return self.start <= moment[: len(self.start)] and (self.end is None or moment[: len(self.end)] <= self.end)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that denotes people: PLOVER sector, whether one person or a body of them, gender if it tells."""

    lemma: str
    sector: str
    kind: ActorKind
    gender: str | None


@dataclass(frozen=True, slots=True)
class State:
    """A state with the words that derived names are made of ("Sudanese army", "Government of Sudan")."""

    entry: Entry
    adjective: str
    own: dict[str, str] = field(default_factory=dict)  # names of bodies that are not called by the rule

    @property
    def government(self) -> Entry:
        return self._body("government", f"Government of {self.article}{self.entry.name}", "GOV")

    @property
    def article(self) -> str:
        return "the " if self.entry.name in WITH_ARTICLE else ""

    def body(self, noun: str, sector: str) -> Entry:
        """The state's own army, police, parliament …: "Sudanese army"."""
        if noun == "junta" and self.own.get("junta", "") == self.own.get("army"):
            noun = "army"  # where the army itself rules
        return self._body(noun, self.own.get(noun, f"{self.adjective} {noun}"), sector)

    def institution(self, called: str, sector: str) -> Entry:
        """A body that every state has under this name: "Presidency of Nigeria"."""
        return self._body(called, f"{called} of {self.article}{self.entry.name}", sector)

    def ministry(self, matter: str) -> Entry:
        """A ministry of the state: "Ministry of Foreign Affairs of Sudan"."""
        called = matter.title()
        if matter == "interior":
            called = next((name for name, states in INTERIORS.items() if self.entry.country in states), called)
        name = f"Ministry of {called} of {self.article}{self.entry.name}"
        return self._body(f"ministry-{slug(matter)}", name, "MIL" if matter.startswith("defen") else "GOV")

    def _body(self, key: str, name: str, sector: str) -> Entry:
        country = self.entry.country
        return Entry(f"state:{country}/{slug(key)}", name, "organisation", country, sector)


# What the ministry of the interior is called where it bears another name.
INTERIORS = {
    "Internal Affairs": frozenset("ARM AZE BLR GEO KAZ KGZ MDA ROU RUS SRB TJK TKM UGA UKR UZB".split()),
    "Home Affairs": frozenset("BGD IND MMR MYS SGP ZAF".split()),
}  # fmt: skip
WITH_ARTICLE = frozenset({
    "United States", "United Kingdom", "Netherlands", "Philippines", "Central African Republic", "Maldives", "Bahamas",
    "Czech Republic", "Dominican Republic", "United Arab Emirates", "Gambia", "Republic of the Congo", "Holy See",
})  # fmt: skip


def fold(text: str) -> str:
    """The text with typographic apostrophes, dashes and accents made plain, same length as before."""
    if text.isascii():
        return text
    return text.translate(_FOLDED)


def _folded() -> dict[int, str]:
    table = {ord(c): "'" for c in "’‘ʼ`´"} | {ord(c): "-" for c in "‐‑–—"}
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base
    return table | {ord("ı"): "i", ord("ø"): "o", ord("Ø"): "O", ord("ł"): "l", ord("Ł"): "L", ord("đ"): "d"}


_FOLDED = _folded()


def slug(text: str) -> str:
    """Lower-case words joined by hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(text).lower()).split())


def first_word(text: str) -> str:
    """The leading run of letters and digits, by which names are indexed."""
    for i, c in enumerate(text):
        if not c.isalnum():
            return text[:i]
    return text


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of this folder, without its head, cells padded to the head's number."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8") as file:
        width = len(next(file).rstrip("\n").split("\t"))
        for line in file:
            cells = line.rstrip("\n").split("\t")
            yield cells + [""] * (width - len(cells))


@dataclass(frozen=True, slots=True)
class Registry:
    """Everything that names are looked up in."""

    states: dict[str, State]
    terms: tuple[Term, ...]
    index: dict[str, tuple[Alias, ...]]  # by first word, longest alias first
    demonyms: dict[str, str]  # lower case → ISO 3166 alpha-3
    surnames: dict[str, tuple[Term, ...]]  # last word of the name, folded, lower case

    def incumbents(self, country: str, offices: tuple[str, ...], moment: str | None) -> list[Term]:
        """Who held one of these offices at the moment; nothing without a moment."""
        if moment is None:
            return []
        return [
            t for t in self.terms if t.certain and t.country == country and t.office in offices and t.covers(moment)
        ]

    def by_surname(self, surname: str, moment: str | None, countries: frozenset[str]) -> Entry | None:
        """The one office holder of these countries who is called so: in office at the moment, or the only one."""
        people = {t.person.id: t for t in self.surnames.get(surname, ()) if t.country in countries}
        if len(people) > 1 and moment is not None:
            people = {t.person.id: t for t in self.surnames[surname] if t.person.id in people and t.covers(moment)}
        return next(iter(people.values())).person if len(people) == 1 else None


@lru_cache(maxsize=1)
def registry() -> Registry:
    """The registry, loaded once."""
    states: dict[str, State] = {}
    aliases: list[Alias] = []
    demonyms: dict[str, str] = {}
    for iso3, name, others, adjectives, seats in rows("states"):
        entry = Entry(f"state:{iso3}", name, "state", iso3, "GOV")
        origins = _cells(adjectives)
        states[iso3] = State(entry, origins[0] if origins else name)
        aliases += [Alias(text, entry) for text in dict.fromkeys([name, *_cells(others)])]
        aliases += [Alias(text, entry, "origin") for text in origins if text != name]
        aliases += [Alias(text, entry, "metonym") for text in _cells(seats)]
        for text in origins:
            demonyms.setdefault(fold(text).lower(), iso3)
    for table, prefix in (("organisations", "org"), ("armed_groups", "group")):
        for name, others, country, sector in rows(table):
            if name.startswith("="):  # a body that the state has by rule, under the name after the colon
                noun, _, name = name[1:].partition(":")
                states[country].own[noun] = name
                entry = states[country].body(noun, sector)
            else:
                entry = Entry(f"{prefix}:{slug(name)}", name, "organisation", country or None, sector)
            for text in dict.fromkeys([name, *_cells(others)]):
                aliases.append(Alias(text[1:], entry, "metonym") if text.startswith("@") else Alias(text, entry))
    terms = tuple(_terms(states))
    people = {term.person.id: term.person for term in terms}
    aliases += [Alias(person.name, person) for person in people.values()]
    surnames: dict[str, tuple[Term, ...]] = {}
    for term in terms:
        surname = fold(term.person.name).lower().split()[-1]
        surnames[surname] = (*surnames.get(surname, ()), term)
    return Registry(states, terms, _index(aliases), demonyms, surnames)


def _cells(text: str) -> list[str]:
    return text.split("|") if text else []


def _terms(states: dict[str, State]) -> Iterator[Term]:
    people: dict[str, Entry] = {}
    for country, office, name, gender, start, end, sure in rows("office_holders"):
        key = f"person:{slug(name)}"
        own = country if country in states else None  # an organisation's head has no country
        person = people.setdefault(key, Entry(key, name, "person", own, "GOV" if own else "IGO", gender or None))
        yield Term(person, country, office, start, end or None, sure != "?")


def _index(aliases: list[Alias]) -> dict[str, tuple[Alias, ...]]:
    found: dict[str, list[Alias]] = {}
    for alias in aliases:
        text = fold(alias.text)
        found.setdefault(first_word(text), []).append(Alias(text, alias.entry, alias.use))
    return {word: tuple(sorted(group, key=lambda a: -len(a.text))) for word, group in found.items()}


@lru_cache(maxsize=1)
def nouns() -> dict[str, Noun]:
    """Nouns that denote people, by lemma (of several words: joined by a space)."""
    found: dict[str, Noun] = {}
    for sector, kind, gender, words in rows("nouns"):
        for lemma in _cells(words):
            found.setdefault(lemma, Noun(lemma, sector, "person" if kind == "person" else "group", gender or None))
    return found
