"""Who is spoken of, and that every mention of one bearer leads to one actor. All reports here are invented."""

from __future__ import annotations

import hashlib

import pytest

from asof.annotate import parse
from asof.annotate.actors import ActorFinder
from asof.model import Actor, Document, Part, Report
from asof.reading import Reading


def read(text: str, published: str = "2025-05-02T10:00:00+00:00") -> Reading:
    parts, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(Part("body", start, start + len(line)))
        start += len(line) + 1
    report = Report(hashlib.sha256(text.encode()).hexdigest(), len(text), published=published)
    reading = parse.parse(Document(report, text, tuple(parts)))
    found = ActorFinder()(reading)
    reading.actors, reading.mentions = found["actors"], found["mentions"]
    return reading


def actor(reading: Reading, words: str, nth: int = 0) -> Actor | None:
    """The actor that the nth occurrence of these words means (by the words' last token)."""
    start = -1
    for _ in range(nth + 1):
        start = reading.document.text.index(words, start + 1)
    inside = {t.i for t in reading.tokens_in(start, start + len(words))}
    chosen = [m for m in reading.mentions if m.head in inside]
    by_id = {a.id: a for a in reading.actors}
    return by_id[chosen[-1].actor] if chosen else None


def name(reading: Reading, words: str, nth: int = 0) -> str | None:
    found = actor(reading, words, nth)
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "words", "nth", "expected"),
    [
        ("President Bola Tinubu condemned the raid. Tinubu blamed bandits.", "Tinubu", 1, "Bola Tinubu"),
        ("Colonel Idriss Wade, the army's spokesman, denied it. Wade left.", "Wade", 1, "Idriss Wade"),
        ("The Rapid Support Forces (RSF) withdrew. The RSF blamed the army.", "RSF", 1, "Rapid Support Forces"),
        ("M23 rebels entered the town in Congo. The rebels freed two men.", "The rebels", 0, "M23"),
        ("Sudanese soldiers left Kosti. The army said it would return.", "The army", 0, "Sudanese army"),
        ("The Kosti Nurses' Union counted nine dead. The union wept.", "The union", 0, "Kosti Nurses' Union"),
        ("The medical charity AidLine closed. The charity blamed bandits.", "The charity", 0, "AidLine"),
        ("Hawa Diallo, a nurse, fled. She said the clinic had burned.", "She", 0, "Hawa Diallo"),
        ("Hamas accused Israel. It said that talks were over.", "It", 0, "Hamas"),
        ("A witness said shots rang out. The witness fled.", "The witness", 0, "a witness"),
        ("Medics said nine died.\nThe Kosti Medics' Union wept.", "Medics", 0, "Kosti Medics' Union"),
        ("A lawyer said no.\nIt was unjust, said Esther Moyo, the lawyer.", "lawyer", 0, "Esther Moyo"),
        ("An outfit known as the Red Scorpions denied it.", "An outfit", 0, "Red Scorpions"),
        ("M23 police in Goma left. Police working for the M23 movement fled.", "Police", 0, "M23 police"),
        ("The M23 mayor's office denied it.", "office", 0, "M23 mayor's office"),
        ("Hamas reaffirms that it will reply.", "it", 0, "Hamas"),
        ("The army of Congo says it killed 14 rebels when they attacked.", "they", 0, "rebels"),
        ("Pakistani shells hit a village.", "Pakistani", 0, "Pakistan"),
    ],
)  # fmt: skip
def test_later_words_mean_the_one_introduced(text: str, words: str, nth: int, expected: str) -> None:
    assert name(read(text), words, nth) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dam frightens people here more than the mines do.",
        "The curfew angers residents more than the fees do.",
        "It worries villagers there many times more than the drought.",
    ],
)
def test_a_comparison_after_the_noun_is_no_count_before_it(text: str) -> None:
    assert all(actor.name.strip() for actor in read(text).actors)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A man who calls himself Captain Rojo threatened Tumaco.", "A man", "Captain Rojo"),
        ("A woman who gave her name as Salma Idris told the station that she wept.", "A woman", "Salma Idris"),
        ("A caller known as Kofi Duah said the bridge had fallen.", "A caller", "Kofi Duah"),
        ("The Vanta Korso gang burned the market.", "gang", "Vanta Korso"),
        ("Vanta Korso, a gang that taxes farmers, burned the market.", "a gang", "Vanta Korso"),
        ("Citizens for Open Courts, a rights group, counted 14 dead.", "a rights group", "Citizens for Open Courts"),
        ("Senator-elect Delia Ocampo resigned.", "Ocampo", "Delia Ocampo"),
        ("Alhaji Sani Bichi denied it.", "Bichi", "Sani Bichi"),
        ("Saraya al-Wafa claimed the attack.", "Wafa", "Saraya al-Wafa"),
        ("The Delta Relief Council (DERC) said no. DERC had warned.", "DERC had", "Delta Relief Council"),
    ],
)  # fmt: skip
def test_words_that_give_a_name(text: str, words: str, expected: str) -> None:
    assert name(read(text), words) == expected


@pytest.mark.parametrize(
    ("text", "words", "nth", "expected"),
    [
        ("Hezbollah left. Its four fighters burned a post.", "fighters", 0, "Hezbollah"),
        ("The raid was carried out by members of Boko Haram.", "members", 0, "Boko Haram"),
        ("Two members of Boko Haram died.", "members", 0, "two members of Boko Haram"),
        ("Iran had no hand in it, its foreign ministry said in Syria.", "ministry", 0,
         "Ministry of Foreign Affairs of Iran"),
        ("Jordan's army denied it. The presidency of Nigeria spoke.", "presidency", 0, "Presidency of Nigeria"),
        ("Iraq's prime minister's office said talks would go on.", "office", 0, "Office of the Prime Minister of Iraq"),
        ("Gunmen riding motorcycles stormed Zuru in Nigeria.", "Gunmen", 0, "gunmen"),
        ("A court in Nigeria remanded three men.", "court", 0, "a court in Nigeria"),
        ("Prime Minister Ana Ruiz of Peru resigned. The premier wept.", "premier", 0, "Ana Ruiz"),
        ("Islamic State burned a post. The group fled.", "The group", 0, "Islamic State"),
        ("The clinic's director, Ana Ruiz, said no. The director wept.", "The director", 0, "Ana Ruiz"),
        ("Two residents said shots rang out. It had lasted an hour, one of them said.", "one", 0, "a resident"),
        ("M23 left Goma. One of its officers said nothing.", "One", 0, "an M23 officer"),
        ("Police arrested nine men in Multan, Pakistan.", "Police", 0, "police"),
        ("Pakistani police arrested nine men. Police said more would follow.", "Police", 0, "Pakistani police"),
        ("In Peru the National Police arrested nine. Police said no.", "Police said", 0, "Peruvian National Police"),
        ("The Peruvian Interior Ministry, for its part, counted nine.", "Ministry", 0, "Ministry of Interior of Peru"),
        ("The Rapid Support Forces fired. Nine died, a doctors' group said.\nThe Kosti Doctors' Network wept.",
         "group", 0, "Kosti Doctors' Network"),
        ("Nine fled, according to field teams of the Norwegian Refugee Council.", "teams", 0,
         "Norwegian Refugee Council"),
        ("The office of Peru's ombudsman said nine fled.", "office", 0, "Ombudsman's Office of Peru"),
        ("A raid shook Lima, Peru. The Ombudsman's Office counted nine dead.", "Office", 0,
         "Ombudsman's Office of Peru"),
        ("Local authorities in Sudan said nine fled.", "authorities", 0, "local authorities in Sudan"),
        ("Greece's flood unit said nine fled.", "unit", 0, "Greece's flood unit"),
    ],
)  # fmt: skip
def test_who_is_behind_the_words(text: str, words: str, nth: int, expected: str) -> None:
    assert name(read(text), words, nth) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Human Rights Watch condemned the raid. A rights group said 30 died.", "group", "a rights group"),
        ("A local rights group said 30 died. Human Rights Watch wept.", "group", "a local rights group"),
        ("Another doctors' group said 30 died. The Sudan Doctors Network wept.", "group", "another doctors' group"),
        ("The Sudan Doctors Network counted 12 dead. A medical charity said five died.", "charity",
         "a medical charity"),
        ("A doctors' union said 30 died. The Sudan Doctors Network wept.", "union", "a doctors' union"),
        ("A doctors' group in Nairobi said 30 died. The Sudan Doctors Network wept.", "group",
         "a doctors' group in Nairobi"),
        ("A Kenyan doctors' group said 30 died. The Sudan Doctors Network wept.", "group", "a Kenyan doctors' group"),
        ("A doctors' group based in Nairobi said 30 died. The Sudan Doctors Network wept.", "group",
         "a doctors' group"),
        ("The Sudan Doctors Network wept. The doctors' union in Nairobi said 30 died.", "union",
         "the doctors' union in Nairobi"),
        ("A Sudanese doctors' group said 30 died. The Sudan Doctors Network wept.", "group", "Sudan Doctors Network"),
        ("A doctors' group in Kosti said 30 died. The Kosti Doctors' Network wept.", "group",
         "Kosti Doctors' Network"),
        ("The Sudan Doctors Network wept. The doctors' group said 30 died.", "group", "Sudan Doctors Network"),
    ],
)  # fmt: skip
def test_a_body_of_some_trade_is_the_named_one_only_where_the_words_fit(text: str, words: str, expected: str) -> None:
    assert name(read(text), words) == expected


def test_no_actor_is_without_a_name() -> None:
    reading = read("It frightens people here more than drones do. At least 13 “martyrs” fell, said over 100 men.")
    assert reading.actors and all(found.name.strip() for found in reading.actors)


@pytest.mark.parametrize(
    ("published", "expected"), [("2024-06-01T00:00:00Z", "Joe Biden"), ("2025-06-01T00:00:00Z", "Donald Trump")]
)
def test_an_office_is_held_by_whoever_held_it_on_the_day(published: str, expected: str) -> None:
    assert name(read("The American president called for calm.", published), "president") == expected


def test_a_speaker_goes_on_speaking() -> None:
    reading = read(
        'Mayor Omar Daud met General Ali Hakim on Monday.\n"We agreed," Daud said.\n"The road is open," he said.'
    )
    assert name(reading, "he said") == "Omar Daud"


def test_those_who_are_not_named_are_called_by_their_words() -> None:
    reading = read("Two residents of Kosti and a local official described at least 12 wounded men.")
    assert name(reading, "residents") == "two residents of Kosti"
    assert name(reading, "official") == "a local official"


def test_a_spokesman_belongs_to_those_he_speaks_for() -> None:
    reading = read("Hezbollah denied it. Its spokesman, Karim Daher, said nothing had been fired.")
    speaker = actor(reading, "Karim Daher")
    group = actor(reading, "Hezbollah")
    assert speaker is not None and group is not None
    assert speaker.of == group.id
    assert (group.sector, group.country, group.registry_id) == ("REB", "LBN", "group:hezbollah")


def test_a_spokesman_without_a_body_speaks_for_the_one_just_spoken_of() -> None:
    reading = read('Kenya\'s army said it was ready. "We shot first," spokesman Peter Mwangi said.')
    speaker, army = actor(reading, "Peter Mwangi"), actor(reading, "Kenya's army")
    assert speaker is not None and army is not None and speaker.of == army.id


def test_who_describes_himself_is_called_so() -> None:
    reading = read("A man who described himself as a commander of Hamas denied the attack.")
    man, group = actor(reading, "A man"), actor(reading, "Hamas")
    assert man is not None and group is not None and man.of == group.id
    assert man.name == "a man describing himself as a commander of Hamas"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Pakistan and Afghanistan traded fire. The two sides met.", "two sides", {"Pakistan", "Afghanistan"}),
        ("Officers from Kenya and Uganda met in Busia.", "Officers", {"Kenya", "Uganda"}),
        ("Soldiers from Thailand and Cambodia fought.", "Soldiers", {"Thai army", "Cambodian army"}),
        ("The presidents of Chad, the Gambia and Mali met.", "presidents", {"Chad", "Gambia", "Mali"}),
        ("Ambassadors of Peru and Chile met in Lima.", "Ambassadors", {"Peru", "Chile"}),
        ("Congo's army fought M23. Each side claims to have won the war.", "Each side", {"Congolese army", "M23"}),
        ("A truce was signed. Both sides smiled.", "Both sides", {"both sides"}),
    ],
)  # fmt: skip
def test_words_that_mean_several_at_once_are_a_mention_of_each(text: str, words: str, expected: set[str]) -> None:
    reading = read(text)
    inside = {t.i for t in reading.tokens_in(text.index(words), text.index(words) + len(words))}
    by_id = {a.id: a.name for a in reading.actors}
    assert {by_id[m.actor] for m in reading.mentions if m.head in inside} == expected


def test_nobody_is_no_actor() -> None:
    assert actor(read("No group claimed the attack."), "group") is None


def test_evidence_is_the_words_of_the_text_and_the_same_bytes_come_out() -> None:
    text = "Ukraine's army said Russian troops shelled Nikopol. It said two women were killed."
    first, second = read(text), read(text)
    assert (first.actors, first.mentions) == (second.actors, second.mentions)
    for found in first.actors:
        assert all(text[span.start : span.end] == span.text for span in found.evidence)


def test_an_empty_report_has_no_actors() -> None:
    reading = read("")
    assert reading.actors == () and reading.mentions == ()


def test_a_ministry_calls_itself_the_ministry() -> None:
    text = "The Ministry regrets the arrests in Peru."
    report = Report("0" * 64, len(text), publisher="Ministry of Culture of Peru")
    reading = parse.parse(Document(report, text, (Part("body", 0, len(text)),)))
    assert [a.name for a in ActorFinder()(reading)["actors"]] == ["Ministry of Culture of Peru"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Two men drowned off Mombasa, the Kenyan Red Cross said.", "Red Cross", "Kenyan Red Cross"),
        ("Tamara Sharia was fined. She will appeal, her lawyer said.", "her lawyer", "Tamara Sharia's lawyer"),
        ("Port workers in Poti will strike on Monday, their union said.", "union", "the port workers' union"),
        ("The interior ministry of Georgia denied it.", "ministry", "Ministry of Internal Affairs of Georgia"),
        ("Myanmar's junta denied it. The generals said nothing.", "The generals", "Myanmar military"),
        ("The prime minister of Georgia called his Turkish counterpart.", "counterpart", "the Turkish prime minister"),
        ("Talks were held in Lebanon, according to officials on both sides.", "officials", "officials"),
        ("Harbour Lanterns delivered 90 tents to Kosti.", "Lanterns", "Harbour Lanterns"),
    ],
)  # fmt: skip
def test_names_are_as_whole_as_the_text_has_them(text: str, words: str, expected: str) -> None:
    assert name(read(text), words) == expected


def test_both_are_the_two_just_named_together() -> None:
    reading = read("Israel and Hezbollah traded fire in Lebanon. An envoy said both had agreed to talk.")
    start = reading.document.text.index("both")
    inside = {t.i for t in reading.tokens_in(start, start + 4)}
    by_id = {a.id: a.name for a in reading.actors}
    assert {by_id[m.actor] for m in reading.mentions if m.head in inside} == {"Israel", "Hezbollah"}
