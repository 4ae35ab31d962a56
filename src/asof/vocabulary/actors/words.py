"""Small closed classes of words that name finding and linking need."""

from __future__ import annotations

from . import rows

# Given names by the gender that they tell, written from general knowledge; names borne by both are left out.
FIRST_NAMES: dict[str, str] = {
    name.lower(): gender for _culture, gender, names in rows("first_names") for name in names.split()
}

# Titles that stand before a person's name and are no part of it.
TITLES = frozenset(
    """president vice-president premier chancellor minister secretary governor mayor senator congressman
    congresswoman representative ambassador envoy spokesman spokeswoman spokesperson general brigadier colonel major
    captain lieutenant sergeant corporal admiral marshal commander chief commissioner inspector superintendent officer
    constable sheriff detective judge justice magistrate attorney prosecutor dr doctor prof professor mr mrs ms miss
    mx sir lord lady dame king queen prince princess emir sultan sheikh shaikh sayyed sayed ayatollah imam mullah
    maulana father fr brother sister rev reverend bishop archbishop cardinal rabbi pastor pope director chairman
    chairwoman chair deputy leader gen lt col maj capt sgt cpl brig adm gov sen rep hon amb pres sec secretary-general
    lawmaker mp councillor councilman chief-of-staff administrator coordinator candidate nominee engineer eng adviser
    advisor aide analyst professor-emeritus monsignor baroness baron count duke duchess madame monsieur maître
    haji hajj ustadh comrade cleric lawyer activist journalist rapporteur negotiator mediator speaker
    whip wing-commander czar
    alhaji alhaja hajiya hajjah malam mallam maître maitre monsignor msgr commodore vice-admiral rear-admiral
    major-general lieutenant-general brigadier-general atty engr fray padre datu datuk dato ustaz ustadz
    ustadh kyai malik nawab sardar mufti qazi swami pandit shri smt mzee mwalimu oba igwe otunba sayyida hojjatoleslam
    patriarch metropolitan archimandrite vicar doña senhor señor herr capitan comandante subcomandante
    licenciado ingeniero alderman alderwoman assemblyman assemblywoman councilwoman congressman-elect lawyer sgt-major
    warrant-officer headman elder principal headmaster headmistress coroner registrar bailiff chargé
    premier-designate undersecretary under-secretary vice-premier vice-chancellor vice-chairman co-chair co-chairman
    commander-in-chief secretary-designate deputy-governor deputy-mayor barrister abbot hetman ataman
    spymaster warlord kingpin""".split()
)
TITLE_MODIFIERS = frozenset(
    """vice prime deputy acting former ex interim outgoing incoming foreign defence defense
    interior finance health energy communication communications information education justice home economy labour labor
    trade environment agriculture transport culture state first second senior junior chief lead special field air rear
    major lieutenant brigadier staff national security supreme district regional provincial federal military army police
    press attorney the grand crown us u.s. un russian ukrainian israeli iranian chinese french british american
    democratic republican assistant under executive managing associate emeritus late rt. right honourable honorable
    her his majesty excellency squadron flight wing master sergeant warrant command""".split()
)
KEPT_TITLES = frozenset({"pope", "king", "queen", "prince", "princess", "sheikh", "emir", "sultan"})
NAME_PARTICLES = frozenset(
    """al el de da do dos das di del della van von der den bin ibn ben bint abu abou umm um ould
    wal ud ul ur e la le ter zu af du y ag""".split()
) - {"e", "y", "do"}
NOT_NAMES = frozenset(
    """the a an
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december god mr mrs ms i ok covid covid-19 internet twitter facebook telegram
    whatsapp x youtube instagram tiktok christmas easter ramadan eid gmt utc am pm a.m. p.m. est bc ad update live
    breaking exclusive video photo english arabic french russian""".split()
)

# Words of which a name of an organisation is made, with the sector that they tell ("" where they tell none).
ORGANISATION_WORDS: dict[str, str] = {
    word: sector
    for sector, words in {
        "GOV": """ministry department government administration authority commission agency council office bureau
            secretariat directorate embassy presidency municipality treasury service services prefecture governorate
            cabinet""",
        "MIL": "army forces force navy command corps battalion regiment brigade division defence defense guard guards",
        "OPP": "movement",
        "REB": "front militia liberation resistance battalions brigades insurgents rebels mujahideen",
        "COP": "police gendarmerie constabulary",
        "JUD": "court tribunal",
        "LEG": "parliament senate congress assembly knesset duma",
        "PTY": "party",
        "MED": "hospital clinic medical doctors medics",
        "EDU": "university college school institute academy institution",
        "BUS": """inc corp ltd llc plc co. company corporation group bank airlines airways holdings metals motors oil
            energy industries telecom technologies brokerage""",
        "LAB": "union federation syndicate",
        "JRN": "news newspaper times post tribune radio television tv press journal gazette herald magazine wire",
        "NGO": """foundation association society network committee organisation organization charity trust centre center
            watch coalition alliance project initiative observatory relief desk monitor forum fund campaign""",
        "REL": "church diocese archdiocese",
        "IGO": "",
    }.items()
    for word in words.split()
}

SPEECH_VERBS = frozenset(
    """say tell add ask announce claim deny warn declare state insist argue report confirm
    acknowledge admit accuse blame urge call demand promise pledge vow reply answer respond explain note observe
    comment remark suggest propose reiterate stress emphasise emphasize write tweet post think believe know hope fear
    expect want decide agree disagree refuse reject recall remember describe recount testify allege assert contend
    maintain concede caution predict estimate joke laugh shout cry whisper complain criticise criticize condemn denounce
    praise thank appeal plead beg order instruct threaten quip continue conclude counter retort concur boast lament
    muse opine speak talk mention reveal disclose hint indicate imply signal inform assure remind advise recommend
    welcome apologise apologize express affirm reaffirm underline underscore undertake swear testify specify""".split()
)
