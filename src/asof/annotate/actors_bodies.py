"""What every state has: government, army, police, ministries, and those who hold its offices.

"The army" is the army of the country that its words name, else of the country that the report is
about; "the Russian president" is whoever held the office when the words were published.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ..reading import Reading, Token
from ..vocabulary.actors import Entry, nouns, registry
from ..vocabulary.actors.words import SPEECH_VERBS
from .actors_candidates import Candidate
from .actors_referents import Referent

if TYPE_CHECKING:
    from .actors_coreference import Linker

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
    "home": "interior", "internal affairs": "interior", "home affairs": "interior", "the interior": "interior",
    "public health": "health", "culture": "culture", "environment": "environment", "labour": "labour", "oil": "oil",
}  # fmt: skip
OFFICES: dict[str, tuple[str, ...]] = {
    "president": ("president",), "prime minister": ("prime minister",), "premier": ("prime minister",),
    "chancellor": ("prime minister",), "leader": ("leader", "president", "prime minister"),
    "foreign minister": ("foreign minister",), "defence minister": ("defence minister",),
    "defense minister": ("defence minister",), "secretary of state": ("foreign minister",),
    "king": ("king",), "vice president": ("vice president",), "supreme leader": ("leader",),
}  # fmt: skip
PLAIN = frozenset({"the", "local", "own", "entire", "whole", "ruling", "country", "national", "central", "federal",
                   "two", "same", "paramilitary", "rebel", "main"})  # fmt: skip


def countries_by_weight(
    reading: Reading, candidates: list[Candidate], country_at: dict[int, str]
) -> Counter[str]:  # fmt: skip
    """How much the report is about each country: how often it names its places, people and groups."""
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
    return counts


def body(linker: Linker, candidate: Candidate) -> Referent | None:
    """The state's own army, government, ministry …"""
    if candidate.number == "many" and candidate.lemma not in ("police", "armed force", "force", "authority"):
        return None
    bare = all(c.dep != "det" for c in candidate.head.children)
    if candidate.lemma == "office" and (found := _ombudsman(linker, candidate)) is not None:
        return found
    country = candidate.country or _possessor(linker, candidate)
    if country is None and candidate.lemma == "police":
        country = _where(linker, candidate)
    if country is None and candidate.lemma in ("government", "cabinet", "administration", "ministry", "office"):
        country = _spoken_of(linker, candidate)
    country = country or (linker.country if candidate.definite or bare else None)
    modifiers = [c.lower for c in candidate.head.children if c.i < candidate.head.i and c.dep in ("amod", "compound")]
    if candidate.lemma == "ministry":
        return _ministry(linker, candidate, modifiers, country)
    if country is None or country not in registry().states:
        return None
    state = registry().states[country]
    foreign = [m for m in modifiers if m not in registry().demonyms and m not in PLAIN]
    lemma = "armed force" if candidate.lemma == "force" and modifiers[-1:] == ["armed"] else candidate.lemma
    if lemma == "authority" and "local" in modifiers:
        return None  # a district's, a town's: not the state's
    if lemma in GOVERNMENTS and not foreign and _own(linker, candidate):
        if candidate.country and not (linker.internal and candidate.country == linker.country):
            return linker.entry(state.entry) if state.entry.id in linker.derived else linker.entry(state.government)
        return linker.entry(state.government)
    if lemma == "presidency" and not foreign and _own(linker, candidate):
        return linker.entry(state.institution("Presidency", "GOV"))
    if lemma == "office" and (chief := _chief(candidate)) is not None:
        return linker.entry(state.institution(f"Office of the {chief}", "GOV"))
    if lemma in BODIES and (not foreign or lemma == "armed force") and _own(linker, candidate):
        noun, sector = BODIES[lemma]
        if noun in ("police", "parliament") and candidate.country is None and not _own(linker, candidate):
            return None
        return linker.entry(state.body(noun, sector))
    return None


def _ombudsman(linker: Linker, candidate: Candidate) -> Referent | None:
    """ "the office of Peru's ombudsman", "the Office of the Ombudsman": a state's own, by its state."""
    inside = candidate.head.subtree()
    if not any(t.lower in OMBUDSMEN for t in inside):
        return None
    told = next((linker.country_at[t.i] for t in inside if t.i in linker.country_at), None)
    return ombudsman(linker, told or (linker.country if candidate.head.pos == "PROPN" else None))


def ombudsman(linker: Linker, country: str | None) -> Referent | None:
    """The office of that state's ombudsman."""
    state = registry().states.get(country or "")
    return linker.entry(state.institution("Ombudsman's Office", "GOV")) if state is not None else None


OMBUDSMEN = frozenset({"ombudsman", "ombudswoman", "ombudsperson", "ombudsmen"})


def _chief(candidate: Candidate) -> str | None:
    """Whose office it is, where a state has one of them: "the prime minister's office"."""
    near = [c for c in candidate.head.children if c.dep in ("poss", "compound", "amod") and c.i < candidate.head.i]
    near += [p for c in candidate.head.children if c.dep == "prep" and c.lower == "of" for p in c.children]
    for token in near:
        words = [*(c.lower for c in token.children if c.dep in ("compound", "amod") and c.i < token.i), token.lower]
        found = CHIEFS.get(" ".join(words[-2:])) or CHIEFS.get(token.lower)
        if found is not None:
            return found
    return None


CHIEFS = {"prime minister": "Prime Minister", "premier": "Prime Minister", "president": "President",
          "presidential": "President"}  # fmt: skip
GOVERNMENTS = frozenset({"government", "administration", "regime", "authority", "cabinet"})


def _spoken_of(linker: Linker, candidate: Candidate) -> str | None:
    """The country whose seat of power was a subject just before: "Baghdad condemned it … government spokesman"."""
    here = candidate.head.sentence
    for sentence in reversed(linker.reading.sentences[max(0, here.index - 1) : here.index + 1]):
        if sentence.part is not here.part:
            break
        for token in reversed(sentence.tokens):
            found = linker.by_head.get(token.i) if token.i < candidate.first and token.dep == "nsubj" else None
            meant = linker.of(found) if found is not None else None
            if meant is not None and meant.entry is not None and _rules(meant.entry):
                return meant.country
    return None


def _rules(entry: Entry) -> bool:
    """Whether the entry is a state or its government."""
    return entry.kind == "state" or entry.id.endswith("/government")


def _possessor(linker: Linker, candidate: Candidate) -> str | None:
    """The country of the state or government that "its" means: "its navy"."""
    for child in candidate.head.children:
        if child.dep == "poss" and child.tag == "PRP$" and child.i in linker.by_head:
            for token in candidate.head.sentence.tokens:  # "Iran had no hand in it, its foreign ministry said"
                named = token.dep in ("nsubj", "nsubjpass") and token.tag == "NNP" and token.i < child.i
                if named and token.i in linker.country_at:
                    return linker.country_at[token.i]
            owner = linker.of(linker.by_head[child.i])
            if owner is not None and owner.entry is not None and owner.entry.id.startswith("state:"):
                return owner.country
    return None


def _where(linker: Linker, candidate: Candidate) -> str | None:
    """The country of the one place in the sentence: police act where they are."""
    sentence = candidate.head.sentence
    by_id = {place.id: place.country for place in linker.reading.places}
    countries = {
        by_id.get(ref.place or "")
        for ref in linker.reading.place_refs
        if ref.role == "place" and sentence.start <= ref.span.start < sentence.end
    }
    return next(iter(countries)) if len(countries) == 1 else None


def of_group(linker: Linker, candidate: Candidate) -> Referent | None:
    """The police or courts of an armed group that rules: "police working for M23", "M23's police"."""
    if candidate.lemma not in ("police", "administration", "court", "gendarmerie"):
        return None
    near = [c for c in candidate.head.children if c.dep in ("poss", "compound", "nmod", "amod", "prep", "acl")]
    after = linker.reading.tokens[candidate.last + 1 : candidate.last + 6]
    serving = after if after and after[0].lower in SERVING else []
    for token in [*(t for child in near for t in child.subtree()), *serving]:
        other = linker.by_head.get(token.i)
        group = linker.of(other) if other is not None and other.form == "name" else None
        if group is None or group.entry is None or group.sector != "REB":
            continue
        noun = nouns()[candidate.lemma]
        name = f"{group.entry.name} {candidate.lemma}"
        entry = Entry(f"{group.entry.id}/{candidate.lemma}", name, "organisation", group.country, noun.sector)
        found = linker.entry(entry)
        found.of = group
        return found
    return None


SERVING = frozenset({"working", "serving", "loyal", "answering", "run", "controlled", "appointed", "acting"})


def _own(linker: Linker, candidate: Candidate) -> bool:
    """Whether no other possessor than a country stands at the noun: not "the police of the M23"."""
    for child in candidate.head.children:
        if child.dep == "poss" and candidate.country is None and _possessor(linker, candidate) is None:
            return False
        if child.dep == "prep" and child.lower == "of" and candidate.country is None and child.child("pobj"):
            return False
    return True


def _ministry(linker: Linker, candidate: Candidate, modifiers: list[str], country: str | None) -> Referent | None:
    field = next((FIELDS[m] for m in reversed(modifiers) if m in FIELDS), None) or field_of(candidate.head)
    if field is None:
        field = _publishing(linker)  # a ministry's own statement calls it "the Ministry"
    if field is None:
        for referent in linker.recent():
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
    country = country or linker.country
    return linker.entry(registry().states[country].ministry(field)) if country in registry().states else None


def generals(linker: Linker, candidate: Candidate) -> Referent | None:
    """ "the generals" of a country where the report speaks of a junta: the army that rules."""
    if candidate.lemma != "general" or candidate.number != "many" or not candidate.definite:
        return None
    state = registry().states.get(linker.country or "")
    ruled = any(c.lemma == "junta" or "junta" in c.words for c in linker.candidates)
    return linker.entry(state.body("junta", "MIL")) if ruled and state is not None else None


SERVANTS = frozenset({"investigator", "inspector", "officer", "agent", "troop", "force", "serviceman", "personnel"})


def servants(linker: Linker, candidate: Candidate) -> Referent | None:
    """ "the ministry's investigators": what they do is the body's doing."""
    if candidate.lemma not in SERVANTS or candidate.number != "many" or candidate.head.dep != "nsubj":
        return None
    if any(child.dep == "nummod" for child in candidate.head.children) or candidate.head.head.lemma in SPEECH_VERBS:
        return None
    owner = candidate.head.child("poss")
    partner = linker.by_head.get(owner.i) if owner is not None and owner.tag != "PRP$" else None
    found = linker.of(partner) if partner is not None else None
    return found if found is not None and found.named and found.kind == "organisation" else None


def _publishing(linker: Linker) -> str | None:
    """The field of the ministry that published the report: "Ministry of Internal Affairs of Peru"."""
    words = re.split(r"[,|(–—]| - ", linker.reading.document.report.publisher or "")[0].split()
    if words[:2] == ["Ministry", "of"]:
        matter = " ".join(words[2:]).split(" of ")[0].lower()
        return FIELDS.get(matter, matter)
    return FIELDS.get(words[-2].lower()) if len(words) > 1 and words[-1] == "Ministry" else None


def field_of(head: Token) -> str | None:
    """The field that "of" tells: "Ministry of Foreign Affairs"."""
    for child in head.children:
        if child.dep == "prep" and child.lower == "of":
            for inner in child.children:
                if inner.dep == "pobj":
                    words = " ".join(t.lower for t in inner.subtree() if t.i <= inner.i and t.dep != "det")
                    return FIELDS.get(words, words) or None
    return None


def holder(linker: Linker, candidate: Candidate, default: str | None = None) -> Referent | None:
    """ "the Russian president": whoever held the office on the day."""
    if candidate.number != "one" or not candidate.definite:
        return None
    words = [c.lower for c in candidate.head.children if c.i < candidate.head.i and c.dep in ("amod", "compound")]
    longer = " ".join([*words[-1:], candidate.lemma])
    offices = OFFICES.get(longer) or OFFICES.get(candidate.lemma)
    if offices is None or {"former", "vice", "deputy", "opposition", "acting"} & set(words) - set(longer.split()):
        return None
    country = candidate.country or _seat(linker, candidate) or (default if not words else None)
    if country is None:
        return None
    named = _titled(linker, offices, country)
    if named is not None:
        return named
    held = registry().incumbents(country, offices, linker.reading.moment(candidate.head.start))
    for office in offices:
        for term in held:
            if term.office == office:
                return linker.entry(term.person)
    return None


def _titled(linker: Linker, offices: tuple[str, ...], country: str) -> Referent | None:
    """The one whom the report itself gives the office: "Prime Minister Ana Ruiz … the premier"."""
    found = [
        r for r in linker.referents
        if r.person and r.named and r.country in (None, country) and (r.country or country) == linker.country
        and OFFICES.get((r.title or "").lower().removeprefix("the ").split(" of ")[0]) == offices
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _seat(linker: Linker, candidate: Candidate) -> str | None:
    """The country whose capital or seat of power stands before the noun: "the Kremlin leader"."""
    for child in candidate.head.children:
        partner = linker.by_head.get(child.i)
        if partner is not None and partner.entry is not None and partner.entry.kind == "state":
            return partner.entry.country
    return None
