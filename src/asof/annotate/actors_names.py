"""Names of people, organisations and states in a reading.

Three sources, the surest first: the registry, the parser's entities, runs of proper nouns that
neither covers. Runs are repaired (particles, titles, possessives) and sorted into person or
organisation by their words and their syntax. Does not link two names of one bearer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ..reading import Reading, Token
from ..vocabulary.actors import fold, nouns, registry
from ..vocabulary.actors.words import (
    KEPT_TITLES,
    NAME_PARTICLES,
    NOT_NAMES,
    ORGANISATION_WORDS,
    TITLE_MODIFIERS,
    TITLES,
)
from .actors_candidates import Candidate
from .actors_issuer import own_name
from .actors_known import registry_names
from .actors_name_kinds import called_sector, classify, gender_of, group_noun, human_syntax, is_placed, sector_of
from .actors_phrases import head_of, name_words

SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
AFTER_TITLES = frozenset({"elect", "designate", "general", "emeritus"})


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a reading, and the country of each token that belongs to a state's name or adjective."""

    found: list[Candidate]
    country_at: dict[int, str]
    roles: dict[int, str]  # of the place references, by token


def find(reading: Reading) -> Names:
    """Every name, in order of the text; none overlaps another."""
    taken: dict[int, Candidate] = {}
    country_at: dict[int, str] = {}
    refs = _place_tokens(reading)
    for found in registry_names(reading, refs, country_at):
        _take(taken, found)
    for found in own_name(reading):
        if all(taken.get(i) is None or taken[i].entry is None for i in range(found.first, found.last + 1)):
            _take(taken, found)
    stretches = [peel(run) for run in runs(reading, taken)]
    placed = _placed([rest for title, rest in stretches if rest and not title], refs)
    stretches = [(title, rest) for title, rest in stretches if rest and not _generic(title + rest, country_at)]
    groups = {name_words(rest) for title, rest in stretches if not title and group_noun(head_of(rest)) is not None}
    for title, rest in stretches:
        if title or len(rest) > 1:
            _sort_run(reading, title, rest, placed, taken, groups=groups)
    surnames = {c.words[-1] for c in taken.values() if c.kind == "person"}
    surnames |= _office_holders(reading, {name_words(rest)[-1] for _, rest in stretches}, country_at)
    for title, rest in stretches:
        if not title and len(rest) == 1:
            _sort_run(reading, title, rest, placed, taken, surnames, groups)
    _abbreviations(reading, taken)
    return Names(sorted(dict.fromkeys(taken.values()), key=lambda c: c.first), country_at, refs)


def _abbreviations(reading: Reading, taken: dict[int, Candidate]) -> None:
    """Short forms that the report introduces: "the Coast Relief Desk (CRD)", "the mission, known as AUSSOM"."""
    short: dict[str, Candidate] = {}
    for name in dict.fromkeys(taken.values()):
        if name.kind != "organisation" or name.last + 3 >= len(reading.tokens):
            continue
        after = reading.tokens[name.last + 1 : name.last + 4]
        if after[0].text == "(" and after[2].text == ")" and _shortened(after[1].text):
            short.setdefault(after[1].text, name)
    if not short:
        return
    for token in reading.tokens:
        whole = short.get(token.text)
        held = taken.get(token.i)
        if whole is None or (held is not None and held.entry is not None):
            continue
        if held is None or held.first == held.last:
            _take(taken, Candidate(
                token.i, token.i, token, "name", "organisation", token.text, whole.entry, whole.country, whole.sector,
                number="one", gender="n", words=whole.words,
            ))  # fmt: skip


def _shortened(word: str) -> bool:
    return 1 < len(word) <= 12 and sum(c.isupper() for c in word) >= 2 and word.replace("-", "").isalnum()


def _placed(stretches: list[list[Token]], refs: dict[int, str]) -> set[tuple[str, ...]]:
    """Names that stand where places stand at least as often as where people do."""
    places: Counter[tuple[str, ...]] = Counter()
    people: Counter[tuple[str, ...]] = Counter()
    for run in stretches:
        if is_placed(run, refs):
            places[name_words(run)] += 1
        elif human_syntax(head_of(run), run):
            people[name_words(run)] += 1
    return {words for words, count in places.items() if count >= people[words]}


def _office_holders(reading: Reading, words: set[str], country_at: dict[int, str]) -> set[str]:
    """Those of the words by which an office holder on the day is called, in a country that the report names."""
    moment = reading.document.report.published
    countries = frozenset(country_at.values())
    return {
        word
        for word in words
        for term in registry().surnames.get(word, ())
        if term.country in countries and (moment is None or term.covers(moment))
    }


def _take(taken: dict[int, Candidate], found: Candidate) -> None:
    for i in range(found.first, found.last + 1):
        taken[i] = found


def _place_tokens(reading: Reading) -> dict[int, str]:
    """Token index → role of the place reference that covers it."""
    roles: dict[int, str] = {}
    for ref in reading.place_refs:
        for token in reading.tokens_in(ref.span.start, ref.span.end):
            roles[token.i] = ref.role
    return roles


def runs(reading: Reading, taken: dict[int, Candidate]) -> list[list[Token]]:
    """Maximal stretches of proper nouns, joined over particles, hyphens and the possessive inside a name."""
    found: list[list[Token]] = []
    for sentence in reading.sentences:
        tokens, i = sentence.tokens, 0
        while i < len(tokens):
            if not _begins(tokens, i, taken):
                i += 1
                continue
            j = i
            while (step := _continues(tokens, j, taken)) > 0:
                j += step
            found.append(tokens[i : j + 1])
            i = j + 1
    return found


def _proper(token: Token) -> bool:
    return (
        (token.pos == "PROPN" and token.text[0].isalpha() and not token.text[0].islower())
        or (token.ent in NAMED_LABELS and token.text[0].isupper() and token.pos in ("NOUN", "ADJ", "X", "VERB", "INTJ"))
        or (token.pos in MISREAD and len(token.lower) > 5 and token.text[0].isupper() and _surname(token))
    )  # fmt: skip


def _surname(token: Token) -> bool:
    """Whether an office holder is called so, whom the parser took for another word: "Zelensky" as an adverb."""
    return fold(token.lower) in registry().surnames and token.lower not in nouns()


MISREAD = frozenset({"ADV", "X", "VERB", "ADJ", "INTJ"})


NAMED_LABELS = frozenset({"PERSON", "ORG", "GPE", "FAC", "NORP", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT"})


def _begins(tokens: list[Token], i: int, taken: dict[int, Candidate]) -> bool:
    token = tokens[i]
    if token.i in taken:
        return False
    if _proper(token):
        return token.lower not in NOT_NAMES
    if token.lower in NAME_PARTICLES and i + 2 < len(tokens) and tokens[i + 1].text == "-":
        return _proper(tokens[i + 2])
    return False


def _continues(tokens: list[Token], j: int, taken: dict[int, Candidate]) -> int:
    """How many tokens further the next piece of the name ends; 0 where the name ends here."""
    for step in (1, 2, 3, 4):
        k = j + step
        if k >= len(tokens) or tokens[k].i in taken:
            return 0
        token, between = tokens[k], tokens[j + 1 : k]
        if (
            step == 2
            and between[0].text == "-"
            and token.start == between[0].end == tokens[j].end + 1
            and (token.ent == "PERSON" or token.pos == "PROPN")
        ):
            return step  # "Ban Ki-moon", "Kim Dae-jung"
        if _proper(token) and (token.lower not in NOT_NAMES or token.ent == "PERSON"):  # "Theresa May"
            return step if all(_joins(t, tokens, j) for t in between) else 0
        if not _joins(token, tokens, j):
            return 0
    return 0


def _joins(token: Token, tokens: list[Token], j: int) -> bool:
    """Whether the word may stand inside a name, after its piece that ends at `j`."""
    before = tokens[j].lower
    if token.text in ("-", "‑", "&") or token.lower in NAME_PARTICLES:
        return True
    if token.text == ".":  # "Fr. Celso Baylon", where the parser parts the full stop
        return before in TITLES and len(before) < 5
    if token.lower in ("for", "against", "without"):  # "Lawyers for Peace"
        return before in ORGANISATION_WORDS or (before.endswith("s") and tokens[j].text[0].isupper())
    if token.lower in ("'", "’", "'s", "’s"):  # "Nurses' Union", "Women's League"
        return before.endswith("s") or before in ("women", "men", "people", "children")
    if token.lower == "and":
        return any(t.lower in ("ministry", "department", "office", "agency") for t in tokens[max(0, j - 3) : j + 1])
    return token.lower in ("of", "the") and before in ORGANISATION_WORDS


def _generic(tokens: list[Token], country_at: dict[int, str]) -> bool:
    """Common nouns with capital letters: "the Ministry", "Armed Forces", "Pakistani Army"; a state's name alone."""
    run = [t for t in tokens if t.i not in country_at]
    if not run:
        return True
    return all(t.lower in GENERIC_WORDS or t.lower in nouns() or t.lower in ORGANISATION_WORDS for t in run) or (
        run[0].lower in ("government", "state", "republic", "kingdom") and len(run) > 1 and run[1].lower == "of"
    )


GENERIC_WORDS = TITLE_MODIFIERS | frozenset(
    """armed terrorist terror rebel the of and security general joint public
    human rights affairs civil medical statement communique communiqué breaking""".split()
)


def _sort_run(
    reading: Reading, title: list[Token], rest: list[Token], placed: set[tuple[str, ...]], taken: dict[int, Candidate],
    surnames: AbstractSet[str] = frozenset(), groups: AbstractSet[tuple[str, ...]] = frozenset(),
) -> None:  # fmt: skip
    """Make a candidate of the run where it names an actor."""
    words = name_words(rest)
    if words in groups and not title:
        kind: str | None = "organisation"
    else:
        kind = "person" if words[-1] in surnames and len(rest) == 1 else classify(rest, bool(title), words in placed)
    if kind is None:
        return
    head = head_of(rest)
    name = reading.document.text[rest[0].start : rest[-1].end]
    made = Candidate(
        rest[0].i, rest[-1].i, head, "name", "person" if kind == "person" else "organisation", name,
        number="one", title=reading.span(title).text.strip(" -") if title else None, words=words,
    )  # fmt: skip
    if kind == "person":
        made.gender = gender_of(rest, title)
    else:
        made.gender = "n"
        group = group_noun(head)
        made.sector = sector_of(rest) or (called_sector(group) if group is not None else None)
    _take(taken, made)


def peel(run: list[Token]) -> tuple[list[Token], list[Token]]:
    """A run's titles and the name that follows them: "Brigadier General" and "Yasir Khalafallah"."""
    last = 0
    for k, token in enumerate(run[:-1]):
        word = token.lower.rstrip(".").removeprefix("ex-")
        after = run[k + 1].lower.rstrip(".")
        if word in TITLES and word not in KEPT_TITLES and after not in SUFFIXES:
            last = k + 1
        elif last == k and k and (not word or word == "-" or (word in AFTER_TITLES and run[k - 1].text == "-")):
            last = k + 1  # "Fr. Celso", "Senator-elect Valcin"
    if last == 0 and run[0].lower in TITLE_MODIFIERS and len(run) > 2 and run[0].lower in ("retired", "late"):
        last = 1
    if last and any(t.lower in ORGANISATION_WORDS for t in run[last:]):
        return [], run
    return run[:last], run[last:]
