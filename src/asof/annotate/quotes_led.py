"""What stands behind a colon whose lead names who says it: "Minister Ruiz on Facebook: five officers hurt".

Notes and live reports write so, often without a verb: "Police: two dead", "The clinic gives a number at last: 14 are
held". The lead is a name alone, with its channel, or a clause by which its subject gives a number or says something.
Words between quotation marks are the direct quotes' business.
"""

from __future__ import annotations

from ..reading import Reading, Sentence, Token
from ..vocabulary import measures, reporting
from .quotes_said import Said, phrase, ranges
from .quotes_speaker import Speakers

SUMS = measures.SUMS | frozenset("balance breakdown update account version".split())
CHANNELS = frozenset({"on", "in", "via", "at", "to", "by", "from"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SPEAKING = frozenset({"person", "organisation"})
BRIEF = 16  # words of a lead
CLOCK = frozenset({"|", "-", "–", "—"})


def led(reading: Reading, speakers: Speakers, taken: set[int]) -> list[Said]:
    """The attributions by a lead before a colon, of sentences that attribute nothing else."""
    found = []
    for sentence in reading.sentences:
        if sentence.part.kind not in ("body", "entry") or sentence.index in taken:
            continue
        colon = next((t for t in sentence.tokens[:BRIEF] if t.text == ":"), None)
        said = _led(sentence, colon, speakers) if colon is not None else None
        if said is not None:
            found.append(said)
    return found


def _led(sentence: Sentence, colon: Token, speakers: Speakers) -> Said | None:
    base = sentence.tokens[0].i
    lead = [t for t in sentence.tokens[: colon.i - base] if t.pos != "SPACE"]
    while lead and (lead[0].tag == "CD" or lead[0].text in CLOCK):  # the entry's hour
        lead = lead[1:]
    rest = sentence.tokens[colon.i - base + 1 :]
    if not lead or len(rest) < 2 or rest[0].text in '"“‘' or not any(t.tag == "CD" or t.tag in FINITE for t in rest):
        return None
    verb = next((t for t in lead if t.tag in FINITE and t.pos == "VERB"), None)
    head = _giver(verb, lead) if verb is not None else _named(lead, speakers)
    if head is None or not speakers.speaks(head, SPEAKING | {"group"} if verb is not None else SPEAKING):
        return None
    cue = verb or colon
    return Said(cue, [cue], [t for t in phrase(head, cue) if t in lead], head, ranges(rest), level="statement",
                frame="clause", extra=lead)  # fmt: skip


def _giver(verb: Token, lead: list[Token]) -> Token | None:
    """The subject that gives a number, or says something, in the lead."""
    subject, thing = verb.child("nsubj"), verb.child("dobj")
    if subject is None or subject not in lead or verb.child("neg", "auxpass") is not None:
        return None
    if verb.lemma in measures.STATING:
        return subject if thing is not None and thing.lemma in SUMS else None
    return subject if verb.lemma in reporting.load().states else None


def _named(lead: list[Token], speakers: Speakers) -> Token | None:
    """The one that a lead without a verb names, be it before his channel."""
    for k, token in enumerate(lead):
        if token.tag in ("IN", "TO") and token.lower in CHANNELS:
            lead = lead[:k]
            break
    if not lead or any(t.pos in ("VERB", "AUX", "ADP", "CCONJ", "NUM") for t in lead):
        return None
    return next((t for t in reversed(lead) if speakers.speaks(t, SPEAKING)), None)
