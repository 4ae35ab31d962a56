"""What is counted, by the words that say so: verbs, states, nouns and phrases of every measure.

A verb measures its patient ("killed 12") or, where it has none, its subject ("12 died"). A state measures
what it is said of ("12 wounded", "five are still missing"). A noun counts by itself ("12 deaths").
"""

from __future__ import annotations


def _table(**rows: str) -> dict[str, str]:
    return {word.replace("_", " "): measure for measure, words in rows.items() for word in words.split()}


# Lemma of a verb → measure of its patient: object of the active, subject of the passive.
PATIENT_VERBS: dict[str, str] = _table(
    killed="kill murder slay massacre execute martyr assassinate behead slaughter lynch butcher electrocute crush",
    injured="injure wound hurt hospitalise hospitalize maim amputate stab",
    rescued="rescue save",
    evacuated="evacuate",
    arrested="arrest detain apprehend jail imprison incarcerate nab remand",
    abducted="abduct kidnap snatch",
    captured="capture",
    released="release free liberate repatriate parole pardon amnesty",
    displaced="displace uproot",
    trapped="trap",
    intercepted="intercept neutralise neutralize thwart",
    deployed="deploy station",
    sanctioned="sanction blacklist penalise penalize",
    buried="bury inter",
    sheltered="shelter house accommodate",
    expelled="expel deport",
    convicted="convict",
    acquitted="acquit exonerate",
    fined="fine",
    dismissed="dismiss sack",
    charged="charge indict",
    sentenced="sentence",
    held="hold keep",
    withdrawn="withdraw",
    searched="search raid",
)
# Verbs that measure only things of the right kind: drones are destroyed in the air, houses on the ground.
MUNITION_VERBS: dict[str, str] = _table(
    launched="launch fire unleash drop hurl send lob use",
    intercepted="intercept down destroy neutralise neutralize repel suppress shoot jam bring",
)
STRUCTURE_VERBS: dict[str, str] = _table(
    destroyed="destroy demolish flatten raze level burn torch",
    damaged="damage wreck",
)
# Lemma of a verb → measure of its subject.
SUBJECT_VERBS: dict[str, str] = _table(
    killed="die perish succumb drown",
    displaced="flee",
    surrendered="surrender defect",
    missing="disappear vanish",
    protesters="protest demonstrate rally march",
    sheltered="shelter",
    held="languish",
    returned="return",
    escaped="escape",
    evacuated="evacuate",
)
# Verb and a word below it, by which what is said is something else than what the verb says alone.
PATIENT_IDIOMS: dict[str, tuple[tuple[frozenset[str], str], ...]] = {
    verb: tuple((frozenset(words.split()), measure) for words, measure in rows)
    for verbs, rows in (
        ("lock", (("up", "arrested"),)),
        ("let", (("go", "released"),)),
        ("find", (("guilty", "convicted"), ("alive", "rescued"))),
        ("hand give", (("sentences sentence terms term", "sentenced"),)),
        ("send", (("jail prison", "arrested"),)),
        ("put place add", (("sanctions blacklist", "sanctioned"),)),
        ("set", (("free", "released"),)),
        ("reunite", (("families family parents relatives wives husbands", "released"),)),
        ("lay", (("rest", "buried"),)),
        ("hack beat burn stab bludgeon club crush torture", (("death", "killed"),)),
        ("pick", (("raid raids police suspicion", "arrested"),)),
        ("march lead herd drag force", (("forest forests bush jungle mountains hills captivity", "abducted"),)),
        ("receive", (("wounds injuries burns wound injury fractures", "injured"),)),
    )
    for verb in verbs.split()
}
SUBJECT_IDIOMS: dict[str, tuple[tuple[frozenset[str], str], ...]] = {
    verb: tuple((frozenset(words.split()), measure) for words, measure in rows)
    for verbs, rows in (
        ("walk", (("free", "released"), ("out", "strikers"))),
        ("down", (("tools", "strikers"),)),
        ("regain gain", (("freedom liberty", "released"),)),
        ("lose", (("lives life", "killed"), ("limbs limb legs leg arms arm eyes eye sight", "injured"))),
        ("fight", (("lives life", "injured"),)),
        ("attain embrace", (("martyrdom", "killed"),)),
        ("sustain suffer", (("injuries wounds injury burns trauma wound", "injured"),)),
        ("receive", (("injuries wounds injury burns", "injured"), ("sentences sentence terms term", "sentenced"))),
        ("need require", (("treatment care hospital hospitalisation surgery", "injured"),)),
        ("await", (("trial", "held"),)),
        ("stand face", (("trial charges dock", "charged"),)),
        ("join attend", (("protest protests march rally demonstration", "protesters"),)),
        ("lay", (("arms", "surrendered"),)),
        ("go", (("missing", "missing"), ("free", "released"), ("trial", "charged"), ("strike", "strikers"))),
        ("seek find", (("shelter refuge", "sheltered"),)),
        ("take", (("shelter refuge", "sheltered"), ("streets", "protesters"), ("protest march rally", "protesters"))),
        ("sleep", (("stadium school schools church churches mosque mosques open streets camp", "sheltered"),)),
        ("escape run", (("bush forest hills", "displaced"),)),
    )
    for verb in verbs.split()
}
# Words for a state, predicative or attributive: "left 12 dead", "12 wounded", "three remain captive".
STATES: dict[str, str] = _table(
    killed="dead killed slain martyred deceased murdered executed massacred assassinated",
    injured="wounded injured hurt hospitalised hospitalized maimed",
    missing="missing unaccounted disappeared",
    trapped="trapped stranded",
    displaced="displaced homeless uprooted",
    held="captive hostage captured",
    arrested="detained arrested jailed imprisoned",
    abducted="abducted kidnapped",
    rescued="rescued",
    released="freed released",
    evacuated="evacuated",
    surrendered="surrendered",
    intercepted="downed intercepted",
    destroyed="destroyed",
    damaged="damaged",
)
# Nouns that count by themselves, in the form in which they stand after a number.
NOUNS: dict[str, str] = _table(
    killed="deaths death dead fatalities fatality bodies body corpses corpse martyrs martyr killings murders "
    "executions drownings",
    injured="injuries injury injured wounded wounds",
    casualties="casualties casualty",
    arrested="arrests detentions",
    abducted="abductions kidnappings abductees",
    missing="missing disappearances",
    displaced="displaced evictions displacements",
    protesters="crowd",
    attacks="airstrikes strikes attacks raids bombings shellings incidents violations bombardments",
)
# Nouns of an act with its patient after "of": "the killing of 12 people", "the loss of four men".
ACTS: dict[str, str] = _table(
    killed="killing death murder martyrdom loss massacre execution assassination slaying slaughter deaths killings "
    "lives bodies corpses drowning dying",
    injured="injury wounding injuries",
    arrested="arrest detention arrests imprisonment jailing",
    abducted="abduction kidnapping kidnap seizure abductions",
    released="release freeing liberation",
    rescued="rescue",
    evacuated="evacuation",
    displaced="displacement flight exodus",
    missing="disappearance",
    intercepted="interception downing",
    deployed="deployment",
    launched="launch launching barrage salvo volley",
    buried="burial",
    expelled="expulsion deportation",
    surrendered="surrender",
)
# Nouns that sum up: a number beside them is a toll. What they sum up stands with them or was said before.
TOLLS = frozenset({"toll", "count", "number", "tally", "figure", "total", "estimate", "tolls", "figures", "numbers"})
TOLL_OF: dict[str, str] = {"death": "killed", "deaths": "killed", "casualty": "casualties", "injury": "injured",
                           "body": "killed", "fatality": "killed", "civilian": "killed", "displacement": "displaced",
                           "arrest": "arrested"}  # fmt: skip
TOLL_MOVES = frozenset(
    """
    rise jump climb grow increase soar reach hit pass exceed surpass top stand be fall drop lower reduce revise
    raise put place bring take update go mount swell remain set cut spike surge double approach near shoot tick edge
    cross estimate give total number
    """.split()
)
TOLL_PASSES = frozenset({"pass", "exceed", "surpass", "top", "cross"})
# Verbs by which somebody gives a figure: their subject is its source.
TOLL_GIVERS = frozenset(
    """put place raise lower reduce revise cut update announce report give count acknowledge claim confirm record
    document list stand set estimate log tally verify register admit change""".split()
)

# Measures whose verb says by itself that people are meant: "arrested 12 traffickers".
OF_ANYBODY = frozenset(
    """
    killed injured missing arrested abducted displaced sanctioned convicted sentenced charged expelled
    """.split()
)
ANIMALS = frozenset(
    "cattle cows goats sheep camels animals livestock horses dogs birds pigs chickens donkeys fish".split()
)
MUNITIONS = frozenset(
    """
    missiles missile drones drone rockets rocket shells uavs uav projectiles bombs mortars munitions shaheds
    kamikazes mortar-rounds decoys quadcopters interceptors aircraft jets helicopters warplanes
    """.split()
)
STRUCTURES = frozenset(
    """buildings building houses house homes home schools school hospitals hospital shops stalls vehicles cars tanks
    apartments flats huts tents mosques churches structures dwellings villages bridges boats trucks shelters clinics
    warehouses tankers lorries stores facilities properties businesses kiosks blocks""".split()
)
UNITS_OF_TROOPS = frozenset({"battalions", "brigades", "divisions", "regiments", "companies", "warships", "ships",
                             "tanks", "jets", "convoys", "buses", "helicopters"})  # fmt: skip
SUPPLIES = frozenset(
    """
    bags boxes kits parcels packages doses meals rations tents blankets trucks truckloads lorries crates sacks
    pallets convoys containers cartons ambulances
    """.split()
)
DETAINED_GROUPS = frozenset({"detainees", "hostages", "prisoners"})
IN_CUSTODY = frozenset({"custody", "detention", "jail", "prison", "bars"})
IN_HOSPITAL = frozenset({"hospital", "hospitals", "clinic", "clinics", "ward", "wards", "icu"})
VEHICLES = frozenset(
    """
    pick pickup pick-up van vans truck trucks vehicle vehicles car cars bus buses lorry
    """.split()
)
HIDDEN = frozenset({"rubble", "debris", "ruins", "wreckage", "mud"})
APPEARANCE = frozenset(
    """
    fear believe report presume confirm say know feel think declare list remain be go stay leave find lie become get
    assume
    """.split()
)
UNCERTAIN = frozenset({"fear", "believe", "presume", "think", "assume"})
PROMISES = frozenset(
    """
    promise pledge agree undertake commit vow offer plan intend prepare expect due ask request want propose seek
    urge call demand
    """.split()
)
MODALS = frozenset({"could", "would", "may", "might", "should", "must", "can"})
ATTACK_VERBS = frozenset({"hit", "strike", "attack", "bomb", "shell", "target", "raid", "bombard"})
ASSAULT_WORDS = frozenset(
    """
    attack attacks strike strikes airstrikes assault launched launch fired fire barrage wave salvo bombardment
    overnight raid raids
    """.split()
)
RECORDING = frozenset(
    """
    record document report carry conduct log count launch verify stage register see perform
    """.split()
)
GIVING = frozenset(
    """
    distribute deliver give provide send supply donate hand bring airlift
    """.split()
)
REACHING = frozenset({"reach", "assist", "help", "feed", "aid", "support", "vaccinate"})
RETURNING = frozenset({"return", "hand", "exchange", "repatriate", "swap", "transfer", "give"})
CAPTIVITY = frozenset({"hostage", "captive", "prisoner"})
WRECKED = frozenset({"burnt", "burned", "gutted", "wrecked", "charred", "torched", "ruined", "flattened"})
SITES = frozenset({"targets", "positions", "sites", "locations"})
SEARCHED = frozenset({"offices", "premises", "addresses", "apartments", "flats", "homes", "houses", "properties",
                      "buildings", "vehicles", "warehouses", "ships", "shops", "locations", "sites"})  # fmt: skip
# Things that end like people: "servers".
DEVICES = frozenset({"servers", "computers", "printers", "scanners", "routers", "transmitters", "trailers", "posters"})
# What is seized with the ground it stands on, or is no thing.
GROUND = frozenset({"villages", "towns", "cities", "districts", "positions", "areas", "bases", "hills", "settlements",
                    "neighbourhoods", "neighborhoods", "checkpoints", "posts", "outposts", "provinces", "regions",
                    "times", "days", "opportunities", "seats", "points"})  # fmt: skip
OUT_OF = frozenset({"of", "from", "into", "onto", "to", "through", "across", "alive", "free"})
# Groups of people.py whose members strike.
TRADES = frozenset({"workers", "health workers", "miners", "drivers", "officials", "journalists", "farmers", "judges",
                    "fishermen", "police officers", "students", "rescuers", "security personnel"})  # fmt: skip
# Gatherings that are no protest.
MEETINGS = frozenset(
    """
    funeral burial mass talks summit conference meeting mourn bury wedding ceremony service pray prayers match
    celebrate concert festival
    """.split()
)
AFIRE = frozenset({"ablaze", "alight", "fire"})
IN_SHELTERS = frozenset({"shelters", "shelter"})
IN_CAPTIVITY = frozenset({"captivity", "hands"})
CAPTORS = frozenset(
    """
    captors kidnappers abductors gunmen bandits gang gangs rebels militants hijackers jihadists group insurgents
    militia militias guerrillas
    """.split()
)
TAKEN_FROM = frozenset(
    """
    school schools bus buses church mosque village villages dormitory dormitories train boat homes minibus
    """.split()
)
SEIZING = frozenset({"seize", "recover", "confiscate", "capture", "impound", "intercept"})
WEAPONS = frozenset(
    """
    rifles rifle guns gun pistols pistol weapons firearms grenades machetes rounds cartridges explosives handguns
    shotguns launchers ammunition detonators radios motorcycles motorbikes
    """.split()
)
FOODS = frozenset({"food", "aid", "rations", "shelter", "water", "seed", "seeds", "medicine", "supplies", "cash"})
ASSAULTS = frozenset({"shoot", "stab", "beat", "attack", "ambush", "torture"})
THRONGING = frozenset({"gather", "assemble", "fill", "flood", "throng", "pour", "pack", "converge", "turn"})
ACCUSED = frozenset({"defendants", "accused"})
IMPACTS = frozenset({"fall", "land", "rain", "cross", "hit", "strike", "target", "slam"})
PROTESTS = frozenset({"protest", "rally", "march", "demonstration", "vigil", "sit-in"})
