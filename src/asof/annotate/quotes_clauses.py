"""Indirect speech: the clause that a verb has for its object, wherever the sentence puts it.

After the verb, before it, around it ("the pier, the mayor said, was closed"), hung by the parser on
words between, or cut off as a sentence of its own.
"""

from __future__ import annotations

from ..reading import Sentence, Token
from ..vocabulary.reporting import Reporting
from .quotes_said import LOOSE, Ranges, own_subject, passive, ranges, reporter

BESIDE = frozenset({"aux", "neg", "advmod", "prep", "npadvmod", "dative", "prt", "agent"})
STRETCHES = frozenset({"minute", "hour", "day", "week", "month", "year", "night", "decade", "moment"})
HEARING = frozenset({"tell", "inform", "assure", "remind", "advise", "notify", "brief"})


def object_clause(verb: Token) -> Token | None:
    """The clause that is the verb's object; of several the one after it, or else the nearest."""
    found = [
        child for child in verb.children
        if (child.dep == "ccomp" and child.pos != "PUNCT") or (child.dep == "xcomp" and child.tag in ("VBD", "VBZ"))
    ]  # fmt: skip
    after = [child for child in found if child.i > verb.i and not _resumed(child, verb)]
    after = [child for child in after if not _set_off(child, verb)]
    found = [child for child in found if child.i < verb.i or child in after]
    if after:
        return after[0]
    if not found:
        return None
    parts = verb.sentence.tokens[found[-1].i - verb.sentence.tokens[0].i : verb.i - verb.sentence.tokens[0].i]
    return None if any(token.text == ";" for token in parts) else found[-1]


def _set_off(clause: Token, verb: Token) -> bool:
    """Whether the clause only tells when, behind a comma: "he said on Sunday, hours after the group claimed it"."""
    words = clause.subtree()
    tokens, base = verb.sentence.tokens, verb.sentence.tokens[0].i
    before = tokens[words[0].i - 1 - base] if words[0].i > base else None
    timed = any(word.lower in ("after", "before", "as", "while", "since", "when", "because") and word.dep == "mark"
                for word in words[:4])  # fmt: skip
    return timed and before is not None and before.text == ","


def _resumed(clause: Token, verb: Token) -> bool:
    """Whether a relative clause goes on behind an aside: "two men, the inspector said, who were seen leaving"."""
    first = clause.subtree()[0]
    tokens = verb.sentence.tokens
    return (
        first.i > verb.i and first.lower in ("who", "whose", "which") and tokens[first.i - 1 - tokens[0].i].text == ","
    )


def clause_words(verb: Token, clause: Token, known: Reporting) -> Ranges:
    """The clause's words; a fronted clause begins where its sentence does.

    What another says ("…, while the army says") or the same one adds ("…, adding that") is not part of it.
    """
    inside = clause.subtree()
    for token in inside[1:]:
        if reporter(token) is verb or (
            token.dep in ("advcl", "conj", "parataxis") and token.lemma in known.states and own_subject(token)
            and verb.i < clause.i < token.i and token.head.i >= clause.i and _finite(token)
        ):  # fmt: skip
            inside = _without(inside, token.subtree())
    if verb.i < clause.i:
        inside = _without(inside, _gloss(inside))
    who = own_subject(verb)
    first = min(verb.i, who.subtree()[0].i if who is not None else verb.i)
    if inside[-1].i < first and verb.head is verb:
        sentence = verb.sentence.tokens
        start = sentence[0].i
        inside = [token for token in sentence if start <= token.i < first]
    if verb.i < clause.i:
        for other in verb.children:  # "said that one man had died, and that two were held"
            that = any(c.dep == "mark" and c.lower == "that" for c in other.children)
            if that and other.dep == "conj" and other.i > clause.i:
                inside = sorted([*inside, *other.subtree()], key=lambda token: token.i)
    gone = [t for t in inside[:2] if t.lower == "that" and t.dep == "mark"]
    gone += [t for t in inside[:1] if t.tag in ("WDT", "WP") and clause.i > verb.i > t.i]
    return ranges(_without(inside, gone))


def _gloss(inside: list[Token]) -> list[Token]:
    """The report's own explanation at the end of what is said: "said a mine hit the bus, which was full"."""
    for token in inside:
        if token.dep not in ("relcl", "appos") or token.i == inside[0].i:
            continue
        words = token.subtree()
        before = token.sentence.tokens[words[0].i - 1 - token.sentence.tokens[0].i]
        explains = (
            words[0].lower in ("which", "who", "whose", "where")
            if token.dep == "relcl"
            else (words[0].lower in ("a", "an", "the") and any(t.dep == "relcl" for t in words))
        )
        if explains and before.text == "," and words[-1].i >= inside[-1].i - 1 and words[0].i > inside[0].i + 2:
            return words
    return []


def displaced(verb: Token) -> Ranges:
    """A "that" clause that the parser hung on words between: "said in a message that …", "said, citing X, that …"."""
    tokens, base = verb.sentence.tokens, verb.sentence.tokens[0].i
    for token in tokens[verb.i + 2 - base :]:
        if token.lower == "that" and token.dep == "mark" and token.head is not token and verb in token.ancestors():
            return ranges([t for t in token.head.subtree() if t.i > token.i])
    return []


def _finite(token: Token) -> bool:
    return token.tag in ("VBD", "VBZ", "VBP") or any(c.tag in ("VBD", "VBZ", "VBP", "MD") for c in token.children)


def around_aside(verb: Token) -> Ranges:
    """The sentence around a reporting clause that stands between commas or at its end: "…, the union said, …"."""
    sentence = verb.sentence.tokens
    who = own_subject(verb)
    if who is None or passive(verb):
        return []
    words = {t.i for t in who.subtree()} | {verb.i}
    for child in verb.children:
        if child.dep in BESIDE or (child.dep == "dobj" and verb.lemma in HEARING):
            words |= {t.i for t in child.subtree()}
    base = sentence[0].i
    left, right = min(who.i, verb.i), max(who.i, verb.i)
    while left - 1 in words:
        left -= 1
    while right + 1 in words:
        right += 1
    if sentence[right - base].text == ",":  # "says Maria Santos, the mayor, …"
        right -= 1
    before = sentence[left - 1 - base] if left > base else None
    after = sentence[right + 1 - base] if right + 1 - base < len(sentence) else None
    marked = any(c.dep in ("mark", "advmod") and c.lower == "as" for c in verb.children)
    if marked and before is not None and before.lower == "as":
        left -= 1
        before = sentence[left - 1 - base] if left > base else None
    ends = after is None or after.text in LOOSE or after.text in '.?!"”’'
    if not ends or (before is None and not marked) or (before is not None and before.text not in LOOSE and not marked):
        return []
    rest = [t for t in sentence if t.i < left or t.i > right]
    opener = sentence[left - 2 - base] if left - 2 >= base else None
    if opener is not None and opener.lower in ("which", "whom", "where") and right + 1 < sentence[-1].i:
        return ranges([t for t in sentence if t.i > right])  # "the raid, in which, he claimed, six fell"
    rest = _before_remark(rest, right)
    for k, t in enumerate(rest):
        if t.i > right and t.lower == "without" and rest[k + 1 : k + 2] and rest[k + 1].tag == "VBG":
            rest = rest[:k]  # "…, the office said, without saying why": the report's remark
            break
    return ranges(_segment(rest, left)) if any(t.pos in ("VERB", "AUX", "NOUN") for t in rest) else []


def _before_remark(rest: list[Token], right: int) -> list[Token]:
    """Without what the report adds behind the source: ", police said, a day after five died in an ambush"."""
    k = next((k for k, t in enumerate(rest) if t.i > right), len(rest))
    words = rest[k : k + 6]
    while words and words[0].text == ",":
        words = words[1:]
    if not words:
        return rest
    when = next((n for n, t in enumerate(words) if t.lower in ("after", "before", "since")), None)
    counted = any(t.tag == "CD" and t.lower != "one" for t in words[:when])
    timed = not counted and all(t.lemma in STRETCHES or t.tag in ("DT", "CD", "RB") for t in words[:when])
    return rest[:k] if (timed and when) or words[0].lower in ("amid", "despite") else rest


def cut_off(verb: Token, known: Reporting, sentences: list[Sentence]) -> Ranges:
    """Words that the parser made a sentence of their own: "Nine dead | , the mayor says."."""
    sentence, who = verb.sentence, own_subject(verb)
    if sentence.tokens[0].text != "," or sentence.index == 0 or verb.lemma not in known.states or who is None:
        return []
    before = sentences[sentence.index - 1]
    if before.part is not sentence.part or before.tokens[-1].text in ".?!" or verb.i - sentence.tokens[0].i > 8:
        return []
    return ranges(before.tokens)


def _segment(tokens: list[Token], at: int) -> list[Token]:
    """The words around this place up to the next semicolon on either side."""
    first = max((t.i for t in tokens if t.i < at and t.text == ";"), default=-1)
    last = min((t.i for t in tokens if t.i > at and t.text == ";"), default=1 << 60)
    return [t for t in tokens if first < t.i < last]


def _without(tokens: list[Token], dropped: list[Token]) -> list[Token]:
    gone = {token.i for token in dropped}
    return [token for token in tokens if token.i not in gone]
