"""Attributions without a verb of saying: "according to", "the army's claim that", "confident of", "reportedly"."""

from __future__ import annotations

from ..reading import Token
from ..vocabulary.reporting import Reporting
from .quotes_said import LOOSE, Ranges, Said, cue_words, phrase, ranges, subject

TOPIC = frozenset({"of", "for", "about", "against", "on", "over", "to", "with", "at"})
COUNTS = frozenset({"count", "tally", "reckoning", "estimate", "account", "figure", "list", "calculation", "record",
                    "register", "estimation", "toll", "book", "total"})  # fmt: skip
HAVING = frozenset({"have", "make", "express", "voice", "issue", "give", "offer", "repeat", "reiterate", "release",
                    "announce", "share", "raise", "draw", "send", "submit", "unveil", "receive", "obtain", "get",
                    "hold", "gather", "collect", "possess"})  # fmt: skip


def phrase_attribution(token: Token, known: Reporting) -> Said | None:
    """What a word that is no verb attributes."""
    if token.lower == "according":
        said, frame = _according(token), "according"
    elif token.lower in known.adverbs and token.dep == "advmod":
        said, frame = _hearsay(token), "adverb"
    elif token.pos == "NOUN" and (token.lemma in known.statement_nouns or token.lemma in known.attitude_nouns):
        said, frame = _noun(token, known), "noun"
    elif token.pos in ("ADJ", "VERB") and token.lower in known.adjectives:
        said, frame = _adjective(token), "adjective"
    elif token.dep == "prep" and token.lower in ("in", "by", "per"):
        said, frame = _view(token), "view"
    else:
        return None
    if said is not None:
        said.frame = frame
    return said


def _according(token: Token) -> Said | None:
    """ "…, according to the union": the clause it stands in, without it."""
    to = token.child("prep") or (token if token.child("pobj") else None)
    who = to.child("pobj") if to is not None else None
    if to is None or who is None:
        return None
    cue = [token, to] if to is not token else [token]
    source = phrase(who, to)
    name = _name_behind(source[-1]) if who.pos == "NOUN" else []
    name += _citing_behind((source + name)[-1])
    return Said(token, cue, source + name, who, around(token, name), "statement")


def _citing_behind(last: Token) -> list[Token]:
    """Whom the source cites in its turn: ", citing the village committee"."""
    words = [t for t in last.sentence.tokens if t.i > last.i]
    if len(words) < 3 or words[0].text != "," or words[1].lower not in ("citing", "quoting"):
        return []
    return words[: next((k for k in range(1, len(words)) if words[k].text in (",", ";", ".")), len(words))]


def _name_behind(last: Token) -> list[Token]:
    """The name that explains a source, and what is said of it: "the foreman, Desmond Pillay, who hid"."""
    words = [t for t in last.sentence.tokens if t.i > last.i]
    if len(words) < 2 or words[0].text != ",":
        return []
    end = next((k for k in range(1, len(words)) if words[k].tag not in ("NNP", "NNPS", "HYPH")), len(words))
    if end == 1 or words[end - 1].ent in ("GPE", "LOC", "FAC", "DATE"):
        return []
    if end < len(words) and words[end].text not in (",", "."):
        return []
    name = words[:end]
    if words[end + 1 : end + 2] and words[end + 1].tag == "WP":
        name += [t for t in words[end:] if t.text != "."]
    return name


def around(token: Token, more: list[Token] | None = None) -> Ranges:
    """The clause that this adjunct, with these words beside it, speaks of: between semicolons, or its sentence."""
    gone = {t.i for t in [*token.subtree(), *(more or ())]}
    sentence = token.sentence.tokens
    base = sentence[0].i
    first, last = token.i, max(gone)
    while first - 1 in gone:
        first -= 1
    before = sentence[first - 1 - base] if first > base else None
    left = [t for t in sentence if t.i < first and t.i not in gone]
    right = [t for t in sentence if t.i > last and t.i not in gone]
    for k in range(len(left) - 1, -1, -1):
        if left[k].text == ";" or (left[k].text == ":" and any(t.tag in ("VBD", "VBZ", "VBP") for t in left[k:])):
            left = left[k + 1 :]
            break
    for k, t in enumerate(right):
        if t.text == ";":
            right = right[:k]
            break
    inner = token.head
    onward = any(t is token.sentence.root for t in right)  # "…, in which 14 died according to X, the office found …"
    enclosed = (inner.dep in ("relcl", "acl") and onward) or (right and right[0].text not in LOOSE | {".", "”", '"'})
    if before is not None and before.text not in LOOSE and right and enclosed:
        return ranges([t for t in inner.subtree() if t.i not in gone])
    return ranges(left + right)


def _hearsay(adverb: Token) -> Said | None:
    head = adverb.head
    if head is adverb or head.pos == "ADV":
        return None
    inside = head.subtree()
    if not inside:
        return None
    return Said(adverb, [adverb], [], None, ranges([t for t in inside if t is not adverb]), "attitude", "claims")


def _noun(noun: Token, known: Reporting) -> Said | None:
    """ "the army's claim that …", "criticism of the plan by residents", "made a promise to leave"."""
    if noun.dep == "pobj" and noun.head.head.lemma in known.states:
        return None  # "said in a statement that": the verb's clause
    clause = None
    for child in noun.children:
        if child.dep in ("acl", "ccomp", "relcl") and (
            any(c.dep == "mark" and c.lower == "that" for c in child.children)
            or (child.dep in ("acl", "ccomp") and any(c.tag == "TO" for c in child.children))
        ):
            clause = child
    source, speaker = _owner(noun)
    if clause is None and source and noun.dep == "nsubj" and noun.head.lemma == "be" and noun.i < noun.head.i:
        clause = next((c for c in noun.head.children if c.dep == "ccomp" and c.i > noun.head.i), None)
        if clause is not None and not any(c.dep == "mark" and c.lower == "that" for c in clause.children):
            clause = None  # "Its first assessment was that nobody was harmed"
    if clause is not None:
        words = clause.subtree()
        if words[0].lower == "that":
            words = words[1:]
        stated = bool(source) and words[0].tag != "TO" and noun.lemma in known.statement_nouns
        cue = [noun]
        if noun.dep == "dobj" and 0 < noun.i - noun.head.i <= 3 and not any(c.dep == "poss" for c in noun.children):
            if not source:
                source, speaker = subject(noun.head)
            between = [t for t in noun.sentence.tokens if noun.head.i < t.i <= noun.i]
            cue = cue_words(noun.head) + [t for t in between if t not in noun.head.children or t is noun]
        return Said(noun, cue, source, speaker, ranges(words), "statement" if stated else "attitude",
                    known.stance(noun.lemma))  # fmt: skip
    if not source:
        return None
    for child in noun.children:
        if child.dep == "prep" and child.lower in TOPIC and child.i > noun.i:
            thing = child.child("pobj", "pcomp")
            if thing is not None and thing is not speaker:
                return Said(noun, [noun, child] if child.i == noun.i + 1 else [noun], source, speaker,
                            ranges(thing.subtree()))  # fmt: skip
    return None


def _owner(noun: Token) -> tuple[list[Token], Token | None]:
    """Whose word it is: "X's claim", "criticism from X", "X made the claim"."""
    for child in noun.children:
        if child.dep == "poss":
            words = [t for t in phrase(child, noun) if not (t.dep == "case" and t.head is child)]
            return words, child
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("by", "from", "among"):
            who = child.child("pobj")
            if who is not None:
                return phrase(who, child), who
    head = noun.head
    if noun.dep == "dobj" and head.lemma in HAVING:
        return subject(head)
    return [], None


def _adjective(word: Token) -> Said | None:
    """ "is confident that the truce holds", "drivers afraid of a second strike"."""
    holder: tuple[list[Token], Token | None]
    if word.dep in ("acomp", "ROOT", "conj", "ccomp", "relcl", "advcl", "xcomp") or word.pos == "VERB":
        holder = subject(word.head if word.dep == "acomp" else word)
    elif word.dep in ("amod", "acl") and word.head.i < word.i:
        holder = phrase(word.head, word), word.head
    else:
        return None
    if not holder[0]:
        return None
    for child in word.children:
        if child.i < word.i:
            continue
        if child.dep in ("ccomp", "xcomp") and child.pos in ("VERB", "AUX", "ADJ", "NOUN"):
            words = child.subtree()
            content = ranges(words[1:] if words[0].lower == "that" else words)
            return Said(word, _adjective_cue(word), *holder, content)
        if child.dep == "prep" and child.lower in ("of", "about", "with", "to", "for", "in", "over", "by", "at", "on"):
            thing = child.child("pobj", "pcomp")
            if thing is not None:
                cue = [*_adjective_cue(word), child] if child.i == word.i + 1 else _adjective_cue(word)
                return Said(word, cue, *holder, ranges(thing.subtree()))
    return None


def _adjective_cue(word: Token) -> list[Token]:
    cue = cue_words(word)
    if word.dep == "acomp" and word.head.pos in ("AUX", "VERB") and 0 < cue[0].i - word.head.i <= 2:
        between = [t for t in word.sentence.tokens if word.head.i < t.i < cue[0].i]
        cue = cue_words(word.head) + between + cue
    return cue


def _own_count(token: Token) -> list[Token]:
    """The words of "by his count", "on their own figures", "by her latest list", which a tree may tear apart."""
    tokens = token.sentence.tokens
    near = tokens[token.i - tokens[0].i : token.i - tokens[0].i + 5]
    if token.head.lemma in ("stand", "abide", "swear"):
        return []  # "the army stands by its figure"
    if token.lower not in ("by", "on") or len(near) < 3 or near[1].tag != "PRP$":
        return []
    last = next((k for k in range(2, len(near)) if near[k].lemma in COUNTS), 0)
    between = near[2:last]
    return near[: last + 1] if last and all(t.tag in ("JJ", "JJS", "NN") for t in between) else []


def _view(token: Token) -> Said | None:
    """ "in the union's view", "in the words of the mayor", "by his own account", "per the ministry"."""
    thing = token.child("pobj")
    if thing is None:
        return None
    own = _own_count(token)
    if own:
        rest = [t for t in token.sentence.tokens if t not in own]
        return Said(token, own, [own[1]], own[1], ranges(rest), "statement")
    if token.lower == "per":
        if thing.pos != "PROPN":
            return None
        return Said(token, [token], phrase(thing, token), thing, around(token), "statement")
    if thing.lemma not in ("view", "opinion", "account", "word", "telling", "estimate", "reckoning", "estimation"):
        return None
    if thing.lemma == "word" and any(c.dep in ("amod", "compound") and c.lower != "own" for c in thing.children):
        return None  # "in his closing words": when, not what
    owner = thing.child("poss")
    if owner is None and thing.lemma in ("word", "view", "opinion", "estimate"):
        of = thing.child("prep")
        owner = of.child("pobj") if of is not None and of.lower == "of" else None
    if owner is None or (token.lower == "by" and thing.lemma not in ("account", "estimate", "reckoning")):
        return None
    who = [t for t in phrase(owner, thing) if not (t.dep == "case" and t.head is owner)]
    return Said(token, [token, thing], who, owner, around(token), "statement")
