"""Words for the things that reports count: munitions, buildings, vehicles, supplies, weapons, animals.

Sets hold the plural as it stands after a number, and the singular that `_both` derives.
"""

from __future__ import annotations


def _both(words: str, *, alone: str = "") -> frozenset[str]:
    """The words, their singulars (`-ies` to `-y`, else without the `s`), and words that have but one form."""
    plural = words.split()
    single = [word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s") for word in plural]
    irregular = {"mosque": "mosque", "churche": "church", "buse": "bus", "torche": "torch"}
    return frozenset([*plural, *(irregular.get(word, word) for word in single), *alone.split()])


# What an army loses besides its men.
EQUIPMENT = _both(
    """
    tanks vehicles helicopters jets howitzers planes guns systems launchers ships boats armoured-vehicles apcs radars
    batteries trucks carriers humvees technicals vessels
    """,
    alone="aircraft artillery pieces",
)
ANIMALS = frozenset(
    "cattle cows goats sheep camels animals livestock horses dogs birds pigs chickens donkeys fish buffaloes oxen "
    "poultry herds".split()
)
MUNITIONS = _both(
    """
    missiles drones rockets shells uavs projectiles bombs mortars shaheds kamikazes mortar-rounds decoys quadcopters
    interceptors jets helicopters warplanes gliders
    """,
    alone="munitions aircraft uas",
)
# What flies and is brought down.
AIRBORNE = frozenset("drones drone missiles missile rockets rocket uavs uav quadcopters gliders projectiles".split())
STRUCTURES = _both(
    """
    buildings houses homes schools hospitals shops stalls vehicles cars tanks apartments flats huts tents mosques
    churches structures dwellings villages bridges boats trucks shelters clinics warehouses tankers stores facilities
    properties businesses kiosks blocks classrooms roofs granaries barns farms farmhouses cottages mansions shacks
    shanties bungalows hamlets temples chapels synagogues monasteries shrines madrasahs madrasas seminaries dormitories
    offices hotels restaurants bakeries pharmacies markets factories plants mills workshops silos garages
    hangars towers pylons substations transformers pipelines wells pumps turbines dams locks posts checkpoints stations
    outposts barracks canoes ferries trawlers ships vessels locomotives wagons carriages buses minibuses motorcycles
    motorbikes tractors ambulances pickups lorries vans planes jets helicopters speedboats trees palms orchards crops
    fields howitzers apcs radars launchers systems humvees
    """,
    alone="madrasah housing ministries",
) - {"market", "plant", "lock", "post", "well", "mill"}
UNITS_OF_TROOPS = frozenset(
    """
    battalions brigades divisions regiments companies warships ships tanks jets convoys buses helicopters platoons
    squadrons contingents units patrols frigates destroyers batteries
    """.split()
)
SUPPLIES = frozenset(
    """
    bags boxes kits parcels packages packs doses meals rations tents blankets trucks truckloads lorries crates sacks
    pallets convoys containers cartons ambulances mats mattresses tarpaulins nets hampers baskets bundles vaccines
    loaves bottles jerrycans canisters stoves buckets wheelchairs beds generators
    """.split()
)
VEHICLES = _both(
    "pickups pick-ups vans trucks vehicles cars buses lorries minibuses motorcycles motorbikes boats speedboats canoes "
    "tractors bicycles jeeps technicals",
    alone="pick",
)
WEAPONS = _both(
    """
    rifles guns pistols weapons firearms grenades machetes rounds cartridges explosives handguns shotguns launchers
    detonators radios motorcycles motorbikes revolvers carbines bullets magazines bayonets knives swords spears daggers
    mines landmines ieds vests phones cellphones smartphones handsets laptops sim-cards passports walkie-talkies
    binoculars uniforms flags charges caps fuses silencers scopes mortars rpgs kalashnikovs ak-47s machine-guns arms
    bombs sticks tablets speedboats
    """,
    alone="ammunition boats boat",
)
# Things that end like people: "servers".
DEVICES = frozenset(
    """
    servers computers printers scanners routers transmitters trailers posters trackers chargers cruisers freighters
    bulldozers excavators helicopters containers boilers papers rivers towers banners stickers
    """.split()
)
# What is seized with the ground it stands on, or is no thing.
GROUND = frozenset(
    """
    villages towns cities districts positions areas bases hills settlements neighbourhoods neighborhoods checkpoints
    posts outposts provinces regions times days opportunities seats points
    """.split()
)
SITES = frozenset({"targets", "positions", "sites", "locations"})
SEARCHED = frozenset(
    """
    offices premises addresses apartments flats homes houses properties buildings vehicles warehouses ships shops
    locations sites
    """.split()
)
FOODS = frozenset({"food", "aid", "rations", "shelter", "water", "seed", "seeds", "medicine", "supplies", "cash"})
RELIEF = FOODS | frozenset(
    """
    grain wheat flour maize rice sorghum millet oil fuel relief assistance cargo vegetables medicines
    """.split()
)
WEIGHTS = frozenset("tons tonnes kilos kilograms litres liters gallons quintals".split())
# What is cut off from electricity or water, and what a state or a war closes.
SUPPLIED = frozenset("homes households houses people customers families subscribers residents consumers".split())
CROSSINGS = frozenset("crossings crossing borders airports roads bridges ports clinics courts banks pumps".split())
ALL = STRUCTURES | EQUIPMENT | VEHICLES | MUNITIONS | WEAPONS | SUPPLIES | UNITS_OF_TROOPS | ANIMALS | DEVICES
