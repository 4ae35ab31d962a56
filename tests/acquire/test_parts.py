"""What each stretch of a report is for: wires, papers, live pages, ministries, agencies. All invented."""

from __future__ import annotations

import pytest

from asof import acquire
from asof.model import Document

STORY = "Two people were killed on Tuesday when shells hit the town, a local official said."
MORE = "The army denied that it had fired, and no group claimed the attack."


def read(body: str, title: str = "Two killed in Bara", published: str | None = "2026-03-10T16:50:00+02:00") -> Document:
    dated = f"published: {published}\n" if published else ""
    return acquire.acquire(f"---\ntitle: {title}\n{dated}---\n{body}".encode())


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(part.kind, document.text[part.start : part.end]) for part in document.parts]


def body_kinds(body: str) -> list[tuple[str, str]]:
    return kinds(read(body))[1:]


@pytest.mark.parametrize(
    ("title", "label", "headline"),
    [
        ("UPDATE 2-Shelling kills four", "UPDATE 2-", "Shelling kills four"),
        ("CORRECTED-UPDATE 1-Shelling kills four", "CORRECTED-UPDATE 1-", "Shelling kills four"),
        ("WRAPUP 3-Shelling kills four", "WRAPUP 3-", "Shelling kills four"),
        ("CORRECTED (OFFICIAL)-Shelling kills four", "CORRECTED (OFFICIAL)-", "Shelling kills four"),
        ("BREAKING: Shelling kills four", "BREAKING:", "Shelling kills four"),
        ("Live: Shelling kills four", "Live:", "Shelling kills four"),
        ("Live - Eastern front: four dead", "Live -", "Eastern front: four dead"),
        ("Live Updates: Truce Holds", "Live Updates:", "Truce Holds"),
        ("Flash Update #3: Displacement from Bara", "Flash Update #3:", "Displacement from Bara"),
        ("Bara: four dead", None, "Bara: four dead"),
        ("Live fire kills four at checkpoint", None, "Live fire kills four at checkpoint"),
        ("Update on talks expected", None, "Update on talks expected"),
        ("Lead-poisoning kills 40 in mining camp", None, "Lead-poisoning kills 40 in mining camp"),
        ("Poll-related violence kills four", None, "Poll-related violence kills four"),
    ],
)
def test_the_headline_proper(title: str, label: str | None, headline: str) -> None:
    expected = [("label", label), ("headline", headline)] if label else [("headline", headline)]
    assert kinds(read(STORY, title=title))[:-1] == expected


def test_what_follows_the_headline_proper() -> None:
    document = read(STORY, title="Live: shells hit Bara – what we know so far")
    assert kinds(document)[:3] == [
        ("label", "Live:"),
        ("headline", "shells hit Bara"),
        ("label", "– what we know so far"),
    ]


def test_wire_story() -> None:
    assert body_kinds(
        "* Toll jumps from earlier one\n* Army denies firing\n\n(Adds army comment, details of the market)\n\n"
        f"By Amna Idris and Jon Doe\n\nBARA, Sudan, March 10 (NileWire) - {STORY}\n\nDENIALS\n\n{MORE}\n\n"
        "($1 = 599 pounds)\n\n"
        "(Reporting by Amna Idris; Writing by Jon Doe; Editing by Ann Roe)\n\nOur Standards: The Trust Principles."
    ) == [
        ("label", "*"),
        ("summary", "Toll jumps from earlier one"),
        ("label", "*"),
        ("summary", "Army denies firing"),
        ("note", "(Adds army comment, details of the market)"),
        ("byline", "By Amna Idris and Jon Doe"),
        ("dateline", "BARA, Sudan, March 10 (NileWire) -"),
        ("body", STORY),
        ("label", "DENIALS"),
        ("body", MORE),
        ("note", "($1 = 599 pounds)"),
        ("credit", "(Reporting by Amna Idris; Writing by Jon Doe; Editing by Ann Roe)"),
        ("credit", "Our Standards: The Trust Principles."),
    ]


def test_cooperative_story() -> None:
    assert body_kinds(
        f"By AMNA IDRIS\nAssociated Press\n\nBARA, Sudan (AP) — {STORY}\n\n___\n\n"
        "Associated Press writer Jon Doe in Nairobi contributed to this report."
    ) == [
        ("byline", "By AMNA IDRIS"),
        ("byline", "Associated Press"),
        ("dateline", "BARA, Sudan (AP) —"),
        ("body", STORY),
        ("note", "___"),
        ("credit", "Associated Press writer Jon Doe in Nairobi contributed to this report."),
    ]


def test_initials_of_editors() -> None:
    assert body_kinds(f"{STORY}\n\nstr-abc/de/fg")[-1] == ("credit", "str-abc/de/fg")


def test_communique_with_numbered_paragraphs() -> None:
    assert body_kinds(
        f"Kinshasa, 10 February 2026\n\n1. {STORY}\n\n2. {MORE}\n\nDone at Kinshasa,\nThe Communication Unit"
    ) == [
        ("dateline", "Kinshasa, 10 February 2026"),
        ("label", "1."),
        ("body", STORY),
        ("label", "2."),
        ("body", MORE),
        ("credit", "Done at Kinshasa,"),
        ("credit", "The Communication Unit"),
    ]


def test_statement_of_a_ministry() -> None:
    assert body_kinds(f"Khartoum, 10 March 2026\n\n{STORY}\n\nPress Office") == [
        ("dateline", "Khartoum, 10 March 2026"),
        ("body", STORY),
        ("credit", "Press Office"),
    ]


def test_press_release_of_a_charity() -> None:
    assert body_kinds(
        f"FOR IMMEDIATE RELEASE\n\nPort Sudan, 10 March 2026 – {STORY}\n\n-ENDS-\n\n"
        "Notes to editors:\n- The clinic has 80 beds.\n\n"
        "Media contact: Jane Roe, +44 20 0000 0000"
    ) == [
        ("note", "FOR IMMEDIATE RELEASE"),
        ("dateline", "Port Sudan, 10 March 2026 –"),
        ("body", STORY),
        ("note", "-ENDS-"),
        ("note", "Notes to editors:"),
        ("note", "- The clinic has 80 beds."),
        ("note", "Media contact: Jane Roe, +44 20 0000 0000"),
    ]


def test_situation_report() -> None:
    assert body_kinds(
        "HIGHLIGHTS\n\n• Some 12,000 people fled Bara, IOM says.\n• Cholera cases rose to 341.\n\n"
        f"SITUATION OVERVIEW\n\n{STORY}\n\n"
        "For further information, please contact:\nJane Roe, roe@un.example, Tel. +249 91 234 5678"
    ) == [
        ("label", "HIGHLIGHTS"),
        ("label", "•"),
        ("summary", "Some 12,000 people fled Bara, IOM says."),
        ("label", "•"),
        ("summary", "Cholera cases rose to 341."),
        ("label", "SITUATION OVERVIEW"),
        ("body", STORY),
        ("note", "For further information, please contact:"),
        ("note", "Jane Roe, roe@un.example, Tel. +249 91 234 5678"),
    ]


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Correction, 11 March:", "An earlier version of this article said that five had died."),
        ("Correction:", "Nine people, not seven, were wounded."),
        ("CLARIFICATION:", "The school was empty at the time."),
        ("Editor's note:", "The name of the victim has been changed."),
        (None, "This story corrects the number of wounded to nine."),
        (None, "This article was amended on 11 March 2026 to make clear that the school was empty."),
        (None, "An earlier version of this story said that five had died."),
        (None, "(This March 9 story has been corrected to say nine, not seven, in paragraph 3)"),
        (None, "(Corrects number of wounded in paragraph 2)"),
    ],
)
def test_corrections(label: str | None, words: str) -> None:
    paragraph = f"{label} {words}" if label else words
    expected = [("label", label), ("correction", words)] if label else [("correction", words)]
    assert body_kinds(f"{STORY}\n\n{paragraph}")[1:] == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "Read more: How the war began",
        "READ ALSO | Bread prices double",
        "Click here to see more stories",
        "Follow us on X and Facebook.",
        "Sign up for our weekly newsletter from the region.",
        "© 2026 The Sahel Monitor. All rights reserved.",
        "We use cookies to improve your visit.",
        "Image caption, Rescue workers search the rubble",
        "FILE PHOTO: Smoke rises over the market in Bara",
        "Smoke rises over the market in Bara [Amna Idris/Reuters]",
        "This is a developing story and will be updated.",
        "Advertisement",
        "(Updates toll, adds quotes)",
        "https://x.example/news/1",
    ],
)
def test_what_surrounds_a_story_is_a_note(paragraph: str) -> None:
    assert body_kinds(f"{STORY}\n\n{paragraph}\n\n{MORE}") == [("body", STORY), ("note", paragraph), ("body", MORE)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Times are hard in the city, local people say.",
        "Photographs taken on Monday show the market in ruins.",
        "The statement was incorrect, the army said.",
        "Follow-up strikes hit the road to the west.",
        "“Read more carefully what we signed,” he said.",
        "This story of two brothers is told all over the town.",
        "With reporting restrictions in place, little is known.",
        "Contact with the crew was lost at noon.",
        "(He was later released.)",
        "Done with talking, the rebels left the room.",
    ],
)
def test_sentences_that_only_begin_like_one_stay(paragraph: str) -> None:
    assert body_kinds(f"{STORY}\n\n{paragraph}\n\n{MORE}") == [("body", STORY), ("body", paragraph), ("body", MORE)]


@pytest.mark.parametrize(
    "line",
    [
        "By Tesfaye Worku | 11 March 2026, 08:30 (GMT+2)",
        "Patience Amani, Goma | Thursday 12 February 2026 | 07:45 (GMT+2)",
        "Published 11 March 2026 08:30",
        "Last updated: March 11, 2026, 8:30 a.m.",
        "11 March 2026",
        "3 hours ago",
    ],
)
def test_bylines(line: str) -> None:
    assert body_kinds(f"{line}\n\n{STORY}") == [("byline", line), ("body", STORY)]


def test_a_name_alone_is_a_byline_where_the_report_says_who_wrote_it() -> None:
    document = acquire.acquire(f"---\ntitle: T\nbyline: Amna Idris\n---\nAmna Idris in Nairobi\n\n{STORY}".encode())
    assert kinds(document)[1] == ("byline", "Amna Idris in Nairobi")


def test_live_page() -> None:
    document = read(
        "All times are local (GMT+2). Newest entries first. We add only what we have checked.\n\n"
        f"16:45 - {STORY}\n\nA second paragraph of the entry.\n\n16:20 | Bara. {MORE}\n\n"
        "23:10 - The road out of Bara is open.",
        title="Live: war in the north",
    )
    assert [(part.kind, part.published) for part in document.parts[2:]] == [
        ("note", None),
        ("label", None),
        ("entry", "2026-03-10T16:45:00+02:00"),
        ("entry", "2026-03-10T16:45:00+02:00"),
        ("label", None),
        ("dateline", None),
        ("entry", "2026-03-10T16:20:00+02:00"),
        ("label", None),
        ("entry", "2026-03-09T23:10:00+02:00"),
    ]
    assert [span.text for span in document.datelines[0].places] == ["Bara"]


def test_stamps_on_lines_of_their_own() -> None:
    document = read(f"Posted at 14:03\nArmy takes the bridge\n{STORY}\n\nPosted at 13:55\n{MORE}", title="Live: war")
    assert [part.kind for part in document.parts[2:]] == ["label", "entry", "entry", "label", "entry"]


def test_dateline_as_spans() -> None:
    (dateline,) = read(f"GOMA/BRUSSELS, Feb 12 (Lakes Wire) - {STORY}").datelines
    assert dateline.span.text == "GOMA/BRUSSELS, Feb 12 (Lakes Wire) -"
    assert [place.text for place in dateline.places] == ["GOMA", "BRUSSELS"]
    assert dateline.date is not None
    assert (dateline.date.text, dateline.agency) == ("Feb 12", "Lakes Wire")


def test_a_full_date_in_the_dateline_dates_a_report_without_one() -> None:
    assert read(f"Khartoum, 10 March 2026\n\n{STORY}", published=None).report.published == "2026-03-10"
    assert read(f"BARA, Sudan, March 10 (NileWire) - {STORY}", published=None).report.published is None


def test_headline_said_again_is_left_out() -> None:
    assert body_kinds(f"Two killed in Bara\n\n{STORY}") == [("body", STORY)]


def test_a_foreign_paragraph_is_a_note_and_said_to_be() -> None:
    french = "Le Gouvernement prend note du protocole signé avec le mouvement et remercie le médiateur de sa constance."
    document = read(f"{STORY}\n\n{french}\n\n{MORE}")
    assert kinds(document)[2] == ("note", french)
    (skipped,) = document.skipped
    assert (skipped.what, skipped.reason, skipped.evidence[0].text) == (
        "paragraph",
        "It is in French; asof reads English only.",
        french,
    )


def test_a_text_that_is_too_long_is_cut_and_said_to_be() -> None:
    document = read("\n\n".join([STORY, MORE] * 2000))
    assert len(document.text) <= 200_000
    assert document.text.endswith((STORY, MORE))
    assert "only the first" in document.skipped[0].reason
