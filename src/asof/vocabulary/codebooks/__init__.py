"""Codebooks: event types, their modes, and the words that express them, as data that a person can edit.

A codebook is one YAML file, or a folder of them with `codebook.yaml` as its head; docs/CODEBOOKS.md says how
one is written. `load` reads and checks it whole, or raises with file and line: nothing is ever half-loaded.
It does not look at texts: `annotate/events.py` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
# Types of acts that are done by saying so: reactions to a happening, never part of it.
SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# Frames that tell an outcome of violence rather than the violence.
HARMING = frozenset({"kill", "wound", "injure", "hurt", "maim", "harm", "slay"})
GAP = ".."  # in the words of a context: up to three other words may stand here
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


@dataclass(frozen=True, slots=True)
class Slot:
    """What may fill a place of a frame: one of these lemmas, or a kind (`place`, `people`, `any`)."""

    lemmas: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to express an event type. `words` must stand beside the lemma, `without` must not.

    `root` is the type's outermost parent, whose rules of roles, status and grouping it follows.
    Slots constrain its arguments; `object_of` is the preposition whose object the object slot constrains
    (null: the verb's own object), `beyond` a second one, after the preposition `beyond_of`.
    `ahead`: its that-clause lies ahead ("warned that it would strike").
    `passive`: only in the passive ("sixty people were taken").
    """

    lemma: str
    type: str
    mode: str | None
    root: str
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    object: Slot | None = None
    object_of: str | None = None
    beyond: Slot | None = None
    beyond_of: str | None = None
    subject: Slot | None = None
    ambiguous: bool = False
    by_speaker: bool = False
    ahead: bool = False
    passive: bool = False
    of: str = "recipient"
    before: tuple[str, ...] = ()
    notation: str = ""
    # `words`, each as the set of what may stand for it: made once, asked of every verb.
    alternatives: tuple[frozenset[str], ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "alternatives", tuple(frozenset(word.split("|")) for word in self.words))

    @property
    def weight(self) -> int:
        """How specific it is: the most specific frame that fits is the one that counts."""
        slots = sum(slot is not None for slot in (self.object, self.beyond, self.subject))
        return 2 * len(self.words) + 3 * slots + 2 * len(self.before) + 2 * self.ahead + self.passive


@dataclass(frozen=True, slots=True)
class Mode:
    """A finer kind of one event type. `contexts` are those that it brings with it."""

    name: str
    definition: str
    score: float
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """Words side by side that express a context; `without`: not where one of these stands near them.

    A word with a capital letter is meant as it is written ("WHO"), any other in each of its forms.
    """

    words: tuple[str, ...]
    without: frozenset[str] = frozenset()
    notation: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for: one of these (sectors such as `MIL`, words such as `protester`, modes), none of those."""

    wanted: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Circumstance:
    """An event that has a context by what it is: its type or mode, who does it, to whom.

    `abroad`: two of its parties are of different states, or one of a state and one of a body between states.
    """

    types: frozenset[str] = frozenset()
    modes: Choice | None = None
    by: Choice | None = None
    target: Choice | None = None
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class ContextType:
    """What an event may be about besides its type: its words, where they are looked for, and what it is not.

    `within`: a word counts for events of its sentence alone, or of its paragraph. `names`: the sectors of the actors
    in whose names and descriptions its words count (none: they count in all).
    """

    name: str
    definition: str
    excludes: str | None = None
    within: str = "paragraph"
    names: frozenset[str] = frozenset()
    wordings: tuple[Wording, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that must, or must not, be coded as the type (and the mode, where named), or have the context."""

    code: str
    mode: str | None
    expected: bool
    sentence: str
    file: str
    line: int
    kind: str = "type"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """When an event of the parent type is of this type: words among those acted upon, or among those who act."""

    target: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class EventType:
    """An event type: its code, quad class, conflict-cooperation score, roles, and how its mode is found."""

    code: str
    label: str
    quad: str
    score: float
    definition: str
    modes: Mapping[str, Mode]
    code4: str | None = None
    parent: str | None = None
    roles: Mapping[str, str] | None = None
    recipient_required: bool = False
    modes_by: str | None = None
    when: Narrowing | None = None


@dataclass(frozen=True, slots=True)
class Codebook:
    """A loaded codebook: types by code, frames by lemma, and the tables that its modes are found with."""

    name: str
    version: str
    types: Mapping[str, EventType]
    contexts: Mapping[str, ContextType]
    sets: Mapping[str, tuple[str, ...]]
    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    weapons: Mapping[str, str]
    complements: Mapping[str, tuple[str, ...]]
    threats: Mapping[str, tuple[str, ...]]
    roots: Mapping[str, str]
    domain_for: frozenset[str]
    domain_against: frozenset[str]
    examples: tuple[Example, ...] = ()
    # Wordings of contexts by their first word, the longest first, each with the context's name.
    context_words: Mapping[str, tuple[tuple[str, Wording], ...]] = field(default_factory=dict)

    def words(self, name: str) -> frozenset[str]:
        """The words of a set; none where there is no such set."""
        return frozenset(self.sets.get(name, ()))

    def root(self, code: str) -> str:
        """The outermost parent of a code: the type whose rules of status and grouping it follows."""
        return self.roots.get(code, code)

    def within(self, code: str, wider: str) -> bool:
        """Whether a type is part of a wider one: below it among the parents."""
        at: str | None = code
        while at is not None and at != wider:
            at = self.types[at].parent if at in self.types else None
        return at == wider and code != wider

    def narrowed(self) -> Mapping[str, tuple[EventType, ...]]:
        """Types that are a part of another one by who or what is concerned, by that one's code."""
        found: dict[str, tuple[EventType, ...]] = {}
        for entry in self.types.values():
            if entry.when is not None and entry.parent is not None:
                found[entry.parent] = (*found.get(entry.parent, ()), entry)
        return found


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The codebooks that come with asof."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/codebook.yaml")))


def load(name: str = "plover") -> Codebook:
    """A codebook of asof's own by name, or a person's own by the path of its file or folder; read anew when changed."""
    if name in names():
        return _read(name, ())
    from .loading import files_of

    return _read(name, tuple(file.stat().st_mtime_ns for file in files_of(name)))


@lru_cache(maxsize=8)
def _read(name: str, _changed: tuple[int, ...]) -> Codebook:
    from .loading import read

    return read(name)
