"""Whom a pronoun means: the most salient referent that agrees with it.

Every earlier mention lends its referent weight by its grammatical role; the weight fades with each
sentence (after Lappin and Leass 1994). Added: a speaker goes on speaking, words inside quotation
marks count little outside them, and a subject that follows an opening clause may be meant already.
First-person pronouns are the speaker's: left to the quotes, but for the "we" of a body's own statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..reading import Reading, Token
from ..vocabulary.actors import nouns
from ..vocabulary.actors.words import SPEECH_VERBS
from . import actors_issuer
from .actors_candidates import Candidate
from .actors_nominals import FIRST_PERSON, HUMAN_VERBS, RELATIVES
from .actors_referents import Referent

if TYPE_CHECKING:
    from .actors_coreference import Linker

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
WINDOW = 6  # sentences; antecedents farther away were right in few cases
FADING = 0.45  # per sentence; 0.4, 0.45, 0.5 and 0.6 tried on PolNeAR's pronoun sources


def quote_marks(reading: Reading) -> list[int]:
    """For each token the number of the quotation that it stands in, 0 outside; none runs past its part."""
    marks = [0] * len(reading.tokens)
    number, inside, part = 0, False, None
    for token in reading.tokens:
        here = token.sentence.part
        if here is not part:
            part, inside = here, False
        first = token.text[0]
        if first == "“" or token.text == "``":
            inside, number = True, number + 1
        elif first == "”":
            inside = False
        elif first == '"' or token.text == "''":
            inside = not inside
            number += inside
        elif inside:
            marks[token.i] = number
    return marks


def resolve(linker: Linker, pronoun: Candidate, position: int) -> Referent | None:
    """The referent that the pronoun means, or nothing where none agrees."""
    if pronoun.lemma in RELATIVES:
        return _relative(linker, pronoun)
    if pronoun.lemma in FIRST_PERSON:
        return actors_issuer.issuer(linker, pronoun)
    if pronoun.gender == "n":
        speaker = _speaker(linker, pronoun.head)
        if speaker is not None:
            return speaker
        if not _acts(pronoun.head):
            return None
    weights: dict[int, float] = {}
    single: set[int] = set()  # called "it" in these sentences: not "they" when others can be
    referents: dict[int, Referent] = {}
    token = pronoun.head
    here = token.sentence.index
    quoted = linker.quoted[token.i]
    one_says = token.dep == "pobj" and token.head.lower == "of" and tells(token.head.head)
    one_says = one_says and not any(  # "The guards ran, one of them said"
        c.definite and c.number == "many" and c.head.sentence.index == here for c in _earlier(linker, position, here)
    )
    for candidate in _earlier(linker, position, here):
        referent = linker.of(candidate)
        if referent is None or not agrees(pronoun, referent):
            continue
        if candidate.head.sentence.index == here and _bound(candidate.head, token):
            continue
        weight = _weight(candidate, token, referent) * FADING ** (here - candidate.head.sentence.index)
        if pronoun.number == "many" and candidate.form == "pronoun" and candidate.gender == "n":
            single.add(id(referent))
        if linker.quoted[candidate.head.i] not in (0, quoted):
            weight *= 0.35
        elif pronoun.gender in ("m", "f") and (_within(token, candidate.head) or _goes_on(token, candidate.head)):
            weight += 100.0
        if one_says and tells(candidate.head):
            weight += 150.0  # "one of them said": of those who have spoken
        key = id(referent)
        weights[key] = weights.get(key, 0.0) + weight
        referents[key] = referent
    ahead = _ahead(linker, pronoun)
    if ahead is not None and agrees(pronoun, ahead):
        weights[id(ahead)] = weights.get(id(ahead), 0.0) + 80.0
        referents[id(ahead)] = ahead
    for key in single:
        weights[key] *= 0.2
    best = max(weights, key=lambda key: weights[key] * _likeness(pronoun, referents[key]), default=None)
    return referents[best] if best is not None else None


def _within(pronoun: Token, noun: Token) -> bool:
    """Whether the pronoun stands in a clause that describes this noun: "an officer, who asked that his name …"."""
    return any(above.dep == "relcl" and above.head is noun for above in pronoun.ancestors())


def _goes_on(pronoun: Token, noun: Token) -> bool:
    """Whether one who spoke in the sentence before goes on: "A nurse said so. “We had no water,” she said."."""
    before, here = noun.sentence, pronoun.sentence
    if any(t.dep in SUBJECTS and t.pos == "PROPN" for t in here.tokens if t.i < pronoun.i):
        return False
    return (
        here.index - before.index == 1 and here.part is before.part and noun.dep == "nsubj" and pronoun.dep == "nsubj"
        and noun.head.head is noun.head and noun.head.lemma in SPEECH_VERBS and pronoun.head.lemma in SPEECH_VERBS
    )  # fmt: skip


def tells(head: Token) -> bool:
    """Whether it is the subject of a verb of speech, or said to be according to it."""
    if head.dep == "nsubj":
        return head.head.lemma in SPEECH_VERBS
    return head.dep == "pobj" and head.head.lower == "to" and head.head.head.lower == "according"


def _speaker(linker: Linker, token: Token) -> Referent | None:
    """The organisation that says so of itself: "The ministry said it would reply"; not the "it" of "it was clear"."""
    clause = token.head
    saying = clause.head if clause.dep == "ccomp" else clause.child("ccomp", "parataxis")  # "the party says, it will"
    if clause.dep == "ROOT" and saying is None and token is token.sentence.tokens[0] and clause.pos == "VERB":
        return _continued(linker, token)
    if token.dep not in ("nsubj", "nsubjpass") or (clause.lemma in IMPERSONAL and token.dep == "nsubj"):
        return None
    if saying is None or saying.lemma not in SPEECH_VERBS:
        return None
    subject = saying.child("nsubj")
    candidate = linker.by_head.get(subject.i) if subject is not None else None
    found = linker.of(candidate) if candidate is not None else None
    return found if found is not None and not found.person and found.number != "many" else None


def _continued(linker: Linker, token: Token) -> Referent | None:
    """The organisation that spoke in the sentence before: "The ministry rejects the plan. It shall …"."""
    index = token.sentence.index
    before = linker.reading.sentences[index - 1] if index else None
    if before is None or before.part is not token.sentence.part:
        return None
    if token.dep != "nsubj" or token.head.lemma in IMPERSONAL:
        return None
    spoken = before.root.lemma in SPEECH_VERBS or token.head.lemma in SPEECH_VERBS
    subject = before.root.child("nsubj")
    candidate = linker.by_head.get(subject.i) if subject is not None else None
    found = linker.of(candidate) if candidate is not None else None
    if found is None or found.person or found.number == "many":
        return None
    return found if found.kind == "organisation" or (found.named and not spoken) else None


IMPERSONAL = frozenset("be seem appear happen rain snow remain matter become turn prove".split())


def _earlier(linker: Linker, position: int, here: int) -> list[Candidate]:
    """Candidates before this one within the window, the nearest first."""
    found = []
    for k in range(position - 1, -1, -1):
        candidate = linker.candidates[k]
        if here - candidate.head.sentence.index > WINDOW:
            break
        found.append(candidate)
    return found


def agrees(pronoun: Candidate, referent: Referent) -> bool:
    """Number, gender and animacy."""
    if pronoun.gender in ("m", "f"):
        return referent.person and referent.gender in (None, pronoun.gender) and referent.number != "many"
    if pronoun.gender == "n":
        return not referent.person and referent.number != "many"
    return not referent.person and (referent.number == "many" or referent.kind in ("group", "organisation"))


def _likeness(pronoun: Candidate, referent: Referent) -> float:
    """A known gender and a name make a referent likelier; a body is seldom "they"."""
    factor = 1.0 if referent.named else 0.7
    if pronoun.gender in ("m", "f"):
        # that a pronoun said "he" of him before tells little: most people in the news are men
        told = referent.gender == pronoun.gender and not (referent.guessed and pronoun.gender == "m")
        return factor * (1.6 if told else 1.0)
    if pronoun.number == "many" and referent.number != "many":
        return factor * 0.6
    return factor


def _weight(candidate: Candidate, token: Token, referent: Referent) -> float:
    """What one mention adds to its referent's salience, by its role in the clause."""
    head = candidate.head
    dep = head.dep
    while dep == "conj" and head.head is not head:
        head, dep = head.head, head.head.dep
    if dep in SUBJECTS:
        weight = 80.0
        verb = head.head
        if verb.dep in ("ROOT", "conj") or verb.lemma in SPEECH_VERBS:
            weight += 20.0
        if token.dep in SUBJECTS:
            weight += 15.0
            if verb.lemma in SPEECH_VERBS and token.head.lemma in SPEECH_VERBS:
                weight += 30.0
        return weight
    if dep in ("dobj", "dative"):
        return 50.0
    if dep in ("poss", "appos"):
        return 40.0
    if dep == "agent" or (dep == "pobj" and head.head.dep == "agent"):
        return 55.0
    if dep == "ROOT":
        return 50.0
    if dep == "compound":
        return 15.0
    if dep == "pobj" and head.head.lower in ("to", "according"):
        return 60.0 if head.head.head.lower == "according" else 40.0
    return 35.0


def _acts(token: Token) -> bool:
    """Whether "it" does what only people and bodies do: it says, attacks, has a spokesman."""
    head = token.head
    if token.tag == "PRP$":
        noun = nouns().get(head.lemma)
        return noun is not None or head.dep in ("dobj", "pobj", "nsubj", "nsubjpass")
    if token.dep == "nsubj":
        return head.lemma in SPEECH_VERBS or head.lemma in HUMAN_VERBS
    return token.dep in ("dobj", "pobj", "nsubjpass") and (head.lemma in HUMAN_VERBS or head.dep == "agent")


def _bound(antecedent: Token, pronoun: Token) -> bool:
    """Whether both are arguments of one verb, where only a reflexive could mean the same."""
    if pronoun.lower.endswith(("self", "selves")):
        return False
    if pronoun.tag == "PRP$":
        return pronoun.head is antecedent
    governor = pronoun.head
    if governor.dep == "prep" and governor.head is antecedent.head and antecedent.dep in SUBJECTS:
        return True
    return (antecedent.head is governor and antecedent.dep != "conj") or governor is antecedent


def _ahead(linker: Linker, pronoun: Candidate) -> Referent | None:
    """The main subject that follows an opening clause or phrase: "While he denied it, Ham said …"."""
    token = pronoun.head
    verb = token.sentence.root
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.i <= token.i:
        return None
    top = token
    for above in token.ancestors():
        if above is verb:
            break
        top = above
    if top.i > subject.i or top.dep not in ("advcl", "prep") or linker.quoted[token.i]:
        return None
    candidate = linker.by_head.get(subject.i)
    return linker.of(candidate) if candidate is not None else None


def _relative(linker: Linker, pronoun: Candidate) -> Referent | None:
    """The noun that the relative clause hangs on."""
    for above in pronoun.head.ancestors():
        if above.dep == "relcl":
            candidate = linker.by_head.get(above.head.i)
            return linker.of(candidate) if candidate is not None else None
    return None
