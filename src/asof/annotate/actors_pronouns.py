"""Whom a pronoun means: a score over the referents that agree with it.

Agreement in number, gender and animacy is a condition; nearness, subjecthood, parallel role and the
continuity of a speaker are preferences. First-person pronouns are the speaker's: left to the quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..reading import Token
from ..vocabulary.actors.words import SPEECH_VERBS
from .actors_candidates import Candidate
from .actors_nominals import FIRST_PERSON, RELATIVES
from .actors_referents import Referent

if TYPE_CHECKING:
    from .actors_coreference import Linker

SUBJECTS = ("nsubj", "nsubjpass")


def resolve(linker: Linker, pronoun: Candidate) -> Referent | None:
    """The referent that the pronoun means, or nothing where none agrees."""
    if pronoun.lemma in RELATIVES:
        return _relative(linker, pronoun)
    if pronoun.lemma in FIRST_PERSON:
        return None
    best: tuple[float, int] | None = None
    found: Referent | None = None
    for k, referent in enumerate(linker.referents):
        if not agrees(pronoun, referent):
            continue
        score = _score(linker, pronoun, referent)
        if score is not None and (best is None or (score, -k) > best):
            best, found = (score, -k), referent
    return found


def agrees(pronoun: Candidate, referent: Referent) -> bool:
    """Number, gender and animacy."""
    if pronoun.gender in ("m", "f"):
        return referent.person and referent.gender in (None, pronoun.gender) and referent.number != "many"
    if pronoun.gender == "n":
        return not referent.person and referent.number != "many"
    return not referent.person and (referent.number == "many" or referent.kind in ("group", "organisation"))


def _score(linker: Linker, pronoun: Candidate, referent: Referent) -> float | None:
    """How well the referent's latest mention before the pronoun supports it; null without one."""
    here = pronoun.head.sentence
    latest: Candidate | None = None
    for member in reversed(referent.members):
        if member.last < pronoun.first:
            latest = member
            break
    if latest is None:
        return None
    distance = here.index - latest.head.sentence.index
    if distance > 6:
        return None
    if distance == 0 and _bound(latest.head, pronoun.head):
        return None
    score = -2.0 * distance - 0.01 * (pronoun.first - latest.first)
    dep = latest.head.dep
    if dep in SUBJECTS:
        score += 1.5
        if pronoun.head.dep in SUBJECTS:
            score += 1.0
        if latest.head.head.lemma in SPEECH_VERBS:
            score += 0.7
    elif dep in ("pobj", "compound", "poss"):
        score -= 0.4
    if referent.named:
        score += 0.5
    if pronoun.gender and referent.gender == pronoun.gender and pronoun.gender != "n":
        score += 0.5
    return score


def _bound(antecedent: Token, pronoun: Token) -> bool:
    """Whether both are arguments of one verb, where only a reflexive could mean the same."""
    if pronoun.lower.endswith(("self", "selves")) or pronoun.tag == "PRP$":
        return False
    return antecedent.head is pronoun.head and antecedent.dep != "conj" or pronoun.head is antecedent


def _relative(linker: Linker, pronoun: Candidate) -> Referent | None:
    """The noun that the relative clause hangs on."""
    token = pronoun.head
    for above in token.ancestors():
        if above.dep == "relcl":
            candidate = linker.by_head.get(above.head.i)
            return linker.of(candidate) if candidate is not None else None
    return None
