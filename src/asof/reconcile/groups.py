"""Who is counted: the group that narrows a measure, and how groups stand to each other.

Groups that people belong to by what they are (children, women) cut across those that they belong to by
their part in the fighting (civilians, soldiers, police, fighters); only the latter are apart from each other.
"""

from __future__ import annotations

import re

from ..vocabulary import people

EVERYBODY = frozenset({"people", "persons", "others", "casualties", "victims", "suspects", "bodies", ""})
CHILDREN = frozenset({"children", "minors", "students", "pupils", "schoolchildren", "schoolgirls"})
WOMEN = frozenset({"women", "women and girls", "girls and women"})
BY_AGE_OR_SEX = frozenset({"children", "women", "men", "elderly", "infants"})
FIGHTERS = frozenset(
    "fighters rebels militants insurgents attackers assailants gunmen terrorists bandits gang-members militia-members "
    "combatants jihadists extremists bombers raiders guerrillas".split()
)
POLICE = frozenset({"police", "police officers", "policemen"})
# What is counted by the household or the piece is no part of a count of people.
THINGS = frozenset(
    "families households houses homes dwellings structures buildings shops vehicles drones rockets missiles rifles "
    "weapons motorcycles rounds schools tents bags packs per-cent".split()
)


def group_of(unit: str | None) -> str | None:
    """The group that a figure's unit names; null for everybody."""
    word = re.sub(r"\s+", " ", (unit or "").strip().lower())
    if word in EVERYBODY:
        return None
    if word in CHILDREN or word in WOMEN:
        return "children" if word in CHILDREN else "women"
    if word in POLICE:
        return "police"
    if word == "combatants":
        return word  # of both sides
    head = word.rsplit(" ", 1)[-1]
    if word.replace(" ", "-") in FIGHTERS or (head in FIGHTERS and head != "combatants"):
        return word if word in ("gang members", "militia members") else head
    known = people.group(word)
    if known == "people":
        return None
    if known == "police officers":
        return "police"
    return known or word


def family(group: str | None) -> str | None:
    """The name under which words for the same people are brought together: rebels, militants and attackers are one
    side of one fight, whatever a source calls them."""
    if group is not None and group.replace(" ", "-") in FIGHTERS and group != "combatants":
        return "fighters"
    return group


def by_part(group: str | None) -> bool:
    """Whether a group is told by its part in what happened, so that it is apart from all other such groups."""
    return group is not None and group not in BY_AGE_OR_SEX and not is_thing(group)


def is_thing(group: str | None) -> bool:
    return group is not None and (group.replace(" ", "-") in THINGS or group.rsplit(" ", 1)[-1] in THINGS)
