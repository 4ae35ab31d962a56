"""Tables → Registry: asof's own first, then a user's over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from .additions import Addition, read
from .entries import Alias, Entry, Registry, State, Term
from .folding import first_word, fold, slug
from .tables import rows

# Offices whose holder is of another sector than the government.
OFFICE_SECTORS = {
    "army chief": "MIL", "parliament speaker": "LEG", "pope": "REL", "head of the CIA": "SPY",
    "leader of the RSF": "REB", "leader of the SDF": "REB", "leader of the Houthis": "REB",
    "leader of Hamas": "REB", "leader of Hezbollah": "REB",
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A registry while it is being made."""

    states: dict[str, State] = field(default_factory=dict)
    aliases: list[Alias] = field(default_factory=list)
    demonyms: dict[str, str] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)

    def add(self, entry: Entry, names: Iterable[str]) -> None:
        """An entry with its names; one that begins with @ is a seat of power."""
        self.entries[entry.id] = entry
        for text in dict.fromkeys([entry.name, *names]):
            self.aliases.append(Alias(text[1:], entry, "metonym") if text.startswith("@") else Alias(text, entry))

    def done(self) -> Registry:
        """The registry, indexed; everything points to what is last known of an actor."""
        known = self.entries
        self.aliases = [alias._replace(entry=known[alias.entry.id]) for alias in self.aliases]
        self.terms = [
            term if known[term.person.id] is term.person else replace(term, person=known[term.person.id])
            for term in self.terms
        ]
        for iso3, state in self.states.items():
            if known[state.entry.id] is not state.entry:
                self.states[iso3] = replace(state, entry=known[state.entry.id])
        surnames: dict[str, tuple[Term, ...]] = {}
        for term in (term for term in self.terms if term.person.kind == "person"):
            surname = fold(term.person.name).lower().split()[-1]
            surnames[surname] = (*surnames.get(surname, ()), term)
        return Registry(
            self.states, tuple(self.terms), _index(self.aliases), self.demonyms, surnames, self.entries,
            tuple(self.aliases),
        )  # fmt: skip


def load(files: Sequence[Path] = ()) -> Registry:
    """The registry of asof's own tables with the user's files over them; an error in one, and nothing is loaded."""
    additions = [addition for file in files for addition in read(file)]
    draft = Draft()
    _states(draft)
    _bodies(draft)
    members = {name: _cells(listed) for name, listed in rows("coalitions")}
    for name, others, country, sector, wikidata in rows("organisations"):
        own = _members(members.get(name, ()))
        entry = Entry(f"org:{slug(name)}", name, "organisation", country or None, sector, None, None, (),
                      wikidata or None, None, own)  # fmt: skip
        draft.add(entry, _cells(others))
    for name, others, country, sector, years, regions, wikidata in rows("armed_groups"):
        own = _members(members.get(name, ()))
        entry = Entry(f"group:{slug(name)}", name, "organisation", country or None, sector, None, years or None,
                      tuple(_cells(regions)), wikidata or None, None, own)  # fmt: skip
        draft.add(entry, _cells(others))
    _people(draft)
    _ruling(draft)
    if additions:
        _over(draft, additions)
    return draft.done()


def _states(draft: Draft) -> None:
    for iso3, name, others, adjectives, seats, wikidata in rows("states"):
        entry = Entry(f"state:{iso3}", name, "state", iso3, "GOV", wikidata=wikidata or None)
        origins = _cells(adjectives)
        draft.states[iso3] = State(entry, origins[0] if origins else name)
        draft.entries[entry.id] = entry
        draft.aliases += [Alias(text, entry) for text in dict.fromkeys([name, *_cells(others)])]
        draft.aliases += [Alias(text, entry, "origin") for text in origins if text != name]
        draft.aliases += [Alias(text, entry, "metonym") for text in _cells(seats)]
        for text in origins:
            draft.demonyms.setdefault(fold(text).lower(), iso3)


def _bodies(draft: Draft) -> None:
    """Bodies that a state has by rule, where they bear a name of their own or other names too."""
    listed = list(rows("bodies"))
    for country, noun, name, _others, _sector in listed:
        if name:
            draft.states[country].own[noun] = name
    for country, noun, _name, others, sector in listed:
        draft.add(draft.states[country].body(noun, sector), _cells(others))


def _people(draft: Draft) -> None:
    people: dict[str, Entry] = {}
    for country, office, name, gender, start, end, sure in rows("office_holders"):
        key = f"person:{slug(name)}"
        own = country if country in draft.states else None  # an organisation's head has no country
        sector = OFFICE_SECTORS.get(office, "GOV" if own else "IGO")
        person = people.setdefault(key, Entry(key, name, "person", own, sector, gender or None))
        draft.terms.append(Term(person, country, office, start, end or None, sure != "?", sector))
    names = {name: _cells(others) for name, others in rows("people")}
    for person in people.values():
        draft.add(person, names.get(person.name, ()))


def _ruling(draft: Draft) -> None:
    """Movements while they rule: they are the government then."""
    known = {entry.name: entry for entry in draft.entries.values() if entry.id.startswith("group:")}
    for name, country, start, end in rows("ruling"):
        draft.terms.append(Term(known[name], country, "government", start, end or None, True))


def _over(draft: Draft, additions: Sequence[Addition]) -> None:
    """A user's rows: they add to an actor of the same name what they tell, or add the actor."""
    known = {fold(entry.name).lower(): entry for entry in draft.entries.values()}
    for addition in additions:
        old = known.get(fold(addition.name).lower())
        made = _merged(addition, old)
        if addition.office or addition.dated:
            _close(draft, addition)
            draft.terms.append(Term(
                made, addition.country or made.country, addition.office or "", addition.start or "0000",
                addition.end, True, addition.sector or made.sector, addition.code,
            ))  # fmt: skip
        if old is None or addition.aliases:
            draft.add(made, addition.aliases)
        draft.entries[made.id] = known[fold(addition.name).lower()] = made


def _close(draft: Draft, addition: Addition) -> None:
    """End asof's own term of the office where the user's begins: the user knows who came next."""
    country, office, start = addition.country, addition.office, addition.start
    if not office or not start:
        return
    for k, term in enumerate(draft.terms):
        open_end = term.end is None or not term.certain
        if open_end and (term.country, term.office) == (country, office) and term.start < start:
            draft.terms[k] = replace(term, end=start, certain=True)


def _merged(addition: Addition, old: Entry | None) -> Entry:
    if old is None:
        kind = addition.kind or "organisation"
        key = f"{'person' if kind == 'person' else 'user'}:{slug(addition.name)}"
        old = Entry(key, addition.name, kind, None, None)
    told = {
        "country": addition.country, "sector": addition.sector, "years": addition.years,
        "regions": addition.regions, "wikidata": addition.wikidata, "code": addition.code,
        "members": _members(addition.members), "gender": addition.gender,
    }  # fmt: skip
    if addition.dated:  # what holds for a time only is the term's, not the person's
        told = {"country": addition.country if old.country is None else None, "code": None}
    return replace(old, **{key: value for key, value in told.items() if value})  # type: ignore[arg-type]


def _members(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"state:{name}" if len(name) == 3 and name.isupper() else name for name in names)


def _cells(text: str) -> list[str]:
    return text.split("|") if text else []


def _index(aliases: Iterable[Alias]) -> dict[str, tuple[Alias, ...]]:
    found: dict[str, list[Alias]] = {}
    for alias in aliases:
        text = fold(alias.text)
        found.setdefault(first_word(text), []).append(Alias(text, alias.entry, alias.use))
    return {word: tuple(sorted(group, key=lambda a: -len(a.text))) for word, group in found.items()}
