"""English is read, other languages are refused by name, and doubtful texts are not refused."""

from __future__ import annotations

import pytest

from asof.acquire import language
from asof.errors import RefusedReport


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Le ministre a déclaré que deux personnes ont été tuées lundi dans la ville, et que l’armée est partie.",
            "French",
        ),
        (
            "El ministro dijo que dos personas murieron el lunes en la ciudad y que el ejército abandonó la zona.",
            "Spanish",
        ),
        (
            "Der Minister sagte, dass am Montag in der Stadt zwei Menschen getötet wurden und die Armee abgezogen sei.",
            "German",
        ),
        (
            "Министр заявил, что в понедельник в городе погибли два человека, а войска ночью покинули этот район.",
            "Russian",
        ),
        (
            "قال الوزير إن شخصين قتلا يوم الاثنين في المدينة، وإن القوات غادرت المنطقة ليلا بعد اشتباكات عنيفة.",
            "Arabic",
        ),
        ("部长说，星期一有两人在该市遇害，部队在夜间撤离了该地区。", "Chinese"),
    ],
)
def test_refused_by_name(text: str, name: str) -> None:
    with pytest.raises(RefusedReport, match=f"{name}; asof reads English only"):
        language.check(text)


@pytest.mark.parametrize(
    "text",
    [
        "Explosion.",
        "Two dead in Goma",
        "Khartoum, Omdurman, Bara, El Obeid, Um Rawaba",
        "Ahmad Omar Idris, 34\nFatima al-Hadi, 12\nYusuf Ibrahim Musa, 51\nHalima Adam, 8\nOsman Bakri Salih, 40",
        "The minister said that “la paix est signée” and that the army would leave. He said it in the town of Goma.",
        "31 killed, 64 wounded, 11 missing; 4 bodies unidentified; 2 hospitals full; 200 bags of blood sent",
    ],
)
def test_doubtful_texts_are_not_refused(text: str) -> None:
    assert language.check(text) in ("en", None)


def test_one_foreign_paragraph_is_found() -> None:
    assert (
        language.is_foreign(
            "Le Gouvernement prend note du protocole signé aujourd’hui avec le mouvement et remercie le médiateur de "
            "sa constance."
        )
        == "French"
    )
    assert (
        language.is_foreign("The government takes note of the protocol that was signed today and thanks the mediator.")
        is None
    )
