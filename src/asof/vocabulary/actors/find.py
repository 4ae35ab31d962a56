"""From words to actors: `find("rebels in North Kivu")` answers who may be meant, and why.

Works on the words alone, without a parser: names and aliases of the registry, demonyms, places of the
gazetteer, nouns that denote people, dates of terms. A name before "of", "in", "to" … is who is meant, one
after them tells whose or where. Who held an office once and no longer does is of the former elite (ELI).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from ..places import gazetteer
from . import Alias, Entry, Registry, Term, fold, nouns, registry
from .describe import AFTER, GENERIC, TELLING, describe, singulars
from .words import ORGANISATION_WORDS, TITLES

FORMER = frozenset("former ex late retired deposed ousted erstwhile onetime disgraced".split())
# Of what a group is a kind, when it is asked for by such a word.
KIN: dict[str, frozenset[str]] = {
    "REB": frozenset({"REB", "PRM", "PRE"}), "UAF": frozenset({"REB", "CRM", "PRM"}),
    "PRM": frozenset({"PRM", "REB"}), "CRM": frozenset({"CRM"}), "OPP": frozenset({"OPP", "PTY"}),
    **{sector: frozenset({sector}) for sector in ("PTY", "JRN", "LAB", "SPY", "PRE", "NGO", "MIL", "COP", "LEG")},
}  # fmt: skip
ARMED = frozenset({"REB", "UAF", "PRM", "MIL", "CRM"})  # fighters of a named group are the group's
KNOWN_RANK = 4.0  # a place's rank from which one word alone names it: about 10,000 inhabitants


@dataclass(frozen=True, slots=True)
class Guess:
    """One actor that may be meant, how likely from 0 to 1, and why."""

    entry: Entry
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What the words tell: country and sector, each with its reason, and the actors that may be meant."""

    country: str | None
    sector: str | None
    guesses: tuple[Guess, ...]
    why: tuple[str, ...]


def find(phrase: str, moment: str | None = None, country: str | None = None, limit: int = 10) -> Found:
    """Who may be meant by the words, on this day (an ISO date; null: today), in a text about this country."""
    return _Search(phrase, moment, country).answer(limit)


class _Search:
    def __init__(self, phrase: str, moment: str | None, about: str | None) -> None:
        self.registry: Registry = registry()
        self.phrase = _bare(" ".join(fold(phrase).replace(" 's", "'s").split()))
        self.words = re.findall(r"[\w.&-]*\w|\w", self.phrase)
        self.lowered = [word.lower() for word in self.words]
        self.moment, self.about = moment, about
        self.former = bool(FORMER & set(self.lowered)) or "ex-" in self.phrase.lower()
        self.why: list[str] = []
        self.stop = next((m.start() for m in re.finditer(r"\w+", self.phrase) if m.start() and m[0] in AFTER), 999)

    def answer(self, limit: int) -> Found:
        named = self._named()
        described = describe(self._common_words(named))
        states = [(start, alias) for start, alias in named if alias.entry.kind == "state"]
        others = [(start, alias) for start, alias in named if alias.entry.kind != "state"]
        others = [(start, alias) for start, alias in others if not self._common(alias, states)]
        who = next((alias for start, alias in others if start < self.stop), None)
        whose = next((alias for start, alias in others if start > self.stop), None)
        country, sector = self._of_name(who, described.sector)
        if sector is None:
            sector = described.sector
            self.why += [described.why] if described.why else []
            if whose is not None and (described.head is None or described.head in GENERIC):
                sector = self._standing(whose.entry, None) or sector
        country = country or self._of_state(states) or self._of_owner(whose)
        place = self._place() if country is None else None
        if place is not None:
            country = place[1]
            self.why.append(f"{place[0]} lies in {country}")
        sector = sector or self._stands_for(states, place)
        if self.former and sector in ("GOV", "LEG", "JUD", "SPY", "MIL", "PTY"):
            self.why.append("no longer in office")
            sector = "ELI"
        if country is None and sector is not None and self.about is not None:
            country = self.about
            self.why.append("the text is about this country")
        shown = [alias for _, alias in (*others, *(states if not others else ()))]
        guesses = sorted(self._guesses(shown, country, sector, described.head), key=lambda g: (-g.score, g.entry.name))
        return Found(country, sector, tuple(guesses[:limit]), tuple(self.why))

    def _of_name(self, alias: Alias | None, described: str | None) -> tuple[str | None, str | None]:
        if alias is None:
            return None, None
        self.why.append(f"{alias.text!r} names {alias.entry.name}")
        follows = self.phrase[self.phrase.find(alias.text) + len(alias.text) :].split()
        person = next((f for word in follows[:1] for f in singulars(word.lower()) if f in nouns()), None)
        if alias.entry.kind != "person" and person is not None and nouns()[person].kind == "person":
            told = described not in ARMED and described != "CVL" and person not in GENERIC
            sector = described if told else alias.entry.sector
            return alias.entry.country or _beyond(alias.entry), sector  # "European Union legislators"
        return alias.entry.country or _beyond(alias.entry), self._standing(alias.entry, described)

    def _of_state(self, states: list[tuple[int, Alias]]) -> str | None:
        """The country of the state named first; before "of", "in" … if one is."""
        if not states:
            return None
        _, alias = min(states, key=lambda state: state[0])
        self.why.append(f"{alias.text!r} is {alias.use} of {alias.entry.name}")
        return alias.entry.country

    def _of_owner(self, alias: Alias | None) -> str | None:
        if alias is None:
            return None
        self.why.append(f"{alias.text!r} names {alias.entry.name}, whose it is")
        return alias.entry.country or _beyond(alias.entry)

    def _stands_for(self, states: list[tuple[int, Alias]], place: tuple[str, str] | None) -> str | None:
        """What a name alone stands for: a capital for its government, another place for those who live there."""
        plain = re.sub(r"^(the|a|an) ", "", self.phrase, flags=re.IGNORECASE).lower()
        if any(alias.use == "metonym" and alias.text.lower().removeprefix("the ") == plain for _, alias in states):
            self.why.append("the seat of power stands for those who hold it")
            return "GOV"
        return "CVL" if place is not None and place[0].lower() == plain else None

    def _common_words(self, named: list[tuple[int, Alias]]) -> list[str]:
        """The words in lower case without those of a state's name: "United States" tells nothing of states."""
        words = self.phrase
        for start, alias in named:
            if alias.entry.kind == "state" and " " in alias.text:
                words = words[:start] + " " * len(alias.text) + words[start + len(alias.text) :]
        return [word.lower() for word in re.findall(r"[\w.&-]*\w|\w", words)]

    # ── names ────────────────────────────────────────────────────────────────────────────────────

    def _named(self) -> list[tuple[int, Alias]]:
        """Names of the registry in the words and where they begin, the longest first."""
        found: list[tuple[int, Alias]] = []
        covered: set[int] = set()
        for alias, start in sorted(self._matches(), key=lambda m: (-len(m[0].text), m[1])):
            span = set(range(start, start + len(alias.text)))
            if not span & covered:
                covered |= span
                found.append((start, alias))
        if not any(alias.entry.kind != "state" for _, alias in found):
            other = self._by_surname() or self._spelled() or (None if found else self._spelled_whole())
            if other is not None:
                found.insert(0, (0, other))
        return found

    def _matches(self) -> Iterator[tuple[Alias, int]]:
        lowered = self.phrase.lower()
        capitals = self.phrase.isupper() or self.phrase.islower()
        for match in re.finditer(r"\w+", lowered):
            for alias in _lowered(self.registry.aliases).get(match.group(), ()):
                text, start = alias.text.lower(), match.start()
                end = start + len(text)
                whole = lowered.startswith(text, start) and not lowered[end : end + 1].isalnum()
                exact = self.phrase.startswith(alias.text, start)
                if whole and (exact or (len(text) > 3 and (capitals or " " in text))):
                    yield alias, start

    def _common(self, alias: Alias, states: list[tuple[int, Alias]]) -> bool:
        """Whether the words are common ones, borne by bodies of many countries: "the Senate" without a country."""
        words = [word for word in alias.text.lower().split() if word not in ("of", "the", "and")]
        known = nouns()
        if len(words) > 2 and alias.text.lower() == re.sub("^the ", "", self.phrase.lower()):
            return False
        common = [w in known or (len(words) > 1 and (w in ORGANISATION_WORDS or w in TELLING)) for w in words]
        plain = all(common)
        countries = {state.entry.country for _, state in states} | ({self.about} if self.about else set())
        return plain and alias.entry.country is not None and alias.entry.country not in countries

    def _by_surname(self) -> Alias | None:
        for word in self.words:
            people = {term.person.id: term for term in self.registry.surnames.get(word.lower(), ())}
            if not word[0].isupper() or not people or not (len(self.words) == 1 or self._titled(word)):
                continue
            if len(people) > 1:
                held = {key: term for key, term in people.items() if self._in_office(term.person) is not None}
                people = held or people
            if len(people) == 1:
                return Alias(word, next(iter(people.values())).person)
        return None

    def _titled(self, surname: str) -> bool:
        """Whether the other words are a title, so that the surname is no other person's: "President Museveni"."""
        rest = [word.lower() for word in self.words if word != surname]
        return all(word in nouns() or word in FORMER or word in TITLES or word in self.registry.demonyms
                   or word in ("vice", "prime", "foreign", "deputy", "the") for word in rest)  # fmt: skip

    def _spelled(self) -> Alias | None:
        """A person whose name is spelled nearly so: both the first and the last word alike."""
        names = [word for word in self.words if word[0].isupper() and word.lower() not in TITLES]
        if len(names) < 2:
            return None
        for surname in get_close_matches(names[-1].lower(), self.registry.surnames, n=3, cutoff=0.85):
            for term in self.registry.surnames[surname]:
                first = fold(term.person.name).split()[0].lower()
                if SequenceMatcher(None, first, names[0].lower()).ratio() >= 0.85:
                    return Alias(" ".join(names), term.person)
        return None

    def _spelled_whole(self) -> Alias | None:
        """An organisation whose long name is spelled nearly so: names brought into English in several ways."""
        if len(self.words) < 2 or not all(word[0].isupper() or word.lower() in AFTER for word in self.words):
            return None
        names = {text: alias for alias in self.registry.aliases
                 if len(text := fold(alias.text).lower()) > 9 and alias.entry.kind == "organisation"}  # fmt: skip
        found = get_close_matches(self.phrase.lower(), names, n=1, cutoff=0.85)
        return names[found[0]] if found else None

    def _standing(self, entry: Entry, described: str | None) -> str | None:
        """The sector of a named actor on the day: by the office held then, a movement's by whether it rules."""
        terms = [term for term in self.registry.terms if term.person.id == entry.id]
        if entry.kind != "person":
            held = self._in_office(entry)
            sector = held.sector if held is not None else entry.sector
            return described if sector in ("IGO", "UNO") and described not in ("NGO", "LAB", None) else sector
        held = self._in_office(entry)
        if held is not None:
            self.why.append(f"{held.office or 'so coded'} since {held.start}")
            return held.sector
        if described is not None and not self.former:
            return described
        before = [term for term in terms if self.moment is None or term.start <= self.moment]
        return "ELI" if before else described or entry.sector

    def _in_office(self, entry: Entry) -> Term | None:
        """The term that somebody serves on the day, today where no day is given."""
        terms = [term for term in self.registry.terms if term.person.id == entry.id]
        if self.moment is None:
            return next((term for term in reversed(terms) if term.end is None), None)
        return next((term for term in terms if term.covers(self.moment)), None)

    # ── places ───────────────────────────────────────────────────────────────────────────────────

    def _place(self) -> tuple[str, str] | None:
        """A place that a whole run of capitalised words names, and its country; one after "in" first."""
        runs = list(self._runs())
        entries = gazetteer().look_up(run for run, _ in runs)
        best: tuple[tuple[bool, float], str, str] | None = None
        for run, after in runs:
            for entry in entries[run]:
                known = KNOWN_RANK + 1 if not entry.primary else KNOWN_RANK if " " not in run else 0
                if entry.country is None or (entry.rank < known and not after):
                    continue
                rank = (entry.country == self.about, entry.rank)
                if best is None or rank > best[0]:
                    best = (rank, run, entry.country)
        return (best[1], best[2]) if best is not None else None

    def _runs(self) -> Iterator[tuple[str, bool]]:
        """Runs of capitalised words without titles and nouns at their edges, and whether "in" … stands before."""
        for match in re.finditer(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*)*", self.phrase):
            words = match.group().split()
            while words and self._generic(words[-1]):
                words.pop()
            while words and self._generic(words[0]):
                words.pop(0)
            before = self.phrase[: match.start()].split()
            if words:
                yield " ".join(words), bool(before) and before[-1] in AFTER

    def _generic(self, word: str) -> bool:
        lowered = word.lower()
        forms = singulars(lowered)
        return (lowered in TITLES or lowered in ORGANISATION_WORDS or lowered in ("high", "self")
                or any(form in nouns() or form in TELLING for form in forms))  # fmt: skip

    # ── guesses ──────────────────────────────────────────────────────────────────────────────────

    def _guesses(
        self, named: list[Alias], country: str | None, sector: str | None, head: str | None
    ) -> Iterator[Guess]:  # fmt: skip
        seen: set[str] = set()
        alone = head is None
        for alias in named:
            if alias.entry.id not in seen and (alias.entry.kind != "state" or alone):
                seen.add(alias.entry.id)
                yield Guess(alias.entry, 1.0, (f"called {alias.text!r}",))
        if head is not None and country is not None and not self.former:
            for term in self.registry.incumbents(country, (self._office(head),), self.moment or "9999"):
                if term.person.id not in seen:
                    seen.add(term.person.id)
                    yield Guess(term.person, 0.9, (f"{term.office} of {country} since {term.start}",))
        kin = KIN.get(sector or "", frozenset())
        if kin and country and not seen:
            yield from self._kin(kin, country, sector or "")
        elif not seen and not kin:
            yield from self._alike()

    def _kin(self, kin: frozenset[str], country: str, sector: str) -> Iterator[Guess]:
        """Groups of the country of this kind; those of the region that the words name are likelier."""
        where = self.phrase.lower()
        for entry in self.registry.entries.values():
            if entry.country != country or entry.sector not in kin or entry.kind == "person":
                continue
            why = [f"{entry.sector} of {country}"]
            score = 0.5 if entry.sector == sector else 0.4
            region = next((r for r in entry.regions if fold(r).lower() in where), None)
            if region is not None:
                score += 0.3
                why.append(f"active in {region}")
            if entry.years and not _active(entry.years, self.moment):
                score -= 0.3
                why.append(f"existed {entry.years}")
            yield Guess(entry, round(score, 2), tuple(why))

    def _office(self, head: str) -> str:
        written = " ".join(self.lowered).replace("defense", "defence")
        for office in ("prime minister", "foreign minister", "defence minister", "interior minister", "vice president"):
            if office in written:
                return office
        return {"premier": "prime minister", "chancellor": "prime minister"}.get(head, head)

    def _alike(self) -> Iterator[Guess]:
        """Names spelled nearly so, where nothing else is known."""
        names = {fold(alias.text).lower(): alias for alias in self.registry.aliases if len(alias.text) > 4}
        entries = {names[text].entry.id: names[text] for text in
                   get_close_matches(self.phrase.lower(), names, n=5, cutoff=0.8)}  # fmt: skip
        for alias in entries.values():
            yield Guess(alias.entry, 0.3, (f"spelled like {alias.text!r}",))


def _bare(text: str) -> str:
    """The text without possessive endings."""
    return re.sub(r"'s?(?=\s|$)", "", text)


def _beyond(entry: Entry) -> str | None:
    """What stands for the country of a body of no country."""
    if entry.sector == "IGO" and entry.name.startswith(("European", "EU ")):
        return "EUR"
    return entry.sector if entry.sector in ("IGO", "UNO") else None


def _active(years: str, moment: str | None) -> bool:
    start, _, end = years.partition("-")
    year = (moment or "9999")[:4]
    return start <= year and (not end or year <= end)


def _lowered(aliases: tuple[Alias, ...]) -> dict[str, tuple[Alias, ...]]:
    """Names by their first word in lower case, kept for the registry that was asked last."""
    if _kept.get("of") is not aliases:
        _kept.update(of=aliases, names=_by_first_word(aliases))
    names: dict[str, tuple[Alias, ...]] = _kept["names"]
    return names


_kept: dict[str, Any] = {}


def _by_first_word(aliases: tuple[Alias, ...]) -> dict[str, tuple[Alias, ...]]:
    found: dict[str, list[Alias]] = {}
    for alias in aliases:
        text = _bare(fold(alias.text))
        first = re.search(r"\w+", text)
        if first is not None:
            found.setdefault(first.group().lower(), []).append(Alias(text, alias.entry, alias.use))
    return {word: tuple(group) for word, group in found.items()}
