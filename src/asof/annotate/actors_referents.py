"""Referents: the one behind several candidates, while the report is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import ActorKind
from ..vocabulary.actors import Entry
from .actors_candidates import Candidate, Gender, Number


@dataclass(slots=True, eq=False)
class Referent:
    """One actor of the report: what is known of it so far and every candidate that means it."""

    name: str
    kind: ActorKind
    entry: Entry | None = None
    country: str | None = None
    sector: str | None = None
    number: Number | None = None
    gender: Gender | None = None
    guessed: bool = False  # its gender is known from a pronoun alone
    title: str | None = None
    of: Referent | None = None
    roles: set[str] = field(default_factory=set)
    names: list[tuple[str, ...]] = field(default_factory=list)
    members: list[Candidate] = field(default_factory=list)
    named: bool = False

    def add(self, candidate: Candidate) -> None:
        """Take in one more candidate, and what it tells."""
        self.members.append(candidate)
        if candidate.form == "pronoun":
            telling = candidate.gender in ("m", "f") and candidate.head.dep in ("nsubj", "nsubjpass")
            if self.person and telling and self.gender is None:
                self.gender, self.guessed = candidate.gender, True
            return
        if candidate.gender is not None:
            self.gender, self.guessed = self.gender or candidate.gender, False
        self.country = self.country or candidate.country
        self.sector = self.sector or candidate.sector
        self.title = self.title or candidate.title
        if candidate.lemma:
            self.roles.add(candidate.lemma)
        if candidate.form == "name" and candidate.words and candidate.words not in self.names:
            self.names.append(candidate.words)

    @property
    def person(self) -> bool:
        return self.kind == "person"


def of_candidate(candidate: Candidate) -> Referent:
    """A new referent that this candidate introduces."""
    made = Referent(
        candidate.name, candidate.kind, candidate.entry, candidate.country, candidate.sector, candidate.number,
        candidate.gender, named=candidate.form == "name",
    )  # fmt: skip
    made.add(candidate)
    return made


def of_entry(entry: Entry) -> Referent:
    """A referent for a registry entry that no candidate names outright."""
    gender: Gender = "m" if entry.gender == "m" else "f" if entry.gender == "f" else "n"
    return Referent(entry.name, entry.kind, entry, entry.country, entry.sector, "one", gender, named=True)
