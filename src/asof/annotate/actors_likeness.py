"""Whether two descriptions can be one actor's: agreement of a nominal, likeness of two names."""

from __future__ import annotations

from ..vocabulary.actors import nouns
from .actors_candidates import Candidate
from .actors_referents import Referent

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def fits(candidate: Candidate, referent: Referent) -> bool:
    """Whether a nominal may denote the referent by kind, number and gender."""
    human = nouns().get(candidate.lemma)
    if human is not None and human.kind == "person" and candidate.number == "one":
        if not referent.person:
            return False
    elif referent.person and (candidate.number == "many" or (human is not None and human.kind != "person")):
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
