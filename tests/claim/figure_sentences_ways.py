"""Sentences of the many ways in which news says that people were killed, hurt, driven out, cut off or let go."""

from __future__ import annotations

from .figure_sentences import Expected, about, at_least, exactly

SENTENCES: list[tuple[str, list[Expected]]] = [
    # ── the dead and the hurt ──
    ("Six people were killed and eleven suffered burns in Kayes.", [exactly("killed", 6), exactly("injured", 11)]),
    ("A 37-year-old woman lost a foot when she stepped on a mine near Bria.", [exactly("injured", 1)]),
    ("Seven porters were left with broken bones in Skardu.", [exactly("injured", 7)]),
    ("Forty-five others are nursing injuries.", []),
    ("Eleven of the enemy fell in the fighting at Kidal.", [exactly("killed", 11)]),
    ("Sixteen passengers were burned alive in a bus near Choluteca.", [exactly("killed", 16)]),
    ("Forty villagers were put to the sword at Bangassou.", [exactly("killed", 40)]),
    ("The raid cost 13 soldiers their lives near Gao.", [exactly("killed", 13)]),
    ("The war has taken more than 450,000 lives since 1985.", [at_least("killed", 450_001)]),
    ("Among the dead in Sittwe were seven children.", [exactly("killed", 7)]),
    ("No civilians were among the dead in Sittwe, the army said.", [exactly("killed", 0)]),
    ("No staff of the agency were among the casualties in Sittwe.", [exactly("casualties", 0)]),
    ("The number of people killed when a lorry hit a bus in Beira rose to 26 on Wednesday, a hospital said.",
     [exactly("killed", 26)]),
    ("Twenty-eight died in Lodwar, three of whom were carried away by relatives and buried.",
     [exactly("killed", 28), exactly("killed", 3)]),
    # ── those of whom nothing is known ──
    ("Forty fishermen put to sea from Kribi, twelve of whom never returned.", [exactly("missing", 12)]),
    ("The fate of 30 passengers from Kribi is unknown.", [exactly("missing", 30)]),
    ("Nothing is known of three others.", [exactly("missing", 3)]),
    ("Seven soldiers were killed in Gao, and three of whom nothing is known.",
     [exactly("killed", 7), exactly("missing", 3)]),
    ("Thirty residents never returned to the village of Dara.", []),
    # ── on the move, and not able to ──
    ("About 9,000 people, nearly a third of Er Rahad, have left since Wednesday.", [about("displaced", 9000)]),
    ("About 200 people left the hall in Dakar disappointed.", []),
    ("At least 1,600 people have come down from nine hamlets near Ocaña since noon.", [at_least("displaced", 1600)]),
    ("At least 1,600 people have come down to Ocaña for the fair.", []),
    ("The mayor of Arauca reported the arrival of 640 refugees from across the river.", [exactly("displaced", 640)]),
    ("The arrival of 640 officials in Arauca was delayed.", []),
    ("Some 450 households lost their homes in Sylhet.", [about("displaced", 450)]),
    ("Some 5,300 people near Quibdó are unable to move because of mines.", [about("confined", 5300)]),
    ("More than 4,000 villagers were confined to their homes around Quibdó.", [at_least("confined", 4001)]),
    ("Three drivers abducted near Um Ruwaba on Monday were released on Wednesday.", [exactly("released", 3)]),
    ("The captors let two women go near Um Ruwaba.", [exactly("released", 2)]),
    ("Forty detainees were allowed to go home in Minsk.", [exactly("released", 40)]),
    ("Gunmen made off with 15 schoolgirls near Kuriga.", [exactly("abducted", 15)]),
    # ── forces and things ──
    ("By order of the minister, 800 soldiers are moving to Catatumbo.", [exactly("deployed", 800)]),
    ("The government rushed 500 police officers to Cayes.", [exactly("deployed", 500)]),
    ("The rebels fired four drones at Er Rahad, two of which the army said were brought down.",
     [exactly("launched", 4), exactly("intercepted", 2)]),
    ("Fire swept through 70 tents in Cox's Bazar.", [exactly("destroyed", 70)]),
    ("Three schools and a clinic in Sumy took direct hits.", [exactly("damaged", 3)]),
    ("Lorries carrying 540 metric tons of food reached Kadugli.", [exactly("aid", 540)]),
    ("Power was cut to 12,000 homes in Odesa.", [exactly("without_power", 12_000)]),
    ("The bloc froze the assets of nine generals in Naypyidaw.", [exactly("sanctioned", 9)]),
]  # fmt: skip
