"""The types of the registry: who is known (`Entry`), by which words (`Alias`), who held which office when (`Term`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ...model import ActorKind
from .folding import slug

# PLOVER's sectors, and what stands for a country where an actor has none.
SECTORS = frozenset(
    """COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC
    NGO IGO UNO""".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One known actor. `id` is stable: the kind of table and the name as a slug.

    `years`: founded and ended ("2012-", "1964-2016"); `regions`: where in its country it is active; `code`:
    what another dictionary calls it (CAMEO's "USAGOV"); `members`: ids of a coalition's members.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    gender: str | None = None
    years: str | None = None
    regions: tuple[str, ...] = ()
    wikidata: str | None = None
    code: str | None = None
    members: tuple[str, ...] = ()


class Alias(NamedTuple):  # not a dataclass: thousands are made at load
    """Words that name an entry. `use`: its `name`, the adjective (`origin`) or a seat of power (`metonym`)."""

    text: str
    entry: Entry
    use: str = "name"


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office, as precise as known (`2024`, `2024-05`); `end` null while in office.

    `certain` is false where the start or the end is not known for sure. `code` as in `Entry`.
    """

    person: Entry
    country: str | None
    office: str
    start: str
    end: str | None
    certain: bool
    sector: str | None = "GOV"
    code: str | None = None

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
        if noun == "government":
            return self.government
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


@dataclass(frozen=True, slots=True)
class Registry:
    """Everything that names are looked up in."""

    states: dict[str, State]
    terms: tuple[Term, ...]
    index: dict[str, tuple[Alias, ...]]  # by first word, longest alias first
    demonyms: dict[str, str]  # lower case → ISO 3166 alpha-3
    surnames: dict[str, tuple[Term, ...]]  # last word of the name, folded, lower case
    entries: dict[str, Entry]  # by id; people and organisations, and states
    aliases: tuple[Alias, ...] = ()

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
