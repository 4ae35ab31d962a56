"""Whose own statement a report is: what a release, a bulletin or an update tells, its issuer says.

The issuer is named as the report names it: by the one who speaks there and bears the publisher's name, else by the
body that speaks most often, else by the publisher's name. In an update with crossheads, what a section counts is said
by the body that the section has counting ("OHCHR has documented …"). An outlet's report has no issuer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from .model import Actor, Attribution
from .reading import Reading, Sentence, Token
from .vocabulary import issuers

# Verbs by whose subject a statement names the body that issues it.
_ISSUING = frozenset(
    """
    say tell report announce add confirm write state estimate
    condemn express affirm reaffirm note welcome reiterate call reject deny stress regret underline underscore urge
    recall inform emphasise emphasize extend commend deplore denounce decide wish take release hold remain renew
    assess assure appeal warn demand accuse declare decree bow mourn salute thank congratulate clarify
    believe maintain insist remind pledge
    """.split()
)
# Verbs by which a body tells what it has found out.
_FINDING = frozenset(
    """
    document verify register record count report estimate confirm establish identify log tally monitor track assess
    find receive collect gather obtain observe note investigate list put say
    """.split()
)
_COMMANDS = re.compile(r"\b(command|armed forces|general staff|defen[cs]e forces|army|navy)\b", re.IGNORECASE)
_FORCES = re.compile(r"\b(military|army|armed forces|defen[cs]e forces|navy|air force)\b", re.IGNORECASE)
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})


class Issuers:
    """The issuer of one reading's report, and of each of its sections."""

    def __init__(self, reading: Reading, mentioned: dict[int, Actor]) -> None:
        self._reading = reading
        self._mentioned = mentioned
        self._crossheads = _crossheads(reading)
        self.collective = self._collective()
        self.whole = self._whole()
        self._by_sentence: list[Attribution | None] = []

    def of(self, sentence: Sentence | None) -> Attribution | None:
        """Whose statement this sentence is, where nobody else is said to say it."""
        if self.whole is None or sentence is None or not self._crossheads:
            return self.whole
        if not self._by_sentence:
            self._by_sentence = self._of_sections()
        return self._by_sentence[sentence.index]

    def _of_sections(self) -> list[Attribution | None]:
        """Who says each sentence: the body that last told in its section what it has found, else the issuer."""
        found: list[Attribution | None] = []
        section, current = 0, self.whole
        for sentence in self._reading.sentences:
            here = bisect_right(self._crossheads, sentence.start)
            if here != section:
                section, current = here, self.whole
            actor = self._subject(sentence) if _finds(sentence.root) else None
            if actor is not None and actor.kind == "organisation":
                current = Attribution(actor.name, actor=actor.id, evidence=actor.evidence[:1])
            found.append(current)
        return found

    def _whole(self) -> Attribution | None:
        report = self._reading.document.report
        collective = self.collective
        if collective is not None:
            return Attribution(collective.name, actor=collective.id, evidence=collective.evidence[:1])
        body = issuers.body(report.publisher)
        watcher = None if body else issuers.watcher(report.publisher)
        opening = self._reading.document.opening
        if not (body or watcher or issuers.statement(report.title, opening)):
            return None
        speaking = self._speaking()
        publisher = report.publisher or ""
        named = (a for a in speaking if _named_in(a.name, publisher) or _named_in(body or "", a.name))
        own = next((a for a in named if not _only_governs(a, body)), None)
        if own is not None and (body or speaking[own] > 1):
            return Attribution(own.name, actor=own.id, evidence=own.evidence[:1])
        if watcher:
            return None
        if body is not None and self._speaks(body):
            return Attribution(body)
        if speaking and not self._crossheads:
            actor = speaking.most_common(1)[0][0]
            return Attribution(actor.name, actor=actor.id, evidence=actor.evidence[:1])
        force = self._force() if _COMMANDS.search(report.publisher or "") else None
        return force or (Attribution(body) if body else None)

    def _collective(self) -> Actor | None:
        """Whom the report's own "we" means, where it speaks so."""
        for mention in self._reading.mentions:
            if mention.form == "pronoun" and mention.span.text.lower() in _WE:
                return self._mentioned.get(mention.head)
        return None

    def _speaking(self) -> Counter[Actor]:
        """The bodies that the report has speaking, and how often."""
        found: Counter[Actor] = Counter()
        for sentence in self._reading.sentences:
            actor = self._subject(sentence)
            if actor is None or actor.kind not in ("organisation", "state", "group"):
                continue
            own = _named_in(actor.name, self._reading.document.report.publisher or "")
            if sentence.root.lemma in _ISSUING or (own and sentence.root.lemma in _FINDING):
                found[actor] += 1
        return found

    def _subject(self, sentence: Sentence) -> Actor | None:
        subject = sentence.root.child("nsubj") if sentence.part.kind == "body" else None
        return self._mentioned.get(subject.i) if subject is not None else None

    def _speaks(self, body: str) -> bool:
        """Whether the body is the subject of a sentence, though no actor: "The Office of the Prime Minister bows"."""
        name = body.split(" of ")[0]
        for sentence in self._reading.sentences:
            subject = sentence.root.child("nsubj") if sentence.part.kind == "body" else None
            words = self._reading.span(subject.subtree()).text if subject is not None else ""
            if words.removeprefix("The ").startswith(name):
                return True
        return False

    def _force(self) -> Attribution | None:
        """The force that a command's own report has acting: "the army struck …"."""
        for sentence in self._reading.sentences:
            actor = self._subject(sentence)
            if actor is not None and _FORCES.search(actor.name):
                return Attribution(actor.name, actor=actor.id, evidence=actor.evidence[:1])
        return None


def _named_in(name: str, publisher: str) -> bool:
    """Whether the publisher's name has all words of this one: "Euphrates War Monitor", "Federal Government of …"."""
    words = {word for word in re.findall(r"\w+", name.lower()) if word not in issuers.SMALL}
    return bool(words) and words <= set(re.findall(r"\w+", publisher.lower()))


def _only_governs(actor: Actor, body: str | None) -> bool:
    """Whether the government is meant where an office of it speaks: "Government Information Bureau, State of Kano"."""
    governing = actor.registry_id is not None and actor.registry_id.endswith("/government")
    return governing and body is not None and re.search(r"\bgovernment(?: of\b|$)", body, re.IGNORECASE) is None


def _finds(root: Token) -> bool:
    return root.lemma in _FINDING and not any(c.dep == "neg" or c.tag == "MD" for c in root.children)


def _crossheads(reading: Reading) -> list[int]:
    """Where the sections of an update begin: short lines of their own, no bullets or numbers."""
    text = reading.document.text
    found = []
    for part in reading.document.parts:
        words = text[part.start : part.end]
        alone = text[part.end : part.end + 1] == "\n"
        if part.kind == "label" and len(words) > 4 and (words.isupper() or (alone and words.istitle())):
            found.append(part.start)
    return found
