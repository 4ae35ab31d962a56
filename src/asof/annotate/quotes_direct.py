"""Direct speech: which quoted stretches are somebody's words, and the words around them that say whose.

A stretch is speech when it stands where a sentence may (after a full stop, a colon, a comma or the
verb itself) and reads like one; a title, a nickname or a doubted word is not. The cue is looked for
after the quote, then before it; a quote without one continues the quote before it or has the last
speaker (`carried`).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from ..reading import Reading, Token
from ..vocabulary import reporting
from ..vocabulary.reporting import Reporting
from .quotes_marks import Stretch, stretches
from .quotes_said import LOOSE, Ranges, Said, cue_words, phrase, ranges, subject

STOPS = frozenset({".", "?", "!", "...", "…"})
MARKS = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'", "«", "»"})
DASHES = frozenset({"-", "--", "–", "—", "―"})
CONDITIONS = frozenset({"if", "unless", "until", "once", "should"})
BOUND = frozenset({"VBD", "VBZ", "VBP", "MD"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBG", "VBN", "VB"})
NAMING = frozenset({"call", "describe", "label", "dub", "cite", "mention", "term", "quote", "name"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(slots=True, eq=False)
class _Paragraph:
    """A part of the document with its words and its quoted stretches."""

    words: list[Token]
    starts: list[int]
    stretches: list[Stretch]

    def between(self, start: int, end: int) -> list[Token]:
        """Words of the stretch of text, quotation marks left out."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [word for word in self.words[low:high] if word.text not in MARKS]


def direct_attributions(reading: Reading) -> tuple[list[Said], list[Stretch]]:
    """Direct quotes in order of the text, and every quoted stretch whether spoken or not."""
    known = reporting.load()
    found: list[Said] = []
    seen: list[Stretch] = []
    running: Said | None = None  # a quote that its paragraph left open
    announced: list[Token] = []  # "The union reports:" in the paragraph before
    for paragraph in _paragraphs(reading):
        seen.extend(paragraph.stretches)
        count = len(found)
        running = _paragraph(reading.document.text, paragraph, running, found, known)
        if announced and len(found) > count and found[count].carried and not paragraph.words[0].text.isalnum():
            _announce(found, count, announced, known)
        announced = _sentence_before(paragraph.words) if paragraph.words[-1].text == ":" else []
    return found, seen


def _announce(found: list[Said], at: int, lead: list[Token], known: Reporting) -> None:
    """Give the quote that opens a paragraph the cue that ends the one before."""
    said = _cue_before(lead, known)
    if said is not None:
        said.content = found[at].content
        found[at] = said


def _paragraphs(reading: Reading) -> list[_Paragraph]:
    grouped: list[list[Token]] = []
    part = None
    for sentence in reading.sentences:
        if sentence.part is not part:
            part = sentence.part
            grouped.append([])
        grouped[-1].extend(sentence.tokens)
    found = []
    for words in grouped:
        marked = stretches(reading.document.text, words[0].start, words[-1].end)
        found.append(_Paragraph(words, [word.start for word in words], marked))
    return found


def _paragraph(
    text: str, paragraph: _Paragraph, running: Said | None, found: list[Said], known: Reporting
) -> Said | None:
    previous: Said | None = None
    for k, stretch in enumerate(paragraph.stretches):
        low = paragraph.stretches[k - 1].end if k else paragraph.words[0].start
        high = paragraph.stretches[k + 1].start if k + 1 < len(paragraph.stretches) else paragraph.words[-1].end
        before, after = paragraph.between(low, stretch.start), paragraph.between(stretch.end, high)
        inner = _inner(text, stretch)
        if inner[0] >= inner[1]:
            continue
        if running is not None and k == 0 and not before:
            running.content.append(inner)
            previous = running
        elif _spoken(text[stretch.first : stretch.last], before, after, previous, known):
            said = _attributed(text, stretch, before, after, previous, known)
            if said is None and previous is not None and _continues(before, known):
                previous.content.append(inner)
            else:
                said = said or _carried(before, paragraph, stretch, known)
                if previous is not None and said.cue and said.verb is previous.verb:
                    previous.content.append(inner)
                else:
                    if said.cue and text[inner[0]].islower():
                        said.content.extend(_led(_sentence_before(before), said))
                    said.content.append(inner)
                    found.append(said)
                    previous = said
        running = previous if not stretch.closed and previous is not None else None
    return running


def _inner(text: str, stretch: Stretch) -> tuple[int, int]:
    """What stands between the marks, without white space at its ends."""
    first, last = stretch.first, stretch.last
    while first < last and text[first].isspace():
        first += 1
    while first < last and text[last - 1].isspace():
        last -= 1
    return first, last


def _led(lead: list[Token], said: Said) -> Ranges:
    """What is said before the aside that the quote follows: "If they are hurt, he said, \"we answer\"."""
    if lead[0].lower not in CONDITIONS or said.verb not in lead or not said.source:
        return []
    first = min(said.source[0].i, said.verb.i)
    words = [word for word in lead if word.i < first]
    return ranges(words) if words and words[-1].text == "," and lead[-1].text == "," else []


def _sentence_before(before: list[Token]) -> list[Token]:
    """Words since the last full stop, be it that of an abbreviation: "in wing C.", "at 5 p.m."."""
    if before and before[-1].text[-1] == "." and before[-1].dep not in ("compound", "nmod"):
        return []
    for k in range(len(before) - 1, -1, -1):
        if _stops(before[k]):
            return before[k + 1 :]
    return before


def _sentence_after(after: list[Token]) -> list[Token]:
    """Words up to the next full stop."""
    for k, word in enumerate(after):
        if _stops(word) or word.text == ";":
            return after[:k]
    return after


def _stops(word: Token) -> bool:
    """Whether a sentence ends here; not in "said Maj. Gen. Darren Pruett"."""
    return word.text in STOPS and not (word.text == "." and word.dep in ("compound", "nmod"))


def _spoken(inner: str, before: list[Token], after: list[Token], previous: Said | None, known: Reporting) -> bool:
    inner = inner.strip()
    if not inner:
        return False
    words = inner.split()
    ends = inner[-1] in ".,?!…—–-;:" or (bool(after) and after[0].text in {",", *DASHES})
    lead = _sentence_before(before)
    if _title(words) and inner[-1] not in ".?!" and not (inner[-1] == "," and _cued(after, known)):
        return False
    if not lead:
        opener = inner.lstrip("[('‘“\"…. ")[:1]
        return (
            (ends or not after)
            and (len(words) > 1 or inner[-1] in ".?!,")
            and (not opener.islower() or not before or bool(previous))
        )
    last = lead[-1]
    if last.text == ":":
        return len(words) > 1 or inner[-1] in ".?!,"
    spoke = [w for w in lead if w.pos == "VERB" and w.lemma in known.speech]
    if last.text == "," or last.text in DASHES:
        return bool(spoke) and (ends or len(words) > 3) and len(words) > 1
    sentence = not inner.lstrip("[('‘“\"…. ")[:1].islower() or (ends and len(words) > 5)
    return last in spoke and sentence and last.lemma not in NAMING


def _cued(after: list[Token], known: Reporting) -> bool:
    """Whether a verb of saying follows at once: "Bring O-negative," she begged."""
    return any(word.pos == "VERB" and word.lemma in known.speech for word in after[:2])


def _title(words: list[str]) -> bool:
    """Whether every longer word has a capital: the name of a book, not a sentence."""
    longer = [word.strip(",.?!'’\"“”") for word in words if len(word) > 4]
    return len(words) > 1 and len(longer) > 1 and all(word[:1].isupper() for word in longer)


def _attributed(
    text: str, stretch: Stretch, before: list[Token], after: list[Token], previous: Said | None, known: Reporting
) -> Said | None:
    """The attribution by a cue beside the quote."""
    inner = text[stretch.first : stretch.last].rstrip()
    tail = _sentence_after(after)
    lead = _sentence_before(before)
    open_end = inner[-1:] not in ".…" or (bool(tail) and (tail[0].text[0].islower() or tail[0].text in LOOSE))
    said = None
    if lead and (lead[-1].text == ":" or (lead[-1].pos == "VERB" and inner[-1:] != ",")):
        said = _cue_before(lead, known)
    if said is None and open_end and tail:
        said = _cue_after(tail, known, inner[-1:] == ",")
    if said is None and lead:
        if previous is not None and previous.cue and previous.cue[0] in lead:
            return previous
        said = _cue_before(lead, known)
    return said


def _cue_after(tail: list[Token], known: Reporting, comma: bool) -> Said | None:
    if tail[0].text in DASHES and len(tail) > 1 and len(tail) < 12 and not any(w.tag in BOUND for w in tail):
        head = next((w for w in tail[1:] if w.pos in NOMINAL and w.dep not in ("compound", "poss", "nmod")), None)
        return _said(tail[0], [tail[0]], head, tail[1:]) if head is not None else None
    verbs = [w for w in tail if w.pos in ("VERB", "AUX") and w.tag in FINITE]
    limit = next((w.i for w in tail if w.text == ":"), tail[-1].i + 1)
    spoke = [w for w in verbs if w.lemma in known.speech and w.dep != "relcl" and w.i < limit]
    spoke = spoke or [w for w in verbs if w.lemma in known.speech and w.i < limit]
    if not spoke and comma:
        spoke = [w for w in verbs if w.pos == "VERB" and w.i - tail[0].i < 8 and w.child("nsubj")]
    if not spoke:
        if tail[0].lower == "according" or (len(tail) > 1 and tail[1].lower == "according"):
            k = 0 if tail[0].lower == "according" else 1
            head = next((w for w in tail[k + 2 :] if w.dep == "pobj"), None)
            return _said(tail[k], tail[k : k + 2], head, tail[k + 2 :]) if head is not None else None
        return None
    verb = spoke[0]
    return _said(verb, cue_words(verb), _speaker(verb, tail), tail)


def _cue_before(lead: list[Token], known: Reporting) -> Said | None:
    verbs = [w for w in lead if w.pos == "VERB" and w.lemma in known.speech]
    if verbs:
        verb = next((w for w in reversed(verbs) if w.dep not in ("relcl", "acl", "amod")), verbs[-1])
        return _said(verb, cue_words(verb), _speaker(verb, lead), lead)
    if lead[-1].text != ":":
        return None
    head = next((w for w in lead if w.pos in NOMINAL and w.dep in ("nsubj", "nsubjpass", "ROOT")), None)
    if head is None and len(lead) < 8:
        head = next((w for w in lead if w.pos in NOMINAL and w.dep not in ("compound", "poss", "nmod", "amod")), None)
    if head is None or (len(lead) > 12 and head.dep == "ROOT"):
        return None
    verb = next((w for w in lead if w.pos in ("VERB", "AUX") and w is head.head), lead[-1])
    return _said(verb, [verb], head, lead)


def _speaker(verb: Token, segment: list[Token]) -> Token | None:
    """Head of the speaker: the verb's subject where the grammar has it beside the quote, else its nearest neighbour."""
    inside = {word.i for word in segment}
    _, head = subject(verb)
    if head is not None and (head.i in inside or verb.dep in ("conj", "advcl", "acl", "relcl", "xcomp")):
        return head
    after = [w for w in segment if w.i > verb.i]
    if after and after[0].i == verb.i + 1 and after[0].pos in (*NOMINAL, "DET", "ADJ"):
        for word in after:
            if word.pos in NOMINAL and word.dep not in ("compound", "poss", "nmod", "amod"):
                return word
    for word in reversed([w for w in segment if w.i < verb.i]):
        if word.pos in NOMINAL and word.dep not in ("compound", "pobj", "dobj", "appos"):
            return word
    return None


def _said(verb: Token, cue: list[Token], head: Token | None, segment: list[Token]) -> Said:
    inside = {word.i for word in segment}
    source: list[Token] = []
    if head is not None:
        source = [w for w in phrase(head, verb) if w.i in inside or head.i not in inside]
        if verb in source:
            source = [head]
    return Said(verb, cue, source, head, [], level="statement", direct=True, extra=segment,
                stance=reporting.load().stance(verb.lemma))  # fmt: skip


def _continues(before: list[Token], known: Reporting) -> bool:
    """Whether nothing between two quotes is said by, or told of, anybody else."""
    sentences: list[list[Token]] = [[]]
    for word in before:
        if word.text in STOPS:
            sentences.append([])
        else:
            sentences[-1].append(word)
    for words in [s for s in sentences[1:] if s]:
        if any(w.pos == "VERB" and (w.lemma in known.speech or w.lemma in known.belief) for w in words):
            return False
    return True


def _carried(before: list[Token], paragraph: _Paragraph, stretch: Stretch, known: Reporting) -> Said:
    """A quote without a cue: its speaker is told of just before it, just after it, or spoke last."""
    verb = (
        paragraph.between(stretch.start, stretch.end)[0]
        if paragraph.between(stretch.start, stretch.end)
        else (paragraph.words[0])
    )
    said = Said(verb, [], [], None, [], level="statement", direct=True, carried=True, score=0.6)
    if not before:
        following = paragraph.between(stretch.end, paragraph.words[-1].end + 1)
        tail = _sentence_after(following)
        spoke = [w for w in tail if w.pos == "VERB" and w.lemma in known.speech and w.child("nsubj")]
        if spoke and paragraph.stretches[0] is stretch:
            said.speaker = subject(spoke[0])[1]
            said.carried = False
    return said
