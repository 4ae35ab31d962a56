"""Names of people, organisations and states in a reading.

Three sources, the surest first: the registry, the parser's entities, runs of proper nouns that
neither covers. Runs are repaired (particles, titles, possessives) and sorted into person or
organisation by their words and their syntax. Does not link two names of one bearer.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..reading import Reading, Token
from ..vocabulary.actors import Alias, first_word, fold, nouns, registry
from ..vocabulary.actors.words import (
    FIRST_NAMES,
    KEPT_TITLES,
    NAME_PARTICLES,
    NOT_NAMES,
    ORGANISATION_WORDS,
    SPEECH_VERBS,
    TITLE_MODIFIERS,
    TITLES,
)
from .actors_candidates import Candidate, Gender

SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
GENERIC = frozenset({"org:us-congress", "org:us-senate", "org:us-house-of-representatives", "org:us-supreme-court"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


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
    stretches = [peel(run) for run in runs(reading, taken)]
    placed = {name_words(rest) for title, rest in stretches if rest and not title and is_placed(rest, refs)}
    stretches = [(title, rest) for title, rest in stretches if rest and not all(t.i in country_at for t in rest)]
    for title, rest in stretches:
        if title or len(rest) > 1:
            _sort_run(reading, title, rest, placed, taken)
    surnames = {c.words[-1] for c in taken.values() if c.kind == "person"}
    for title, rest in stretches:
        if not title and len(rest) == 1:
            _sort_run(reading, title, rest, placed, taken, surnames)
    return Names(sorted(dict.fromkeys(taken.values()), key=lambda c: c.first), country_at, refs)


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


# ── known names ──────────────────────────────────────────────────────────────────────────────────


def registry_names(reading: Reading, refs: dict[int, str], country_at: dict[int, str]) -> list[Candidate]:
    """Names that the registry knows, longest first; states only where they act."""
    text = fold(reading.document.text)
    index = registry().index
    found: list[Candidate] = []
    until = -1
    for token in reading.tokens:
        if token.start < until or (token.text[0].islower() and token.lower not in LOWER_STARTS):
            continue
        aliases = index.get(fold(first_word(token.text)))
        if aliases is None:
            continue
        for alias in aliases:
            last = _ends(reading, text, token, alias.text)
            if last is None:
                continue
            if alias.entry.kind == "state" and alias.entry.country and alias.use != "metonym":
                country_at.update(dict.fromkeys(range(token.i, last.i + 1), alias.entry.country))
            made = _known(reading, alias, token.i, last, refs)
            if made is not None:
                found.append(made)
            if made is not None or alias.use == "name":
                until = last.end
            break
    return found


LOWER_STARTS = frozenset({"al", "so", "el"})


def _ends(reading: Reading, text: str, token: Token, alias: str) -> Token | None:
    """The token that the alias ends with when it begins at this one."""
    end = token.start + len(alias)
    if not text.startswith(alias, token.start):
        return None
    i = token.i
    tokens = reading.tokens
    while i < len(tokens) and tokens[i].end < end:
        i += 1
    return tokens[i] if i < len(tokens) and tokens[i].end == end and tokens[i].sentence is token.sentence else None


def _known(reading: Reading, alias: Alias, first: int, last: Token, refs: dict[int, str]) -> Candidate | None:
    entry = alias.entry
    head = head_of(reading.tokens[first : last.i + 1])
    if entry.kind == "state":
        if alias.use == "origin":
            return _people_of(reading, alias, first, head)
        role = refs.get(head.i)
        if not acts(head, role):
            return None
    elif (len(alias.text) <= 3 and alias.text.isupper() and head.pos not in ("PROPN", "NOUN", "ADJ", "X")) or part_of_name(reading, first, last.i):
        return None
    name = entry.name
    plural = entry.kind == "organisation" and alias.text.endswith("s") and " " not in alias.text and head.tag in (
        "NNS", "NNPS")
    return Candidate(
        first, last.i, head, "name", entry.kind, name, entry, entry.country, entry.sector,
        number="many" if plural else "one", gender="n" if entry.kind != "person" else _gender(entry.gender),
        use=alias.use, words=tuple(alias.text.lower().split()),
    )  # fmt: skip


def _gender(value: str | None) -> Gender | None:
    return "m" if value == "m" else "f" if value == "f" else None


def _people_of(reading: Reading, alias: Alias, first: int, head: Token) -> Candidate | None:
    """ "Ukrainians", "a Russian": the people of a state, where the word is a noun of its own."""
    if head.tag not in ("NNPS", "NNS") and not (head.tag in ("NNP", "NN", "JJ") and head.dep in ARGUMENTS):
        return None
    if head.dep in ("compound", "amod", "nmod") or (first != head.i and len(alias.text.split()) == 1):
        return None
    if alias.text in ("US", "U.S.") or reading.tokens[first].text.isupper():
        return None
    return Candidate(
        left_edge(head), head.i, head, "nominal", "group", words_of(reading, left_edge(head), head.i), None,
        alias.entry.country, "CVL", number="one" if head.tag == "NN" else "many", lemma=head.lower,
    )  # fmt: skip


ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "ROOT", "attr", "agent", "dative"})
PLACING = frozenset({
    "in", "at", "near", "from", "across", "around", "outside", "inside", "into", "through", "throughout", "over",
    "within", "off", "above", "north", "south", "east", "west", "of", "on", "towards", "toward", "to", "via",
    "between", "beyond", "along", "after", "under",
})  # fmt: skip


def acts(head: Token, role: str | None) -> bool:
    """Whether a state's name or capital stands for those who rule it: by the place finder's role, else by syntax."""
    if role == "actor":
        return True
    if head.dep in ("compound", "amod", "nmod"):
        return False
    while head.dep == "conj" and head.head is not head:
        head = head.head
    if role in ("name", "origin", "dateline"):
        return False
    if head.dep in ("nsubj", "agent"):
        return head.head.pos in ("VERB", "AUX") and head.head.lemma not in ("be", "lie", "sit", "have")
    if head.dep in ("dobj", "dative"):
        return head.head.lemma in ACTED_UPON
    if head.dep == "poss":
        return head.head.lower in POSSESSED or head.head.lemma in nouns()
    if head.dep == "pobj":
        preposition = head.head
        if preposition.lower in ("by", "against", "with"):
            return True
        return preposition.lower in ("on", "from", "to", "of", "for", "at") and (
            preposition.head.lemma.lower() in ADDRESSED or preposition.head.lemma in SPEECH_VERBS
        )
    return False


ACTED_UPON = frozenset("""accuse blame condemn criticise criticize warn urge tell ask sanction thank praise threaten
    rebuke denounce support back recognise recognize arm help assist fund supply join invite press pressure force
    persuade convince punish isolate deter provoke attack counter oppose defy allow demand target""".split())
POSSESSED = frozenset("""refusal claim aggression demand decision offer proposal plan invasion annexation attack
    response statement position stance willingness government side move war campaign offensive strike strikes forces
    rejection acceptance support commitment allies criticism accusation denial attempt efforts effort policy
    negotiators leadership claims demands""".split())
ADDRESSED = frozenset("""pressure sanction sanctions demand call appeal talk talks aid assistance ally allies threat
    war attack toward hostility leniency support accusation rejection request aggression impose put ceasefire deal
    agreement peace relation relations ties tie negotiation negotiations pact treaty truce embassy ambassador envoy
    government army military president minister leader behalf fault delegation representative""".split())


def part_of_name(reading: Reading, first: int, last: int) -> bool:
    """Whether a known name is only a piece of a longer one: "Islamic State University"."""
    after = reading.tokens[last + 1] if last + 1 < len(reading.tokens) else None
    if after is not None and after.tag == "NNP" and after.lower in ORGANISATION_WORDS:
        return reading.tokens[last].head is after or after.head is reading.tokens[last]
    return False


# ── runs of proper nouns ─────────────────────────────────────────────────────────────────────────


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
    )  # fmt: skip


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
        if step == 2 and between[0].text == "-" and token.start == between[0].end == tokens[j].end + 1 and (
            token.ent == "PERSON" or token.pos == "PROPN"
        ):
            return step  # "Ban Ki-moon", "Kim Dae-jung"
        if _proper(token) and token.lower not in NOT_NAMES:
            if all(_joins(t, tokens, j) for t in between) and not (between and between[-1].text in ("'s", "’s")):
                return step
            return 0
        if not _joins(token, tokens, j):
            return 0
    return 0


def _joins(token: Token, tokens: list[Token], j: int) -> bool:
    if token.text in ("-", "‑"):
        return True
    if token.lower in NAME_PARTICLES:
        return True
    if token.text == "&":
        return True
    return token.lower in ("of", "and", "for", "the", "'", "’") and tokens[j].lower in ORGANISATION_WORDS and (
        token.lower != "and" or tokens[j].lower in ("ministry", "department", "office")
    )


def is_placed(run: list[Token], refs: dict[int, str]) -> bool:
    """Whether the name stands where a place stands: the place finder says so, or "in", "near", "outside" precede it."""
    head = head_of(run)
    roles = [refs.get(t.i) for t in run]
    if all(roles):
        return refs[head.i] in ("place", "dateline")
    if any(roles) and len(run) > 1:
        return False
    return head.dep == "pobj" and head.head.lower in LOCATIVE and "PERSON" not in [t.ent for t in run[:1]] * (len(run) > 1)


LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "across", "around", "into", "throughout", "towards"})


def _generic(run: list[Token]) -> bool:
    """Common nouns with capital letters: "the Ministry", "Armed Forces", "Terrorist Militia"."""
    return all(t.lower in GENERIC_WORDS or t.lower in nouns() or t.lower in ORGANISATION_WORDS for t in run) or (
        run[0].lower in ("government", "state", "republic", "kingdom") and len(run) > 1 and run[1].lower == "of"
    )


GENERIC_WORDS = TITLE_MODIFIERS | frozenset("""armed terrorist terror rebel the of and security general joint public
    human rights affairs civil medical statement communique communiqué breaking""".split())


def _sort_run(
    reading: Reading, title: list[Token], rest: list[Token], placed: set[tuple[str, ...]], taken: dict[int, Candidate],
    surnames: set[str] = frozenset(),
) -> None:  # fmt: skip
    """Make a candidate of the run where it names an actor."""
    if not title and _generic(rest):
        return
    words = name_words(rest)
    kind = "person" if words[-1] in surnames and len(rest) == 1 else classify(rest, bool(title), words in placed)
    if kind is None:
        return
    head = head_of(rest)
    name = reading.document.text[rest[0].start : rest[-1].end]
    made = Candidate(
        rest[0].i, rest[-1].i, head, "name", "person" if kind == "person" else "organisation", name,
        number="one", title=" ".join(t.text for t in title) or None, words=words,
    )  # fmt: skip
    if kind == "person":
        made.gender = gender_of(rest, title)
    else:
        made.gender = "n"
        made.sector = sector_of(rest)
    _take(taken, made)


def peel(run: list[Token]) -> tuple[list[Token], list[Token]]:
    """A run's titles and the name that follows them: "Brigadier General" and "Yasir Khalafallah"."""
    last = 0
    for k, token in enumerate(run[:-1]):
        word = token.lower.rstrip(".")
        if word in TITLES and word not in KEPT_TITLES and run[k + 1].lower.rstrip(".") not in SUFFIXES:
            last = k + 1
    if last == 0 and run[0].lower in TITLE_MODIFIERS and len(run) > 2 and run[0].lower in ("retired", "late"):
        last = 1
    if last and any(t.lower in ORGANISATION_WORDS for t in run[last:]):
        return [], run
    return run[:last], run[last:]


def classify(run: list[Token], titled: bool, placed: bool) -> str | None:
    """`person`, `organisation`, or nothing where the name is not that of an actor."""
    lowered = [t.lower for t in run]
    if len(run) == 1 and len(lowered[0].rstrip(".")) < 2:
        return None
    if head_of(run).dep == "compound" and head_of(run).head.lower in PLACE_NOUNS:
        return None
    if titled:
        return "person"
    if any(word in ORGANISATION_WORDS for word in lowered):
        return "organisation" if len(run) > 1 else None
    head = head_of(run)
    labels = [t.ent for t in run if t.ent]
    person = sum(label == "PERSON" for label in labels)
    known_first = lowered[0] in FIRST_NAMES and len(run) > 1
    human = known_first or _human_syntax(head, run)
    if placed:
        return "person" if human and len(run) > 1 else None
    if person * 2 >= len(run) or (human and (len(run) > 1 or "ORG" not in labels)):
        return "person"
    if human and labels and set(labels) <= {"ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT"} and len(run) in (2, 3):
        return "person" if not run[-1].text.isupper() and "ORG" not in labels else "organisation"
    if "ORG" in labels:
        return "organisation"
    return None


PLACE_NOUNS = frozenset("""village town city district province state region county airport market street road square
    river valley mountain island camp suburb neighbourhood neighborhood area quarter township governorate prefecture
    bridge crossing highway border""".split())


def _human_syntax(head: Token, run: list[Token]) -> bool:
    """Whether the words around say that a human bears the name: he speaks, or a role stands in apposition."""
    if head.dep == "nsubj" and head.head.lemma in SPEECH_VERBS:
        return True
    if head.dep == "appos" and head.head.lemma in nouns() and nouns()[head.head.lemma].kind == "person":
        return True
    for child in head.children:
        if child.dep == "appos" and child.lemma in nouns() and nouns()[child.lemma].kind == "person":
            return True
        if child.dep == "relcl" and any(t.lower == "who" for t in child.children):
            return True
        if child.dep in ("compound", "amod") and child.i < run[0].i and child.pos == "NOUN" and child.lower in TITLES:
            return True
    return False


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
    """The words themselves, white space made plain."""
    return " ".join(reading.document.text[reading.tokens[first].start : reading.tokens[last].end].split())


def name_words(run: list[Token]) -> tuple[str, ...]:
    """The words of a name for comparison: hyphened particles joined, lower case, without accents."""
    joined = "".join(
        t.text + ("" if k + 1 < len(run) and run[k + 1].start == t.end else " ") for k, t in enumerate(run)
    )
    return tuple(fold(joined).lower().split())


def gender_of(run: list[Token], title: list[Token]) -> Gender | None:
    """What the title or the first name tells; null where neither does."""
    for token in title:
        word = token.lower.rstrip(".")
        if word in ("mr", "sir", "lord", "king", "prince", "father", "sheikh", "imam", "brother"):
            return "m"
        if word in ("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "sister", "madame"):
            return "f"
    return _gender(FIRST_NAMES.get(fold(run[0].lower))) if len(run) > 1 else None


def sector_of(run: list[Token]) -> str | None:
    """The sector that a word of an organisation's name tells: Union, Ministry, Brigade …"""
    for token in reversed(run):
        sector = ORGANISATION_WORDS.get(token.lower)
        if sector:
            return sector
    return None
