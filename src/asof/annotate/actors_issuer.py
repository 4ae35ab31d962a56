"""Who puts out a report that speaks as "we": the body that publishes it, or that signs it.

A statement's "we" is its issuer ("We reject the charge", "our units withdrew"), told by the publisher's name, by a
body named in brackets behind a channel's name ("Free Voices (ELN press channel)"), or by the last line. Whom an
outlet's "we" means is not told, nor is that of a statement of several.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..reading import Reading, Sentence
from ..vocabulary import issuers
from ..vocabulary.actors import fold, registry
from .actors_candidates import Candidate
from .actors_phrases import head_of
from .actors_referents import Referent

if TYPE_CHECKING:
    from .actors_coreference import Linker

BRACKETS = re.compile(r"^(.*?)\s*\(([^()]+)\)\s*$")
CHANNEL = re.compile(
    r"\b(?:official|press|media|information|war|military)?\s*"
    r"(?:channel|page|account|office|wing|arm|service|bulletin|outlet|press|media|radio)$",
    re.IGNORECASE,
)
# Bodies that every state has are found by their nouns, and named with their state.
BY_NOUN = frozenset(
    "ministry department government army police force forces office presidency parliament embassy command navy".split()
)
OFFICES = frozenset({"ministry", "department", "office"})
LAST = 3  # sentences at the end that may be a signature
BRIEF = 8  # words of a signature
# What those who report do as "we", and what is no act: "Here is what we know so far", "we will update this page".
REPORTING = frozenset(
    """
    be have know understand report learn see hear ask contact reach speak talk tell update publish cover bring follow
    explain look find read write think believe expect verify check obtain get
    """.split()
)


def publisher(reading: Reading) -> str | None:
    """The publisher's plain name where the report is a statement of its own."""
    report = reading.document.report
    if not report.publisher or (report.title or "").lower().startswith("joint "):
        return None
    outside = BRACKETS.match(report.publisher)
    name = outside.group(1) if outside is not None else report.publisher
    body = issuers.body(name)
    if body is None and not issuers.statement(report.title, reading.document.opening):
        return issuers.watcher(name)
    return (body if body and body in name else name.split(",")[0].strip()) or None


def own_name(reading: Reading) -> list[Candidate]:
    """Every mention of the publisher by its own name in its own statement: "The Northern Accord will not attend"."""
    name = publisher(reading)
    words = name.split() if name else []
    if len(words) < 2 or words[-1].lower() in BY_NOUN or words[0].lower() in OFFICES or not words[0][0].isupper():
        return []
    found = []
    tokens = reading.tokens
    for token in tokens:
        if token.text != words[0] or token.i + len(words) > len(tokens):
            continue
        run = tokens[token.i : token.i + len(words)]
        if [t.text for t in run] == words and run[-1].sentence is token.sentence:
            found.append(Candidate(
                token.i, run[-1].i, head_of(run), "name", "organisation", name or "", number="one", gender="n",
                words=tuple(word.lower() for word in words),
            ))  # fmt: skip
    return found


def issuer(linker: Linker, pronoun: Candidate) -> Referent | None:
    """The referent that the report's "we" is, made where nothing else mentions it."""
    if pronoun.number != "many" or linker.quoted[pronoun.head.i]:
        return None
    if not linker.issuer:
        linker.issuer.append(_issuer(linker))
    return linker.issuer[0]


def own_part(linker: Linker, nominal: Candidate) -> Referent | None:
    """The issuer where a part of it speaks or acts: "our field office has documented …"."""
    if nominal.lemma.split(" ")[-1] not in PARTS:
        return None
    for child in nominal.head.children:
        if child.dep == "poss" and child.lower == "our" and child.i in linker.by_head:
            return issuer(linker, linker.by_head[child.i])
    return None


PARTS = frozenset(
    """
    office team unit staff desk section branch network monitor researcher centre center mission bureau headquarters
    organisation organization group association committee secretariat department observer documentation
    """.split()
)


def _issuer(linker: Linker) -> Referent | None:
    whole = linker.reading.document.report.publisher or ""
    speaking = _behind(linker, whole)
    if speaking is not None:
        return speaking
    name = publisher(linker.reading)
    if name is not None:
        return _among(linker, whole, name) or (None if name.split()[0].lower() in BY_NOUN else _made(name))
    return _signed(linker)


def _behind(linker: Linker, whole: str) -> Referent | None:
    """The body in brackets, whose channel publishes: "Free Voices (ELN press channel)", whatever it calls itself."""
    inside = BRACKETS.match(whole)
    known = CHANNEL.sub("", inside.group(2)).strip() if inside is not None and CHANNEL.search(inside.group(2)) else ""
    for alias in registry().index.get(fold(known.split()[0]), ()) if known else ():
        if alias.text == fold(known) and alias.entry.kind == "organisation":
            return linker.entry(alias.entry)
    return None


def _among(linker: Linker, whole: str, name: str) -> Referent | None:
    """The one that the report mentions by all words of the publisher's name, or by some of them alone."""
    words = set(re.findall(r"\w+", whole.lower()))
    best: tuple[int, Referent] | None = None
    for referent in linker.referents:
        if referent.person or referent.kind == "state":
            continue
        called = [c for c in referent.members if c.form == "name" or c.head.pos == "PROPN"]
        spoken = [{t.lower for t in linker.reading.tokens[c.first : c.last + 1]} - issuers.SMALL for c in called]
        own = max((one for one in spoken if one <= words), key=len, default=set())
        if not own:
            continue
        governing = referent.entry is not None and referent.entry.id.endswith("/government")
        if governing and not re.search(r"\bgovernment of\b|^government$", name, re.IGNORECASE):
            continue
        if best is None or len(own) > best[0]:
            best = (len(own), referent)
    if best is None:
        return None
    if best[1].entry is None and name.startswith(best[1].name.removeprefix("the ").removeprefix("The ")):
        best[1].name = name  # "the General Staff" of the "General Staff of the Armed Forces of Peru"
    return best[1]


def _made(name: str) -> Referent:
    return Referent(name, "organisation", number="one", gender="n", named=True)


def _signed(linker: Linker) -> Referent | None:
    """The body whose name alone is the last line of its statement, or of a report whose "we" acts; no outlet."""
    document = linker.reading.document
    if not issuers.statement(document.report.title, document.opening) and not _we_act(linker):
        return None
    for sentence in reversed(linker.reading.sentences[-LAST:]):
        found = _alone(linker, sentence)
        if found is not None:
            return None if found.sector == "JRN" or issuers.outlet(found.name) else found
    return None


def _we_act(linker: Linker) -> bool:
    """Whether "we", or those whom "our" has, do more than report: "We shall not rest", "our units struck"."""
    for word in linker.reading.tokens:
        if word.lower not in ("we", "our") or linker.quoted[word.i]:
            continue
        subject = word if word.lower == "we" else word.head
        owned = linker.by_head.get(subject.i) if subject is not word else None
        if subject is not word and (owned is None or owned.sector == "JRN"):
            continue
        verb = subject.head
        verb = verb.child("xcomp") or verb  # "what we need to know"
        if subject.dep in ("nsubj", "nsubjpass") and verb.pos == "VERB" and verb.lemma not in REPORTING:
            return True
    return False


def _alone(linker: Linker, sentence: Sentence) -> Referent | None:
    words = [t for t in sentence.tokens if t.pos not in ("PUNCT", "SPACE")]
    if not words or len(words) > BRIEF:
        return None
    candidate = linker.by_head.get(words[-1].i) or linker.by_head.get(sentence.root.i)
    if candidate is None or candidate.form != "name" or candidate.last != words[-1].i:
        return None
    found = linker.of(candidate)
    return found if found is not None and found.kind == "organisation" else None
