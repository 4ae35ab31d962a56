"""Full text: the same words are found on both engines, because words are made here and not by an engine.

A word is a run of letters and digits, without case and accents: `el-Fasher` is `el fasher`. A question is
words that must all be there, `"words in a row"`, `begin*`, `-without`, and `one OR other`. Results come
newest first. Does not stem: `strik*` finds strike, strikes and striking.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from ..errors import WrongUse

_WORD = re.compile(r"[^\W_]+")
_TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
# tsvector knows positions up to 16,383 and 255 for a word; beyond them only phrases are missed.
_POSITIONS, _TIMES = 16383, 255
BEFORE, AFTER = 60, 120  # characters around the first find in a snippet: a line or two of a terminal


@dataclass(frozen=True, slots=True)
class Term:
    """Words in a row; `prefix`: the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False
    without: bool = False


Query = tuple[tuple[Term, ...], ...]  # all of these, each one of those


@dataclass(frozen=True, slots=True)
class Found:
    """A report that holds the words: a piece of its text, and where in the text each find stands.

    `snippet` is `text[start:end]`; `finds` are offsets in the text as well, (start, end), all of them.
    """

    report: str
    published: str | None
    title: str | None
    start: int
    end: int
    snippet: str
    finds: tuple[tuple[int, int], ...]


# ── words ────────────────────────────────────────────────────────────────────────────────────────


def words_of(content: str) -> Iterator[tuple[str, int, int]]:
    """Every word, folded, and where it stands."""
    for match in _WORD.finditer(content):
        for word in _fold(match[0]).split():
            yield word, match.start(), match.end()


def _fold(word: str) -> str:
    """Without case and accents. What is no letter or digit then (a stroke, a mark) parts words."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word).casefold()
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", " ", bare)


def parse(query: str) -> Query:
    """A question as a person writes it."""
    groups: list[tuple[Term, ...]] = []
    joined = False
    for minus, phrase, bare in _TERM.findall(query):
        if bare == "OR" and not minus:
            joined = bool(groups)
            continue
        words = tuple(word for word, _, _ in words_of(phrase or bare))
        if not words:
            continue
        term = Term(words, bare.endswith("*"), bool(minus))
        if joined and not minus and not groups[-1][0].without:
            groups[-1] = (*groups[-1], term)
        else:
            groups.append((term,))
        joined = False
    if not any(not group[0].without for group in groups):
        raise WrongUse(
            f'Nothing to look for in {query!r}. Give words, "words in a row", begin*, -without, one OR other.'
        )
    return tuple(groups)


# ── the index ────────────────────────────────────────────────────────────────────────────────────


def index(connection: Connection, texts: Sequence[tuple[int, str]]) -> None:
    """Put the words of these reports, by number, into the index."""
    if not texts:
        return
    if connection.dialect.name == "sqlite":
        rows = [{"report": no, "terms": " ".join(word for word, _, _ in words_of(content))} for no, content in texts]
        connection.execute(text("INSERT INTO words (rowid, terms) VALUES (:report, :terms)"), rows)
    else:
        rows = [{"report": no, "terms": _vector(content)} for no, content in texts]
        connection.execute(text("INSERT INTO words (report, terms) VALUES (:report, CAST(:terms AS tsvector))"), rows)


def _vector(content: str) -> str:
    """The text form of a tsvector: `'word':1,5 'other':2`."""
    places: dict[str, list[int]] = {}
    for place, (word, _, _) in enumerate(words_of(content), 1):
        at = places.setdefault(word[:500], [])  # a lexeme has at most 2,046 bytes
        if len(at) < _TIMES and place <= _POSITIONS:
            at.append(place)
    return " ".join(f"'{word}':{','.join(map(str, at))}" if at else f"'{word}'" for word, at in places.items())


def matching(lite: bool, query: Query) -> tuple[str, str]:
    """The condition on `words` that finds the reports, with the parameter `:sought`, and its value."""
    wanted = [group for group in query if not group[0].without]
    unwanted = [group[0] for group in query if group[0].without]
    if lite:
        sought = " AND ".join(f"({' OR '.join(map(_fts, group))})" for group in wanted)
        return "words MATCH :sought", "".join([f"({sought})", *(f" NOT ({_fts(term)})" for term in unwanted)])
    each = [f"({' | '.join(map(_tsquery, group))})" for group in wanted]
    return "terms @@ CAST(:sought AS tsquery)", " & ".join([*each, *(f"!({_tsquery(term)})" for term in unwanted)])


def _fts(term: Term) -> str:
    return f'"{" ".join(term.words)}"{"*" if term.prefix else ""}'


def _tsquery(term: Term) -> str:
    words = [f"'{word[:500]}'" for word in term.words]
    return f"({' <-> '.join(words)}{':*' if term.prefix else ''})"


# ── the finds ────────────────────────────────────────────────────────────────────────────────────


def finds(content: str, query: Query) -> tuple[tuple[int, int], ...]:
    """Where the words of the question stand in a text, in order."""
    words = list(words_of(content))
    terms = {term for group in query for term in group if not term.without}
    at = {
        (words[start][1], words[start + len(term.words) - 1][2])
        for term in terms
        for start in range(len(words) - len(term.words) + 1)
        if _stands(words, start, term)
    }
    return tuple(sorted(at))


def _stands(words: Sequence[tuple[str, int, int]], start: int, term: Term) -> bool:
    *most, last = term.words
    if any(words[start + step][0] != word for step, word in enumerate(most)):
        return False
    there = words[start + len(most)][0]
    return there.startswith(last) if term.prefix else there == last


def snippet(content: str, at: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Start and end of the piece to show: around the first find, cut between words, within its paragraph."""
    start, end = at[0] if at else (0, 0)
    first = max(content.rfind("\n", 0, start) + 1, start - BEFORE)
    stop = content.find("\n", end)
    last = min(len(content) if stop < 0 else stop, end + AFTER)
    if first > 0 and content[first - 1] not in "\n ":
        first = min(start, content.find(" ", first, start) + 1 or start)
    if last < len(content) and content[last] not in "\n ":
        last = max(end, content.rfind(" ", end, last))
    return first, last
