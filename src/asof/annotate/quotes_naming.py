"""What a source is called that bears no name where it speaks: by its own name beside it, by whose it is, by its noun.

"A man who gave his name as Tareq Ali" is Tareq Ali; "a list at the hospital", "a voice on the group's radio" and
"government estimates" speak for the hospital, the group and the government; "one of them", of two residents, is
a resident. Answers with tokens or words; which actor a token means is looked up by the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..reading import Token

CALLING = frozenset({"call", "name", "style", "dub", "nickname", "baptise", "baptize"})
KNOWING = frozenset({"know", "identify", "introduce", "present", "describe", "refer", "address"})
SELVES = frozenset({"himself", "herself", "themselves", "itself", "themself"})
# What carries the words of somebody else.
CARRIERS = frozenset(
    """
    voice message recording post channel account broadcast note audio video list document record register tally
    count figure estimate data datum statistic leaflet bulletin database log toll statement communiqué communique
    declaration letter release tweet livestream clip pamphlet notice file dossier spreadsheet sheet source activist
    correspondent researcher volunteer investigator map imagery image photograph photo picture footage analysis
    assessment study inventory paper index radio website site page feed newsletter update briefing ledger roll
    census survey
    """.split()
)
# What is done to a carrier by the one whose words it carries; "seen by Reuters" is none of these.
CARRYING = frozenset(
    """
    use run operate control publish compile keep issue release circulate maintain produce draw prepare provide
    distribute post write sign record analyse analyze gather collect take share assemble collate send put
    """.split()
)
BELONGING = frozenset({"belong", "link", "affiliate", "connect", "tie", "attribute", "loyal", "close", "aligned"})
SOMEBODY = frozenset({"someone", "somebody", "anyone", "anybody"})
TIMES = frozenset({"DATE", "TIME"})


def own_name(head: Token) -> Token | None:
    """The name that a description goes on to give: "a man calling himself Abu Omar", "a trader known as Mama Tay"."""
    if head.pos != "NOUN":
        return None
    for clause in head.children:
        if clause.dep not in ("relcl", "acl"):
            continue
        for verb in (clause, *(c for c in clause.subtree() if c.dep in ("xcomp", "conj", "ccomp"))):
            name = _given_by(verb)
            if name is not None and name.pos == "PROPN" and name.ent not in TIMES and name.i > head.i:
                return name
    return None


def _given_by(verb: Token) -> Token | None:
    passive = verb.tag == "VBN" and verb.child("dobj") is None
    thing = verb.child("dobj")
    itself = passive or (thing is not None and thing.lower in SELVES)
    if verb.lemma in CALLING and (itself or (thing is not None and thing.pos == "PROPN")):
        names = [c for c in verb.children if c.dep in ("oprd", "attr", "dobj", "npadvmod") and c.pos == "PROPN"]
        return names[0] if names else None
    named = thing is not None and thing.lemma in ("name", "surname", "nickname")
    if (verb.lemma in KNOWING and itself) or named:
        found = next((c.child("pobj") for c in verb.children if c.dep == "prep" and c.lower in ("as", "by")), None)
        return found or (thing.child("appos") if named and thing is not None else None)
    if verb.lemma == "go":
        by = next((c for c in verb.children if c.dep == "prep" and c.lower == "by"), None)
        who = by.child("pobj") if by is not None else None
        of = who.child("prep") if who is not None and who.lemma == "name" else None
        return of.child("pobj") if of is not None else who
    return None


def owners(head: Token) -> Iterator[Token]:
    """Whose words a thing may carry, the surest first; the caller takes the first that is an actor."""
    if head.lemma.lower() not in CARRIERS and head.lower not in CARRIERS:
        return
    for child in head.children:
        if child.dep == "poss":
            yield child
    for child in head.children:
        if child.dep in ("acl", "relcl") and child.lemma in CARRYING | BELONGING:
            yield from _below(child, ("by", "to", "with"))
    yield from _below(head, ("by", "from", "at", "of", "on"))
    for child in head.children:
        if child.dep in ("compound", "nmod", "amod"):
            yield child


def _below(token: Token, words: tuple[str, ...]) -> Iterator[Token]:
    for child in token.children:
        if child.dep in ("prep", "agent") and child.lower in words:
            inner = child.child("pobj")
            if inner is not None:
                possessor = inner.child("poss")
                if possessor is not None and inner.lemma in CARRIERS:  # "on the group's radio"
                    yield possessor
                yield inner


def one_of(head: Token, noun_of: Callable[[Token], Token | None]) -> str | None:
    """What one of several is called: "one of them", of two residents, is "a resident"; "one of its men", "a man"."""
    if head.lower != "one":
        return None
    of = next((child for child in head.children if child.lower == "of"), None)
    several = of.child("pobj") if of is not None else None
    if several is None:
        return None
    noun = several if several.pos == "NOUN" and any(c.tag == "PRP$" for c in several.children) else None
    if several.tag == "PRP":
        noun = noun_of(several)
    if noun is None or noun.pos != "NOUN":
        return None
    before = (c for c in noun.children if c.dep in ("compound", "amod") and c.i < noun.i)
    words = [c.text for c in before if c.tag in ("NN", "JJ", "NNP")]
    called = " ".join([*words, noun.lemma])
    return f"{'an' if called[0].lower() in 'aeiou' else 'a'} {called}"
