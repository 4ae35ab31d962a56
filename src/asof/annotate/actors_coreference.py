"""Who is meant: names of one bearer, nominals and pronouns brought together to referents.

Three passes. Names of one bearer are joined over the whole report; appositions, titles and acronyms
tell their roles; then one walk in the order of the text resolves nominals (`actors_nominal_meaning.py`)
and pronouns (`actors_pronouns.py`). Linking across reports is not done here.
"""

from __future__ import annotations

from ..reading import Reading
from ..vocabulary.actors import Entry, nouns, registry
from . import actors_belonging, actors_bodies, actors_nominal_meaning, actors_pronouns, actors_sides
from .actors_bodies import FIELDS, countries_by_weight
from .actors_candidates import Candidate
from .actors_likeness import bare, fits, same_body, same_person
from .actors_names import Names
from .actors_nominals import country_of, title_before, titles_before
from .actors_phrases import words_of
from .actors_referents import Referent, of_candidate, of_entry

# Names that many countries' bodies bear: the registry's one is meant only where its country is spoken of.
COMMON_NAMES = frozenset({
    "org:us-congress", "org:us-senate", "org:us-house-of-representatives", "org:us-supreme-court",
    "org:us-department-of-justice", "org:us-department-of-defense", "org:us-central-command", "org:labour-party",
    "org:conservative-party", "org:democratic-party", "org:republican-party", "org:secret-service",
    "org:state-emergency-service-of-ukraine", "org:sovereignty-council", "org:house-of-lords",
})  # fmt: skip
HOUSES = frozenset({"senate", "congress", "parliament"})


class Linker:
    """The referents of one reading, and the walk that fills them."""

    def __init__(self, reading: Reading, candidates: list[Candidate], names: Names) -> None:
        country_at = names.country_at
        self.reading = reading
        self.country_at = country_at
        self.roles = names.roles
        self.candidates = candidates
        self.by_head = {c.head.i: c for c in candidates}
        self.starts: dict[int, list[Candidate]] = {}  # names by their first token
        for candidate in candidates:
            if candidate.form == "name":
                self.starts.setdefault(candidate.first - _titled(candidate, reading), []).append(candidate)
        self.referents: list[Referent] = []
        self.quoted = actors_pronouns.quote_marks(reading)
        self.meaning: dict[int, Referent] = {}  # id of candidate → referent
        self.derived: dict[str, Referent] = {}  # registry id → referent
        self.introduced: list[tuple[Candidate, Referent]] = []  # appositions: "Esther Moyo, the lawyer"
        self.issuer: list[Referent | None] = []  # who puts the report out, once somebody asks
        self.passed: dict[int, Referent] = {}  # brought up so far, the latest last
        self.countries = frozenset({*country_at.values(), *(c.country for c in candidates if c.country), "UNO", "EUR"})
        self.weights = countries_by_weight(reading, candidates, country_at)
        self.country = max(self.weights, key=lambda c: self.weights[c]) if self.weights else None
        self.internal = any(
            c.sector == "REB" and c.country in (None, self.country) and c.use == "name" for c in candidates
        )

    def link(self) -> list[Referent]:
        """All referents, in the order in which the report brings them up."""
        names = [c for c in self.candidates if c.form == "name"]
        people: list[Referent] = []
        for candidate in sorted(names, key=lambda c: (-len(c.words), c.first)):
            if candidate.kind == "person":
                self._name_person(candidate, people)
        for candidate in names:
            if candidate.kind != "person":
                self._name_body(candidate)
        for referent in people:
            self._known_surname(referent)
        for candidate in names:
            self._roles(candidate)
        for position, candidate in enumerate(self.candidates):
            if candidate.form == "nominal":
                if id(candidate) not in self.meaning:
                    actors_nominal_meaning.resolve(self, candidate)
            elif candidate.form == "pronoun":
                found = actors_pronouns.resolve(self, candidate, position)
                if found is not None:
                    self.assign(candidate, found)
            self._pass(candidate)
        actors_belonging.link(self)
        actors_sides.divide(self)
        return self.referents

    def _pass(self, candidate: Candidate) -> None:
        referent = self.meaning.get(id(candidate))
        if referent is not None:
            self.passed.pop(id(referent), None)
            self.passed[id(referent)] = referent

    def recent(self) -> list[Referent]:
        """Referents that the text has brought up so far, the latest first."""
        return list(reversed(self.passed.values()))

    def of(self, candidate: Candidate) -> Referent | None:
        """The referent of a candidate that is resolved already."""
        return self.meaning.get(id(candidate))

    def assign(self, candidate: Candidate, referent: Referent) -> Referent:
        """Let the candidate mean this referent."""
        if not referent.members:
            self.referents.append(referent)
        referent.add(candidate)
        self.meaning[id(candidate)] = referent
        return referent

    def new(self, candidate: Candidate) -> Referent:
        """Let the candidate mean one that the report has not brought up before."""
        made = of_candidate(candidate)
        self.referents.append(made)
        self.meaning[id(candidate)] = made
        return made

    def entry(self, entry: Entry) -> Referent:
        """The referent of a registry entry, made on first use."""
        found = self.derived.get(entry.id)
        if found is None:
            found = self.derived[entry.id] = of_entry(entry)
        return found

    # ── names ────────────────────────────────────────────────────────────────────────────────────

    def _name_person(self, candidate: Candidate, people: list[Referent]) -> None:
        matching = [r for r in people if any(same_person(candidate.words, w) for w in r.names)]
        if candidate.gender:
            matching = [r for r in matching if r.gender in (None, candidate.gender)]
        if not matching:
            made = self.new(candidate)
            if candidate.entry:
                self.derived[candidate.entry.id] = made
            people.append(made)
            return
        before = [r for r in matching if r.members[0].first <= candidate.first]
        found = max(before or matching, key=lambda r: (last_before(r, candidate.first), -r.members[0].first))
        self.assign(candidate, found)
        found.entry = found.entry or candidate.entry

    def _known_surname(self, referent: Referent) -> None:
        """An office holder whom the report calls by the surname alone: "Putin"."""
        if referent.entry is not None or any(len(words) > 1 for words in referent.names):
            return
        moment = self.reading.moment(referent.members[0].head.start)
        referent.entry = registry().by_surname(bare(referent.names[0][-1]), moment, self.countries)
        if referent.entry is not None:
            self.derived.setdefault(referent.entry.id, referent)
            made = of_entry(referent.entry)
            referent.gender, referent.country = referent.gender or made.gender, made.country
            referent.sector = referent.sector or made.sector

    def _name_body(self, candidate: Candidate) -> None:
        entry = candidate.entry
        if entry is None:
            self._unknown_body(candidate)
            return
        if entry.id in COMMON_NAMES and "pentagon" not in candidate.words and not self._about(entry.country):
            house = candidate.words[-1]
            if self.country in registry().states and house in HOUSES and len(candidate.words) == 1:
                self.assign(candidate, self.entry(registry().states[self.country].institution(house.title(), "LEG")))
                return
            candidate.name = words_of(self.reading, candidate.first, candidate.last)
            candidate.entry, candidate.country = None, self.country
            self._unknown_body(candidate)
            return
        if entry.kind == "state" and self.internal and entry.country == self.country and entry.country:
            state = registry().states[entry.country]
            entry = state.body("army", "MIL") if candidate.use == "deed" else state.government
        referent = self.assign(candidate, self.entry(entry))
        referent.roles.update((candidate.words[-1], candidate.words[-1].removesuffix("s")))

    def _about(self, country: str | None) -> bool:
        """Whether the report is about this country too, so that a common name may be one of its bodies."""
        most = self.weights[self.country] if self.country is not None else 0
        return country is not None and self.weights[country] * 3 >= most and country in self.countries

    def _unknown_body(self, candidate: Candidate) -> None:
        words = tuple(w for w in candidate.words if w not in ("the", "'s", "’s"))
        if words[0] in ("ministry", "department") and len(words) > 2:
            field = " ".join(words[2:]).split(" of ")[0]
            field = FIELDS.get(field, field if words[0] == "ministry" else "")
            country = country_of(candidate.head, self.country_at) or self.country
            if country and field:
                self.assign(candidate, self.entry(registry().states[country].ministry(field)))
                return
        if words == ("ombudsman", "office") and (found := actors_bodies.ombudsman(self, self.country)) is not None:
            self.assign(candidate, found)
            return
        for referent in self.referents:
            if referent.kind != "person" and any(same_body(words, w) for w in referent.names):
                self.assign(candidate, referent)
                return
        made = self.new(candidate)
        made.roles.add(words[-1].removesuffix("s"))
        made.roles.add(words[-1])

    def _standing(self, candidate: Candidate, referent: Referent) -> None:
        """Sector and country that a title tells: "Sudanese Foreign Minister"."""
        if referent.entry is not None:
            return
        for word in (candidate.title or referent.title or "").lower().split():
            if word in nouns() and referent.sector is None:
                referent.sector = nouns()[word].sector
        if referent.country is None and (candidate.title or referent.title):
            beside = [c.i for c in candidate.head.children if c.i < candidate.first] + [candidate.first - 1]
            referent.country = next((self.country_at[i] for i in beside if i in self.country_at), None)

    def _roles(self, candidate: Candidate) -> None:
        """What stands beside a name tells its roles: titles, appositions, "X is a Y"."""
        referent = self.meaning[id(candidate)]
        for token in titles_before(candidate):
            referent.roles.update((token.lemma.lower(), token.lower))
        if candidate.kind == "person" and candidate.title is None and referent.title is None:
            referent.title = title_before(candidate, self.reading) or None
        if candidate.kind == "person":
            self._standing(candidate, referent)
        if candidate.title and candidate.kind == "person":
            referent.roles.update(candidate.title.lower().split())
            referent.roles.add(candidate.title.lower())
        head = candidate.head
        partners = [c for c in head.children if c.dep == "appos"]
        if head.dep == "appos":
            partners.append(head.head)
        for partner in partners:
            other = self.by_head.get(partner.i)
            if other is None or other.form != "nominal" or id(other) in self.meaning:
                continue
            if fits(other, referent):
                self.assign(other, referent)
                self.introduced.append((other, referent))
                if candidate.kind == "person":
                    referent.title = referent.title or other.name


def _titled(name: Candidate, reading: Reading) -> int:
    """How many tokens the titles right before a name take."""
    before = title_before(name, reading) if name.title is None else name.title
    return len(before.replace(".", " . ").replace("-", " - ").split()) if name.kind == "person" and before else 0


def last_before(referent: Referent, first: int) -> int:
    """Where the referent's last mention before this token begins; -1 without one."""
    return max((m.first for m in referent.members if m.first < first), default=-1)
