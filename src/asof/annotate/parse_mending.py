"""Where the parser is known to go wrong on news, its tree is mended before anything reads it.

Each mending is a construction that the model misreads systematically, told by its own wrong shape, and where two shapes
are possible by verbs of saying: reduced relatives taken for subject clauses, a past tense taken for a participle before
its object, what a speaker goes on to do taken for what he tells. Nothing else of the tree is touched; every component
reads the same mended tree.
"""

from __future__ import annotations

from ..reading import Sentence, Token


def mend(sentence: Sentence) -> None:
    """Mend the tree of one sentence in place."""
    for token in sentence.tokens:
        if token.dep in ("csubj", "csubjpass"):
            _reduced_relative(token)
        elif token.dep == "relcl" and token.head.pos == "NUM":
            _of_which(token.head, token)
        elif token.dep == "amod" and token.tag in ("VBN", "VBD"):
            _verb_of_a_number(token)
        elif token.dep == "conj" and token.tag in ("VBD", "VBZ") and token.head.pos in ("VERB", "AUX"):
            if token.head.dep == "ccomp":
                _of_the_speaker(token.head, token)
            if token.head.tag == "VBN":
                _participle_for_verb(token.head, token)
        elif token.dep == "parataxis" and token.tag in ("VBD", "VBZ", "VBP"):
            _subject_of_aside(token)


def _reduced_relative(verb: Token) -> None:
    """ "Three drivers abducted near the town were released": the drivers are released, "abducted …" says which."""
    noun, main = verb.child("nsubj", "nsubjpass"), verb.head
    if verb.tag not in ("VBN", "VBG") or noun is None or noun.i > verb.i or noun.tag not in ("NNS", "NN", "CD"):
        return
    if main is verb or main.i < verb.i or any(child.dep in ("aux", "auxpass", "mark") for child in verb.children):
        return
    _move(noun, main, "nsubjpass" if verb.dep == "csubjpass" else "nsubj")
    _move(verb, noun, "acl")


def _verb_of_a_number(verb: Token) -> None:
    """ "Six were killed and eleven suffered burns": a number before a past tense that stands before its object."""
    object_ = verb.head
    number = next((c for c in object_.children if c.pos == "NUM" and c.dep == "nummod" and c.i == verb.i - 1), None)
    above = object_.head
    if (
        number is None
        or above is object_
        or object_.dep != "conj"
        or above.pos != "VERB"
        or above.i > number.i
        or object_.i - verb.i > 3
    ):
        return
    if any(child.dep == "det" for child in object_.children if child.i < verb.i):
        return
    verb.pos, verb.tag = "VERB", "VBD"
    _move(verb, above, "conj")
    _move(number, verb, "nsubj")
    for child in list(object_.children):
        if child.i < verb.i:
            _move(child, verb if child.i > above.i else above, child.dep)
    _move(object_, verb, "dobj")


# Said, and done by saying: who says "and accuses" is who said what stands before it.
_SAID = frozenset("say claim allege add insist state announce report write tell warn deny".split())
_DONE_BY_SAYING = frozenset("say tell add claim accuse urge condemn blame appeal denounce deplore praise thank".split())
_SPOKEN = frozenset("demand call ask reject deny warn vow threaten promise pledge order".split())


def _of_the_speaker(said: Token, verb: Token) -> None:
    """ "He says his men had no aircraft and accuses the army": whose verb agrees with "says", or is itself a saying."""
    speaking = said.head
    if speaking.lemma not in _SAID or speaking.i > said.i or _finite(speaking) != verb.tag:
        return
    if verb.child("nsubj", "nsubjpass", "mark", "aux") is not None or said.child("nsubj", "nsubjpass") is None:
        return
    states = said.lemma == "be" and verb.lemma in _SPOKEN  # "said the men were farmers and demanded their release"
    if states or verb.lemma in _DONE_BY_SAYING or (verb.tag == "VBZ" and said.tag in ("VBD", "VBN")):
        _move(verb, speaking, "conj")
        for child in [c for c in said.children if c.dep == "cc" and said.i < c.i < verb.i]:
            _move(child, speaking, "cc")


def _finite(verb: Token) -> str:
    """The tag; a past form with a subject and no auxiliary is a past tense: "he denied on Monday that …"."""
    helped = any(child.dep in ("aux", "auxpass") for child in verb.children)
    return "VBD" if verb.tag == "VBN" and not helped and verb.child("nsubj") is not None else verb.tag


def _of_which(number: Token, verb: Token) -> None:
    """ "Two of which the army said were downed": "of which" is the number's, not the verb's."""
    for of in [child for child in verb.children if child.lower == "of" and child.i == number.i + 1]:
        which = of.child("pobj")
        if which is not None and which.lower in ("which", "whom"):
            _move(of, number, "prep")


def _participle_for_verb(participle: Token, verb: Token) -> None:
    """ "The number of people killed when a drone struck rose to 26": no "and" joins the two, so the second is the verb.

    What stands before the participle is the verb's, and so is the participle's own role.
    """
    subject = participle.child("nsubj")
    if subject is None or not subject.i < participle.i < verb.i:
        return
    helped = any(child.dep in ("aux", "auxpass", "cc", "dobj") and child.i < verb.i for child in participle.children)
    if helped or verb.child("nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return
    noun = subject
    while (of := noun.child("prep")) is not None and of.lower == "of" and (inner := of.child("pobj")) is not None:
        noun = inner
    if noun.i > participle.i:
        return
    role, above, sentence = participle.dep, participle.head, participle.sentence
    for child in [c for c in participle.children if c is not verb and (c.i < participle.i or c.i > verb.i)]:
        _move(child, verb, child.dep)
    if above is participle:
        participle.children.remove(verb)
        verb.head, verb.dep, sentence.root = verb, role, verb
    else:
        _move(verb, above, role)
    _move(participle, noun, "acl")


def _subject_of_aside(verb: Token) -> None:
    """ "Ethiopia, a diplomat in the capital says, would bring them home": not Ethiopia says so."""
    subject = verb.child("nsubj")
    other = subject.child("appos") if subject is not None and subject.i < verb.i else None
    if subject is None or other is None or verb.head is verb or verb.head.i < verb.i:
        return
    tokens, base = verb.sentence.tokens, verb.sentence.tokens[0].i
    behind = tokens[verb.i + 1 - base : verb.i + 2 - base]
    if not behind or behind[0].text != "," or any(t.text == "," for t in tokens[other.i - base : verb.i - base]):
        return
    if verb.head.child("nsubj", "nsubjpass") is not None or not any(t.text == "," for t in subject.children):
        return
    _move(subject, verb.head, "nsubj")
    _move(other, verb, "nsubj")


def _move(token: Token, head: Token, dep: str) -> None:
    if token.head is not token:
        token.head.children.remove(token)
    token.head, token.dep = head, dep
    head.children.append(token)
    head.children.sort(key=lambda child: child.i)
