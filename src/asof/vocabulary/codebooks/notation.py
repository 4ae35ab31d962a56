"""The notation in which a codebook writes verbs and nouns → frames.

    <subject> lemma {object} word …        a verb                 noun of=role        a noun

`a|b` anywhere: either of these. `@name`: the words of a set. `%kind`: see KINDS. `!word`: must not stand
there. The head of plover/codebook.yaml explains it for those who write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import product
from math import prod
from typing import TypeVar

from . import Frame, Slot

# What a slot may ask of a word by its meaning instead of by its lemma.
KINDS = ("place", "people", "armed", "police", "court", "government", "none", "any")
FLAGS = ("by=speaker", "that=future", "voice=passive", "of=actor", "of=recipient")
AFTER_NOUNS = ("for", "of", "by", "on", "against", "to", "from", "between", "with", "at", "in", "into")
# Ways to read one line: eight words of four alternatives each are 65,536. The widest of PLOVER's has 135; 1,000 are
# read in 10 ms, and a line that needs more is better told as two.
MOST = 1000
T = TypeVar("T")
_NOTATION = re.compile(r"<([^<>{}]*)>|\{([^<>{}]*)\}|([^\s<>{}]+)")


class Misspelt(Exception):
    """What is wrong with a notation, without where it stands."""


def nearest(word: str, known: Sequence[str]) -> str:
    """A hint at the nearest valid name, and the list where it is short."""
    close = get_close_matches(word, known, 1, 0.6)
    hint = f" Did you mean {close[0]!r}?" if close else ""
    return f"{hint} Valid: {', '.join(known)}." if len(known) <= 24 else hint


def slot(written: str, sets: Mapping[str, Sequence[str]]) -> Slot:
    """The words between `{}` or `<>` as a slot."""
    lemmas: list[str] = []
    kinds: list[str] = []
    for item in (part.strip() for part in written.split("|")):
        if item.startswith("@"):
            if item[1:] not in sets:
                raise Misspelt(f"there is no set {item!r}.{nearest(item[1:], sorted(sets))}")
            lemmas.extend(sets[item[1:]])
        elif item.startswith("%"):
            if item[1:] not in KINDS:
                raise Misspelt(f"there is no kind {item!r}.{nearest(item[1:], KINDS)}")
            kinds.append(item[1:])
        elif item:
            lemmas.append(item)
        else:
            raise Misspelt("a slot is empty: between { } or < > stand words, @sets or %kinds, parted by |.")
    return Slot(frozenset(lemmas), frozenset(kinds))


def ways(steps: Sequence[Sequence[T]]) -> Iterator[tuple[T, ...]]:
    """Each way to choose one alternative of every word of a line; a line with too many is refused before any is."""
    if (many := prod(map(len, steps))) > MOST:
        raise Misspelt(f"its alternatives make {many:,} wordings, of {MOST:,} at most: write it as several lines.")
    return product(*steps)


def verb_frames(written: str, code: str, mode: str | None, sets: Mapping[str, Sequence[str]]) -> list[Frame]:
    """A verb in the codebook's notation as frames: one for each of its lemmas."""
    text = written.lstrip("~")
    if re.sub(r"\s+", "", _NOTATION.sub("", text)):
        raise Misspelt("a bracket is not closed: < > around the subject, { } around the object.")
    subject: Slot | None = None
    targets: list[tuple[Slot, str | None]] = []
    lemmas: list[str] = []
    words: list[str] = []
    without: list[str] = []
    flags: set[str] = set()
    for in_subject, in_object, word in _NOTATION.findall(text):
        if not (in_subject or in_object or word):
            raise Misspelt("a slot is empty: between { } or < > stand words, @sets or %kinds, parted by |.")
        if in_subject:
            subject = slot(in_subject, sets)
        elif in_object:
            targets.append((slot(in_object, sets), words[-1] if words else None))
        elif word.startswith("!"):
            without.extend(_without(word, sets))
        elif "=" in word:
            flags.add(_flag(word))
        elif not lemmas:
            lemmas = word.split("|")
        else:
            words.append(word)
    if not lemmas:
        raise Misspelt("there is no verb: a bare word must stand outside the brackets.")
    if len(targets) > 2 or (len(targets) == 2 and (targets[1][1] is None or targets[0][1] is not None)):
        raise Misspelt("a verb has one object, and one after a preposition: take {people} to {court}.")
    (target, object_of), (beyond, beyond_of) = (*targets, (None, None), (None, None))[:2]
    return [
        Frame(
            lemma, code, mode, code, tuple(words), tuple(without), target, object_of, beyond, beyond_of, subject,
            written.startswith("~"), "by=speaker" in flags, "that=future" in flags, "voice=passive" in flags,
            notation=written,
        )
        for lemma in lemmas
    ]  # fmt: skip


def noun_frames(written: str, code: str, mode: str | None, sets: Mapping[str, Sequence[str]]) -> list[Frame]:
    """A noun in the codebook's notation as frames; words before the noun must stand before it."""
    of, words, without, target = "recipient", list[str](), list[str](), None
    for in_subject, in_object, word in _NOTATION.findall(written.lstrip("~")):
        if in_subject:
            raise Misspelt("a noun has no subject: write the words before it, the noun, and a preposition after it.")
        if in_object:
            target = slot(in_object, sets)
        elif word.startswith("!"):
            without.extend(_without(word, sets))
        elif "=" in word:
            of = _flag(word).removeprefix("of=")
        else:
            words.append(word)
    if not words:
        raise Misspelt("there is no noun.")
    after: tuple[str, ...] = (words.pop(),) if len(words) > 1 and set(words[-1].split("|")) <= set(AFTER_NOUNS) else ()
    if target is not None and not after:
        raise Misspelt("before { } of a noun stands its preposition: siege of {hotel}.")
    found = []
    *preceding, last = (word.split("|") for word in words)
    for noun, *before in ways([last, *preceding]):
        found.append(
            Frame(
                noun, code, mode, code, after, tuple(without), target, after[0] if target else None,
                ambiguous=written.startswith("~"), of=of, before=tuple(before), notation=written,
            )
        )  # fmt: skip
    return found


def _without(word: str, sets: Mapping[str, Sequence[str]]) -> list[str]:
    """The words of `!one|two|@set`."""
    return sorted(slot(word[1:], sets).lemmas)


def _flag(word: str) -> str:
    if word not in FLAGS:
        raise Misspelt(f"{word!r} is not known.{nearest(word, FLAGS)}")
    return word
