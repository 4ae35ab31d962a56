"""Words for those who are counted, and the group that each stands for.

The group is what a figure's `unit` shows: "citizens" are civilians, "troopers" are soldiers. A word that
is not here keeps itself as its unit; nothing is lost, it is only not brought together with others.
"""

from __future__ import annotations

import re

# group: words in the plural (or collective) form; singulars are derived below.
_GROUPS: dict[str, str] = {
    "people": "people persons individuals residents villagers inhabitants locals compatriots souls passengers "
    "commuters worshippers shoppers bystanders victims survivors worshipers pedestrians tourists onlookers mourners "
    "pilgrims marchers lives evacuees relatives adults vendors merchants traders shopkeepers customers spectators "
    "motorists emigrants immigrants expatriates supporters parishioners parents",
    "civilians": "civilians citizens noncombatants non-combatants",
    "children": "children kids minors infants babies toddlers boys girls newborns schoolchildren teenagers schoolgirls "
    "schoolboys adolescents youngsters sons daughters",
    "women": "women mothers wives ladies",
    "men": "men males fathers youths brothers",
    "soldiers": "soldiers troops servicemen servicewomen servicemembers troopers conscripts paratroopers marines "
    "infantrymen reservists serviceman guardsmen airmen sailors commandos",
    "rebels": "rebels insurgents guerrillas",
    "militants": "militants terrorists jihadists extremists gunmen assailants attackers bandits militiamen militias",
    "fighters": "fighters combatants",
    "police officers": "policemen policewomen police constables gendarmes",
    "officers": "officers",
    "security personnel": "guards rangers personnel",
    "peacekeepers": "peacekeepers",
    "aid workers": "aid-workers humanitarians volunteers",
    "health workers": "medics paramedics doctors nurses midwives surgeons",
    "rescuers": "rescuers firefighters",
    "journalists": "journalists reporters photographers cameramen correspondents",
    "detainees": "detainees prisoners inmates captives convicts internees",
    "hostages": "hostages",
    "protesters": "protesters demonstrators protestors",
    "migrants": "migrants refugees asylum-seekers",
    "students": "students pupils schoolmates",
    "families": "families households",
    "workers": "workers employees staff staffers labourers laborers crew",
    "miners": "miners",
    "farmers": "farmers",
    "herders": "herders shepherds",
    "fishermen": "fishermen",
    "drivers": "drivers",
    "officials": "officials ministers lawmakers mayors councillors governors politicians",
    "judges": "judges magistrates prosecutors",
    "members": "members",
    "nuns": "nuns sisters",
    "monks": "monks",
    "priests": "priests pastors imams clerics seminarians clergymen bishops",
    "monitors": "monitors observers inspectors",
    "commanders": "commanders generals",
    "suspects": "suspects",
    "defendants": "defendants accused",
    "diplomats": "diplomats envoys",
    "patients": "patients",
    "foreigners": "foreigners nationals",
    "combatants": "",
}
PLURAL: dict[str, str] = {word: group for group, words in _GROUPS.items() for word in words.split()}
PLURAL["combatants"] = "combatants"

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife", "midwives": "midwife",
    "babies": "baby", "ladies": "lady", "families": "family", "lives": "", "troops": "", "police": "", "staff": "",
    "crew": "", "personnel": "", "servicemen": "serviceman", "servicewomen": "servicewoman", "policemen": "policeman",
    "policewomen": "policewoman", "infantrymen": "infantryman", "guardsmen": "guardsman", "airmen": "airman",
    "gunmen": "gunman", "militiamen": "militiaman", "fishermen": "fisherman", "cameramen": "cameraman", "militias": "",
    "schoolchildren": "schoolchild", "locals": "local", "serviceman": "", "souls": "", "tourists": "tourist",
}  # fmt: skip


def _singular(word: str) -> str:
    return _IRREGULAR.get(word, word.removesuffix("s"))


SINGULAR: dict[str, str] = {
    **{_singular(word): group for word, group in PLURAL.items() if _singular(word)},
    "teen": "children",
}

# Forces whose members are soldiers: "three members of the Armed Forces", "two army officers".
MILITARY = frozenset({"army", "forces", "military", "troops", "armed", "navy", "airforce", "brigade", "battalion",
                      "regiment", "infantry", "idf", "marine", "paramilitary"})  # fmt: skip
HEALTH = frozenset({"health", "medical", "hospital", "healthcare"})
AID = frozenset({"aid", "charity", "humanitarian", "relief", "ngo", "un", "agency", "organisation",
                 "organization", "medical", "hospital", "msf", "unrwa", "unicef"})  # fmt: skip
POLICE = frozenset({"police", "gendarmerie"})


# Nouns of agents that no list holds: "smugglers", "scientists", "trainees", "watchmen".
AGENTS = re.compile(r"(?<!numb)(?<!pap)(?<!ord)(?<!cent)(?<!oth)(?<!quart)(?<!matt)(?<!lett)(?<!tow)(?<!met)(?<!riv)"
                    r"(ers|ists|ees|men|women|ians|sters)$")  # fmt: skip


def group(word: str) -> str | None:
    """The group of people that a word stands for, in either number; null where it stands for none."""
    return PLURAL.get(word) or SINGULAR.get(word)
