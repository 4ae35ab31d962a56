"""Who is meant: names of one bearer, nominals and pronouns brought together to referents.

Three passes. Names of one bearer are joined over the whole report; appositions, titles and acronyms
tell their roles; then one walk in the order of the text resolves nominals and, through
`actors_pronouns.py`, pronouns. Linking across reports is not done here.
"""

from __future__ import annotations

from collections import Counter

from ..reading import Reading, Token
from ..vocabulary.actors import Entry, nouns, registry
from . import actors_belonging, actors_pronouns
from .actors_candidates import Candidate
from .actors_nominals import title_before, titles_before
from .actors_referents import Referent, of_candidate, of_entry

# Nouns that stand for a group by its nature, whatever it is called.
HYPERNYMS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("rebel", "militia", "insurgent", "movement", "paramilitary", "militant", "fighter", "rebellion",
                     "guerrilla", "jihadist", "separatist", "insurgency"),
                    frozenset({"REB", "PRE", "CRM"})),
    **dict.fromkeys(("group", "faction", "outfit"), frozenset({"REB", "NGO", "OPP", "PRE", "CRM", "PTY", "UNK"})),
    **dict.fromkeys(("charity", "ngo"), frozenset({"NGO", "MED", "REL"})),
    **dict.fromkeys(("organisation", "organization", "agency", "body", "network", "committee"),
                    frozenset({"NGO", "IGO", "UNO", "MED", "GOV", "LAB"})),
    **dict.fromkeys(("bloc", "alliance"), frozenset({"IGO"})),
    **dict.fromkeys(("company", "firm", "bank", "airline"), frozenset({"BUS"})),
    **dict.fromkeys(("newspaper", "broadcaster", "channel", "agency", "outlet"), frozenset({"JRN"})),
    **dict.fromkeys(("party",), frozenset({"PTY"})),
    **dict.fromkeys(("gang", "cartel"), frozenset({"CRM"})),
    **dict.fromkeys(("council",), frozenset({"UNO", "IGO"})),
}  # fmt: skip
# Bodies that each state has one of: noun → (the derived actor's noun, sector).
BODIES: dict[str, tuple[str, str]] = {
    "army": ("army", "MIL"), "military": ("army", "MIL"), "armed force": ("army", "MIL"),
    "navy": ("navy", "MIL"), "air force": ("air force", "MIL"), "police": ("police", "COP"),
    "parliament": ("parliament", "LEG"), "junta": ("junta", "MIL"), "coast guard": ("coast guard", "COP"),
}  # fmt: skip
FIELDS = {
    "foreign": "foreign affairs", "foreign affairs": "foreign affairs", "defence": "defence", "defense": "defence",
    "interior": "interior", "health": "health", "finance": "finance", "justice": "justice", "energy": "energy",
    "education": "education", "communication": "communication", "information": "information",
    "agriculture": "agriculture", "economy": "economy", "transport": "transport", "trade": "trade",
    "home": "interior", "culture": "culture", "environment": "environment", "labour": "labour", "oil": "oil",
}  # fmt: skip
OFFICES: dict[str, tuple[str, ...]] = {
    "president": ("president",), "prime minister": ("prime minister",), "premier": ("prime minister",),
    "chancellor": ("prime minister",), "leader": ("leader", "president", "prime minister"),
    "foreign minister": ("foreign minister",), "defence minister": ("defence minister",),
    "defense minister": ("defence minister",), "secretary of state": ("foreign minister",),
    "king": ("king",), "vice president": ("vice president",), "supreme leader": ("leader",),
}  # fmt: skip


class Linker:
    """The referents of one reading, and the walk that fills them."""

    def __init__(self, reading: Reading, candidates: list[Candidate], country_at: dict[int, str]) -> None:
        self.reading = reading
        self.country_at = country_at
        self.candidates = candidates
        self.by_head = {c.head.i: c for c in candidates}
        self.referents: list[Referent] = []
        self.quoted = actors_pronouns.quote_marks(reading)
        self.meaning: dict[int, Referent] = {}  # id of candidate → referent
        self.derived: dict[str, Referent] = {}  # registry id → referent
        self.countries = frozenset({*country_at.values(), *(c.country for c in candidates if c.country), "UNO", "EUR"})
        self.country = main_country(reading, candidates, country_at)
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
                    self._resolve_nominal(candidate)
            elif candidate.form == "pronoun":
                found = actors_pronouns.resolve(self, candidate, position)
                if found is not None:
                    self._assign(candidate, found)
        actors_belonging.link(self)
        return self.referents

    def of(self, candidate: Candidate) -> Referent | None:
        return self.meaning.get(id(candidate))

    def _assign(self, candidate: Candidate, referent: Referent) -> Referent:
        if not referent.members and referent not in self.referents:
            self.referents.append(referent)
        referent.add(candidate)
        self.meaning[id(candidate)] = referent
        return referent

    def _new(self, candidate: Candidate) -> Referent:
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
            made = self._new(candidate)
            if candidate.entry:
                self.derived[candidate.entry.id] = made
            people.append(made)
            return
        before = [r for r in matching if r.members[0].first <= candidate.first]
        found = max(before or matching, key=lambda r: (_last_before(r, candidate.first), -r.members[0].first))
        self._assign(candidate, found)
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
        if entry.kind == "state" and self.internal and entry.country == self.country and entry.country:
            entry = registry().states[entry.country].government
        referent = self._assign(candidate, self.entry(entry))
        referent.roles.update((candidate.words[-1], candidate.words[-1].removesuffix("s")))

    def _unknown_body(self, candidate: Candidate) -> None:
        words = tuple(w for w in candidate.words if w not in ("the", "'s", "’s"))
        if words[0] in ("ministry", "department") and len(words) > 2:
            field = " ".join(w for w in words[2:])
            country = self.country
            if country:
                self._assign(candidate, self.entry(registry().states[country].ministry(field)))
                return
        for referent in self.referents:
            if referent.kind != "person" and any(same_body(words, w) for w in referent.names):
                self._assign(candidate, referent)
                return
        made = self._new(candidate)
        made.roles.add(words[-1].removesuffix("s"))
        made.roles.add(words[-1])

    def _roles(self, candidate: Candidate) -> None:
        """What stands beside a name tells its roles: titles, appositions, "X is a Y"."""
        referent = self.meaning[id(candidate)]
        for token in titles_before(candidate):
            referent.roles.update((token.lemma.lower(), token.lower))
        if candidate.kind == "person" and candidate.title is None and referent.title is None:
            referent.title = title_before(candidate, self.reading) or None
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
                self._assign(other, referent)
                if candidate.kind == "person":
                    referent.title = referent.title or other.name

    # ── nominals ─────────────────────────────────────────────────────────────────────────────────

    def _resolve_nominal(self, candidate: Candidate) -> None:
        found = (
            self._by_apposition(candidate)
            or self._of_group(candidate)
            or self._derived_body(candidate)
            or self._by_office(candidate)
        )
        if found is None and candidate.lemma == "rebel" and candidate.first == candidate.head.i:
            groups = [r for r in self.referents if r.named and r.sector == "REB" and not r.person]
            found = groups[0] if len(groups) == 1 else None
        if found is None and candidate.definite:
            found = (
                self._by_role(candidate)
                or self._by_hypernym(candidate)
                or self._perpetrators(candidate)
                or self._by_office(candidate, self.country)
            )
        if found is None:
            found = self._same_words(candidate)
        if found is not None:
            self._assign(candidate, found)
        else:
            self._new(candidate)

    def _by_apposition(self, candidate: Candidate) -> Referent | None:
        head = candidate.head
        partner = head.head if head.dep == "appos" else None
        if head.dep == "attr" and head.head.lemma == "be" and not negated(head.head):
            partner = head.head.child("nsubj")
        for child in head.children:
            if child.dep == "acl" and child.lemma in ("call", "name", "know", "style", "dub"):
                partner = next((t for t in child.subtree() if t.i in self.by_head and self.by_head[t.i].form == "name"), None)
        if partner is not None:
            other = self.by_head.get(partner.i)
            if other is not None and (found := self.of(other)) is not None and fits(candidate, found):
                return found
        return None

    def _of_group(self, candidate: Candidate) -> Referent | None:
        """ "M23 rebels", "the rebels of M23", "the militia of the RSF": the group itself, unless counted."""
        if candidate.lemma not in HYPERNYMS and candidate.lemma not in MEN:
            return None
        if any(c.dep == "nummod" or c.lower in ("a", "an", "another", "some", "several", "many", "other") for c in candidate.head.children):
            return None
        for child in candidate.head.children:
            partners = [child] if child.dep in ("compound", "nmod", "amod", "poss") else []
            if child.dep == "prep" and child.lower == "of":
                partners = [c for c in child.children if c.dep == "pobj"]
            for partner in partners:
                other = self.by_head.get(partner.i)
                found = self.of(other) if other is not None else None
                if found is not None and found.named and found.sector in ("REB", "PRE", "CRM"):
                    return found
        return None

    def _derived_body(self, candidate: Candidate) -> Referent | None:
        """The state's own army, government, ministry …"""
        if candidate.number == "many" and candidate.lemma not in ("police", "armed force", "force", "authority"):
            return None
        bare = all(c.dep != "det" for c in candidate.head.children)
        country = candidate.country or (self.country if candidate.definite or bare else None)
        modifiers = [c.lower for c in candidate.head.children if c.i < candidate.head.i and c.dep in ("amod", "compound")]
        if candidate.lemma == "ministry":
            return self._ministry(candidate, modifiers, country)
        if country is None or country not in registry().states:
            return None
        state = registry().states[country]
        foreign = [m for m in modifiers if m not in registry().demonyms and m not in PLAIN]
        lemma = "armed force" if candidate.lemma == "force" and modifiers[-1:] == ["armed"] else candidate.lemma
        if lemma in ("government", "administration", "regime") and not foreign and self._own(candidate):
            if candidate.country and not (self.internal and candidate.country == self.country):
                return self.entry(state.entry) if state.entry.id in self.derived else self.entry(state.government)
            return self.entry(state.government)
        if lemma in BODIES and (not foreign or lemma == "armed force") and self._own(candidate):
            noun, sector = BODIES[lemma]
            if noun in ("police", "parliament") and candidate.country is None and not self._own(candidate):
                return None
            return self.entry(state.body(noun, sector))
        return None

    def _own(self, candidate: Candidate) -> bool:
        """Whether no other possessor than a country stands at the noun: not "the police of the M23"."""
        for child in candidate.head.children:
            if child.dep == "poss" and candidate.country is None:
                return False
            if child.dep == "prep" and child.lower == "of" and candidate.country is None and child.child("pobj"):
                return False
        return True

    def _ministry(self, candidate: Candidate, modifiers: list[str], country: str | None) -> Referent | None:
        field = next((FIELDS[m] for m in reversed(modifiers) if m in FIELDS), None) or field_of(candidate.head)
        if field is None:
            for referent in self._recent(candidate):
                if referent.entry is not None and "/ministry-" in referent.entry.id:
                    if candidate.country in (None, referent.country):
                        return referent
                elif referent.person and referent.title and referent.title.lower().endswith(" minister"):
                    field = FIELDS.get(referent.title.lower().removesuffix(" minister"))
                    if field is not None:
                        country = referent.country or country
                        break
        if field is None:
            return None
        country = country or self.country
        return self.entry(registry().states[country].ministry(field)) if country in registry().states else None

    def _perpetrators(self, candidate: Candidate) -> Referent | None:
        """ "the attackers" who were "gunmen" before."""
        if candidate.lemma not in PERPETRATORS:
            return None
        for referent in self._recent(candidate):
            if not referent.named and referent.number == candidate.number and referent.roles & PERPETRATORS:
                return referent
        return None

    def _by_office(self, candidate: Candidate, default: str | None = None) -> Referent | None:
        """ "the Russian president": whoever held the office on the day."""
        if candidate.number != "one" or not candidate.definite:
            return None
        words = [c.lower for c in candidate.head.children if c.i < candidate.head.i and c.dep in ("amod", "compound")]
        longer = " ".join([*words[-1:], candidate.lemma])
        offices = OFFICES.get(longer) or OFFICES.get(candidate.lemma)
        if offices is None or {"former", "vice", "deputy", "opposition", "acting"} & set(words) - set(longer.split()):
            return None
        country = candidate.country or self._seat(candidate) or (default if not words else None)
        if country is None:
            return None
        held = registry().incumbents(country, offices, self.reading.moment(candidate.head.start))
        for office in offices:
            for term in held:
                if term.office == office:
                    return self.entry(term.person)
        return None

    def _seat(self, candidate: Candidate) -> str | None:
        """The country whose capital or seat of power stands before the noun: "the Kremlin leader"."""
        for child in candidate.head.children:
            partner = self.by_head.get(child.i)
            if partner is not None and partner.entry is not None and partner.entry.kind == "state":
                return partner.entry.country
        return None

    def _by_role(self, candidate: Candidate) -> Referent | None:
        """The latest referent that was called so before."""
        for referent in self._recent(candidate):
            if candidate.lemma in referent.roles and fits(candidate, referent) and self._modifiers_fit(candidate, referent):
                return referent
        return None

    def _modifiers_fit(self, candidate: Candidate, referent: Referent) -> bool:
        own = {c.lower for c in candidate.head.children if c.dep in ("amod", "compound", "nummod")} - PLAIN
        if not own:
            return True
        said = {w for names in referent.names for w in names} | referent.roles
        for member in referent.members:
            said.update(t.lower for t in self.reading.tokens[member.first : member.last + 1])
            said.update(c.lower for c in member.head.children)
        if referent.title:
            said.update(referent.title.lower().split())
        return own <= {w.removesuffix("'") for w in said} | said

    def _by_hypernym(self, candidate: Candidate) -> Referent | None:
        sectors = HYPERNYMS.get(candidate.lemma)
        if sectors is None:
            return None
        for referent in self._recent(candidate):
            if referent.named and not referent.person and referent.kind != "state":
                if referent.sector in sectors or (referent.sector is None and "REB" not in sectors):
                    return referent
        return None

    def _same_words(self, candidate: Candidate) -> Referent | None:
        """An unnamed one that was there before: "a witness" … "the witness"; "medics" … "medics"."""
        bare = candidate.first == candidate.head.i
        if not candidate.definite and not bare:
            return None
        for referent in self._recent(candidate):
            if referent.named or candidate.lemma not in referent.roles:
                continue
            if referent.number == candidate.number and self._modifiers_fit(candidate, referent):
                return referent
        return None

    def _recent(self, candidate: Candidate) -> list[Referent]:
        """Referents that the text has brought up before, the latest first."""
        scored = [(last, k) for k, r in enumerate(self.referents) if (last := _last_before(r, candidate.first)) >= 0]
        return [self.referents[k] for _, k in sorted(scored, reverse=True)]


PERPETRATORS = frozenset({"gunman", "attacker", "assailant", "militant", "raider", "bandit", "kidnapper", "abductor",
                          "killer", "shooter", "robber", "fighter", "bomber", "perpetrator", "militiaman"})  # fmt: skip
MEN = frozenset({"fighter", "force", "combatant", "gunman", "jihadist", "troop", "forces", "gunmen", "separatist",
                 "guerrilla", "terrorist", "mercenary"})  # fmt: skip
PLAIN = frozenset({"the", "local", "own", "entire", "whole", "ruling", "country", "national", "central", "federal",
                   "two", "same", "paramilitary", "rebel", "main"})  # fmt: skip


def negated(verb: Token) -> bool:
    return any(c.dep == "neg" for c in verb.children)


def field_of(head: Token) -> str | None:
    """The field that "of" tells: "Ministry of Foreign Affairs"."""
    for child in head.children:
        if child.dep == "prep" and child.lower == "of":
            for inner in child.children:
                if inner.dep == "pobj":
                    words = " ".join(t.lower for t in inner.subtree() if t.i <= inner.i and t.dep != "det")
                    return FIELDS.get(words, words) or None
    return None


def _last_before(referent: Referent, first: int) -> int:
    return max((m.first for m in referent.members if m.first < first), default=-1)


def fits(candidate: Candidate, referent: Referent) -> bool:
    """Whether a nominal may denote the referent by kind, number and gender."""
    human = nouns().get(candidate.lemma)
    if human is not None and human.kind == "person" and candidate.number == "one":
        if not referent.person:
            return False
    elif (human is not None and human.kind != "person" and referent.person) or (candidate.number == "many" and referent.person):
        return False
    if referent.kind == "state":
        return False
    if candidate.gender in ("m", "f") and referent.gender in ("m", "f") and candidate.gender != referent.gender:
        return False
    return candidate.country is None or referent.country in (None, candidate.country)


def bare(word: str) -> str:
    """A name's word without the Arabic article and the possessive."""
    for article in ("al-", "el-", "ul-", "as-", "ash-", "an-"):
        word = word.removeprefix(article)
    return word.removesuffix("'s")


SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def same_person(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: equal, or the one a part of the other that people are called by."""
    a = [bare(w) for w in shorter if w not in SUFFIXES]
    b = [bare(w) for w in longer if w not in SUFFIXES]
    if not a or not b:
        return False
    if a == b:
        return True
    if len(a) > len(b):
        a, b = b, a
    if len(a) == 1:
        return a[0] == b[-1] or (a[0] == b[0] and len(b) > 1) or (len(b) > 2 and a[0] in b[1:])
    if a[-1] != b[-1]:
        return a == b[: len(a)]
    return a[0] == b[0] or a[0].rstrip(".") == b[0][:1] or b[0].rstrip(".") == a[0][:1] or a[0] in b


def same_body(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names may be one organisation's: equal words, or an acronym of the other."""
    if a == b:
        return True
    for short, long in ((a, b), (b, a)):
        if len(short) == 1 and len(long) > 1:
            initials = "".join(w[0] for w in long if w not in ("of", "the", "for", "and", "in", "on", "'s"))
            if short[0].replace(".", "") == initials:
                return True
    return False


def main_country(reading: Reading, candidates: list[Candidate], country_at: dict[int, str]) -> str | None:
    """The country that the report is about: the one whose places, people and groups it names most."""
    counts: Counter[str] = Counter()
    by_id = {place.id: place.country for place in reading.places}
    for ref in reading.place_refs:
        country = by_id.get(ref.place or "")
        if country:
            counts[country] += 2 if ref.role in ("place", "dateline") else 1
    counts.update(country_at.values())
    for candidate in candidates:
        if candidate.form == "name" and candidate.country and candidate.kind == "organisation":
            counts[candidate.country] += 3 if candidate.sector == "REB" else 1
    return max(counts, key=lambda c: counts[c]) if counts else None
