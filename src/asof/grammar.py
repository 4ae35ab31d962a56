"""Clauses: who does what to whom in a tree, across passives, relatives, control and coordination.

Pure functions of tokens, shared by annotate and claim. They answer with tokens; what a token refers
to is looked up in the reading's mentions. Labels are spaCy's English ones (ClearNLP).
"""

from __future__ import annotations

from collections.abc import Iterator

from .reading import Token

PASSIVE_MARKS = frozenset({"auxpass", "nsubjpass", "csubjpass", "agent"})
SUBJECTS = ("nsubj", "csubj", "expl")
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})
FINITE = ("VBD", "VBZ")
MODALS_OF_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})


def passive(verb: Token) -> bool:
    """Whether the clause of this verb is passive: "was hit", "an army post shelled on Tuesday"."""
    for child in verb.children:
        if child.dep in PASSIVE_MARKS:
            return True
    if _headline_passive(verb) or _taken(verb):
        return True
    if verb.pos == "ADJ":  # "was lightly wounded", taken for an adjective
        return verb.dep == "acomp"
    # With a subject of its own too, the auxiliary left unsaid: "two rifles were recovered and three men arrested".
    if verb.dep == "conj" and verb.tag == "VBN" and not any(c.dep == "aux" for c in verb.children):
        suffered = passive(verb.head) or (verb.head.lemma == "be" and any(c.dep == "acomp" for c in verb.head.children))
        return suffered and not any(c.dep == "dobj" for c in verb.children)
    return verb.dep in ("acl", "amod") and verb.tag == "VBN"


# What is done to the subject when a headline leaves "was" unsaid: "Two policemen shot dead in Quetta".
SUFFERED_IN_HEADLINES = frozenset(
    (
        "kill wound injure hurt shoot stab behead murder hang slay arrest detain jail imprison charge sentence "
        "convict kidnap abduct seize hold free release rescue evacuate displace torch burn bomb shell destroy damage "
        "attack ambush hit expel deport sack oust ban close shut block recover find foil defuse impose lift deploy "
        "sign"
    ).split()
)


def _headline_passive(verb: Token) -> bool:
    """Whether a headline's past form without an object is a passive; a headline's active verbs are in the present."""
    if (
        verb.tag not in ("VBD", "VBN")
        or verb.sentence.part.kind != "headline"
        or verb.lemma not in SUFFERED_IN_HEADLINES
    ):
        return False
    return not any(c.dep in ("dobj", "aux", "ccomp", "xcomp") for c in verb.children)


# What is done to people who are the subject, "who were" left unsaid: "Three drivers abducted near Biu were released".
TAKEN = frozenset("abduct kidnap arrest detain jail imprison capture deport displace evacuate rescue".split())


def _taken(verb: Token) -> bool:
    """Whether a bare participle with a subject and no object is a relative clause cut short, taken for the verb."""
    subject = verb.child("nsubj") if verb.tag == "VBN" and verb.lemma in TAKEN else None
    if subject is None or subject.pos == "PRON":
        return False
    return not any(c.dep in ("dobj", "aux", "ccomp", "xcomp") for c in verb.children)


def conjuncts(token: Token) -> list[Token]:
    """The token and all that are coordinated with it: "the army and M23"."""
    found = [token]
    for item in found:
        found.extend(child for child in item.children if child.dep == "conj" and child.pos != "VERB")
    return found


def prepositional(token: Token, *words: str) -> list[Token]:
    """Objects of these prepositions below the token, in order of the text, coordination included."""
    found = []
    for child in token.children:
        if child.dep in ("prep", "agent", "dative") and child.lower in words:
            for inner in child.children:
                if inner.dep in ("pobj", "pcomp"):
                    found.extend(conjuncts(_called(inner)))
        elif child.dep == "prep":  # "out of the talks", "away from the camp"
            for nested in child.children:
                if nested.dep == "prep" and nested.lower in words:
                    found.extend(t for inner in nested.children if inner.dep == "pobj" for t in conjuncts(inner))
    return found


def _called(token: Token) -> Token:
    """ "what he calls the rebel militia": the militia."""
    if token.lemma in ("call", "term", "describe", "label") and token.pos == "VERB":
        named = [c for c in token.children if c.pos in ("NOUN", "PROPN") and c.dep not in ("nsubj", "nsubjpass")]
        return named[0] if named else token
    return token


def _antecedent(verb: Token) -> Token | None:
    """The noun that a relative or participial clause hangs on."""
    return verb.head if verb.dep in ("relcl", "acl") and verb.head is not verb else None


def _own_subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep in ("nsubj", "csubj", "nsubjpass", "csubjpass"):
            if child.lower in RELATIVE_PRONOUNS and verb.dep == "relcl":
                return _antecedent(verb)
            return child
    return None


def _governor(verb: Token) -> Token | None:
    """The verb above that may lend its subject: by coordination, control or a participle."""
    if verb.dep in ("conj", "xcomp", "advcl", "ccomp", "dep", "pcomp") and verb.head is not verb:
        above = verb.head
        if verb.dep == "conj" and verb.tag in FINITE:  # "urged them to leave and offered to send troops"
            while above.tag == "VB" and above.dep in ("xcomp", "conj", "ccomp") and above.head is not above:
                above = above.head
        if verb.dep == "pcomp" and above.head is not above:
            above = above.head  # "accused X of launching": verb → of → accused
        return above
    return None


def surface_subject(verb: Token, depth: int = 0) -> Token | None:
    """The grammatical subject, borrowed from the governing verb where the verb has none of its own."""
    own = _own_subject(verb)
    if own is not None or depth > 6:
        return own
    if verb.dep == "relcl":
        return None
    if verb.dep in ("acl", "amod"):
        return verb.head if verb.head is not verb else None
    above = verb.head if verb.pos == "ADJ" and verb.dep == "acomp" and verb.head is not verb else _governor(verb)
    if above is None:
        return None
    if verb.dep == "ccomp" and verb.tag not in ("VBG", "VB"):
        return None
    if above.pos == "ADJ" and above.head.pos in ("VERB", "AUX"):
        return surface_subject(above.head, depth + 1)  # "envoys are due to discuss"
    if above.pos not in ("VERB", "AUX"):
        return above if above.pos in ("NOUN", "PROPN") and verb.dep != "conj" else None
    if verb.dep in ("xcomp", "pcomp", "ccomp"):
        controlled = above.child("dobj", "dative")
        if controlled is not None and above.lemma not in SUBJECT_CONTROL:
            return controlled
        if above.lemma in OBJECT_CONTROL_BY_PREPOSITION:
            reached = prepositional(above, *OBJECT_CONTROL_BY_PREPOSITION[above.lemma])
            if reached:
                return reached[0]
    if verb.dep == "advcl" and verb.tag != "VBG" and any(c.dep in ("mark", "aux") for c in verb.children):
        to = any(c.lower == "to" for c in verb.children)
        return surface_subject(above, depth + 1) if to else None
    return surface_subject(above, depth + 1)


# Verbs whose infinitive keeps the subject although an object stands between: "promised the UN to leave".
SUBJECT_CONTROL = frozenset({"promise", "pledge", "vow", "use", "take", "cut", "have"})
OBJECT_CONTROL_BY_PREPOSITION = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",)}


def agents(verb: Token) -> list[Token]:
    """Who does it: the subject of an active clause, the by-phrase of a passive one; none when it is not said."""
    if passive(verb):
        return prepositional(verb, "by")
    subject = surface_subject(verb)
    return [*_headline_pair(subject, verb), *conjuncts(subject)] if subject is not None else []


def _headline_pair(subject: Token, verb: Token) -> list[Token]:
    """ "Iran, Iraq sign pact": the name before the comma stands beside the subject."""
    tokens = subject.sentence.tokens
    at = subject.i - tokens[0].i
    if subject.sentence.part.kind != "headline" or at < 2 or tokens[at - 1].text != "," or verb.i < subject.i:
        return []
    first = tokens[at - 2]
    return [first] if first.pos == "PROPN" and first.dep != "pobj" else []


def patients(verb: Token) -> list[Token]:
    """To whom it is done: the object of an active clause, the subject of a passive one."""
    if passive(verb):
        subject = surface_subject(verb)
        return conjuncts(subject) if subject is not None else []
    found: list[Token] = []
    for child in verb.children:
        if child.dep in ("dobj", "obj", "dative") and child.dep != "prep":
            if child.lower in RELATIVE_PRONOUNS and verb.dep == "relcl":
                antecedent = _antecedent(verb)
                found.extend([antecedent] if antecedent is not None else [])
            else:
                found.extend(conjuncts(child))
    if not found and verb.dep == "relcl" and _own_subject(verb) is not None and _own_subject(verb) is not verb.head:
        found.append(verb.head)  # "the group it has fought": the object is the antecedent
    return [token for token in found if token.pos != "ADP"]


def auxiliaries(verb: Token) -> Iterator[Token]:
    """Auxiliaries of the verb, or of the verb that it is coordinated with when it has none."""
    if verb.pos == "ADJ" and verb.dep == "acomp" and verb.head.pos == "AUX":
        verb = verb.head
    own = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    if not own and verb.dep == "conj" and verb.head.pos in ("VERB", "AUX"):
        own = [child for child in verb.head.children if child.dep in ("aux", "auxpass")]
    yield from own


def negated(token: Token) -> bool:
    """Whether the word itself is negated: "did not sign", "no strike", "never", "without firing"."""
    if token.head.lower == "without" and token.dep in ("pobj", "pcomp"):
        return True
    for child in token.children:
        if child.dep == "neg" or child.lower in ("no", "never", "neither", "n't", "not"):
            return True
        if child.lower == "nor" and child.i < token.i:  # "Nor did shells fall on the airport"
            return True
    return False


def particle(verb: Token) -> str | None:
    """The particle of a phrasal verb: "carry out"."""
    child = verb.child("prt")
    return child.lower if child is not None else None


def clause_of(token: Token) -> Token:
    """The verb of the nearest clause around the token (itself when it is a verb), else the sentence's root."""
    if token.pos in ("VERB", "AUX"):
        return token
    for above in token.ancestors():
        if above.pos in ("VERB", "AUX"):
            return above
    return token.sentence.root


# Verbs of saying, and nouns for those who speak: a place under them is theirs, not that of what they tell.
TELLING = frozenset(
    "say tell report announce add claim state confirm declare write post warn note explain insist argue speak "
    "believe estimate count put inform brief acknowledge concede recount recall describe".split()
)
OFFICES = frozenset(
    "commander deputy chief head director governor mayor official spokesman spokeswoman spokesperson minister "
    "officer prosecutor surgeon doctor nurse medic coordinator secretary chairman chairwoman president leader "
    "member lawmaker senator councillor councilor priest bishop imam sheikh lawyer activist researcher analyst "
    "diplomat teacher reporter correspondent journalist consultancy institute university agency newspaper outlet "
    "foundation company firm envoy representative administrator professor native".split()
)
WARDS = frozenset("hospital clinic morgue ward infirmary".split())
TREATED = frozenset(
    "die treat admit take bring reach arrive receive recover transfer fly succumb come rush move hospitalise "
    "hospitalize operate stabilise".split()
)
# Where in a place, or on what occasion, somebody spoke: "said in the yard of the school in X".
PARTS = frozenset(
    "yard courtyard outskirts centre center street camp town village city house home tent interview briefing "
    "conference speech statement visit ceremony funeral rally outskirt suburb lobby gate".split()
)
# What empties a place: those who are "displaced from" or "abducted from" it were there.
EMPTYING = frozenset(
    "abduct kidnap seize take displace flee evacuate withdraw rescue free drive uproot expel snatch pull escape "
    "whisk".split()
)


def aside(place: Token) -> bool:
    """Whether a place's name tells where somebody speaks, serves, comes from, is going or is treated.

    Such a place says nothing of where the told things happened: "told reporters in Gusau", "the police
    commander of Bay region", "a cook from Markada", "fled towards Gonaïves", "died in a Davao hospital".
    """
    preposition = place.head if place.dep == "pobj" else None
    above = preposition.head if preposition is not None else place.head
    if preposition is not None:
        while above.lemma in PARTS and above.dep == "pobj":
            above = above.head.head
        if preposition.lower in ("to", "towards", "toward", "for") and above.pos == "VERB":
            return True
        if preposition.lower == "from":
            return above.lemma not in EMPTYING
        if above.lemma in OFFICES or (above.pos == "VERB" and above.lemma in TELLING):
            return True
    elif place.dep in ("compound", "nmod", "poss") and above.lemma in OFFICES:
        return True
    return _treated(place) or _speakers(place)


def _treated(place: Token) -> bool:
    """Whether the place is a hospital's, where people were brought."""
    ward = next((t for t in (place, *place.ancestors()) if t.lower in WARDS), None)
    if ward is None or ward.dep != "pobj":
        return ward is not None and ward.dep == "dobj" and ward.head.lemma == "reach"
    return clause_of(ward).lemma in TREATED or ward.head.lower in ("to", "at")


def _speakers(place: Token) -> bool:
    """Whether the place is inside the words that name a speaker or a person."""
    for token in (place, *place.ancestors()):
        verb = token.head
        if token.dep == "nsubj" and verb.lemma in TELLING:
            return True
        if token.dep == "pobj" and verb.lower == "to" and verb.head.lower == "according":
            return True
        somewhere = verb.dep == "pobj" and verb.head.lower in ("in", "at", "near", "of", "from")
        if token.dep in ("appos", "relcl") and verb.ent == "PERSON" and not somewhere:
            return True
        if token.pos in ("VERB", "AUX") and token.dep != "relcl":
            return False
    return False


RECORD = 10  # words from the superlative to the time that it is held against


def of_a_record(time: Token) -> bool:
    """Whether a time only says among what something is the most: "the deadliest this year", "the worst of the month".

    Asked of weeks and longer stretches: a day in such a phrase is when it happened.
    """
    tokens = time.sentence.tokens
    at = time.i - tokens[0].i
    if at and tokens[at - 1].lower == "since":
        return False  # "the worst raid since May 2021, when …" names a day of its own
    for k in range(at - 1, max(-1, at - 1 - RECORD), -1):
        token = tokens[k]
        if token.pos in ("VERB", "AUX") or token.text == ";":
            return False
        superlative = token.tag in ("JJS", "RBS") and token.lower != "least"
        if superlative and (token.lower != "most" or (k and tokens[k - 1].lower in ("the", "its", "their"))):
            return True
        if token.lower == "such" and k and tokens[k - 1].tag in ("JJ", "CD") and tokens[k - 1].lower != "no":
            return True  # "the third such attack this month"
    return False
