"""A last set of invented sentences, written to see what the rules do with wording that they were not made for."""

from __future__ import annotations

from .figure_sentences import Expected, about, exactly, vaguely

SENTENCES: list[tuple[str, list[Expected]]] = [
    ("Her office said 17 of its officers had been injured.",
     [exactly("injured", 17)]),
    ("Doctors were treating 38 people for tear gas inhalation.", [exactly("injured", 38)]),
    ("Six more bodies washed ashore near Zawiya on Thursday, taking the toll to 20.",
     [exactly("killed", 6), exactly("killed", 20)]),
    ("Of 52 people on board, 11 were rescued and the rest are missing.", [exactly("rescued", 11)]),
    ("A total of 64 people were taken into custody.", [exactly("arrested", 64)]),
    ("Some 40 tankers were torched.", [about("destroyed", 40)]),
    ("The quake-hit village has buried 31 of its people.", [exactly("buried", 31)]),
    ("Medics evacuated 80 patients from the burning clinic.", [exactly("evacuated", 80)]),
    ("Three more succumbed overnight.", [exactly("killed", 3)]),
    ("Fatalities stood at 12 by noon.", [exactly("killed", 12)]),
    ("Nearly 200 people have been arrested since the vote.", [about("arrested", 200)]),
    ("Hundreds more were turned back at the border.", []),
    ("Scores were feared dead after the dam burst in Derna.", [vaguely("killed")]),
    ("The clashes claimed 14 lives and left 90 wounded.", [exactly("killed", 14), exactly("injured", 90)]),
    ("Twelve hostages were found alive.", [exactly("rescued", 12)]),
    ("Four of the abductees were killed.", [exactly("killed", 4)]),
    ("Officials say 6,200 people remain in 14 shelters.", [exactly("sheltered", 6200)]),
    ("The rebels said they had taken 30 prisoners.", [exactly("captured", 30)]),
    ("Two journalists covering the rally were beaten by police.", [exactly("injured", 2)]),
    ("Mortar fire set 17 houses ablaze.", [exactly("destroyed", 17)]),
]  # fmt: skip
