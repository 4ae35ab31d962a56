"""Invented sentences of the ordinary ways to record casualties, crowds, losses and captives.

Real places, made-up happenings.
"""

from __future__ import annotations

from .figure_sentences import Expected, about, at_least, exactly

SENTENCES: list[tuple[str, list[Expected]]] = [
    ("Sixteen Kenyan policemen, ten from the rapid reaction unit and six from the coast guard, sustained injuries.",
     [exactly("injured", 16), exactly("injured", 10)]),
    ("The storm also left 12 farmers, four firemen and 20 pupils of a boarding school in Beira injured.",
     [exactly("injured", 12), exactly("injured", 4), exactly("injured", 20)]),
    ("Some 88 of the drones and five of the missiles were downed, the ministry said.",
     [about("intercepted", 88), exactly("intercepted", 5)]),
    ("The Pakistani army reported the destruction of 41 Indian drones, nine of them over Sialkot.",
     [exactly("intercepted", 41), exactly("intercepted", 9)]),
    ("Residents described the demolition of 60 houses in Jos.",
     [exactly("destroyed", 60)]),
    ("The attackers lost 640 personnel, three tanks and 11 artillery systems.",
     [exactly("casualties", 640), exactly("destroyed", 3), exactly("destroyed", 11)]),
    ("The enemy's losses there amounted to more than 310 servicemen and four tanks.",
     [at_least("casualties", 311), exactly("destroyed", 4)]),
    ("A substation near Baalbek was shelled, leaving 30,000 households without electricity.",
     [exactly("without_power", 30000)]),
    ("Nine persons were deprived of liberty between Sunday and Tuesday.",
     [exactly("arrested", 9)]),
    ("The ministry said 9,000 people had come to the rally in Dakar.",
     [exactly("protesters", 9000)]),
    ("The observatory put attendance at 15,000.",
     [exactly("protesters", 15000)]),
    ("The coordination office says 90 servicemen are home.",
     [exactly("released", 90)]),
    ("The prosecutor said 18 prisoners died in the riot, up from 15.",
     [exactly("killed", 18), exactly("killed", 15)]),
    ("With those detained on Monday the total rises to fourteen.",
     [exactly("arrested", 14)]),
    ("Our troops repelled seven assaults.",
     [exactly("attacks", 7)]),
    ("Since the beginning of the week 75 clashes have taken place along the border.",
     [exactly("attacks", 75)]),
    ("The bloc blacklisted 21 tankers and nine banks.",
     [exactly("sanctioned", 21), exactly("sanctioned", 9)]),
    ("Four reporters were assaulted by supporters of the mayor.",
     [exactly("assaulted", 4)]),
    ("Soldiers arrested 52 people for breaking the curfew; all but six were released in the morning.",
     [exactly("arrested", 52)]),
    ("Honduras recorded more than 11,000 homicides last year.",
     [at_least("killed", 11001)]),
    ("Three members of the coast guard sacrificed their lives.",
     [exactly("killed", 3)]),
]  # fmt: skip
