import hashlib

import pytest

from asof import pipeline, registry
from asof.annotate import parse
from asof.annotate.places_resolve import Surface, resolve
from asof.model import Dateline, Document, Part, Report
from asof.reading import Reading
from asof.vocabulary.places import FILE, Entry, gazetteer

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
