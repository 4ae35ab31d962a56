"""Who claims a hostile act, who is named for it by whom, who denies it: read off what is said of it.

A denial of another's deed is no denial of responsibility: it says that it did not happen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..ledger import Statement
from .sources import is_person, named

_FORM = frozenset({"government", "republic", "of", "the", "state"})
_ORGAN = re.compile(r"\b(?:ministry|government|presidency|foreign office|embassy)\b", re.IGNORECASE)
HOSTILE = frozenset({"ASSAULT", "COERCE"})


@dataclass(slots=True)
class Account:
    """By actor: the first claim, the accusations of others, the first denial of his own."""

    claimed: dict[str, Statement] = field(default_factory=dict)
    accused: dict[str, list[Statement]] = field(default_factory=dict)
    denied: dict[str, Statement] = field(default_factory=dict)


def account(said: Iterable[Statement]) -> Account:
    """The account of one incident's hostile acts, from its statements in the order of publication."""
    found = Account()
    for one in said:
        if one.type not in HOSTILE:
            continue
        for actor in one.actors:
            own = spoken_by(one, actor)
            if one.status == "negated":
                if own_word(one):
                    found.denied.setdefault(actor, one)
            elif own:
                found.claimed.setdefault(actor, one)
            elif one.speaker is not None:
                by = found.accused.setdefault(actor, [])
                if all(named(_voice(one)) != named(_voice(other)) for other in by):
                    by.append(one)
    return found


def spoken_by(said: Statement, actor: str) -> bool:
    """Whether the speaker is the actor, or speaks for him: a state's ministry for the state."""
    deed = set(named(actor).split()) - _FORM
    for name in (said.speaker, said.speaker_of):
        if name is not None and (
            named(name) == named(actor) or (_ORGAN.search(name) and deed <= set(named(name).split()))
        ):
            return True
    return False


def own_word(said: Statement) -> bool:
    """Whether a denial is the word of one who is said to have done it: his own, his spokesman's, or nobody's named.

    A person of whom no report says for whom he speaks is taken for the denier's.
    """
    if said.speaker is None or any(spoken_by(said, actor) for actor in said.actors):
        return True
    return said.speaker_of is None and is_person(said.speaker) and bool(said.actors)


def _voice(said: Statement) -> str:
    return said.speaker_of or said.speaker or ""
