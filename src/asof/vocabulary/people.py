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
    "motorists emigrants immigrants expatriates supporters parishioners parents dwellers townspeople townsfolk "
    "countrymen neighbours neighbors travellers travelers holidaymakers visitors guests grandparents grandmothers "
    "grandfathers aunts uncles nephews nieces cousins kin kinsmen siblings twins spouses husbands widows orphans "
    "colleagues friends pensioners retirees congregants faithful devotees celebrants revellers partygoers "
    "concertgoers witnesses tenants squatters islanders castaways stowaways passersby passers-by wayfarers",
    "civilians": "civilians citizens noncombatants non-combatants",
    "children": "children kids minors infants babies toddlers boys girls newborns schoolchildren teenagers schoolgirls "
    "schoolboys adolescents youngsters sons daughters grandchildren grandsons granddaughters juveniles tots "
    "teens",
    "women": "women mothers wives ladies sisters-in-law",
    "men": "men males fathers youths brothers lads",
    "soldiers": "soldiers troops servicemen servicewomen servicemembers troopers conscripts paratroopers marines "
    "infantrymen reservists serviceman guardsmen airmen sailors commandos cadets recruits reinforcements gunners "
    "enemy sergeants corporals lieutenants privates colonels majors jawans sappers cavalrymen legionnaires",
    "rebels": "rebels insurgents guerrillas guerillas mutineers separatists secessionists",
    "militants": "militants terrorists jihadists extremists bandits militiamen militias mercenaries infiltrators "
    "islamists gangsters hoodlums thugs kidnappers abductors marauders cultists",
    "attackers": "attackers assailants raiders bombers shooters snipers",
    "gunmen": "gunmen",
    "fighters": "fighters vigilantes partisans operatives",
    "police officers": "policemen policewomen police constables gendarmes carabinieri detectives",
    "officers": "officers",
    "security personnel": "guards rangers personnel bodyguards watchmen wardens warders sentries",
    "peacekeepers": "peacekeepers",
    "aid workers": "aid-workers humanitarians volunteers",
    "health workers": "medics paramedics doctors nurses midwives surgeons physicians anaesthetists orderlies "
    "pharmacists vaccinators",
    "rescuers": "rescuers firefighters firemen lifeguards",
    "journalists": "journalists reporters photographers cameramen correspondents broadcasters newsmen",
    "detainees": "detainees prisoners inmates captives convicts internees",
    "hostages": "hostages",
    "protesters": "protesters demonstrators protestors rioters",
    "migrants": "migrants refugees asylum-seekers",
    "students": "students pupils schoolmates undergraduates classmates trainees apprentices",
    "families": "families",
    "households": "households",
    "workers": "workers employees staff staffers labourers laborers crew crewmen crewmembers seafarers seamen",
    "miners": "miners mineworkers",
    "farmers": "farmers smallholders",
    "herders": "herders shepherds herdsmen pastoralists",
    "fishermen": "fishermen fisherfolk fishers",
    "drivers": "drivers chauffeurs cabbies truckers",
    "officials": "officials ministers politicians civil-servants bureaucrats functionaries administrators",
    "lawmakers": "lawmakers legislators parliamentarians senators mps",
    "local leaders": "mayors councillors governors councilors",
    "judges": "judges magistrates prosecutors",
    "members": "members",
    "nuns": "nuns sisters",
    "monks": "monks",
    "priests": "priests pastors imams clerics seminarians clergymen bishops clergy",
    "monitors": "monitors observers inspectors",
    "commanders": "commanders generals",
    "suspects": "suspects",
    "defendants": "defendants accused",
    "diplomats": "diplomats envoys ambassadors attaches",
    "patients": "patients",
    "foreigners": "foreigners nationals",
}
# Those who are shown by the word itself: "three bakers" are bakers.
_THEMSELVES = """
    abductees academics accountants activists actors advocates applicants apprentices artisans artists attorneys
    auditors authors bakers bankers barbers beekeepers bloggers bosses brokers businessmen businesswomen butchers
    campaigners campesinos captains carpenters cashiers catechists chefs chiefs clansmen cleaners clerks clients
    climbers collaborators combatants conductors consultants contractors cooks counsellors curators cyclists deacons
    dealers deportees directors dissidents divers editors elders electricians engineers entrepreneurs escapees
    executives fugitives gypsies hawkers headmen headteachers hijackers hikers hitmen homeowners hunters informants
    informers instructors interpreters investigators landlords lawyers lecturers loggers looters loyalists managers
    masons mechanics missionaries motorcyclists mountaineers muezzins musicians negotiators nomads operators
    opponents organisers organizers owners pastoralists peasants planters plumbers poachers poets porters preachers
    principals professors prospectors protectors rabbis receptionists returnees robbers scholars schoolteachers
    scientists scouts settlers singers skippers smugglers spies stallholders surveyors tailors teachers technicians
    thieves traffickers translators trappers trekkers tribesmen tutors vandals visitors waiters waitresses welders
    woodcutters writers
"""
PLURAL: dict[str, str] = {
    **{word: word for word in _THEMSELVES.split()},
    **{word: group for group, words in _GROUPS.items() for word in words.split()},
}

_IRREGULAR = {
    "people": "person", "children": "child", "wives": "wife", "midwives": "midwife", "thieves": "thief", "lives": "",
    "passersby": "passerby", "passers-by": "passer-by", "schoolchildren": "schoolchild", "couples": "",
    "grandchildren": "grandchild",
}  # fmt: skip
_COLLECTIVE = frozenset(
    """
    troops police staff crew personnel souls clergy kin faithful townspeople townsfolk fisherfolk militias serviceman
    reinforcements relations
    """.split()
)


def _singular(word: str) -> str:
    if word in _COLLECTIVE:
        return ""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith("sses") else word.removesuffix("s")


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


# Singular nouns of more than one: "a family was killed" is no count, "a family of nine" no age.
MANY_IN_ONE = frozenset({"family", "household"})
# Nouns of agents that no list holds: "smugglers", "scientists", "trainees", "watchmen".
AGENTS = re.compile(r"(?<!numb)(?<!pap)(?<!ord)(?<!cent)(?<!oth)(?<!quart)(?<!matt)(?<!lett)(?<!tow)(?<!met)(?<!riv)"
                    r"(ers|ists|ees|men|women|ians|sters)$")  # fmt: skip


def group(word: str) -> str | None:
    """The group of people that a word stands for, in either number; null where it stands for none."""
    return PLURAL.get(word) or SINGULAR.get(word)
