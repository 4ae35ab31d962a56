"""What a verb says only together with a word below it: "led off", "reduced to ash", "paid the supreme price".

A row is measure, what can be counted so, verbs, and the words of which one must stand below the verb (particle,
object, complement, or what a preposition brings in). `not` asks for a negated verb. First row that fits wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Counted = Literal["people", "settled", "captives", "armed", "structures", "munitions", "goods", "supplies", "any"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The measure that a verb gives with one of these words below it, to what is of this kind."""

    measure: str
    kind: Counted
    words: frozenset[str]


def _rows(rows: Iterable[tuple[str, Counted, str, str]]) -> dict[str, tuple[Phrase, ...]]:
    table: dict[str, tuple[Phrase, ...]] = {}
    for measure, kind, verbs, words in rows:
        for verb in verbs.split():
            table[verb] = (*table.get(verb, ()), Phrase(measure, kind, frozenset(words.split())))
    return table


_WOUNDS = (
    "wounds wound injuries injury burns burn fractures fracture trauma concussion bruises cuts lacerations "
    "amputations scars bones shrapnel bullets gas smoke limbs limb legs leg arms arm eyes eye sight hand hands foot "
    "feet"
)
_BODY = (
    "leg legs arm arms shoulder head chest neck hip thigh thighs stomach back foot hand face abdomen knee calf groin"
)
_HOSPITAL = "hospital hospitals clinic clinics ward wards icu infirmary surgery emergency"
_SAFE = "safety unharmed unhurt unscathed alive safely ashore"
_WILDS = "forest forests bush jungle mountains hills captivity desert swamp swamps"
_CUSTODY = "custody detention jail prison bars arrest handcuffs cell cells"
_ROOF = (
    "shelter shelters refuge school schools church churches mosque mosques camp camps centre centres center centers "
    "tent tents stadium gym gymnasium hall halls yard monastery temple convent compound lycee classrooms basement "
    "basements cellar cellars bunker bunkers metro open streets tarpaulins"
)
_HOMES = "home homes house houses village villages town towns neighbourhood neighbourhoods land lands"
_FIRE = "ablaze alight fire torch flames ashes"
_RUIN = "ash ashes rubble ruins cinders dust debris ground map"

# What somebody who is hurt "sustains".
HARM = frozenset("injuries injury wounds wound burns fractures concussion bruises cuts lacerations".split())

DONE_TO: dict[str, tuple[Phrase, ...]] = _rows((
    ("withdrawn", "armed", "pull", "out back"),
    ("killed", "people", "gun mow cut strike hack hunt", "down"),
    ("killed", "people", "hack beat burn stab bludgeon club crush torture stone batter trample starve do choke put "
     "burn send", "death sword"),
    ("killed", "people", "blow tear", "pieces apart bits"),
    ("killed", "people", "find leave discover", "dead lifeless"),
    ("killed", "people", "wipe", "out"),
    ("killed", "people", "burn", "alive"),
    ("injured", "people", "hit shoot strike graze stab cut", _BODY),
    ("injured", "people", "rough beat", "up"),
    ("injured", "people", "hit strike graze cut", "stones stone rocks bottles bullet bullets shrapnel glass debris "
     "fragments splinters baton batons truncheons pellets canister canisters"),
    ("injured", "people", "receive suffer sustain leave admit treat bring", "wounds wound injuries injury burns "
     "fractures concussion"),
    ("injured", "people", "admit rush take transfer airlift fly carry confine", _HOSPITAL),
    ("injured", "people", "overcome affect", "smoke gas"),
    ("missing", "people", "see hear find locate trace", "not"),
    ("arrested", "people", "lock", "up"),
    ("arrested", "people", "deprive strip", "liberty freedom"),
    ("without_power", "people", "leave plunge cut", "electricity power darkness dark blackout"),
    ("arrested", "people", "haul take bring pull", "questioning"),
    ("arrested", "people", "haul", "in"),
    ("arrested", "people", "place put take throw send lead remand", _CUSTODY),
    ("arrested", "people", "pick", "up raid raids police suspicion"),
    ("arrested", "people", "round", "up"),
    ("rescued", "people", "find", "alive unharmed"),
    ("rescued", "people", "bring lead pull get carry walk escort guide lift airlift winch hoist fish take help",
     _SAFE),
    ("rescued", "people", "bring lead pull lift winch fish dig cut", "out"),
    ("abducted", "people", "march lead herd drag force carry drive take whisk", _WILDS),
    ("abducted", "people", "lead carry whisk spirit herd march haul drag ferry frogmarch bundle", "away off"),
    ("abducted", "people", "take hold", "gunpoint"),
    ("released", "people", "let", "go"),
    ("released", "people", "set", "free"),
    ("released", "captives", "allow permit", "go leave return home"),
    ("released", "armed", "bring get return", "home captivity"),
    ("released", "captives", "bring get return fly", "home captivity"),
    ("released", "people", "reunite", "families family parents relatives wives husbands"),
    ("convicted", "people", "find", "guilty"),
    ("sentenced", "people", "hand give", "sentences sentence terms term"),
    ("sanctioned", "people", "put place add", "sanctions blacklist"),
    ("buried", "people", "lay", "rest"),
    ("displaced", "people", "drive chase push force flush hound", "out"),
    ("displaced", "people", "drive chase push hound force evict burn turf flush", _HOMES),
    ("displaced", "people", "force compel oblige", "flee leave move"),
    ("displaced", "people", "make leave render", "homeless"),
    ("displaced", "people", "put", "flight"),
    ("confined", "people", "confine", f"{_HOMES} area areas communities settlements camps"),
    ("evacuated", "people", "move take fly airlift bus relocate drive ferry lead", "safety danger out"),
    ("evacuated", "people", "take fly airlift ferry", "air helicopter plane"),
    ("sheltered", "people", "take move bring bus lead", "shelter shelters"),
    ("sheltered", "people", "put house accommodate lodge crowd cram squeeze pack", _ROOF),
    ("deployed", "armed", "send bring fly move", "in reinforcements"),
    ("deployed", "armed", "order", "into"),
    ("expelled", "people", "declare", "grata gratae"),
    ("destroyed", "structures", "reduce raze level burn bomb turn", _RUIN),
    ("destroyed", "structures", "set put", _FIRE),
    ("destroyed", "structures", "blow", "up"),
    ("destroyed", "structures", "wash sweep", "away"),
    ("destroyed", "structures", "burn tear pull knock", "down"),
    ("destroyed", "structures", "wipe", "out map"),
    ("damaged", "structures", "blow tear rip", "off"),
    ("seized", "goods", "dig turn", "up"),
    ("intercepted", "munitions", "lose", "radar radars"),
    ("aid", "supplies", "hand give dish", "out"),
))  # fmt: skip
DONE_BY: dict[str, tuple[Phrase, ...]] = _rows((
    ("killed", "people", "lose", "lives life"),
    ("killed", "people", "have", "slit slashed"),
    ("killed", "people", "sacrifice give", "lives life"),
    ("killed", "people", "pay", "supreme ultimate lives life"),
    ("killed", "people", "make", "supreme ultimate"),
    ("killed", "people", "meet", "death end deaths"),
    ("killed", "people", "attain embrace", "martyrdom"),
    ("killed", "people", "breathe", "last"),
    ("injured", "people", "lose", "limbs limb legs leg arms arm eyes eye eyesight sight hands hand fingers foot feet "
     "hearing"),
    ("injured", "people", "have", "bones fractures concussion"),
    ("injured", "people", "fight", "lives life"),
    ("injured", "people", "nurse come arrive escape return turn limp sustain suffer receive get incur", "wounds wound "
     "injuries injury burns fractures trauma hurt concussion bruises"),
    ("injured", "people", "need require undergo receive", "treatment care hospital hospitalisation surgery stitches "
     "amputation amputations operations"),
    ("injured", "people", "inhale", "smoke gas fumes"),
    ("injured", "people", "seek get", "medical treatment"),
    ("held", "people", "await", "trial"),
    ("released", "captives", "walk", "free out"),
    ("released", "captives", "come return go", "home back"),
    ("released", "people", "walk go", "free"),
    ("released", "people", "regain gain taste", "freedom liberty"),
    ("escaped", "captives", "break get slip walk run tunnel climb sneak bolt dig fight", "out away through"),
    ("escaped", "captives", "flee", "jail prison cell custody camp captivity"),
    ("strikers", "people", "walk", "out"),
    ("strikers", "people", "down", "tools"),
    ("strikers", "people", "go", "strike"),
    ("sentenced", "people", "receive", "sentences sentence terms term"),
    ("charged", "people", "stand face", "trial charges dock"),
    ("charged", "people", "go", "trial"),
    ("missing", "people", "go", "missing"),
    ("protesters", "people", "join attend", "protest protests march rally demonstration sit-in vigil"),
    ("protesters", "people", "come turn flock travel throng", "protest protests march rally demonstration sit-in "
     "vigil"),
    ("protesters", "people", "take", "streets protest march rally"),
    ("protesters", "people", "walk parade file chant carry march rally", "banner banners placards slogans flags"),
    ("withdrawn", "armed", "pull", "out back"),
    ("disarmed", "people", "lay put give hand", "weapons guns rifles"),
    ("surrendered", "people", "lay", "arms"),
    ("surrendered", "armed", "give hand turn", "themselves himself herself"),
    ("sheltered", "people", "seek find take", "shelter refuge shelters"),
    ("sheltered", "people", "spend", _ROOF),
    ("displaced", "people", "seek find reach", "safety sanctuary asylum"),
    ("sheltered", "people", "sleep camp shelter huddle crowd squeeze cram live stay lodge pack", _ROOF),
    ("displaced", "people", "escape run", f"{_WILDS} lives"),
    ("displaced", "people", "pack", "up"),
    ("displaced", "people", "stream pour flood flock trek spill flow cross walk", "border frontier"),
    ("displaced", "people", "take", "flight"),
    ("displaced", "people", "become", "homeless"),
    ("displaced", "people", "lose", "home homes house houses"),
    ("displaced", "people", "sleep live", "rough outdoors"),
    ("returned", "settled", "go come return move", "home homes back"),
    ("destroyed", "structures", "go", "flames smoke"),
    ("destroyed", "structures", "burn", "down ground"),
    ("damaged", "structures", "take suffer sustain receive", "hit hits damage"),
    ("damaged", "structures", "have", "blown shattered smashed ripped torn"),
    ("damaged", "structures", "lose", "roof roofs windows walls wall"),
    ("launched", "munitions", "come rain pour fly", "in down over"),
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Situation:
    """The measure of those who are in a situation: prepositions, nouns, and adjectives where the noun needs one."""

    measure: str
    prepositions: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str] = frozenset()


SITUATIONS: tuple[Situation, ...] = tuple(
    Situation(measure, frozenset(preps.split()), frozenset(nouns.split()), frozenset(adjectives.split()))
    for measure, preps, nouns, adjectives in (
        ("arrested", "in behind under", "custody detention jail prison bars arrest handcuffs", ""),
        ("injured", "in at", _HOSPITAL, ""),
        ("injured", "on", "ward wards ventilators drips", ""),
        ("injured", "in", "coma pain", ""),
        ("injured", "in under", "treatment", ""),
        ("injured", "in under", "care", "intensive critical emergency medical"),
        ("injured", "with", _WOUNDS, ""),
        ("injured", "in", "condition", "critical serious stable grave"),
        ("held", "in", "captivity hands clutches", ""),
        ("held", "with", "captors kidnappers abductors gunmen bandits gang gangs rebels militants hijackers jihadists "
         "insurgents militia militias guerrillas", ""),
        ("sheltered", "in at", "shelter shelters", ""),
        ("without_power", "without", "electricity power", ""),
        ("displaced", "without", "shelter homes roof home", ""),
        ("displaced", "on", "move", ""),
        ("trapped", "under beneath", "rubble debris ruins wreckage mud landslide", ""),
        ("destroyed", "in", "ruins tatters", ""),
        ("charged", "on", "trial", ""),
        ("at_large", "at", "large liberty", ""),
        ("at_large", "on", "run loose", ""),
    )
)  # fmt: skip
