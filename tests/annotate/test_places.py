import hashlib

import pytest

from asof import pipeline, registry
from asof.annotate import parse
from asof.annotate.places_resolve import Surface, resolve
from asof.model import Dateline, Document, Part, Report
from asof.reading import Reading
from asof.vocabulary.places import FILE, Entry, gazetteer, timezone

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the gazetteer is not compiled")


def read(text: str, **report: str) -> Reading:
    document = Document(
        Report(hashlib.sha256(text.encode()).hexdigest(), len(text), **report), text, (Part("body", 0, len(text)),)
    )
    return pipeline.annotate(parse.parse(document), [registry.component("places")])


def located(text: str, **report: str) -> dict[str, tuple[str, str | None]]:
    return {place.name: (place.level, place.country) for place in read(text, **report).places}


def roles(text: str) -> dict[str, str]:
    return {ref.span.text: ref.role for ref in read(text).place_refs}


def test_evidence_is_the_text() -> None:
    reading = read("Shelling was reported in Kharkiv and near Kupiansk on Monday.")
    assert {place.name for place in reading.places} == {"Kharkiv", "Kupiansk"}
    for place in reading.places:
        for span in place.evidence:
            assert reading.document.text[span.start : span.end] == span.text


def test_capital_as_government_is_no_place() -> None:
    found = roles("Tehran rejected the proposal on Sunday. Residents heard explosions in Shiraz.")
    assert found["Tehran"] == "actor" and found["Shiraz"] == "place"


def test_the_white_house_is_no_casablanca() -> None:
    found = read("A gunman was shot near the White House on Tuesday. Talks in Casablanca, Morocco, ended.").places
    assert [(place.name, place.level, place.country) for place in found if "House" in place.name] == [
        ("White House", "site", "USA")
    ]
    assert [place.country for place in found if place.name == "Casablanca"] == ["MAR"]
    assert roles("The White House rejected the proposal on Sunday.")["White House"] == "actor"


def test_an_old_town_is_of_the_town_that_the_report_names() -> None:
    assert located("Ten people were hurt in the Old Town on Monday, police in Warsaw, Poland, said.")["Old Town"] == (
        "city", "POL",
    )  # fmt: skip


def test_capital_as_city_is_a_place() -> None:
    assert located("Two rockets landed in Tripoli, a witness in the Libyan capital said.")["Tripoli"] == ("city", "LBY")


def test_adjective_is_an_origin() -> None:
    assert roles("Kenyan troops left the base.")["Kenyan"] == "origin"


def test_name_of_an_agreement() -> None:
    assert roles("Both sides praised the Nairobi agreement.")["Nairobi"] == "name"


def test_site_is_put_at_its_town() -> None:
    places = {place.name: place for place in read("A shell hit the Abu Karima market in El Fasher on Monday.").places}
    site, town = places["Abu Karima market"], places["El Fasher"]
    assert (site.level, site.within, site.lat) == ("site", town.id, town.lat)


def test_bare_airport_belongs_to_the_town() -> None:
    places = {place.name: place for place in read("Fighting spread in Nyala on Friday. The airport was closed.").places}
    assert places["airport"].within == places["Nyala"].id


def test_container_decides_between_namesakes() -> None:
    reading = read("The man was arrested in Paris, Texas, on Tuesday.")
    (paris,) = [place for place in reading.places if place.name == "Paris"]
    assert (paris.country, paris.admin1) == ("USA", "Texas")


def test_country_of_the_report_decides_between_namesakes() -> None:
    found = located("Heavy fighting continued near Pokrovsk in Ukraine, where Kramatorsk was shelled.")
    assert found["Pokrovsk"] == ("city", "UKR")


def test_dateline_is_a_place() -> None:
    text = "MOGADISHU, Somalia — A bomb went off near a hotel."
    document = Document(
        Report("0" * 64, len(text)), text, (Part("dateline", 0, 21), Part("body", 22, len(text))),
        (Dateline(_span(text, 0, 19), (_span(text, 0, 9), _span(text, 11, 18))),),
    )  # fmt: skip
    reading = pipeline.annotate(parse.parse(document), [registry.component("places")])
    assert {place.name: place.country for place in reading.places} == {"Mogadishu": "SOM", "Somalia": "SOM"}
    assert {ref.role for ref in reading.place_refs} == {"dateline"}


def _span(text: str, start: int, end: int):  # type: ignore[no-untyped-def]
    from asof.model import Span

    return Span(start, end, text[start:end])


def test_surname_is_no_place() -> None:
    assert "Jackson" not in located("Michael Jackson spoke in Nairobi. Jackson said the talks went well.")


def test_same_input_same_output() -> None:
    text = "Clashes broke out in Beni, Butembo and Lubero, and in South Kivu."
    assert read(text).places == read(text).places


def test_nothing_is_sent_to_the_capital() -> None:
    assert all(place.name != "Khartoum" for place in read("A drone hit the village of Zzqxabad in Sudan.").places)


def test_resolver_prefers_where_the_others_lie() -> None:
    def entry(key: int, lat: float, lon: float, state: str) -> Entry:
        return Entry(key, "X", "city", lat, lon, "USA", state, key, 20000, None, 4.3)

    surfaces = [
        Surface("springfield", (entry(1, 37.2, -93.3, "Missouri"), entry(2, 39.9, -83.8, "Ohio"))),
        Surface("dayton", (entry(3, 39.8, -84.2, "Ohio"),)),
        Surface("urbana", (entry(4, 40.1, -83.7, "Ohio"),)),
    ]
    assert resolve(surfaces, {})["springfield"][0].key == 2


def test_gazetteer_is_shared() -> None:
    assert gazetteer() is gazetteer()


def test_a_village_is_put_at_what_it_lies_in() -> None:
    text = "Gunmen raided Qorbanak, a village in the municipality of Argelia in Colombia. Nobody in Qorbanak was hurt."
    places = {place.name: place for place in read(text).places}
    village, around = places["Qorbanak"], places["Argelia"]
    assert (village.within, village.lat, village.country) == (around.id, around.lat, "COL")
    assert len(village.evidence) == 2 and village.geonames_id is None


def test_an_unknown_village_has_the_country_but_no_point() -> None:
    places = {place.name: place for place in read("A mine went off near Zarrobal, the mayor of Tumaco said.").places}
    assert (places["Zarrobal"].country, places["Zarrobal"].lat) == ("COL", None)


def test_a_small_namesake_abroad_is_not_meant() -> None:
    text = "Fighting near San Vito de Java spread to Arauquita and Saravena, and reached Tame in Colombia."
    assert all(place.country in ("COL", None) for place in read(text).places)


@pytest.mark.parametrize("group", ["Patía River Front", "Arauquita Column", "Tumaco Liberation Army"])
def test_armed_groups_are_no_places(group: str) -> None:
    assert located(f"Soldiers in Popayán blamed the {group} for the attack.").keys() == {"Popayán"}


@pytest.mark.parametrize("initials", ["U.N.", "A.N.C.", "P.L.A.", "N.G.O."])
def test_initials_are_no_towns(initials: str) -> None:
    assert located(f"The {initials} office in Juba urged restraint.").keys() == {"Juba"}


@pytest.mark.parametrize(
    "act",
    ["will send troops.", "has not replied.", "may recall its envoy.", "is to file a complaint.", "says it knows."],
)
@pytest.mark.parametrize("capital", ["Bogotá", "Yaoundé", "Naypyidaw", "Ouagadougou"])
def test_capitals_act_in_every_tense(capital: str, act: str) -> None:
    assert roles(f"{capital} {act}")[capital] == "actor"


def test_a_township_with_a_towns_name_is_a_division() -> None:
    assert located("A camp in Kawlin township in Myanmar was bombed.")["Kawlin township"] == ("admin2", "MMR")


def test_lists_are_of_one_kind() -> None:
    found = located("Strikes killed forty in Sagaing Region. Strikes in Sagaing, Magway and Mandalay in Myanmar go on.")
    assert [found[name][0] for name in ("Magway", "Mandalay")] == ["admin1", "admin1"]


def test_a_region_and_its_city_are_two_places() -> None:
    reading = read("Shells fell all over the Kharkiv region on Monday. A school burned in Kharkiv, Ukraine.")
    assert sorted(p.level for p in reading.places if p.name == "Kharkiv") == ["admin1", "city"]


def test_a_highway_named_after_a_people() -> None:
    assert located("Drivers blocked the Pan-American Highway near Popayán.")["Pan-American Highway"][0] == "site"


def test_whose_director_somebody_is() -> None:
    assert "university hospital" not in located("In Cali the director of the university hospital spoke of ten wounded.")


def test_zones_of_a_wide_country() -> None:
    assert timezone("Masisi", "COD") == "Africa/Lubumbashi" and timezone("Kinshasa", "COD") == "Africa/Kinshasa"


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("A mine killed a shepherd near al-Busayrah, in Syria.", "al-Busayrah", "city"),
        ("Shells fell on el-Obeid in Sudan overnight.", "el-Obeid", "city"),
        ("Families slept in the yard of the Lycée Antoine Dorival in Gonaïves.", "Lycée Antoine Dorival", "site"),
        ("The wounded were flown to Camp Dimatag in Cotabato.", "Camp Dimatag", "site"),
        ("Residents of Barangay Talindog in Marawi fled.", "Barangay Talindog", "district"),
        ("Gunmen opened fire in the Colonia Dorsina of Culiacán.", "Colonia Dorsina", "district"),
        ("Gunmen held guests at the Waamo Hotel in Kismayo.", "Waamo Hotel", "site"),
        ("Police searched the Horseed quarter of Baidoa.", "Horseed quarter", "district"),
        ("Eleven people were treated at Saint-Luc hospital in Les Cayes.", "Saint-Luc hospital", "site"),
        ("National Highway 7 was blocked near Les Cayes.", "National Highway 7", "site"),
        ("Bandits came to the Anka local government area of Zamfara.", "Anka local government area", "admin2"),
        ("Nine people were killed at Kordanga, in Kaduna State.", "Kordanga", "city"),
        ("Witnesses described the raid on Kordanga. The army denied it. Kordanga was empty.", "Kordanga", "city"),
    ],
)  # fmt: skip
def test_names_that_only_their_words_tell(text: str, name: str, level: str) -> None:
    assert located(text)[name][0] == level


def test_a_road_between_two_towns_names_both() -> None:
    found = located("A bus was stopped on the Funtua-Gusau road in Nigeria.")
    assert {"Funtua", "Gusau"} <= found.keys() and not any("road" in name for name in found)


@pytest.mark.parametrize(
    "text",
    [
        "Kordofan police gave a lower toll.",
        "The Zamfara government does not pay ransoms.",
        "The bishop of Gonaïves asked for an escort.",
        "The Emir of Anka prayed with the families.",
        "He told the faithful at Mass.",
        "Iran had no hand in the attack, its foreign ministry said.",
        "The text was drafted by Panama and Denmark.",
        "US jets carried out the strike, UK officials said.",
        "Two officers, both from El Salvador, were hurt.",
        "A commander of an MILF base was named.",
        "The Pentagon has carried out 30 strikes.",
        "Abu Jihad Mastura, a spokesman, denied it.",
    ],
)
def test_names_that_say_whose_or_who_are_no_places(text: str) -> None:
    assert located(text) == {}


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("Shells hit Dorsin, some 15 kilometres south-east of Kharkiv, Ukraine.", 49.886, 36.401),
        ("Gunmen raided Dorsin, a village about 40 km (25 miles) north of Goma, in eastern Congo.", -1.314, 29.228),
        ("The army left Dorsin, ten miles west of the besieged city of El Fasher, in Sudan.", 13.628, 25.2),
    ],
)
def test_a_village_lies_as_far_from_the_town_as_the_report_says(text: str, lat: float, lon: float) -> None:
    place = next(place for place in read(text).places if place.name == "Dorsin")
    assert (place.lat, place.lon, place.geonames_id) == (lat, lon, None)


def test_far_from_a_town_in_no_direction_is_nowhere() -> None:
    places = read("Shells hit the village of Dorsin, 200 km from Kyiv, Ukraine.").places
    place = next(place for place in places if place.name == "Dorsin")
    assert (place.lat, place.country) == (None, "UKR")


@pytest.mark.parametrize("name", ["Tal Tamr", "Tell Tamir", "Tel Tamer"])
def test_a_name_in_another_spelling(name: str) -> None:
    found = located(f"Syria said that a bomb went off in the town of {name}, near Hasakah, and another in Raqqa.")
    assert found[name] == ("city", "SYR")


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ottawa denied accusations by Accra that it shelters the rebels.", "Accra", "actor"),
        ("Rwanda would be glad to act as host, its foreign ministry said.", "Rwanda", "actor"),
        ("The regime in Minsk admits nothing.", "Minsk", "actor"),
        ("The gangs are paid from Managua, he said.", "Managua", "actor"),
        ("The bombing was ordered from Managua, he said.", "Managua", "actor"),
        ("He was flown from Managua to Havana.", "Managua", "place"),
        ("A bomb in Minsk killed two.", "Minsk", "place"),
        ("Forty Molotov cocktails were found in a garage in Perm, Russia.", "Molotov", None),
        ("Forty Molotov cocktails were found in a garage in Perm, Russia.", "Perm", "place"),
    ],
)
def test_what_a_government_does_or_is_told_is_no_land(text: str, name: str, role: str | None) -> None:
    found = roles(text).get(name)
    assert found == role or (role is None and found == "name")


def test_a_state_that_heads_a_headline_is_its_label() -> None:
    text = "Colombia: two killed in Ocaña\n\nTwo farmers were killed in Ocaña, Colombia, on Monday."
    first = text.split("\n\n")[0]
    parts = (Part("headline", 0, len(first)), Part("body", len(first) + 2, len(text)))
    reading = parse.parse(Document(Report("0" * 64, len(text)), text, parts))
    pipeline.annotate(reading, [registry.component("places")])
    assert [ref.role for ref in reading.place_refs if ref.span.text == "Colombia"] == ["name", "place"]


def test_the_state_of_a_name_is_the_division() -> None:
    text = "Venezuela sent 500 troops to the state of Zulia. The town of El Zulia in Colombia was quiet."
    assert located(text)["Zulia"] == ("admin1", "VEN")


def test_a_division_after_a_comma_is_what_holds_the_town() -> None:
    assert located("Two were shot in Bama, Borno, on Monday, police in Nigeria said.")["Borno"][0] == "admin1"


def test_a_hospital_is_not_moved_abroad_by_its_name() -> None:
    text = "Wounded soldiers reached San José Hospital from Tibú. The bus from Cúcuta, in Colombia, was burnt."
    places = {place.name: place for place in read(text).places}
    assert places["San José Hospital"].country == "COL"
