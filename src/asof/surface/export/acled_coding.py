"""An incident as ACLED codes it: the event type, from facts that are looked up, and who stands on which side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...vocabulary.codebooks.crosswalks import Acled, to_acled
from . import deaths, places
from .parties import Known, Parties, Party
from .source import Case
from .tables import total

# How many arrests are a mass of them: a choice, not measured; ACLED says "significant or mass arrests".
MASS = 10
VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
FOUGHT = frozenset({"Battles", "Explosions/Remote violence"})
NOBODY = "Unidentified Armed Group"
BODIES = {"army": "Military Forces", "police": "Police Forces", "government": "Government"}
CIVILIANS, RIOTERS, PROTESTERS, MILITIA = 7, 5, 6, 3


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a row: the actor, those who are with it, and its type."""

    actor: str | None = None
    with_it: tuple[str, ...] = ()
    inter: int | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """An incident as ACLED codes it, before it is given days."""

    kind: Acled
    who: Parties
    one: Side
    two: Side


def coded(case: Case) -> tuple[str, Coded | None]:
    """How ACLED would code it, or why it would not."""
    found = case.incident
    if found.status == "planned":
        return "planned: it has not happened", None
    known = Known(case)
    who = known.parties()
    kind = to_acled(found.type, found.mode, facts(case, who))
    if kind is None:
        if found.type == "ASSAULT":
            return "an ASSAULT of which it is not known who is armed, or against whom", None
        return f"ACLED has no event type for {found.type}" + (f"/{found.mode}" if found.mode else ""), None
    one, two = _sides(known, kind, who)
    if one.actor is None:
        return "nobody is said to have done it, and the event type is not violent", None
    return "", Coded(kind, who, one, two)


def facts(case: Case, who: Parties) -> set[str]:
    """What the table of event types asks for, as far as the records tell it."""
    found = case.incident
    first, second = who.sides
    armed = any(one.armed for one in first)
    events = [event for told in case.told for event in told.events if event.status in ("occurred", "ongoing")]
    made = set()
    if armed and any(one.armed for one in second):
        made.add("both_armed")
        if any(one.side == "group" for one in who.all):
            made |= {"pact", "peace"}  # states that agree are diplomacy
        if who.mutual:
            made.add("mutual")
    elif (armed or not first) and deaths.victims_are_civilians(found, second):
        made.add("civilians")
    if (deaths.fatalities(found) or 0) > 0:
        made.add("harmed")
    if total(found, "protesters") is not None or any(event.mode == "demo" for event in events):
        made.add("gathered")
    if any(event.type == "COERCE" or event.mode == "crowd-control" for event in events):
        made.add("intervention")
    if any("grenade" in weapon.lower() for weapon in found.weapons):
        made.add("grenade")
    arrested = total(found, "arrested")
    if arrested is not None and (arrested.low or arrested.best or 0) >= MASS:
        made.add("mass")
    if found.type == "COERCE" and found.weapons:
        made.add("weapons")
    return made


def _sides(known: Known, kind: Acled, who: Parties) -> tuple[Side, Side]:
    if kind.event_type in ("Protests", "Riots"):
        return _marchers(known, kind, who)
    case = known.case
    first, second = who.sides
    fighting = kind.event_type in FOUGHT
    one, two = _side(first, case, fighting), _side(second, case, fighting)
    if kind.event_type == "Violence against civilians" and two.actor is None:
        two = Side(_of("Civilians", case), (), CIVILIANS)
    if one.actor is None and kind.event_type in VIOLENT:
        one = Side(_of(NOBODY, case), (), MILITIA)
    if one.inter == CIVILIANS and two.inter not in (None, CIVILIANS):
        one, two = two, one  # civilians are always the second
    return one, two


def _marchers(known: Known, kind: Acled, who: Parties) -> tuple[Side, Side]:
    case = known.case
    riot = kind.event_type == "Riots"
    marching = [one for one in who.actors if not one.armed]
    one = Side(
        _of("Rioters" if riot else "Protesters", case),
        tuple(dict.fromkeys(name.name for name in marching if name.sector != "CVL" or name.named)),
        RIOTERS if riot else PROTESTERS,
    )
    armed = [party for party in who.all if party.armed]
    for told in case.told:
        for event in told.events:
            if event.type == "COERCE" or event.mode == "crowd-control":
                armed += [acting for name in event.actors if (acting := known.party(name)).armed]
    two = _side(armed, case) if kind.sub_event_type != "Peaceful protest" else Side()
    return one, two


def _side(found: Sequence[Party], case: Case, fighting: bool = False) -> Side:
    """The first party as the actor, the armed before the others; the others with it."""
    ordered = sorted(dict.fromkeys(found), key=lambda one: not one.armed)
    if not ordered:
        return Side()
    actor = _named(ordered[0], case, fighting)
    others = [_named(one, case, fighting) for one in ordered[1:]]
    group = [ordered[0].name] if actor.startswith("Civilians (") and ordered[0].sector != "CVL" else []
    with_it = tuple(name for name in dict.fromkeys([*group, *others]) if name != actor)
    return Side(actor, with_it, _inter(ordered[0], case))


def _named(one: Party, case: Case, fighting: bool) -> str:
    """A party's name as ACLED forms names; a regime's years are not known. Of a state that is said to have fired, it
    names the military."""
    body = (one.registry_id or "").partition("/")[2]
    state = (one.registry_id or "").partition(":")[2].partition("/")[0]
    if one.registry_id is not None and one.registry_id.startswith("state:") and (not body or body in BODIES):
        name = acled_country(state)
        if name is not None:
            return f"{BODIES['army' if fighting and not body else body or 'government']} of {name}"
    if one.civilian and not one.named:
        return _of("Civilians", case)
    if not one.named and one.sector in ("UAF", "CRM", None):
        return _of(NOBODY, case) if one.sector else one.name
    return one.name


def _inter(one: Party, case: Case) -> int | None:
    if one.codes is None:
        return None
    home = one.country is None or case.incident.country is None or one.country == case.incident.country
    return one.codes.home if home else one.codes.abroad


def _of(name: str, case: Case) -> str:
    country = acled_country(case.incident.country)
    return f"{name} ({country})" if country else name


def acled_country(iso3: str | None) -> str | None:
    """What ACLED calls a state."""
    codes = places.codes(iso3)
    return (codes.acled_name if codes is not None else None) or places.country_name(iso3)
