"""Standing and roles of events, a sentence each: what the grammar says happened, will, might, or did not."""

from __future__ import annotations

import pytest

from asof import registry
from asof.annotate import parse
from asof.model import Document, Part, Report
from asof.pipeline import annotate, default_components
from asof.reading import Reading

NEEDED = ("times", "actors", "quotes", "event_mentions", "events")


def read(
    *paragraphs: str, published: str = "2026-03-10T12:00:00+00:00", names: tuple[str, ...] | None = NEEDED
) -> Reading:
    text = "\n\n".join(paragraphs)
    starts = [text.index(paragraph) for paragraph in paragraphs]
    parts = tuple(Part("body", s, s + len(p)) for s, p in zip(starts, paragraphs, strict=True))
    document = Document(Report("0" * 64, len(text), published=published), text, parts)
    chosen = default_components() if names is None else [registry.component(name) for name in names]
    return annotate(parse.parse(document), chosen)


def whole(*paragraphs: str) -> Reading:
    """Read by all components: figures and incidents too."""
    return read(*paragraphs, names=None)


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        ("Gunmen attacked the village of Kaura on Monday.", "ASSAULT", "occurred"),
        ("The army denied that it had shelled the town.", "ASSAULT", "negated"),
        ("No airstrikes were reported in Idlib on Tuesday.", "ASSAULT", "negated"),
        ("Reports of a bombing in Basra are false, the governor said.", "ASSAULT", "negated"),
        ("If the rebels attack the port, the talks will end.", "ASSAULT", "hypothetical"),
        ("Should the militia shell the city again, the army would respond.", "ASSAULT", "hypothetical"),
        ("The militants could attack the dam.", "ASSAULT", "hypothetical"),
        ("The foreign minister will visit Ankara on Thursday.", "AGREE", "planned"),
        ("The rebels will release nine hostages on Friday.", "CONCEDE", "planned"),
        ("Russia annexed Crimea in 2014.", "COERCE", "background"),
        ("Iran reopened its mission in Riyadh seven years after a mob stormed the embassy.", "PROTEST", "background"),
        ("The two armies have been fighting since 2023.", "ASSAULT", "background"),
        ("Troops are shelling the outskirts of the city.", "ASSAULT", "ongoing"),
        ("The road has been blocked since Sunday.", "COERCE", "ongoing"),
        ("The government said it would not sit at any table with the militia.", "REJECT", "occurred"),
        ("The hostages are to be handed over to the Red Cross.", "CONCEDE", "planned"),
        ("Hungary has said that it would veto the loan.", "REJECT", "occurred"),
        ("The state does not pay ransoms, the commissioner said.", "REJECT", "occurred"),
        ("The army imposed a curfew on the town until further notice.", "COERCE", "ongoing"),
        ("A curfew is in force in Gusau.", "COERCE", "ongoing"),
        ("Police said they were checking whether the video was genuine.", "ACCUSE", "ongoing"),
        ("The officer, whom Peru accuses of ordering the bombing, lives in Lima.", "ACCUSE", "background"),
        ("“There will be no negotiation with kidnappers,” the minister said.", "REJECT", "occurred"),
    ],
)
def test_standing(sentence: str, type_: str, status: str) -> None:
    found = [(mention.type, mention.status) for mention in read(sentence).event_mentions]
    assert (type_, status) in found, found


@pytest.mark.parametrize(
    ("sentence", "type_", "actors"),
    [
        ("Israel bombed a bridge in Tyre.", "ASSAULT", ["Israel"]),
        ("A bridge in Tyre was bombed by Israel.", "ASSAULT", ["Israel"]),
        ("A drone struck a market in Omdurman.", "ASSAULT", []),
        ("Three shops were burned in Kaduna.", "ASSAULT", []),
        ("The bombing of Aleppo by Russia killed nine people.", "ASSAULT", ["Russia"]),
        ("The minister blamed Hamas for the attack on the village.", "ASSAULT", ["Hamas"]),
        ("Peru accused Chile of the murder of two nuns.", "ASSAULT", ["Chile"]),
        ("Doctors went on strike in Abuja.", "PROTEST", ["doctors"]),
        ("Mali and Niger came to an agreement on grazing.", "AGREE", ["Mali", "Niger"]),
        ("The town came under fire from a hill.", "ASSAULT", []),
        (
            "The army denied it. One of its drones set fire to a market in Omdurman, Sudan.",
            "ASSAULT",
            ["Sudanese army"],
        ),
        ("The town fell to Hamas in June.", "COERCE", ["Hamas"]),
        (
            "A former defence minister of Peru accused the mayor of fraud.",
            "ACCUSE",
            ["a former defence minister of Peru"],
        ),
    ],
)
def test_actors(sentence: str, type_: str, actors: list[str]) -> None:
    events = [event for event in read(sentence).events if event.type == type_]
    assert [list(event.actors) for event in events] == [actors]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Pilots are on strike in Lima.", [("PROTEST", "strike")]),
        ("Four clerics went on hunger strike in Sana'a.", [("PROTEST", "strike"), ("PROTEST", "hunger")]),
    ],
)
def test_the_noun_that_a_wording_asks_for_tells_of_no_other_event(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(mention.type, mention.mode) for mention in read(sentence).event_mentions] == found


def test_what_is_asked_for_is_no_event() -> None:
    types = [event.type for event in read("The envoy urged Rwanda to withdraw its troops from Goma.").events]
    assert types == ["REQUEST"]


def test_one_strike_told_three_times_is_one_event_and_the_denial_another() -> None:
    reading = read(
        "A missile struck a hospital in Kharkiv on Monday, killing two people.",
        "The strike destroyed the roof. Rescuers said the attack came at dawn.",
        "Russia denied carrying out the strike.",
    )
    told = [(event.type, event.status, event.actors) for event in reading.events if event.type == "ASSAULT"]
    assert told == [("ASSAULT", "occurred", ()), ("ASSAULT", "negated", ("Russia",))]
    assert len({event.incident for event in reading.events if event.type == "ASSAULT"}) == 1


def test_two_towns_are_two_happenings() -> None:
    reading = read(
        "Shells hit a school in Kherson on Monday.",
        "In a separate incident, a rocket struck a depot in Odesa on Monday.",
    )
    assert len({event.incident for event in reading.events if event.type == "ASSAULT"}) == 2


def test_sport_and_cooking_are_not_read_for_events() -> None:
    reading = read(
        "The striker shot wide in the first half and the visitors attacked after the break.",
        "The coach said his defender was hit by a late tackle before the penalty, and the match ended without goals.",
    )
    assert reading.event_mentions == ()
    assert [skipped.what for skipped in reading.skipped] == ["events"]


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        ("The rebels must leave the town, President Amina Sow said.", "REQUEST", "occurred"),
        ("The minister should resign, Senator Amina Sow said on Monday.", "REQUEST", "occurred"),
        ("The army said it would bomb the camp.", "THREATEN", "occurred"),
        ("Sources said the army would bomb the camp on Friday.", "ASSAULT", "planned"),
        ("There is no truth to the report that the bridge was blown up.", "ASSAULT", "negated"),
        ("The ministry dismissed reports that troops had shelled the town.", "ASSAULT", "negated"),
        ("There was no evidence that the army had bombed the school.", "ASSAULT", "negated"),
        ("Nor did shells fall on the airport.", "ASSAULT", "negated"),
        ("The gangs have killed hundreds of people over the past decade.", "ASSAULT", "background"),
        ("Bandits often kidnap villagers for ransom.", "ASSAULT", "background"),
        ("In 2019 the crossing was shut after a gun battle that killed two soldiers.", "ASSAULT", "background"),
        ("The highway is cut at Pont-Sondé.", "COERCE", "ongoing"),
        ("The army fired on the crowd without warning.", "ASSAULT", "occurred"),
        ("Two guards were lightly wounded in the raid on the depot.", "ASSAULT", "occurred"),
        ("Kenya would bring home its troops if the mandate ended.", "CONCEDE", "hypothetical"),
    ],
)
def test_acts_that_the_grammar_makes(sentence: str, type_: str, status: str) -> None:
    found = [(mention.type, mention.status) for mention in read(sentence).event_mentions]
    assert (type_, status) in found, found


@pytest.mark.parametrize(
    "sentence",
    [
        "The army spokesman declined to comment.",
        "Police refused to give a toll.",
        "The panels were to have met in Davao.",
        "Any person who pays a ransom is a fool.",
        "The road meets the river at Kindu.",
        "A storm hit the coast of Mozambique, killing nine people.",
        "“They asked us for our names,” the cook said.",
        "We lament the death of the fisherman.",
        "The governor visited the wounded at the clinic.",
        "Hundreds of mourners gathered in Kosti on Friday for the burial.",
        "Thousands gathered in the main square of Kosti to bury the dead.",
        "The army said it had shot down a drone over Kosti airport on Tuesday.",
        "Three missiles were intercepted and two drones were shot down near Kosti.",
        "The army destroyed six of the drones over Kosti on Tuesday.",
    ],
)
def test_what_is_no_event(sentence: str) -> None:
    assert read(sentence).event_mentions == ()


@pytest.mark.parametrize(
    ("second", "actors", "status"),
    [
        ("Hezbollah had no hand in the attack.", ["Hezbollah"], "negated"),
        ("Hezbollah took no part in the attack.", ["Hezbollah"], "negated"),
        ("Hezbollah disowned the attack.", ["Hezbollah"], "negated"),
        ("Hezbollah was not behind the attack.", ["Hezbollah"], "negated"),
        ("Hezbollah said it was behind the attack.", ["Hezbollah"], "occurred"),
        ("Hezbollah boasted of the attack.", ["Hezbollah"], "occurred"),
        ("The attack was the work of Hezbollah.", ["Hezbollah"], "occurred"),
        ("Hezbollah said that it was not to blame.", ["Hezbollah"], "negated"),
        ("Hezbollah said that it had no fighters in the area.", ["Hezbollah"], "negated"),
        ("Hezbollah denied having done so.", ["Hezbollah"], "negated"),
        ("Hezbollah denied being behind the attack.", ["Hezbollah"], "negated"),
        ("Hezbollah denied it was responsible for the attack.", ["Hezbollah"], "negated"),
        ("Hezbollah rejected claims that it was behind the attack.", ["Hezbollah"], "negated"),
        ("Hezbollah denied that it was involved.", ["Hezbollah"], "negated"),
        ("Iraq blamed Hezbollah, which denied that the group was behind the attack.", ["Hezbollah"], "negated"),
        ("A Hezbollah spokesman, Karim Aoun, denied that the group was behind it.", ["Hezbollah"], "negated"),
        ("A Hezbollah spokesman denied that his forces were behind the attack.", ["Hezbollah"], "negated"),
    ],
)
def test_who_owns_and_who_denies(second: str, actors: list[str], status: str) -> None:
    reading = read("A drone attack on a base in Jordan killed two soldiers on Monday.", second)
    assert (actors, status) in [(list(event.actors), event.status) for event in reading.events]


@pytest.mark.parametrize(
    "second",
    [
        "Hezbollah denied it was responsible for the attack.",
        "A Hezbollah spokesman, Karim Aoun, denied that the group was behind the attack.",
        "Hezbollah rejected claims that it was behind the attack.",
    ],
)
def test_a_denial_is_no_claim_of_the_attack(second: str) -> None:
    (incident,) = whole("A drone attack on a base in Jordan killed two soldiers on Monday.", second).incidents
    assert (incident.claimed_by, incident.attributed_to, incident.denied_by) == ((), (), ("Hezbollah",))


@pytest.mark.parametrize(
    "second",
    [
        "Iraq blamed Hezbollah for the attack.",
        "Iraq blamed Hezbollah.",
        "Iraq accused Hezbollah.",
        "The governor blamed the attack on Hezbollah.",
        "The attack was blamed on Hezbollah.",
        "Residents held Hezbollah responsible for the attack.",
    ],
)
def test_whoever_is_blamed_for_the_attack_has_it_attributed(second: str) -> None:
    (incident,) = whole("A drone attack on a base in Jordan killed two soldiers on Monday.", second).incidents
    assert (incident.claimed_by, incident.attributed_to) == ((), ("Hezbollah",))


@pytest.mark.parametrize(
    "second",
    [
        "Iraq blamed Hezbollah for the fuel shortage.",
        "Iraq accused Hezbollah of hiding its weapons.",
        "Iraq did not blame Hezbollah for the attack.",
        "A car bomb had killed nine people in Basra in 2019, and Iraq blamed Hezbollah.",
    ],
)
def test_blame_for_something_else_is_not_attributed(second: str) -> None:
    incidents = whole("A drone attack on a base in Jordan killed two soldiers on Monday.", second).incidents
    assert [one.attributed_to for one in incidents if one.place == "Jordan"] == [()]


def test_what_is_not_denied_is_not_claimed() -> None:
    second = "Hezbollah did not deny that it was behind the attack."
    (incident,) = whole("A drone attack on a base in Jordan killed two soldiers on Monday.", second).incidents
    assert (incident.claimed_by, incident.denied_by) == ((), ())


def test_claims_of_an_attack_told_only_there_are_rejected_once() -> None:
    events = read("Hezbollah rejected claims that it was behind the attack on Tyre.").events
    assert [(event.status, list(event.actors)) for event in events] == [("negated", ["Hezbollah"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels shot down a helicopter near Kosti.",
        "The army destroyed a drone workshop near Kosti.",
        "A drone hit Kosti.",
    ],
)
def test_what_is_no_interception_is_an_attack(sentence: str) -> None:
    assert [event.type for event in read(sentence).events] == ["ASSAULT"]


def test_two_acts_of_speech_in_one_sentence_are_two() -> None:
    reading = read("Iraq condemned the raid and summoned the Turkish ambassador.")
    assert [event.type for event in reading.events].count("ACCUSE") == 2


def test_people_taken_in_an_attack_that_kills_are_an_event_of_one_happening() -> None:
    reading = read("Gunmen killed nine people and abducted four others in the village of Kaura on Saturday.")
    modes = {event.mode for event in reading.events}
    assert "abduct" in modes
    assert len(modes) == 2
    assert len({event.incident for event in reading.events}) == 1


@pytest.mark.parametrize(
    ("headline", "actors", "recipients"),
    [
        ("Two policemen shot dead in Quetta", [], ["two policemen"]),
        ("Iran, Iraq sign border pact", ["Iran", "Iraq"], []),
        ("Mayor kidnapped by rebels", ["rebels"], ["Mayor"]),
    ],
)
def test_headlines_leave_words_out(headline: str, actors: list[str], recipients: list[str]) -> None:
    document = Document(
        Report("0" * 64, len(headline), published="2026-03-10T12:00:00+00:00"),
        headline,
        (Part("headline", 0, len(headline)),),
    )
    reading = annotate(parse.parse(document), [registry.component(name) for name in ("places", *NEEDED)])
    assert [(list(event.actors), list(event.recipients)) for event in reading.events] == [(actors, recipients)]


@pytest.mark.parametrize(
    ("sentence", "type_", "recipients"),
    [
        ("France restored diplomatic ties with Chad.", "SUPPORT", ["Chad"]),
        ("Canada has broken relations with Libya.", "SANCTION", ["Libya"]),
        ("Russia condemned an attack on the market by Ukrainian soldiers.", "ACCUSE", ["Ukrainian soldiers"]),
        ("Kenya promised aid to the Somali government.", "AGREE", ["Government of Somalia"]),
        ("Malawi signed an accord to supply Zambia with maize.", "SUPPORT", ["Zambia"]),
        ("Mali received weapons from Russia.", "AID", ["Mali"]),
        ("Three bakers abducted near Jos on Monday were sent home.", "ASSAULT", ["three bakers"]),
        ("Senegal welcomed assurances from the Chadian army on its plans for the river.", "SUPPORT", ["Chadian army"]),
    ],
)
def test_the_party_that_a_thing_leads_to_is_the_recipient(sentence: str, type_: str, recipients: list[str]) -> None:
    events = [event for event in read(sentence).events if event.type == type_]
    assert [list(event.recipients) for event in events] == [recipients]


def test_names_in_a_list_all_act_though_the_first_comma_is_taken_for_an_apposition() -> None:
    (event,) = read("Vantoria, Kessland, Ormeria and Chad condemned Libya.").events
    assert event.actors[0] != event.actors[-1] == "Chad"


def test_a_verb_is_not_read_by_the_object_of_the_next_clause() -> None:
    events = read("Guerrillas killed a farmer near Tumaco and burned a truck.").events
    assert [list(event.recipients) for event in events if event.recipients] == [["a farmer"]]


def test_a_place_near_by_is_not_where_it_happened() -> None:
    text = "Gunmen killed two farmers in Goronyo near Sokoto."
    part = Part("body", 0, len(text))
    reading = annotate(parse.parse(Document(Report("0" * 64, len(text)), text, (part,))), default_components())
    assert [event.place for event in reading.events] == ["Goronyo"]


def test_where_no_event_has_a_place_the_clause_that_tells_how_lends_its_own() -> None:
    text = "Nine passengers died when their bus hit a mine in Tessalit."
    part = Part("body", 0, len(text))
    reading = annotate(parse.parse(Document(Report("0" * 64, len(text)), text, (part,))), default_components())
    assert {event.place for event in reading.events} == {"Tessalit"}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The attack on Kaura on Tuesday was the deadliest this year.", "2026-03-10"),
        ("Gunmen attacked Kaura on Monday in the worst raid of the year.", "2026-03-09"),
        ("A drone hit Kaura on Monday, the third such attack this month.", "2026-03-09"),
        ("Nine people were killed on Monday in Kaura, the most in a single day this year.", "2026-03-09"),
        ("Gunmen attacked Kaura this year.", "2026"),
    ],
)
def test_what_is_the_most_of_a_year_did_not_happen_all_year(sentence: str, day: str) -> None:
    reading = read(sentence)
    mention = reading.event_mentions[0]
    (time,) = [time for time in reading.times if time.id == mention.time]
    assert time.start is not None and time.start.startswith(day)
    assert mention.status == ("occurred" if len(day) > 4 else "background")
