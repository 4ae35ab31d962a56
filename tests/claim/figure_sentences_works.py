"""Sentences of strikes, searches and things seized, of lists by place, and of verbs left unsaid."""

from __future__ import annotations

from .figure_sentences import Expected, about, at_least, at_most, exactly

SENTENCES: list[tuple[str, list[Expected]]] = [
    # ── strikes, crowds, searches ──
    ("Some 2,300 dock workers have walked out over unpaid wages in Durban.", [about("strikers", 2300)]),
    ("More than 600 nurses went on strike in Harare on Monday.", [at_least("strikers", 601)]),
    ("Eleven of the teachers walked out of the hall in Kisumu.", []),
    ("About 80 residents gathered outside the town hall in Larissa.", [about("protesters", 80)]),
    ("About 80 residents gathered for the funeral in Larissa.", []),
    ("Detectives searched four offices of the union in Lima and seized six servers and 30 helmets.",
     [exactly("searched", 4), exactly("seized", 6), exactly("seized", 30)]),
    ("The rebels seized three villages near Goundam.", []),
    ("Gunmen seized six drivers near Goundam.", [exactly("abducted", 6)]),
    ("The air force struck more than 20 positions in Saada.", [at_least("attacks", 21)]),
    ("Brussels put seven judges on its sanctions list.", [exactly("sanctioned", 7)]),
    ("She counted nine burnt cars in Mersin.", [exactly("destroyed", 9)]),
    # ── lists by place and verbs left unsaid ──
    ("In total, 26 people have been detained since then: 21 in Lima and five in Cusco.",
     [exactly("arrested", 26), exactly("arrested", 21), exactly("arrested", 5)]),
    ("Nineteen people have been killed in Sidon and one in Safed since Monday.",
     [exactly("killed", 19), exactly("killed", 1)]),
    ("Police arrested 40 people in Lima. Legal Aid has the names of 61, among them 12 minors.",
     [exactly("arrested", 40), exactly("arrested", 61), exactly("arrested", 12)]),
    ("The ministry lowered to nine its count of those killed on Monday in Homs.", [exactly("killed", 9)]),
    ("Since Monday, 31 rockets and seven drones have been launched at Ashkelon.",
     [exactly("launched", 31), exactly("launched", 7)]),
    ("The army said 40 rockets crossed from Gaza and 24 of them were intercepted.",
     [exactly("launched", 40), exactly("intercepted", 24)]),
    ("Rebels fired 30 drones at Marib overnight; 24 of them were shot down.",
     [exactly("launched", 30), exactly("intercepted", 24)]),
    # ── single persons, and what is called false ──
    ("She was arrested after a rally in Tunis at which a policeman was stabbed to death.", [exactly("killed", 1)]),
    ("Reports that a demonstrator has died are false.", []),
    ("Two sailors who were arrested in May will be handed to the Red Cross today.", [exactly("promised_release", 2)]),
    ("At most 50 people were hurt in Izmir.", [at_most("injured", 50)]),
]  # fmt: skip
