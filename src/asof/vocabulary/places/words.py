"""Words that help to read names of places: what sites and divisions are called, capitalised words that are no names.

Data only. Lower case throughout.
"""

from __future__ import annotations

# What a town is made of; with a name in front, a place of its own.
DISTRICTS = frozenset(
    "district quarter neighbourhood neighborhood suburb ward borough township settlement favela slum locality "
    "outskirts commune sub-district subdistrict kebele arrondissement raion municipality barangay purok estate "
    "kampung mahalla barrio".split()
)
# One to a city: "the airport" alone names it.
UNIQUE = frozenset({"airport", "seaport", "airfield", "airbase"})
SITES = UNIQUE | frozenset(
    "market bazaar souk hospital clinic school university college camp bridge square roundabout crossing checkpoint "
    "base barracks prison jail mosque church cathedral temple synagogue monastery shrine stadium station plant "
    "refinery dam port harbour harbor mall hotel palace theatre theater cinema park garden gardens cemetery plain "
    "plains valley hill hills mountain mountains forest island islands peninsula lake river creek canal gorge strait "
    "desert oasis reservoir wadi delta coast beach bay corridor highway road street avenue boulevard junction "
    "intersection terminal depot mine oilfield reactor embassy consulate compound headquarters courthouse tunnel "
    "academy centre center building tower front".split()
)
STREETS = frozenset("street road avenue boulevard highway drive lane parkway".split())
SITES |= STREETS
SQUARES = frozenset("square street avenue boulevard bridge roundabout highway crossing".split())
# Named as towns are, without being in them.
NATURE = frozenset("river lake creek mountain mountains hills valley plain plains strait bay desert peninsula".split())
BUILDINGS = frozenset(
    "school university college academy center centre building church theatre theater cinema hotel mall clinic "
    "headquarters terminal plant mine park garden gardens".split()
)
# Roads that carry numbers: "Highway 1".
NUMBERED = frozenset("highway route motorway autoroute".split())
# Nouns that stand before the name of a site ("Camp Siongco", "Lycée Fabre Geffrard"), written with a capital; French,
# Spanish, Portuguese and Arabic ones as English news takes them over.
BEFORE_SITES = frozenset(
    "camp fort hotel hôtel lycée lycee collège college école ecole institut hôpital hopital hospital clinique "
    "clínica colegio escuela liceo plaza plaça praça praca estadio estádio stade mercado marché marche puente "
    "ponte pont rue avenida calle carretera boulevard mount monte mont cerro morro lake lac lago laguna jebel "
    "jabal djebel jabel wadi puerto pointe cape cabo isla île ile ilha playa praia finca hacienda campamento "
    "acampamento aeropuerto aeroporto aéroport catedral iglesia église basilica basílica convento monasterio "
    "parque checkpoint outpost".split()
)
# The same for parts of a town.
BEFORE_DISTRICTS = frozenset(
    "barangay brgy sitio purok barrio colonia vereda corregimiento urbanización quartier bairro favela kampung kampong "
    "hayy hai ward sector".split()
)
# Of these, bodies that speak and act more often than they stand somewhere.
SPEAKING = frozenset("university college academy center centre headquarters school church park garden".split())
NAMED_FOR_SAINTS = frozenset("hospital clinic school church cathedral monastery convent parish market".split())
# Of these a town has several, but one of a kind: "the teaching hospital".
INSTITUTIONS = frozenset(
    {"hospital", "market", "mosque", "station", "port", "stadium", "prison", "university", "bazaar"}
)
KINDS = frozenset("teaching university general central main military grand maternity children's children".split())
DIVISIONS = frozenset(
    "state province region governorate oblast county department prefecture territory republic emirate division "
    "parish voivodeship canton municipality krai okrug woreda wilaya wilayat wilayah cercle payam upazila tehsil "
    "taluk taluka regency hromada raion lga".split()
)
IN = frozenset(
    "in at near from outside inside around across throughout over to towards toward into through off via within "
    "beyond between outskirts reaching leaving entering besieged occupied northern southern eastern western central "
    "northeastern northwestern southeastern southwestern north south east west downtown upstate".split()
)
QUARTERED = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern southwestern".split()
)
# Of these alone are made what people say of a town beside its name ("the Queen City") and what a name means in English
# ("White House", of Casablanca). Nobody who writes them in a report means that town.
EVERYDAY = frozenset(
    "the of a and in on city town village house hall castle gate gates wall spring springs sea water rock stone wood "
    "old new great big little grand high low upper lower middle north south east west white black red blue green grey "
    "gray golden gold silver pearl diamond crystal iron steel copper salt sugar royal imperial holy sacred eternal "
    "heavenly federal national free first second third queen king crown sun star moon lion eagle mill mills farm farms "
    "fish bell home happy sunny pleasant beautiful fair good long broken".split()
).union(SITES, DISTRICTS, DIVISIONS, QUARTERED)
# Units of the way from one place to another, in kilometres.
LENGTHS = {
    "km": 1.0, "kms": 1.0, "kilometer": 1.0, "kilometers": 1.0, "kilometre": 1.0, "kilometres": 1.0,
    "mile": 1.609, "miles": 1.609, "mi": 1.609,
}  # fmt: skip
# Capitalised words that a gazetteer also knows as towns: names only when something else says so.
COMMON = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december spring summer autumn winter christmas easter ramadan eid
    president minister general colonel captain major king queen prince princess pope bishop father mother doctor
    judge mayor governor senator chief sheriff deputy officer commander brigadier lieutenant sergeant corporal
    police army navy force forces guard guards court council senate congress house parliament union party
    assembly agency ministry department office board commission committee bureau bank company press news times post
    herald tribune journal gazette star sun telegraph guardian independent observer reporter review world today
    north south east west northern southern eastern western central upper lower new old great big little grand
    the a an and or of in on at for by to from with without he she it they we you i his her its their our my
    this that these those there here who what when where why how which while as if but not no yes all any both each
    one two three four five six seven eight nine ten eleven twelve first second third hundred thousand million
    man men woman women boy girl people child children family god lord jesus allah muslim muslims christian
    christians jewish jew jews islam islamic catholic orthodox sunni shia shiite arab arabs kurd kurds kurdish
    market hospital school university college church mosque road street avenue square park bridge river lake
    mountain hill island airport station center centre city town village county state province region district
    republic kingdom democratic federal national international united nations security peace war defense defence
    health education foreign interior justice finance agriculture energy labor labour social democracy freedom
    liberty hope unity progress victory independence union success best special public private local regional
    global general basic standard energy power force strike attack border
    red blue green white black brown gray grey golden silver orange rose
    mr mrs ms miss dr sir saint st san santa los las la le el al de del da do du von van bin ben abu
    live update updates breaking exclusive video photo photos read more related share follow subscribe comment
    english french german spanish russian chinese arabic american british european african asian
    facebook twitter google youtube telegram whatsapp instagram reuters afp
    reading bath nice mobile normal enterprise commerce media most many much well still mission battle trail price
    page sale ware ball bell book branch bridge buffalo bush butler carpenter cook cooper day deal eagle early
    earth evening fair mass field fish fox friend gates gold good grant gray green hall hand hart hill home hunter
    ice jordan king knight lake lamb lane law lead leader line lion long love low mack marion mark martin mason
    mill miller moon moss north oak page parks parker pike pine point pope power prince rain rice rich rock rose
    rush sand sea second shell short sky small smith snow south speed steel stone storm strong sugar summit sun
    swan sweet table taylor temple thomas town trade tree trinity trump turn turner union valley victoria view
    walker wall water weed wells wheeler wild wilson wind wing winter wood woods york young council eu un nato
    covid sars ebola who aids hiv ceasefire protocol article section chapter annex resolution act bill report
    """.split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# Names of groups and bodies that the model takes for places.
GROUPS = frozenset(
    "hamas hezbollah fatah isis isil daesh taliban houthi houthis wagner mossad polisario farc "
    "eta nato un unicef".split()
)
# Nouns after a place's name that make of both the name of something else ("Doha deal", "Geneva Convention").
NAMED_AFTER = frozenset(
    "deal accord accords agreement agreements protocol process declaration convention treaty pact plan talks "
    "communique communiqué framework summit conference administration regime memorandum formula initiative roadmap "
    "document charter statute cocktail cocktails".split()
)
# Nouns which a state or capital owns as a government, not as a stretch of land.
POLICY = frozenset(
    "refusal decision government junta authorities regime army military ministry minister president "
    "parliament claim claims demand demands "
    "offer proposal policy policies stance position response reply rejection announcement statement threat "
    "annexation invasion aggression offensive war campaign bid effort efforts support backing role commitment "
    "willingness plan plans ambassador envoy embassy spokesman spokeswoman spokesperson foreign leader leaders "
    "leadership king prime intelligence troops forces soldiers navy mediator delegation negotiator negotiators "
    "membership sovereignty obligations allies ally interest interests right rights intention intentions goal goals "
    "denial warning criticism allegations accusation accusations request call calls attack attacks strike strikes "
    "blockade sanctions veto vote help aid assistance involvement diplomats diplomacy chief top lead deputy "
    "constitution legislation law laws security defense defence forces force fleet generals reckoning".split()
)
# Verbs whose object is addressed or blamed: land cannot be.
ADDRESSED = frozenset(
    "accuse blame urge ask tell warn condemn criticise criticize thank persuade pressure press assure inform sanction "
    "praise denounce threaten sue mediate convince help support arm back fund supply defend punish deter "
    "isolate appease provoke reassure remind implore beg order".split()
)
# Bodies of many states that grammar treats as states: places only where something is in them.
BLOCS = frozenset({"European Union"})
# Verbs and nouns of violence: what they happen "in" or "at" is a place, and what the first ones fall "on".
VIOLENCE_ON = frozenset(
    "attack raid strike airstrike assault bombardment offensive ambush fire shelling descend advance march drone "
    "barrage onslaught siege incursion sweep massacre fall crackdown bombing swoop rain".split()
)
VIOLENCE = VIOLENCE_ON | frozenset(
    "kill die wound injure hurt shoot bomb shell burn torch abduct kidnap seize storm ambush clash battle fight "
    "fighting explode explosion blast detonate hit destroy loot rape execute behead slaughter massacre killing "
    "death abduction kidnapping gunfight shooting violence flee displace evacuate rescue capture recapture arrest "
    "detain take drown bury".split()
)
# Verbs whose object, where it has a name, is a place: people are not stormed, shelled or overrun.
TAKING = frozenset(
    "storm shell bombard raid overrun besiege encircle recapture retake torch ransack pillage occupy liberate enter "
    "bomb evacuate flee loot".split()
)
# Last words of names of bodies, which the model may take for places.
BODIES = frozenset(
    "union army force forces council committee party movement front brigade group agency authority league alliance "
    "coalition commission court bank fund corps company news times post church ministry".split()
)
# Words of names of armed groups, units, parties and papers: what stands before them in capitals is no place.
ARMED = frozenset(
    "front brigade brigades battalion column regiment corps army force forces militia movement party bloc cartel clan "
    "gang command task resistance council tally monitor observatory agency press".split()
)
# Nouns of land with a government below the state; with a town's name, the land around the town.
ADMIN2 = frozenset(
    "township district county municipality commune raion territory subdistrict sub-district woreda cercle payam "
    "upazila tehsil taluk taluka regency hromada lga daira moughataa".split()
)
# The same of several words, after a name.
LONG_ADMIN2 = (
    ("local", "government", "area"),
    ("local", "council", "area"),
    ("local", "municipality"),
    ("district", "municipality"),
    ("metropolitan", "municipality"),
    ("rural", "commune"),
    ("urban", "commune"),
    ("rural", "municipality"),
    ("administrative", "district"),
    ("urban", "district"),
    ("rural", "district"),
)
QUARTERS = frozenset("suburb neighbourhood neighborhood area".split())
# Nouns for a stretch of land named after a sea or river: "the Black Sea port of Odesa".
LANDS = frozenset("peninsula port city town resort coast region island province state enclave exclave outpost".split())
PORTS = frozenset("port city town resort coast peninsula".split())
# Verbs whose subject may be land: with these a state or city stays a place.
OF_LAND = frozenset(
    "be have lie sit border stretch become remain see witness suffer experience contain host straddle cover fall lose "
    "burn flood shake grow face hold go come wake erupt descend slide stand enter house boast link connect straddle "
    "serve stay produce appear record report".split()
)
# Nouns that stand in apposition or as a title before a name: "town of", "city of".
TOWN_NOUNS = frozenset(
    "city town village capital port hamlet region province state district county suburb area township municipality "
    "settlement commune territory neighbourhood neighborhood community locality".split()
)
# Words after which "of" stands before a place.
OF_PLACE = TOWN_NOUNS | frozenset(
    "mayor governor residents inhabitants streets outskirts edge siege capture seizure fall bombing shelling mayors "
    "bombardment siege encirclement liberation north south east west northeast northwest southeast southwest".split()
)
# Words after which a name is a person's.
TITLES = frozenset(
    "mr mrs ms miss dr sir president minister general gen col colonel captain capt lt sgt maj major king queen prince "
    "princess pope bishop rev judge justice mayor governor gov senator sen rep chief officer detective coach professor "
    "prof chairman secretary director spokesman spokeswoman spokesperson father sister brother imam sheikh lieutenant "
    "sergeant corporal commissioner superintendent attorney".split()
)
US_STATES = {
    "ala": "Alabama", "ariz": "Arizona", "ark": "Arkansas", "calif": "California", "colo": "Colorado",
    "conn": "Connecticut", "dc": "District of Columbia", "del": "Delaware", "fla": "Florida", "ga": "Georgia",
    "ill": "Illinois", "ind": "Indiana", "kan": "Kansas", "ky": "Kentucky", "la": "Louisiana", "mass": "Massachusetts",
    "md": "Maryland", "mich": "Michigan", "minn": "Minnesota", "miss": "Mississippi", "mo": "Missouri",
    "neb": "Nebraska", "nev": "Nevada", "nh": "New Hampshire", "nj": "New Jersey", "nm": "New Mexico",
    "ny": "New York", "nc": "North Carolina", "nd": "North Dakota", "okla": "Oklahoma", "ore": "Oregon",
    "pa": "Pennsylvania", "ri": "Rhode Island", "sc": "South Carolina", "sd": "South Dakota", "tenn": "Tennessee",
    "tex": "Texas", "va": "Virginia", "vt": "Vermont", "wash": "Washington", "wva": "West Virginia",
    "wis": "Wisconsin", "wyo": "Wyoming", "ont": "Ontario", "bc": "British Columbia", "alta": "Alberta",
    "mont": "Montana", "sask": "Saskatchewan",
}  # fmt: skip
