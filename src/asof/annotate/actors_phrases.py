"""Noun phrases as token ranges and words: heads, edges, the words of names for comparison."""

from __future__ import annotations

from ..reading import Reading, Token
from ..vocabulary.actors import fold
from .actors_candidates import Gender


def head_of(tokens: list[Token]) -> Token:
    """The word of the stretch whose own head lies outside it; the last of them where there are several."""
    inside = {t.i for t in tokens}
    for token in reversed(tokens):
        if (token.head is token or token.head.i not in inside) and token.dep not in ("punct", "case", "det"):
            return token
    return tokens[-1]


def left_edge(head: Token) -> int:
    """The first token of the noun phrase, as far as its parts stand directly before the head."""
    first = head.i
    for child in sorted(head.children, key=lambda t: -t.i):
        if child.i < first and child.dep in ("det", "amod", "nummod", "compound", "poss", "nmod", "quantmod", "predet"):
            first = min(t.i for t in child.subtree())
    return first


def words_of(reading: Reading, first: int, last: int) -> str:
    """The words themselves, white space made plain; of a text in capitals, as they are written elsewhere."""
    text, tokens = reading.document.text, reading.tokens
    words = text[tokens[first].start : tokens[last].end]
    if words.isupper() and any(not token.text.isupper() for token in tokens[first : last + 1] if token.pos != "PUNCT"):
        pieces = [token.text + text[token.end : tokens[token.i + 1].start] for token in tokens[first:last]]
        words = "".join([*pieces, tokens[last].text])
    return " ".join(words.split())


def name_words(run: list[Token]) -> tuple[str, ...]:
    """The words of a name for comparison: hyphened particles joined, lower case, without accents."""
    joined = "".join(
        t.text + ("" if k + 1 < len(run) and run[k + 1].start == t.end else " ") for k, t in enumerate(run)
    )
    return tuple(fold(joined).lower().split())


def gender(value: str | None) -> Gender | None:
    """A table's cell as a gender."""
    return "m" if value == "m" else "f" if value == "f" else None
