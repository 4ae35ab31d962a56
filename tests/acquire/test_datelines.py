"""Datelines of wires, ministries, agencies and papers, and sentences that only look like one."""

from __future__ import annotations

import pytest

from asof.acquire import datelines

STORY = "Two people were killed on Monday when shells hit the town, a local official said."
ELSEWHERE = "\nThe clinic in Beirut is run by UNICEF. UNICEF said that NATO was told, and NATO said nothing."


@pytest.mark.parametrize(
    ("dateline", "places", "date", "agency"),
    [
        ("EL OBEID, Sudan, March 10 (NileWire) - ", ["EL OBEID", "Sudan"], "March 10", "NileWire"),
        ("GOMA/BRUSSELS, Feb 12 (Lakes Wire) - ", ["GOMA", "BRUSSELS"], "Feb 12", "Lakes Wire"),
        ("KYIV, Ukraine (AP) — ", ["KYIV", "Ukraine"], None, "AP"),
        ("KYIV (Reuters) - ", ["KYIV"], None, "Reuters"),
        ("EL OBEID — ", ["EL OBEID"], None, None),
        ("GOMA, Democratic Republic of Congo — ", ["GOMA", "Democratic Republic of Congo"], None, None),
        ("MOSCOW, March 10. /TASS/. ", ["MOSCOW"], "March 10", "TASS"),
        ("KHARTOUM, March 10 (Xinhua) -- ", ["KHARTOUM"], "March 10", "Xinhua"),
        ("Bogotá, 10 Mar (EFE).- ", ["Bogotá"], "10 Mar", "EFE"),
        ("SANAA, March 10 (Saba)- ", ["SANAA"], "March 10", "Saba"),
        ("GOMA (DR Congo) (AFP) – ", ["GOMA", "DR Congo"], None, "AFP"),
        ("KHARTOUM, Sudan | AFP | ", ["KHARTOUM", "Sudan"], None, "AFP"),
        (
            "ADDIS ABABA, Ethiopia, March 10, 2026/PRNewswire/ -- ",
            ["ADDIS ABABA", "Ethiopia"],
            "March 10, 2026",
            "PRNewswire",
        ),
        ("GENEVA (10 March 2026) – ", ["GENEVA"], "10 March 2026", None),
        ("Geneva/Port Sudan, 10 March 2026 – ", ["Geneva", "Port Sudan"], "10 March 2026", None),
        ("NEW YORK, 10 March 2026—", ["NEW YORK"], "10 March 2026", None),
        ("JUBA, South Sudan – 10 March 2026 – ", ["JUBA", "South Sudan"], "10 March 2026", None),
        ("10 March 2026, Juba – ", ["Juba"], "10 March 2026", None),
        ("(Nairobi) – ", ["Nairobi"], None, None),
        ("(Nairobi, March 10, 2026) – ", ["Nairobi"], "March 10, 2026", None),
        ("[Nairobi] ", ["Nairobi"], None, None),
        ("Mogadishu, Somalia – ", ["Mogadishu", "Somalia"], None, None),
        ("Nairobi: ", ["Nairobi"], None, None),
        ("Islamabad (Dawn): ", ["Islamabad"], None, "Dawn"),
        ("Beirut - ", ["Beirut"], None, None),
        ("DEIR AL-BALAH, Gaza Strip (AP) — ", ["DEIR AL-BALAH", "Gaza Strip"], None, "AP"),
        ("PORT-AU-PRINCE, Haiti, Oct. 3 (AFP) - ", ["PORT-AU-PRINCE", "Haiti"], "Oct. 3", "AFP"),
        ("N'DJAMENA, Chad — ", ["N'DJAMENA", "Chad"], None, None),
        ("THE HAGUE, Netherlands (AP) — ", ["THE HAGUE", "Netherlands"], None, "AP"),
        ("WASHINGTON, D.C. — ", ["WASHINGTON", "D.C."], None, None),
        ("ST. PETERSBURG, Russia — ", ["ST. PETERSBURG", "Russia"], None, None),
        ("NEAR BAKHMUT, Ukraine — ", ["BAKHMUT", "Ukraine"], None, None),
        ("JERUSALEM and BEIRUT — ", ["JERUSALEM", "BEIRUT"], None, None),
        ("Sarajevo, Bosnia and Herzegovina – ", ["Sarajevo", "Bosnia and Herzegovina"], None, None),
        (
            "EL FASHER, North Darfur, Sudan, Tuesday (NileWire) – ",
            ["EL FASHER", "North Darfur", "Sudan"],
            "Tuesday",
            "NileWire",
        ),
    ],
)
def test_found(dateline: str, places: list[str], date: str | None, agency: str | None) -> None:
    paragraph = dateline + STORY
    found = datelines.find(paragraph, paragraph + ELSEWHERE, first=True)
    assert found is not None
    assert paragraph[found.end :] == STORY
    assert [paragraph[slice(*place)] for place in found.places] == places
    assert (paragraph[slice(*found.date)] if found.date else None) == date
    assert found.agency == agency


@pytest.mark.parametrize(
    "opening",
    [
        "Omar – the governor of the state – said that ",
        "UNICEF – which runs the clinic – said that ",
        "UNICEF - The agency said that ",
        "NATO: The alliance said that ",
        "The army — long the ruler of the country — said that ",
        "Adam: “We shall not leave.” He said that ",
        "In Goma, March 10 – the day of the signing – was quiet. ",
        "Analysis: ",
        "M23, the rebel group - which holds the city - said that ",
        "However - and this is new - he said that ",
        "Adam, 34 - a teacher - said that ",
        "Some 12,000 people – half of them children – have fled. ",
    ],
)
def test_not_a_dateline(opening: str) -> None:
    paragraph = opening + STORY
    assert datelines.find(paragraph, paragraph + ELSEWHERE, first=True) is None


def test_a_weak_form_counts_only_at_the_start_of_the_story() -> None:
    paragraph = "Beirut - " + STORY
    assert datelines.find(paragraph, paragraph + ELSEWHERE, first=False) is None


@pytest.mark.parametrize("line", ["Khartoum, 10 March 2026", "10 March 2026, Khartoum", "GENEVA, 3 Feb. 2026 –"])
def test_alone_on_a_line(line: str) -> None:
    assert datelines.alone(line) is not None


@pytest.mark.parametrize(
    "line", ["Two killed in Bara", "10 March 2026", "Press Office", "Khartoum is quiet on 10 March 2026"]
)
def test_other_short_lines_are_no_dateline(line: str) -> None:
    assert datelines.alone(line) is None


def test_a_place_before_the_words_of_an_entry_needs_a_witness() -> None:
    entry = "Goma. Police fired tear gas at a march."
    assert datelines.fragment(entry, "The mayor of Goma spoke.") is not None
    assert datelines.fragment(entry, "The mayor spoke.") is None


def test_a_long_paragraph_costs_no_more_than_a_short_one() -> None:
    assert datelines.find("KYIV, " * 100_000, "", first=True) is None
