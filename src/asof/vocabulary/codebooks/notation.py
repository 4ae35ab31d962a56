"""The notation in which a codebook writes verbs and nouns → frames.

    <subject> lemma {object} word …        a verb                 noun of=role        a noun

`a|b` anywhere: either of these. `@name`: the words of a set. `%kind`: see KINDS. `!word`: must not stand
there. The head of plover/codebook.yaml explains it for those who write.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from itertools import product

from . import Frame, Slot

# What a slot may ask of a word by its meaning instead of by its lemma.
KINDS = ("place", "people", "armed", "police", "court", "government", "none", "any")
FLAGS = ("by=speaker", "that=future", "voice=passive", "of=actor", "of=recipient")
AFTER_NOUNS = ("for", "of", "by", "on", "against", "to", "from", "between", "with", "at", "in", "into")
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


def verb_frames(written: str, code: str, mode: str | None, sets: Mapping[str, Sequence[str]]) -> list[Frame]:
    """A verb in the codebook's notation as frames: one for each of its lemmas."""
    text = written.lstrip("~")
    if re.sub(r"\s+", "", _NOTATION.sub("", text)):
        raise Misspelt("a bracket is not closed: < > around the subject, { } around the object.")
    subject = target = None
    object_of: str | None = None
    lemmas: list[str] = []
    words: list[str] = []
    without: list[str] = []
    flags: set[str] = set()
    for in_subject, in_object, word in _NOTATION.findall(text):
        if in_subject:
            subject = slot(in_subject, sets)
        elif in_object:
            target, object_of = slot(in_object, sets), words[-1] if words else None
        elif word.startswith("!"):
            without.extend(word[1:].split("|"))
        elif "=" in word:
            flags.add(_flag(word))
        elif not lemmas:
            lemmas = word.split("|")
        else:
            words.append(word)
    if not lemmas:
        raise Misspelt("there is no verb: a bare word must stand outside the brackets.")
    return [
        Frame(
            lemma, code, mode, tuple(words), tuple(without), target, object_of, subject, written.startswith("~"),
            "by=speaker" in flags, "that=future" in flags, "voice=passive" in flags, notation=written,
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
            without.extend(word[1:].split("|"))
        elif "=" in word:
            of = _flag(word).removeprefix("of=")
        else:
            words.append(word)
    if not words:
        raise Misspelt("there is no noun.")
    last = words[-1].split("|")
    after = (words.pop(),) if len(words) > 1 and all(word in AFTER_NOUNS for word in last) else ()
    if target is not None and not after:
        raise Misspelt("before { } of a noun stands its preposition: siege of {hotel}.")
    return [
        Frame(
            noun, code, mode, after, tuple(without), target, after[0] if target else None,
            ambiguous=written.startswith("~"), of=of, before=tuple(before), notation=written,
        )
        for *before, noun in product(*(word.split("|") for word in words))
    ]  # fmt: skip


def _flag(word: str) -> str:
    if word not in FLAGS:
        raise Misspelt(f"{word!r} is not known.{nearest(word, FLAGS)}")
    return word
