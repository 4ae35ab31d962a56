"""What is counted, by the words that say so: verbs, states and nouns of every measure.

A verb measures its patient ("killed 12") or, where it has none, its subject ("12 died"). A state measures
what it is said of ("12 wounded", "five are still missing"). A noun counts by itself ("12 deaths").
"""

from __future__ import annotations


def _table(**rows: str) -> dict[str, str]:
    return {word.replace("_", " "): measure for measure, words in rows.items() for word in words.split()}


# Lemma of a verb → measure of its patient: object of the active, subject of the passive.
PATIENT_VERBS: dict[str, str] = _table(
    killed="kill murder slay massacre execute martyr assassinate behead decapitate slaughter lynch butcher electrocute "
    "crush liquidate eliminate annihilate exterminate strangle asphyxiate incinerate hang mow garrotte neutralise "
    "neutralize mourn",
    injured="injure wound hurt hospitalise hospitalize maim amputate stab mutilate disable blind disfigure knife scald "
    "concuss punch "
    "kick club pummel batter bludgeon whip flog thrash cudgel manhandle graze",
    harmed="harm affect",
    assaulted="assault",
    sexual_violence="rape gang-rape molest defile",
    interviewed="interview",
    recruited="recruit conscript",
    rescued="rescue save pluck winch",
    recaptured="recapture rearrest re-arrest",
    evacuated="evacuate",
    arrested="arrest detain apprehend jail imprison incarcerate nab remand handcuff intern catch net",
    abducted="abduct kidnap snatch kidnapp",
    disarmed="disarm demobilise demobilize decommission",
    captured="capture",
    released="release free liberate repatriate parole pardon amnesty",
    displaced="displace uproot dislodge evict",
    trapped="trap strand maroon",
    intercepted="intercept thwart",
    deployed="deploy station",
    relocated="relocate resettle",
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
    destroyed="destroy demolish flatten raze level burn torch gut sink uproot obliterate incinerate pulverise "
    "pulverize collapse ruin consume",
    damaged="damage wreck shatter deface vandalise vandalize scorch pockmark crack",
    looted="loot ransack plunder pillage",
)
# Lemma of a verb → measure of its subject.
SUBJECT_VERBS: dict[str, str] = _table(
    killed="die perish succumb drown suffocate asphyxiate starve",
    displaced="flee",
    surrendered="surrender defect",
    withdrawn="withdraw",
    abstentions="abstain",
    missing="disappear vanish",
    protesters="protest demonstrate rally march",
    sheltered="shelter",
    held="languish",
    returned="return",
    escaped="escape abscond",
    evacuated="evacuate",
)
# Words for a state, predicative or attributive: "left 12 dead", "12 wounded", "three remain captive".
STATES: dict[str, str] = _table(
    killed="dead killed slain martyred deceased murdered executed massacred assassinated",
    injured="wounded injured hurt hospitalised hospitalized maimed",
    missing="missing unaccounted disappeared absent",
    trapped="trapped stranded stuck marooned",
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
    "executions drownings slayings beheadings lynchings assassinations cadavers homicides homicide femicides",
    injured="injuries injury injured wounded wounds",
    casualties="casualties casualty",
    arrested="arrests detentions",
    abducted="abductions kidnappings abductees",
    missing="missing disappearances",
    displaced="displaced evictions displacements idps",
    escaped="escapees",
    sexual_violence="rapes",
    abstentions="abstentions abstention",
    protesters="crowd",
    attacks="airstrikes strikes attacks raids bombings shellings incidents violations bombardments "
    "engagements clashes skirmishes assaults barrages breaches",
)
# Nouns of an act with its patient after "of": "the killing of 12 people", "the loss of four men".
ACTS: dict[str, str] = _table(
    killed="killing death murder martyrdom loss massacre execution assassination slaying slaughter deaths killings "
    "lives bodies corpses drowning dying remains",
    injured="injury wounding injuries",
    arrested="arrest detention arrests imprisonment jailing",
    abducted="abduction kidnapping kidnap seizure abductions",
    released="release freeing liberation",
    rescued="rescue",
    evacuated="evacuation",
    displaced="displacement flight exodus arrival influx",
    missing="disappearance",
    intercepted="interception downing",
    destroyed="destruction demolition razing obliteration",
    captured="capture",
    deployed="deployment",
    launched="launch launching barrage salvo volley swarm wave hail fusillade",
    buried="burial",
    expelled="expulsion deportation",
    surrendered="surrender",
)
# Nouns that sum up: a number beside them is a toll. What they sum up stands with them or was said before.
# Nouns that sum up a crowd: "put attendance at 12,000".
CROWD_TOLLS = frozenset({"attendance", "turnout", "crowd", "crowds"})
TOLLS = CROWD_TOLLS | frozenset(
    {"toll", "count", "number", "tally", "figure", "total", "estimate", "tolls", "figures", "numbers"}
)
TOLL_OF: dict[str, str] = {"death": "killed", "deaths": "killed", "casualty": "casualties", "injury": "injured",
                           "body": "killed", "fatality": "killed", "civilian": "killed", "displacement": "displaced",
                           "arrest": "arrested"}  # fmt: skip
TOLL_MOVES = frozenset(
    """
    rise jump climb grow increase soar reach hit pass exceed surpass top stand be fall drop lower reduce revise
    raise put place bring take update go mount swell remain set cut spike surge double approach near shoot tick edge
    cross estimate give total number lift boost trim amount come
    correct upgrade downgrade amend adjust stay hold keep change scale
    """.split()
)
TOLL_PASSES = frozenset({"pass", "exceed", "surpass", "top", "cross"})
# Verbs by which somebody gives a figure: their subject is its source.
TOLL_GIVERS = frozenset(
    """put place raise lower reduce revise cut update announce report give count acknowledge claim confirm record
    document list stand set estimate log tally verify register admit change publish identify disclose reveal release
    accept recognise recognize lift increase correct adjust compile present""".split()
)

# Verbs of a main clause by which a body states or changes a sum, and the words for such a sum.
STATING = frozenset("give raise lower revise cut reduce increase adjust correct update release issue publish".split())
SUMS = frozenset("number toll figure count estimate tally total claim".split())

# Measures whose verb says by itself that people are meant: "arrested 12 traffickers".
OF_ANYBODY = frozenset(
    """
    killed injured missing arrested abducted displaced sanctioned convicted sentenced charged expelled
    """.split()
)
DETAINED_GROUPS = frozenset({"detainees", "hostages", "prisoners"})
IN_CUSTODY = frozenset({"custody", "detention", "jail", "prison", "bars"})
IN_HOSPITAL = frozenset({"hospital", "hospitals", "clinic", "clinics", "ward", "wards", "icu"})
HIDDEN = frozenset({"rubble", "debris", "ruins", "wreckage", "mud"})
APPEARANCE = frozenset(
    """
    fear believe report presume confirm say know feel think declare list remain be go stay leave find lie become get
    assume
    """.split()
)
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
    repel repulse rebuff foil thwart
    record document report carry conduct log count launch verify stage register see perform
    """.split()
)
GIVING = frozenset(
    """
    distribute deliver give provide send supply donate hand bring airlift serve truck ship airdrop dispense allocate
    """.split()
)
LOADING = frozenset({"carry", "haul", "bear", "transport", "bring"})
SHUTTING = frozenset({"close", "shut", "shutter", "suspend"})
REACHING = frozenset({"reach", "assist", "help", "feed", "aid", "support", "vaccinate"})
RETURNING = frozenset({"return", "hand", "exchange", "repatriate", "swap", "transfer", "give"})
CAPTIVITY = frozenset({"hostage", "captive", "prisoner"})
WRECKED = frozenset({"burnt", "burned", "gutted", "wrecked", "charred", "torched", "ruined", "flattened"})
OUT_OF = frozenset({"of", "from", "into", "onto", "to", "through", "across", "alive", "free"})
# Groups of people.py whose members strike.
TRADES = frozenset({"workers", "health workers", "miners", "drivers", "officials", "journalists", "farmers", "judges",
                    "fishermen", "police officers", "students", "rescuers", "security personnel"})  # fmt: skip
# What people who leave by the dozen leave: not an office, not a meeting.
SETTLED = frozenset("villages hamlets homes farms settlements communities camps town village countryside".split())
# Gatherings that are no protest.
MEETINGS = frozenset(
    """
    funeral burial mass talks summit conference meeting mourn bury wedding ceremony service pray prayers match
    celebrate concert festival
    """.split()
)
# What people gather for who mourn their dead, and what makes a protest of it.
MOURNING = frozenset(
    "funeral burial bury buried burying mourn mourning mourned mourners mourner interment wake condolences".split()
)
DEMANDING = frozenset(
    """
    chant chants chanting chanted slogan slogans demand demands demanding demanded protest protests protesting
    protested protesters against march marched marching demonstrate demonstrated demonstrating banners placards
    justice denounce denouncing denounced condemn condemning condemned
    """.split()
)
AFIRE = frozenset({"ablaze", "alight", "fire"})
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
# Verbs that measure only what is not lawfully lying about: weapons found are weapons seized.
FINDING = frozenset({"find", "discover", "unearth", "uncover", "retrieve", "yield"})
# Verbs of sending troops somewhere.
SENDING = frozenset("send dispatch contribute provide commit mobilise mobilize rush supply".split())
# Verbs of killing that do as much to things: "eliminated three posts", "hung 40 flags".
ALSO_OF_THINGS = frozenset(
    "eliminate neutralise neutralize liquidate hang mow incinerate annihilate crush catch net uproot dislodge".split()
)
ASSAULTS = frozenset({"shoot", "stab", "beat", "attack", "ambush", "torture"})
THRONGING = frozenset({"gather", "assemble", "fill", "flood", "throng", "pour", "pack", "converge", "turn"})
ACCUSED = frozenset({"defendants", "accused"})
# Verbs by which fighting or attacks come about: "75 clashes took place".
OCCURRING = frozenset({"take", "occur", "happen", "erupt", "ensue", "continue"})
IMPACTS = frozenset({"fall", "land", "rain", "cross", "hit", "strike", "target", "slam"})
PROTESTS = frozenset({"protest", "gathering", "rally", "march", "demonstration", "vigil", "sit-in"})


def _forms(verb: str) -> list[str]:
    """The regular past and the -ing of a verb, with a doubled consonant as well: "gutted", "kidnapping"."""
    if verb.endswith("e"):
        return [verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeou":
        return [verb[:-1] + "ied", verb + "ing"]
    return [verb + "ed", verb + "ing", verb + verb[-1] + "ed", verb + verb[-1] + "ing"]


_LEMMAS: dict[str, str] = {
    form: verb for verb in {**PATIENT_VERBS, **STRUCTURE_VERBS, **SUBJECT_VERBS} for form in _forms(verb)
}


def lemma(word: str, given: str) -> str:
    """The lemma of a verb that is listed here, where the parser takes "neutralised" for an adjective."""
    return _LEMMAS.get(word, given)
